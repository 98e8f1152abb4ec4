"""Each kind of paper in a file: which stored work it needs, which figures it rests on, how it is written."""

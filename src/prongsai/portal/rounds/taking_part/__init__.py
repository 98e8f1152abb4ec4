"""An agency takes part: its officer writes and submits, its executive confirms or returns."""

"""A supervisor looks after the interviews: progress, calling again, doubtful days, late interviews."""

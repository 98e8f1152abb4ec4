"""Published results: scorecards, history, open data."""

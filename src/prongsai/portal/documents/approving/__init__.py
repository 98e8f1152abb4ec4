"""The executive approves a paper or returns it; what was approved stays as it is, version by version."""

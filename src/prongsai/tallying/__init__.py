"""Counts answers into tallies: an embedded engine by default, a distributed one when an office has outgrown it."""

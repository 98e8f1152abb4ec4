"""Clarification: the agency sees marks and reasons, objects, gets a decision; later corrections stay visible."""

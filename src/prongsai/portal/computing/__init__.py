"""Closing a round: results computed from its stored answers and verdicts, kept edition by edition, then published."""

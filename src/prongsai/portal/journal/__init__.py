"""Append-only record of who did what; every line carries the hash of the one before it."""

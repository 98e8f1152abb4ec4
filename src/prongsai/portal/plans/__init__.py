"""Measures, who does them, what was done, and what came of it."""

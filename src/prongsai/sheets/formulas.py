"""Keeps a spreadsheet from running what people typed."""

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")


def without_formula(text: str) -> str:
    """A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(BEGINNINGS) else text

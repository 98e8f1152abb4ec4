"""Forms with as many rows as somebody asks for, by a button that hands nothing in."""

from typing import Any

LONGEST_COUNT = 3
"""Digits of a sensible number of rows; a longer number is the formset's to refuse."""


def with_more_rows(posted: Any, *, prefix: str, more: int) -> Any:  # noqa: ANN401 - a QueryDict
    """What was typed, with more empty rows in the formset of this prefix where the button `more` asked for them."""
    typed = posted.copy()
    rows = typed.get(f"{prefix}-TOTAL_FORMS", "")
    # "²" is a digit, but no number
    if "more" in typed and rows.isdecimal() and len(rows) <= LONGEST_COUNT:
        typed[f"{prefix}-TOTAL_FORMS"] = str(int(rows) + more)
    return typed

"""Chooses between the Thai and the English of something that has both."""

from django.utils.translation import get_language


def is_english() -> bool:
    """Whether the page is being written in English."""
    return (get_language() or "th").startswith("en")


def pick(thai: str, english: str) -> str:
    """The text in the page's language; Thai where there is no English."""
    return english if english and is_english() else thai

"""How an agency's names become what it is sorted and found by: pure."""

from prongsai.thai.numerals import to_arabic_digits
from prongsai.thai.sorting import sorting_key
from prongsai.thai.spelling import normalize


def searchable(*words: str) -> str:
    """One spelling, Arabic digits, lower case, single spaces: what a search compares."""
    return " ".join(to_arabic_digits(normalize(" ".join(words))).casefold().split())


def sortable(name: str) -> str:
    """The order of the Thai dictionary as one text."""
    return "\x01".join(sorting_key(name))

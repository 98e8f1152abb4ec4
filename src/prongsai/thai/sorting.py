"""The order of the Thai dictionary for names, with numbers by their value.

The Royal Institute's order goes by consonants first: a vowel written before its consonant counts after it, and tone
marks decide only between words that are otherwise the same.
"""

import re

from prongsai.thai.numerals import to_arabic_digits
from prongsai.thai.spelling import normalize

SortingKey = tuple[str, str]

_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
_TONES_AND_SIGNS = re.compile("[\u0e47-\u0e4e]")
_NUMBER = re.compile(r"\d+")
_WIDEST_NUMBER = 12


def sorting_key(name: str) -> SortingKey:
    """A key for `sorted`: "ไก่" stands between "กา" and "ขา", "อบต. 2" before "อบต. 10"."""
    plain = to_arabic_digits(normalize(name)).casefold()
    numbered = _NUMBER.sub(lambda found: found[0].zfill(_WIDEST_NUMBER), plain)
    swapped = _LEADING_VOWEL.sub(r"\2\1", numbered)
    return _TONES_AND_SIGNS.sub("", swapped), swapped

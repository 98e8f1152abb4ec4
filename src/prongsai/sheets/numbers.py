"""Numbers as people type them: Thai or Arabic digits, spaces around, nothing else."""

import re
from decimal import Decimal

from prongsai.thai.numerals import to_arabic_digits

DECIMAL_NUMBER = re.compile(r"\d{1,9}(\.\d{1,20})?", re.ASCII)
WHOLE_NUMBER = re.compile(r"\d{1,12}", re.ASCII)


def plain(text: str) -> str:
    """The text with Arabic digits and without spaces around."""
    return to_arabic_digits(text).strip()


def read_decimal(text: str) -> Decimal | None:
    """A decimal number without sign or exponent; `None` if it is none."""
    digits = plain(text)
    return Decimal(digits) if DECIMAL_NUMBER.fullmatch(digits) else None


def read_whole(text: str) -> int | None:
    """A whole number; `None` if it is none."""
    digits = plain(text)
    return int(digits) if WHOLE_NUMBER.fullmatch(digits) else None

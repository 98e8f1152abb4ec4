"""Thai and Arabic digits. Everything that comes in is read through `to_arabic_digits`."""

from typing import Literal

DigitStyle = Literal["thai", "arabic"]

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
ARABIC_DIGITS = "0123456789"

_TO_THAI = str.maketrans(ARABIC_DIGITS, THAI_DIGITS)
_TO_ARABIC = str.maketrans(THAI_DIGITS, ARABIC_DIGITS)


def to_thai_digits(text: str) -> str:
    """Write every digit in Thai: "85.50" becomes "๘๕.๕๐"."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Write every digit in Arabic: "๘๕.๕๐" becomes "85.50"."""
    return text.translate(_TO_ARABIC)


def in_digits(text: str, digits: DigitStyle) -> str:
    """Write every digit of `text` in the chosen style."""
    return to_thai_digits(text) if digits == "thai" else to_arabic_digits(text)

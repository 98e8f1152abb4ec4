"""Fiscal years as people write them: of the Buddhist era, in Thai or Arabic digits."""

from prongsai.thai.dates import BUDDHIST_ERA_OFFSET
from prongsai.thai.numerals import to_arabic_digits

CHRISTIAN_YEARS = range(1950, 2100)
MOST_DIGITS = 9


class NotAYearError(ValueError):
    """No fiscal year; `meant` is the Buddhist year where a Christian one was written."""

    def __init__(self, text: str, meant: int | None = None) -> None:
        self.text, self.meant = text, meant
        super().__init__(f"{text!r} is no fiscal year of the Buddhist era")


def read_fiscal_year(text: str) -> int:
    """The year that is written; whether it has rules or results is not asked."""
    digits = to_arabic_digits(text).strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS):
        raise NotAYearError(text)
    year = int(digits)
    if year in CHRISTIAN_YEARS:
        raise NotAYearError(text, year + BUDDHIST_ERA_OFFSET)
    return year

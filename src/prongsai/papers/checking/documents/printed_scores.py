"""What a figure says as it is printed."""

import re
from decimal import Decimal

from prongsai.papers.reading.found import ReadFigure
from prongsai.rulebook.possible_means import decimals_of
from prongsai.rulebook.rounding import HUNDREDTHS, half_up
from prongsai.thai.numerals import to_arabic_digits

FULL_POINTS = 100
_SCORE = re.compile(r"\d{1,3}(?:\.\d{1,2})?")


def printed_number(figure: ReadFigure) -> Decimal | None:
    """The number that is printed; `None` where what is printed is no score by itself."""
    plain = to_arabic_digits(figure.printed).strip()
    return Decimal(plain) if _SCORE.fullmatch(plain) and Decimal(plain) <= FULL_POINTS else None


def as_printed(figure: ReadFigure) -> Decimal:
    """The score with the decimals that are printed; a settled one as it was settled."""
    number = printed_number(figure)
    assert figure.score is not None  # noqa: S101 - only figures with a score are judged
    return number if number is not None and number == figure.score else figure.score


def is_same_value(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether two printings may stand for one value: with one decimal for the other one rounded, else exactly."""
    a, b = as_printed(one), as_printed(other)
    places = min(decimals_of(a), decimals_of(b)) or HUNDREDTHS
    return half_up(a, places) == half_up(b, places)

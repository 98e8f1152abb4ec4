"""Scores as paper and scanner give them: what a printed number says, and what it may have been before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.thai.numerals import to_arabic_digits

HUNDREDTHS = Decimal("0.01")
FULL_POINTS = Decimal(100)

_ONE = "0-9OolI|"
_WHOLE = rf"[0-9][{_ONE}]{{0,4}}|[OolI|]{{1,2}}[0-9]?(?=\s?[.,]\s?[0-9])|[lI|1][Oo0]{{2}}"
NUMBER = rf"(?:{_WHOLE})(?:\s?[.,]{{1,2}}\s?[{_ONE}]{{1,3}})?"
"""A number in text with Arabic digits: o and O may stand for 0, l, I and | for 1, and spaces for nothing."""

_LOOKS = str.maketrans("OolI|,", "00111.")
_CLEAN = re.compile(r"(?!10\.00)[1-9][0-9]\.[0-9]{2}|100(?:\.00?)?|0(?:\.00?)?")
_UNIT = r"(?:คะแนน|%|ร้อยละ)"
_SCORE_CELL = re.compile(
    rf"\s*[(\[]?\s*(?:{_UNIT}\s*)?(?P<number>{NUMBER}(?:\s[0-9]{{1,2}}\.[0-9]{{2}})?)[.\s]*(?:{_UNIT}\s*)?[)\]]?[.\s]*"
)
YEAR = re.compile(r"25[4-9][0-9]")
"""A Buddhist year, which no score without its point is taken for."""
_SPACED = re.compile(r"(?<=[0-9])\s+(?=[0-9.,])|(?<=[.,])\s+(?=[0-9])")

# Pairs that scanners take for each other, in Thai and in Arabic digits.
_ALIKE = ("๕๘", "๒๖", "๕๙", "๓๗", "๔๕", "38", "56", "17", "68", "08", "06", "49", "58")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as printed; `value` is what it says, `None` where that is no score. Clean: two decimals, or 100."""

    printed: str
    value: Decimal | None
    is_clean: bool


def read_number(printed: str) -> PrintedNumber:
    """What a printed number says, its letters taken for the digits they look like."""
    plain = _plain(printed)
    value = Decimal(plain) if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,2})?", plain) else None
    if value is not None and value > FULL_POINTS:
        value = None
    return PrintedNumber(printed, value, _CLEAN.fullmatch(plain) is not None)


def numbers_of_cell(cell: str) -> tuple[PrintedNumber, ...]:
    """The scores of a cell that holds nothing else: one, or several one below the other; else nothing."""
    whole = _one_number(_SPACED.sub("", cell)) if cell.count("\n") == 0 else None
    if whole is not None and (whole.is_clean or not _several(cell)):
        as_printed = whole.printed if whole.printed in cell else cell.strip()
        return (PrintedNumber(as_printed, whole.value, whole.is_clean),)
    return _several(cell)


def _several(cell: str) -> tuple[PrintedNumber, ...]:
    parts = [part for part in re.split(r"[\s/]+", cell.strip()) if part not in {"คะแนน", ""}]
    numbers = [_one_number(part) for part in parts]
    known = tuple(number for number in numbers if number is not None)
    return known if known and len(known) == len(numbers) else ()


def _one_number(cell: str) -> PrintedNumber | None:
    plain = to_arabic_digits(cell)
    found = _SCORE_CELL.fullmatch(plain)
    if found is None or YEAR.fullmatch(found["number"].strip()):
        return None
    return read_number(cell[slice(*found.span("number"))].strip())


def possible_originals(number: PrintedNumber) -> tuple[Decimal, ...]:
    """The scores that a damaged number may have been: what it says, and every score that is one sign away.

    Ascending; a clean number may only be itself.
    """
    if number.is_clean and number.value is not None:
        return (number.value.quantize(HUNDREDTHS),)
    plain = _plain(number.printed)
    digits = plain.replace(".", "")
    found = set(_exact(number.value)) | set(_pointed(digits)) | set(_with_one_more(plain)) | set(_with_one_less(digits))
    return tuple(sorted(found))


def look_alikes(number: PrintedNumber) -> frozenset[Decimal]:
    """The scores that differ from a clean number in one digit that scanners take for another."""
    plain = _plain(number.printed)
    written = _spelt(number.printed, plain)
    found = set[Decimal]()
    for position, digit in enumerate(written):
        for pair in _ALIKE:
            if digit in pair:
                other = pair[1 - pair.index(digit)]
                found |= set(_score(to_arabic_digits(f"{plain[:position]}{other}{plain[position + 1 :]}")))
    return frozenset(found - {number.value})


def one_digit_off(value: Decimal) -> frozenset[Decimal]:
    """Every score that is printed like this one but for a single digit."""
    text = f"{value:.2f}"
    spellings = (
        text[:position] + other + text[position + 1 :]
        for position, digit in enumerate(text)
        if digit != "."
        for other in "0123456789"
    )
    return frozenset(score for spelling in spellings for score in _score(spelling)) - {value}


def _plain(printed: str) -> str:
    joined = re.sub(r"\s+", "", to_arabic_digits(printed)).translate(_LOOKS)
    return re.sub(r"[^0-9.]", "", re.sub(r"\.{2,}", ".", joined)).strip(".")


def _spelt(printed: str, plain: str) -> str:
    """The printed signs of a number, one for each of its digits and its point."""
    signs = [sign for sign in printed if to_arabic_digits(sign).translate(_LOOKS) in "0123456789."]
    text = "".join("." if sign == "," else sign for sign in signs).strip(".")
    return text if len(text) == len(plain) else plain


def _exact(value: Decimal | None) -> Iterator[Decimal]:
    if value is not None:
        yield value.quantize(HUNDREDTHS)


def _pointed(digits: str) -> Iterator[Decimal]:
    """`9371` is 93.71, `10000` is 100.00: only the point was lost."""
    if digits == "10000":
        yield FULL_POINTS.quantize(HUNDREDTHS)
    elif len(digits) == len("9371"):
        yield from _score(f"{digits[:2]}.{digits[2:]}")


def _with_one_more(plain: str) -> Iterator[Decimal]:
    """One digit was lost: before the point, after it, or together with the point."""
    if plain in {"10.00", "10.0"}:
        yield FULL_POINTS.quantize(HUNDREDTHS)
    whole, point, rest = plain.partition(".")
    lost: dict[tuple[int, int], tuple[str, ...]] = {
        (2, 1): (f"{whole}.?{rest}", f"{whole}.{rest}?"),
        (1, 2): (f"?{plain}", f"{whole}?.{rest}"),
    }
    spellings = lost.get((len(whole), len(rest)), ()) if point else ()
    if not point and len(plain) == len("937"):
        spellings = tuple(f"{text[:2]}.{text[2:]}" for text in (plain[:i] + "?" + plain[i:] for i in range(4)))
    for spelling in spellings:
        for more in "0123456789":
            yield from _score(spelling.replace("?", more))


def _with_one_less(digits: str) -> Iterator[Decimal]:
    """One digit too many: `933.71`, `93.711`."""
    if len(digits) == len("93711"):
        for position in range(len(digits)):
            rest = digits[:position] + digits[position + 1 :]
            yield from _score(f"{rest[:2]}.{rest[2:]}")


def _score(text: str) -> Iterator[Decimal]:
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{2}", text) and not re.fullmatch(r"0[0-9].*", text):
        value = Decimal(text)
        if value <= FULL_POINTS:
            yield value

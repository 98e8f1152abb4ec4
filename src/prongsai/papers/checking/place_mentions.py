"""Finds the figures that a text speaks of: ตัวชี้วัดที่ ๖, ข้อ e7, EIT ส่วนที่ 1, คะแนนรวม."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.papers.analysis_report.wording import short_name
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument
from prongsai.thai.numerals import to_arabic_digits

_FIGURE = re.compile(
    r"ตัวชี้วัด(?:ที่)?\s*(?P<indicator>10|[1-9])(?![\d.]\d|\d)"
    r"|(?<![A-Za-z])(?P<question>[ieIE]\s?[1-9]\d?)(?![\d%]|[.,]\d|[A-Za-z])"
    r"(?:\s*\(\s*(?P<asked_in>IIT|EIT)\s*(?:ส่วนที่\s*(?P<asked_part>[12])|(?P<asked_name>Public|Survey))?\s*\))?"
    r"|EIT\s*(?:\(\s*)?(?:ส่วนที่\s*(?P<part>[12])|(?P<name>Public|Survey))"
    r"|(?<![A-Za-z])(?P<instrument>IIT|EIT|OIT)(?![A-Za-z\d])"
    r"|(?P<total>คะแนนรวม|ผลคะแนนภาพรวม|คะแนนภาพรวม|คะแนน(?:ผลการ)?ประเมิน\s*ITA|คะแนน\s*ITA|ผลการประเมิน\s*ITA)"
)
_PART_BY_NAME = {"1": Instrument.EIT1, "2": Instrument.EIT2, "Public": Instrument.EIT1, "Survey": Instrument.EIT2}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A passage that names a figure: one place, or a question in each instrument that may ask it."""

    places: tuple[Place, ...]
    span: tuple[int, int]


def find_places(text: str) -> Iterator[PlaceMention]:
    """The figures named in a text, in order."""
    for match in _FIGURE.finditer(to_arabic_digits(text)):
        yield PlaceMention(_places(match), match.span())


def place_words(place: Place) -> tuple[str, str]:
    """A place in Thai and English: `ตัวชี้วัดที่ 8`/`indicator 8`, `ข้อ e7 (EIT ส่วนที่ 1)`/`EIT1 e7`."""
    if place == TOTAL:
        return "คะแนนรวม", "the total"
    if place.code == INSTRUMENT_CODE:
        return short_name(place.instrument), str(place)
    if place.code.isdecimal():
        return f"ตัวชี้วัดที่ {place.code}", f"indicator {place.code}"
    return f"ข้อ {place.code} ({short_name(place.instrument)})", str(place)


def _asked_in(match: re.Match[str], code: str) -> tuple[Instrument, ...]:
    """The instruments that may ask a question; `ข้อ e7 (EIT ส่วนที่ 1)` leaves one."""
    part = match["asked_part"] or match["asked_name"]
    if part:
        return (_PART_BY_NAME[part],)
    return (Instrument.IIT,) if code.startswith("i") else (*EIT_PARTS, Instrument.EIT)


def _places(match: re.Match[str]) -> tuple[Place, ...]:
    if match["indicator"]:
        return (indicator_place(int(match["indicator"])),)
    if match["question"]:
        code = match["question"].replace(" ", "").lower()
        return tuple(Place(part, code) for part in _asked_in(match, code))
    if match["total"]:
        return (TOTAL,)
    part = match["part"] or match["name"]
    return (instrument_place(_PART_BY_NAME[part] if part else Instrument(match["instrument"])),)

"""Tells instruments by their letters and words: IIT, EIT and its two parts, OIT."""

import re

from prongsai.rulebook.instrument import Instrument
from prongsai.thai.numerals import to_arabic_digits

_LETTERS = re.compile(
    r"(?<![A-Za-z])(?P<letters>[I1l|]IT|[I1l|]lT|EIT|E1T|ElT|[O0]IT|[O0]1T)(?![A-Za-z])", re.IGNORECASE
)
WORN_PART = r"EIT\s*\(?\s*[สลศอ]่?[วรอ]?[\u0e01-\u0e4e]{0,2}\s?[ทหพ][\u0e31-\u0e4e]{0,3}\s*(?P<worn>[12])(?![0-9.])"
"""`EIT ส่วนที่ 1` with letters spoilt or lost; any other word may stand between EIT and a score."""
_PART = re.compile(
    rf"ส่?วน\s*ที่?\s*(?P<number>[12])|{WORN_PART}|part\s*(?P<part>[12])|(?P<name>public|survey)|(?:EIT|E1T)\s*[-(]?\s*(?P<bare>[12])(?![0-9.])",
    re.IGNORECASE,
)
_COLLECTED_BY_AGENCY = re.compile(r"หน่วยงานเก็บ|เก็บข้อมูลโดยหน่วยงาน(?!ตรวจ|ผู้)|ตอบด้วยตนเอง|ตอบ(?:แบบวัด)?ด้วยตัวเอง")
_COLLECTED_BY_ASSESSOR = re.compile(r"ป\.ป\.ช\.[^)]{0,40}เก็บ|ผู้ประเมิน(?:จัด)?เก็บ|หน่วยตรวจ|ที่ปรึกษาเก็บ|คณะที่ปรึกษา")
_STAFF = re.compile(r"ผู้มีส่วนได้(?:ส่วน)?เสียภายใน")
_CLIENTS = re.compile(r"ผู้มีส่วนได้(?:ส่วน)?เสียภายนอก")
_DISCLOSURE = re.compile(r"(?:แบบ(?:วัด|ตรวจ))\S*เปิดเผยข้อมูลสาธารณะ|เปิดเผยข้อมูลสาธารณะ")
LONGEST_LABEL = 160


def instrument_of(text: str) -> Instrument | None:
    """The instrument that a cell or label names; the letters count before the words."""
    plain = to_arabic_digits(text)
    letters = _LETTERS.search(plain)
    if letters is not None:
        return _by_letters(letters["letters"].upper(), plain)
    if _CLIENTS.search(plain):
        return _eit_part(plain)
    if _STAFF.search(plain):
        return Instrument.IIT
    return Instrument.OIT if _DISCLOSURE.search(plain) else None


def _by_letters(letters: str, plain: str) -> Instrument:
    if letters[0] in "O0":
        return Instrument.OIT
    return _eit_part(plain) if letters[0] == "E" else Instrument.IIT


def _eit_part(plain: str) -> Instrument:
    part = _PART.search(plain)
    if part is not None:
        number = part["number"] or part["worn"] or part["part"] or part["bare"]
        is_first = number == "1" if number else part["name"].lower() == "public"
        return Instrument.EIT1 if is_first else Instrument.EIT2
    if _COLLECTED_BY_ASSESSOR.search(plain):
        return Instrument.EIT2
    return Instrument.EIT1 if _COLLECTED_BY_AGENCY.search(plain) else Instrument.EIT

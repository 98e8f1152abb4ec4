"""Figures by their names, as findings say them."""

from prongsai.papers.checking.findings import Wording
from prongsai.papers.checking.place_mentions import place_words
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place


def named(place: Place) -> Wording:
    """`ตัวชี้วัดที่ 8` / `indicator 8`; `คะแนน IIT` / `IIT`; `ข้อ e7 (EIT ส่วนที่ 1)` / `EIT1 e7`."""
    th, en = place_words(place)
    if place != TOTAL and place.code == INSTRUMENT_CODE:
        return Wording(f"คะแนน {th}", en)
    if place.instrument is not None and place.code.isdecimal():
        return Wording(f"{th} ของ {place.instrument}", f"{en} of {place.instrument}")
    return Wording(th, en)

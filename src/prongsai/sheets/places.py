"""Finds the place that a row's `instrument` and `code` mean in a year."""

import re

from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.sheets.numbers import plain
from prongsai.sheets.problems import CellError, Words

INSTRUMENT_NAMES = {
    "": None,
    **{instrument.value.lower(): instrument for instrument in Instrument},
    "eitpublic": Instrument.EIT1,
    "eitsurvey": Instrument.EIT2,
}


def read_place(year: YearInstrument, instrument_text: str, code_text: str) -> Place:
    """The place of a row; an empty instrument is filled in where the code leaves one choice."""
    instrument = _read_instrument(year, instrument_text)
    code = re.sub(r"\s+", "", plain(code_text)).lower().removeprefix("ข้อ")
    if code == "total" and instrument is None:
        return TOTAL
    if code in {INSTRUMENT_CODE, ""} and instrument is not None:
        return instrument_place(instrument)
    if code == INSTRUMENT_CODE:
        raise CellError("instrument", instrument_text, _WHICH_INSTRUMENT)
    if code == "total":
        raise CellError("instrument", instrument_text, _TOTAL_HAS_NONE)
    if code.isascii() and code.isdecimal():
        return _indicator(year, instrument, code_text, int(code))
    return _question_or_item(year, instrument, code_text, code)


def _read_instrument(year: YearInstrument, text: str) -> Instrument | None:
    name = re.sub(r"[\s_-]+", "", plain(text)).lower()
    known = ["IIT", *dict.fromkeys([*year.eit_parts, Instrument.EIT]), "OIT"]
    if name not in INSTRUMENT_NAMES or INSTRUMENT_NAMES[name] not in {None, *known}:
        listed = ", ".join(known)
        mend = Words(
            f"เครื่องมือของปี {year.year} คือ {listed} หรือเว้นว่าง", f"the instruments of {year.year} are {listed}, or nothing"
        )
        raise CellError("instrument", text, mend)
    return INSTRUMENT_NAMES[name]


def _indicator(year: YearInstrument, instrument: Instrument | None, text: str, number: int) -> Place:
    indicator = year.indicators.get(number)
    if indicator is None:
        raise CellError("code", text, Words("ตัวชี้วัดมีเลข 1 ถึง 10", "indicators are numbered 1 to 10"))
    if instrument is None or instrument is indicator.instrument:
        return indicator_place(number)
    if instrument.family is indicator.instrument:
        return indicator_place(number, instrument)
    mend = Words(
        f"ตัวชี้วัดที่ {number} อยู่ในเครื่องมือ {indicator.instrument}", f"indicator {number} belongs to {indicator.instrument}"
    )
    raise CellError("instrument", instrument.value, mend)


def _question_or_item(year: YearInstrument, instrument: Instrument | None, text: str, code: str) -> Place:
    choices = [place for place in _places_of(year, code) if instrument in {None, place.instrument}]
    if len(choices) == 1:
        return choices[0]
    if len(choices) > 1 or (instrument is Instrument.EIT and _places_of(year, code)):
        mend = Words(
            f"ปี {year.year} ถามข้อ {code} สองส่วน ให้ระบุเครื่องมือ EIT1 หรือ EIT2",
            f"in {year.year} {code} is asked in two parts: give the instrument EIT1 or EIT2",
        )
        raise CellError("instrument", instrument.value if instrument else "", mend)
    elsewhere = _places_of(year, code)
    if elsewhere and instrument is not None:
        names = "/".join(str(place.instrument) for place in elsewhere)
        raise CellError(
            "instrument", instrument.value, Words(f"ข้อ {code} อยู่ในเครื่องมือ {names}", f"{code} belongs to {names}")
        )
    raise CellError("code", text, _known_codes(year))


def _places_of(year: YearInstrument, code: str) -> list[Place]:
    places = [Place(part, code) for part in year.survey_by_part if year.question(part, code)]
    subs = {sub.code for sub in year.disclosure.sub_indicators}
    if code in year.items or code in subs:
        places.append(Place(Instrument.OIT, code))
    return places


def _known_codes(year: YearInstrument) -> Words:
    spans = [f"{s.questions[0].code}–{s.questions[-1].code} ({'/'.join(s.parts)})" for s in year.surveys]
    listed = ", ".join([*spans, f"o1–o{len(year.items)} (OIT)"])
    return Words(
        f"รหัสของปี {year.year} คือ {listed}, ตัวชี้วัด 1–10, instrument หรือ total",
        f"the codes of {year.year} are {listed}, indicators 1–10, instrument or total",
    )


_WHICH_INSTRUMENT = Words("ระบุว่าเป็นคะแนนของเครื่องมือใด", "say which instrument's score this is")
_TOTAL_HAS_NONE = Words(
    "คะแนนรวม (total) ไม่อยู่ในเครื่องมือใด ให้เว้นว่าง", "the total belongs to no instrument: leave it empty"
)

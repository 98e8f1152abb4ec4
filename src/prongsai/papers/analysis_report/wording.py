"""The phrases that several sections share: names of places, changes, levels."""

from decimal import Decimal

from prongsai.rulebook.advising import Finding, Kind
from prongsai.rulebook.comparing import Change, Comparable
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult

UNKNOWN = "ไม่มีข้อมูล"

INSTRUMENT_NAMES = {
    Instrument.IIT: "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
    Instrument.EIT: "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
    Instrument.EIT1: "EIT ส่วนที่ 1 (ผู้รับบริการตอบด้วยตนเอง)",
    Instrument.EIT2: "EIT ส่วนที่ 2 (ผู้ประเมินเก็บข้อมูล)",
    Instrument.OIT: "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)",
}
SHORT_NAMES = {Instrument.EIT1: "EIT ส่วนที่ 1", Instrument.EIT2: "EIT ส่วนที่ 2"}


def score_text(value: Decimal | None) -> str:
    """A score with two decimals, or that there is none."""
    return UNKNOWN if value is None else f"{value:.2f}"


def short_name(instrument: Instrument | None) -> str:
    """`IIT`, `EIT ส่วนที่ 1`, …"""
    return "" if instrument is None else SHORT_NAMES.get(instrument, instrument.value)


def place_name(place: Place, year: YearInstrument) -> str:
    """A place in words: `ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน`, `เครื่องมือ IIT`, `ข้อ e4 (EIT ส่วนที่ 1)`."""
    if place == TOTAL:
        return "คะแนนรวม"
    if place.code == INSTRUMENT_CODE:
        return f"เครื่องมือ {short_name(place.instrument)}"
    if place.code.isdecimal():
        part = f" ใน {short_name(place.instrument)}" if place.instrument else ""
        return f"ตัวชี้วัดที่ {place.code} {year.indicators[int(place.code)].name_th}{part}"
    return f"ข้อ {place.code} ({short_name(place.instrument)})"


def change_text(change: Change | None) -> str:
    """`เพิ่มขึ้น 1.20`, `ลดลง 0.35`, `คงเดิม`; a break says that there is no comparison."""
    if change is None or change.delta is None:
        return "-"
    if change.comparable is Comparable.NO:
        return "เทียบไม่ได้"
    words = "คงเดิม" if not change.delta else f"{'เพิ่มขึ้น' if change.delta > 0 else 'ลดลง'} {abs(change.delta):.2f}"
    return f"{words} *" if change.comparable is Comparable.CAUTION and change.delta else words


def level_text(result: AgencyResult) -> str:
    """The level, with "อย่างน้อย" while a higher one is still open."""
    if result.level.label is None:
        return "ยังตัดสินระดับไม่ได้"
    level = level_name(result.level.label)
    return level if result.level.certain else f"อย่างน้อย{level}"


def level_name(label: str) -> str:
    """`ระดับผ่านดี`, but `ระดับ A`: a letter stands apart."""
    return f"ระดับ {label}" if label.isascii() else f"ระดับ{label}"


def finding_text(finding: Finding, year: YearInstrument) -> str:
    """A finding as a sentence with its figures."""
    name, value = place_name(finding.place, year), f"{finding.value:.2f}"
    if finding.reference is None:
        return f"{name} ได้ {value} คะแนน {_EXTREMES[finding.kind]}"
    reference = f"{finding.reference:.2f}"
    difference = f"{abs(finding.value - finding.reference):.2f}"
    return f"{name} " + _COMPARED[finding.kind].format(value=value, reference=reference, difference=difference)


_EXTREMES = {
    Kind.HIGHEST: "สูงที่สุดในสิบตัวชี้วัด",
    Kind.LOWEST: "ต่ำที่สุดในสิบตัวชี้วัด",
}
_COMPARED = {
    Kind.RISEN: "เพิ่มขึ้นจาก {reference} เป็น {value} คะแนน (เพิ่มขึ้น {difference})",
    Kind.FALLEN: "ลดลงจาก {reference} เหลือ {value} คะแนน (ลดลง {difference})",
    Kind.BELOW_TARGET: "ได้ {value} คะแนน ต่ำกว่าค่าเป้าหมาย {reference} อยู่ {difference} คะแนน",
    Kind.GATE_MISSED: "ได้ {value} คะแนน ขาดอีก {difference} คะแนนจึงถึงเกณฑ์ {reference} ของระดับถัดไป",
    Kind.GATE_NEAR: "ได้ {value} คะแนน สูงกว่าเกณฑ์ {reference} ของระดับที่ได้อยู่ {difference} คะแนน ซึ่งเหลือน้อยที่สุด",
}

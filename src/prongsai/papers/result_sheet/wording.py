"""The words of the sheet, Thai and English."""

from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.analysis_report.level_reasons import Language, level_title
from prongsai.papers.analysis_report.wording import change_text
from prongsai.rulebook.comparing import Change, Comparable
from prongsai.rulebook.instrument import Break, Instrument
from prongsai.rulebook.level_judging import LevelJudgement


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Fixed phrases; those with braces take what the name in the brace says."""

    kicker: str
    title: str
    subject: str
    total: str
    of_hundred: str
    at_least: str
    no_level: str
    since: str
    not_since: str
    rank: str
    rank_span: str
    interval: str
    interval_head: str
    interval_note: str
    no_interval: str
    instruments: str
    instrument: str
    weight: str
    score: str
    gate: str
    reached: str
    short: str
    compared: str
    indicators: str
    target: str
    no_data: str
    last_year: str
    this_year: str
    broken: str
    contradictions: str
    qr: str
    source: str
    rules: str
    again: str


_THAI = SheetWords(
    kicker="ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ปีงบประมาณ พ.ศ. {year}",
    title="ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {year} {agency}",
    subject="การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)",
    total="คะแนนรวม",
    of_hundred="จาก 100 คะแนน",
    at_least="อย่างน้อย{level}",
    no_level="ยังตัดสินระดับไม่ได้",
    since="{change} จากปี {year}",
    not_since="{change}กับปี {year}",
    rank="อันดับที่ {place} จาก {of} ในกลุ่ม{among}",
    rank_span=" (เป็นไปได้ตั้งแต่อันดับ {first} ถึง {last})",
    interval="ช่วง 95%: {low}–{high}",
    interval_head="ช่วง 95%",
    interval_note="ช่วง 95% คือช่วงความเชื่อมั่นจากจำนวนผู้ตอบเท่านั้น ไม่ได้บอกว่าผู้ตอบเป็นใครหรือถูกชักนำหรือไม่",
    no_interval="-",
    instruments="รายเครื่องมือ",
    instrument="เครื่องมือ",
    weight="น้ำหนัก",
    score="คะแนน",
    gate="เกณฑ์ {gate}",
    reached="ถึงเกณฑ์",
    short="ขาด {points}",
    compared="เทียบปี {year}",
    indicators="รายตัวชี้วัด",
    target="เป้าหมาย {target}",
    no_data="ไม่มีข้อมูล",
    last_year="ปี {year} เฉพาะที่เทียบกันได้",
    this_year="ปี {year}",
    broken="เทียบไม่ได้: {reason}",
    contradictions="คะแนนที่ได้รับขัดกับคะแนนที่คิดจากส่วนประกอบ {count} แห่ง ตามรายการในหน้าผลการประเมิน",
    qr="หน้าผลการประเมิน",
    source="ที่มา: {source}",
    rules="เกณฑ์ที่ใช้คิด: ปีงบประมาณ พ.ศ. {year} ฉบับที่ {revision} รหัสตรวจสอบ ",
    again=" คะแนนทุกข้อและวิธีคิดอยู่ที่ ",
)
_ENGLISH = SheetWords(
    kicker="Integrity and Transparency Assessment of public agencies (ITA), fiscal year {year} B.E.",
    title="ITA result of fiscal year {year}: {agency}",
    subject="Integrity and Transparency Assessment (ITA)",
    total="Total",
    of_hundred="out of 100",
    at_least="At least: {level}",
    no_level="No level yet",
    since="{change} since {year}",
    not_since="{change} with {year}",
    rank="Rank {place} of {of} among {among}",
    rank_span=" (anything from {first} to {last} is possible)",
    interval="95% interval {low}–{high}",
    interval_head="95% interval",
    interval_note="A 95% interval covers the chance of how many answered, not who was asked or coached.",
    no_interval="-",
    instruments="By instrument",
    instrument="Instrument",
    weight="Weight",
    score="Score",
    gate="Limit {gate}",
    reached="reached",
    short="{points} short",
    compared="Against {year}",
    indicators="By indicator",
    target="Target {target}",
    no_data="no data",
    last_year="{year}, where comparable",
    this_year="{year}",
    broken="Not comparable: {reason}",
    contradictions="Scores received contradict the arithmetic of their parts in {count} places (see the result page).",
    qr="Result page",
    source="Source: {source}",
    rules="Rules used: fiscal year {year}, revision {revision}, fingerprint ",
    again=" All scores and the arithmetic: ",
)
WORDS: dict[Language, SheetWords] = {"th": _THAI, "en": _ENGLISH}

_ENGLISH_NAMES = {
    Instrument.IIT: "IIT, survey of staff",
    Instrument.EIT: "EIT, survey of the public",
    Instrument.EIT1: "EIT part 1, self-answered",
    Instrument.EIT2: "EIT part 2, by assessors",
    Instrument.OIT: "OIT, disclosure online",
}
_THAI_NAMES = {
    Instrument.IIT: "IIT ผู้มีส่วนได้ส่วนเสียภายใน",
    Instrument.EIT: "EIT ผู้มีส่วนได้ส่วนเสียภายนอก",
    Instrument.EIT1: "EIT ส่วนที่ 1 ผู้รับบริการตอบเอง",
    Instrument.EIT2: "EIT ส่วนที่ 2 ผู้ประเมินเก็บข้อมูล",
    Instrument.OIT: "OIT การเปิดเผยข้อมูลสาธารณะ",
}


def full_name(instrument: Instrument, language: Language) -> str:
    """The instrument's name for people who do not know its letters."""
    return (_THAI_NAMES if language == "th" else _ENGLISH_NAMES)[instrument]


def level_line(judgement: LevelJudgement, language: Language) -> str:
    """The level, as "at least" while a higher one is still open."""
    words = WORDS[language]
    if judgement.level is None:
        return words.no_level
    level = level_title(judgement.level, language)
    return level if judgement.certain else words.at_least.format(level=level)


def change_words(change: Change | None, language: Language) -> str:
    """The change in words with its break mark: `เพิ่มขึ้น 1.20 *`, `not comparable`."""
    if language == "th":
        return change_text(change)
    if change is None or change.delta is None:
        return "-"
    if change.comparable is Comparable.NO:
        return "not comparable"
    moved = f"{'up' if change.delta > 0 else 'down'} {abs(change.delta):.2f}" if change.delta else "unchanged"
    return f"{moved} *" if change.comparable is Comparable.CAUTION and change.delta else moved


def break_note(entry: Break, language: Language) -> str:
    """What a mark means: `เทียบไม่ได้: …`, `* …`."""
    reason = entry.reason_th if language == "th" else entry.reason_en
    return WORDS[language].broken.format(reason=reason) if entry.severity == "broken" else f"* {reason}"


def plain_number(value: Decimal) -> str:
    """A limit as people say it: 85, not 85.00."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"

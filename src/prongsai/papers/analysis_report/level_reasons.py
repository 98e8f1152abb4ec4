"""Why an agency holds its level: what the level asks for, and what is missing for the next one."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from prongsai.papers.analysis_report.wording import level_name, score_text, short_name
from prongsai.rulebook.instrument import Instrument, Level
from prongsai.rulebook.level_judging import GateReading, LevelJudgement, LevelReading, Standing

Language = Literal["th", "en"]

_THAI = {
    "unjudged": "ยังตัดสินระดับไม่ได้ เพราะไม่ทราบคะแนนรวม",
    "asks": "เกณฑ์ของ{level} คือ {meaning}",
    "short": "ยังไม่ถึง{level} เพราะ{reasons}",
    "open": "ยังบอกไม่ได้ว่าถึง{level}หรือไม่ เพราะไม่ทราบคะแนน {names}",
    "parts": "เครื่องมือ EIT อย่างน้อยหนึ่งส่วนต่ำกว่าเกณฑ์",
    "gate": "{name} {found} ต่ำกว่า {least}",
    "got": "ได้ {score}",
    "follows": "คำนวณได้ว่า",
    "and": " และ ",
    "total": "คะแนนรวม",
}
_ENGLISH = {
    "unjudged": "No level can be judged, as the total is not known.",
    "asks": "“{level}” asks for: {meaning}.",
    "short": "Not yet “{level}”: {reasons}.",
    "open": "Whether it is “{level}” is open, as {names} is not known.",
    "parts": "at least one part of EIT is below the limit",
    "gate": "{name} {found} is below {least}",
    "got": "with {score}",
    "follows": "by calculation",
    "and": " and ",
    "total": "the total",
}
_WORDS = {"th": _THAI, "en": _ENGLISH}
_ENGLISH_PARTS = {Instrument.EIT1: "EIT part 1", Instrument.EIT2: "EIT part 2"}


@dataclass(frozen=True, slots=True)
class LevelReasons:
    """A sentence on the level held (unless a higher one is still open) and one on the level above it."""

    held: str | None
    above: str | None


def level_reasons(judgement: LevelJudgement, language: Language = "th") -> LevelReasons:
    """What the level held asks for, and why it is not the next one up."""
    level = judgement.level
    if level is None:
        return LevelReasons(_WORDS[language]["unjudged"], None)
    higher = list(takewhile(lambda reading: reading.level is not level, judgement.readings))
    return LevelReasons(
        held=_asked(level, language) if judgement.certain else None,
        above=_short_of(higher[-1], language) if higher else None,
    )


def level_title(level: Level, language: Language) -> str:
    """`ระดับผ่านดี`, `ระดับ A`; `Pass, good`."""
    return level_name(level.label) if language == "th" else level.label_en


def instrument_name(instrument: Instrument, language: Language) -> str:
    """`IIT`, `EIT ส่วนที่ 1`, `EIT part 1`."""
    return short_name(instrument) if language == "th" else _ENGLISH_PARTS.get(instrument, instrument.value)


def _asked(level: Level, language: Language) -> str:
    meaning = level.meaning_th if language == "th" else level.meaning_en
    return _WORDS[language]["asks"].format(level=level_title(level, language), meaning=meaning)


def _short_of(reading: LevelReading, language: Language) -> str:
    words, level = _WORDS[language], level_title(reading.level, language)
    failed = [gate for gate in reading.gates if gate.standing is Standing.FAILS]
    unknown = [gate for gate in reading.gates if gate.standing is Standing.OPEN]
    if failed:
        return words["short"].format(level=level, reasons=_joined([_gate(gate, language) for gate in failed], language))
    if unknown and reading.standing is Standing.OPEN:
        names = words["and"].join(_gate_name(gate, language) for gate in unknown)
        return words["open"].format(level=level, names=names)
    return words["short"].format(level=level, reasons=words["parts"])


def _joined(reasons: list[str], language: Language) -> str:
    """The reasons after "เพราะ", from which Latin letters stand apart."""
    joined = _WORDS[language]["and"].join(reasons)
    return f" {joined}" if language == "th" and joined[0].isascii() else joined


def _gate(gate: GateReading, language: Language) -> str:
    words = _WORDS[language]
    found = words["follows"] if gate.value is None else words["got"].format(score=score_text(gate.value))
    return words["gate"].format(name=_gate_name(gate, language), found=found, least=f"{gate.condition.at_least:.2f}")


def _gate_name(gate: GateReading, language: Language) -> str:
    name = gate.condition.of
    return _WORDS[language]["total"] if name == "total" else instrument_name(Instrument(name), language)

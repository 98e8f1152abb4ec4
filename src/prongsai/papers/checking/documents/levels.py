"""Levels that the scores do not allow, that contradict each other, or that are names of another year's scheme."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.papers.checking.documents.finding import DocumentFinding, where_words
from prongsai.papers.checking.documents.year_figures import YearFigures
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import Reading, ReadLevel
from prongsai.rulebook.instrument import Level, YearInstrument
from prongsai.rulebook.loading import known_years, load_year

_NOT_CLAIMED = re.compile(
    r"(?:ไม่ถึง|อย่างน้อย|เป้าหมาย|เกณฑ์ของ|จึงถึง|ว่าถึง|ยกระดับ|เพื่อ|มุ่งสู่|ขึ้นสู่|ถัดไป|หาก|ถ้า|ต้องการ|คาดว่า|เลื่อน|จาก)"
    r"[^\n\t]{0,12}?(?:ระดับ)?\s*$"
)


FEWEST_EXPLAINED = 3
LEGEND_GAP = 2


@dataclass(frozen=True, slots=True)
class YearLevels:
    """The levels that a document gives to a year; `held` is the one that it means."""

    year: YearInstrument
    claimed: tuple[ReadLevel, ...]
    held: Level | None
    figures: YearFigures | None


def gather_levels(reading: Reading, figures: Mapping[int, YearFigures]) -> tuple[YearLevels, ...]:
    """The claimed levels by year, for the years whose rules are known."""
    by_year: dict[int, list[ReadLevel]] = {}
    texts = {line.where: line.text for line in reading.lines}
    for level in reading.levels:
        year = level.year or reading.year
        if year in known_years() and _is_claimed(level, texts.get(level.where, "")):
            by_year.setdefault(year, []).append(level)
    return tuple(
        _year_levels(load_year(year), _without_legend(levels), figures.get(year))
        for year, levels in sorted(by_year.items())
    )


def check_levels(levels: YearLevels) -> Iterator[DocumentFinding]:
    """Each claimed level once."""
    for claimed in levels.claimed:
        level = level_called(levels.year, claimed.level)
        if level is None:
            yield from _of_another_scheme(levels, claimed)
        elif not _is_allowed(level, levels.figures):
            yield _not_allowed(levels, claimed)
        elif levels.held is not None and level is not levels.held:
            yield _two_levels(levels, claimed)


def level_called(year: YearInstrument, label: str) -> Level | None:
    """The year's level of that name; `ระดับ` before it and spaces do not count."""
    return next((level for level in year.levels if _plain(level.label) == _plain(label)), None)


def _year_levels(year: YearInstrument, claimed: Sequence[ReadLevel], figures: YearFigures | None) -> YearLevels:
    known = [level for entry in claimed if (level := level_called(year, entry.level)) is not None]
    allowed = [level for level in known if _is_allowed(level, figures)]
    counted = Counter(level.label for level in allowed)
    held = next((level for level in allowed if level.label == counted.most_common(1)[0][0]), None)
    return YearLevels(year, tuple(claimed), held, figures)


def _without_legend(levels: Sequence[ReadLevel]) -> list[ReadLevel]:
    """Without rows below each other, or a line, that name three or more levels of one year: they explain the levels."""
    runs: list[list[ReadLevel]] = []
    for level in sorted(levels, key=lambda one: (one.where.page or 0, one.where.line)):
        if runs and _is_near(runs[-1][-1], level):
            runs[-1].append(level)
        else:
            runs.append([level])
    return [level for run in runs if len({_plain(one.level) for one in run}) < FEWEST_EXPLAINED for level in run]


def _is_near(before: ReadLevel, level: ReadLevel) -> bool:
    same_page = before.where.page == level.where.page
    return same_page and level.where.line - before.where.line <= LEGEND_GAP


def _is_claimed(level: ReadLevel, text: str) -> bool:
    """Whether the line gives the level to the agency; `ยังไม่ถึงระดับผ่านดี` and `อย่างน้อยระดับผ่าน` do not."""
    found = [match.start() for match in re.finditer(re.escape(level.level), text)]
    return not found or any(not _NOT_CLAIMED.search(text[max(0, at - 30) : at]) for at in found)


def _is_allowed(level: Level, figures: YearFigures | None) -> bool:
    """Whether the scores leave the level open; without a total nothing is known."""
    return figures is None or figures.result.total is None or level in figures.levels_possible()


def _of_another_scheme(levels: YearLevels, claimed: ReadLevel) -> Iterator[DocumentFinding]:
    others = [year for year in known_years() if level_called(load_year(year), claimed.level) is not None]
    if not others:
        return
    years, names = ", ".join(map(str, others)), [level.label for level in levels.year.levels]
    follows = Wording(
        f"ปี {levels.year.year} ใช้ระดับ {', '.join(names)} ส่วน “{claimed.level}” เป็นชื่อระดับของปี {years}",
        f"fiscal year {levels.year.year} has the levels {', '.join(names)}; “{claimed.level}” is of {years}",
    )
    yield DocumentFinding(Kind.SCHEME, claimed.where, claimed.level, follows, _right_level(levels))


def _not_allowed(levels: YearLevels, claimed: ReadLevel) -> DocumentFinding:
    assert levels.figures is not None  # noqa: S101 - without figures every level is allowed
    result = levels.figures.result
    scores = " ".join(f"{name} {value}" for name, value in result.instruments.items() if value is not None)
    names = _names(levels.figures.levels_possible())
    follows = Wording(
        f"คะแนนรวม {result.total} {scores} ของปี {levels.year.year} คือ{_or(names, 'th')}",
        f"the total {result.total} and {scores} of {levels.year.year} mean {_or(names, 'en')}",
    )
    return DocumentFinding(Kind.LEVEL, claimed.where, claimed.level, follows, _right_level(levels))


def _two_levels(levels: YearLevels, claimed: ReadLevel) -> DocumentFinding:
    assert levels.held is not None  # noqa: S101 - `check_levels` asks for it
    held = next(entry for entry in levels.claimed if level_called(levels.year, entry.level) is levels.held)
    where = where_words(held.where)
    follows = Wording(
        f"{where.th} ให้ปี {levels.year.year} อยู่ในระดับ{levels.held.label}",
        f"{where.en} gives {levels.held.label} to {levels.year.year}",
    )
    return DocumentFinding(Kind.LEVEL, claimed.where, claimed.level, follows, _right_level(levels))


def _right_level(levels: YearLevels) -> Wording:
    """What to write: the level that the scores prove, else the one that the document holds elsewhere."""
    if levels.figures is not None and levels.figures.result.level.level is not None:
        names = _names(levels.figures.levels_possible())
        return Wording(f"เขียน{_or(names, 'th')} ตามผลในระบบ ITAS", f"write {_or(names, 'en')} as ITAS gives it")
    if levels.held is not None:
        return Wording(f"เขียน {levels.held.label}", f"write {levels.held.label}")
    return Wording("เขียนระดับตามผลในระบบ ITAS", "write the level as ITAS gives it")


def _names(levels: Sequence[Level]) -> list[str]:
    return [level.label for level in levels]


def _or(names: Sequence[str], language: str) -> str:
    return f"ระดับ{' หรือ '.join(names)}" if language == "th" else " or ".join(names)


def _plain(label: str) -> str:
    return re.sub(r"\s+|ระดับ", "", label).upper()

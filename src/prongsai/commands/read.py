"""`prongsai read`: what an agency's document states, with the place of each statement and how sure the reading is."""

import json
import sys
from pathlib import Path
from typing import Any

from prongsai.commands.outcome import DONE, say
from prongsai.papers.reading.found import CitedItem, ReadFigure, Reading, ReadLevel, ReadMeasure, ReadRank, Where
from prongsai.papers.reading.reading import read_document
from prongsai.papers.reading.unreadable import UnreadableError
from prongsai.sheets.names import printable
from prongsai.sheets.problems import Language


def run(document: Path, *, as_json: bool, language: Language) -> int:
    """Print all that the document states; 2 where it cannot be read."""
    try:
        reading = read_document(document)
    except UnreadableError as problem:
        name = printable(document.name)
        return say(f"{name}: {problem.th}", f"{name}: {problem.en}", language)
    print(json.dumps(as_data(reading), ensure_ascii=False, indent=2) if as_json else as_text(reading, language))
    warn_of_pictures(reading, language)
    return DONE


def as_data(reading: Reading) -> dict[str, Any]:
    """A reading as the contract prints it: scores are strings with two decimals, unknown is null."""
    return {
        "agency": reading.agency,
        "kind": reading.kind,
        "year": reading.year,
        "figures": [_figure(figure) for figure in reading.figures],
        "levels": [_level(level) for level in reading.levels],
        "ranks": [_rank(rank) for rank in reading.ranks],
        "items": [_item(item) for item in reading.items],
        "measures": [_measure(measure) for measure in reading.measures],
        "unread_pages": list(reading.unread_pages),
    }


def as_text(reading: Reading, language: Language) -> str:
    """A reading as a person looks it over on a terminal."""
    head = [
        reading.agency or _SAY["no agency"][language],
        _KINDS.get(reading.kind, _SAY["no kind"])[language],
        f"{_SAY['year'][language]} {reading.year or '-'}",
    ]
    parts = (
        (_SAY["figures"][language], [_figure_text(figure, language) for figure in reading.figures]),
        (
            _SAY["levels"][language],
            [f"  {x.year or '-'}  {x.level}  ({_at(x.where, language)})" for x in reading.levels],
        ),
        (_SAY["ranks"][language], [_rank_text(rank, language) for rank in reading.ranks]),
        (_SAY["items"][language], _item_texts(reading.items, language)),
        (_SAY["measures"][language], [_measure_text(measure, language) for measure in reading.measures]),
    )
    said = [line for title, lines in parts if lines for line in ("", title, *lines)]
    return "\n".join((" · ".join(head), *said))


def _figure(figure: ReadFigure) -> dict[str, Any]:
    return {
        "year": figure.year,
        "instrument": "" if figure.place.instrument is None else figure.place.instrument.value,
        "code": figure.place.code,
        "score": None if figure.score is None else f"{figure.score:.2f}",
        "certainty": figure.certainty,
        "where": str(figure.where),
        "printed": figure.printed,
        "candidates": [f"{candidate:.2f}" for candidate in figure.candidates],
    }


def _level(level: ReadLevel) -> dict[str, Any]:
    return {"year": level.year, "level": level.level, "where": str(level.where)}


def _rank(rank: ReadRank) -> dict[str, Any]:
    return {
        "year": rank.year,
        "rank": rank.rank,
        "where": str(rank.where),
        "of": rank.of,
        "among": rank.among,
        "certainty": rank.certainty,
    }


def _item(item: CitedItem) -> dict[str, Any]:
    return {"year": item.year, "item": item.item, "where": str(item.where)}


def _measure(measure: ReadMeasure) -> dict[str, Any]:
    return {
        "indicator": measure.indicator,
        "measure": measure.measure,
        "steps": list(measure.steps),
        "period": measure.period,
        "unit": measure.unit,
        "follow_up": measure.follow_up,
        "result": measure.result,
        "outcome": measure.outcome,
        "where": str(measure.where),
    }


def _figure_text(figure: ReadFigure, language: Language) -> str:
    score = "?" if figure.score is None else f"{figure.score:.2f}"
    line = f"  {figure.year or '-'}  {figure.place!s:<8} {score:>6}  ({_at(figure.where, language)})"
    if figure.certainty == "settled":
        line += f"  {_SAY['settled'][language].format(printed=figure.printed)}"
    if figure.certainty == "doubt":
        among = ", ".join(f"{candidate:.2f}" for candidate in figure.candidates[:MOST_SHOWN])
        line += f"  {_SAY['doubt'][language].format(printed=figure.printed, among=among or '-')}"
    return line


def _rank_text(rank: ReadRank, language: Language) -> str:
    of = f"/{rank.of}" if rank.of else ""
    doubt = f"  {_SAY['other rank'][language]}" if rank.certainty == "doubt" else ""
    return f"  {rank.year or '-'}  {rank.rank}{of} {rank.among}".rstrip() + f"  ({_at(rank.where, language)}){doubt}"


def _item_texts(items: tuple[CitedItem, ...], language: Language) -> list[str]:
    """One line for each item, with all its places."""
    places: dict[tuple[int | None, str], list[str]] = {}
    for item in items:
        places.setdefault((item.year, item.item), []).append(_at(item.where, language))
    return [
        f"  {year or '-'}  {item.upper()}  ({'; '.join(dict.fromkeys(wheres))})"
        for (year, item), wheres in places.items()
    ]


def _measure_text(measure: ReadMeasure, language: Language) -> str:
    number = f"[{measure.indicator}]" if measure.indicator else "[-]"
    lines = [f"  {number} {measure.measure}  ({_at(measure.where, language)})"]
    lines += [f"      {count}. {step}" for count, step in enumerate(measure.steps, 1)]
    named = ("period", "unit", "follow_up", "result", "outcome")
    lines += [f"      {_SAY[name][language]}: {said}" for name in named if (said := getattr(measure, name))]
    return "\n".join(lines)


def _at(where: Where, language: Language) -> str:
    if language == "en":
        return str(where)
    return f"บรรทัด {where.line}" if where.page is None else f"หน้า {where.page} บรรทัด {where.line}"


def warn_of_pictures(reading: Reading, language: Language) -> None:
    """Say on standard error which pages nobody has read."""
    if reading.unread_pages:
        pages = ", ".join(map(str, reading.unread_pages))
        print(_SAY["pictures"][language].format(pages=pages), file=sys.stderr)


MOST_SHOWN = 6
_KINDS: dict[str, dict[Language, str]] = {
    "memo": {"th": "บันทึกข้อความ", "en": "memo"},
    "analysis": {"th": "รายงานการวิเคราะห์ผล", "en": "analysis report"},
    "measures": {"th": "มาตรการ", "en": "measures"},
    "report": {"th": "รายงานผลตามมาตรการ", "en": "report on the measures"},
}
_SAY: dict[str, dict[Language, str]] = {
    "no agency": {"th": "(ไม่พบชื่อหน่วยงาน)", "en": "(no agency named)"},
    "no kind": {"th": "(ไม่ทราบชนิดเอกสาร)", "en": "(kind not known)"},
    "year": {"th": "ปีงบประมาณ พ.ศ.", "en": "fiscal year"},
    "figures": {"th": "คะแนน", "en": "Scores"},
    "levels": {"th": "ระดับผลการประเมิน", "en": "Levels"},
    "ranks": {"th": "ลำดับ", "en": "Ranks"},
    "items": {"th": "ข้อ OIT ที่อ้างถึง", "en": "OIT items cited"},
    "measures": {"th": "มาตรการ", "en": "Measures"},
    "period": {"th": "ระยะเวลา", "en": "period"},
    "unit": {"th": "ผู้รับผิดชอบ", "en": "unit"},
    "follow_up": {"th": "การติดตาม", "en": "follow-up"},
    "result": {"th": "ผลการดำเนินการ", "en": "result"},
    "outcome": {"th": "ผลลัพธ์", "en": "outcome"},
    "settled": {"th": "พิมพ์ไว้ “{printed}” คะแนนอื่นกำหนดค่านี้", "en": "printed “{printed}”; the other figures settle it"},
    "doubt": {
        "th": "พิมพ์ไว้ “{printed}” ต้องดูต้นฉบับ อาจเป็น {among}",
        "en": "printed “{printed}”; look at the original: {among}",
    },
    "other rank": {"th": "เอกสารมีลำดับอื่นด้วย", "en": "the document also gives another"},
    "pictures": {
        "th": "อ่านไม่ได้เพราะเป็นภาพ: หน้า {pages} (ต้องมีโปรแกรม Tesseract พร้อมภาษาไทย)",
        "en": "pictures that were not read: page {pages} (this needs Tesseract with Thai)",
    },
}

"""`prongsai check`: what in an agency's document contradicts itself or the rules of its year."""

import json
from collections.abc import Sequence
from pathlib import Path

from prongsai.commands.outcome import CONTRADICTION, DONE, say
from prongsai.commands.read import warn_of_pictures
from prongsai.papers.checking.documents import DocumentFinding, check_reading, where_words
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.reading import read_document
from prongsai.papers.reading.unreadable import UnreadableError
from prongsai.sheets.names import printable
from prongsai.sheets.problems import Language, Words


def run(document: Path, *, as_json: bool, language: Language) -> int:
    """Print every finding; 1 where there is one, 2 where the document cannot be read."""
    try:
        reading = read_document(document)
    except UnreadableError as problem:
        name = printable(document.name)
        return say(f"{name}: {problem.th}", f"{name}: {problem.en}", language)
    found = check_reading(reading)
    print(_json(found, language) if as_json else as_text(found, language))
    warn_of_pictures(reading, language)
    return CONTRADICTION if found else DONE


def as_data(found: DocumentFinding, language: Language) -> dict[str, str]:
    """A finding as the contract prints it; sentences in the language asked for."""
    return {
        "kind": found.kind.value,
        "where": str(found.where),
        "printed": found.printed,
        "follows": _in(found.follows, language),
        "mend": _in(found.mend, language),
    }


def as_text(found: Sequence[DocumentFinding], language: Language) -> str:
    """The findings as a person reads them on a terminal."""
    if not found:
        return _NOTHING[language]
    return "\n\n".join([_COUNT[language].format(len(found)), *(_lines(one, language) for one in found)])


def _lines(one: DocumentFinding, language: Language) -> str:
    where = _in(where_words(one.where), language)
    printed = " ".join(one.printed.split())
    mend = {"th": "แก้ไข", "en": "to mend"}[language]
    return (
        f"{where} · {KIND_NAMES[one.kind][language]} · “{printed}”\n"
        f"  {_in(one.follows, language)}\n  {mend}: {_in(one.mend, language)}"
    )


def _in(wording: Wording, language: Language) -> str:
    return wording.th if language == "th" else wording.en


def _json(found: Sequence[DocumentFinding], language: Language) -> str:
    return json.dumps({"findings": [as_data(one, language) for one in found]}, ensure_ascii=False, indent=2)


_NOTHING: dict[Language, str] = {"th": "ไม่พบข้อขัดแย้ง", "en": "no contradiction found"}
_COUNT: dict[Language, str] = {"th": "พบข้อขัดแย้ง {} แห่ง", "en": "contradictions found: {}"}
KIND_NAMES = {
    Kind.TOTAL: Words("คะแนนรวม", "total"),
    Kind.LEVEL: Words("ระดับ", "level"),
    Kind.SCHEME: Words("ชื่อระดับของปีอื่น", "level of another year's scheme"),
    Kind.RANK: Words("ลำดับ", "rank"),
    Kind.ITEM_YEAR: Words("เลขข้อ OIT ของปีอื่น", "OIT number of another year"),
    Kind.NAME: Words("ชื่อ", "name"),
    Kind.DIRECTION: Words("ทิศทาง", "direction"),
    Kind.DATE: Words("วันที่หรือปี", "date or year"),
    Kind.IMPOSSIBLE_MEAN: Words("คะแนนที่เป็นไปไม่ได้", "impossible score"),
    Kind.TEXT_TABLE: Words("ตัวเลขไม่ตรงกัน", "figures that disagree"),
    Kind.ARITHMETIC: Words("การคำนวณ", "arithmetic"),
}

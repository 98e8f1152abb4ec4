"""Whose document it is and what kind: the agency's name as most of the text spells it, the kind by its titles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from prongsai.papers.reading.columns import Role
from prongsai.papers.reading.found import SourceLine
from prongsai.papers.reading.measure_rows import tells_of_measures
from prongsai.papers.reading.tables import Table

_LOCAL = r"องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร|เมืองพัทยา"
_OTHER = (
    r"มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|โรงเรียน|สถานีตำรวจ\S*?|สำนักงานเขตพื้นที่การศึกษา|สำนักงานเขต|สำนักงาน"
    r"|กรม|สถาบัน|การ(?=ไฟฟ้า|ประปา|รถไฟ|ท่าเรือ|ทางพิเศษ)|องค์การ"
)
_OTHER_WORDS = "และ|ที่|ใน|ของ|มี|ได้|ทุก|อื่น|แห่ง|ทั่ว|ขนาด|จำนวน|ประเภท|หรือ|จาก|ทั้ง|พบว่า"
_NAME = rf"(?!{_OTHER_WORDS})(?P<name>[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]{{1,120}})"
_OF_LOCAL = re.compile(rf"(?P<type>{_LOCAL})(?!(?:{_LOCAL}))\s?{_NAME}")
_OF_OTHER = re.compile(rf"(?P<type>{_OTHER}){_NAME}")
_NOT_HERS = re.compile(r"ป\.?ป\.?ช|ป้องกันและปราบปราม|ส่งเสริมการปกครอง|คลังจังหวัด|ท้องถิ่นจังหวัด|ปลัด$|^ปลัด|เลขาธิการ")
_SEAT = re.compile(r"\s*(?:อำเภอ|อ\.|จังหวัด|จ\.)")
_GOES_ON = re.compile(r"เข้ารับ|ได้|มีผล|มีการ|ขอรายงาน|จึง|ปีงบ|ประจำปี|อำเภอ|จังหวัด|ซึ่ง|โดย|เพื่อ|พบว่า")
_TITLE_WEIGHT = 3
LONGEST_NAME = 45
SHORTEST_NAME = 12
ALIKE = 1
LONGEST_TITLE = 160
FIRST_LINES = 15
_MEMO = re.compile(r"\s*บันทึก\s*ข้อความ\s*")
_KINDS = (
    ("report", re.compile(r"รายงานผลการดำเนิน(?:การ|งาน)\s*(?:เพื่อ|ตาม|ด้าน)?\s*(?:การ)?\s*(?:ส่งเสริมคุณธรรม|มาตรการ)")),
    ("analysis", re.compile(r"(?:การ)?วิเคราะห์\s*ผล\s*การประเมิน")),
    ("measures", re.compile(r"มาตรการ\s*(?:ภายใน)?\s*(?:เพื่อ)?\s*ส่งเสริมคุณธรรม")),
)


def agency_of(lines: Sequence[SourceLine]) -> str:
    """The name that stands closest to all its spellings; empty where no agency is named."""
    for pattern in (_OF_LOCAL, _OF_OTHER):
        names = Counter[str]()
        for index, line in enumerate(lines):
            for name, weight in _names(lines, index, line, pattern):
                names[name] += weight
        if names:
            return _middle(_cut_short(names))
    return ""


def kind_of(lines: Sequence[SourceLine], tables: Sequence[Table]) -> str:
    """memo, analysis, measures or report; a memo that carries one of the others is called by what it carries."""
    titles = [line.text for line in lines if line.text and not line.cells and len(line.text) <= LONGEST_TITLE]
    is_memo = any(_MEMO.fullmatch(title) for title in titles[:FIRST_LINES])
    if is_memo:
        carried = [title for title in titles if not title.lstrip().startswith("เรื่อง")]
        return _kind("\n".join(carried), ("analysis", "report", "measures")) or "memo"
    first = _first_kind("\n".join(titles[:FIRST_LINES]))
    return first or _by_tables(tables) or _kind("\n".join(titles), ("report", "analysis", "measures"))


def _names(
    lines: Sequence[SourceLine], index: int, line: SourceLine, pattern: re.Pattern[str]
) -> Iterator[tuple[str, int]]:
    below = next((one.text for one in lines[index + 1 : index + 3] if one.text), "")
    for match in pattern.finditer(line.text):
        name = match["type"] + match["name"]
        if not _NOT_HERS.search(name):
            seat = _SEAT.match(line.text, match.end()) or (match.end() == len(line.text) and _SEAT.match(below))
            yield name, _TITLE_WEIGHT if seat else 1


def _cut_short(names: Counter[str]) -> Counter[str]:
    """A name with the sentence that follows it counts for the longest other name that it begins with."""
    cut = Counter[str]()
    for name, times in names.items():
        shorter = [other for other in names if other != name and name.startswith(other)]
        cut[max(shorter, key=len) if shorter else _before_verb(name)] += times
    return cut


def _before_verb(name: str) -> str:
    """A run too long for a name, cut where its sentence goes on."""
    verb = _GOES_ON.search(name, SHORTEST_NAME) if len(name) > LONGEST_NAME else None
    return name[: verb.start()] if verb else name


def _middle(names: Counter[str]) -> str:
    """The spelling with the least distance to all others, so that no single misreading decides."""
    most = names.most_common(1)[0][0]
    near = {name: times for name, times in names.items() if Levenshtein.distance(name, most) <= 2 * ALIKE}

    def distance(name: str) -> tuple[int, int]:
        return sum(times * Levenshtein.distance(name, other) for other, times in near.items()), -near[name]

    return min(near, key=distance)


def _first_kind(text: str) -> str:
    met = [(match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(text)) is not None]
    return min(met)[1] if met else ""


def _kind(text: str, order: Sequence[str]) -> str:
    patterns = dict(_KINDS)
    return next((kind for kind in order if patterns[kind].search(text)), "")


def _by_tables(tables: Sequence[Table]) -> str:
    of_measures = [table for table in tables if tells_of_measures(table)]
    if any({Role.RESULT, Role.OUTCOME} <= set(table.roles) for table in of_measures):
        return "report"
    return "measures" if of_measures else ""

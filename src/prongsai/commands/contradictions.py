"""Says in a file's own rows what contradicts what."""

from collections.abc import Sequence

from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place
from prongsai.rulebook.overall_scoring import AgencyResult, StatedDifference
from prongsai.sheets.names import printable
from prongsai.sheets.problems import Problem, Words
from prongsai.sheets.scores_file import AgencyYear


def contradictions(file: str, groups: Sequence[AgencyYear], results: Sequence[AgencyResult]) -> list[Problem]:
    """A problem for each contradiction, at the row that states the figure where there is one."""
    return [
        _problem(printable(file), group, entry)
        for group, result in zip(groups, results, strict=True)
        for entry in result.contradictions
    ]


def _problem(file: str, group: AgencyYear, entry: StatedDifference) -> Problem:
    row = group.row_of(entry.place)
    name, who = place_words(entry.place), f"{group.agency} {group.instrument.year}".strip()
    stated, computed = f"{entry.stated:.2f}", f"{entry.computed:.2f}"
    found = (
        Words(f"{who} {name.th} เขียนไว้ {stated}", f"{who}: {name.en} is stated as {stated}")
        if row
        else Words(f"{who} {name.th} คิดจากส่วนประกอบได้ {stated}", f"{who}: the parts of {name.en} give {stated}")
    )
    mend = Words(
        f"แต่คะแนนอื่นในไฟล์คิดได้ {computed} ให้ตรวจคะแนนนี้หรือส่วนประกอบ",
        f"but the other figures give {computed}; check it or its parts",
    )
    return Problem(file, row, "score" if row else None, found, mend)


def place_words(place: Place) -> Words:
    """A place in words."""
    if place == TOTAL:
        return Words("คะแนนรวม", "the total")
    if place.code == INSTRUMENT_CODE:
        return Words(f"คะแนนเครื่องมือ {place.instrument}", f"the score of {place.instrument}")
    part = f" ({place.instrument})" if place.instrument else ""
    if place.code.isdecimal():
        return Words(f"ตัวชี้วัดที่ {place.code}{part}", f"indicator {place.code}{part}")
    return Words(f"ข้อ {place.code}{part}", f"{place.code}{part}")

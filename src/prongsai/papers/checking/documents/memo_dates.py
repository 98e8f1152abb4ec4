"""When a memo that reports a result is dated: not before the result, and not when half of its plan is over."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from prongsai.papers.checking.documents.days import period_of
from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import Reading, SourceLine, Where
from prongsai.rulebook.loading import known_years, load_year
from prongsai.thai.dates import format_date
from prongsai.thai.dates_in_text import find_dates
from prongsai.thai.periods import fiscal_year_bounds

_MEMO = re.compile(r"บันทึกข้อความ")
_DATED = re.compile(r"วันที่")
_ON_A_RESULT = re.compile(r"ผล(?:คะแนน)?(?:การ)?ประเมิน|ผลการวิเคราะห์|วิเคราะห์ผล")
_SUBJECT = re.compile(r"^\s*เรื่อง")
HEAD_LINES = 25


def check_memo_date(reading: Reading) -> Iterator[DocumentFinding]:
    """The memo's own date against the announcement of the result and the period of the measures it brings."""
    dated = _memo_date(reading.lines)
    if dated is None or reading.year is None:
        return
    where, printed, day = dated
    announced = _announced(reading.year)
    earliest = announced or fiscal_year_bounds(reading.year).first
    if day < earliest:
        yield _finding(where, printed, _before(reading.year, earliest, is_known=announced is not None))
    elif (middle := _half_over(reading)) is not None and day > middle:
        yield _finding(where, printed, _late(reading.year, middle))


def _memo_date(lines: Sequence[SourceLine]) -> tuple[Where, str, date] | None:
    """The date in the head of a memo that is about a result."""
    start = next((index for index, line in enumerate(lines) if _MEMO.search(line.text)), None)
    if start is None:
        return None
    head = [line for line in lines[start : start + HEAD_LINES] if line.text.strip()]
    if not any(_SUBJECT.match(line.text) and _ON_A_RESULT.search(line.text) for line in head):
        return None
    for line in head:
        if _DATED.search(line.text):
            found = next((one for one in find_dates(line.text) if one.day is not None), None)
            if found is not None and found.day is not None:
                return line.where, line.text[slice(*found.span)], found.day
    return None


def _announced(year: int) -> date | None:
    """The day on which the year's result was announced, where the year's data knows it well enough."""
    phases = load_year(year).round.calendar if year in known_years() else ()
    return next((p.starts for p in phases if p.key == "result" and p.confidence != "low"), None)


def _half_over(reading: Reading) -> date | None:
    """The middle of the span in which the measures that the memo brings are to be done.

    A memo alone may be written at any time after the result: that a copy is made late contradicts nothing.
    """
    periods = [period for measure in reading.measures if (period := period_of(measure)) is not None]
    if not periods:
        return None
    first, last = min(period.first for period in periods), max(period.last for period in periods)
    return first + (last - first) / 2


def _before(year: int, earliest: date, *, is_known: bool) -> Wording:
    day = format_date(earliest)
    if is_known:
        return Wording(f"ผลของปี {year} ประกาศเมื่อ {day}", f"the result of {year} was announced on {earliest}")
    return Wording(f"ปีงบประมาณ พ.ศ. {year} เริ่มเมื่อ {day}", f"fiscal year {year} began on {earliest}")


def _late(year: int, middle: date) -> Wording:
    day = format_date(middle)
    return Wording(
        f"เลยครึ่งของระยะเวลาที่จะนำผลปี {year} ไปปฏิบัติแล้ว (ครึ่งแรกสิ้นสุด {day})",
        f"more than half of the time to act on the result of {year} was over (by {middle})",
    )


def _finding(where: Where, printed: str, follows: Wording) -> DocumentFinding:
    mend = Wording(
        "ตรวจวันที่ของบันทึก หรือปรับระยะเวลาของมาตรการ", "check the date of the memo, or the period of the measures"
    )
    return DocumentFinding(Kind.DATE, where, printed, follows, mend)

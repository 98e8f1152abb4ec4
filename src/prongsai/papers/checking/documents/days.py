"""Days that the calendar does not have, periods that end before they begin, and measures outside the plan's year."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import Reading, ReadMeasure
from prongsai.thai.dates import format_date
from prongsai.thai.dates_in_text import find_dates, find_periods
from prongsai.thai.periods import Period, fiscal_year_bounds, fiscal_year_of, format_period, parse_period

FEWEST_MEASURES = 3
FURTHEST_PLAN = 2
"""A plan is for the year after the result; a year more on either side may be how the document counts."""
MOST_OF = 2 / 3
"""The share of the measures that must fall into one year before this is taken to be the year of the plan."""


def check_days(passages: Sequence[Passage]) -> Iterator[DocumentFinding]:
    """Dates and periods that cannot be."""
    for passage in passages:
        for written in find_dates(passage.text):
            if written.day is None:
                follows = Wording("ปฏิทินไม่มีวันนี้", "the calendar has no such day")
                mend = Wording("แก้วันที่หรือเดือน", "correct the day or the month")
                yield _at(passage, written.span, follows, mend)
        for period in find_periods(passage.text):
            if period.is_backward:
                first, last = format_date(period.first), format_date(period.last)
                follows = Wording(
                    f"เริ่ม {first} แต่สิ้นสุดก่อนคือ {last}", f"it begins on {period.first} but ends on {period.last}"
                )
                mend = Wording("แก้ปีหรือเดือนของวันเริ่มหรือวันสิ้นสุด", "correct the year or month of either end")
                yield _at(passage, period.span, follows, mend)


def check_plan_year(reading: Reading) -> Iterator[DocumentFinding]:
    """Measures to be done outside the year of the plan: the year in which most of them lie, else the next two."""
    periods = [(measure, period) for measure in reading.measures if (period := period_of(measure)) is not None]
    year = _plan_year([period for _, period in periods])
    if reading.year is not None and year is not None and not -1 <= year - reading.year <= FURTHEST_PLAN:
        yield _outside(*periods[0], reading.year + 1)
        return
    window = _window(year, reading.year)
    if window is not None:
        stray = ((measure, period) for measure, period in periods if not _is_within(period, window))
        yield from (_outside(measure, period, year or fiscal_year_of(window.last)) for measure, period in stray)


def period_of(measure: ReadMeasure) -> Period | None:
    """When a measure is to be done; `None` where its cell holds no period, or a backward one."""
    with suppress(ValueError):
        return parse_period(measure.period)
    found = [period for period in find_periods(measure.period) if not period.is_backward]
    return Period(found[0].first, found[0].last) if len(found) == 1 else None


def _plan_year(periods: Sequence[Period]) -> int | None:
    if len(periods) < FEWEST_MEASURES:
        return None
    counts = {year: sum(_is_within(p, _year_window(year)) for p in periods) for year in map(_year_of, periods)}
    year = max(counts, key=lambda one: counts[one])
    return year if counts[year] >= MOST_OF * len(periods) else None


def _year_of(period: Period) -> int:
    return fiscal_year_of(period.first)


def _window(plan_year: int | None, result_year: int | None) -> Period | None:
    if plan_year is not None:
        return _year_window(plan_year)
    if result_year is None:
        return None
    return Period(fiscal_year_bounds(result_year).first, _year_window(result_year + 1).last)


def _year_window(year: int) -> Period:
    """A fiscal year with the rest of its calendar year: some plans run from January to December."""
    bounds = fiscal_year_bounds(year)
    return Period(bounds.first, date(bounds.last.year, 12, 31))


def _is_within(period: Period, window: Period) -> bool:
    return period.first in window and period.last in window


def _outside(measure: ReadMeasure, period: Period, year: int) -> DocumentFinding:
    bounds = format_period(fiscal_year_bounds(year))
    follows = Wording(
        f"แผนของปีงบประมาณ พ.ศ. {year} คือ {bounds} แต่มาตรการนี้อยู่ใน {format_period(period)}",
        f"the plan's fiscal year {year} is {bounds}, but this measure lies in {format_period(period)}",
    )
    mend = Wording(f"แก้ระยะเวลาให้อยู่ในปีงบประมาณ พ.ศ. {year}", f"move the period into fiscal year {year}")
    return DocumentFinding(Kind.DATE, measure.where, measure.period.strip(), follows, mend)


def _at(passage: Passage, span: tuple[int, int], follows: Wording, mend: Wording) -> DocumentFinding:
    start, end = span
    return DocumentFinding(Kind.DATE, passage.where, passage.text[start:end], follows, mend)

"""Which paper each KIND of `prongsai write` is, and what it takes from an agency's results by year."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.rulebook.planning import FULL_POINTS
from prongsai.thai.dates import format_date
from prongsai.thai.numerals import DigitStyle

Format = Literal["docx", "pdf"]


@dataclass(frozen=True, slots=True)
class Commission:
    """A paper asked for: of which agency and year, from which results, in which form; `results` are by year."""

    agency: str
    year: int
    results: Mapping[int, AgencyResult]
    format: Format
    digits: DigitStyle
    today: date
    emblem: bytes | None = None

    @property
    def result(self) -> AgencyResult:
        """The result of the year."""
        return self.results[self.year]

    @property
    def before(self) -> AgencyResult | None:
        """The result of the year before it, where there is one."""
        return self.results.get(self.year - 1)


def write_paper(kind: str, wanted: Commission) -> bytes:
    """The paper as a file; `kind` is a key of `KINDS`."""
    return KINDS[kind](wanted)


def _analysis(wanted: Commission) -> bytes:
    from prongsai.papers.analysis_report import write_analysis

    totals = [(year, result.total) for year, result in sorted(wanted.results.items()) if year <= wanted.year]
    return write_analysis(
        wanted.result,
        agency_name=wanted.agency,
        before=wanted.before,
        history=[(year, total) for year, total in totals if total is not None],
        format=wanted.format,
        digits=wanted.digits,
        written_on=wanted.today,
    )


def _memo(wanted: Commission) -> bytes:
    from prongsai.papers.memo import memo_contents_from_result, write_memo

    contents = memo_contents_from_result(
        wanted.result, agency_name=wanted.agency, before=wanted.before, dated=wanted.today, emblem=wanted.emblem
    )
    return write_memo(contents, format=wanted.format, digits=wanted.digits, written_on=wanted.today)


def _measures(wanted: Commission) -> bytes:
    from prongsai.papers.measures_plan import plan_contents_from_result, write_plan

    contents = plan_contents_from_result(
        wanted.result, agency_name=wanted.agency, before=wanted.before, emblem=wanted.emblem
    )
    return write_plan(contents, format=wanted.format, digits=wanted.digits, written_on=wanted.today)


def _announcement(wanted: Commission) -> bytes:
    from prongsai.papers.measures_plan import plan_contents_from_result, write_plan_announcement

    contents = plan_contents_from_result(
        wanted.result, agency_name=wanted.agency, before=wanted.before, emblem=wanted.emblem
    )
    return write_plan_announcement(contents, format=wanted.format, digits=wanted.digits, written_on=wanted.today)


def _report(wanted: Commission) -> bytes:
    """A file that lacks the year before leaves its scores unknown, and with them which measures they called for."""
    from prongsai.papers.measures_report import report_contents_from_results, write_report

    before = wanted.before or score_agency(load_year(wanted.year - 1), {})
    contents = report_contents_from_results(wanted.result, before, agency_name=wanted.agency, as_of=wanted.today)
    return write_report(contents, format=wanted.format, digits=wanted.digits, written_on=wanted.today)


def _working_group(wanted: Commission) -> bytes:
    from prongsai.papers.order import working_group_order, write_order

    contents = working_group_order(wanted.result, agency_name=wanted.agency, emblem=wanted.emblem)
    return write_order(contents, format=wanted.format, digits=wanted.digits, written_on=wanted.today)


def _sheet(wanted: Commission) -> bytes:
    """Without the address of a public page, as a file of scores has none."""
    from prongsai.papers.result_sheet import gather_sheet, write_sheet

    source = f"คะแนนที่หน่วยงานนำมาคิด เมื่อวันที่ {format_date(wanted.today)}"
    contents = gather_sheet(wanted.result, agency_name=wanted.agency, before=wanted.before, address="", source=source)
    return write_sheet(contents, format=wanted.format, digits=wanted.digits, written_on=wanted.today)


def _oit(wanted: Commission) -> bytes:
    """Without addresses, as a file of scores has none."""
    from prongsai.papers.oit_summary import gather_summary, write_summary

    year = wanted.result.year
    scores = {code: wanted.result.score(Place(Instrument.OIT, code)).value for code in year.items}
    contents = gather_summary(
        year,
        agency_name=wanted.agency,
        given={},
        verdicts={code: value == FULL_POINTS for code, value in scores.items() if value is not None},
        as_of=wanted.today,
    )
    return write_summary(contents, format=wanted.format, digits=wanted.digits, written_on=wanted.today)


KINDS: Mapping[str, Callable[[Commission], bytes]] = {
    "memo": _memo,
    "analysis": _analysis,
    "measures": _measures,
    "report": _report,
    "announcement": _announcement,
    "order": _working_group,
    "sheet": _sheet,
    "oit": _oit,
}

LEAVES_AS: Mapping[str, Format] = {
    "memo": "docx",
    "analysis": "pdf",
    "measures": "docx",
    "report": "docx",
    "announcement": "docx",
    "order": "docx",
    "sheet": "pdf",
    "oit": "pdf",
}
"""Where one form is enough: DOCX for what the agency goes on writing and signs, PDF for what it reads and publishes."""

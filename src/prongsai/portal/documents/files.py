"""Has the papers written, from what was opened for a seat. The typesetter is large, so it is imported late."""

from typing import Literal

from django.utils import timezone

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.documents import analysed
from prongsai.portal.documents.access import OpenedPlan, compared
from prongsai.portal.documents.traces import traces_of
from prongsai.portal.documents.wording import place_of
from prongsai.portal.plans.effect import NoiseReader
from prongsai.portal.plans.effects.noise import noise_reader
from prongsai.portal.results.queries import respondents
from prongsai.rulebook.comparing import Comparison
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.thai.numerals import DigitStyle

Format = Literal["pdf", "docx"]
PlanForm = Literal["indicators", "seven-topics"]


def analysis_file(
    agency: Agency, years: dict[int, AgencyResult], year: int, *, file_format: Format, digits: DigitStyle
) -> bytes:
    """The analysis report of one of the years."""
    from prongsai.papers.analysis_report import write_analysis

    comparison = compared(years, year)
    totals = [(one, result.total) for one, result in sorted(years.items()) if one <= year]
    return write_analysis(
        years[year],
        agency_name=agency.name_th,
        before=None if comparison is None else comparison.before,
        history=[(one, total) for one, total in totals if total is not None],
        format=file_format,
        digits=digits,
        written_on=timezone.localdate(),
    )


def plan_file(agency: Agency, opened: OpenedPlan, *, form: PlanForm, file_format: Format, digits: DigitStyle) -> bytes:
    """The plan of measures."""
    from prongsai.papers.measures_plan import write_plan
    from prongsai.portal.documents.plan_paper import gather_plan

    year = opened.plan.result_year
    contents = gather_plan(
        opened.plan,
        opened.result,
        place=place_of(agency),
        findings=analysed.findings_of(agency.pk, year),
        constraints=analysed.constraints_of(agency.pk, year),
        notes=analysed.notes_of(agency.pk, year),
    )
    return write_plan(contents, form=form, format=file_format, digits=digits, written_on=timezone.localdate())


def report_file(agency: Agency, opened: OpenedPlan, *, file_format: Format, digits: DigitStyle) -> bytes:
    """The report on the plan as things stand today."""
    from prongsai.papers.measures_report import write_report
    from prongsai.portal.documents.report_paper import gather_report

    today, comparison = timezone.localdate(), opened.comparison
    contents = gather_report(
        opened.plan,
        opened.result,
        comparison,
        noise=_noise(agency, comparison),
        place=place_of(agency),
        as_of=today,
        traces=traces_of(agency.pk, opened.plan.year),
    )
    return write_report(contents, format=file_format, digits=digits, written_on=today)


def _noise(agency: Agency, comparison: Comparison | None) -> NoiseReader:
    """Reads how far a change may be chance from who answered in the two years."""
    if comparison is None:
        return lambda _: None
    before, now = (respondents(agency.pk, result.year.year) for result in (comparison.before, comparison.now))
    return noise_reader(comparison, before=before, now=now)

"""The report on a year's measures from two results alone: scores before and after, with dots for what was done."""

from collections.abc import Iterator
from datetime import date

from prongsai.papers.analysis_report.wording import place_name
from prongsai.papers.measures_plan.from_result import proposed_measures
from prongsai.papers.measures_report.contents import ReportContents, ReportedMeasure, ReportedStep, ScoreChange
from prongsai.rulebook.comparing import Change, Comparison, compare
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.proposing import PlannedMeasure
from prongsai.thai.periods import fiscal_year_bounds

FIRST_VERSION = 1


def report_contents_from_results(
    after: AgencyResult, before: AgencyResult, *, agency_name: str, as_of: date, place: str = ""
) -> ReportContents:
    """The report on the measures of the year of `after`, proposed from `before`, the result of the year before it.

    What the agency did, its evidence and what came of it stay open. Raises `NotConsecutiveError` for other years.
    """
    comparison = compare(after, before)
    return ReportContents(
        agency_name=agency_name,
        place=place,
        plan_year=after.year.year,
        version=FIRST_VERSION,
        as_of=as_of,
        measures=tuple(_measure(planned, comparison) for planned in proposed_measures(before)),
    )


def _measure(planned: PlannedMeasure, comparison: Comparison) -> ReportedMeasure:
    proposed, year = planned.measure, comparison.now.year
    unit, *others = proposed.units_th
    return ReportedMeasure(
        title=proposed.title_th,
        indicator=planned.indicator,
        indicator_name=year.indicators[planned.indicator].name_th,
        steps=tuple(ReportedStep(step, "open") for step in proposed.steps_th),
        period=fiscal_year_bounds(year.year),
        unit=unit,
        other_units=tuple(others),
        success=proposed.success_th,
        changes=tuple(_score_change(change, comparison) for change in _changes(planned, comparison)),
    )


def _changes(planned: PlannedMeasure, comparison: Comparison) -> Iterator[Change]:
    """The question that called for the measure, in each part that asks it; where no score is known, the indicator."""
    places = list(_places_now(planned.question, comparison)) if planned.question else []
    asked = [change for place in places if (change := comparison.change(place)) is not None]
    known = [change for change in asked if (change.before, change.now) != (None, None)]
    whole = comparison.change(indicator_place(planned.indicator))
    yield from known or ([whole] if whole is not None else [])


def _places_now(question: str, comparison: Comparison) -> Iterator[Place]:
    """Where the later year asks what the earlier one asked by this code."""
    year = comparison.now.year
    links = () if year.crosswalk is None else year.crosswalk.questions
    for part in year.survey_by_part:
        for link in links:
            if link.was == question and year.question(part, link.code) is not None:
                yield Place(part, link.code)


def _score_change(change: Change, comparison: Comparison) -> ScoreChange:
    return ScoreChange(
        name=place_name(change.place, comparison.now.year),
        before_year=comparison.before.year.year,
        before=change.before,
        after_year=comparison.now.year.year,
        after=change.now,
        comparable=change.comparable,
        break_reason=" / ".join(entry.reason_th for entry in change.breaks),
    )

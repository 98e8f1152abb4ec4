"""The report on a plan as its paper says it, from what was stored and the scores of both years: pure."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from prongsai.papers.analysis_report.wording import place_name
from prongsai.papers.measures_report import contents as paper
from prongsai.portal.documents.plan_paper import period_of
from prongsai.portal.documents.traces import MeasureTrace, StepTrace
from prongsai.portal.plans.contents import MeasureContents, MeasurePaper, PlanPaper, StepDone
from prongsai.portal.plans.effect import FigureEffect, NoiseReader, Verdict, effect_of, question_places
from prongsai.rulebook.comparing import Comparison
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.overall_scoring import AgencyResult

BEYOND_NOISE = {Verdict.ROSE: True, Verdict.FELL: True, Verdict.NOISE: False}


def gather_report(
    plan: PlanPaper,
    before: AgencyResult,
    comparison: Comparison | None,
    *,
    noise: NoiseReader,
    place: str,
    as_of: date,
    traces: Sequence[MeasureTrace],
) -> paper.ReportContents:
    """All that the paper says; `comparison` is there once the result of the plan's own year is."""
    return paper.ReportContents(
        agency_name=plan.agency_name,
        place=place,
        plan_year=plan.year,
        version=plan.version,
        as_of=as_of,
        plan_approved=plan.approved_at is not None,
        measures=tuple(
            _measure(entry, trace, before, comparison, noise)
            for entry, trace in zip(plan.measures, traces, strict=True)
        ),
    )


def _measure(
    entry: MeasurePaper, trace: MeasureTrace, before: AgencyResult, comparison: Comparison | None, noise: NoiseReader
) -> paper.ReportedMeasure:
    plan = entry.plan
    changes = _changes(plan, before, comparison, noise)
    return paper.ReportedMeasure(
        title=plan.title,
        indicator=plan.indicator,
        indicator_name=before.year.indicators[plan.indicator].name_th,
        steps=tuple(map(_step, entry.steps, trace)),
        period=period_of(plan),
        unit=plan.unit,
        other_units=plan.other_units,
        success=plan.success,
        reached=_reached(plan, comparison),
        outcome=entry.outcome,
        changes=tuple(changes),
        evidence=tuple(piece for step in trace for piece in step.evidence),
    )


def _step(step: StepDone, trace: StepTrace) -> paper.ReportedStep:
    """What was last said of a step is its result; of one that is still being done, it is also the reason."""
    last = step.reports[-1] if step.reports else ""
    state: paper.StepState = msgspec.convert(step.state, paper.StepState)
    return paper.ReportedStep(
        step.text, state, result=last, done_on=trace.reported_on, reason=last if step.state == "doing" else ""
    )


def _changes(
    plan: MeasureContents, before: AgencyResult, comparison: Comparison | None, noise: NoiseReader
) -> Iterator[paper.ScoreChange]:
    if comparison is None:
        yield from _only_before(plan, before)
        return
    effect = effect_of(comparison, question=plan.question, indicator=plan.indicator, noise=noise)
    known = [figure for figure in effect.figures if (figure.change.before, figure.change.now) != (None, None)]
    for figure in known or effect.figures:
        yield _score_change(figure, comparison)


def _only_before(plan: MeasureContents, before: AgencyResult) -> Iterator[paper.ScoreChange]:
    """The scores that the measure set out from, while those after it are not there yet."""
    asked = [Place(part, plan.question) for part in before.year.survey_by_part]
    known = [place for place in asked if place in before.scores and before.score(place).value is not None]
    year = before.year.year
    for place in known or [indicator_place(plan.indicator)]:
        yield paper.ScoreChange(place_name(place, before.year), year, before.score(place).value, year + 1, None)


def _score_change(figure: FigureEffect, comparison: Comparison) -> paper.ScoreChange:
    change = figure.change
    return paper.ScoreChange(
        name=place_name(figure.place, comparison.now.year),
        before_year=comparison.before.year.year,
        before=change.before,
        after_year=comparison.now.year.year,
        after=change.now,
        comparable=change.comparable,
        beyond_noise=BEYOND_NOISE.get(figure.verdict),
        half_width=None if figure.interval is None else (figure.interval.high - figure.interval.low) / 2,
        break_reason=" / ".join(entry.reason_th for entry in figure.breaks),
    )


def _reached(plan: MeasureContents, comparison: Comparison | None) -> bool | None:
    """Whether the figure that the plan named reached its target."""
    if comparison is None or plan.success_target is None:
        return None
    wanted = set(_later_places(plan.success_place, comparison))
    values = [score.value for place, score in comparison.now.scores.items() if str(place) in wanted]
    return values[0] >= plan.success_target if values and values[0] is not None else None


def _later_places(written: str, comparison: Comparison) -> Iterator[str]:
    """Where the later year has what the plan wrote as `EIT1 e7` or `8`; items are numbered anew each year."""
    instrument, _, code = written.rpartition(" ")
    if instrument and not code.isdecimal():
        for place in question_places(comparison, code):
            if place.instrument == instrument:
                yield str(place)
    elif written:
        yield written

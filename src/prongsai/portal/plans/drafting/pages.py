"""What the pages of a plan in the making show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.people.access import Seat
from prongsai.portal.plans import queries
from prongsai.portal.plans.drafting.inputs import MeasureInput, from_proposal
from prongsai.portal.plans.models import LibraryMeasure, Measure, Plan, StepState
from prongsai.portal.plans.proposal import Proposal
from prongsai.portal.plans.proposing import keepers, propose
from prongsai.portal.plans.reviewing import PlanWarning, Review
from prongsai.portal.results.scorecard.names import indicator_name
from prongsai.rulebook.evidence import indicator_place
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.weighing import Concern


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure with what the rules found, how many of its steps were checked, and whether others stand around it."""

    measure: Measure
    warnings: tuple[PlanWarning, ...]
    step_warnings: int
    checked: int
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """An indicator with its score and measures."""

    number: int
    name: str
    score: Decimal | None
    warnings: tuple[PlanWarning, ...]
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class ProposalGroup:
    """What can be taken over for an indicator; what the officer dropped in the analysis stands apart."""

    number: int
    name: str
    score: Decimal | None
    proposals: tuple[Proposal, ...]
    dropped: tuple[Proposal, ...]


def indicator_rows(
    measures: Sequence[Measure], rules: YearInstrument, result: AgencyResult | None, review: Review
) -> tuple[IndicatorRows, ...]:
    """The ten indicators with their measures."""
    return tuple(
        IndicatorRows(
            number=number,
            name=indicator_name(rules, number),
            score=result.indicators[number] if result else None,
            warnings=review.of_indicator.get(number, ()),
            rows=tuple(_rows([m for m in measures if m.indicator == number], review)),
        )
        for number in rules.indicators
    )


def proposals_for(seat: Seat, result: AgencyResult, concerns: Sequence[Concern] = ()) -> tuple[Proposal, ...]:
    """What is offered for the year after a result, `concerns` being what the officer made of its weaknesses.

    What is called for and what keeps first, then what is left and proven, last the keeping of the other indicators.
    """
    first = propose(result, concerns)
    year = result.year.year
    left = queries.unfinished_measures(seat.agency.pk, year)
    library = queries.library_for(
        indicators=[p.indicator for p in first if p.origin == "recommendation" and not p.is_dropped],
        agency_id=seat.agency.pk,
        fictional=seat.agency.is_fictional,
    )
    return (*first, *map(_left_over, left), *map(_proven, library), *keepers(result, first))


def grouped_proposals(proposals: Sequence[Proposal], result: AgencyResult) -> tuple[ProposalGroup, ...]:
    """The proposals by indicator."""
    return tuple(
        ProposalGroup(
            number=number,
            name=indicator_name(result.year, number),
            score=result.indicators[number],
            proposals=tuple(p for p in proposals if p.indicator == number and not p.is_dropped),
            dropped=tuple(p for p in proposals if p.indicator == number and p.is_dropped),
        )
        for number in result.year.indicators
    )


def chosen_measures(seat: Seat, proposals: Iterable[Proposal], keys: Iterable[str], year: int) -> list[MeasureInput]:
    """The chosen proposals as measures of a fiscal year."""
    wanted, units = set(keys), units_of(seat.agency.pk)
    return [from_proposal(proposal, year=year, units=units) for proposal in proposals if proposal.key in wanted]


def startable_years(plans: Iterable[Plan], result_years: Iterable[int]) -> list[int]:
    """Fiscal years after a result for which there is no plan, newest first."""
    planned = {plan.year for plan in plans}
    return sorted((year + 1 for year in result_years if year + 1 not in planned), reverse=True)


def _rows(measures: Sequence[Measure], review: Review) -> Iterable[MeasureRow]:
    for index, measure in enumerate(measures):
        yield MeasureRow(
            measure=measure,
            warnings=review.of_measure.get(measure.pk, ()),
            step_warnings=sum(len(review.of_step.get(step.pk, ())) for step in measure.steps.all()),
            checked=sum(step.state == StepState.VERIFIED for step in measure.steps.all()),
            is_first=index == 0,
            is_last=index == len(measures) - 1,
        )


def _left_over(measure: Measure) -> Proposal:
    """A measure of last year's plan with the steps that were not verified; codes of an older year are left behind."""
    owner = [measure.unit.name] if measure.unit else []
    return Proposal(
        key=f"u-{measure.pk}",
        origin="unfinished",
        indicator=measure.indicator,
        title=measure.title,
        steps=tuple(step.text for step in measure.steps.all() if step.state != "verified"),
        units=(*owner, *(unit.name for unit in measure.other_units.all())),
        follow_up=measure.follow_up,
        success=measure.success,
        topic=measure.topic,
        place=indicator_place(measure.indicator),
    )


def _proven(entry: LibraryMeasure) -> Proposal:
    return Proposal(
        key=f"l-{entry.pk}",
        origin="library",
        indicator=entry.indicator,
        title=entry.title,
        steps=tuple(entry.steps),
        units=tuple(entry.units),
        follow_up=entry.follow_up,
        success=entry.success,
        topic=entry.topic,
        place=indicator_place(entry.indicator),
        library=entry.pk,
        proof=(entry.before, entry.after),
        giver=str(entry.agency) if entry.is_named else "",
    )

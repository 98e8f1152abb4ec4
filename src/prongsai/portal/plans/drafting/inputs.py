"""What an officer hands in for a measure: pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prongsai.portal.plans.fitting import NamedUnit, match_units, spread_due_dates
from prongsai.portal.plans.proposal import Proposal
from prongsai.rulebook.evidence import Place
from prongsai.thai.periods import fiscal_year_bounds


@dataclass(frozen=True, slots=True)
class StepInput:
    """A step; `id` is of the step that it changes."""

    text: str
    due: date | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class MeasureInput:
    """A measure as the form gives it back."""

    indicator: int
    title: str
    origin: str = "own"
    question: str = ""
    items: tuple[str, ...] = ()
    topic: int | None = None
    finding: str = ""
    unit_id: int | None = None
    other_unit_ids: tuple[int, ...] = ()
    starts: date | None = None
    ends: date | None = None
    budget: Decimal | None = None
    success: str = ""
    success_place: Place | None = None
    success_target: Decimal | None = None
    follow_up: str = ""
    steps: tuple[StepInput, ...] = ()
    library_id: int | None = None


def from_proposal(proposal: Proposal, *, year: int, units: Sequence[NamedUnit]) -> MeasureInput:
    """A proposal as a measure over the whole fiscal year, with the agency's own units where their names fit."""
    owner, others = match_units(proposal.units, units)
    period = fiscal_year_bounds(year)
    due = spread_due_dates(year, len(proposal.steps))
    return MeasureInput(
        indicator=proposal.indicator,
        title=proposal.title,
        origin=proposal.origin,
        question=proposal.question,
        items=proposal.items,
        topic=proposal.topic,
        finding="\n".join(proposal.findings),
        unit_id=owner,
        other_unit_ids=others,
        starts=period.first,
        ends=period.last,
        success=proposal.success,
        success_place=proposal.place,
        success_target=proposal.target,
        follow_up=proposal.follow_up,
        steps=tuple(StepInput(text, day) for text, day in zip(proposal.steps, due, strict=True)),
        library_id=proposal.library,
    )

"""What an agency sees of its surveys while they run: numbers only, and of a unit only where it is large enough."""

from dataclasses import dataclass
from datetime import datetime

from prongsai.portal.rounds.queries import ParticipationFacts, RoundFacts
from prongsai.portal.surveys.queries import (
    CodeCount,
    answer_counts,
    code_counts,
    links_of,
    shown_apart,
    unit_counts,
)
from prongsai.rulebook.instrument import Instrument


@dataclass(frozen=True, slots=True)
class PartProgress:
    """A part: who came so far, of how many at least; `link` is its short address if people answer by one."""

    part: Instrument
    answers: int
    minimum: int | None
    needs_confirmation: bool
    link: str

    @property
    def percent(self) -> int | None:
        """Of the minimum, at most 100; `None` where no minimum is known."""
        return None if not self.minimum else min(100, self.answers * 100 // self.minimum)


@dataclass(frozen=True, slots=True)
class UnitCodes:
    """A unit's one-time codes; `answers` is `None` where fewer than ten answered."""

    unit_id: int | None
    name: str
    staff: int | None
    made: int
    spent: int | None
    answers: int | None


@dataclass(frozen=True, slots=True)
class CollectingPage:
    """Everything that the page shows."""

    round: RoundFacts
    parts: tuple[PartProgress, ...]
    units: tuple[UnitCodes, ...]
    is_open: bool
    opens_at: datetime | None
    closes_at: datetime | None
    codes_made: int
    codes_spent: int

    @property
    def has_links(self) -> bool:
        """Whether the addresses were made."""
        return any(part.link for part in self.parts)


def collecting_page(
    round: RoundFacts,  # noqa: A002 - the area's own word
    facts: ParticipationFacts,
    *,
    is_open: bool,
    opens_at: datetime | None,
    closes_at: datetime | None,
) -> CollectingPage:
    """Read what is known; four queries."""
    links = links_of(round.id, facts.agency_id)
    answers = answer_counts(round.id, [facts.agency_id]).get(facts.agency_id, {})
    codes = {count.unit_id: count for count in code_counts(round.id, facts.agency_id)}
    return CollectingPage(
        round=round,
        parts=tuple(
            PartProgress(
                part=part,
                answers=answers.get(part, 0),
                minimum=sample.minimum,
                needs_confirmation=sample.needs_confirmation,
                link=links[part].code if part in links else "",
            )
            for part, sample in facts.minimums.items()
        ),
        units=tuple(_units(facts, codes, unit_counts(round.id, facts.agency_id))),
        is_open=is_open,
        opens_at=opens_at,
        closes_at=closes_at,
        codes_made=sum(count.made for count in codes.values()),
        codes_spent=sum(count.spent for count in codes.values()),
    )


def _units(facts: ParticipationFacts, codes: dict[int | None, CodeCount], answers: dict[int, int]) -> list[UnitCodes]:
    shown = shown_apart({unit_id: count.spent for unit_id, count in codes.items() if count.made})
    rows = [_unit(unit.id, unit.name, unit.staff, codes, answers, shown) for unit in facts.units]
    placed = sum(unit.staff for unit in facts.units)
    rest = None if facts.staff is None else facts.staff - placed
    return [*rows, _unit(None, "", rest, codes, answers, shown)]


def _unit(
    unit_id: int | None,
    name: str,
    staff: int | None,
    codes: dict[int | None, CodeCount],
    answers: dict[int, int],
    shown: set[int | None],
) -> UnitCodes:
    """How many codes of a small unit are spent would tell who of a handful has answered."""
    count = codes.get(unit_id, CodeCount(unit_id, 0, 0))
    return UnitCodes(
        unit_id=unit_id,
        name=name,
        staff=staff,
        made=count.made,
        spent=count.spent if unit_id in shown else None,
        answers=None if unit_id is None else answers.get(unit_id),
    )

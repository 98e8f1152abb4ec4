"""What the office's pages of a round show."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.queries import names_of_actors
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds import queries
from prongsai.portal.rounds.calendar_lines import calendar_lines
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.models import ParticipationState
from prongsai.portal.rounds.running.forms import MoveForm
from prongsai.portal.rounds.states import INVITING, ORDER, RoundState, next_state, state_before


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list; `is_whole` says that its rules are still those that it pinned."""

    facts: RoundFacts
    is_whole: bool


@dataclass(frozen=True, slots=True)
class StateMark:
    """A state on the way of a round."""

    label: str
    is_passed: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A move of the round, with the name of who moved it."""

    at: datetime
    before: str
    after: str
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many agencies stand somewhere."""

    state: ParticipationState
    label: str
    count: int


def round_lines() -> list[RoundLine]:
    """Every round."""
    return [RoundLine(facts, queries.pin_holds(facts)) for facts in queries.rounds_in_order()]


def round_page(seat: NationalSeat, facts: RoundFacts, form: MoveForm | None = None) -> dict[str, Any]:
    """All that the round's own page shows; `form` is a move that was refused, with what was typed."""
    runs = seat.may(Permission.RUN_ROUNDS)
    counts = state_counts(facts)
    return {
        "seat": seat,
        "round": facts,
        "path": path_of(facts),
        "phases": calendar_lines(facts, timezone.now()),
        "counts": counts,
        "invited": sum(entry.count for entry in counts),
        "changes": _change_lines(facts),
        "runs": runs,
        "may_prepare": runs and not queries.has_collected(facts.id),
        "may_invite": runs and facts.state in INVITING,
        "next": next_state(facts.state, is_rehearsal=facts.is_rehearsal) if runs else None,
        "before": state_before(facts.state) if runs else None,
        "form": form or MoveForm(),
    }


def state_counts(facts: RoundFacts) -> list[StateCount]:
    """How many agencies stand where."""
    return [StateCount(state, str(state.label), count) for state, count in queries.count_by_state(facts.id).items()]


def path_of(facts: RoundFacts) -> list[StateMark]:
    """The states that this round passes; a rehearsal is never published."""
    states = [state for state in ORDER if not (facts.is_rehearsal and state is RoundState.PUBLISHED)]
    return [StateMark(str(state.label), facts.has_reached(state), state is facts.state) for state in states]


def _change_lines(facts: RoundFacts) -> list[ChangeLine]:
    changes = queries.changes_of(facts.id)
    names = names_of_actors({change.by for change in changes})
    return [
        ChangeLine(
            at=change.at,
            before=change.get_before_display(),
            after=change.get_after_display(),
            reason=change.reason,
            who=names.get(change.by, _("ระบบ")),
        )
        for change in changes
    ]

"""The states of a round as data: their order, which phases each lets happen, what must be dated before it begins."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundState(models.TextChoices):
    """How far a round has come, in this order."""

    PREPARED = "prepared", _("เตรียมรอบ")
    REGISTRATION = "registration", _("ลงทะเบียน")
    CONFIRMATION = "confirmation", _("ผู้บริหารยืนยันข้อมูล")
    COLLECTING = "collecting", _("เก็บข้อมูล")
    DISCLOSURE_SCORING = "disclosure-scoring", _("ตรวจให้คะแนน OIT")
    CLARIFICATION = "clarification", _("ชี้แจงคะแนน OIT")
    CONFIRMED = "confirmed", _("ยืนยันผลคะแนน")
    PUBLISHED = "published", _("ประกาศผล")


ORDER = tuple(RoundState)

TAKING_PART = frozenset({"registration", "population"})
"""Phases in which an officer writes what her agency brings into the round."""

ANSWERING = "surveys"
"""The phase in which answers come."""

APPROVAL = "population-approval"
"""The phase in which the executive confirms it."""

ALLOWS: Mapping[RoundState, frozenset[str]] = MappingProxyType(
    {
        RoundState.PREPARED: frozenset({"framework"}),
        RoundState.REGISTRATION: TAKING_PART | {APPROVAL},
        RoundState.CONFIRMATION: TAKING_PART | {APPROVAL},
        # agencies that are late come in by an extension of their phases, so that the surveys need not wait
        RoundState.COLLECTING: TAKING_PART | {APPROVAL, "surveys", "disclosure", "disclosure-approval"},
        # in earlier years the surveys went on while OIT was already being scored
        RoundState.DISCLOSURE_SCORING: frozenset({"surveys", "disclosure-approval", "scoring"}),
        RoundState.CLARIFICATION: frozenset({"clarification", "final-scoring"}),
        RoundState.CONFIRMED: frozenset({"final-scoring", "processing"}),
        RoundState.PUBLISHED: frozenset({"result"}),
    }
)
"""Which phases of the calendar may run in a state."""

EVERY_STATE = frozenset({"assessment"})
"""The whole span of the year's assessment: it only informs."""

ANNOUNCING = frozenset({"result"})
"""What a rehearsal never comes to."""

NEEDS_DATES: Mapping[RoundState, tuple[str, ...]] = MappingProxyType(
    {
        RoundState.REGISTRATION: ("registration",),
        RoundState.CONFIRMATION: ("population-approval",),
        RoundState.COLLECTING: ("surveys", "disclosure"),
        RoundState.DISCLOSURE_SCORING: ("scoring",),
        RoundState.CLARIFICATION: ("clarification",),
    }
)
"""Phases that must have dates before a round moves into the state."""

MAY_GO_BACK = frozenset(
    {
        RoundState.CONFIRMATION,
        RoundState.COLLECTING,
        RoundState.DISCLOSURE_SCORING,
        RoundState.CLARIFICATION,
        RoundState.CONFIRMED,
    }
)
"""States that can be left backwards, one step and with a reason. What was published stays published."""

INVITING = frozenset({RoundState.PREPARED, RoundState.REGISTRATION, RoundState.CONFIRMATION, RoundState.COLLECTING})
"""States in which agencies can still be invited."""


def next_state(state: str, *, is_rehearsal: bool) -> RoundState | None:
    """The state that follows; a rehearsal ends before it would be published."""
    here = ORDER.index(RoundState(state))
    following = ORDER[here + 1] if here + 1 < len(ORDER) else None
    return None if is_rehearsal and following is RoundState.PUBLISHED else following


def state_before(state: str) -> RoundState | None:
    """The state to which a round can go back."""
    return ORDER[ORDER.index(RoundState(state)) - 1] if state in MAY_GO_BACK else None


def lets(state: str, key: str) -> bool:
    """Whether a phase may run in the state."""
    return key in EVERY_STATE or key in ALLOWS[RoundState(state)]


def has_let(state: str, key: str) -> bool:
    """Whether a phase may run, or could have run, in the state or one before it."""
    return any(lets(earlier, key) for earlier in ORDER[: ORDER.index(RoundState(state)) + 1])

"""The tables of rounds and of those who take part; nothing that acts."""

from prongsai.portal.rounds.models.round import Extension, Round, RoundPhase, StateChange, Wording
from prongsai.portal.rounds.models.taking_part import (
    ConfirmedCopy,
    Participation,
    ParticipationState,
    Service,
    Size,
    TakingUnit,
)

__all__ = [
    "ConfirmedCopy",
    "Extension",
    "Participation",
    "ParticipationState",
    "Round",
    "RoundPhase",
    "Service",
    "Size",
    "StateChange",
    "TakingUnit",
    "Wording",
]

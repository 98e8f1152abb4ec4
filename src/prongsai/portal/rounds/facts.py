"""What other areas learn of a round: frozen facts, no tables."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext as _

from prongsai.portal.rounds.states import ORDER, RoundState
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.sampling import MinimumSample

OWN_WORDS = hashlib.sha256(b"[]").hexdigest()
"""The hash of a wording without texts: a revision that went back to the instrument's own words."""


class PhaseTime(StrEnum):
    """Where a moment stands to a phase; a phase without dates is still to come."""

    BEFORE = "before"
    OPEN = "open"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round. `wording_revision` is that of its official wording, 0 for the instrument's own words.

    `counting_closed_on` is the day from which no answer comes or goes.
    """

    id: int
    slug: str
    name_th: str
    name_en: str
    year: int
    revision: int
    sha256: str
    is_rehearsal: bool
    state: RoundState
    wording_revision: int = 0
    wording_sha256: str = ""
    asks_sms: bool = False
    counting_closed_on: date | None = None

    @property
    def name(self) -> str:
        """The name in the page's language."""
        return pick(self.name_th, self.name_en)

    @property
    def official_wording(self) -> str:
        """The hash of the official wording in which the round asks; empty where it asks in the instrument's words."""
        return "" if self.wording_sha256 == OWN_WORDS else self.wording_sha256

    @property
    def is_publishable(self) -> bool:
        """Whether its results may become published results: never those of a rehearsal."""
        return not self.is_rehearsal and self.state in {RoundState.CONFIRMED, RoundState.PUBLISHED}

    def has_reached(self, state: RoundState) -> bool:
        """Whether the round is in this state or a later one."""
        return ORDER.index(self.state) >= ORDER.index(state)


@dataclass(frozen=True, slots=True)
class ExtensionFacts:
    """A later closing of a phase."""

    closed_at: datetime
    closes_at: datetime
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    """A phase of a round's calendar; `closes_at` counts every extension."""

    key: str
    name_th: str
    name_en: str
    opens_at: datetime | None
    closes_at: datetime | None
    extensions: tuple[ExtensionFacts, ...] = ()

    @property
    def name(self) -> str:
        """The name in the page's language."""
        return pick(self.name_th, self.name_en)

    def at(self, moment: datetime) -> PhaseTime:
        """Where a moment stands; the opening belongs to the phase, the closing no longer."""
        if self.opens_at is None or self.closes_at is None or moment < self.opens_at:
            return PhaseTime.BEFORE
        return PhaseTime.OPEN if moment < self.closes_at else PhaseTime.AFTER


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit with its staff of at least one year."""

    id: int
    name: str
    staff: int


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """A service with the clients who used it."""

    name: str
    clients: int


@dataclass(frozen=True, slots=True)
class ParticipationLine:
    """An agency in a round, as a list shows it; the numbers are those confirmed last, else those written so far."""

    id: int
    agency_id: int
    agency_code: str
    agency_name_th: str
    agency_name_en: str
    agency_type: str
    province: str
    state: str
    state_label: str
    is_confirmed: bool
    size: str
    staff: int | None
    clients: int | None
    minimums: Mapping[Instrument, MinimumSample]

    @property
    def agency_name(self) -> str:
        """The agency's name in the page's language."""
        return pick(self.agency_name_th, self.agency_name_en)


@dataclass(frozen=True, slots=True)
class ParticipationFacts(ParticipationLine):
    """An agency in a round with its units and services; `version` is that of the confirmed copy, 0 before one."""

    version: int
    rule_type: str
    website: str
    address: str
    contact_phone: str
    units: tuple[UnitFacts, ...]
    services: tuple[ServiceFacts, ...]


def rehearsal_mark(round: RoundFacts) -> str:  # noqa: A002 - the field's own word
    """What every page and paper of a rehearsal says; empty for a real round."""
    return _("รอบซักซ้อม ข้อมูลและคะแนนในรอบนี้ไม่ใช่ผลการประเมิน") if round.is_rehearsal else ""

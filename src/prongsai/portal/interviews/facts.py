"""What pages of interviews show: frozen facts, no tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from prongsai.portal.interviews.models import AssignmentState, Outcome


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """An agency's frame; `size` is that of the sample, `None` before it is drawn."""

    id: int
    round_id: int
    agency_id: int
    agency_code: str
    agency_name_th: str
    agency_name_en: str
    erases_on: date
    erased_on: date | None
    seed: str
    size: int | None

    @property
    def is_drawn(self) -> bool:
        """Whether its sample is drawn."""
        return bool(self.seed)


@dataclass(frozen=True, slots=True)
class Progress:
    """Assignments of one kind (an interviewer's, a service's) by state."""

    name: str
    counts: Mapping[AssignmentState, int]
    person_id: int | None = None
    doubtful: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def open(self) -> int:
        """Still to do."""
        return self.counts.get(AssignmentState.OPEN, 0)

    @property
    def done(self) -> int:
        """Interviewed in time."""
        return self.counts.get(AssignmentState.DONE, 0)

    @property
    def late(self) -> int:
        """Interviewed and sent when the phase was over."""
        return self.counts.get(AssignmentState.LATE, 0)

    @property
    def ended(self) -> int:
        """Not reached or not willing."""
        return self.counts.get(AssignmentState.ENDED, 0)


@dataclass(frozen=True, slots=True)
class NonResponse:
    """How many clients of each service were not interviewed for a reason."""

    outcome: Outcome
    by_service: tuple[int, ...]

    @property
    def all(self) -> int:
        """Over all services."""
        return sum(self.by_service)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A client to call again; without reference and contact once the frame is erased."""

    id: int
    service: str
    reference: str
    contact: str
    interviewer: str
    outcome: str
    outcome_label: str


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of an interviewer under doubt."""

    interviewer: str
    day: date
    interviews: int
    reason: str


@dataclass(frozen=True, slots=True)
class TryLine:
    """An attempt as its interviewer sees it."""

    day: date
    outcome: str
    call_on: date | None


@dataclass(frozen=True, slots=True)
class OwnAssignment:
    """A client whom an interviewer still has to interview."""

    id: int
    agency_id: int
    agency_name_th: str
    agency_name_en: str
    service: str
    contact: str
    reference: str
    tries: tuple[TryLine, ...]

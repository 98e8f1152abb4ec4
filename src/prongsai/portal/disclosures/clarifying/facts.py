"""What the pages of clarification show: frozen facts."""

from dataclasses import dataclass
from datetime import datetime

from prongsai.portal.disclosures.models import ObjectionState


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """An agency's objection and what became of it; times are aware."""

    item: str
    text: str
    urls: tuple[str, ...]
    state: ObjectionState
    decision: str
    at: datetime
    decided_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided it."""
        return self.state is ObjectionState.OPEN

    @property
    def is_granted(self) -> bool:
        """Whether the item was made complete by it."""
        return self.state is ObjectionState.GRANTED


@dataclass(frozen=True, slots=True)
class ErratumFacts:
    """A verdict that was corrected after the results were out."""

    item: str
    was_complete: bool
    is_complete: bool
    reason: str
    at: datetime

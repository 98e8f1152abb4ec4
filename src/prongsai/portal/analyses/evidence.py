"""What stands behind a finding: figures, what they were held against, how uncertain they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import msgspec

Against = Literal["", "target", "gate", "year-before", "rest", "public", "other-part"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding's figures; `low` to `high` is the interval of `value`, or of the difference where there is one.

    `beyond_noise` is `None` where it cannot be said, because the number of respondents is not known; `sure` says that
    there is no sampling behind the figure, as with an item; `conservative` that the real interval can only be narrower.
    """

    value: Decimal | None = None
    reference: Decimal | None = None
    against: Against = ""
    n: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    beyond_noise: bool | None = None
    conservative: bool = False
    sure: bool = False
    scores: tuple[tuple[str, Decimal], ...] = ()
    cost: Decimal | None = None
    notes_th: tuple[str, ...] = ()
    notes_en: tuple[str, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        """Points above (+) or below (-) the reference."""
        return None if self.value is None or self.reference is None else self.value - self.reference


def to_json(evidence: Evidence) -> dict[str, Any]:
    """As the table keeps it; decimals as text."""
    kept: dict[str, Any] = msgspec.to_builtins(evidence)
    return kept


def from_json(kept: Mapping[str, Any]) -> Evidence:
    """Back from the table."""
    return msgspec.convert(dict(kept), Evidence)

"""An agency of a round, as its folder lists it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency that takes part; `staff` and `clients` are `None` where their number is not known."""

    code: str
    name: str
    type: str
    province: str
    staff: int | None
    clients: int | None
    size: str

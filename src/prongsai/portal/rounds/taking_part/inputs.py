"""What an officer hands in, as the actions take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServiceInput:
    """A service and the clients who used it in the fiscal year."""

    name: str
    clients: int


@dataclass(frozen=True, slots=True)
class ProfileInput:
    """All that an agency brings into a round; `units` is staff of at least one year by the unit's number."""

    website: str = ""
    address: str = ""
    contact_phone: str = ""
    rule_type: str = ""
    size: str = ""
    staff: int | None = None
    clients: int | None = None
    units: tuple[tuple[int, int], ...] = ()
    services: tuple[ServiceInput, ...] = ()

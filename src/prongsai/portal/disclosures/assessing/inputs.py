"""What an assessor hands in, as the actions take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ElementInput:
    """Whether a required element is there; where it is not, why."""

    is_there: bool
    reason: str = ""

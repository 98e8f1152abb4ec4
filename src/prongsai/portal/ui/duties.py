"""Something that the clock does: what areas put into `duties.DUTIES`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Duty:
    """`do` is given the moment and says in a line what it did, in English, for a log; doing it again must do no harm.

    It is due once a day from `from_hour` in Bangkok, or again after `every`. `name` is `area.what`.
    """

    name: str
    do: Callable[[datetime], str]
    every: timedelta | None = None
    from_hour: int = 0

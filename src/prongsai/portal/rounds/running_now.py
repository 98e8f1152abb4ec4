"""Whether a phase runs: its dates, its round's state, and whether the counting is closed, from one statement."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from prongsai.portal.rounds.asking import Reader, ask
from prongsai.portal.rounds.facts import PhaseFacts, PhaseTime
from prongsai.portal.rounds.models import RoundPhase
from prongsai.portal.rounds.states import ANSWERING, RoundState, lets

DATED = """
SELECT phase.opens_at,
       COALESCE((SELECT MAX(closes_at) FROM rounds_extension WHERE phase_id = phase.id), phase.closes_at),
       running.state, running.counting_closed_on
FROM rounds_roundphase phase JOIN rounds_round running ON running.id = phase.round_id
WHERE phase.round_id = %s AND phase.key = %s
"""
"""Asked for every answer that comes: written out, since Django would make its text anew, at eight times the cost."""

HELD = {"postgresql": "FOR KEY SHARE OF running"}
"""By vendor, what keeps the closing of the counting waiting; the embedded database lets one write at a time anyway."""

MOMENT = RoundPhase._meta.get_field("opens_at").cached_col  # noqa: SLF001 - public in Django in spite of its name


@dataclass(frozen=True, slots=True)
class Running:
    """A phase with its last closing, the state of its round, and whether the round's counting is closed."""

    phase: PhaseFacts
    state: RoundState
    is_counting_closed: bool

    def is_open(self, moment: datetime) -> bool:
        """Whether state and dates let it run; once counting is closed no answer comes, whatever they say."""
        is_closed = self.is_counting_closed and self.phase.key == ANSWERING
        return lets(self.state, self.phase.key) and self.phase.at(moment) is PhaseTime.OPEN and not is_closed


class AskedRunning:
    """A phase that was asked for and is read when it is needed (see `asking`)."""

    def __init__(self, round_id: int, key: str, *, is_held: bool = False) -> None:
        """Ask; held, the counting of the round cannot be closed until the transaction ends."""
        held = HELD.get(connection.vendor, "") if is_held else ""
        self.round_id, self.key = round_id, key
        self.reader: Reader = ask(DATED + held, [round_id, key])

    def read(self) -> Running:
        """What stands there. Raises `KeyError` where the round has no such phase."""
        found = self.reader()
        if found is None:
            raise KeyError(f"round {self.round_id} has no phase {self.key!r}")
        opens_at, closes_at, state, closed_on = found
        phase = PhaseFacts(self.key, "", "", _moment(opens_at), _moment(closes_at))
        return Running(phase, RoundState(state), closed_on is not None)


def _moment(value: Any) -> datetime | None:  # noqa: ANN401 - as the database gives it
    for convert in connection.ops.get_db_converters(MOMENT):
        value = convert(value, MOMENT, connection)
    found: datetime | None = value
    return found

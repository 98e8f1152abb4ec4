"""The calendar of a round as pages show it: days, what runs now, what was extended."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from prongsai.portal.rounds.bangkok import first_day, last_day
from prongsai.portal.rounds.facts import ExtensionFacts, PhaseFacts, PhaseTime, RoundFacts
from prongsai.portal.rounds.queries import calendar
from prongsai.portal.rounds.states import has_let, lets


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """A later closing."""

    from_day: date
    to_day: date
    reason: str


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase; `opens` and `closes` are the first and last day in Bangkok, `None` where they are not set."""

    key: str
    name: str
    opens: date | None
    closes: date | None
    is_open: bool
    has_begun: bool
    time: PhaseTime
    extensions: tuple[ExtensionLine, ...]

    @property
    def standing(self) -> str:
        """Where the phase stands now, in a word or two."""
        if self.opens is None:
            return _("ยังไม่กำหนดวัน")
        if self.is_open:
            return _("เปิดอยู่")
        return {
            PhaseTime.BEFORE: _("ยังไม่ถึงเวลา"),
            PhaseTime.OPEN: _("ถึงวันแล้ว แต่สถานะของรอบยังไม่ให้เริ่ม"),
            PhaseTime.AFTER: _("สิ้นสุดแล้ว"),
        }[self.time]


def calendar_lines(facts: RoundFacts, now: datetime, *, keys: frozenset[str] = frozenset()) -> list[PhaseLine]:
    """The phases in order, all of them or those that matter to the page."""
    return [_line(facts, phase, now) for phase in calendar(facts) if not keys or phase.key in keys]


def _line(facts: RoundFacts, phase: PhaseFacts, now: datetime) -> PhaseLine:
    time = phase.at(now)
    return PhaseLine(
        key=phase.key,
        name=phase.name,
        opens=first_day(phase.opens_at) if phase.opens_at else None,
        closes=last_day(phase.closes_at) if phase.closes_at else None,
        is_open=time is PhaseTime.OPEN and lets(facts.state, phase.key),
        has_begun=time is not PhaseTime.BEFORE and has_let(facts.state, phase.key),
        time=time,
        extensions=tuple(map(_extension, phase.extensions)),
    )


def _extension(given: ExtensionFacts) -> ExtensionLine:
    return ExtensionLine(last_day(given.closed_at), last_day(given.closes_at), given.reason)

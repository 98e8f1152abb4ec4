"""How sure a finding's figures are: intervals from the numbers of respondents, where those are known. Pure.

A figure made of several samples (EIT of its two parts, the total of the instruments) gets its interval from theirs,
put together as those of a difference are (`statistics.differences`); disclosure is checked item by item and adds none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from prongsai.portal.analyses.evidence import Against, Evidence
from prongsai.portal.analyses.material import Material
from prongsai.portal.results.turnout import Turnout
from prongsai.rulebook.advising import Finding, QuestionAdvice
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.statistics.differences import Difference, change_against_noise, gap_against_noise
from prongsai.statistics.intervals import Measured, interval_of_score

NOBODY: Turnout = (None, None)
HALF = Decimal("0.5")
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Room:
    """How far the true figure may lie below and above what was measured."""

    down: Decimal
    up: Decimal
    conservative: bool


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs a year's figures by who answered."""

    material: Material

    def figure(self, finding: Finding, against: Against) -> Evidence:
        """A figure beside a fixed mark: a target, a gate, or nothing at all."""
        known = Evidence(value=finding.value, reference=finding.reference, against=against)
        return self._beside(finding.place, known)

    def change(self, change: Change) -> Evidence:
        """A figure beside that of the year before, with what stands between the years."""
        known = Evidence(
            value=change.now,
            reference=change.before,
            against="year-before",
            n=self._turnout(change.place)[0],
            notes_th=tuple(entry.reason_th for entry in change.breaks),
            notes_en=tuple(entry.reason_en for entry in change.breaks),
            sure=self._is_counted(change.place),
        )
        room = None if known.sure else self._joined(change.place, self._room_of_change)
        return known if room is None or change.delta is None else _of_difference(known, change.delta, room)

    def below_the_rest(self, advice: QuestionAdvice) -> Evidence:
        """A question's lowest score beside that of its instrument, else beside the target; both as fixed marks."""
        place, value = min(advice.scores, key=lambda pair: pair[1])
        assert place.instrument is not None  # noqa: S101 - questions have one
        rest = self.material.result.score(instrument_place(place.instrument)).value
        known = Evidence(value=value, scores=tuple((str(p), v) for p, v in advice.scores))
        if rest is None or value >= rest:
            target = self.material.result.year.round.target
            return self._beside(place, replace(known, reference=target, against="target"))
        return self._beside(place, replace(known, reference=rest, against="rest"))

    def widest_gap(self, place: Place, others: Sequence[Place], against: Against) -> Evidence | None:
        """A score beside that of another group: of several, the one from which it differs most."""
        scores = {p: value for p in (place, *others) if (value := self.material.result.score(p).value) is not None}
        beside = [p for p in others if p in scores]
        if place not in scores or not beside:
            return None
        other = max(beside, key=lambda p: abs(scores[place] - scores[p]))
        known = Evidence(
            value=scores[place],
            reference=scores[other],
            against=against,
            n=self._turnout(place)[0],
            scores=((str(place), scores[place]), (str(other), scores[other])),
        )
        one, two = (_measured(scores[p], self._turnout(p)) for p in (place, other))
        gap = gap_against_noise(one, two)
        room = _room_of(gap)
        return known if room is None else _of_difference(known, gap.points, room)

    def _beside(self, place: Place, known: Evidence) -> Evidence:
        if self._is_counted(place):
            return replace(known, sure=True)
        room = self._joined(place, self._room_of_score)
        if room is None or known.value is None:
            return replace(known, n=self._turnout(place)[0])
        low, high = known.value - room.down, known.value + room.up
        beyond = None if known.reference is None else not low <= known.reference <= high
        n = self._turnout(place)[0]
        return replace(known, n=n, low=low, high=high, beyond_noise=beyond, conservative=room.conservative)

    def _joined(self, place: Place, room_of: Callable[[Place], Room | None]) -> Room | None:
        """The room of a figure from that of its independent samples; `None` where one of them is not known."""
        down, up, conservative = Decimal(0), Decimal(0), False
        for part, share in self._samples(place):
            if self._is_counted(part):
                continue
            room = room_of(part)
            if room is None:
                return None
            down, up = down + (share * room.down) ** 2, up + (share * room.up) ** 2
            conservative = conservative or room.conservative
        return Room(_hundredths(down.sqrt()), _hundredths(up.sqrt()), conservative)

    def _samples(self, place: Place) -> list[tuple[Place, Decimal]]:
        """The figures of one sample each that a figure is made of, with their shares."""
        year = self.material.result.year
        if place == TOTAL:
            return [(instrument_place(instrument), share) for instrument, share in year.weights.items()]
        if year.eit_parts == EIT_PARTS and place == instrument_place(Instrument.EIT):
            return [(instrument_place(part), HALF) for part in EIT_PARTS]
        if year.eit_parts == EIT_PARTS and place.instrument is None:
            indicator = year.indicators[int(place.code)]
            if indicator.instrument is Instrument.EIT:
                return [(indicator_place(indicator.number, part), HALF) for part in EIT_PARTS]
        return [(place, Decimal(1))]

    def _room_of_score(self, place: Place) -> Room | None:
        value, (n, population) = self.material.result.score(place).value, self._turnout(place)
        if value is None or not n:
            return None
        found = interval_of_score(value, n, population)
        return Room(value - found.low, found.high - value, found.conservative)

    def _room_of_change(self, place: Place) -> Room | None:
        """One sample's; a part that the year before did not have is not known."""
        comparison = self.material.comparison
        assert comparison is not None  # noqa: S101 - there is a change
        was = self._was(place)
        now, before = self.material.result.score(place).value, _value(comparison.before, was)
        if now is None or before is None:
            return None
        earlier = _measured(before, self.material.turnout_before.get(was, NOBODY))
        return _room_of(change_against_noise(earlier, _measured(now, self._turnout(place))))

    def _was(self, place: Place) -> Place:
        """Where the question stood the year before."""
        walk = self.material.result.year.crosswalk
        links = {link.code: link.was for link in walk.questions} if walk else {}
        return Place(place.instrument, links.get(place.code) or place.code)

    def _turnout(self, place: Place) -> Turnout:
        return self.material.turnout.get(place, NOBODY)

    def _is_counted(self, place: Place) -> bool:
        """Disclosure is checked item by item: there is no sample behind it."""
        indicator = self.material.result.year.indicators.get(int(place.code)) if place.code.isdecimal() else None
        family = indicator.instrument if indicator else place.instrument
        return family is Instrument.OIT


def _value(result: AgencyResult, place: Place) -> Decimal | None:
    score = result.scores.get(place)
    return None if score is None else score.value


def _measured(score: Decimal, turnout: Turnout) -> Measured:
    n, population = turnout
    return Measured(score, n, population) if n else Measured(score)


def _room_of(difference: Difference) -> Room | None:
    if difference.low is None or difference.high is None:
        return None
    return Room(difference.points - difference.low, difference.high - difference.points, difference.conservative)


def _of_difference(known: Evidence, points: Decimal, room: Room) -> Evidence:
    low, high = points - room.down, points + room.up
    return replace(known, low=low, high=high, beyond_noise=not low <= 0 <= high, conservative=room.conservative)


def _hundredths(value: Decimal) -> Decimal:
    return value.quantize(HUNDREDTH)

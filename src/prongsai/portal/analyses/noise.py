"""How sure a finding's figures are: intervals from the numbers of respondents, where those are known. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from prongsai.portal.analyses.evidence import Against, Evidence
from prongsai.portal.analyses.material import Material
from prongsai.portal.results.turnout import Turnout
from prongsai.rulebook.advising import Finding, QuestionAdvice
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.evidence import Place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.statistics.differences import Difference, Noise, change_against_noise, gap_against_noise
from prongsai.statistics.intervals import Measured, interval_of_score

NOBODY: Turnout = (None, None)
VERDICTS = {Noise.MORE_THAN_NOISE: True, Noise.WITHIN_NOISE: False, Noise.UNKNOWN: None}


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs a year's figures by who answered."""

    material: Material

    def figure(self, finding: Finding, against: Against) -> Evidence:
        """A figure beside a fixed mark: a target, a gate, or nothing at all."""
        return self._beside(finding.place, finding.value, finding.reference, against)

    def change(self, change: Change) -> Evidence:
        """A figure beside that of the year before, with what stands between the years."""
        if change.now is None or change.before is None:
            return Evidence(value=change.now, against="year-before")
        now = _measured(change.now, self.material.turnout.get(change.place, NOBODY))
        before = _measured(change.before, self.material.turnout_before.get(self._was(change.place), NOBODY))
        return _of_difference(
            change_against_noise(before, now),
            Evidence(
                value=change.now,
                reference=change.before,
                against="year-before",
                n=now.n,
                notes_th=tuple(entry.reason_th for entry in change.breaks),
                notes_en=tuple(entry.reason_en for entry in change.breaks),
                sure=_is_counted(change.place),
            ),
        )

    def below_the_rest(self, advice: QuestionAdvice) -> Evidence:
        """A question's lowest score beside that of its instrument, else beside the target."""
        place, value = min(advice.scores, key=lambda pair: pair[1])
        assert place.instrument is not None  # noqa: S101 - questions have one
        rest = self.material.result.score(instrument_place(place.instrument)).value
        scores = tuple((str(p), v) for p, v in advice.scores)
        if rest is None or value >= rest:
            return self._beside(place, value, self.material.result.year.round.target, "target", scores)
        return self._beside(place, value, rest, "rest", scores)

    def widest_gap(self, place: Place, others: Sequence[Place], against: Against) -> Evidence | None:
        """A score beside that of another group: of several, the one from which it differs most."""
        scores = {p: value for p in (place, *others) if (value := self.material.result.score(p).value) is not None}
        beside = [p for p in others if p in scores]
        if place not in scores or not beside:
            return None
        other = max(beside, key=lambda p: abs(scores[place] - scores[p]))
        one, two = (_measured(scores[p], self.material.turnout.get(p, NOBODY)) for p in (place, other))
        evidence = Evidence(
            value=scores[place],
            reference=scores[other],
            against=against,
            n=one.n,
            scores=((str(place), scores[place]), (str(other), scores[other])),
        )
        return _of_difference(gap_against_noise(one, two), evidence)

    def _beside(
        self,
        place: Place,
        value: Decimal,
        mark: Decimal | None,
        against: Against,
        scores: tuple[tuple[str, Decimal], ...] = (),
    ) -> Evidence:
        measured = _measured(value, self.material.turnout.get(place, NOBODY))
        known = Evidence(value=value, reference=mark, against=against, scores=scores, sure=_is_counted(place))
        if measured.n is None:
            return known
        found = interval_of_score(value, measured.n, measured.population)
        beyond = None if mark is None else not found.low <= mark <= found.high
        return replace(
            known, n=measured.n, low=found.low, high=found.high, beyond_noise=beyond, conservative=found.conservative
        )

    def _was(self, place: Place) -> Place:
        """Where the question stood the year before."""
        walk = self.material.result.year.crosswalk
        links = {link.code: link.was for link in walk.questions} if walk else {}
        return Place(place.instrument, links.get(place.code) or place.code)


def _measured(score: Decimal, turnout: Turnout) -> Measured:
    n, population = turnout
    return Measured(score, n, population) if n else Measured(score)


def _of_difference(difference: Difference, known: Evidence) -> Evidence:
    return replace(
        known,
        low=difference.low,
        high=difference.high,
        beyond_noise=VERDICTS[difference.noise],
        conservative=difference.conservative,
    )


def _is_counted(place: Place) -> bool:
    """Disclosure is checked item by item: there is no sample behind it."""
    return place.instrument is Instrument.OIT or place.code in {"9", "10"}

"""Finds clean numbers that were misread: the arithmetic fails with them and holds with one that hardly differs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.reading.arithmetic import Arithmetic, Check, Verdict
from prongsai.papers.reading.printed_numbers import PrintedNumber, look_alikes, one_digit_off
from prongsai.papers.reading.weighing import Group
from prongsai.rulebook.evidence import Place

Values = Mapping[Place, Decimal]
Fixes = dict[Place, tuple[Decimal, ...]]


@dataclass(frozen=True, slots=True)
class Misreadings:
    """Places whose printed number cannot be: with the one value it must have had, or with those it may have had."""

    settled: dict[Place, Decimal]
    doubts: Fixes


class Suspicion:
    """The figures of a year, asked for each check that does not hold: who may have been misread?"""

    def __init__(self, arithmetic: Arithmetic, groups: Mapping[Place, Group], values: Values) -> None:
        self._arithmetic, self._groups, self._values = arithmetic, groups, values
        self._checks = arithmetic.checks(values)
        self._failing = [check for check in self._checks if arithmetic.verdict(check, values) is Verdict.FAILS]

    def misreadings(self) -> Misreadings:
        """All that can be said of the checks that fail, and of those that miss by less than the tolerance."""
        settled: dict[Place, Decimal] = {}
        doubts: Fixes = {}
        for check in self._failing:
            blamed = [place for place in self._printed_once(check) if self._alone_is_to_blame(check, place)]
            fixes = self._fixes(check, blamed if len(blamed) == 1 else list(self._printed_once(check)))
            if len(blamed) == 1 and len(fixes.get(blamed[0], ())) == 1:
                settled[blamed[0]] = fixes[blamed[0]][0]
            else:
                doubts |= fixes
        for check in self._checks:
            doubts |= self._missed_by_little(check)
        return Misreadings(settled, {place: fixes for place, fixes in doubts.items() if place not in settled})

    def is_verified(self, place: Place) -> bool:
        """Whether the checks hold with a place's number and would not with any that looks like it."""
        if place not in self._values or not self._holds(place, self._values[place]):
            return False
        return not any(self._holds(place, other) for other in self._alike(place))

    def is_denied(self, place: Place) -> bool:
        """Whether a check in which a place takes part fails."""
        checks = (check for check in self._checks if place in check.places)
        return any(self._arithmetic.verdict(check, self._values) is Verdict.FAILS for check in checks)

    def is_proven(self, place: Place, value: Decimal) -> bool:
        """Whether the checks hold with a value and would not with any other that a single digit makes of it."""
        others = one_digit_off(value) | self._alike(place)
        return self._holds(place, value) and not any(self._holds(place, other) for other in others - {value})

    def _printed_once(self, check: Check) -> Iterator[Place]:
        """What is printed twice alike was not misread twice."""
        for place in sorted(check.places, key=str):
            group = self._groups.get(place)
            if group is not None and sum(group.times.values()) == 1:
                yield place

    def _alone_is_to_blame(self, check: Check, place: Place) -> bool:
        """It fails more than one check, or every other figure of the check is confirmed."""
        if sum(1 for other in self._failing if place in other.places) > 1:
            return True
        others = (other for other in check.places - {place} if other in self._groups)
        return all(self._is_printed_alike(other) or self.is_verified(other) for other in others)

    def _is_printed_alike(self, place: Place) -> bool:
        times = self._groups[place].times
        return len(times) == 1 and sum(times.values()) > 1

    def _fixes(self, check: Check, places: Sequence[Place]) -> Fixes:
        """Numbers that look alike and would do, for whichever place has some; else for the one that a digit off mends.

        Where a digit off would mend several, it proves nothing: then the document may well contradict itself.
        """
        alike = {place: fixes for place in places if (fixes := self._mends(check, place, self._alike(place)))}
        if alike:
            return alike
        near = ((place, self._mends(check, place, one_digit_off(self._values[place]))) for place in places)
        found = {place: fixes for place, fixes in near if fixes}
        return found if len(found) == 1 else {}

    def _mends(self, check: Check, place: Place, candidates: Iterable[Decimal]) -> tuple[Decimal, ...]:
        """The values with which every check of the place holds, and every other way to make what did not follow."""
        others = [one for one in self._checks if place in one.places or one.formula.place == check.formula.place]
        return tuple(value for value in sorted(candidates) if self._all_hold(others, place, value))

    def _holds(self, place: Place, value: Decimal) -> bool:
        """Whether every check of a place holds with this value, and there is one."""
        checks = [check for check in self._checks if place in check.places]
        return bool(checks) and self._all_hold(checks, place, value)

    def _all_hold(self, checks: Sequence[Check], place: Place, value: Decimal) -> bool:
        values = {**self._values, place: value}
        return all(self._arithmetic.verdict(check, values) is not Verdict.FAILS for check in checks)

    def _missed_by_little(self, check: Check) -> Fixes:
        """An indicator is the exact mean of its questions: off by a hundredth, one of them may have been misread."""
        if check.formula.decimals is not None or not self._arithmetic.is_of_leaves(check.recipe):
            return {}
        if self._arithmetic.verdict(check, self._values) is not Verdict.NEAR:
            return {}
        return {place: fixes for place in self._printed_once(check) if (fixes := self._exact_fixes(check, place))}

    def _exact_fixes(self, check: Check, place: Place) -> tuple[Decimal, ...]:
        return tuple(
            value
            for value in self._mends(check, place, self._alike(place))
            if self._arithmetic.verdict(check, {**self._values, place: value}) is Verdict.FITS
        )

    def _alike(self, place: Place) -> frozenset[Decimal]:
        group = self._groups.get(place)
        return look_alikes(_clean_number(group)) if group is not None else frozenset()


def _clean_number(group: Group) -> PrintedNumber:
    return next((claim.number for claim in group.claims if claim.number.is_clean), group.claims[0].number)

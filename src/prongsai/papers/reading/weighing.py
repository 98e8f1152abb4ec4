"""Gathers what a document says of each place, and asks the arithmetic which of it can be."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.reading.arithmetic import Arithmetic, Verdict
from prongsai.papers.reading.claims import Claim
from prongsai.papers.reading.printed_numbers import possible_originals
from prongsai.rulebook.evidence import Place


@dataclass(frozen=True, slots=True)
class Group:
    """All claims for one place; `values` are the clean numbers among them, the most frequent first."""

    claims: tuple[Claim, ...]
    values: tuple[Decimal, ...]
    times: Mapping[Decimal, int]

    @property
    def candidates(self) -> tuple[Decimal, ...]:
        """The scores that the place may have: the clean numbers, else what every damaged one may have been."""
        if self.values:
            return self.values
        damaged = [set(possible_originals(claim.number)) for claim in self.claims if not claim.choices]
        shared = set.intersection(*damaged) if damaged else set()
        return tuple(sorted(shared or set().union(*damaged)))


def group_claims(claims: Iterable[Claim]) -> dict[Place, Group]:
    """Claims by place."""
    by_place: dict[Place, list[Claim]] = {}
    for claim in claims:
        by_place.setdefault(claim.place, []).append(claim)
    return {place: _group(found) for place, found in by_place.items()}


def known_values(groups: Mapping[Place, Group], arithmetic: Arithmetic | None) -> dict[Place, Decimal]:
    """One value for each place that is printed cleanly: the only one, the one that fits, or the one printed most."""
    values = {place: group.values[0] for place, group in groups.items() if len(group.values) == 1}
    for place, group in groups.items():
        if len(group.values) > 1:
            left = fitting(arithmetic, values, place, group.values) if arithmetic is not None else None
            if left is not None and len(left) == 1:
                values[place] = left[0]
            elif group.times[group.values[0]] > group.times[group.values[1]]:
                values[place] = group.values[0]
    return values


def fitting(
    arithmetic: Arithmetic, values: Mapping[Place, Decimal], place: Place, candidates: Sequence[Decimal]
) -> tuple[Decimal, ...] | None:
    """The candidates that agree with every check they take part in, exactly where any does; `None` without a check."""
    verdicts = {candidate: _worst(arithmetic, {**values, place: candidate}, place) for candidate in candidates}
    if not any(verdict is not None for verdict in verdicts.values()):
        return None
    exact = tuple(candidate for candidate, verdict in verdicts.items() if verdict is Verdict.FITS)
    return exact or tuple(candidate for candidate, verdict in verdicts.items() if verdict is Verdict.NEAR)


def _worst(arithmetic: Arithmetic, values: Mapping[Place, Decimal], place: Place) -> Verdict | None:
    checks = [check for check in arithmetic.checks(values) if place in check.places]
    return min((arithmetic.verdict(check, values) for check in checks), default=None)


def _group(claims: Sequence[Claim]) -> Group:
    clean = [possible_originals(claim.number)[0] for claim in claims if claim.number.is_clean and not claim.choices]
    times = Counter(clean)
    return Group(tuple(claims), tuple(value for value, _ in times.most_common()), times)

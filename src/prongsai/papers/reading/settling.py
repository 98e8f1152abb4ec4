"""Decides how sure each claimed figure is: what the arithmetic settles, what a person must look at.

The policy is told in docs/reading.md, "How sure". A damaged number is settled when the arithmetic leaves one of the
scores it may have been. A clean number that contradicts others is taken for misread where one digit explains it:
settled if it alone is to blame and one value is left, else a doubt. What no single digit explains stays as printed.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from prongsai.papers.reading.arithmetic import Arithmetic
from prongsai.papers.reading.believing import Witnesses
from prongsai.papers.reading.claims import Claim
from prongsai.papers.reading.figures_in_tables import rules_of
from prongsai.papers.reading.found import ReadFigure
from prongsai.papers.reading.misreadings import Misreadings, Suspicion
from prongsai.papers.reading.printed_numbers import (
    FULL_POINTS,
    HUNDREDTHS,
    look_alikes,
    one_digit_off,
    possible_originals,
)
from prongsai.papers.reading.weighing import Group, fitting, group_claims, known_values
from prongsai.papers.reading.weighted_points import scores_of_points
from prongsai.rulebook.evidence import Place

MOST_OF_THEM = 2
FEWEST_SHORT = 3


def settle(
    claims: Sequence[Claim], guessed_pages: frozenset[int], witnesses: Witnesses | None = None
) -> tuple[ReadFigure, ...]:
    """Every claim as a figure, in the order of the claims; `guessed_pages` were read from pictures of letters.

    `witnesses` stand for a worn text: of it only that is sure which is printed twice or which the arithmetic proves.
    """
    plain_style = _writes_few_decimals(claims)
    judged: dict[int, ReadFigure] = {}
    for year in dict.fromkeys(claim.year for claim in claims):
        numbered = [(index, claim) for index, claim in enumerate(claims) if claim.year == year]
        judge = _Judge([claim for _, claim in numbered], year, guessed_pages, witnesses, plain_style=plain_style)
        judged |= {index: judge.figure(claim) for index, claim in numbered}
    return tuple(judged[index] for index in range(len(claims)))


class _Judge:
    """All claims of one year, weighed together."""

    def __init__(
        self,
        claims: Sequence[Claim],
        year: int | None,
        guessed_pages: frozenset[int],
        witnesses: Witnesses | None,
        *,
        plain_style: bool,
    ) -> None:
        rules = rules_of(year)
        self._arithmetic = Arithmetic(rules) if rules is not None else None
        self._guessed, self._plain_style = guessed_pages, plain_style
        self._witnesses = witnesses
        self._believed: dict[tuple[Place, Decimal], bool] = {}
        self._groups: Mapping[Place, Group] = group_claims(claims)
        self._values: dict[Place, Decimal] = known_values(self._groups, self._arithmetic)
        self._points = scores_of_points(rules, self._values) if rules is not None else {}
        for place in self._points:
            del self._values[place]
        self._settle_damaged()
        self._suspicion = Suspicion(self._arithmetic, self._groups, self._values) if self._arithmetic else None
        self._misread = self._suspicion.misreadings() if self._suspicion else Misreadings({}, {})
        self._values |= self._misread.settled

    def figure(self, claim: Claim) -> ReadFigure:
        """The figure that a claim gives; of a worn text it must be believable."""
        found = self._figure(claim)
        if self._witnesses is None or found.score is None:
            return found
        key = (claim.place, found.score)
        if key not in self._believed:
            self._believed[key] = self._is_believable(claim, found.score, self._witnesses)
        if self._believed[key]:
            return found
        return _doubt(claim, (found.score, *self._groups[claim.place].values, *sorted(look_alikes(claim.number))))

    def _is_believable(self, claim: Claim, score: Decimal, witnesses: Witnesses) -> bool:
        """Nothing denies it, and it is printed twice or any other score would be denied."""
        if not witnesses.trust(claim.year) or self._suspicion is None:
            return False
        if score != self._values.get(claim.place) or self._suspicion.is_denied(claim.place):
            return False
        printing = (claim.year, claim.place, score)
        if witnesses.are_enough(*printing) or self._suspicion.is_proven(claim.place, score):
            return True
        return witnesses.are_two(*printing) and self._suspicion.is_verified(claim.place)

    def _figure(self, claim: Claim) -> ReadFigure:
        if claim.choices:
            return _doubt(claim, claim.choices)
        if not claim.number.is_clean:
            return self._damaged(claim)
        if claim.place in self._points:
            return self._point(claim)
        return self._clean(claim, possible_originals(claim.number)[0])

    def _clean(self, claim: Claim, score: Decimal) -> ReadFigure:
        """A number as scores are printed: misread, denied by its like elsewhere in the document, or as it stands."""
        if claim.place in self._misread.settled:
            return _settled(claim, self._misread.settled[claim.place])
        if claim.where.page in self._guessed and not self._is_verified(claim.place, score):
            return _doubt(claim, (score, *sorted(look_alikes(claim.number))))
        if claim.place in self._misread.doubts:
            return _doubt(claim, (score, *self._misread.doubts[claim.place]))
        others = [other for other in self._groups[claim.place].values if other in _like(claim, score)]
        if score == self._values.get(claim.place) or not others:
            return _printed(claim, score)
        return self._against(claim, score, others)

    def _against(self, claim: Claim, score: Decimal, others: Sequence[Decimal]) -> ReadFigure:
        """Elsewhere the document has a number for the same that one digit makes of this one."""
        meant = self._values.get(claim.place)
        if meant in others and claim.place in self._decided():
            return _settled(claim, meant)
        return _doubt(claim, (score, *others))

    def _decided(self) -> set[Place]:
        """Places whose value some check confirms."""
        if self._arithmetic is None:
            return set()
        checks = self._arithmetic.checks(self._values)
        return {p for check in checks if self._arithmetic.verdict(check, self._values) for p in check.places}

    def _point(self, claim: Claim) -> ReadFigure:
        """A number below an instrument's weight is hardly its score but the points that it gives to the total."""
        candidates = self._points[claim.place]
        left = fitting(self._arithmetic, self._values, claim.place, candidates) if self._arithmetic else None
        return _settled(claim, left[0]) if left and len(left) == 1 else _doubt(claim, left or candidates)

    def _settle_damaged(self) -> None:
        """Damaged numbers one after the other: each that is settled may settle the next."""
        waiting = [place for place in self._groups if place not in self._values and place not in self._points]
        while waiting:
            found = next(((place, left[0]) for place in waiting if len(left := self._left(place)) == 1), None)
            if found is None:
                return
            self._values[found[0]] = found[1]
            waiting.remove(found[0])

    def _left(self, place: Place) -> tuple[Decimal, ...]:
        """Of the scores that a place's numbers may have been, those the arithmetic allows; none without a check."""
        group = self._groups[place]
        if self._arithmetic is None or not group.candidates or any(claim.choices for claim in group.claims):
            return ()
        return fitting(self._arithmetic, self._values, place, group.candidates) or ()

    def _damaged(self, claim: Claim) -> ReadFigure:
        candidates = possible_originals(claim.number)
        known = None if claim.place in self._misread.doubts else self._values.get(claim.place)
        if known is not None and known in candidates:
            return _settled(claim, known)
        if claim.number.value is not None and self._plain_style:
            return _printed(claim, claim.number.value.quantize(HUNDREDTHS))
        left = self._left(claim.place) if claim.place not in self._values else ()
        return _doubt(claim, left or candidates)

    def _is_verified(self, place: Place, score: Decimal) -> bool:
        """Whether the arithmetic proves a number that a scanner read."""
        return score == self._values.get(place) and self._suspicion is not None and self._suspicion.is_verified(place)


def _like(claim: Claim, score: Decimal) -> frozenset[Decimal]:
    return look_alikes(claim.number) | one_digit_off(score)


def _writes_few_decimals(claims: Sequence[Claim]) -> bool:
    """A document that writes most scores without two decimals means what it writes."""
    short = sum(1 for claim in claims if not claim.number.is_clean and claim.number.value is not None)
    exact = sum(1 for claim in claims if claim.number.is_clean and claim.number.value != FULL_POINTS)
    return short >= FEWEST_SHORT and short > MOST_OF_THEM * exact


def _printed(claim: Claim, score: Decimal) -> ReadFigure:
    return ReadFigure(claim.year, claim.place, score, "printed", claim.where, claim.number.printed)


def _settled(claim: Claim, score: Decimal | None) -> ReadFigure:
    return ReadFigure(claim.year, claim.place, score, "settled", claim.where, claim.number.printed)


def _doubt(claim: Claim, candidates: Sequence[Decimal]) -> ReadFigure:
    distinct = tuple(dict.fromkeys(candidate.quantize(HUNDREDTHS) for candidate in candidates))
    return ReadFigure(claim.year, claim.place, None, "doubt", claim.where, claim.number.printed, distinct)

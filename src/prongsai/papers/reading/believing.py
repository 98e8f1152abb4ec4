"""What of a worn text may be believed: what is printed twice alike, or what the year's arithmetic proves to the digit.

A scanner that spoils one letter in two hundred spoils a digit in every tenth number, and most of these still look like
scores. A number that stands alone is then a doubt, however clean it looks. See docs/reading.md, "How sure".
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from prongsai.papers.reading.claims import Claim
from prongsai.papers.reading.printed_numbers import possible_originals
from prongsai.rulebook.evidence import Place

if TYPE_CHECKING:
    from prongsai.papers.reading.found import Where

TWICE, THRICE = 2, 3


class Witnesses:
    """On which lines each clean number is printed for each place of a year."""

    def __init__(self, claims: Iterable[Claim], years: frozenset[int], *, is_heavy: bool = False) -> None:
        self._years, self._is_heavy = years, is_heavy
        self._lines: dict[tuple[int | None, Place], dict[Decimal, set[Where]]] = defaultdict(lambda: defaultdict(set))
        for claim in claims:
            if claim.number.is_clean and not claim.choices:
                self._lines[claim.year, claim.place][possible_originals(claim.number)[0]].add(claim.where)

    def trust(self, year: int | None) -> bool:
        """Whether the text names the year surely."""
        return year in self._years

    def are_enough(self, year: int | None, place: Place, score: Decimal) -> bool:
        """Whether so many lines print this score that they are not all misread: two, of a heavily worn text three."""
        return self._more_than_others(year, place, score) >= (THRICE if self._is_heavy else TWICE)

    def are_two(self, year: int | None, place: Place, score: Decimal) -> bool:
        """Whether two lines at least print this score, and fewer any other."""
        return self._more_than_others(year, place, score) >= TWICE

    def _more_than_others(self, year: int | None, place: Place, score: Decimal) -> int:
        """How many lines print a score; none where as many print another for the same."""
        by_score = self._lines.get((year, place), {})
        times = len(by_score.get(score, ()))
        others = (len(lines) for other, lines in by_score.items() if other != score)
        return times if times > max(others, default=0) else 0

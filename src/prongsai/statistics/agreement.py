"""How far two people who mark the same things agree: the share, and Cohen's kappa beyond chance.

Source: J. Cohen, "A coefficient of agreement for nominal scales", 1960.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two markers gave each pair of marks; a mark is yes or no.

    `both_yes`, `both_no`, `first_only` (only the first said yes) and `second_only` count things marked by both.
    """

    both_yes: int
    both_no: int
    first_only: int
    second_only: int

    @property
    def marked(self) -> int:
        """How many things both have marked."""
        return self.both_yes + self.both_no + self.first_only + self.second_only

    @property
    def disagreed(self) -> int:
        """On how many they differ."""
        return self.first_only + self.second_only

    @property
    def rate(self) -> Fraction | None:
        """The share on which they agree, 0 to 1; `None` where nothing was marked by both."""
        return Fraction(self.both_yes + self.both_no, self.marked) if self.marked else None

    @property
    def kappa(self) -> Fraction | None:
        """Agreement beyond chance, at most 1; `None` where chance alone would make them agree on everything."""
        if self.rate is None:
            return None
        by_chance = self._by_chance()
        return None if by_chance == 1 else (self.rate - by_chance) / (1 - by_chance)

    def _by_chance(self) -> Fraction:
        first_yes = Fraction(self.both_yes + self.first_only, self.marked)
        second_yes = Fraction(self.both_yes + self.second_only, self.marked)
        return first_yes * second_yes + (1 - first_yes) * (1 - second_yes)


def agreement_of(pairs: Iterable[tuple[bool, bool]]) -> Agreement:
    """Count pairs of marks: what the first said, what the second said."""
    counted = {(True, True): 0, (False, False): 0, (True, False): 0, (False, True): 0}
    for pair in pairs:
        counted[pair] += 1
    return Agreement(*counted.values())

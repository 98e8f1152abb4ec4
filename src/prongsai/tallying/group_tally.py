"""One agency's answers to one instrument, counted."""

from dataclasses import dataclass

from prongsai.rulebook.evidence import AnswerTally
from prongsai.rulebook.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Spread:
    """How far respondents' own scores lie apart: sums over them in hundredths of a point, weights in millionths.

    Unweighted, every weight is 1.
    """

    weights: int
    weight_squares: int
    scores: int
    squares: int


@dataclass(frozen=True, slots=True)
class GroupTally:
    """An agency's answers to one instrument; `respondents` answered at least one question."""

    agency: str
    part: Instrument
    respondents: int
    counts: AnswerTally
    spread: Spread | None

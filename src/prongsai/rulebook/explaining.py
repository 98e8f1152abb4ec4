"""The arithmetic of a result, line by line, for anyone who wants to follow it with a pencil."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.rulebook.evidence import Place
from prongsai.rulebook.formulas import formulas
from prongsai.rulebook.overall_scoring import AgencyResult, Score
from prongsai.rulebook.rounding import HUNDREDTHS, half_up

SHOWN_PLACES = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One line: a figure, what it was made of as people would write it, and the value before and after rounding."""

    place: Place
    expression: str
    before_rounding: str
    value: Decimal


def explain(result: AgencyResult) -> Iterator[Step]:
    """Yield a step for each figure that is known and that others make, lowest first."""
    for formula in formulas(result.year):
        score = result.score(formula.place)
        if score.value is not None:
            yield _step(score)


def _step(score: Score) -> Step:
    assert score.value is not None  # noqa: S101 - `explain` passes known scores only
    if not score.parts:
        return Step(score.place, "", _shown(_known(score)), score.value)
    before = sum((part.share * _known(part.score) for part in score.parts), Fraction(0))
    return Step(score.place, _expression(score), _shown(before), score.value)


def _expression(score: Score) -> str:
    shares = {part.share for part in score.parts}
    if len(shares) == 1:
        terms = " + ".join(_term(part.score) for part in score.parts)
        return f"({terms}) ÷ {len(score.parts)}" if len(score.parts) > 1 else terms
    return " + ".join(f"{_shown(part.share)} × {_term(part.score)}" for part in score.parts)


def _term(score: Score) -> str:
    """An unrounded part is shown with more decimals, so that the line adds up."""
    return _shown(_known(score))


def _shown(value: Fraction) -> str:
    """Two decimals, or up to four where the value has more; with … where even those do not end it."""
    for places in range(HUNDREDTHS, SHOWN_PLACES + 1):
        rounded = half_up(value, places)
        if Fraction(rounded) == value:
            return f"{rounded}"
    scale = 10**SHOWN_PLACES
    return f"{half_up(Fraction(value.numerator * scale // value.denominator, scale), SHOWN_PLACES)}…"


def _known(score: Score) -> Fraction:
    assert score.exact is not None  # noqa: S101 - parts of a known score are known
    return score.exact

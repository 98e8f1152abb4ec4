"""How far respondents' own scores lie apart, from packed choices; `queries.counts` says it in SQL for a nation."""

from collections import Counter
from collections.abc import Iterable, Sequence

from prongsai.rulebook.rounding import half_up_ratio
from prongsai.rulebook.survey_flow import EMPTY
from prongsai.tallying.columns import AnswerColumn
from prongsai.tallying.group_tally import Spread


def spread_of(columns: Sequence[AnswerColumn], packed: Iterable[str]) -> Spread | None:
    """Sums over the respondents; `columns` are the lines in the order of their marks. `None` if nobody answered."""
    worth = [
        {str(option): (points * column.weight, column.weight) for option, points in enumerate(column.points, start=1)}
        for column in columns
    ]
    scores = Counter(_own_score(worth, marks) for marks in packed if marks.strip(EMPTY))
    many = scores.total()
    if not many:
        return None
    return Spread(
        many,
        many,
        sum(score * count for score, count in scores.items()),
        sum(score * score * count for score, count in scores.items()),
    )


def _own_score(worth: Sequence[dict[str, tuple[int, int]]], marks: str) -> int:
    """The mean of what was answered, each answer with its share in the instrument, in hundredths."""
    answered = [of_line[mark] for of_line, mark in zip(worth, marks, strict=True) if mark != EMPTY]
    earned, weights = (sum(numbers) for numbers in zip(*answered, strict=True))
    return int(half_up_ratio(earned, weights, 0))

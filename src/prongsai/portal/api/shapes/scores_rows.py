"""A row of a scores file as the API takes it."""

from typing import NotRequired, TypedDict


class ScoresRow(TypedDict):
    """A figure at its place: `code` is a question, an item, an indicator's number, `instrument` or `total`.

    `instrument` is IIT, EIT1, EIT2, EIT, OIT or empty; `n` of `population` answered. Digits may be Thai.
    """

    agency: NotRequired[str | None]
    year: NotRequired[int | str | None]
    instrument: NotRequired[str | None]
    code: str | int
    score: str | int | float | None
    n: NotRequired[int | str | None]
    population: NotRequired[int | str | None]

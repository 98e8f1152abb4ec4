"""Numbers and titles of another year in what somebody writes for an item."""

from dataclasses import dataclass

from prongsai.papers.checking.stale_items import find_stale_items
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import YearInstrument


@dataclass(frozen=True, slots=True)
class StaleNumber:
    """A passage that names an item as another year did: what is printed, what holds this year, what to write."""

    printed: str
    follows: str
    mend: str


def stale_numbers(text: str, rules: YearInstrument) -> tuple[StaleNumber, ...]:
    """Item numbers that do not stand in this year for what the text says, in the page's language."""
    return tuple(
        StaleNumber(found.printed, pick(found.follows.th, found.follows.en), pick(found.mend.th, found.mend.en))
        for found in find_stale_items(text, rules)
    )

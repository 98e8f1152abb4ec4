"""Which addresses of an earlier year fit which item of this one: by topic, whatever the numbers. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.papers.checking.item_topics import items_on
from prongsai.portal.disclosures.answering.queries import EarlierYear
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Item, YearInstrument
from prongsai.rulebook.loading import load_year


@dataclass(frozen=True, slots=True)
class Formerly:
    """What an item was in an earlier year, with the addresses given then."""

    year: int
    item: Item
    urls: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title of that year in the page's language."""
        return pick(self.item.title_th, self.item.title_en)

    @property
    def number(self) -> str:
        """The number of that year: "O12"."""
        return self.item.code.upper()


def formerly(rules: YearInstrument, earlier: EarlierYear | None) -> dict[str, tuple[Formerly, ...]]:
    """Each item with those of the same topics, in the year of the earlier answers, else in the year before."""
    year = earlier.year if earlier else (rules.crosswalk.from_year if rules.crosswalk else None)
    if year is None:
        return dict.fromkeys(rules.items, ())
    before, given = load_year(year), {} if earlier is None else earlier.items
    return {
        code: tuple(
            Formerly(year, was, given[was.code].urls if was.code in given else ())
            for was in items_on(before, frozenset(item.topics))
        )
        for code, item in rules.items.items()
    }


def offered(rules: YearInstrument, earlier: EarlierYear | None) -> dict[str, tuple[str, ...]]:
    """Addresses that can be carried over, by this year's items."""
    found = {
        code: tuple(dict.fromkeys(url for one in before for url in one.urls))
        for code, before in formerly(rules, earlier).items()
    }
    return {code: urls for code, urls in found.items() if urls}


def other_items_of(urls: Mapping[str, tuple[str, ...]], code: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """This year's items to which addresses belonged last year, where none of them belonged to this one.

    `urls` is what `offered` gives: a list that still has last year's numbers shows itself by it.
    """
    if not given or set(given) & set(urls.get(code, ())):
        return ()
    return tuple(other for other, known in urls.items() if set(given) & set(known))

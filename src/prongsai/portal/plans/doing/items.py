"""Which disclosure items a piece of evidence may answer. Pure."""

from collections.abc import Iterable, Sequence

from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import known_years, load_year

REPORT_ON_MEASURES = "ita-measures-report"


def item_year(plan_year: int) -> YearInstrument:
    """The newest known rules not after the year that follows the plan's: there the evidence will be asked for."""
    return load_year(max(year for year in known_years() if year <= plan_year + 1))


def suggest_items(cited: Iterable[str], *, cited_in: int, rules: YearInstrument) -> tuple[str, ...]:
    """The items of a later year that go on with the topics of the cited ones, then the report on the measures."""
    codes = tuple(cited)
    for year in range(cited_in + 1, rules.year + 1):
        codes = _one_year_on(codes, load_year(year))
    reports = [code for code, item in rules.items.items() if REPORT_ON_MEASURES in item.topics]
    return tuple(dict.fromkeys((*(code for code in codes if code in rules.items), *reports)))


def _one_year_on(codes: Sequence[str], rules: YearInstrument) -> tuple[str, ...]:
    if rules.crosswalk is None:
        return ()
    return tuple(link.code for code in codes for link in rules.crosswalk.items if code in link.was)

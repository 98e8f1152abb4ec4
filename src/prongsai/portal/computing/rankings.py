"""Where agencies stand in an edition: within their type, province and the nation, and how sure that is."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.results.standing import RankFacts, StoredRanks
from prongsai.rulebook.loading import nation_rules
from prongsai.rulebook.ranking import is_ranked, ranks
from prongsai.statistics.rank_spans import rank_spans


@dataclass(frozen=True, slots=True)
class Candidate:
    """An agency's computed total with its interval; `None` where it is not known. `type` is the portal's code."""

    agency_id: int
    type: str
    province: str
    total: Decimal | None
    low: Decimal | None
    high: Decimal | None
    is_short: bool


WITHIN: dict[str, Callable[[Candidate], str]] = {
    "type": lambda one: one.type,
    "province": lambda one: one.province,
    "nation": lambda _: "-",
}


def rank_all(candidates: Sequence[Candidate]) -> dict[int, StoredRanks]:
    """Every agency's ranks as they are stored, by its number: none without a total, none in no province."""
    found: dict[int, StoredRanks] = {one.agency_id: {} for one in candidates}
    for name, group_of in WITHIN.items():
        for group in _groups(candidates, group_of):
            for agency_id, rank in _ranked(group):
                found[agency_id][name] = rank.as_stored
    return found


def _groups(candidates: Sequence[Candidate], group_of: Callable[[Candidate], str]) -> list[list[Candidate]]:
    groups: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.total is not None and group_of(one) and is_ranked(nation_rules(), is_short=one.is_short):
            groups.setdefault(group_of(one), []).append(one)
    return list(groups.values())


def _ranked(group: Sequence[Candidate]) -> Iterator[tuple[int, RankFacts]]:
    totals = {one.agency_id: one.total for one in group if one.total is not None}
    rule = nation_rules().ranking
    found = ranks(totals, rule)
    spans = rank_spans({one.agency_id: _interval(one) for one in group}, leaves_gaps=rule.leaves_gaps)
    sharing = Counter(found.values())
    for agency_id, rank in found.items():
        yield agency_id, RankFacts(rank, len(group), sharing[rank], *spans[agency_id])


def _interval(one: Candidate) -> tuple[Decimal, Decimal]:
    """Where the interval is not known the total may lie anywhere."""
    return (one.low, one.high) if one.low is not None and one.high is not None else (Decimal(0), Decimal(100))

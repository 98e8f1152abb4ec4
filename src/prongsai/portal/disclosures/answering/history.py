"""How a topic fared in an agency's earlier years, whatever its number was then."""

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.papers.checking.item_topics import items_on
from prongsai.portal.disclosures.answering.queries import published_rounds
from prongsai.portal.disclosures.assessing.queries import verdicts
from prongsai.portal.disclosures.assessing.verdicts import Verdict
from prongsai.portal.rounds.queries import RulesChangedError, instrument_of, round_by_id
from prongsai.rulebook.instrument import Item


@dataclass(frozen=True, slots=True)
class FormerVerdict:
    """What stands for an item of an earlier year on the same topic."""

    year: int
    verdict: Verdict

    @property
    def number(self) -> str:
        """The number of that year: "O12"."""
        return self.verdict.item.upper()


def history_of(agency_id: int, year: int, item: Item) -> list[FormerVerdict]:
    """Every earlier year whose results are out, newest first; one query, and seven a year."""
    return [one for round_id in published_rounds(agency_id, year) for one in _in_round(agency_id, round_id, item)]


def _in_round(agency_id: int, round_id: int, item: Item) -> Iterator[FormerVerdict]:
    try:
        facts = round_by_id(round_id)
    except RulesChangedError:
        return  # what its rules were can no longer be told
    found = verdicts(facts, agency_id)
    for was in items_on(instrument_of(facts), frozenset(item.topics)):
        yield FormerVerdict(facts.year, found[was.code])

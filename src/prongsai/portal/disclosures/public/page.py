"""The public page of a year: every item in order, what was given, how its links are, and later the verdicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from prongsai.fetching.outcomes import Outcome
from prongsai.papers.checking.item_topics import items_on
from prongsai.portal.agencies.queries import Agency
from prongsai.portal.disclosures.answering.periods import period_words
from prongsai.portal.disclosures.assessing.verdicts import Verdict
from prongsai.portal.disclosures.clarifying.facts import ErratumFacts, ObjectionFacts
from prongsai.portal.disclosures.clarifying.pages import Marked, MarkedItem, marked_items
from prongsai.portal.disclosures.models import Capture
from prongsai.portal.disclosures.public.queries import last_looks, public_round_before
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Item

OPENED = frozenset({Outcome.OK, Outcome.NOT_MODIFIED})
GONE = frozenset({Outcome.DEAD_LINK, Outcome.NAME_UNKNOWN})


class LinkState(StrEnum):
    """What the last look at an address came to, as the public is told."""

    OPENS = "opens"
    GONE = "gone"
    DID_NOT_OPEN = "did-not-open"
    NOT_LOOKED = "not-looked"


@dataclass(frozen=True, slots=True)
class PublicLink:
    """An address with its state and when that was seen."""

    url: str
    state: LinkState
    at: datetime | None


@dataclass(frozen=True, slots=True)
class FormerItem:
    """An item of an earlier public year on the same topic: `O14` of 2567."""

    year: int
    code: str


@dataclass(frozen=True, slots=True)
class PublicItem:
    """An item as everybody sees it; `verdict` only once the round's results are out.

    `former` are the items on its topics in the agency's public year before, whatever their numbers were.
    """

    code: str
    title: str
    period: str
    links: tuple[PublicLink, ...]
    explanation: str
    not_applicable: str
    verdict: Verdict | None
    objection: ObjectionFacts | None
    errata: tuple[ErratumFacts, ...]
    former: tuple[FormerItem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the agency gave nothing."""
        return not (self.links or self.explanation or self.not_applicable)


@dataclass(frozen=True, slots=True)
class PublicGroup:
    """A sub-indicator with its items."""

    code: str
    name: str
    items: tuple[PublicItem, ...]


@dataclass(frozen=True, slots=True)
class PublicDisclosure:
    """An agency's disclosure of a year; `marked` only once the results are out."""

    agency: Agency
    round: RoundFacts
    confirmed_at: datetime
    sha256: str
    groups: tuple[PublicGroup, ...]
    marked: Marked | None

    @property
    def items(self) -> tuple[PublicItem, ...]:
        """All items in order."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def given(self) -> int:
        """How many items were answered."""
        return sum(not item.is_empty for item in self.items)

    @property
    def gone(self) -> int:
        """How many addresses are gone."""
        return sum(link.state is LinkState.GONE for item in self.items for link in item.links)


def public_disclosure(agency: Agency, facts: RoundFacts) -> PublicDisclosure:
    """Everything on the page; at most fourteen queries."""
    marked = marked_items(facts, agency.pk)
    assert marked.confirmed is not None  # noqa: S101 - the round was found by its confirmed copy
    urls = {url for one in marked.items for url in one.answer.urls}
    seen, is_out = last_looks(agency.pk, urls), facts.has_reached(RoundState.PUBLISHED)
    before = public_round_before(agency.pk, facts.year)
    items = {one.item.code: _item(one, seen, before, is_out=is_out) for one in marked.items}
    groups = (
        PublicGroup(
            group.code,
            pick(group.name_th, group.name_en),
            tuple(items[code] for code, item in instrument_of(facts).items.items() if item.sub_indicator == group.code),
        )
        for group in instrument_of(facts).disclosure.sub_indicators
    )
    return PublicDisclosure(
        agency=agency,
        round=facts,
        confirmed_at=marked.confirmed.at,
        sha256=marked.confirmed.sha256,
        groups=tuple(groups),
        marked=marked if is_out else None,
    )


def link_state(look: Capture | None) -> LinkState:
    """What a look says about an address; a failure that may pass is no death."""
    if look is None:
        return LinkState.NOT_LOOKED
    if look.outcome in OPENED:
        return LinkState.OPENS
    return LinkState.GONE if look.outcome in GONE else LinkState.DID_NOT_OPEN


def _item(one: MarkedItem, seen: Mapping[str, Capture], before: RoundFacts | None, *, is_out: bool) -> PublicItem:
    return PublicItem(
        code=one.item.code,
        title=one.title,
        period=period_words(one.item.period),
        links=tuple(_link(url, seen.get(url)) for url in one.answer.urls),
        explanation=one.answer.explanation,
        not_applicable=one.answer.not_applicable,
        verdict=one.verdict if is_out else None,
        objection=one.objection if is_out else None,
        errata=one.errata if is_out else (),
        former=() if before is None else tuple(_former(before, one.item)),
    )


def _former(before: RoundFacts, item: Item) -> Iterator[FormerItem]:
    for was in items_on(instrument_of(before), frozenset(item.topics)):
        yield FormerItem(before.year, was.code)


def _link(url: str, look: Capture | None) -> PublicLink:
    return PublicLink(url, link_state(look), look.at if look else None)

"""What an agency discloses for a year, as its public OIT page shows it."""

from dataclasses import dataclass

from prongsai.portal.api.shapes.links import api_link, page_link
from prongsai.portal.api.shapes.moments import Moment
from prongsai.portal.api.shapes.results import Subject, subject
from prongsai.portal.disclosures.assessing.verdicts import Because
from prongsai.portal.disclosures.clarifying.facts import ObjectionFacts
from prongsai.portal.disclosures.public.page import LinkState, PublicDisclosure, PublicItem
from prongsai.portal.rounds.queries import instrument_of
from prongsai.rulebook.instrument import Item
from prongsai.rulebook.planning import item_costs
from prongsai.shapes.scored import Score, score_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address, and what it came to when it was looked at the last time."""

    url: str
    state: LinkState
    seen_at: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether the item is complete, and on what that rests."""

    complete: bool | None
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What the agency objected, and what was decided."""

    text: str
    state: str
    decision: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """A verdict that was corrected after the results were out."""

    complete: bool
    was_complete: bool
    reason: str
    at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosedItem:
    """An item in its order; `points` is its share of the total, the verdict null until the results are out.

    `not_applicable` is the agency's reason, null where the item applies.
    """

    code: str
    indicator: int
    sub_indicator: str
    title_th: str
    title_en: str
    period: str
    points: Score
    links: tuple[Link, ...]
    explanation: str | None
    not_applicable: str | None
    verdict: Verdict | None
    objection: Objection | None
    errata: tuple[Erratum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDisclosure(Subject):
    """What an agency's executive confirmed for a year: `given` of `of` items were answered, `gone` addresses are gone.

    `score` is that of OIT, null until the results are out; `sha256` is of the confirmed copy.
    """

    confirmed_at: Moment
    sha256: str
    given: int
    of: int
    gone: int
    score: Score | None
    items: tuple[DisclosedItem, ...]
    url: str
    page: str


def whole_disclosure(page: PublicDisclosure) -> WholeDisclosure:
    """Everything that the public page of a year says."""
    code, rules = page.agency.code, instrument_of(page.round)
    costs, found = item_costs(rules), {item.code: item for item in page.items}
    return WholeDisclosure(
        **subject(page.agency, page.round.year),
        confirmed_at=page.confirmed_at,
        sha256=page.sha256,
        given=page.given,
        of=len(page.items),
        gone=page.gone,
        score=score_text(page.marked.score) if page.marked else None,
        items=tuple(_item(item, found[number], f"{costs[number].points:.2f}") for number, item in rules.items.items()),
        url=api_link("disclosure", code, page.round.year),
        page=page_link("disclosure:show", code, page.round.year),
    )


def _item(item: Item, given: PublicItem, points: str) -> DisclosedItem:
    verdict, objection = given.verdict, given.objection
    return DisclosedItem(
        code=item.code,
        indicator=item.indicator,
        sub_indicator=item.sub_indicator,
        title_th=item.title_th,
        title_en=item.title_en,
        period=item.period,
        points=points,
        links=tuple(Link(url=link.url, state=link.state, seen_at=link.at) for link in given.links),
        explanation=given.explanation or None,
        not_applicable=given.not_applicable or None,
        verdict=Verdict(complete=verdict.is_complete, because=verdict.because) if verdict else None,
        objection=_objection(objection) if objection else None,
        errata=tuple(
            Erratum(complete=one.is_complete, was_complete=one.was_complete, reason=one.reason, at=one.at)
            for one in given.errata
        ),
    )


def _objection(objection: ObjectionFacts) -> Objection:
    return Objection(text=objection.text, state=objection.state.value, decision=objection.decision or None)

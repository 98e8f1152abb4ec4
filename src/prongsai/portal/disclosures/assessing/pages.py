"""What the pages of marking show, gathered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from prongsai.portal.disclosures.answering.periods import period_words
from prongsai.portal.disclosures.assessing import queries
from prongsai.portal.disclosures.assessing.actions import MARKING
from prongsai.portal.disclosures.assessing.evidence import given_addresses
from prongsai.portal.disclosures.assessing.facts import BothMarks, QueueLine, SeatingFacts
from prongsai.portal.disclosures.assessing.forms import ConflictForm, ShareForm
from prongsai.portal.disclosures.assessing.progress import conflict_lines, progress_of
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.queries import names_in_national_role
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import instrument_of, is_open
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Item
from prongsai.statistics.agreement import Agreement

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """How assessors agree on an item, as a page shows it; `title` is empty for all items together."""

    code: str
    title: str
    found: Agreement

    @property
    def percent(self) -> str:
        """The rate in percent, one decimal; a dash where nothing was marked by both."""
        return "–" if self.found.rate is None else f"{float(self.found.rate * HUNDRED):.1f}"

    @property
    def kappa(self) -> str:
        """Kappa, two decimals; a dash where it cannot be known."""
        return "–" if self.found.kappa is None else f"{float(self.found.kappa):.2f}"


def round_page(
    seat: NationalSeat,
    facts: RoundFacts,
    *,
    words: str = "",
    page: str | None = None,
    share_form: ShareForm | None = None,
    conflict_form: ConflictForm | None = None,
) -> dict[str, Any]:
    """How far the marking of a round is, how the assessors agree, who must not mark where."""
    items = instrument_of(facts).items
    by_item = queries.agreement_by_item(facts.id)
    people = names_in_national_role(Role.ASSESSOR)
    return {
        "seat": seat,
        "round": facts,
        "progress": progress_of(facts, words=words, page=page),
        "words": words,
        "agreement": AgreementLine("", "", queries.overall(by_item.values())),
        "items": [
            AgreementLine(code, pick(item.title_th, item.title_en), by_item[code])
            for code, item in items.items()
            if code in by_item
        ],
        "conflicts": conflict_lines(),
        "people": people,
        "share_form": share_form or ShareForm(),
        "conflict_form": conflict_form or ConflictForm(people=people, ids={}),
    }


def item_page(
    seat: NationalSeat, facts: RoundFacts, seating: SeatingFacts, item: Item, answer: AnsweredItem
) -> dict[str, Any]:
    """What an assessor has before her: the item, what was given, where she is in her queue."""
    line = line_at(queries.queue_of(seat.person.pk, facts.id), seating)
    return {
        "seat": seat,
        "round": facts,
        "seating": seating,
        "item": item,
        "title": pick(item.title_th, item.title_en),
        "period": period_words(item.period),
        "answer": answer,
        "addresses": given_addresses(facts, seating.agency_id, answer),
        "required": required_of(item),
        "line": line,
        "is_open": any(is_open(facts.id, phase, timezone.now()) for phase in MARKING),
    }


def dispute(seating: SeatingFacts, item: str) -> dict[str, Any]:
    """What an adjudicator sees of the two marks: nothing before both have marked and differ."""
    marks = queries.both_marks(seating.disclosure_id).get(item, BothMarks())
    said = {mark.is_complete for mark in marks.given}
    decided = queries.decisions(seating.disclosure_id).get(item)
    return {"marks": marks, "is_disputed": len(said) > 1, "decided": decided}


def line_at(lines: list[QueueLine], seating: SeatingFacts) -> QueueLine:
    """The line of a place in its owner's queue."""
    return next(line for line in lines if line.seating.id == seating.id)


def next_in(lines: list[QueueLine], seating: SeatingFacts, item: str) -> tuple[str, str] | None:
    """Agency and item that wait next: later in the same agency, then earlier in it, then in another."""
    here = line_at(lines, seating)
    order = [*(code for code in here.waiting if _number(code) > _number(item)), *here.waiting]
    for code in order:
        if code != item:
            return here.seating.agency_code, code
    return next(((line.seating.agency_code, line.waiting[0]) for line in lines if line.waiting), None)


def required_of(item: Item) -> tuple[str, ...]:
    """The elements that must be visible, in the page's language."""
    return pick_all(item.must_show_th, item.must_show_en)


def pick_all(thai: tuple[str, ...], english: tuple[str, ...]) -> tuple[str, ...]:
    """Each text in the page's language."""
    return tuple(pick(th, en) for th, en in zip(thai, english, strict=True))


def titles(facts: RoundFacts) -> Mapping[str, str]:
    """The titles of the year's items in the page's language."""
    return {code: pick(item.title_th, item.title_en) for code, item in instrument_of(facts).items.items()}


def _number(code: str) -> int:
    return int(code[1:])

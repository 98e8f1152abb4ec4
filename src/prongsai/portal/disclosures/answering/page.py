"""What the page of all items shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from prongsai.portal.disclosures.answering.access import APPROVAL, WRITABLE, Answering
from prongsai.portal.disclosures.answering.carrying import offered
from prongsai.portal.disclosures.answering.forms import ReturnForm
from prongsai.portal.disclosures.answering.handing_in.contents import confirmable_hash
from prongsai.portal.disclosures.answering.queries import WrittenItem, copies_of, earlier_year
from prongsai.portal.disclosures.keeping_evidence.findings import Concern, Tone
from prongsai.portal.disclosures.keeping_evidence.page import ItemSeen, seen_of
from prongsai.portal.disclosures.keeping_evidence.queries import Progress, progress_of
from prongsai.portal.disclosures.models import DisclosureState
from prongsai.portal.people.queries import names_of_actors
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Item, SubIndicator
from prongsai.rulebook.planning import item_costs

RETURNABLE = frozenset({DisclosureState.SUBMITTED, DisclosureState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item in the list. `points` of the total are at stake.

    `seen` is what the machine noticed at its addresses, `None` where it has not looked yet.
    """

    item: Item
    written: WrittenItem
    points: Decimal
    may_write: bool
    seen: ItemSeen | None
    today: date

    @property
    def number(self) -> str:
        """As it is printed: "O12"."""
        return self.item.code.upper()

    @property
    def title(self) -> str:
        """In the page's language."""
        return pick(self.item.title_th, self.item.title_en)

    @property
    def state(self) -> str:
        """`answered`, `draft` (carried over, nobody looked), `none` (does not apply) or `empty`."""
        if self.written.is_empty:
            return "empty"
        if self.written.is_draft:
            return "draft"
        return "none" if self.written.given.not_applicable else "answered"

    @property
    def is_late(self) -> bool:
        """Whether its day is over and nothing is there, or nobody looked."""
        due = self.written.due_on
        return due is not None and due < self.today and self.state in {"empty", "draft"}

    @property
    def found(self) -> tuple[Concern, ...]:
        """What was noticed, if anything."""
        return self.seen.concerns if self.seen else ()

    @property
    def troubles(self) -> int:
        """How many things somebody should look at."""
        return len(self.found)

    @property
    def changed(self) -> int:
        """At how many addresses there is something else than what was kept when they were handed in."""
        return self.seen.changed if self.seen else 0

    @property
    def is_seen(self) -> bool:
        """Whether the machine has looked at its addresses."""
        return self.seen is not None

    @property
    def is_broken(self) -> bool:
        """Whether an address cannot be opened."""
        return any(concern.tone is Tone.BROKEN for concern in self.found)


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-indicator with its items."""

    sub_indicator: SubIndicator
    lines: tuple[ItemLine, ...]

    @property
    def name(self) -> str:
        """In the page's language."""
        return pick(self.sub_indicator.name_th, self.sub_indicator.name_en)


@dataclass(frozen=True, slots=True)
class Sums:
    """How far the items are; `at_stake` points of the total are of items without an answer."""

    items: int
    answered: int
    drafts: int
    empty: int
    late: int
    at_stake: Decimal
    troubles: int
    broken: int
    changed: int


def item_lines(here: Answering) -> list[ItemLine]:
    """The items that the seat sees, in order; two queries for what was seen at their addresses."""
    costs, today = item_costs(here.rules), timezone.localdate()
    seen = seen_of(here)
    return [
        ItemLine(
            here.rules.items[code],
            written,
            costs[code].points,
            here.may_write(code),
            seen.get(code),
            today,
        )
        for code, written in here.items.items()
    ]


def groups_of(here: Answering, lines: list[ItemLine]) -> list[Group]:
    """The same by sub-indicator; one of which nothing is seen is left out."""
    groups = [
        Group(sub, tuple(line for line in lines if line.item.sub_indicator == sub.code))
        for sub in here.rules.disclosure.sub_indicators
    ]
    return [group for group in groups if group.lines]


def sums_of(lines: list[ItemLine]) -> Sums:
    """The lines counted."""
    return Sums(
        items=len(lines),
        answered=sum(line.state in {"answered", "none"} for line in lines),
        drafts=sum(line.state == "draft" for line in lines),
        empty=sum(line.state == "empty" for line in lines),
        late=sum(line.is_late for line in lines),
        at_stake=sum((line.points for line in lines if line.state == "empty"), Decimal(0)),
        troubles=sum(bool(line.troubles) for line in lines),
        broken=sum(line.is_broken for line in lines),
        changed=sum(line.changed for line in lines),
    )


def waiting_of(lines: list[ItemLine]) -> list[tuple[str, list[ItemLine]]]:
    """What is still to be done, the most urgent first: `empty`, `draft`, `broken`, `look`; an item stands once."""
    kinds: dict[str, list[ItemLine]] = {"empty": [], "draft": [], "broken": [], "look": []}
    for line in lines:
        if kind := _waits_as(line):
            kinds[kind].append(line)
    return [(kind, found) for kind, found in kinds.items() if found]


def _waits_as(line: ItemLine) -> str:
    if line.state in {"empty", "draft"}:
        return line.state
    if line.is_broken:
        return "broken"
    return "look" if line.troubles or line.changed else ""


def items_page(here: Answering, form: ReturnForm | None = None) -> dict[str, Any]:
    """Everything on the page; `form` is a return that was refused, with what was typed."""
    lines, copies = item_lines(here), copies_of(here.standing.id)
    names = names_of_actors({copy.by for copy in copies})
    return {
        "seat": here.seat,
        "round": here.round,
        "here": here,
        "groups": groups_of(here, lines),
        "sums": sums_of(lines),
        "waiting": waiting_of(lines),
        "copies": [(copy, names.get(copy.by, copy.by)) for copy in copies],
        "progress": checking(here),
        "may_check": here.seat.may(Permission.ANSWER_ITEMS),
        "is_marked": here.round.has_reached(RoundState.CLARIFICATION),
        "is_public": bool(copies) and not here.round.is_rehearsal,
        **_carrying(here),
        **judging(here),
        "form": form or ReturnForm(),
    }


def judging(here: Answering) -> dict[str, Any]:
    """What an executive may decide now, and the hash of what she decides on."""
    may = here.seat.may(Permission.CONFIRM_DISCLOSURE)
    runs = may and here.runs(APPROVAL)
    submitted = here.standing.state is DisclosureState.SUBMITTED
    return {
        "may_confirm": runs and submitted,
        "may_return": runs and here.standing.state in RETURNABLE,
        "cannot_judge_yet": may and submitted and not runs,
        "is_late": here.seat.may(Permission.ANSWER_ITEMS) and here.standing.state in WRITABLE and not here.is_writable,
        "seen": confirmable_hash(here.standing.id) if runs and submitted else "",
    }


def checking(here: Answering) -> Progress | None:
    """How far the machine is with looking at addresses, while it is at it; one query."""
    return progress_of(here.round.id, here.seat.agency.pk)


def _carrying(here: Answering) -> Mapping[str, Any]:
    """Whether last year has addresses for items that are still empty."""
    if not here.may_lead:
        return {"offers": 0, "earlier": None}
    earlier = earlier_year(here.seat.agency.pk, here.round.year)
    offers = offered(here.rules, earlier)
    return {"offers": sum(here.items[code].is_empty for code in offers), "earlier": earlier}

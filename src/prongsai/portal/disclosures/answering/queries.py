"""Reads what an agency has written so far, and what it answered in earlier years."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from prongsai.portal.disclosures.answering.inputs import ItemInput
from prongsai.portal.disclosures.facts import AnsweredItem, ConfirmedDisclosure
from prongsai.portal.disclosures.freezing import confirmed_of
from prongsai.portal.disclosures.models import Disclosure, DisclosureCopy, DisclosureState, ItemAnswer
from prongsai.portal.rounds.states import RoundState


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item as it is written now. `is_draft`: it was carried over and nobody has looked at it since."""

    item: str
    given: ItemInput = field(default_factory=ItemInput)
    unit_id: int | None = None
    unit_name: str = ""
    due_on: date | None = None
    is_draft: bool = False
    edition: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is given."""
        return self.given.is_empty


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an agency's answers in a round are; `id` is `None` before the first word was written."""

    id: int | None = None
    state: DisclosureState = DisclosureState.DRAFTING
    return_reason: str = ""


@dataclass(frozen=True, slots=True)
class EarlierYear:
    """What an agency answered in an earlier year, by that year's items."""

    year: int
    items: dict[str, AnsweredItem]


def standing(round_id: int, agency_id: int) -> Standing:
    """Where the agency's answers stand; one query."""
    row = Disclosure.objects.filter(round_id=round_id, agency_id=agency_id).first()
    return Standing() if row is None else Standing(row.pk, DisclosureState(row.state), row.return_reason)


def written_items(disclosure_id: int | None) -> dict[str, WrittenItem]:
    """What is written, by item; two queries, none before the first word."""
    if disclosure_id is None:
        return {}
    rows = ItemAnswer.objects.filter(disclosure_id=disclosure_id).select_related("unit").prefetch_related("addresses")
    return {row.item: written_of(row) for row in rows}


def written_of(row: ItemAnswer) -> WrittenItem:
    """A stored answer as a fact."""
    return WrittenItem(
        item=row.item,
        given=ItemInput(tuple(address.url for address in row.addresses.all()), row.explanation, row.reason),
        unit_id=row.unit_id,
        unit_name=row.unit.name if row.unit else "",
        due_on=row.due_on,
        is_draft=row.is_draft,
        edition=row.edition,
    )


def copies_of(disclosure_id: int | None) -> list[DisclosureCopy]:
    """The copies that were confirmed, newest first; one query."""
    return list(DisclosureCopy.objects.filter(disclosure_id=disclosure_id)) if disclosure_id is not None else []


def find_copy(disclosure_id: int | None, version: int) -> ConfirmedDisclosure | None:
    """A copy that was confirmed, as the facts that it states."""
    if disclosure_id is None:
        return None
    copies = DisclosureCopy.objects.filter(disclosure_id=disclosure_id, version=version)
    found = copies.select_related("disclosure").first()
    return None if found is None else confirmed_of(found.disclosure, found)


def earlier_year(agency_id: int, year: int) -> EarlierYear | None:
    """The nearest year before in which the agency answered anything: what was confirmed, else what was written.

    A real round goes before a rehearsal of the same year. At most three queries.
    """
    for row in _earlier(agency_id, year):
        items = _answers_of(row)
        if any(not item.is_empty for item in items.values()):
            return EarlierYear(row.round.year, items)
    return None


def published_rounds(agency_id: int, year: int) -> list[int]:
    """The earlier real rounds with results that the agency answered, newest first; one query."""
    rows = Disclosure.objects.filter(agency_id=agency_id, round__year__lt=year, round__is_rehearsal=False)
    rows = rows.filter(confirmed_copy__isnull=False, round__state=RoundState.PUBLISHED).order_by("-round__year")
    return list(rows.values_list("round_id", flat=True))


def _earlier(agency_id: int, year: int) -> QuerySet[Disclosure]:
    earlier = Disclosure.objects.filter(agency_id=agency_id, round__year__lt=year)
    return earlier.select_related("round", "confirmed_copy").order_by("-round__year", "round__is_rehearsal", "-id")


def _answers_of(row: Disclosure) -> dict[str, AnsweredItem]:
    if row.confirmed_copy is not None:
        return dict(confirmed_of(row, row.confirmed_copy).items)
    return {
        code: AnsweredItem(code, item.given.urls, item.given.explanation, item.given.not_applicable)
        for code, item in written_items(row.pk).items()
    }

"""What people write into an agency's answers: one transaction and one journal line each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import every_unit_of
from prongsai.portal.disclosures.answering.access import ANSWERING, WRITABLE, works_on
from prongsai.portal.disclosures.answering.inputs import Assignment, ItemInput
from prongsai.portal.disclosures.answering.queries import WrittenItem, written_of
from prongsai.portal.disclosures.locking import lock_own, refuse_unless_open
from prongsai.portal.disclosures.models import Disclosure, ItemAddress, ItemAnswer
from prongsai.portal.disclosures.naming import disclosure_path, item_path
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.queries import instrument_of, round_by_id
from prongsai.sheets.web_addresses import read_address


class EditedMeanwhileError(DisclosureRefusedError):
    """Somebody else wrote the items since they were read; `now` is what stands there."""

    def __init__(self, now: Sequence[WrittenItem]) -> None:
        numbers = ", ".join(item.item.upper() for item in now)
        super().__init__(_("%(items)s ถูกแก้ไขหลังจากที่ท่านเปิดดู") % {"items": numbers})
        self.now = tuple(now)


@transaction.atomic
def save_item(
    *, seat: Seat, round_id: int, item: str, entry: ItemInput, edition: int, at: datetime | None = None
) -> None:
    """Write the answer to an item; `edition` is the one that was read. Raises `EditedMeanwhileError` on another.

    Whoever writes what stands there already has seen it: nothing clashes.
    """
    held = _lock(seat, round_id, at)
    row = _answers(held, [item])[item]
    if not works_on(seat, row.unit_id):
        raise DisclosureRefusedError(_("ข้อนี้เป็นงานของสำนัก/กองอื่น"))
    if row.edition != edition and written_of(row).given != entry:
        raise EditedMeanwhileError([written_of(row)])
    _write(row, entry, is_draft=False)
    append_line(
        actor=seat.actor,
        verb="disclosure.save",
        object=item_path(held.agency.code, held.round.slug, item),
        detail={"item": item, "addresses": len(entry.urls), "not_applicable": bool(entry.not_applicable)},
    )


@transaction.atomic
def assign_items(
    *, seat: Seat, round_id: int, assignments: Mapping[str, Assignment], at: datetime | None = None
) -> None:
    """Say who sees to which item by when; items that are not named stay as they are."""
    held, own = _lock(seat, round_id, at), {unit.pk for unit in every_unit_of(seat.agency.pk)}
    if any(one.unit_id is not None and one.unit_id not in own for one in assignments.values()):
        raise DisclosureRefusedError(_("มีสำนัก/กองที่ไม่ใช่ของหน่วยงาน หรือปิดไปแล้ว"))
    for item, row in _answers(held, assignments).items():
        row.unit_id, row.due_on = assignments[item].unit_id, assignments[item].due_on
        row.save(update_fields=["unit", "due_on"])
    _tell(held, seat, "disclosure.assign", [item for item, one in assignments.items() if one.unit_id is not None])


@transaction.atomic
def carry_over(
    *, seat: Seat, round_id: int, offers: Mapping[str, Sequence[str]], at: datetime | None = None
) -> tuple[str, ...]:
    """Put earlier addresses, as drafts, into items that nobody has answered yet; gives back which these were."""
    held = _lock(seat, round_id, at)
    empty = {item: row for item, row in _answers(held, offers).items() if written_of(row).is_empty}
    for item, row in empty.items():
        _write(row, ItemInput(tuple(offers[item])), is_draft=True)
    _tell(held, seat, "disclosure.carry-over", empty)
    return tuple(empty)


@transaction.atomic
def add_addresses(
    *, seat: Seat, round_id: int, offers: Mapping[str, Sequence[str]], at: datetime | None = None
) -> tuple[str, ...]:
    """Append addresses that another area has for items, as drafts to look at; gives back which items got any.

    The way in for areas above this one, such as plans whose evidence was marked for an item.
    """
    held, changed = _lock(seat, round_id, at), []
    for item, row in _answers(held, offers).items():
        given = written_of(row).given
        urls = tuple(dict.fromkeys((*given.urls, *offers[item])))
        if urls != given.urls and not given.not_applicable:
            _write(row, ItemInput(urls, given.explanation), is_draft=True)
            changed.append(item)
    _tell(held, seat, "disclosure.add", changed)
    return tuple(changed)


@transaction.atomic
def take_list(
    *,
    seat: Seat,
    round_id: int,
    entries: Mapping[str, ItemInput],
    editions: Mapping[str, int],
    at: datetime | None = None,
) -> None:
    """Write the items of a list that was shown before, all or none; `editions` are those that were shown beside it."""
    held = _lock(seat, round_id, at)
    rows = _answers(held, entries)
    if others := [written_of(row) for item, row in rows.items() if row.edition != editions.get(item)]:
        raise EditedMeanwhileError(others)
    for item, row in rows.items():
        _write(row, entries[item], is_draft=False)
    _tell(held, seat, "disclosure.take-list", entries)


def _lock(seat: Seat, round_id: int, at: datetime | None) -> Disclosure:
    held = lock_own(seat, round_id, *WRITABLE)
    refuse_unless_open(round_id, {ANSWERING}, at or timezone.now())
    return held


def _answers(held: Disclosure, items: Iterable[str]) -> dict[str, ItemAnswer]:
    """The rows of items, in the order given; begun where there were none."""
    wanted, known = list(items), instrument_of(round_by_id(held.round_id)).items
    if unknown := [item for item in wanted if item not in known]:
        raise DisclosureRefusedError(_("ปีนี้ไม่มีข้อ %(items)s") % {"items": ", ".join(unknown).upper()})
    ItemAnswer.objects.bulk_create([ItemAnswer(disclosure=held, item=item) for item in wanted], ignore_conflicts=True)
    rows = held.answers.filter(item__in=wanted).select_related("unit").prefetch_related("addresses")
    found = {row.item: row for row in rows}
    return {item: found[item] for item in wanted}


def _write(row: ItemAnswer, entry: ItemInput, *, is_draft: bool) -> None:
    row.explanation, row.reason = entry.explanation, entry.not_applicable
    row.is_not_applicable, row.is_draft = bool(entry.not_applicable), is_draft
    row.edition += 1
    row.full_clean(exclude=["disclosure", "unit"], validate_unique=False, validate_constraints=False)
    row.save()
    row.addresses.all().delete()
    ItemAddress.objects.bulk_create(
        ItemAddress(answer=row, position=number, url=_checked(url)) for number, url in enumerate(entry.urls, 1)
    )


def _checked(url: str) -> str:
    """An address as it is kept; people's own are read before they come here."""
    read = read_address(url)
    if read is None:
        raise DisclosureRefusedError(_("“%(url)s” ไม่ใช่ที่อยู่เว็บ") % {"url": url[:80]})
    return read


def _tell(held: Disclosure, seat: Seat, verb: str, items: Iterable[str]) -> None:
    named = list(items)
    path = disclosure_path(held.agency.code, held.round.slug)
    append_line(actor=seat.actor, verb=verb, object=path, detail={"count": len(named), "items": named})

"""What this area puts on an agency's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.disclosures.answering.access import Answering, open_answering
from prongsai.portal.disclosures.answering.page import Sums, item_lines, judging, sums_of
from prongsai.portal.disclosures.clarifying.pages import is_objecting
from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import RulesChangedError, rounds_of_agency
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The newest real round and the newest rehearsal that collect, or did; nothing before one does."""
    found = [facts for facts in rounds_of_agency(seat.agency.pk) if facts.has_reached(RoundState.COLLECTING)]
    newest = {facts.is_rehearsal: facts for facts in reversed(found)}
    marked = [facts for facts in newest.values() if facts.has_reached(RoundState.CLARIFICATION)]
    answers = [card for facts in newest.values() if (card := _card(seat, facts))]
    return [*answers, *(_marks_card(seat, facts) for facts in marked)]


def _marks_card(seat: Seat, facts: RoundFacts) -> Card:
    may_object = seat.may(Permission.DISCLOSE) and is_objecting(facts)
    return Card(
        title=_("ผลตรวจ OIT และการชี้แจง"),
        text=_("ผลตรวจรายข้อพร้อมเหตุผล คำชี้แจง และการแก้ไข") + f" · {facts.name}",
        href=reverse("oit-clarifying:marks", args=[seat.agency.code, facts.slug]),
        position=7,
        note=_("ชี้แจงข้อที่ไม่ครบถ้วนได้แล้ว") if may_object else "",
    )


def _card(seat: Seat, facts: RoundFacts) -> Card | None:
    try:
        here = open_answering(seat, facts.slug)
    except RulesChangedError:
        return None
    if not here.items:
        return None
    return Card(
        title=_("คำตอบ OIT"),
        text=_("ที่อยู่เว็บของข้อมูลที่ต้องเปิดเผย ตรวจก่อนส่ง และการยืนยันของผู้บริหาร") + f" · {facts.name}",
        href=reverse("oit:items", args=[seat.agency.code, facts.slug]),
        position=6,
        note=" · ".join(_notes(here, sums_of(item_lines(here)))),
    )


def _notes(here: Answering, sums: Sums) -> Iterator[str]:
    """What waits for this seat."""
    if judging(here)["may_confirm"]:
        yield _("มีคำตอบรอท่านยืนยัน")
    if not here.seat.may(Permission.ANSWER_ITEMS):
        return
    if here.standing.return_reason:
        yield _("ผู้บริหารส่งคืน ดูเหตุผลแล้วแก้ไข")
    if here.is_writable and sums.empty + sums.drafts:
        yield _("%(count)s ข้อยังไม่เสร็จ") % {"count": sums.empty + sums.drafts}
    if here.is_writable and sums.late:
        yield _("%(count)s ข้อเลยกำหนด") % {"count": sums.late}
    if sums.broken:
        yield _("%(count)s ข้อมีที่อยู่ที่เปิดไม่ได้") % {"count": sums.broken}
    if sums.changed:
        yield _("%(count)s หน้าเปลี่ยนไปหลังส่ง") % {"count": sums.changed}

"""What this area puts on an agency's desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.documents.models import PaperState
from prongsai.portal.documents.queries import count_papers
from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The agency's papers, with what waits for this seat."""
    return [
        Card(
            title=_("เอกสารของหน่วยงาน"),
            text=_("รายงานการวิเคราะห์ แผนมาตรการ และรายงานผล พร้อมลงนาม"),
            href=reverse("documents:documents", args=[seat.agency.code]),
            position=60,
            note=_note(seat),
        )
    ]


def _note(seat: Seat) -> str:
    """For the executive what waits for a decision, for the officer what came back; one query."""
    if not (seat.may(Permission.APPROVE_PAPERS) or seat.may(Permission.EDIT_PAPERS)):
        return ""
    counts = count_papers(seat.agency.pk)
    notes = []
    if seat.may(Permission.APPROVE_PAPERS) and counts[PaperState.SUBMITTED]:
        notes.append(_("%(count)s ฉบับรออนุมัติ") % {"count": counts[PaperState.SUBMITTED]})
    if seat.may(Permission.EDIT_PAPERS) and counts[PaperState.RETURNED]:
        notes.append(_("%(count)s ฉบับถูกส่งคืนให้แก้ไข") % {"count": counts[PaperState.RETURNED]})
    return " · ".join(notes)

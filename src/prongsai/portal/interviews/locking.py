"""Takes a frame or an assignment for writing and sees that it still allows it."""

from django.utils.translation import gettext as _

from prongsai.portal.interviews.models import Assignment, Frame
from prongsai.portal.interviews.refusals import InterviewRefusedError


def hold_frame(frame_id: int) -> Frame:
    """The frame as it is now, erased or not, held until the transaction ends."""
    return Frame.objects.select_for_update(of=("self",)).select_related("agency", "round").get(pk=frame_id)


def lock_frame(frame_id: int) -> Frame:
    """The frame with its clients, held until the transaction ends. Raises `InterviewRefusedError` once it is erased."""
    held = hold_frame(frame_id)
    if held.erased_on is not None:
        raise InterviewRefusedError(_("ลบรายชื่อผู้รับบริการของหน่วยงานนี้ไปแล้วตามกำหนด"))
    return held


def lock_own_assignment(round_id: int, person_id: int, assignment_id: int) -> Assignment | None:
    """An assignment of this interviewer in this round, held until the transaction ends."""
    rows = Assignment.objects.select_for_update(of=("self",)).filter(frame__round_id=round_id, interviewer_id=person_id)
    return rows.select_related("frame").filter(pk=assignment_id).first()

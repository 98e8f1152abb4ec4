"""What a supervisor writes down. Of answers only the late ones of an agency are touched: all may be let count."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.interviews.locking import hold_frame, lock_frame
from prongsai.portal.interviews.models import (
    Assignment,
    AssignmentState,
    BackCheck,
    CheckOutcome,
    DoubtfulDay,
    Frame,
)
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.journal.actions import append_line
from prongsai.portal.journal.chain import Plain
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.naming import participation_path, round_path
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.actions import count_late_interviews
from prongsai.rulebook.rounding import whole_up
from prongsai.statistics.drawing import in_order

INTERVIEWED = (AssignmentState.DONE, AssignmentState.LATE)
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Doubt:
    """So many interviews of an interviewer on a day, and why they are doubted."""

    person_id: int
    day: date
    interviews: int
    reason: str


@transaction.atomic
def draw_back_checks(*, actor: str, frame_id: int, percent: int, seed: str) -> int:
    """Draw a share of the interviewed clients who were not drawn before; gives back how many."""
    held = lock_frame(frame_id)
    done = held.assignments.filter(state__in=INTERVIEWED, client__isnull=False, check_again=None)
    ids = dict(done.values_list("client__reference", "pk"))
    drawn = in_order(ids, seed=seed)[: whole_up(Decimal(percent) / HUNDRED * len(ids))]
    if not drawn:
        raise InterviewRefusedError(_("ยังไม่มีบทสัมภาษณ์ที่จะสุ่มตรวจ"))
    BackCheck.objects.bulk_create(BackCheck(assignment_id=ids[reference]) for reference in drawn)
    _tell(held, actor, "interviews.back-check", clients=len(drawn), percent=percent, seed=seed)
    return len(drawn)


@transaction.atomic
def record_back_check(*, actor: str, frame_id: int, check_id: int, outcome: CheckOutcome) -> None:
    """Write down what the client said about having been interviewed; the journal does not say which client."""
    held = hold_frame(frame_id)
    BackCheck.objects.filter(pk=check_id, assignment__frame=held).update(outcome=outcome)
    _tell(held, actor, "interviews.back-checked", outcome=outcome.value)


@transaction.atomic
def doubt_day(*, actor: str, facts: RoundFacts, doubt: Doubt) -> None:
    """Put so many interviews of a day under doubt. Raises `InterviewRefusedError` for a second time or too many."""
    if doubt.day > timezone.localdate():
        raise InterviewRefusedError(_("วันนี้ยังมาไม่ถึง"))
    made = Assignment.objects.filter(
        frame__round_id=facts.id, interviewer_id=doubt.person_id, state__in=INTERVIEWED
    ).count()
    mine = DoubtfulDay.objects.filter(round_id=facts.id, interviewer_id=doubt.person_id)
    if mine.filter(day=doubt.day).exists():
        raise InterviewRefusedError(_("วันนี้ของผู้สัมภาษณ์คนนี้ตั้งข้อสงสัยไว้แล้ว"))
    doubted = sum(mine.values_list("interviews", flat=True))
    if doubt.interviews + doubted > made:
        raise InterviewRefusedError(
            _("ผู้สัมภาษณ์คนนี้มีบทสัมภาษณ์ %(made)s ฉบับ ตั้งข้อสงสัยไว้แล้ว %(doubted)s ฉบับ") % {"made": made, "doubted": doubted}
        )
    DoubtfulDay.objects.create(
        round_id=facts.id,
        interviewer_id=doubt.person_id,
        day=doubt.day,
        interviews=doubt.interviews,
        reason=doubt.reason,
    )
    append_line(
        actor=actor,
        verb="interviews.doubt-day",
        object=round_path(facts.slug),
        detail={
            "interviewer": f"person/{doubt.person_id}",
            "day": doubt.day.isoformat(),
            "interviews": doubt.interviews,
            "reason": doubt.reason,
        },
    )


@transaction.atomic
def count_late(*, actor: str, facts: RoundFacts, frame_id: int) -> int:
    """Let an agency's late interviews count, all of them, while its score can still change; gives back how many."""
    if facts.has_reached(RoundState.CONFIRMED):
        raise InterviewRefusedError(_("ยืนยันผลคะแนนของรอบนี้แล้ว จึงนับบทสัมภาษณ์เพิ่มไม่ได้"))
    held = hold_frame(frame_id)
    held.assignments.filter(state=AssignmentState.LATE).update(state=AssignmentState.DONE)
    try:
        return count_late_interviews(round_id=held.round_id, agency_id=held.agency_id, actor=actor)
    except RoundRefusedError as refusal:
        raise InterviewRefusedError(str(refusal)) from None


def _tell(held: Frame, actor: str, verb: str, **detail: Plain) -> None:
    path = participation_path(held.agency.code, held.round.slug)
    append_line(actor=actor, verb=verb, object=path, detail=detail)

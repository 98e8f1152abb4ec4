"""Brings the frame, draws the sample, hands it out: one transaction and one journal line each, with counts only."""

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.interviews.locking import lock_frame
from prongsai.portal.interviews.models import Assignment, AssignmentState, Client, Frame
from prongsai.portal.interviews.queries import frames_due, references_by_service
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.journal.actions import append_line
from prongsai.portal.journal.chain import Plain
from prongsai.portal.rounds.naming import participation_path
from prongsai.sheets.clients_file import ClientRow
from prongsai.statistics.drawing import draw_sample

BATCH = 2000
SEED_LETTERS = 100


@transaction.atomic
def import_clients(
    *, actor: str, round_id: int, agency_id: int, rows: Sequence[ClientRow], erases_on: date
) -> tuple[ClientRow, ...]:
    """Add clients to an agency's frame; gives back the rows whose reference is there already, which are left out.

    The day of erasing can come nearer and never move away. Raises `InterviewRefusedError` once the sample is drawn:
    the list from which it was drawn must stay what it was.
    """
    held = _frame(round_id, agency_id, erases_on)
    if held.seed:
        raise InterviewRefusedError(_("สุ่มตัวอย่างไปแล้ว จึงเพิ่มรายชื่อไม่ได้ มิฉะนั้นผู้อื่นจะคำนวณซ้ำไม่ได้ผลเดิม"))
    there = set(held.clients.values_list("reference", flat=True))
    fresh = [row for row in rows if row.reference not in there]
    Client.objects.bulk_create(
        (Client(frame=held, service=row.service, contact=row.contact, reference=row.reference) for row in fresh),
        batch_size=BATCH,
    )
    _tell(held, actor, "interviews.import", clients=len(fresh), erases_on=held.erases_on.isoformat())
    return tuple(row for row in rows if row.reference in there)


@transaction.atomic
def draw_clients(*, actor: str, frame_id: int, size: int, seed: str = "") -> int:
    """Draw the sample once, by a seed that is published; without one it is drawn here. Gives back its size."""
    held = lock_frame(frame_id)
    if held.seed:
        raise InterviewRefusedError(_("สุ่มตัวอย่างไปแล้ว สุ่มใหม่ไม่ได้"))
    strata = references_by_service(held.pk)
    if not strata:
        raise InterviewRefusedError(_("ยังไม่มีรายชื่อผู้รับบริการให้สุ่ม นำเข้าไฟล์ก่อน"))
    seed = seed.strip()[:SEED_LETTERS] or secrets.token_hex(8)
    drawn = draw_sample(strata, size=size, seed=seed)
    ids = dict(held.clients.values_list("reference", "pk"))
    Assignment.objects.bulk_create(
        (Assignment(frame=held, client_id=ids[one.reference], service=one.stratum) for one in drawn), batch_size=BATCH
    )
    held.seed, held.size = seed, len(drawn)
    held.save(update_fields=["seed", "size"])
    by_service = [f"{name}: {many}" for name, many in Counter(one.stratum for one in drawn).items()]
    _tell(held, actor, "interviews.draw", seed=seed, size=len(drawn), by_service=by_service)
    return len(drawn)


@transaction.atomic
def assign_interviewers(*, actor: str, frame_id: int, people: Sequence[int]) -> int:
    """Hand out evenly what nobody calls yet, and what is open with people who are not chosen any more.

    Who has fewest open assignments in this agency gets the next one. Gives back how many were handed out.
    """
    if not people:
        raise InterviewRefusedError(_("เลือกผู้สัมภาษณ์อย่างน้อยหนึ่งคน"))
    held = lock_frame(frame_id)
    still_open = held.assignments.filter(state=AssignmentState.OPEN).order_by("id")
    loads = {person: still_open.filter(interviewer_id=person).count() for person in people}
    moved = list(still_open.exclude(interviewer_id__in=people))
    for assignment in moved:
        least = min(loads, key=lambda person: loads[person])
        assignment.interviewer_id = least
        loads[least] += 1
    Assignment.objects.bulk_update(moved, ["interviewer_id"], batch_size=BATCH // 10)
    _tell(held, actor, "interviews.assign", assignments=len(moved), interviewers=len(people))
    return len(moved)


@transaction.atomic
def erase_frames(*, actor: str, today: date) -> int:
    """Erase the clients of every frame whose day has come; assignments stay as counts. Returns how many clients."""
    erased = 0
    for frame_id in frames_due(today):
        held = lock_frame(frame_id)
        many = held.clients.count()
        held.clients.all().delete()
        held.erased_on = today
        held.save(update_fields=["erased_on"])
        _tell(held, actor, "interviews.erase", clients=many)
        erased += many
    return erased


def _frame(round_id: int, agency_id: int, erases_on: date) -> Frame:
    """The agency's frame, made if it has none, with the nearer day of erasing."""
    if erases_on <= timezone.localdate():
        raise InterviewRefusedError(_("วันลบรายชื่อต้องอยู่หลังวันนี้"))
    row, _made = Frame.objects.get_or_create(round_id=round_id, agency_id=agency_id, defaults={"erases_on": erases_on})
    held = lock_frame(row.pk)
    if erases_on > held.erases_on:
        raise InterviewRefusedError(_("เลื่อนวันลบรายชื่อออกไปไม่ได้ กำหนดไว้แล้วในการนำเข้าครั้งก่อน"))
    held.erases_on = erases_on
    held.save(update_fields=["erases_on"])
    return held


def _tell(held: Frame, actor: str, verb: str, **detail: Plain | Sequence[Plain]) -> None:
    path = participation_path(held.agency.code, held.round.slug)
    append_line(actor=actor, verb=verb, object=path, detail=detail)

"""Closes the counting of a round, for good: from then on no answer comes or goes (ADR 17)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.facts import PhaseTime, RoundFacts
from prongsai.portal.rounds.locking import lock_round
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import has_collected, is_open, phase_at
from prongsai.portal.rounds.reading import round_of
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.states import ANSWERING, lets


def may_close_counting(facts: RoundFacts, at: datetime) -> bool:
    """Whether the round collected answers and takes none any more, by its dates or by its state; three queries."""
    if facts.counting_closed_on is not None or not has_collected(facts.id) or is_open(facts.id, ANSWERING, at):
        return False
    return not lets(facts.state, ANSWERING) or phase_at(facts.id, ANSWERING, at) is PhaseTime.AFTER


@transaction.atomic
def close_counting(*, actor: str, round_id: int, at: datetime | None = None) -> RoundFacts:
    """Close it; closing again changes nothing. Raises `RoundRefusedError` while answers may still come.

    Answers under way are stored first; what comes after them finds it closed.
    """
    held, now = lock_round(round_id, also_from_answers=True), at or timezone.now()
    if held.counting_closed_on is not None:
        return round_of(held)
    if not may_close_counting(round_of(held), now):
        raise RoundRefusedError(_("ยังรับคำตอบอยู่ หรือยังไม่เคยเก็บข้อมูล จึงปิดการนับไม่ได้ รอให้พ้นช่วงรับคำตอบก่อน"))
    held.counting_closed_on = timezone.localdate(now)
    held.save(update_fields=["counting_closed_on"])
    append_line(actor=actor, verb="round.close-counting", object=round_path(held.slug))
    return round_of(held)


def hold_counting(round_id: int) -> None:
    """Keep the counting open until the transaction ends. Raises `RoundRefusedError` where it is closed."""
    if lock_round(round_id).counting_closed_on is not None:
        raise RoundRefusedError(_("ปิดการนับคำตอบของรอบนี้แล้ว จำนวนที่นับจึงเปลี่ยนไม่ได้อีก"))

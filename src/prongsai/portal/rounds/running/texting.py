"""Whether citizens of a round may confirm themselves by a code that is sent to their telephone."""

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.locking import lock_round
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import has_collected
from prongsai.portal.rounds.reading import round_of
from prongsai.portal.rounds.refusals import RoundRefusedError


@transaction.atomic
def set_asks_sms(*, actor: str, round_id: int, asks: bool) -> RoundFacts:
    """Switch it on or off, until answers come: all citizens of a round are asked alike. Raises `RoundRefusedError`."""
    held = lock_round(round_id)
    if has_collected(round_id):
        raise RoundRefusedError(_("รอบนี้เริ่มเก็บข้อมูลแล้ว จึงเปลี่ยนวิธียืนยันไม่ได้ ผู้ตอบทุกคนต้องได้รับการถามแบบเดียวกัน"))
    if held.asks_sms is not asks:
        held.asks_sms = asks
        held.save(update_fields=["asks_sms"])
        append_line(actor=actor, verb="round.ask-sms", object=round_path(held.slug), detail={"asks": asks})
    return round_of(held)

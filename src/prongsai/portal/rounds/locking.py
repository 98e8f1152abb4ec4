"""Takes a round or a participation for writing and sees that it still allows it."""

from datetime import datetime

from django.utils.translation import gettext as _

from prongsai.portal.rounds.models import Participation, Round, RoundPhase
from prongsai.portal.rounds.queries import instrument_of, is_open
from prongsai.portal.rounds.reading import round_of
from prongsai.portal.rounds.refusals import RoundRefusedError


def lock_round(round_id: int, *, also_from_answers: bool = False) -> Round:
    """The round as it is now, held until the transaction ends; its rules must be those that it pinned.

    Answers go on being stored meanwhile, unless it is held from them too: then those under way are waited for.
    """
    held = Round.objects.select_for_update(no_key=not also_from_answers).get(pk=round_id)
    instrument_of(round_of(held))
    return held


def lock_phase(round_id: int, key: str) -> RoundPhase:
    """A phase of the round with its extensions, held until the transaction ends."""
    return RoundPhase.objects.select_for_update().prefetch_related("extensions").get(round_id=round_id, key=key)


def lock_participation(round_id: int, agency_id: int, *states: str) -> Participation:
    """The participation as it is now. Raises `RoundRefusedError` in a state that is not among those given."""
    held = (
        Participation.objects.select_for_update(of=("self",))
        .select_related("agency", "round", "confirmed_copy")
        .get(round_id=round_id, agency_id=agency_id)
    )
    instrument_of(round_of(held.round))
    if held.state not in states:
        raise RoundRefusedError(
            _("ข้อมูลเข้าร่วมอยู่ในสถานะ “%(state)s” จึงทำขั้นตอนนี้ไม่ได้") % {"state": held.get_state_display()}
        )
    return held


def refuse_unless_open(round_id: int, keys: frozenset[str], at: datetime) -> None:
    """Raise `RoundRefusedError` unless one of the phases runs at this moment."""
    if not any(is_open(round_id, key, at) for key in sorted(keys)):
        raise RoundRefusedError(_("ขณะนี้ไม่อยู่ในช่วงเวลาที่ทำขั้นตอนนี้ได้ ดูกำหนดการของรอบ หรือขอให้ส่วนกลางขยายเวลา"))

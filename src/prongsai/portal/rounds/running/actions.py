"""What the office does with a round: one transaction and one journal line each."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import ids_by_code
from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.bangkok import end_of, start_of
from prongsai.portal.rounds.facts import PhaseTime, RoundFacts
from prongsai.portal.rounds.locking import lock_phase, lock_round
from prongsai.portal.rounds.models import Extension, Participation, Round, RoundPhase, StateChange
from prongsai.portal.rounds.models.round import REHEARSAL_SLUG
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import calendar
from prongsai.portal.rounds.reading import phase_of, round_of
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.states import (
    ANSWERING,
    INVITING,
    NEEDS_DATES,
    RoundState,
    has_let,
    next_state,
    state_before,
)
from prongsai.rulebook.instrument import Phase, YearInstrument
from prongsai.rulebook.loading import load_year, seals

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail

BATCH = 1000


@transaction.atomic
def open_round(*, actor: str, year: int, is_rehearsal: bool, name_th: str, name_en: str = "") -> RoundFacts:
    """Pin the newest rules of a fiscal year; its calendar starts with the dates that the rules know.

    The address follows: `2568` for the year's real round, `rehearsal-2568`, `rehearsal-2568-2`, … for rehearsals.
    """
    rules = load_year(year)
    _refuse_real_round(rules, is_rehearsal=is_rehearsal)
    opened = Round(
        year=year,
        revision=rules.round.revision,
        sha256=rules.sha256,
        slug=_next_slug(year, is_rehearsal=is_rehearsal),
        name_th=name_th.strip(),
        name_en=name_en.strip(),
        is_rehearsal=is_rehearsal,
    )
    opened.full_clean()
    opened.save()
    RoundPhase.objects.bulk_create(
        _phase(opened, position, phase) for position, phase in enumerate(rules.round.calendar, 1)
    )
    detail: Detail = {
        "year": year,
        "is_rehearsal": is_rehearsal,
        "name": opened.name_th,
        "instrument_revision": opened.revision,
        "instrument_sha256": opened.sha256,
    }
    append_line(actor=actor, verb="round.open", object=round_path(opened.slug), detail=detail)
    return round_of(opened)


@transaction.atomic
def move_round(
    *, actor: str, round_id: int, to: RoundState, reason: str = "", at: datetime | None = None
) -> RoundFacts:
    """Move a round to the next state, or one back with a reason."""
    held, reason = lock_round(round_id), reason.strip()
    before = RoundState(held.state)
    _refuse_move(held, to, reason)
    held.state = to
    held.save(update_fields=["state"])
    StateChange.objects.create(round=held, before=before, after=to, reason=reason, by=actor, at=at or timezone.now())
    detail: Detail = {"before": before, "after": to, "reason": reason}
    append_line(actor=actor, verb="round.move", object=round_path(held.slug), detail=detail)
    return round_of(held)


@transaction.atomic
def set_phase(
    *, actor: str, round_id: int, key: str, opens_at: datetime, closes_at: datetime, at: datetime | None = None
) -> None:
    """Date a phase that has not begun; one that has begun can only be extended."""
    held = lock_round(round_id)
    phase = lock_phase(round_id, key)
    if closes_at <= opens_at:
        raise RoundRefusedError(_("วันปิดต้องไม่อยู่ก่อนวันเปิด"))
    if has_let(held.state, key) and phase_of(phase, None).at(at or timezone.now()) is not PhaseTime.BEFORE:
        raise RoundRefusedError(_("ช่วงนี้เริ่มไปแล้ว เปลี่ยนวันไม่ได้ ใช้การขยายเวลาพร้อมเหตุผลแทน"))
    phase.opens_at, phase.closes_at = opens_at, closes_at
    phase.save(update_fields=["opens_at", "closes_at"])
    detail: Detail = {"phase": key, "opens_at": opens_at.isoformat(), "closes_at": closes_at.isoformat()}
    append_line(actor=actor, verb="round.date", object=round_path(held.slug), detail=detail)


@transaction.atomic
def extend_phase(
    *, actor: str, round_id: int, key: str, closes_at: datetime, reason: str, at: datetime | None = None
) -> None:
    """Let a phase close later, also one that has closed already; everybody sees the reason."""
    held = lock_round(round_id)
    if key == ANSWERING and held.counting_closed_on is not None:
        raise RoundRefusedError(_("ปิดการนับคำตอบของรอบนี้แล้ว จึงขยายเวลารับคำตอบไม่ได้"))
    phase, reason = lock_phase(round_id, key), reason.strip()
    closed_at = _extendable(phase, closes_at, reason)
    Extension.objects.create(
        phase=phase, closed_at=closed_at, closes_at=closes_at, reason=reason, by=actor, at=at or timezone.now()
    )
    detail: Detail = {"phase": key, "closes_at": closes_at.isoformat(), "reason": reason}
    append_line(actor=actor, verb="round.extend", object=round_path(held.slug), detail=detail)


@transaction.atomic
def invite_agencies(*, actor: str, round_id: int, codes: Collection[str], how: str, is_made_up: bool = False) -> int:
    """Invite agencies by their codes; gives back how many are new. `how` tells the journal: "all", a type, a file.

    A fictional agency is passed over in a real round, and a real one in a round that `is_made_up` as a whole; codes
    that do not exist are the caller's to report.
    """
    held = lock_round(round_id)
    if held.state not in INVITING:
        raise RoundRefusedError(_("รอบอยู่ในสถานะ “%(state)s” จึงเชิญหน่วยงานเพิ่มไม่ได้") % {"state": held.get_state_display()})
    known = _invitable(held, is_made_up=is_made_up)
    already = set(Participation.objects.filter(round=held).values_list("agency_id", flat=True))
    fresh = sorted({known[code] for code in codes if code in known} - already)
    if fresh:
        Participation.objects.bulk_create(
            (Participation(round=held, agency_id=agency) for agency in fresh), batch_size=BATCH
        )
        detail: Detail = {"agencies": len(fresh), "how": how}
        append_line(actor=actor, verb="round.invite", object=round_path(held.slug), detail=detail)
    return len(fresh)


def _invitable(held: Round, *, is_made_up: bool) -> dict[str, int]:
    """Agencies by code. Outside rehearsals real and fictional ones never meet."""
    if held.is_rehearsal:
        return ids_by_code()
    if Participation.objects.filter(round=held, agency__is_fictional=not is_made_up).exists():
        raise RoundRefusedError(_("รอบจริงมีหน่วยงานจริงกับหน่วยงานสมมติปนกันไม่ได้"))
    real = ids_by_code(with_fictional=False)
    return {code: number for code, number in ids_by_code().items() if (code in real) is not is_made_up}


def _refuse_real_round(rules: YearInstrument, *, is_rehearsal: bool) -> None:
    if is_rehearsal:
        return
    if rules.sha256 not in seals().values():
        raise RoundRefusedError(
            _("เกณฑ์ของปี %(year)s ยังไม่ได้ปิดผนึก จึงเปิดได้เฉพาะรอบซักซ้อม ปิดผนึกเกณฑ์ที่ประกาศแล้วก่อนเปิดรอบจริง")
            % {"year": rules.year}
        )
    if Round.objects.filter(year=rules.year, is_rehearsal=False).exists():
        raise RoundRefusedError(_("มีรอบจริงของปี %(year)s อยู่แล้ว") % {"year": rules.year})


def _next_slug(year: int, *, is_rehearsal: bool) -> str:
    if not is_rehearsal:
        return str(year)
    held = Round.objects.filter(year=year, is_rehearsal=True).count()
    return f"{REHEARSAL_SLUG}{year}" + (f"-{held + 1}" if held else "")


def _phase(opened: Round, position: int, phase: Phase) -> RoundPhase:
    row = RoundPhase(round=opened, key=phase.key, position=position)
    if phase.starts and phase.ends:
        row.opens_at, row.closes_at = start_of(phase.starts), end_of(phase.ends)
    return row


def _refuse_move(held: Round, to: RoundState, reason: str) -> None:
    forward = to == next_state(held.state, is_rehearsal=held.is_rehearsal)
    if not forward and to != state_before(held.state):
        raise RoundRefusedError(
            _("จาก “%(before)s” ไปยัง “%(after)s” ไม่ได้") % {"before": held.get_state_display(), "after": to.label}
        )
    if not forward and not reason:
        raise RoundRefusedError(_("การย้อนกลับต้องมีเหตุผล"))
    needed = NEEDS_DATES.get(to, ()) if forward else ()
    undated = [phase.name for phase in calendar(round_of(held)) if phase.key in needed and phase.opens_at is None]
    if undated:
        raise RoundRefusedError(_("กำหนดวันของช่วงนี้ก่อน: %(phases)s") % {"phases": ", ".join(undated)})


def _extendable(phase: RoundPhase, closes_at: datetime, reason: str) -> datetime:
    """When the phase would close otherwise."""
    closed_at = phase_of(phase, None).closes_at
    if closed_at is None:
        raise RoundRefusedError(_("ช่วงนี้ยังไม่มีวัน กำหนดวันก่อน"))
    if closes_at <= closed_at:
        raise RoundRefusedError(_("วันปิดใหม่ต้องอยู่หลังวันปิดเดิม"))
    if not reason:
        raise RoundRefusedError(_("การขยายเวลาต้องมีเหตุผล"))
    return closed_at

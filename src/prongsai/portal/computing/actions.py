"""Computes a round agency by agency, ranks them, and publishes what was computed. Each slice begins where the last
one ended, whoever did that one and however it ended: what is stored says what is done."""

import time
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.computing.figures_of_agency import Reckoned, questionnaires_of, reckon
from prongsai.portal.computing.models import Computation, ComputedResult
from prongsai.portal.computing.queries import candidates_of
from prongsai.portal.computing.rankings import rank_all
from prongsai.portal.computing.refusals import ComputingRefusedError
from prongsai.portal.disclosures.clarifying.queries import count_open_objections, has_decided_since
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.results.actions import publish_result
from prongsai.portal.results.figures import Figure, place_from
from prongsai.portal.rounds.facts import ParticipationLine, RoundFacts
from prongsai.portal.rounds.locking import lock_round
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import count_by_state, instrument_of, next_participations, round_by_id
from prongsai.portal.rounds.states import RoundState

SLICE = 25
"""Agencies in a transaction: little is lost by a stop, and no writer waits long."""

RANKED_AT_ONCE = 1_000
"""Ranking reads every total of the edition, so more at a time."""

RANKED_IN_A_STATEMENT = 200

Clock = Callable[[], float]


@transaction.atomic
def start_computation(*, seat: NationalSeat, facts: RoundFacts, reason: str, at: datetime | None = None) -> int:
    """Begin to compute a round; gives back the computation's number. Editions made earlier stay as they are."""
    lock_round(facts.id)
    if facts.counting_closed_on is None:
        raise ComputingRefusedError(_("ปิดการนับคำตอบก่อน แล้วจึงคำนวณ"))
    if not reason.strip():
        raise ComputingRefusedError(_("ต้องเขียนเหตุผล"))
    earlier = Computation.objects.filter(round_id=facts.id).order_by("-edition").first()
    if earlier is not None and earlier.finished_at is None:
        raise ComputingRefusedError(_("กำลังคำนวณรอบนี้อยู่แล้ว"))
    begun = Computation.objects.create(
        round_id=facts.id,
        edition=1 if earlier is None else earlier.edition + 1,
        is_final=facts.has_reached(RoundState.CONFIRMED),
        reason=reason.strip(),
        instrument_sha256=facts.sha256,
        agencies=sum(count_by_state(facts.id).values()),
        by=seat.actor,
        started_at=at or timezone.now(),
    )
    append_line(
        actor=seat.actor,
        verb="round.compute",
        object=round_path(facts.slug),
        detail={"edition": begun.edition, "reason": begun.reason},
    )
    return begun.pk


def go_on(*, computation_id: int, seconds: float, clock: Clock = time.monotonic) -> bool:
    """Compute, rank, then publish what is to be, for so many seconds; true when nothing is left to do."""
    until = clock() + seconds
    steps = (compute_slice, rank_slice, publish_slice)
    while any(step(computation_id=computation_id) for step in steps):
        if clock() >= until:
            return False
    return True


@transaction.atomic
def compute_slice(*, computation_id: int) -> bool:
    """Compute the next agencies; false when none is left. Who comes second waits, and finds them done."""
    held = Computation.objects.select_for_update().get(pk=computation_id)
    if held.finished_at is not None:
        return False
    facts = round_by_id(held.round_id)
    last = held.results.aggregate(last=Max("agency_id"))["last"] or 0
    agencies = next_participations(facts.id, after=last, limit=SLICE)
    questionnaires = questionnaires_of(instrument_of(facts))
    ComputedResult.objects.bulk_create(_row(held, agency, reckon(facts, agency, questionnaires)) for agency in agencies)
    return bool(agencies)


@transaction.atomic
def rank_slice(*, computation_id: int, at: datetime | None = None) -> bool:
    """Give the next of the computed agencies their ranks, and finish after the last; false when that is done."""
    held = Computation.objects.select_for_update().get(pk=computation_id)
    if held.finished_at is not None:
        return False
    rows = list(held.results.filter(ranks__isnull=True).only("pk", "agency_id").order_by("pk")[:RANKED_AT_ONCE])
    found = rank_all(candidates_of(held.pk)) if rows else {}
    for row in rows:
        row.ranks = found[row.agency_id]
    ComputedResult.objects.bulk_update(rows, ["ranks"], batch_size=RANKED_IN_A_STATEMENT)
    if len(rows) < RANKED_AT_ONCE:
        _finish(held, round_by_id(held.round_id), at or timezone.now())
    return True


@transaction.atomic
def release_results(*, seat: NationalSeat, facts: RoundFacts, edition: int) -> None:
    """Let a final edition be published: agency by agency, from here on without further questions."""
    lock_round(facts.id)
    held = Computation.objects.select_for_update().get(round_id=facts.id, edition=edition)
    if not facts.is_publishable:
        raise ComputingRefusedError(_("ประกาศผลได้เมื่อรอบจริงยืนยันผลคะแนนแล้วเท่านั้น ผลของรอบซักซ้อมไม่ประกาศ"))
    if held.finished_at is None or not held.is_final:
        raise ComputingRefusedError(_("ประกาศได้เฉพาะการคำนวณที่เสร็จแล้ว ซึ่งทำหลังยืนยันผลคะแนน"))
    if held.is_to_publish:
        raise ComputingRefusedError(_("สั่งประกาศผลฉบับนี้ไปแล้ว"))
    _refuse_overtaken(held)
    _refuse_unsettled(held)
    held.is_to_publish = True
    held.save(update_fields=["is_to_publish"])
    append_line(actor=seat.actor, verb="round.release", object=round_path(facts.slug), detail={"edition": held.edition})


@transaction.atomic
def publish_slice(*, computation_id: int, at: datetime | None = None) -> bool:
    """Publish the next agencies of an edition that is to be; false when there was none left."""
    held = Computation.objects.select_for_update().get(pk=computation_id)
    if not held.is_to_publish or held.published_at is not None:
        return False
    moment, facts = at or timezone.now(), round_by_id(held.round_id)
    rows = list(held.results.filter(is_published=False).select_related("agency").order_by("agency_id")[:SLICE])
    for row in rows:
        publish_result(
            actor=held.by,
            agency=row.agency.code,
            year=facts.year,
            figures=[_figure(*figure) for figure in row.figures],
            source_note=f"{facts.name_th} · {held.edition}",
            revision=facts.revision,
            published_at=moment,
            ranks=row.ranks,
            sureness=row.sureness,
        )
    ComputedResult.objects.filter(pk__in=[row.pk for row in rows]).update(is_published=True)
    if len(rows) < SLICE:
        held.published_at = moment
        held.save(update_fields=["published_at"])
    return True


def _refuse_overtaken(held: Computation) -> None:
    """Editions are published in their order, one after the other, so that the newest is what stands in the end."""
    others = Computation.objects.filter(round_id=held.round_id)
    if others.filter(edition__gt=held.edition).exists():
        raise ComputingRefusedError(_("มีการคำนวณครั้งที่ใหม่กว่านี้ ประกาศได้เฉพาะครั้งล่าสุด"))
    if others.filter(is_to_publish=True, published_at=None).exists():
        raise ComputingRefusedError(_("ฉบับก่อนยังประกาศไม่ครบทุกหน่วยงาน รอให้ครบแล้วจึงประกาศฉบับนี้"))


def _refuse_unsettled(held: Computation) -> None:
    """What is published rests on every objection: none is open, and none was decided since this was computed."""
    if waiting := count_open_objections(held.round_id):
        raise ComputingRefusedError(
            _("ยังมีคำชี้แจง OIT ที่รอผู้ชี้ขาดตัดสิน %(n)s ข้อ ตัดสินให้ครบแล้วคำนวณใหม่ก่อนประกาศ") % {"n": waiting}
        )
    if has_decided_since(held.round_id, held.started_at):
        raise ComputingRefusedError(_("มีผลตรวจ OIT ที่เปลี่ยนหลังการคำนวณครั้งนี้ คำนวณใหม่ก่อนประกาศ"))


def _row(held: Computation, agency: ParticipationLine, found: Reckoned) -> ComputedResult:
    row = ComputedResult(
        computation=held,
        agency_id=agency.agency_id,
        total=found.result.total,
        level=found.result.level.label or "",
        level_certain=found.result.level.certain,
        figures=found.rows,
        short_parts=[part.value for part in found.short_parts],
        open_items=found.open_items,
    )
    row.sureness = found.sureness
    return row


def _finish(held: Computation, facts: RoundFacts, moment: datetime) -> None:
    held.finished_at = moment
    held.save(update_fields=["finished_at"])
    append_line(
        actor=held.by,
        verb="round.computed",
        object=round_path(facts.slug),
        detail={"edition": held.edition, "agencies": held.agencies},
    )


def _figure(instrument: str, code: str, score: str | None, n: int | None, population: int | None) -> Figure:
    return Figure(place_from(instrument, code), None if score is None else Decimal(score), n, population)

"""The year before as a real round that is over, of a fictional agency alone: nothing is said of a real one.

Its public page shows verdicts, a granted objection and a correction; two editions of its scores are computed and none
of them is published, since the province's figures of that year are made up already.
"""

from datetime import date, datetime

from prongsai.portal.computing.actions import compute_slice, rank_slice, start_computation
from prongsai.portal.demonstration.accounts import NEIGHBOUR
from prongsai.portal.demonstration.answers import Respondents, load_answers
from prongsai.portal.demonstration.disclosures import watch
from prongsai.portal.demonstration.marking import (
    YEAR,
    Sitting,
    day_of,
    disclose,
    mark,
    national_seats,
    now_of,
    sit_down,
    take_part,
)
from prongsai.portal.demonstration.rehearsal import begin_round, seat_of
from prongsai.portal.disclosures.assessing.actions import adjudicate
from prongsai.portal.disclosures.clarifying.actions import correct_verdict, decide_objection, object_to_mark
from prongsai.portal.disclosures.facts import ConfirmedDisclosure
from prongsai.portal.disclosures.queries import confirmed_disclosure
from prongsai.portal.people.access import NationalSeat, Seat
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.running.closing import close_counting
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.actions import Source

SLUG = str(YEAR)
ANNOUNCED = date(2025, 8, 15)
DAYS = {
    "assessment": (-270, 0),
    "framework": (-270, -260),
    "registration": (-250, -200),
    "population": (-250, -200),
    "population-approval": (-250, -200),
    "surveys": (-180, -80),
    "disclosure": (-100, -60),
    "disclosure-approval": (-95, -55),
    "scoring": (-54, -36),
    "clarification": (-35, -28),
    "final-scoring": (-35, -14),
    "processing": (-13, -1),
}
"""First and last day of each phase, counted from the day on which the year's results were announced."""

REGISTERED, DISCLOSED, MARKED, ADJUDICATED, OBJECTED, DECIDED, COMPUTED, CORRECTED = (
    day_of(ANNOUNCED, days) for days in (-220, -70, -45, -40, -32, -20, -10, 21)
)
MISSED_BY_BOTH = ("o7", "o13")
DISPUTED, DISPUTED_AND_MISSED = "o4", "o19"
OBJECTED_TO, CORRECTED_LATER = MISSED_BY_BOTH
CITIZENS, INTERVIEWED = 24, 12


def load_finished_round(*, actor: str, now: datetime) -> None:
    """Bring it to its end; once only."""
    if find_round(SLUG) is not None:
        return
    facts = _collect(actor, now)
    officer = seat_of(NEIGHBOUR, Role.OFFICER)
    confirmed = confirmed_disclosure(facts.id, officer.agency.pk)
    assert confirmed is not None  # noqa: S101 - handed in above
    judge = _score(facts, confirmed)
    facts = move_round(actor=actor, round_id=facts.id, to=RoundState.CLARIFICATION)
    _clarify(facts, officer, judge, confirmed)
    close_counting(actor=actor, round_id=facts.id)
    for state in (RoundState.CONFIRMED, RoundState.PUBLISHED):
        facts = move_round(actor=actor, round_id=facts.id, to=state)
    _compute_and_correct(now_of(facts), confirmed)


def _collect(actor: str, now: datetime) -> RoundFacts:
    """Open the round, let the agency take part, disclose and be asked about."""
    names = f"การประเมินสมมติ ปีงบประมาณ พ.ศ. {YEAR}", f"Fictional assessment, fiscal year {YEAR}"
    facts = begin_round(
        actor=actor, year=YEAR, names=names, today=ANNOUNCED, days=DAYS, codes=[NEIGHBOUR], is_rehearsal=False
    )
    take_part(facts=facts, code=NEIGHBOUR, at=REGISTERED)
    for state in (RoundState.CONFIRMATION, RoundState.COLLECTING):
        facts = move_round(actor=actor, round_id=facts.id, to=state)
    officer = seat_of(NEIGHBOUR, Role.OFFICER)
    load_answers(
        actor=actor,
        facts=facts,
        agency_id=officer.agency.pk,
        agency_code=NEIGHBOUR,
        who=Respondents(CITIZENS, INTERVIEWED, Source.FILE),
    )
    pages = disclose(facts=facts, code=NEIGHBOUR, at=DISCLOSED)
    watch(facts=facts, officer=officer, pages=pages, now=now)
    return move_round(actor=actor, round_id=facts.id, to=RoundState.DISCLOSURE_SCORING)


def _score(facts: RoundFacts, confirmed: ConfirmedDisclosure) -> Sitting:
    """Mark everything that was given, decide where two differ; gives back who decided."""
    people = sit_down(facts=facts, code=NEIGHBOUR)
    given = [code for code, answer in confirmed.items.items() if not answer.is_empty]
    mark(facts=facts, sitting=people.first, items=given, missed=MISSED_BY_BOTH, at=MARKED)
    seldom = (*MISSED_BY_BOTH, DISPUTED, DISPUTED_AND_MISSED)
    mark(facts=facts, sitting=people.second, items=given, missed=seldom, at=MARKED)
    decided = {
        DISPUTED: (True, "พบครบในแฟ้มแนบท้ายหน้านั้น"),
        DISPUTED_AND_MISSED: (False, "แฟ้มเป็นภาพ อ่านไม่พบจำนวนเรื่องแยกรายเดือน"),
    }
    for item, (is_complete, reason) in decided.items():
        adjudicate(
            seat=people.judge.seat,
            facts=facts,
            seating=people.judge.place,
            item=item,
            is_complete=is_complete,
            reason=reason,
            at=ADJUDICATED,
        )
    return people.judge


def _clarify(facts: RoundFacts, officer: Seat, judge: Sitting, confirmed: ConfirmedDisclosure) -> None:
    """The agency objects to one verdict, and it is granted."""
    object_to_mark(
        seat=officer,
        facts=facts,
        disclosure_id=confirmed.disclosure_id,
        item=OBJECTED_TO,
        text="รายงานอยู่ในหัวข้อย่อยที่สองของหน้าเดียวกัน",
        urls=confirmed.items[OBJECTED_TO].urls,
        at=OBJECTED,
    )
    decide_objection(
        seat=judge.seat,
        facts=facts,
        seating=judge.place,
        item=OBJECTED_TO,
        is_granted=True,
        decision="พบรายงานในหัวข้อย่อยตามที่ชี้แจง",
        at=DECIDED,
    )


def _compute_and_correct(facts: RoundFacts, confirmed: ConfirmedDisclosure) -> None:
    """Compute, correct a verdict after the results were out, and compute again."""
    [office] = national_seats(Role.OFFICE)
    _compute(office, facts, "คำนวณหลังยืนยันคะแนน", COMPUTED)
    correct_verdict(
        seat=office,
        facts=facts,
        disclosure_id=confirmed.disclosure_id,
        item=CORRECTED_LATER,
        reason="ผู้ประเมินเปิดหน้าของปีก่อน หน้าของปีนี้ครบถ้วน",
        at=CORRECTED,
    )
    _compute(office, facts, f"แก้ไขผลตรวจ {CORRECTED_LATER.upper()}", CORRECTED)


def _compute(office: NationalSeat, facts: RoundFacts, reason: str, at: datetime) -> None:
    number = start_computation(seat=office, facts=facts, reason=reason, at=at)
    while compute_slice(computation_id=number) or rank_slice(computation_id=number, at=at):
        pass

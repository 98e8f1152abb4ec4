"""The year before as a real round that is over, of fictional agencies alone: nothing is said of a real one.

Its results are computed from answers and verdicts, so that the public pages say how sure scores, levels and ranks are.
One agency's public page shows verdicts, a granted objection and a correction; after it the results are published again.
"""

from collections.abc import Mapping
from datetime import date, datetime
from random import Random

from prongsai.portal.agencies.queries import ids_by_code
from prongsai.portal.computing.actions import (
    compute_slice,
    publish_slice,
    rank_slice,
    release_results,
    start_computation,
)
from prongsai.portal.computing.queries import computations_of
from prongsai.portal.demonstration.accounts import NEIGHBOUR
from prongsai.portal.demonstration.answers import take_in
from prongsai.portal.demonstration.disclosures import watch
from prongsai.portal.demonstration.fictional import answered_year
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
from prongsai.portal.demonstration.simulation import SimulatedYear, deal_answers
from prongsai.portal.disclosures.assessing.actions import adjudicate
from prongsai.portal.disclosures.assessing.made_up import make_up_disclosures, make_up_marks
from prongsai.portal.disclosures.clarifying.actions import correct_verdict, decide_objection, object_to_mark
from prongsai.portal.disclosures.facts import ConfirmedDisclosure
from prongsai.portal.disclosures.queries import confirmed_disclosure
from prongsai.portal.people.access import NationalSeat, Seat
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.portal.rounds.questionnaires import questionnaires
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.running.closing import close_counting
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.taking_part.made_up import People, make_up_profiles
from prongsai.portal.surveys.actions import Source
from prongsai.rulebook.instrument import Instrument

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

REGISTERED, DISCLOSED, MARKED, ADJUDICATED, OBJECTED, DECIDED, COMPUTED, CORRECTED, COMPUTED_AGAIN = (
    day_of(ANNOUNCED, days) for days in (-220, -70, -45, -40, -32, -20, -10, 21, 22)
)
MISSED_BY_BOTH = ("o7", "o13")
DISPUTED, DISPUTED_AND_MISSED = "o4", "o19"
OBJECTED_TO, CORRECTED_LATER = MISSED_BY_BOTH


def load_finished_round(*, actor: str, now: datetime) -> None:
    """Bring it to its end; once only."""
    if find_round(SLUG) is not None:
        return
    simulated = answered_year()
    facts = _collect(actor, simulated)
    officer = seat_of(NEIGHBOUR, Role.OFFICER)
    pages = disclose(facts=facts, code=NEIGHBOUR, at=DISCLOSED)
    watch(facts=facts, officer=officer, pages=pages, now=now)
    others = {number: simulated[code].verdicts for code, number in _others(simulated).items()}
    make_up_disclosures(actor=actor, facts=facts, agency_ids=others, at=DISCLOSED)
    facts = move_round(actor=actor, round_id=facts.id, to=RoundState.DISCLOSURE_SCORING)
    confirmed = confirmed_disclosure(facts.id, officer.agency.pk)
    assert confirmed is not None  # noqa: S101 - handed in above
    judge = _score(facts, confirmed)
    make_up_marks(actor=actor, facts=facts, verdicts=others, at=MARKED)
    facts = move_round(actor=actor, round_id=facts.id, to=RoundState.CLARIFICATION)
    _clarify(facts, officer, judge, confirmed)
    close_counting(actor=actor, round_id=facts.id)
    for state in (RoundState.CONFIRMED, RoundState.PUBLISHED):
        facts = move_round(actor=actor, round_id=facts.id, to=state)
    _compute_and_correct(now_of(facts), confirmed)


def _others(simulated: Mapping[str, SimulatedYear]) -> dict[str, int]:
    """The numbers of the agencies that nobody of the demonstration works for."""
    ids = ids_by_code()
    return {code: ids[code] for code in simulated if code != NEIGHBOUR}


def _collect(actor: str, simulated: Mapping[str, SimulatedYear]) -> RoundFacts:
    """Open the round, let the agencies take part and be asked about."""
    names = f"การประเมินสมมติ ปีงบประมาณ พ.ศ. {YEAR}", f"Fictional assessment, fiscal year {YEAR}"
    facts = begin_round(
        actor=actor, year=YEAR, names=names, today=ANNOUNCED, days=DAYS, codes=simulated, is_rehearsal=False
    )
    take_part(facts=facts, code=NEIGHBOUR, at=REGISTERED)
    people = {code: _people(simulated[code]) for code in _others(simulated)}
    make_up_profiles(actor=actor, facts=facts, people=people, at=REGISTERED)
    for state in (RoundState.CONFIRMATION, RoundState.COLLECTING):
        facts = move_round(actor=actor, round_id=facts.id, to=state)
    neighbour = seat_of(NEIGHBOUR, Role.OFFICER).agency.pk
    for code, agency_id in {NEIGHBOUR: neighbour, **_others(simulated)}.items():
        _answer(facts, agency_id, simulated[code], Random(f"{SLUG} {code}"))  # noqa: S311 - the same each time
    return facts


def _people(simulated: SimulatedYear) -> People:
    turnouts = simulated.turnouts
    return People(staff=turnouts[Instrument.IIT].population, clients=turnouts[Instrument.EIT1].population)


def _answer(facts: RoundFacts, agency_id: int, simulated: SimulatedYear, dice: Random) -> None:
    for part, form in questionnaires(facts).items():
        dealt = deal_answers(instrument_of(facts), part, simulated.tally, dice)
        answers = [(choices, None) for choices in dealt]
        take_in(facts=facts, agency_id=agency_id, form=form, answers=answers, source=Source.FILE)


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
    """Compute and publish, correct a verdict after the results were out, and do both again."""
    [office] = national_seats(Role.OFFICE)
    _compute_and_publish(office, facts, "คำนวณหลังยืนยันคะแนน", COMPUTED)
    correct_verdict(
        seat=office,
        facts=facts,
        disclosure_id=confirmed.disclosure_id,
        item=CORRECTED_LATER,
        reason="ผู้ประเมินเปิดหน้าของปีก่อน หน้าของปีนี้ครบถ้วน",
        at=CORRECTED,
    )
    _compute_and_publish(office, facts, f"แก้ไขผลตรวจ {CORRECTED_LATER.upper()}", COMPUTED_AGAIN)


def _compute_and_publish(office: NationalSeat, facts: RoundFacts, reason: str, at: datetime) -> None:
    number = start_computation(seat=office, facts=facts, reason=reason, at=at)
    while compute_slice(computation_id=number) or rank_slice(computation_id=number, at=at):
        pass
    newest, *_ = computations_of(facts.id)
    release_results(seat=office, facts=facts, edition=newest.edition)
    while publish_slice(computation_id=number, at=at):
        pass

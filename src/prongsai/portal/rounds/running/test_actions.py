"""What the office can and cannot do with a round."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.rounds import ACTOR, date_every_phase, move_to

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.journal.queries import lines_about, verify_chain
from prongsai.portal.results.queries import published_years
from prongsai.portal.rounds.bangkok import end_of, first_day, last_day, start_of
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.models import Extension, Participation, Round, RoundPhase, StateChange
from prongsai.portal.rounds.queries import RulesChangedError, calendar, find_round, instrument_of
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running.actions import (
    extend_phase,
    invite_agencies,
    move_round,
    open_round,
    set_phase,
)
from prongsai.portal.rounds.states import ORDER, RoundState, lets, next_state, state_before
from prongsai.rulebook.loading import known_years, load_year

pytestmark = pytest.mark.django_db

APRIL = start_of(datetime(2025, 4, 1, tzinfo=UTC).date())
MAY = end_of(datetime(2025, 5, 31, tzinfo=UTC).date())


@pytest.fixture
def real() -> RoundFacts:
    return open_round(actor=ACTOR, year=2568, is_rehearsal=False, name_th="รอบปี 2568")


def last_line(facts):
    return list(lines_about(f"rounds/{facts.slug}"))[-1]


def test_opening_pins_the_rules_and_takes_over_the_calendar(real):
    rules = load_year(2568)
    assert (real.slug, real.revision, real.sha256) == ("2568", rules.round.revision, rules.sha256)
    assert instrument_of(real).sha256 == rules.sha256
    assert [phase.key for phase in calendar(real)] == [phase.key for phase in rules.round.calendar]
    line = last_line(real)
    assert (line.verb, line.detail["instrument_sha256"]) == ("round.open", rules.sha256)


def test_known_days_become_bangkok_moments(real):
    result = next(phase for phase in calendar(real) if phase.key == "result")
    assert result.opens_at.isoformat() == "2025-08-14T17:00:00+00:00"
    assert result.closes_at - result.opens_at == timedelta(days=1)
    assert first_day(result.opens_at) == last_day(result.closes_at) == datetime(2025, 8, 15, tzinfo=UTC).date()


def test_a_year_has_one_real_round_and_any_number_of_rehearsals(real):
    with pytest.raises(RoundRefusedError, match="อยู่แล้ว"):
        open_round(actor=ACTOR, year=2568, is_rehearsal=False, name_th="อีกรอบ")
    slugs = [open_round(actor=ACTOR, year=2568, is_rehearsal=True, name_th="ซ้อม").slug for _ in range(3)]
    assert slugs == ["rehearsal-2568", "rehearsal-2568-2", "rehearsal-2568-3"]


def test_rules_that_are_not_sealed_carry_no_real_round():
    with pytest.raises(RoundRefusedError, match="ปิดผนึก"):
        open_round(actor=ACTOR, year=2569, is_rehearsal=False, name_th="รอบปี 2569")
    assert Round.objects.count() == 0


def test_a_round_needs_a_name():
    with pytest.raises(ValidationError):
        open_round(actor=ACTOR, year=2568, is_rehearsal=True, name_th="  ")


def test_a_round_moves_state_by_state_and_each_move_is_written_down(real):
    date_every_phase(real)
    for state in ORDER[1:]:
        move_to(real.id, state)
        assert (last_line(real).verb, last_line(real).detail["after"]) == ("round.move", state)
    assert find_round("2568").state is RoundState.PUBLISHED
    assert [change.after for change in StateChange.objects.all()] == list(ORDER[1:])
    assert verify_chain().is_whole


def test_no_state_is_left_out(real):
    date_every_phase(real)
    with pytest.raises(RoundRefusedError, match="ไม่ได้"):
        move_to(real.id, RoundState.COLLECTING)


def test_a_state_begins_only_when_its_phases_are_dated(real):
    move = {"actor": ACTOR, "round_id": real.id, "to": RoundState.REGISTRATION}
    with pytest.raises(RoundRefusedError, match="ลงทะเบียน"):
        move_round(**move)
    set_phase(actor=ACTOR, round_id=real.id, key="registration", opens_at=APRIL, closes_at=MAY)
    assert move_round(**move).state is RoundState.REGISTRATION


def test_going_back_takes_one_step_and_a_reason(collecting):
    move = {"actor": ACTOR, "round_id": collecting.id, "to": RoundState.CONFIRMATION}
    with pytest.raises(RoundRefusedError, match="เหตุผล"):
        move_round(**move, reason="  ")
    assert move_round(**move, reason="จำนวนบุคลากรผิดหลายแห่ง").state is RoundState.CONFIRMATION
    assert last_line(collecting).detail["reason"] == "จำนวนบุคลากรผิดหลายแห่ง"
    assert StateChange.objects.last().reason == "จำนวนบุคลากรผิดหลายแห่ง"


def test_nothing_returns_to_being_prepared_and_nothing_published_is_taken_back():
    assert state_before(RoundState.REGISTRATION) is None
    assert state_before(RoundState.PUBLISHED) is None
    assert next_state(RoundState.PUBLISHED, is_rehearsal=False) is None


def test_a_rehearsal_is_never_published(collecting):
    move_to(
        collecting.id,
        RoundState.DISCLOSURE_SCORING,
        RoundState.CLARIFICATION,
        RoundState.CONFIRMED,
    )
    with pytest.raises(RoundRefusedError):
        move_to(collecting.id, RoundState.PUBLISHED)
    with pytest.raises(IntegrityError, match="rehearsal_is_never_published"), transaction.atomic():
        Round.objects.update(state=RoundState.PUBLISHED)
    assert not find_round(collecting.slug).is_publishable
    assert published_years() == []


def test_a_real_round_is_publishable_once_confirmed(real):
    date_every_phase(real)
    move_to(real.id, *ORDER[1:6])
    assert not find_round("2568").is_publishable
    move_to(real.id, RoundState.CONFIRMED)
    assert find_round("2568").is_publishable


def test_a_rehearsal_cannot_become_real_nor_a_real_round_a_rehearsal(real, rehearsal):
    for changed in ({"is_rehearsal": False}, {"slug": "2569"}):
        with pytest.raises(IntegrityError, match="rehearsal_shows_in_the_slug"), transaction.atomic():
            Round.objects.filter(pk=rehearsal.id).update(**changed)
    with pytest.raises(IntegrityError, match="rehearsal_shows_in_the_slug"), transaction.atomic():
        Round.objects.filter(pk=real.id).update(is_rehearsal=True)


def test_two_real_rounds_of_a_year_cannot_be_stored(real):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(
            year=2568, revision=1, sha256="0" * 64, slug="another", name_th="อีกรอบ", is_rehearsal=False
        )


def test_a_phase_that_runs_is_not_dated_anew_but_extended(collecting):
    with pytest.raises(RoundRefusedError, match="ขยายเวลา"):
        set_phase(actor=ACTOR, round_id=collecting.id, key="surveys", opens_at=APRIL, closes_at=MAY)
    closes_at = timezone.now() + timedelta(days=45)
    extend_phase(actor=ACTOR, round_id=collecting.id, key="surveys", closes_at=closes_at, reason="น้ำท่วมสามจังหวัด")
    assert last_line(collecting).verb == "round.extend"
    assert Extension.objects.get().by == ACTOR


def test_a_phase_whose_state_has_not_come_can_still_be_dated(collecting):
    set_phase(actor=ACTOR, round_id=collecting.id, key="scoring", opens_at=APRIL, closes_at=MAY)
    scoring = next(phase for phase in calendar(collecting) if phase.key == "scoring")
    assert (scoring.opens_at, scoring.closes_at) == (APRIL, MAY)
    assert last_line(collecting).detail["phase"] == "scoring"


def test_a_phase_ends_after_it_begins(real):
    with pytest.raises(RoundRefusedError, match="วันปิด"):
        set_phase(actor=ACTOR, round_id=real.id, key="surveys", opens_at=MAY, closes_at=APRIL)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoundPhase.objects.filter(key="surveys").update(opens_at=MAY, closes_at=APRIL)


def test_an_extension_is_later_and_says_why(collecting):
    place = {"actor": ACTOR, "round_id": collecting.id, "key": "surveys"}
    with pytest.raises(RoundRefusedError, match="หลังวันปิดเดิม"):
        extend_phase(**place, closes_at=timezone.now(), reason="เร็วขึ้น")
    with pytest.raises(RoundRefusedError, match="เหตุผล"):
        extend_phase(**place, closes_at=timezone.now() + timedelta(days=60), reason=" ")


def test_an_undated_phase_cannot_be_extended(real):
    with pytest.raises(RoundRefusedError, match="ยังไม่มีวัน"):
        extend_phase(actor=ACTOR, round_id=real.id, key="surveys", closes_at=MAY, reason="เพราะ")


def test_a_second_extension_starts_from_the_first(collecting):
    first, second = (timezone.now() + timedelta(days=days) for days in (40, 50))
    for closes_at in (first, second):
        extend_phase(actor=ACTOR, round_id=collecting.id, key="surveys", closes_at=closes_at, reason="ยังไม่ครบ")
    assert [given.closed_at for given in Extension.objects.all()][1] == first
    with pytest.raises(RoundRefusedError):
        extend_phase(actor=ACTOR, round_id=collecting.id, key="surveys", closes_at=first, reason="ถอย")


def test_inviting_again_adds_nobody_twice(rehearsal, agency):
    assert invite_agencies(actor=ACTOR, round_id=rehearsal.id, codes=[agency.code, "nowhere"], how="file: x.csv") == 0
    assert Participation.objects.count() == 2


def test_a_fictional_agency_never_enters_a_real_round(real, rehearsal):
    dream = save_agency(
        actor=ACTOR, code="dream", name_th="เทศบาลตำบลในฝัน", type="subdistrict-municipality", is_fictional=True
    )
    assert invite_agencies(actor=ACTOR, round_id=real.id, codes=[dream.code], how="all") == 0
    assert invite_agencies(actor=ACTOR, round_id=rehearsal.id, codes=[dream.code], how="all") == 1


def test_a_round_that_is_made_up_takes_fictional_agencies_only(real, agency):
    save_agency(actor=ACTOR, code="dream", name_th="เทศบาลตำบลในฝัน", type="subdistrict-municipality", is_fictional=True)
    invite = partial(invite_agencies, actor=ACTOR, round_id=real.id, how="demonstration", is_made_up=True)
    assert invite(codes=[agency.code, "dream"]) == 1
    assert [row.agency.code for row in Participation.objects.filter(round_id=real.id)] == ["dream"]
    with pytest.raises(RoundRefusedError, match="สมมติ"):
        invite_agencies(actor=ACTOR, round_id=real.id, codes=[agency.code], how="all")


def test_fictional_agencies_do_not_join_real_ones(real, agency):
    invite_agencies(actor=ACTOR, round_id=real.id, codes=[agency.code], how="all")
    with pytest.raises(RoundRefusedError, match="สมมติ"):
        invite_agencies(actor=ACTOR, round_id=real.id, codes=["dream"], how="demonstration", is_made_up=True)


def test_after_collecting_nobody_is_invited(collecting, agency):
    move_to(collecting.id, RoundState.DISCLOSURE_SCORING)
    with pytest.raises(RoundRefusedError, match="เชิญ"):
        invite_agencies(actor=ACTOR, round_id=collecting.id, codes=[agency.code], how="all")


def test_nothing_is_done_with_a_round_whose_rules_changed(collecting):
    Round.objects.update(sha256="0" * 64)
    with pytest.raises(RulesChangedError):
        move_to(collecting.id, RoundState.DISCLOSURE_SCORING)
    with pytest.raises(RulesChangedError):
        invite_agencies(actor=ACTOR, round_id=collecting.id, codes=[], how="all")


def test_every_phase_of_every_year_can_run_in_some_state():
    for year in known_years():
        for phase in load_year(year).round.calendar:
            assert any(lets(state, phase.key) for state in ORDER), (year, phase.key)


def test_a_rehearsal_announces_nothing(rehearsal, real):
    assert "result" in [phase.key for phase in calendar(real)]
    assert "result" not in [phase.key for phase in calendar(rehearsal)]

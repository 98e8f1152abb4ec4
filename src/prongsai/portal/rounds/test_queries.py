"""What other areas learn of rounds, and at what price."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.portal.rounds import queries
from prongsai.portal.rounds.facts import PhaseTime
from prongsai.portal.rounds.models import Round
from prongsai.portal.rounds.running.actions import extend_phase, move_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.taking_part.actions import save_profile
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db


def test_a_round_is_found_by_its_slug_in_one_query(rehearsal, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert queries.find_round("rehearsal-2569") == rehearsal
    assert queries.find_round("2569") is None


def test_a_round_whose_rules_changed_is_refused(rehearsal):
    Round.objects.update(sha256="0" * 64)
    with pytest.raises(queries.RulesChangedError, match=r"rehearsal-2569.*pinned 000000000000"):
        queries.find_round("rehearsal-2569")
    assert [queries.pin_holds(found) for found in queries.rounds_in_order()] == [False]


def test_a_round_whose_rules_are_gone_is_refused(rehearsal):
    Round.objects.update(revision=9)
    with pytest.raises(queries.RulesChangedError, match="no instrument for fiscal year 2569"):
        queries.find_round("rehearsal-2569")


def test_the_calendar_names_phases_as_the_rules_do(rehearsal, django_assert_num_queries):
    with django_assert_num_queries(2):
        phases = queries.calendar(rehearsal)
    rules = queries.instrument_of(rehearsal).round.calendar
    assert [(phase.key, phase.name_th, phase.name_en) for phase in phases] == [
        (phase.key, phase.name_th, phase.name_en) for phase in rules if phase.key != "result"
    ]


def test_a_phase_is_open_by_state_and_date(rehearsal, collecting, django_assert_num_queries):
    now = timezone.now()
    with django_assert_num_queries(1):
        assert queries.is_open(collecting.id, "surveys", now)
    assert not queries.is_open(collecting.id, "surveys", now - timedelta(days=2))
    assert not queries.is_open(collecting.id, "surveys", now + timedelta(days=40))
    assert queries.is_open(collecting.id, "disclosure", now)
    assert not queries.is_open(collecting.id, "scoring", now), "its dates have come, its state has not"


def test_dates_alone_do_not_open_a_phase(rehearsal):
    assert queries.phase_at(rehearsal.id, "surveys", timezone.now()) is PhaseTime.OPEN
    assert not queries.is_open(rehearsal.id, "surveys", timezone.now())


def test_surveys_go_on_while_disclosure_is_scored(collecting):
    move_round(actor="tester", round_id=collecting.id, to=RoundState.DISCLOSURE_SCORING)
    assert queries.is_open(collecting.id, "surveys", timezone.now())
    assert queries.is_open(collecting.id, "scoring", timezone.now())
    assert not queries.is_open(collecting.id, "disclosure", timezone.now())


def test_an_extension_counts(collecting):
    late = timezone.now() + timedelta(days=35)
    assert queries.phase_at(collecting.id, "surveys", late) is PhaseTime.AFTER
    extend_phase(
        actor="tester", round_id=collecting.id, key="surveys", closes_at=late + timedelta(days=1), reason="น้ำท่วม"
    )
    assert queries.is_open(collecting.id, "surveys", late)
    surveys = next(phase for phase in queries.calendar(collecting) if phase.key == "surveys")
    assert surveys.at(late) is PhaseTime.OPEN
    assert surveys.extensions[0].reason == "น้ำท่วม"


def test_an_unknown_phase_is_an_error(rehearsal):
    with pytest.raises(KeyError, match="no phase 'survey'"):
        queries.is_open(rehearsal.id, "survey", timezone.now())


def test_a_participation_says_who_and_how_many(collecting, agency, clerk_office, treasury, django_assert_num_queries):
    with django_assert_num_queries(1):
        facts = queries.participation(collecting.id, agency.pk)
    assert (facts.agency_code, facts.is_confirmed, facts.version) == ("town", True, 1)
    assert (facts.staff, facts.clients) == (25, 1200)
    assert [(unit.id, unit.name, unit.staff) for unit in facts.units] == [
        (clerk_office.pk, "สำนักปลัดเทศบาล", 14),
        (treasury.pk, "กองคลัง", 9),
    ]
    assert facts.minimums[Instrument.IIT].minimum == 25
    assert facts.minimums[Instrument.EIT1].minimum is None
    assert facts.minimums[Instrument.EIT2].minimum is None


def test_before_a_copy_is_confirmed_the_draft_is_told(rehearsal, officer, agency, profile, django_assert_num_queries):
    save_profile(seat=officer.seat, round_id=rehearsal.id, entry=profile)
    with django_assert_num_queries(3):
        facts = queries.participation(rehearsal.id, agency.pk)
    assert (facts.is_confirmed, facts.version, facts.staff) == (False, 0, 25)
    assert [unit.staff for unit in facts.units] == [14, 9]
    assert [service.clients for service in facts.services] == [700, 650]


def test_nobody_takes_part_uninvited(collecting, hire, db):
    assert queries.participation(collecting.id, 999_999) is None


def test_a_list_is_a_page_with_its_count(collecting, django_assert_num_queries):
    with django_assert_num_queries(2):
        page = queries.participations(collecting.id)
        names = [line.agency_code for line in page]
    assert names == ["town", "village"]
    assert page.paginator.count == 2
    assert [line.agency_code for line in queries.participations(collecting.id, words="อื่น")] == ["village"]
    assert [line.agency_code for line in queries.participations(collecting.id, state="confirmed")] == ["town"]


def test_all_participations_are_one_query(collecting, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert {line.agency_code for line in queries.all_participations(collecting.id)} == {"town", "village"}


def test_states_are_counted(collecting, django_assert_num_queries):
    with django_assert_num_queries(1):
        counted = queries.count_by_state(collecting.id)
    assert counted == {"drafting": 1, "submitted": 0, "returned": 0, "confirmed": 1}

"""A plan gets every kept weakness, and of the others only those by which the rules call for a measure."""

from decimal import Decimal

import pytest

from prongsai.portal.analyses.actions import add_finding, judge_findings, reword_finding, start_analysis
from prongsai.portal.analyses.handing_over import hand_over
from prongsai.portal.analyses.models import FindingKind, FindingState
from prongsai.portal.analyses.queries import material_for
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.weighing import Weighing

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed(agency):
    def act():
        return hand_over(agency.pk, 2568)

    return act


def weighings(handover):
    return {(str(c.place), c.weighing) for c in handover.concerns}


def of(analysis, kind, code=None):
    found = analysis.findings.filter(kind=kind)
    return (found if code is None else found.filter(code=code)).get()


def test_where_no_analysis_was_started_there_is_nothing(handed, material):
    assert handed() is None


def test_a_fresh_analysis_hands_over_what_the_rules_call_for_and_no_strength(handed, analysis):
    handover = handed()
    places = {str(c.place) for c in handover.concerns}
    assert {"8", "EIT e7"} <= places
    assert not {"9", "10", "EIT", "EIT1"} & places
    assert {c.weighing for c in handover.concerns} == {Weighing.WAITING}
    assert handover.waiting > len(handover.concerns)


def test_kept_reworded_and_dropped_come_as_she_left_them(handed, officer, analysis):
    weak, lowest = of(analysis, FindingKind.WEAK_QUESTION, "e7"), of(analysis, FindingKind.LOWEST)
    reword_finding(seat=officer.seat, finding=weak, text_th="ประชาคมจัดในเวลาทำงาน")
    judge_findings(seat=officer.seat, analysis=analysis, findings=[lowest], state=FindingState.DROPPED)
    said = {str(c.place): c for c in handed().concerns}
    assert (said["EIT e7"].words, said["EIT e7"].weighing) == ("ประชาคมจัดในเวลาทำงาน", Weighing.KEPT)
    assert said["8"].weighing is Weighing.DROPPED


@pytest.mark.parametrize(("state", "is_handed"), [("kept", True), ("dropped", False), ("proposed", False)])
def test_what_calls_for_no_measure_by_rule_is_handed_over_only_once_it_is_kept(
    handed, officer, analysis, state, is_handed
):
    gap = analysis.findings.get(kind=FindingKind.EIT_PARTS, code="instrument")
    judge_findings(seat=officer.seat, analysis=analysis, findings=[gap], state=FindingState(state))
    assert (("EIT", Weighing.KEPT) in weighings(handed())) is is_handed


def test_her_own_weakness_comes_with_its_place_and_topic_and_her_strength_does_not(handed, officer, analysis):
    seat = officer.seat
    about = Place(Instrument.OIT, "o12")
    add_finding(seat=seat, analysis=analysis, kind=FindingKind.OWN_WEAKNESS, text_th="แผนมาช้า", topic=5, place=about)
    add_finding(seat=seat, analysis=analysis, kind=FindingKind.OWN_STRENGTH, text_th="ช่างดี")
    add_finding(seat=seat, analysis=analysis, kind=FindingKind.OWN_WEAKNESS, text_th="คนย้ายบ่อย")
    kept = [c for c in handed().concerns if c.weighing is Weighing.KEPT]
    assert [(c.words, c.place, c.topic) for c in kept] == [("แผนมาช้า", about, 5), ("คนย้ายบ่อย", None, None)]


@pytest.mark.parametrize(("inside", "place"), [("96", "EIT2 e1"), ("50", "IIT i1")])
def test_a_gap_between_staff_and_public_is_about_the_side_that_gave_less(handed, officer, bring, agency, inside, place):
    scores = {"IIT i1": inside, "EIT1 e1": 92, "EIT2 e1": 70}
    bring([Figure(Place(Instrument(p.split()[0]), p.split()[1]), Decimal(v), 400) for p, v in scores.items()])
    analysis = start_analysis(seat=officer.seat, material=material_for(agency.pk, 2568))
    gap = of(analysis, FindingKind.STAFF_PUBLIC)
    judge_findings(seat=officer.seat, analysis=analysis, findings=[gap], state=FindingState.KEPT)
    assert [str(c.place) for c in handed().concerns if c.weighing is Weighing.KEPT] == [place]


def test_the_handover_takes_as_many_queries_with_more_findings(handed, officer, analysis, django_assert_num_queries):
    for number in range(10):
        kind = FindingKind.OWN_WEAKNESS
        add_finding(seat=officer.seat, analysis=analysis, kind=kind, text_th=f"ข้อ {number}")
    with django_assert_num_queries(4):
        assert len(handed().concerns) > 10

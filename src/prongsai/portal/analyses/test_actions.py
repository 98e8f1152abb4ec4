"""The rules renew what is theirs and never touch what an officer wrote."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from prongsai.portal.analyses.actions import (
    add_finding,
    examine_again,
    judge_findings,
    reword_finding,
    start_analysis,
    write_constraints,
    write_topic_note,
)
from prongsai.portal.analyses.conftest import PRINTED, with_respondents
from prongsai.portal.analyses.models import Analysis, ConstraintGroup, Finding, FindingKind, FindingState
from prongsai.portal.analyses.queries import constraints_of, kept_findings, material_for, topic_notes_of
from prongsai.portal.journal.queries import lines_about, verify_chain
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db


def e7(analysis):
    return analysis.findings.get(kind=FindingKind.WEAK_QUESTION, code="e7")


@pytest.fixture
def change_e7(bring, agency):
    """Brings 2568 anew with another score of e7 in part 2."""

    def act(score):
        place = Place(Instrument.EIT2, "e7")
        figures = [Figure(place, Decimal(score)) if f.place == place else f for f in PRINTED[2568]]
        bring(with_respondents(figures))
        return material_for(agency.pk, 2568)

    return act


def test_starting_twice_starts_once(officer, analysis, material):
    count = analysis.findings.count()
    assert start_analysis(seat=officer.seat, material=material).pk == analysis.pk
    assert analysis.findings.count() == count > 10
    assert [line.verb for line in lines_about("agencies/town/analyses/2568")] == ["analysis.start"]


def test_an_untouched_proposal_follows_the_figures(officer, analysis, change_e7):
    examine_again(seat=officer.seat, analysis=analysis, material=change_e7("80"))
    assert "80.00" in e7(analysis).text_th
    assert not e7(analysis).figures_changed


def test_a_kept_proposal_is_marked_when_its_figures_move(officer, analysis, change_e7):
    judge_findings(seat=officer.seat, analysis=analysis, findings=[e7(analysis)], state=FindingState.KEPT)
    examine_again(seat=officer.seat, analysis=analysis, material=change_e7("80"))
    assert (e7(analysis).state, e7(analysis).figures_changed) == ("kept", True)


def test_the_officers_words_stay_and_are_marked(officer, analysis, change_e7):
    reword_finding(seat=officer.seat, finding=e7(analysis), text_th="ประชาคมจัดนอกเวลาที่คนว่าง")
    examine_again(seat=officer.seat, analysis=analysis, material=change_e7("80"))
    finding = e7(analysis)
    assert (finding.text_th, finding.state, finding.figures_changed) == ("ประชาคมจัดนอกเวลาที่คนว่าง", "kept", True)
    assert "80.00" in finding.rule_text_th


def test_what_no_rule_finds_any_more_goes_unless_somebody_judged_it(officer, analysis, change_e7, bring, agency):
    judge_findings(seat=officer.seat, analysis=analysis, findings=[e7(analysis)], state=FindingState.DROPPED)
    bring([Figure(f.place, Decimal(100)) for f in PRINTED[2568]])
    examine_again(seat=officer.seat, analysis=analysis, material=material_for(agency.pk, 2568))
    weak = analysis.findings.filter(kind=FindingKind.WEAK_QUESTION)
    assert [(f.code, f.state, f.figures_changed, f.rule_text_th) for f in weak] == [("e7", "dropped", True, "")]


def test_examining_the_same_figures_again_changes_nothing(officer, analysis, material):
    before = list(Finding.objects.values())
    examine_again(seat=officer.seat, analysis=analysis, material=material)
    assert list(Finding.objects.values()) == before


def test_no_words_give_the_rules_own_back(officer, analysis):
    rule = e7(analysis).text_th
    reword_finding(seat=officer.seat, finding=e7(analysis), text_th="อื่น")
    reword_finding(seat=officer.seat, finding=e7(analysis), text_th="  ")
    assert e7(analysis).text_th == rule


def test_own_findings_topics_and_constraints_are_kept_and_taken_away(officer, analysis, agency):
    seat = officer.seat
    add_finding(seat=seat, analysis=analysis, kind=FindingKind.OWN_WEAKNESS, text_th="ย้ายบ่อย", topic=6)
    write_topic_note(seat=seat, analysis=analysis, number=3, text_th="ช่องทางมีมาก แต่ไม่ทันสมัย")
    write_constraints(seat=seat, analysis=analysis, texts={ConstraintGroup.PEOPLE: "คนน้อย", ConstraintGroup.OTHER: ""})
    assert [finding.text_th for finding in kept_findings(agency.pk, 2568)] == ["ย้ายบ่อย"]
    assert [note.number for note in topic_notes_of(agency.pk, 2568)] == [3]
    assert [one.group for one in constraints_of(agency.pk, 2568)] == ["people"]
    write_topic_note(seat=seat, analysis=analysis, number=3, text_th=" ")
    write_constraints(seat=seat, analysis=analysis, texts={ConstraintGroup.PEOPLE: ""})
    assert not topic_notes_of(agency.pk, 2568)
    assert not constraints_of(agency.pk, 2568)
    assert verify_chain().is_whole


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"kind": "guess"}, "finding_kind_is_known"),
        ({"state": "maybe"}, "finding_state_is_known"),
        ({"origin": "machine"}, "finding_origin_is_known"),
        ({"text_th": ""}, "finding_says_something"),
        ({"topic": 8}, "finding_topic_is_one_of_seven"),
    ],
)
def test_the_database_holds_the_rules_too(analysis, wrong, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Finding.objects.filter(pk=analysis.findings.first().pk).update(**wrong)


def test_there_is_one_analysis_of_a_year(analysis):
    with pytest.raises(IntegrityError), transaction.atomic():
        Analysis.objects.create(
            agency_id=analysis.agency_id, year=2568, figures_sha256="x", examined_at=analysis.examined_at
        )

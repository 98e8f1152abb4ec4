"""What the rules propose for the town of the published report."""

from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.portal.analyses.conftest import PRINTED
from prongsai.portal.analyses.evidence import from_json, to_json
from prongsai.portal.analyses.models import FindingKind
from prongsai.portal.analyses.proposing import propose_findings
from prongsai.portal.analyses.queries import material_for
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(material):
    return {(proposal.kind, str(proposal.place)): proposal for proposal in propose_findings(material)}


def test_strengths_weaknesses_and_gates_are_those_of_the_rulebook(found):
    assert {place for kind, place in found if kind is FindingKind.HIGHEST} == {"9", "10"}
    assert {place for kind, place in found if kind is FindingKind.LOWEST} == {"8"}
    assert {place for kind, place in found if kind is FindingKind.GATE} >= {"EIT1", "EIT2"}


def test_a_gate_within_the_interval_is_noise(found):
    gate = found[FindingKind.GATE, "EIT2"]
    assert (gate.evidence.value, gate.evidence.reference, gate.evidence.n) == (Decimal("92.32"), 95, 48)
    assert gate.evidence.low < Decimal("92.32") < gate.evidence.high
    assert gate.evidence.beyond_noise is False
    assert gate.text_th.endswith("ซึ่งยังอยู่ในช่วงคลาดเคลื่อนของการสำรวจ")


def test_a_weak_question_is_one_finding_with_the_scores_of_both_parts(found):
    weak = found[FindingKind.WEAK_QUESTION, "EIT e7"]
    assert weak.evidence.scores == (("EIT1 e7", Decimal("92.66")), ("EIT2 e7", Decimal("88.75")))
    assert weak.text_th.startswith("ข้อ e7 การมีส่วนร่วมของบุคคลภายนอก ได้ 92.66 (EIT ส่วนที่ 1) และ 88.75")
    assert weak.topic in range(1, 8)


def test_the_gap_between_the_two_parts_of_eit_is_told(found):
    gap = found[FindingKind.EIT_PARTS, "EIT"]
    assert gap.evidence.difference == Decimal("2.19")
    assert gap.evidence.beyond_noise is False
    assert "สูงกว่าส่วนที่ 2" in gap.text_th


def test_staff_and_public_are_laid_beside_each_other_on_the_same_topic(bring, agency):
    scores = {"IIT i1": 96, "EIT1 e1": 92, "EIT2 e1": 70, "IIT i2": 90, "EIT1 e2": 88, "EIT2 e2": 89}
    bring([Figure(Place(Instrument(p.split()[0]), p.split()[1]), Decimal(v), 400) for p, v in scores.items()])
    gaps = [p for p in propose_findings(material_for(agency.pk, 2568)) if p.kind is FindingKind.STAFF_PUBLIC]
    assert [str(gap.place) for gap in gaps] == ["IIT i1"]
    assert gaps[0].evidence.scores[1] == ("EIT2 e1", Decimal(70))
    assert gaps[0].evidence.beyond_noise is True
    assert "สูงกว่าประชาชนที่ให้ 70.00 (ข้อ e1 EIT2)" in gaps[0].text_th


def test_a_missed_item_is_told_with_its_cost_and_without_noise(bring, agency):
    verdicts = [Figure(Place(Instrument.OIT, f"o{n}"), Decimal(0 if n == 12 else 100)) for n in range(1, 29)]
    bring(verdicts)
    (item,) = [p for p in propose_findings(material_for(agency.pk, 2568)) if p.kind is FindingKind.ITEM_LOST]
    assert (str(item.place), item.evidence.sure, item.evidence.beyond_noise) == ("OIT o12", True, None)
    assert item.evidence.cost is not None
    assert f"เสียคะแนนรวมไป {item.evidence.cost} คะแนน" in item.text_th


def test_falls_are_told_for_indicators_and_questions_but_not_over_a_break(bring, agency):
    def year(scores, n):
        return [Figure(Place(Instrument.IIT, code), Decimal(v), n) for code, v in scores.items()]

    bring(year({"i1": 95, "i2": 95, "i3": 95, "i4": 80}, 600), 2568)
    bring(year({"i1": 60, "i2": 95, "i3": 95, "i4": "79.5"}, 600), 2569)
    falls = {str(p.place): p for p in propose_findings(material_for(agency.pk, 2569)) if p.kind is FindingKind.FALLEN}
    assert set(falls) == {"1", "IIT i1"}
    assert falls["IIT i1"].evidence.beyond_noise is True
    assert "ลดลงจาก 95.00 เหลือ 60.00" in falls["IIT i1"].text_th


def test_without_respondents_nothing_is_said_of_noise(bring, agency):
    bring(PRINTED[2568])
    for proposal in propose_findings(material_for(agency.pk, 2568)):
        assert proposal.evidence.beyond_noise is None
        assert proposal.evidence.low is None


def test_an_indicator_of_two_parts_gets_its_interval_from_both(found, material):
    lowest = found[FindingKind.LOWEST, "8"].evidence
    assert lowest.low < lowest.value < lowest.high
    assert lowest.n is None


def test_the_figures_fingerprint_moves_with_a_score_and_with_a_count(material, bring, agency):
    first = material.figures_sha256
    assert material_for(agency.pk, 2568).figures_sha256 == first
    changed = [replace(f, n=50) if f.place == instrument_place(Instrument.EIT2) else f for f in material.stored.figures]
    bring(changed)
    assert material_for(agency.pk, 2568).figures_sha256 != first


def test_evidence_survives_the_table(found):
    for proposal in found.values():
        assert from_json(to_json(proposal.evidence)) == proposal.evidence


def test_every_proposal_with_a_question_or_indicator_serves_a_topic(found):
    for (_, place), proposal in found.items():
        if place != "total" and not place.startswith(("IIT", "EIT", "OIT")):
            assert proposal.topic is not None, place
    assert indicator_place(8) in {proposal.place for proposal in found.values()}

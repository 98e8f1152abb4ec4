from decimal import Decimal

from prongsai.rulebook.advising import Kind, advise_on_questions, find_gates, find_strengths, find_weaknesses
from prongsai.rulebook.comparing import compare
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.level_judging import Standing
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

YEAR = load_year(2568)
TOWN = ("96.30", "96.50", "99.46", "94.48", "96.09", "95.25", "93.25", "91.73", "100", "100")


def figures(*values, **instruments):
    known = {indicator_place(number): Decimal(value) for number, value in enumerate(values, start=1)}
    return known | {instrument_place(Instrument(name)): Decimal(value) for name, value in instruments.items()}


def said(findings):
    return [(finding.kind, str(finding.place)) for finding in findings]


def test_the_highest_and_the_lowest_indicators_stand_out():
    result = score_agency(YEAR, figures(*TOWN))
    assert said(find_strengths(result)) == [(Kind.HIGHEST, "9"), (Kind.HIGHEST, "10")]
    assert said(find_weaknesses(result)) == [(Kind.LOWEST, "8")]
    assert [finding.value for finding in find_strengths(result)] == [Decimal(100)] * 2


def test_two_different_scores_are_enough_to_stand_out():
    result = score_agency(YEAR, figures("91", *["90"] * 9))
    assert said(find_strengths(result)) == [(Kind.HIGHEST, "1")]
    assert [str(finding.place) for finding in find_weaknesses(result)] == ["2", "3", "4", "5", "6", "7", "8", "9", "10"]


def test_nothing_stands_out_when_all_are_equal():
    result = score_agency(YEAR, figures(*["90"] * 10))
    assert find_strengths(result) == ()
    assert find_weaknesses(result) == ()


def test_rises_and_falls_leave_out_what_cannot_be_compared():
    before = score_agency(load_year(2567), figures("97", "90", "99", "94.48", "96", "95", "93", "79.44", "99", "100"))
    now = score_agency(YEAR, figures(*TOWN))
    comparison = compare(now, before)
    risen = [f for f in find_strengths(now, comparison) if f.kind is Kind.RISEN]
    assert [str(finding.place) for finding in risen] == ["2", "9", "3", "6", "7", "5"]
    assert (risen[0].value, risen[0].reference) == (Decimal("96.50"), Decimal("90.00"))
    assert [str(f.place) for f in find_weaknesses(now, comparison) if f.kind is Kind.FALLEN] == ["1"]


def test_whatever_is_below_the_target_is_named():
    result = score_agency(YEAR, figures("84.99", *["90"] * 9, EIT1="84", EIT2="96"))
    below = [finding for finding in find_weaknesses(result) if finding.kind is Kind.BELOW_TARGET]
    assert [(str(f.place), f.value, f.reference) for f in below] == [
        ("EIT1", Decimal("84.00"), Decimal(85)),
        ("1", Decimal("84.99"), Decimal(85)),
    ]


def test_what_just_reaches_the_target_is_not_below_it():
    result = score_agency(YEAR, figures(*["85"] * 10))
    assert find_weaknesses(result) == ()


def test_the_gates_of_the_next_level_come_nearest_first():
    result = score_agency(YEAR, figures(IIT="96.57", EIT1="94.51", EIT2="92.32", OIT="100"))
    gates = find_gates(result)
    assert said(gates) == [(Kind.GATE_MISSED, "EIT1"), (Kind.GATE_MISSED, "EIT2"), (Kind.GATE_NEAR, "EIT2")]
    assert [(gate.value, gate.reference) for gate in gates] == [
        (Decimal("94.51"), Decimal(95)),
        (Decimal("92.32"), Decimal(95)),
        (Decimal("92.32"), Decimal(85)),
    ]


def test_a_gate_missed_by_an_unknown_score_is_not_named():
    """EIT part 2 is (99 − 0.30 × 100 − 0.15 × 100 − 0.40 × 100) ÷ 0.15 = 93.33, but nobody said so."""
    result = score_agency(YEAR, figures(IIT="100", EIT1="100", OIT="100") | {TOTAL: Decimal(99)})
    assert result.level.readings[0].standing is Standing.FAILS
    assert find_gates(result) == ()


def test_the_top_level_has_only_a_nearest_gate():
    result = score_agency(YEAR, figures(IIT="96", EIT1="95", EIT2="97", OIT="100"))
    assert said(find_gates(result)) == [(Kind.GATE_NEAR, "EIT1")]


def test_a_total_below_every_gate_names_the_total():
    result = score_agency(YEAR, {TOTAL: Decimal(60)})
    assert said(find_gates(result)) == [(Kind.GATE_MISSED, "total")]


def test_an_unknown_total_has_no_gates():
    assert find_gates(score_agency(YEAR, {})) == ()


def test_questions_below_their_part_get_the_advice_of_their_year():
    scores = {"e1": "91.25", "e7": "88.75"}
    result = score_agency(
        YEAR,
        {Place(Instrument.EIT2, code): Decimal(value) for code, value in scores.items()}
        | figures(EIT2="90", EIT1="95"),
    )
    (advice,) = advise_on_questions(result)
    assert advice.question.code == "e7"
    assert advice.recommendation.items == ("o20",)
    assert advice.scores == ((Place(Instrument.EIT2, "e7"), Decimal("88.75")),)


def test_a_question_below_the_target_is_weak_even_alone():
    result = score_agency(
        YEAR, {Place(Instrument.IIT, "i10"): Decimal("84.99"), Place(Instrument.IIT, "i1"): Decimal(85)}
    )
    assert [advice.question.code for advice in advise_on_questions(result)] == ["i10"]


def test_a_question_level_with_its_part_is_not_weak():
    scores = {Place(Instrument.IIT, "i1"): Decimal(90), instrument_place(Instrument.IIT): Decimal(90)}
    assert advise_on_questions(score_agency(YEAR, scores)) == ()


def test_a_question_weak_in_both_parts_is_advised_on_once():
    result = score_agency(YEAR, {Place(part, "e1"): Decimal(70) for part in (Instrument.EIT1, Instrument.EIT2)})
    (advice,) = advise_on_questions(result)
    assert [str(place) for place, _ in advice.scores] == ["EIT1 e1", "EIT2 e1"]

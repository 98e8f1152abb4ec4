from decimal import Decimal

import pytest

from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.level_judging import Standing
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import State, score_agency

YEAR = load_year(2568)
IIT, EIT1, EIT2, EIT, OIT = Instrument.IIT, Instrument.EIT1, Instrument.EIT2, Instrument.EIT, Instrument.OIT


def instruments(**scores):
    return {instrument_place(Instrument(name)): Decimal(value) for name, value in scores.items()}


def indicators(*values):
    return {
        indicator_place(number): Decimal(value) for number, value in enumerate(values, start=1) if value is not None
    }


def test_nothing_known_gives_nothing():
    result = score_agency(YEAR, {})
    assert result.total is None
    assert result.level.label is None
    assert not result.level.certain
    assert set(result.instruments.values()) == {None}
    assert missing_places(result) == (TOTAL, *map(instrument_place, (IIT, EIT1, EIT2, OIT)))


def test_a_result_carries_the_parts_that_explain_it():
    result = score_agency(YEAR, instruments(IIT="90", EIT1="80", EIT2="70", OIT="100"))
    parts = {str(part.score.place): (part.score.value, part.share) for part in result.score(TOTAL).parts}
    assert parts["EIT1"] == (Decimal("80.00"), Decimal("0.15"))
    assert result.score(TOTAL).is_computed
    assert not result.score(instrument_place(IIT)).is_computed


def test_eit_stands_in_for_its_unknown_parts():
    result = score_agency(YEAR, instruments(IIT="90", EIT="80", OIT="100"))
    assert result.total == Decimal("91.00")
    assert result.instruments[EIT1] is None


def test_a_question_that_nobody_answered_does_not_count():
    figures = {Place(IIT, "i1"): Decimal(80), Place(IIT, "i2"): None, Place(IIT, "i3"): Decimal(100)}
    assert score_agency(YEAR, figures).indicators[1] == Decimal("90.00")


def test_a_question_that_is_not_given_leaves_its_indicator_unknown():
    figures = {Place(IIT, "i1"): Decimal(80), Place(IIT, "i3"): Decimal(100)}
    result = score_agency(YEAR, figures)
    assert result.indicators[1] is None
    assert Place(IIT, "i2") in missing_places(result)


def test_an_indicator_of_which_nothing_was_answered_does_not_count():
    unanswered = {Place(IIT, f"i{number}"): None for number in (1, 2, 3)}
    result = score_agency(YEAR, unanswered | {indicator_place(n): Decimal(90) for n in (2, 3, 4, 5)})
    assert result.score(indicator_place(1)).state is State.UNANSWERED
    assert result.instruments[IIT] == Decimal("90.00")


def test_an_instrument_without_any_answer_leaves_the_total_unknown():
    nobody = {Place(IIT, question.code): None for question in YEAR.surveys[0].questions}
    result = score_agency(YEAR, nobody | instruments(EIT1="90", EIT2="90", OIT="100"))
    assert result.score(instrument_place(IIT)).state is State.UNANSWERED
    assert result.total is None


def test_a_stated_figure_within_a_hundredth_is_a_matter_of_rounding():
    figures = instruments(IIT="90", EIT1="90", EIT2="90", OIT="90")
    assert score_agency(YEAR, figures | {TOTAL: Decimal("90.01")}).contradictions == ()
    found = score_agency(YEAR, figures | {TOTAL: Decimal("90.02")}).contradictions
    assert [(entry.place, entry.stated, entry.computed) for entry in found] == [
        (TOTAL, Decimal("90.02"), Decimal("90.00"))
    ]


def test_what_is_computed_wins_over_what_is_stated():
    result = score_agency(YEAR, instruments(IIT="90", EIT1="90", EIT2="90", OIT="90") | {TOTAL: Decimal(95)})
    assert result.total == Decimal("90.00")


def test_parts_that_contradict_their_mean_are_found_through_either_recipe():
    result = score_agency(YEAR, instruments(EIT1="90", EIT2="80", EIT="95"))
    assert [str(entry.place) for entry in result.contradictions] == ["EIT"]
    assert result.instruments[EIT] == Decimal("85.00")


def test_parts_are_held_against_indicators_that_say_something_else():
    figures = instruments(IIT="100", OIT="100", EIT1="80", EIT2="80") | {
        indicator_place(n): Decimal(100) for n in (6, 7, 8)
    }
    found = score_agency(YEAR, figures).contradictions
    assert [(str(entry.place), str(entry.stated), str(entry.computed)) for entry in found] == [
        ("EIT", "80.00", "100.00")
    ]


def half_answered():
    """Every question of EIT at 90 or 60, but nobody answered those of indicator 8 in part 1."""
    return {
        Place(part, question.code): None if (part, question.indicator) == (EIT1, 8) else Decimal(points)
        for part, points in ((EIT1, "90"), (EIT2, "60"))
        for question in YEAR.surveys[1].questions
    }


def test_an_indicator_that_only_one_part_answered_contradicts_nothing():
    """By indicators (75 + 75 + 60) ÷ 3 = 70, by parts (90 + 60) ÷ 2 = 75, and nobody said either."""
    result = score_agency(YEAR, half_answered())
    assert (result.instruments[EIT], result.instruments[EIT1], result.instruments[EIT2]) == (
        Decimal("70.00"),
        Decimal("90.00"),
        Decimal("60.00"),
    )
    assert result.contradictions == ()


@pytest.mark.parametrize(("stated", "places"), [("70", []), ("75", []), ("72", ["EIT"])])
def test_one_of_the_two_is_as_good_as_the_other_where_it_is_stated(stated, places):
    result = score_agency(YEAR, half_answered() | instruments(EIT=stated, EIT1="90", EIT2="60"))
    assert [str(entry.place) for entry in result.contradictions] == places


@pytest.mark.parametrize(("indicator", "places"), [("80.01", []), ("80.02", ["EIT"])])
def test_a_hundredth_between_parts_and_indicators_is_a_matter_of_rounding(indicator, places):
    figures = instruments(EIT1="80", EIT2="80") | {indicator_place(n): Decimal(indicator) for n in (6, 7, 8)}
    assert [str(entry.place) for entry in score_agency(YEAR, figures).contradictions] == places


@pytest.mark.parametrize(
    ("figures", "place", "bound"),
    [
        ({"EIT": "100", "EIT1": "20"}, "EIT", "60.00"),  # part 2 would have to be 180
        ({"IIT": "100", "OIT": "100", "total": "10"}, "total", "70.00"),
        ({"IIT": "0", "total": "100"}, "total", "70.00"),
    ],
)
def test_a_figure_that_nothing_can_make_is_a_contradiction(figures, place, bound):
    known = {
        TOTAL if name == "total" else instrument_place(Instrument(name)): Decimal(v) for name, v in figures.items()
    }
    (found,) = score_agency(YEAR, known).contradictions
    assert (str(found.place), str(found.stated), str(found.computed)) == (place, figures[place], bound)


@pytest.mark.parametrize(
    ("iit", "total", "bounds"),
    [
        ("90", "26.99", []),  # 0.30 × 90 = 27.00, if all others were 0
        ("90", "26.98", ["27.00"]),
        ("0", "70.01", []),  # 0.70 × 100, if all others were full
        ("0", "70.02", ["70.00"]),
    ],
)
def test_a_hundredth_out_of_reach_is_a_matter_of_rounding(iit, total, bounds):
    found = score_agency(YEAR, instruments(IIT=iit) | {TOTAL: Decimal(total)}).contradictions
    assert [str(entry.computed) for entry in found] == bounds


def test_a_slip_far_below_is_reported_where_it_is_and_not_at_the_total():
    verdicts = {Place(OIT, code): Decimal(0 if code == "o1" else 100) for code in YEAR.items}
    figures = (
        verdicts | instruments(IIT="90", EIT1="90", EIT2="90") | {indicator_place(9): Decimal(100), TOTAL: Decimal(94)}
    )
    assert [str(entry.place) for entry in score_agency(YEAR, figures).contradictions] == ["9"]


def test_a_contradiction_names_the_value_that_is_shown():
    figures = {indicator_place(n): Decimal(90) for n in range(1, 6)}
    figures |= instruments(IIT="80", EIT1="90", EIT2="90", OIT="90") | {TOTAL: Decimal(85)}
    found = score_agency(YEAR, figures).contradictions
    assert [(str(entry.place), str(entry.computed)) for entry in found] == [("IIT", "90.00"), ("total", "90.00")]


def test_knowing_one_indicator_asks_for_the_others_beside_it():
    missing = [str(place) for place in missing_places(score_agency(YEAR, {indicator_place(6): Decimal(90)}))]
    assert missing == ["IIT", "7", "8", "OIT", "EIT1", "EIT2"]


@pytest.mark.parametrize(
    ("figures", "level", "certain"),
    [
        ({"EIT": "90", "EIT1": "94", "IIT": "95", "OIT": "95"}, "ผ่านดี", True),  # part 2 is about 86
        ({"IIT": "100", "OIT": "100", "total": "95"}, "ผ่าน", True),  # EIT is about 83.3
        ({"IIT": "100", "EIT1": "100", "OIT": "100", "total": "99"}, "ผ่านดี", True),  # part 2 is about 93.3
    ],
)
def test_an_instrument_that_the_others_leave_no_choice_counts_for_the_level(figures, level, certain):
    known = {
        TOTAL if name == "total" else instrument_place(Instrument(name)): Decimal(v) for name, v in figures.items()
    }
    result = score_agency(YEAR, known)
    assert (result.level.label, result.level.certain) == (level, certain)


def test_parts_that_a_known_mean_stands_for_are_not_missing():
    """EIT made the total, and a total of 50 leaves no level open that asks for its parts."""
    assert missing_places(score_agency(YEAR, instruments(IIT="50", EIT="50", OIT="50"))) == ()


def test_a_score_that_its_parts_made_asks_for_no_other_way_to_make_it():
    """Both parts make EIT, so indicator 8 is not asked for beside 6 and 7."""
    known = instruments(IIT="50", EIT1="50", EIT2="50", OIT="50")
    assert missing_places(score_agency(YEAR, known | {indicator_place(n): Decimal(50) for n in (6, 7)})) == ()


def test_missing_names_the_highest_unknown_figures():
    result = score_agency(YEAR, indicators("90", "90", None, "90", "90", "90", "90", "90", "100", "100"))
    assert [str(place) for place in missing_places(result)] == ["3", "EIT1", "EIT2"]


def test_a_year_without_parts_has_no_parts():
    result = score_agency(load_year(2564), {TOTAL: Decimal("90.79")})
    assert instrument_place(EIT1) not in result.scores
    assert set(result.instruments.values()) == {None}
    assert (result.level.label, result.level.certain) == ("A", True)
    assert missing_places(result) == ()


def test_gates_say_how_far_away_they_are():
    result = score_agency(YEAR, instruments(IIT="96.57", EIT1="94.51", EIT2="92.32", OIT="100"))
    excellent = result.level.readings[0]
    distances = {gate.condition.of: (gate.distance, gate.standing) for gate in excellent.gates}
    assert distances["EIT2"] == (Decimal("-2.68"), Standing.FAILS)
    assert distances["total"] == (Decimal("2.00"), Standing.HOLDS)
    assert result.level.open_levels == ()
    assert [reading.level for reading in result.level.readings] == list(YEAR.levels)


def test_a_gate_without_a_score_has_no_distance():
    result = score_agency(YEAR, {TOTAL: Decimal(96)})
    assert [gate.distance for gate in result.level.readings[0].gates[1:]] == [None] * 4
    assert [level.label for level in result.level.open_levels] == ["ผ่านดีเยี่ยม", "ผ่านดี"]


@pytest.mark.parametrize(
    ("place", "text"),
    [(TOTAL, "total"), (instrument_place(IIT), "IIT"), (indicator_place(8), "8"), (indicator_place(8, EIT1), "EIT1 8")],
)
def test_a_place_reads_as_people_write_it(place, text):
    assert str(place) == text


@pytest.mark.parametrize(("score", "reaches"), [("84.99", False), ("85", True), ("100", True), (None, None)])
def test_the_target_is_reached_by_whatever_is_not_below_it(score, reaches):
    """The target of 2568 is 85."""
    result = score_agency(YEAR, {TOTAL: None if score is None else Decimal(score)})
    assert result.reaches_target(TOTAL) is reaches
    assert result.reaches_target(indicator_place(4)) is None

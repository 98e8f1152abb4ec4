import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where

INSTRUMENTS = {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100.00"}
QUESTIONS = {"IIT_i1": "95.76", "IIT_i2": "93.13", "IIT_i3": "100"}


def test_figures_that_follow_from_each_other_are_left_alone():
    whole = Invented().states(total="97.00", i_1="96.30", **INSTRUMENTS, **QUESTIONS)
    assert whole.check() == ()


def test_a_hundredth_is_a_matter_of_rounding():
    assert Invented().states(total="96.99", **INSTRUMENTS).check() == ()


def test_a_total_that_the_instruments_do_not_give_is_found():
    (found,) = Invented().states(total="79.00", line=4, **INSTRUMENTS).check()
    assert (found.kind.value, found.where, found.printed) == ("total", Where(4), "79.00")
    assert "96.57" in found.follows.th
    assert found.follows.en.endswith("97.00, not 79.00")
    assert "97.00" in found.mend.th


def test_an_indicator_that_its_questions_do_not_give_is_found_once():
    (found,) = Invented().states(i_1="93.60", line=2, **QUESTIONS).check()
    assert (found.kind.value, found.printed) == ("arithmetic", "93.60")
    assert "(95.76 + 93.13 + 100.00) ÷ 3" in found.follows.en


def test_an_instrument_that_its_indicators_do_not_give_is_found_and_not_again_at_the_total():
    indicators = {f"i_{number}": "90.00" for number in range(1, 6)}
    (found,) = Invented().states(**indicators, **{**INSTRUMENTS, "IIT": "93.00"}, total="95.92").check()
    assert (found.kind.value, found.printed) == ("arithmetic", "93.00")


def test_parts_that_disagree_about_a_figure_printed_nowhere_are_found_at_a_part():
    eit = {"i_6": "90.00", "i_7": "90.00", "i_8": "90.00", "EIT1": "80.00", "EIT2": "80.00"}
    (found,) = Invented().states(line=3, **eit).check()
    assert (found.kind.value, found.where) == ("arithmetic", Where(3))


def test_a_settled_question_is_an_impossible_score_of_what_would_be_signed():
    """93.3 as printed; indicator 1 of 96.30 leaves 93.13 alone."""
    known = Invented().states(i_1="96.30", IIT_i1="95.76", IIT_i3="100").settles("IIT i2", "๙๓.๓", "93.13", line=7)
    (found,) = known.check()
    assert (found.kind.value, found.where, found.printed) == ("impossible-mean", Where(7), "๙๓.๓")
    assert found.follows.en == "IIT i2 must be 93.13 to give indicator 1 = 96.30"


def test_a_settled_total_is_a_total():
    (found,) = Invented().states(**INSTRUMENTS).settles("total", "79.00", "97.00").check()
    assert found.kind.value == "total"


@pytest.mark.parametrize("printed", ["9O.10", "๙๓.๗๑๑", "931.3"])
def test_what_is_printed_as_no_score_at_all_is_noise(printed):
    assert Invented().states(**INSTRUMENTS).settles("total", printed, "97.00").check() == ()


def test_the_one_question_printed_too_short_is_at_fault_where_the_indicator_does_not_follow():
    short = Invented().states(i_1="96.30", IIT_i1="95.76", IIT_i2="93.3", IIT_i3="100")
    (found,) = short.check()
    assert (found.kind.value, found.printed) == ("impossible-mean", "93.3")
    assert "93.14" in found.follows.th


@pytest.mark.parametrize("others", [{"IIT_i1": "95.7", "IIT_i3": "100"}, {"IIT_i1": "15.76", "IIT_i3": "20.00"}])
def test_of_several_short_questions_or_one_beyond_reach_the_indicator_is_told(others):
    (found,) = Invented().states(i_1="96.30", IIT_i2="93.3", **others).check()
    assert found.kind.value == "arithmetic"


POINTS = {"IIT": "28.97", "EIT": "28.02", "OIT": "40.00"}


def test_instruments_printed_as_points_of_their_weight_are_understood():
    """28.97 of 30, 28.02 of 30, 40 of 40: 96.99 in all, and 96.57, 93.40, 100 as scores."""
    assert Invented().states(total="97.01", **POINTS).check() == ()
    indicators = {f"i_{number}": "96.58" for number in range(1, 6)}
    assert Invented().states(total="97.00", **indicators, **POINTS).check() == ()
    assert Invented().states(**indicators, IIT="28.97").check() == ()


def test_points_that_do_not_add_up_are_no_points():
    assert "total" in Invented().states(total="60.00", **POINTS).kinds()
    indicators = {f"i_{number}": "80.00" for number in range(1, 6)}
    assert Invented().states(**indicators, IIT="28.97").kinds() == ["arithmetic"]


def test_years_without_known_rules_are_passed_over():
    assert Invented(year=2560).states(total="10.00", **INSTRUMENTS).check() == ()
    assert Invented(year=None).states(total="10.00", **INSTRUMENTS).check() == ()

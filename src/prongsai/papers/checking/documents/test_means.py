import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where

NINETY_NINE = "มีผู้ตอบแบบวัด IIT จำนวน ๙๙ คน"


def test_a_mean_between_those_that_the_answers_can_have_is_found():
    (found,) = Invented(NINETY_NINE).states(IIT_i2="93.30", line=3).check()
    assert (found.kind.value, found.where, found.printed) == ("impossible-mean", Where(3), "93.30")
    assert "99" in found.follows.th


@pytest.mark.parametrize("score", ["93.13", "95.76", "100", "93.3", "93"])
def test_possible_means_are_left_alone(score):
    assert Invented(NINETY_NINE).states(IIT_i2=score).check() == ()


@pytest.mark.parametrize(
    "text",
    [
        "มีผู้ตอบแบบวัด EIT จำนวน 99 คน",
        "ผู้ตอบ IIT 99 คน และ EIT 229 คน",
        "ผู้ตอบ IIT 99 คน\nผู้ตอบ IIT 98 คน",
        "บุคลากร 99 คน",
        "ผู้ตอบ IIT 3,000 คน",
        "ผู้ตอบ IIT 0 คน",
    ],
)
def test_without_one_clear_number_nothing_is_judged(text):
    assert Invented(text).states(IIT_i2="93.30").check() == ()


def test_parts_of_the_outside_survey_are_told_apart():
    text = "EIT ส่วนที่ 2 มีผู้ตอบ 48 คน\nEIT ส่วนที่ 1 มีผู้ตอบ 1,000 คน"
    document = Invented(text).states(EIT1_e1="91.26", EIT2_e1="91.26")
    (found,) = document.check()
    assert "EIT2 e1" in found.follows.en


def test_a_question_of_several_lines_has_more_answers():
    """i1 of 2564 has two lines: 3 respondents give 6 answers; 11.00 = 66 ÷ 6."""
    document = Invented("ผู้ตอบแบบวัด IIT จำนวน 3 คน", year=2564)
    assert document.states(IIT_i1="5.50").check() == ()
    assert document.states(IIT_i2="5.50").kinds() == ["impossible-mean"]


def test_a_figure_of_the_instrument_itself_is_no_mean_of_one_question():
    assert Invented(NINETY_NINE).states(IIT="93.30").check() == ()

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.survey_flow import AnswerError, pack, questionnaire_of, unpack

STAFF = questionnaire_of(load_year(2568), Instrument.IIT)
WITH_LINES = questionnaire_of(load_year(2564), Instrument.IIT)


def test_one_screen_an_indicator_in_the_order_of_the_form():
    assert [screen.indicator.number for screen in STAFF.screens] == [1, 2, 3, 4, 5]
    assert [line.key for line in STAFF.screens[1].lines] == ["i4", "i5", "i6"]
    assert [option.points for option in STAFF.screens[0].lines[0].options] == [Decimal(n) for n in range(0, 101, 20)]


def test_lines_of_a_question_are_asked_one_by_one():
    keys = [line.key for line in WITH_LINES.lines]
    assert keys[:3] == ["i1.1", "i1.2", "i2"]
    assert WITH_LINES.lines[0].line is WITH_LINES.lines[0].question.lines[0]


def test_a_packed_answer_has_one_place_a_line():
    assert pack(STAFF, {"i1": 6, "i3": 2}) == "6-2" + "-" * 12


@pytest.mark.parametrize(
    ("choices", "line", "offered"),
    [({"i1": 7}, "i1", 6), ({"i1": 0}, "i1", 6), ({"i3": 3}, "i3", 2), ({"e1": 1}, "e1", None)],
)
def test_a_choice_that_is_not_offered_is_refused_by_its_line(choices, line, offered):
    with pytest.raises(AnswerError, match=line) as refused:
        pack(STAFF, choices)
    assert (refused.value.line, refused.value.offered) == (line, offered)


@pytest.mark.parametrize("year", known_years())
def test_every_part_of_every_year_packs_in_single_digits(year):
    instrument = load_year(year)
    for part in instrument.survey_by_part:
        lines = questionnaire_of(instrument, part).lines
        assert len({line.key for line in lines}) == len(lines)
        assert all(len(line.options) <= 9 for line in lines)


@given(st.data())
def test_what_is_packed_comes_out_again(data):
    form = data.draw(st.sampled_from([STAFF, WITH_LINES]))
    choices = {
        line.key: data.draw(st.integers(1, len(line.options))) for line in form.lines if data.draw(st.booleans())
    }
    assert unpack(form, pack(form, choices)) == choices


def test_a_packed_answer_of_another_length_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        unpack(STAFF, "6")

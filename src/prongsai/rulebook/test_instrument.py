import pytest

from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year

YEAR = load_year(2568)


def test_both_parts_of_eit_are_of_its_family():
    assert [instrument.family for instrument in Instrument] == ["IIT", "EIT", "EIT", "EIT", "OIT"]


@pytest.mark.parametrize(
    ("part", "code"),
    [(Instrument.IIT, "i99"), (Instrument.IIT, "e1"), (Instrument.EIT, "e1"), (Instrument.OIT, "o1")],
)
def test_a_question_that_is_not_asked_in_an_instrument_is_none(part, code):
    assert YEAR.question(part, code) is None

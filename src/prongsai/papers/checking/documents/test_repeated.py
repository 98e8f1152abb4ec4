import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where


def test_a_figure_printed_differently_in_text_and_table_is_found_at_the_rarer():
    document = Invented().states(i_8="91.73", line=2).states(i_8="97.13", line=5).states(i_8="91.73", line=8)
    (found,) = document.check()
    assert (found.kind.value, found.where, found.printed) == ("text-table", Where(5), "97.13")
    assert "91.73" in found.follows.th
    assert "line 2" in found.follows.en


def test_of_two_the_one_that_the_other_figures_bear_out_is_right():
    instruments = {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100"}
    document = Invented().states(total="79.00", line=1).states(total="97.00", line=5, **instruments)
    (found,) = document.check()
    assert (found.kind.value, found.where) == ("text-table", Where(1))


@pytest.mark.parametrize(("one", "other"), [("97", "97.00"), ("96.6", "96.57"), ("100", "100.0")])
def test_fewer_decimals_are_the_same_value(one, other):
    assert Invented().states(i_1=one).states(i_1=other, line=2).check() == ()


@pytest.mark.parametrize(("one", "other"), [("97", "96.57"), ("96.5", "96.57"), ("96.57", "96.58")])
def test_another_value_is_another_value(one, other):
    assert Invented().states(i_1=one).states(i_1=other, line=2).kinds() == ["text-table"]


def test_figures_of_two_years_are_two_figures():
    assert Invented().states(i_1="90.00").states(i_1="80.00", year=2567).check() == ()

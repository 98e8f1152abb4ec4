import pytest
from tests.invented_readings import Invented

from prongsai.papers.checking.documents.passages import passages
from prongsai.papers.checking.documents.year_meant import with_year_meant


def meant(document):
    reading = document.reading()
    return with_year_meant(reading, passages(reading.lines)).year


def test_a_year_without_figures_is_that_of_a_plan():
    assert meant(Invented(year=2569).states(year=2568, total="83.10").states(year=2567, total="89.00")) == 2568


def test_the_year_before_is_only_compared_with():
    document = (
        Invented(year=2567).states(year=2568, i_1="90", i_2="90", i_3="90", total="90").states(year=2567, total="89")
    )
    assert meant(document) == 2568


def test_a_single_figure_of_a_later_year_does_not_move_the_document():
    document = (
        Invented(year=2567).states(year=2567, i_1="90", i_2="90", i_3="90", total="90").states(year=2568, total="89")
    )
    assert meant(document) == 2567


@pytest.mark.parametrize("year", [2568, None])
def test_without_figures_the_year_stays(year):
    assert meant(Invented(year=year).holds("ผ่าน")) == year
    assert meant(Invented(year=year).states(total="90")) == year


def test_a_year_whose_result_the_text_names_stays():
    text = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๙"
    assert meant(Invented(text, year=2569).states(year=2568, total="83.10")) == 2569
    assert meant(Invented("เพื่อยกระดับผลการประเมิน ITA ปี 2569", year=2569).states(year=2568, total="83.10")) == 2568

import pytest
from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where
from prongsai.rulebook.evidence import indicator_place
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency


def compared(text, before="94.10", now="90.00", line=1):
    return Invented(text).states(i_6=now, line=line).states(i_6=before, line=line, year=2567)


def test_a_sentence_against_the_figures_of_two_years_is_found():
    (found,) = compared("\nตัวชี้วัดที่ 6 ดีขึ้นกว่าปีก่อน", line=1).check()
    assert (found.kind.value, found.where) == ("direction", Where(2))
    assert "94.10 → 90.00" in found.follows.en


def test_a_sentence_that_agrees_is_left_alone():
    assert compared("ตัวชี้วัดที่ 6 ลดลง").check() == ()


def test_a_fall_that_the_text_itself_states_is_no_success():
    text = "โครงการ\tหัวข้อการรับฟังได้ ๖๐ คะแนน ลดลง ๒๐ คะแนน แสดงให้เห็นว่าชาวบ้านร่วมคิดมากยิ่งขึ้นและดีขึ้น"
    assert Invented(text).kinds() == ["direction"]


def test_without_the_year_before_the_stored_results_tell():
    document = Invented("ตัวชี้วัดที่ 6 เพิ่มขึ้น")
    stored = {
        year: score_agency(load_year(year), {indicator_place(6): score}) for year, score in ((2567, 90), (2568, 80))
    }
    assert document.check() == ()
    assert document.kinds(stored=stored) == ["direction"]


@pytest.mark.parametrize("cell", ["เพิ่มขึ้น", "เพิ่มขึ้น 4.10", "+4.10", "ดีขึ้น ๔.๑๐ คะแนน", "สูงขึ้น *", "คงเดิม", "เท่าเดิม"])
def test_the_word_for_a_change_in_a_row_is_checked(cell):
    (found,) = compared(f"EIT\t6. คุณภาพ\t94.10\t90.00\t{cell}").check()
    assert (found.kind.value, found.printed) == ("direction", cell)
    assert found.follows.en == "indicator 6 fell by 4.10 (94.10 → 90.00)"
    assert found.mend.en.startswith("write that it fell")


def test_the_size_of_a_change_in_a_row_is_checked():
    (found,) = compared("EIT\t6\t94.10\t90.00\tลดลง 5.10").check()
    assert (found.kind.value, found.mend.en) == ("arithmetic", "write 4.10")


@pytest.mark.parametrize(
    "cell", ["ลดลง", "ลดลง 4.10", "-4.10", "ลดลง 4.1 *", "-", "+", "90.00", "30.00", "คุณภาพ", "เรื่องร้องเรียนเพิ่มขึ้นจากเดิม"]
)
def test_right_and_other_cells_are_left_alone(cell):
    assert compared(f"EIT\t6\t94.10\t90.00\t{cell}").check() == ()


def test_a_row_of_several_figures_says_nothing_about_one():
    document = compared("6 และ 7\tลดลง\tเพิ่มขึ้น").states(i_7="99.00").states(i_7="90.00", year=2567)
    assert document.check() == ()


def test_an_unmoved_figure_may_be_called_so():
    assert compared("EIT\t6\t90.00\t90.00\tคงเดิม", before="90.00").check() == ()


@pytest.mark.parametrize(
    "text",
    [
        "ปี ๒๕๖๘ ได้คะแนน ๙๕.๓๑ คะแนน ปี ๒๕๖๗ ได้คะแนน ๙๒.๒๖ คะแนน เพิ่มขึ้นจากปี ๒๕๖๗ เท่ากับ ๕.๐๓ คะแนน",
        "คะแนนจาก 92.26 เป็น 95.31 คือเพิ่มขึ้น 5.03",
    ],
)
def test_points_that_two_quoted_scores_do_not_give_are_found(text):
    (found,) = Invented(text).check()
    assert found.kind.value == "arithmetic"
    assert found.follows.en == "the scores differ by 3.05 (92.26 → 95.31)"
    assert found.printed in text


@pytest.mark.parametrize(
    "text",
    [
        "ปี 2567 ได้คะแนน 92.26 ปี 2568 ได้คะแนน 95.31 เพิ่มขึ้น 3.05",
        "ปี 2567 ได้คะแนน 92.26 ปี 2568 ได้คะแนน 95.31 เพิ่มขึ้น อยู่ในช่วง 2569",
        "จาก 92.26 เป็น 95.31 เพิ่มขึ้น และตัวชี้วัดที่ 8 ได้ 91.73",
    ],
)
def test_right_points_and_other_numbers_are_left_alone(text):
    assert Invented(text).check() == ()


def test_a_printed_fall_is_no_rise_even_between_years_that_do_not_compare():
    """Indicator 8 is broken between 2567 and 2568."""
    document = Invented("ตัวชี้วัดที่ 8 เพิ่มขึ้น").states(i_8="80.00").states(i_8="90.00", year=2567)
    assert document.kinds() == ["direction"]

import pytest

from prongsai.papers.reading.rows import lines_of_text
from prongsai.papers.reading.years import Years, find_years, only_year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ประจำปีงบประมาณ พ.ศ.๒๕๖๗", [2567]),
        ("ปี 67 และปี ๖๘", [2567, 2568]),
        ("พ . ศ . 2567", [2567]),
        ("เมื่อเทียบกับปีงบประมาณ ผ.ศ. ๒๕๖๘ ซึ่งได้", [2568]),
        ("ต.ค. 2567 - พ.ค. 2568", []),
        ("ปี 2024", [2567]),
        ("ผล ITA 2568 และ (ITA) ๒๕๖๗", [2568, 2567]),
        ("ITA 68.20", []),
        ("วันที่ ๕ มิถุนายน ๒๕๖๙", []),
        ("๕ มิถุนายน พ.ศ. ๒๕๖๙", []),
        ("ปีละ 60 ครั้ง", []),
    ],
)
def test_years_are_found_and_dates_are_not(text, years):
    assert [mention.year for mention in find_years(text)] == years


def test_a_head_of_two_years_has_none():
    assert only_year("ปี ๒๕๖๗") == 2567
    assert only_year("2566 - 2567") is None


def test_the_year_of_scores_is_not_that_of_the_plan():
    lines = lines_of_text(
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส\nประจำปีงบประมาณ ๒๕๖๕\n\nผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๔\n"
        "นำไปสู่การปฏิบัติ ในปีงบประมาณ พ.ศ. ๒๕๖๕"
    )
    assert Years(lines).main == 2564


def test_of_two_years_compared_the_newer_is_the_documents():
    lines = lines_of_text("ผลการประเมินสองปี\nตัวชี้วัด\t๒๕๖๖\t๒๕๖๗\tการเปลี่ยนแปลง")
    assert Years(lines).main == 2567


def test_a_heading_sets_the_year_below_and_a_sentence_with_scores_does_not():
    lines = lines_of_text(
        "ผล ITA ปี 2567\nผล ITA ปี 2567\nก\tข\nผล ITA ปี 2566\nค\tง\nปี 2565 ได้คะแนนรวม 80.00 คะแนน\nจ\tฉ"
    )
    years = Years(lines)
    assert (years.at(2), years.at(4), years.at(6)) == (2567, 2566, 2566)


def test_a_year_that_nothing_explains_counts_if_it_is_the_only_one():
    table = "ตัวชี้วัด\t2568\n1. การใช้อำนาจ\t90.00"
    assert Years(lines_of_text(table)).main == 2568
    assert Years(lines_of_text(f"ที่ ทด 52001/2560\nวันที่ 5 มกราคม 2569\n{table}")).main == 2568
    assert Years(lines_of_text(f"{table}\nของ 2567")).main is None


def test_the_year_named_most_as_one_of_scores_stays_the_documents_however_often_it_is_named_besides():
    told = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567\n" * 2 + "ผลการประเมินของปี 2566\n" + "มาตรการ ปี 2567\n" * 5
    assert Years(lines_of_text(told * 2)).main == 2567


def test_a_heading_that_only_compares_sets_no_year():
    lines = lines_of_text("ผล ITA ปี 2567\nผล ITA ปี 2567\nเทียบไม่ได้กับปี 2566\nก\tข")
    assert Years(lines).at(3) == 2567


def test_in_a_worn_text_nobody_knows_the_year_under_a_heading_of_another():
    lines = lines_of_text("ผล ITA ปี 2567\nผล ITA ปี 2567\nก\tข\nผล ITA ปี 2563\nค\tง")
    years = Years(lines, is_worn=True)
    assert (years.at(2), years.at(4)) == (2567, None)


def test_years_are_trusted_that_are_named_twice_and_not_later_than_the_one_named_most():
    text = "ผล ITA ปี 2567\n" * 3 + "ผล ITA ปี 2566\n" * 2 + "ผล ITA ปี 2563\nผล ITA ปี 2568\n"
    assert Years(lines_of_text(text)).trusted == {2566, 2567}
    assert Years(lines_of_text("ผล ITA ปี 2567\nผล ITA ปี 2568")).trusted == frozenset()

"""Which figures are found in tables, sentences and charts, and which numbers are none."""

import pytest

from prongsai.papers.reading.reading import read_lines
from prongsai.papers.reading.rows import lines_of_text


def figures(text):
    """`2567 IIT i1 93.13` for each figure with a score, `2567 8 ?` for a doubt."""
    reading = read_lines(lines_of_text(text))
    return [f"{f.year} {f.place} {f.score if f.score is not None else '?'}" for f in reading.figures]


def test_years_as_columns():
    text = (
        "ผลการประเมิน ITA\nตัวชี้วัด\tปี 2566\tปี 2567\tผลต่าง\n1. การปฏิบัติหน้าที่\t83.10\t86.67\t+3.57\n"
        "คะแนนรวม\t85.50\t88.34\t+2.84"
    )
    assert figures(text) == ["2566 1 83.10", "2567 1 86.67", "2566 total 85.50", "2567 total 88.34"]


def test_weights_and_points_are_no_scores_but_the_sum_of_points_is_the_total():
    text = (
        "ผลการประเมิน ITA ปี 2567\nเครื่องมือ\tน้ำหนัก\tคะแนนที่ได้\tคะแนนถ่วงน้ำหนัก\nIIT\t30\t84.75\t25.43\n"
        "EIT\t30\t83.89\t25.17\nOIT\t40\t94.38\t37.75\nรวม\t100\t\t88.34"
    )
    assert figures(text) == ["2567 IIT 84.75", "2567 EIT 83.89", "2567 OIT 94.38", "2567 total 88.34"]


def test_a_sum_of_disclosure_items_is_not_the_total():
    text = (
        "O๒๘\tรายงานผลการส่งเสริมคุณธรรม\thttps://town.example/oit/2568/o28\t\tครบถ้วน\t๒.๕๐\n"
        "รวม ๒๘ ข้อ ครบถ้วน ๒๔ ข้อ ได้ ๓๓.๐๐ จาก ๔๐.๐๐ คะแนน\t\t\t\t\t๔๐.๐๐"
    )
    assert [found for found in figures(text) if "total" in found] == []


def test_instruments_and_questions_as_columns():
    across = "ผลการประเมิน ITA\nปี\tIIT\tEIT ส่วนที่ 1\tEIT ส่วนที่ 2\tOIT\tคะแนนรวม\n2567\t84.75\t85.00\t82.78\t94.38\t88.34"
    assert figures(across) == [
        "2567 IIT 84.75",
        "2567 EIT1 85.00",
        "2567 EIT2 82.78",
        "2567 OIT 94.38",
        "2567 total 88.34",
    ]
    questions = "ผลรายข้อ ITA ปี 2568\nแบบ\ti1\ti2\nIIT\t92.41\t88.17"
    assert figures(questions) == ["2568 IIT i1 92.41", "2568 IIT i2 88.17"]


def test_a_question_before_a_year_that_has_no_rules_yet_is_never_its_instrument():
    before_and_after = (
        "รายงานผลการดำเนินการตามมาตรการ ITA ปีงบประมาณ พ.ศ. 2599\nมาตรการ\tข้อคำถาม\tก่อน\tหลัง\tผลต่าง\n"
        "จัดระบบคิว\tข้อ i3 (IIT)\t82.86 (ปี 2569)\tไม่มีข้อมูล (ปี 2599)\t-"
    )
    assert figures(before_and_after) == ["2569 IIT i3 82.86"]
    assert figures("ผล ITA ปี 2599\nข้อคำถาม\tแบบ\tคะแนน\ni3\tIIT\t82.86") == []


def test_indicators_in_parts_of_eit():
    text = "ผล ITA ปี 2568\nตัวชี้วัด\tEIT ส่วนที่ 1\tEIT ส่วนที่ 2\tเฉลี่ย\n7. ประสิทธิภาพการสื่อสาร\t88.89\t86.22\t87.56"
    assert figures(text) == ["2568 EIT1 7 88.89", "2568 EIT2 7 86.22", "2568 7 87.56"]


def test_totals_of_earlier_years_in_a_table_and_in_a_chart():
    table = "ผลการประเมินในภาพรวมย้อนหลัง\nปีงบประมาณ\tคะแนน\tระดับ\n2563\t70.12\tC\n2567\t88.34\tผ่าน"
    assert figures(table) == ["2563 total 70.12", "2567 total 88.34"]
    chart = "ผล ITA ปี 2567\nคะแนนรวมย้อนหลัง\n70\n๒๕๖๖\n๘๕.๕๐\n๒๕๖๗\n๘๘.๓๔"
    assert figures(chart) == ["2566 total 85.50", "2567 total 88.34"]
    assert figures(chart.replace("คะแนนรวม", "ผลรายตัวชี้วัด")) == []


def test_a_ranked_list_goes_by_names():
    text = "ผลการประเมิน ITA ปี 2567\n1. การเปิดเผยข้อมูล\tได้\t95.00\tคะแนน\n2. การใช้อำนาจ\tได้\t90.42\tคะแนน"
    assert figures(text) == ["2567 9 95.00", "2567 3 90.42"]


def test_a_name_gone_wrong_goes_by_its_number():
    text = "ผล ITA ปี 2567\nตัวชี้วัด\tรายละเอียด\tคะแนน\n1\tการปฏิบัติหน้าที่\t86.67\n3\tการใช้จ่ายเงิน\t90.42"
    assert figures(text) == ["2567 1 86.67", "2567 3 90.42"]


def test_codes_scores_and_cells_that_moved():
    text = (
        "ผลรายข้อ ปีงบประมาณ พ.ศ. ๒๕๖๘\nลำดับ\tตัวชี้วัด\tเครื่องมือ\tข้อคำถาม\tคะแนน\tข้อบกพร่อง\n"
        "๓.\tการใช้อำนาจ\tIIT\tข้อ ๑๗ ข้อ ๑๘ ข้อ ๑๙\t๙๔.๔๘ ๙๗.๒๔ ๙๘.๖๒\tรักษาระดับ\n"
        "๗.\tประสิทธิภาพการสื่อสาร\tEIT Survey\tข้อ E๔\t๘๖.๐๐\t\nข้อ E๕\t๘๔.๖๗\t\t\t\t"
    )
    assert figures(text) == [
        "2568 IIT i7 94.48", "2568 IIT i8 97.24", "2568 IIT i9 98.62", "2568 EIT2 e4 86.00", "2568 EIT2 e5 84.67"
    ]  # fmt: skip


def test_more_codes_than_scores_are_doubts_and_never_a_guess():
    text = "ผลรายข้อ ปี ๒๕๖๘\nตัวชี้วัด\tข้อคำถาม\tคะแนน\n๓. การใช้อำนาจ\tข้อ i๗ ข้อ i๘ ข้อ i๙\t๙๔.๔๘ ๙๘.๖๒"
    assert figures(text) == ["2568 IIT i7 ?", "2568 IIT i8 ?", "2568 IIT i9 ?"]


def test_a_row_that_lost_the_cell_of_one_year_is_a_doubt_without_a_year():
    text = "ผล ITA\nตัวชี้วัด\t2566\t2567\n1. การปฏิบัติหน้าที่\t83.10\t86.67\n2. การใช้งบประมาณ\t82.92"
    assert figures(text) == ["2566 1 83.10", "2567 1 86.67", "None 2 ?"]


@pytest.mark.parametrize(
    "text",
    [
        "ผลสำรวจความพึงพอใจ ปี 2567\nตัวชี้วัด\tคะแนน\n1. ด้านสถานที่\t91.00\nรวม\t92.50",
        "ผลการประเมิน LPA ปี 2567 ได้คะแนนรวม 85.00 คะแนน",
        "ผลสำรวจความพึงพอใจ ปี 2567 ได้คะแนนรวม 92.50 คะแนน",
        "ตัวชี้วัดที่ 6 ปี 2568 เพิ่มขึ้นจากปีที่ผ่านมา 7.82 คะแนน",
        "ITA ปี 2568 ลดลง 25.00 คะแนน",
        "เปรียบเทียบปีที่ผ่านมา ITA\n+๑๒.๘๑ คะแนน",
        "เครื่องมือ IIT ปี 2568 ต้องไม่น้อยกว่า 85.00 คะแนน",
        "ตัวชี้วัดที่ 8 ปี 2568 มีเป้าหมาย 90.00 คะแนนขึ้นไป",
        "ITA ปี 2568 ค่าเฉลี่ยของประเทศอยู่ที่ 93.82 คะแนน",
        "ระดับผ่านดี คะแนนรวม 85.00 – 94.99",
        "ผลการประเมิน ITA ปี 2568 จาก 100 คะแนน",
    ],
)
def test_gains_goals_and_results_of_others_are_no_figures(text):
    assert figures(text) == []


def test_a_sentence_gives_each_instrument_its_score():
    text = "ปี 2567 เทศบาลตำบลบ้านสมมติได้คะแนนรวม 88.34 คะแนน โดย IIT ได้ 84.75 EIT ได้ 83.89 และ OIT ได้ 94.38"
    assert figures(text) == ["2567 total 88.34", "2567 IIT 84.75", "2567 EIT 83.89", "2567 OIT 94.38"]


def test_a_bracket_goes_on_the_line_above_and_names_its_years():
    text = "ตัวชี้วัดย่อยที่ ๑๐.๒ การส่งเสริมคุณธรรม\n\n(ปี พ.ศ. ๒๕๖๗ ได้คะแนน ๑๐๐.๐๐ / ปี พ.ศ. ๒๕๖๘ ได้คะแนน ๗๕.๐๐)"
    assert figures(text) == ["2567 OIT 10.2 100.00", "2568 OIT 10.2 75.00"]


def test_from_and_to_are_two_years():
    assert figures("ITA ปี 2568 ตัวชี้วัดที่ 5 เพิ่มขึ้นจาก 88.33 เป็น 96.09 คะแนน") == ["2567 5 88.33", "2568 5 96.09"]


def test_a_question_told_by_its_words_is_found():
    text = "ในหัวข้อหน่วยงานเปิดโอกาสให้บุคคลภายนอกมีส่วนร่วมในการปรับปรุงการทำงาน ปี ๒๕๖๘ ได้คะแนนร้อยละ ๘๒.๖๗"
    assert figures(text) == ["2568 EIT e7 82.67"]


def test_a_part_of_eit_beside_a_question_says_where_it_was_asked():
    assert figures("ข้อ e7 (EIT ส่วนที่ 1): ปี 2568 ได้ 75.00 คะแนน") == ["2568 EIT1 e7 75.00"]
    assert figures("ปี 2568 EIT ส่วนที่ 2 ข้อ e1 ได้ 89.33 คะแนน") == ["2568 EIT2 e1 89.33"]


def test_lines_broken_at_the_edge_of_the_paper_are_one_sentence():
    lines = ["ตามที่ได้แจ้งผลการประเมินคุณธรรมและความโปร่งใสในปีงบประมาณ พ.ศ. ๒๕๖๗ ว่าหน่วยงาน"] * 9
    lines += ["ของเทศบาลตำบลบ้านสมมติ ในแบบวัด IIT ซึ่งเก็บจากบุคลากรทุกระดับ มีผลคะแนน", "๘๔.๗๕ คะแนน"]
    assert figures("\n".join(lines)) == ["2567 IIT 84.75"]


def test_what_a_measure_wants_to_reach_has_not_happened():
    text = (
        "มาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tผลลัพธ์\n"
        "เปิดเวที\tนัดหมาย\tปี 2569\tสำนักปลัด\tตัวชี้วัดความสำเร็จ: คะแนนข้อ e7 เท่ากับ 90.00 คะแนน"
    )
    assert figures(text) == []


def test_a_score_with_its_change_in_the_same_cell_is_read():
    text = "ผลการประเมิน ITA ปี 2568\nเป้าหมาย 85\tเทียบปี 2567\n1. การปฏิบัติหน้าที่\t76.89 เพิ่มขึ้น 0.68\n2. การใช้งบประมาณ\t82.09 เทียบไม่ได้"
    assert figures(text) == ["2568 1 76.89", "2568 2 82.09"]


def test_a_change_with_its_sign_is_no_score_even_where_the_heads_are_lost():
    assert figures("ผลการประเมิน ITA ปี 2568\nตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต\t+13.20\tเพิ่มขึ้น") == []


def test_an_items_points_are_not_those_of_the_indicator_beside_it():
    text = "ผลการประเมิน ITA ปี 2568\nตัวชี้วัด\tเครื่องมือ\tคะแนน\n9. การเปิดเผยข้อมูล\tOIT\tO21 การขับเคลื่อนจริยธรรม\t0.00"
    assert figures(text) == []


def test_a_row_that_lost_its_indicator_gives_no_score_to_its_instrument_or_its_number():
    head = "ผลการประเมิน ITA ปี 2568\nลำดับ\tตัวชี้วัด\tเครื่องมือ\tคะแนน\tเทียบกับปี 2567\n1\t9. การเปิดเผยข้อมูล\tOIT\t92.14\tลดลง 2.86\n"
    assert figures(head + "2\tEIT\t82.67\tเทียบไม่ได้") == ["2568 9 92.14"]
    assert figures(head + "OIT\t81.67\tลดลง 2.62") == ["2568 9 92.14"]


def test_a_row_that_lost_a_cell_takes_no_weight_for_its_score():
    text = "ผลการประเมิน ITA ปี 2568\nเครื่องมือ\tน้ำหนัก\tคะแนน\tเทียบปี 2567\nคะแนนรวม\t100%\t83.04"
    assert figures(text) == ["2568 total 83.04"]


def test_what_full_points_are_and_what_a_measure_wants_are_no_scores():
    assert figures("ผล ITA ปี 2568 คะแนนรวม 81.78 จาก 100 คะแนน ลดลง 4.54 จากปี 2567") == ["2568 total 81.78"]
    assert figures("ผล ITA ปี 2568\nตัวชี้วัดความสำเร็จ: ไม่มีเรื่องร้องเรียน และคะแนนข้อ i3 เท่ากับ 100.00") == []


def test_a_year_that_got_a_score_needs_no_subject_under_the_heading_of_the_result():
    head = "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA)\n"
    said = "ในปีงบประมาณ พ.ศ. 2568 ได้ 90.98 คะแนน"
    assert figures(head + said) == ["2568 total 90.98"]
    assert figures("ผลการสำรวจความพึงพอใจ\n" + said) == []
    assert figures(head.replace("ผล", "ผลรายข้อของ") + said) == []


def test_a_part_of_eit_is_known_with_its_word_spoilt():
    assert figures("ผล ITA ปี 2568\nEIT ล่วมท่ 2 ได้ 78.85 คะแนน") == ["2568 EIT2 78.85"]

import pytest

from prongsai.papers.reading.reading import read_lines
from prongsai.papers.reading.rows import lines_of_text


def levels(text):
    return [(level.year, level.level) for level in read_lines(lines_of_text(text)).levels]


def ranks(text):
    return [(r.year, r.rank, r.of, r.among, r.certainty) for r in read_lines(lines_of_text(text)).ranks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ITA ปี 2567 ได้ 99.84 คะแนน (ผ่านดีเยี่ยม)", [(2567, "ผ่านดีเยี่ยม")]),
        ("ผล ITA ปี 2568 ระดับผลการประเมินอยู่ที่ ระดับผ่านดี โดยแบ่งดังนี้", [(2568, "ผ่านดี")]),
        ("ผล ITA ปี 2567 ระดับผลการประเมิน : ผ่าน", [(2567, "ผ่าน")]),
        ("ผล ITA ปี 2564 อยู่ในระดับ A ดังนี้", [(2564, "A")]),
        ("ผล ITA ปี 2568\nระดับผลการประเมิน\n\nผ่านดี", [(2568, "ผ่านดี")]),
        ("ปี 2566 อยู่ในระดับ B (๘๗.๔๐ คะแนน) ปี 2567 ได้ ๙๓.๗๑ คะแนน ระดับ ผ่านดี", [(2566, "B"), (2567, "ผ่านดี")]),
        ("ผล ITA ปี 2567 อยู่ในระดับผ่านและบรรลุค่าเป้าหมาย", [(2567, "ผ่าน")]),
    ],
)
def test_levels_reached_are_found(text, found):
    assert levels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "ปี 2568 ยังไม่ถึงระดับผ่านดีเยี่ยม",
        "เกณฑ์ของระดับผ่านดี คือ ทุกเครื่องมือตั้งแต่ 85",
        "ระดับผ่านดี หมายถึง คะแนน 85.00 - 94.99",
        "ระดับ AA คะแนน 95.00 – 100",
        "ปี 2569 เพื่อให้ผลการประเมินอยู่ในระดับผ่านดีเยี่ยม",
        "ยกระดับผ่านการมีส่วนร่วม",
        "ปี 2568 ได้อย่างน้อยระดับผ่าน",
        "ผลการประเมินผ่านเกณฑ์",
    ],
)
def test_definitions_wishes_and_levels_not_reached_are_left_out(text):
    assert levels(text) == []


def test_a_level_across_the_columns_of_two_years_belongs_to_the_year_that_has_it_elsewhere():
    table = "ผล ITA ปี 2567\nตัวชี้วัด\t๒๕๖๖\t๒๕๖๗\n1. การปฏิบัติหน้าที่\t83.10\t86.67\nระดับการประเมิน\tผ่านดี\t"
    assert levels(table) == [(None, "ผ่านดี")]
    assert levels(f"ผล ITA ปี 2567 อยู่ในระดับผ่านดี\n{table}") == [(2567, "ผ่านดี")] * 2


def test_levels_of_years_in_rows():
    text = "ผลการประเมินในภาพรวมย้อนหลัง\nปีงบประมาณ\tคะแนน\tระดับ\n2563\t70.12\tC\n2567\t88.34\tผ่าน"
    assert levels(text) == [(2563, "C"), (2567, "ผ่าน")]


def test_a_letter_beside_each_indicator_is_not_the_agencys_level():
    text = "ผล ITA ปี 2564\nตัวชี้วัด\tคะแนน\tระดับ\n1. การปฏิบัติหน้าที่\t88.72\tA\n2. การใช้งบประมาณ\t74.15\tC"
    assert levels(text) == []


def test_ranks_come_with_how_many_and_among_whom():
    text = "ITA ปี 2567 อยู่ในลำดับที่ ๑๒ จากทั้งหมด 2,247 แห่ง ของเทศบาลตำบล และเป็นลำดับที่ 3 ของจังหวัดทดลอง"
    assert ranks(text) == [(2567, 12, 2247, "เทศบาลตำบล", "printed"), (2567, 3, None, "จังหวัดทดลอง", "printed")]


def test_two_ranks_for_the_same_are_both_doubts():
    text = "ผล ITA ปี 2567 อยู่ในลำดับที่ ๑,๘๕๔ ของหน่วยงานประเภท อบต.\n\nผลการประเมินอยู่ในลำดับที่ ๑,๕๕๔ ของหน่วยงานประเภท อบต."
    assert [(rank, certainty) for _, rank, _, _, certainty in ranks(text)] == [(1854, "doubt"), (1554, "doubt")]


def test_numbering_is_no_rank():
    assert ranks("ลำดับที่ 1 การปฏิบัติหน้าที่\nลำดับ 2.") == []

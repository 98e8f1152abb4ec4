import pytest

from prongsai.papers.reading.reading import read_lines
from prongsai.papers.reading.rows import lines_of_text


def cited(text):
    return [(item.year, item.item, item.where.line) for item in read_lines(lines_of_text(text)).items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ผล ITA ปี 2568 (อ้างอิงจาก ๐๘) และ (อ้างอิงจาก O10)", [(2568, "o8", 1), (2568, "o10", 1)]),
        ("ผล ITA ปี 2568\nข้อ o14 และ ข้อ ๐๑๔", [(2568, "o14", 2), (2568, "o14", 2)]),
        ("ผล ITA ปี 2568\n(อ้างอิงจาก ๑๗)", [(2568, "o17", 2)]),
        ("ผล ITA ปี 2568\nE๘ ใช้งานง่าย i๓ และ คะแนน ๙๐.๐๐ ข้อ ๑๐", []),
    ],
)
def test_items_are_found_by_their_number_in_any_digits(text, found):
    assert cited(text) == found


def test_items_stand_in_the_order_of_the_line():
    assert [item for _, item, _ in cited("ผล ITA ปี 2568 (อ้างอิงจาก ๑๒) ข้อ o3")] == ["o12", "o3"]

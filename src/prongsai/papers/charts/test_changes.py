from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from prongsai.papers.charts.changes import PITCHES, SIZE, ChangeBar, ChartWords, change_chart, chart_aspect

SVG = "{http://www.w3.org/2000/svg}"
WORDS = ChartWords("เป้าหมาย 85", "ไม่มีข้อมูล", "ปี 2568", "ปี 2567", "เทียบปี 2567")
BARS = (
    ChangeBar("1. การปฏิบัติหน้าที่", Decimal("96.30"), Decimal("88.12"), "เพิ่มขึ้น 8.18"),
    ChangeBar("2. การใช้งบประมาณ", Decimal("91.73"), None, "เทียบไม่ได้"),
    ChangeBar("3. การใช้อำนาจ", None),
)


def drawn(bars=BARS, words=WORDS, digits="arabic", pitch=PITCHES[0]):
    svg = change_chart(bars, words, target=Decimal(85), title="ก", description="ทุกคะแนน 85", digits=digits, pitch=pitch)
    return ET.fromstring(svg)  # noqa: S314


def texts(root):
    return [element.text for element in root.iter(f"{SVG}text")]


def strokes(root):
    return [line for line in root.iter(f"{SVG}line") if line.get("stroke") == "#8a5a00"]


def test_scores_changes_and_the_target_stand_in_words():
    assert {"96.30", "เพิ่มขึ้น 8.18", "เทียบไม่ได้", "ไม่มีข้อมูล", "เป้าหมาย 85", "เทียบปี 2567"} <= set(texts(drawn()))


def test_last_year_is_marked_only_where_it_may_be_compared():
    assert len(strokes(drawn())) == 2, "one for the first indicator, one in the legend"
    assert not strokes(drawn(words=ChartWords("เป้าหมาย 85", "ไม่มีข้อมูล", "ปี 2568")))


def test_an_unknown_score_has_no_bar():
    bars = [shape for shape in drawn().iter(f"{SVG}rect") if shape.get("fill") == "#17568c"]
    assert len(bars) == 3, "two indicators and the legend"


def test_digits_are_thai_everywhere_if_asked():
    assert not set("0123456789") & set("".join(texts(drawn(digits="thai"))))


@pytest.mark.parametrize("pitch", PITCHES)
def test_the_drawing_is_as_high_as_it_said_and_its_lines_do_not_touch(pitch):
    root = drawn(pitch=pitch)
    _, _, width, height = map(float, root.get("viewBox").split())
    assert height / width == pytest.approx(chart_aspect(BARS, "arabic", pitch), abs=0.001)
    assert pitch > SIZE * 1.3


def test_a_long_label_takes_two_lines_and_more_room():
    long = (ChangeBar("4. " + "การใช้ทรัพย์สินของราชการและของประชาชน" * 2, Decimal(50)),)
    assert chart_aspect(long, "thai", 18) > chart_aspect(BARS[:1], "thai", 18)

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from prongsai.papers.charts import (
    Bar,
    RadarSeries,
    YearScore,
    bar_chart,
    column_chart,
    history_chart,
    radar_chart,
    svg_png,
)

SVG = "{http://www.w3.org/2000/svg}"
LABELS = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต")
VALUES = tuple(map(Decimal, ("92.5", "84", "0", "100", "61.25")))
BARS = tuple(Bar(label, value, Decimal(80)) for label, value in zip(LABELS, VALUES, strict=True))
HOSTILE = "<script>alert('1')</script> & \"x\" ]]>"


def drawings(**more):
    years = (YearScore(2566, Decimal("70")), YearScore(2567, None), YearScore(2568, Decimal("88"), comparable=False))
    title = more.pop("title", "คะแนน")
    return (
        bar_chart(BARS, title=title, this_year="ปี 2568", last_year="ปี 2567", **more),
        bar_chart((Bar("ก", None),), title=title, **more),
        bar_chart((), title=title, **more),
        column_chart(BARS, title=title, last_year="ปี 2567", **more),
        column_chart((*BARS, Bar("ข", None)) * 2, title=title, **more),
        radar_chart(
            LABELS, (RadarSeries("ปี 2568", VALUES), RadarSeries("ปี 2567", (None, *VALUES[1:]))), title=title, **more
        ),
        history_chart(years, title=title, **more),
        history_chart((), title=title, **more),
    )


def texts(svg):
    return [element.text for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def test_every_chart_is_an_image_with_title_and_description():
    for svg in drawings():
        root = ET.fromstring(svg)  # noqa: S314
        assert root.get("role") == "img"
        assert root[0].tag == f"{SVG}title"
        assert root[1].tag == f"{SVG}desc"
        assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
        assert root[0].text == "คะแนน"


def test_nothing_in_a_chart_can_act():
    for svg in drawings(title=HOSTILE):
        names = {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}  # noqa: S314
        assert names <= {"svg", "title", "desc", "rect", "g", "line", "path", "circle", "text"}
        assert "var(" not in svg


def test_charts_write_thai_digits_everywhere():
    for svg in drawings(digits="thai"):
        assert not [text for text in texts(svg) if any(letter in "0123456789" for letter in text)]
        assert not set("0123456789") & set(ET.fromstring(svg)[1].text)  # noqa: S314


def test_a_missing_value_is_named_and_not_drawn_as_nought():
    assert "ไม่มีข้อมูล" in texts(bar_chart((Bar("ก", None),), title="ก"))
    assert "0.00" in texts(bar_chart((Bar("ก", Decimal(0)),), title="ก"))
    assert "ไม่มีข้อมูล" in bar_chart((Bar("ก", None),), title="ก").split("</desc>")[0]


def test_values_and_target_are_printed():
    printed = texts(bar_chart(BARS, title="ก", last_year="ปี 2567"))
    assert {"92.50", "100.00", "80.00", "เป้าหมาย 85"} <= set(printed)
    assert not [text for text in texts(bar_chart(BARS, title="ก", target=None)) if "เป้าหมาย" in text]


def test_no_line_joins_years_that_may_not_be_compared():
    years = [YearScore(2565, Decimal(70)), YearScore(2566, Decimal(80)), YearScore(2567, Decimal(82), comparable=False)]
    broken = history_chart([*years, YearScore(2568, Decimal(85))], title="ก")
    assert broken.count("<path") == 2
    assert "เกณฑ์เปลี่ยน" in broken
    assert history_chart(years[:2], title="ก").count("<path") == 1
    assert "เกณฑ์เปลี่ยน" not in history_chart(years[:2], title="ก")


def test_a_gap_opens_the_radar():
    whole = radar_chart(LABELS, (RadarSeries("ก", VALUES),), title="ก")
    open_one = radar_chart(LABELS, (RadarSeries("ก", (None, *VALUES[1:])),), title="ก")
    assert whole.count("<circle") - 1 == open_one.count("<circle")
    assert whole.count("Z") - 1 == open_one.count("Z")


def test_a_radar_of_two_axes_or_uneven_series_is_refused():
    with pytest.raises(ValueError, match="at least 3 axes"):
        radar_chart(("ก", "ข"), (), title="ก")
    with pytest.raises(ValueError, match="1 values for 5 labels"):
        radar_chart(LABELS, (RadarSeries("ก", (None,)),), title="ก")


def test_the_same_numbers_give_the_same_drawing():
    assert drawings() == drawings()


def test_charts_become_pictures():
    picture = svg_png(drawings()[0], 1)
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 5_000

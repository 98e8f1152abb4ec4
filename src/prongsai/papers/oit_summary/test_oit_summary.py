"""The summary shows every item with its addresses, its verdict and its points, and the points add up."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree

from prongsai.papers.oit_summary import Disclosed, ItemState, gather_summary, write_summary
from prongsai.papers.oit_summary.contents import UnknownItemError, tally
from prongsai.papers.oit_summary.writing import MARGINS
from prongsai.rulebook.loading import known_years, load_year

DAY = date(2026, 6, 5)
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
LONG = "https://www.example.go.th/wp-content/uploads/2568/" + "a9f8" * 30 + "/" + "%E0%B8%82" * 12 + ".pdf?x=1&y=2"
THAI = "https://www.example.go.th/ข่าวประชาสัมพันธ์/ปีงบประมาณ-2568/ประกาศ.pdf"


def summary(year=2568, given=None, verdicts=None, name="เทศบาลเมืองตัวอย่าง"):
    return gather_summary(load_year(year), agency_name=name, given=given or {}, verdicts=verdicts or {}, as_of=DAY)


def pages(contents, digits="arabic"):
    pdf = pypdfium2.PdfDocument(write_summary(contents, format="pdf", digits=digits, written_on=DAY))
    return [page.get_textpage().get_text_range() for page in pdf]


def text_of(contents, digits="arabic"):
    return re.sub(r"\s+", "", "".join(pages(contents, digits)))


def word_xml(contents):
    with ZipFile(BytesIO(write_summary(contents, format="docx", written_on=DAY))) as package:
        return etree.fromstring(package.read("word/document.xml"))


@pytest.mark.parametrize("year", known_years())
def test_every_item_of_the_year_stands_once_in_order_under_its_sub_indicator(year):
    contents = summary(year)
    assert [line.cost.item.code for line in contents.lines] == list(load_year(year).items)
    for group in contents.groups:
        assert {line.cost.item.sub_indicator for line in group.lines} == {group.sub_indicator.code}


@pytest.mark.parametrize("year", known_years())
def test_the_points_of_all_items_are_the_share_of_disclosure(year):
    assert tally(summary(year).lines).points == Decimal(40)


def test_nothing_said_is_not_incomplete():
    contents = summary(given={"o4": Disclosed((LONG,))}, verdicts={"o1": True, "o2": False})
    assert [line.state for line in contents.lines][:3] == [
        ItemState.COMPLETE,
        ItemState.INCOMPLETE,
        ItemState.NOT_ASSESSED,
    ]
    text = text_of(contents)
    assert "O1โครงสร้างหน้าที่และอำนาจยังไม่มีที่อยู่ของข้อมูลครบถ้วน1.00" in text
    assert text.count("ยังไม่ตรวจ") == 26 + 2, "the items, the head of a column and the note"


def test_where_no_answer_is_known_none_is_called_missing():
    contents = summary(2567, verdicts=dict.fromkeys(load_year(2567).items, True))
    text = text_of(contents)
    assert "ที่อยู่" not in text
    assert "O1โครงสร้างครบถ้วน0.67" in text


def test_no_page_ends_with_the_name_of_a_group():
    for many in range(8):
        given = {code: Disclosed((LONG,)) for code in list(load_year(2568).items)[:many]}
        for page in pages(summary(given=given)):
            assert not re.search(r"\(ครบถ้วน[^)]*\)\s*[\d.]+\s*$", page), (many, page[-80:])


def test_points_are_added_before_they_are_rounded():
    contents = summary(2567, verdicts=dict.fromkeys(load_year(2567).items, True))
    nine_two = next(group for group in contents.groups if group.sub_indicator.code == "9.2")
    assert tally(nine_two.lines).points == Decimal("4.00")
    assert sum(line.cost.points for line in nine_two.lines) != Decimal("4.00"), "rounded items do not add up"


def test_totals_count_states_points_and_items_without_an_address():
    verdicts = {"o1": True, "o2": True, "o3": True, "o4": False}
    text = text_of(summary(given={"o1": Disclosed(("https://a.go.th",))}, verdicts=verdicts))
    assert "9.1ข้อมูลพื้นฐาน" + "43103" + "4.003.001.00" in text
    assert "รวม28ข้อครบถ้วน3ข้อได้3.00จาก40.00คะแนน" in text


def test_addresses_and_explanations_come_out_whole_in_both_files():
    contents = summary(given={"o8": Disclosed((LONG, THAI), "คู่มือ 2 เล่ม")})
    text = text_of(contents, "thai")
    assert LONG in text, "an address keeps its digits"
    assert THAI in text
    assert "คู่มือ๒เล่ม" in text
    words = "".join(word_xml(contents).xpath("//w:t/text()", namespaces=W))
    assert LONG in words
    assert THAI in words


def test_addresses_lead_there_and_others_nowhere():
    contents = summary(given={"o1": Disclosed((THAI, "javascript:alert(1)", "ดูที่หน้าแรก"))})
    fields = word_xml(contents).xpath("//w:instrText[contains(., 'HYPERLINK')]/text()", namespaces=W)
    assert len(fields) == 1
    assert "%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7" in fields[0]
    assert b"javascript:" not in write_summary(contents, format="pdf", written_on=DAY)


def test_no_address_runs_out_of_its_column():
    pdf = pypdfium2.PdfDocument(write_summary(summary(given={"o1": Disclosed((LONG,))}), format="pdf", written_on=DAY))
    text = next(page.get_textpage() for page in pdf if "https" in page.get_textpage().get_text_range())
    whole = text.get_text_range()
    edges = [text.get_charbox(at)[2] for at in range(whole.index("https"), whole.index("y=2") + 3)]
    column_ends = MARGINS.left + (29.7 - MARGINS.left - MARGINS.right) * (1.2 + 4.4 + 9.0) / 23.5
    assert max(edges) < column_ends / 2.54 * 72


def test_forty_three_items_with_five_long_addresses_each_are_all_there():
    year = load_year(2565)
    urls = tuple(f"https://www.example.go.th/{code}/{n}/{'x' * 90}" for n in range(5) for code in ("ita",))
    given = {code: Disclosed(urls, "คำอธิบายของรายการนี้") for code in year.items}
    contents = summary(2565, given, dict.fromkeys(year.items, True), "องค์การบริหารส่วนตำบล" * 8)
    text = text_of(contents)
    assert len(year.items) == 43
    assert text.count("/ita/4/" + "x" * 90) == 43
    assert len(word_xml(contents).xpath("//w:instrText[contains(., 'HYPERLINK')]", namespaces=W)) == 43 * 5


def test_pages_lie_on_their_side_and_repeat_the_head():
    given = {code: Disclosed((LONG,) * 3) for code in load_year(2568).items}
    contents = summary(given=given)
    pdf = pypdfium2.PdfDocument(write_summary(contents, format="pdf", written_on=DAY))
    assert all(page.get_width() > page.get_height() for page in pdf)
    assert all("ที่อยู่บนเว็บไซต์" in page for page in pages(contents))


def test_a_code_of_another_year_is_refused():
    with pytest.raises(UnknownItemError, match="found o43, which is no item of fiscal year 2568; write o1 to o28"):
        summary(given={"o43": Disclosed()})
    with pytest.raises(UnknownItemError, match="o99"):
        summary(verdicts={"o99": True})


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_same_contents_give_the_same_bytes(kind):
    contents = summary(given={"o1": Disclosed((LONG,))}, verdicts={"o1": True})
    once = write_summary(contents, format=kind, written_on=DAY)
    assert once == write_summary(contents, format=kind, written_on=DAY)
    if kind == "pdf":
        assert b"pdfaid" in once
        assert b"pdfuaid" in once

from datetime import date

import pypdfium2
import pytest

from prongsai.papers.charts import Bar, bar_chart
from prongsai.papers.content import (
    BulletList,
    Cell,
    Column,
    Cover,
    Document,
    Figure,
    Fillable,
    FormField,
    FormLine,
    Heading,
    Item,
    NumberedList,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    SignatureBlock,
    Spacer,
    Table,
)
from prongsai.papers.pdf import render_pdf
from prongsai.thai.words import split_words

DAY = date(2026, 6, 5)
TRICKY = "ยิ่ง ดำเนินงาน ที่ ปู่ น้ำ ซื้อ กำหนดเครื่องมือ ฎีกา ญาติ ฝ่าย ฟ้า ฤๅษี กตัญญู ฐานข้อมูล ผู้ที่ได้ ต่าง ๆ พ.ศ. ป.ป.ช."
HOSTILE = """`#"$\\[]*_@<label>` ' // /* */ ~ -- = + #import "x" {y} 'z' https:// \\u{41}"""
STORY = (
    "ด้วยสำนักงาน ป.ป.ช. ได้ประกาศผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ซึ่งผู้มีส่วนได้ส่วนเสีย"
    "เห็นว่าเจ้าหน้าที่ปฏิบัติงานด้วยความสะดวกรวดเร็ว เป็นไปตามขั้นตอนและระยะเวลาที่กำหนดเครื่องมือการคำนวณวัตถุประสงค์อนุญาต "
)
UNIT = "องค์การบริหารส่วนตำบลทุ่งกระเต็นหนองน้ำใสพัฒนาสามัคคีเฉลิมพระเกียรติ"


def document(*blocks, **more):
    return Document("ทดสอบ", (Section(blocks),), **more)


def pages_of(doc):
    pdf = pypdfium2.PdfDocument(render_pdf(doc, created=DAY))
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]


def text_of(*blocks, **more):
    return "\n".join(pages_of(document(*blocks, **more)))


def squeezed(text):
    return "".join(text.split())


def test_tricky_thai_is_copied_as_it_was_written():
    assert text_of(Paragraph(TRICKY, "plain"), digits="arabic").split() == TRICKY.split()


def test_bold_and_italic_thai_is_copied_as_it_was_written():
    text = text_of(Paragraph((Run(TRICKY, bold=True), " ", Run(TRICKY, italic=True)), "plain"))
    assert squeezed(text) == squeezed(TRICKY * 2)


def test_a_long_paragraph_loses_and_doubles_nothing():
    assert squeezed(text_of(Paragraph(STORY * 6), digits="arabic")) == squeezed(STORY * 6)


@pytest.mark.parametrize("indent", ["", "ก ", "กก ", "กกกก ", "กกกกกกก "])
def test_no_line_begins_inside_a_word(indent):
    text = indent + STORY * 5
    ends, reached = set(), 0
    for word in split_words(text):
        reached += len(squeezed(word))
        ends.add(reached)
    copied, reached = text_of(Paragraph(text, "plain"), digits="arabic").split("\n"), 0
    assert len(copied) > 10
    for line in copied:
        reached += len(squeezed(line))
        assert reached in ends, line


def test_hostile_text_is_printed_and_never_read_as_markup():
    assert squeezed(text_of(Heading(HOSTILE), Paragraph(HOSTILE))) == squeezed(HOSTILE * 2).replace("41", "๔๑")


def test_hostile_text_is_harmless_in_every_place():
    figure = Figure(bar_chart((Bar(HOSTILE, None),), title=HOSTILE), HOSTILE, HOSTILE)
    table = Table((Column(HOSTILE),), (Row((HOSTILE,)),), caption=HOSTILE)
    doc = Document(HOSTILE, (Section((figure, table)),), author=HOSTILE, footer=HOSTILE, cover=Cover((HOSTILE,)))
    assert len(pages_of(doc)) == 2


def test_letters_without_a_glyph_do_not_stop_a_document():
    assert "□" in text_of(Paragraph("ยิ้ม 😀 漢 \x07 ☐ ✓"))


def test_every_kind_of_block_has_a_form():
    text = text_of(
        FormLine((FormField("ที่", "มท 1"), FormField("วันที่", "5 มิถุนายน 2569"))),
        Paragraph("หมายเหตุ", "note"),
        NumberedList(("หนึ่ง", Item("สอง", (NumberedList(("ย่อย",), "({})"),)))),
        BulletList(("ขีด",)),
        Spacer(),
        Fillable("ความเห็น", 2),
        SignatureBlock((Signature("ผู้จัดทำ", post="นักวิเคราะห์", acting="รักษาราชการแทน"),)),
        SignatureBlock((Signature(opinion="คำสั่ง"), Signature(name="ชื่อ สกุล", dated="5 มิ.ย. 2569")), columns=2),
        PageBreak(),
        Paragraph("ท้าย"),
    )
    for words in ("มท ๑", "๕ มิถุนายน ๒๕๖๙", "๒.", "(๑)", "ขีด", "ความเห็น", "ผู้จัดทำ", "รักษาราชการแทน", "(ชื่อ สกุล)", "ท้าย"):
        assert words in text


def test_pages_are_numbered_from_the_second_in_the_documents_digits():
    pages = pages_of(document(Paragraph("ก"), PageBreak(), Paragraph("ข"), PageBreak(), Paragraph("ค")))
    assert [("- ๒ -" in page, "- ๓ -" in page) for page in pages] == [(False, False), (True, False), (False, True)]
    assert "- 2 -" in pages_of(document(Paragraph("ก"), PageBreak(), Paragraph("ข"), digits="arabic"))[1]


def test_a_cover_is_not_counted():
    pages = pages_of(document(Paragraph("ก"), PageBreak(), Paragraph("ข"), cover=Cover(("รายงาน",), ("อบต.",))))
    assert ["-" in page for page in pages] == [False, False, True]
    assert "- ๒ -" in pages[2]


def test_page_numbers_can_be_left_out():
    assert "-" not in text_of(Paragraph("ก"), PageBreak(), Paragraph("ข"), page_numbers=False)


def test_a_table_over_several_pages_repeats_its_head():
    columns = (Column("ลำดับที่", 1, "centre"), Column("หน่วยงานผู้รับผิดชอบ", 2), Column("ผล", 1))
    pages = pages_of(document(Table(columns, tuple(Row((str(i), UNIT, "ผ่าน")) for i in range(60)), caption="ตารางที่ 1")))
    assert len(pages) >= 3
    assert all("หน่วยงานผู้รับผิดชอบ" in page for page in pages)


def test_words_in_narrow_cells_stay_in_them():
    table = Table(tuple(Column("ประชาสัมพันธ์") for _ in range(14)), (Row((UNIT, "A" * 40) * 7),))
    pdf = pypdfium2.PdfDocument(render_pdf(document(table), created=DAY))
    page = pdf[0].get_textpage()
    boxes = [page.get_charbox(index) for index in range(page.count_chars())]
    assert max(box[2] for box in boxes) < (21 - 2) / 2.54 * 72
    assert squeezed(page.get_text_range()).count("A") == 280


def test_a_row_longer_than_a_page_runs_on():
    table = Table((Column("ก", 1), Column("ข", 3)), (Row(("1", STORY * 40)),))
    pages = pages_of(document(table))
    assert len(pages) >= 3
    assert squeezed("".join(pages)).count(squeezed("ป.ป.ช.")) == 40


def test_three_hundred_rows_come_out_whole():
    table = Table((Column("ที่"), Column("ผล")), tuple(Row((str(i), "ผ่าน")) for i in range(1, 301)))
    assert squeezed(text_of(table)).count("ผ่าน") == 300


def test_grouped_heads_and_empty_tables_come_out():
    table = Table((Column("ก"), Column("ปี 2567"), Column("ปี 2568")), (), groups=(Cell(), Cell("คะแนน", span=2)))
    text = squeezed(text_of(table))
    assert all(word in text for word in ("คะแนน", "ปี๒๕๖๗", "ไม่มีข้อมูล"))


def test_words_of_a_chart_are_copied_right():
    chart = bar_chart((Bar("การใช้อำนาจ", None), Bar("ผู้ที่ปู่", None)), title="ก", digits="thai")
    text = squeezed(text_of(Figure(chart, "แผนภูมิ", "ภาพที่ 1")))
    assert all(word in text for word in ("การใช้อำนาจ", "ผู้ที่ปู่", "ภาพที่๑", "ไม่มีข้อมูล")), text


def test_heading_levels_may_skip():
    assert "ก" in text_of(Heading("ก", 3), Heading("ข", 1), Heading("ค", 3))


def test_wide_sections_lie_on_their_side():
    doc = Document("ทดสอบ", (Section((Paragraph("ก"),)), Section((Paragraph("ข"),), landscape=True)))
    pdf = pypdfium2.PdfDocument(render_pdf(doc, created=DAY))
    assert [page.get_width() > page.get_height() for page in pdf] == [False, True]


def test_the_file_names_itself_and_is_the_same_each_time():
    doc = document(Paragraph("ก"), author="สำนักงาน")
    written = render_pdf(doc, created=DAY)
    assert written == render_pdf(doc, created=DAY)
    pdf = pypdfium2.PdfDocument(written)
    assert pdf.get_metadata_value("Title") == "ทดสอบ"
    assert pdf.get_metadata_value("Author") == "สำนักงาน"
    assert pdf.is_tagged()
    assert b"pdfaid" in written
    assert b"pdfuaid" in written


def test_without_a_date_the_file_is_accessible_but_not_for_the_archive():
    written = render_pdf(document(Paragraph("ก")))
    assert b"pdfuaid" in written
    assert b"pdfaid" not in written


def test_the_file_says_the_language_of_the_document():
    paper = render_pdf(document(Paragraph("ดี"), language="en"), created=DAY)
    assert b"/Lang(en)" in paper
    assert b"<rdf:li>en</rdf:li>" in paper
    assert b"(zh)" not in paper


def test_words_of_an_office_that_look_like_a_language_change_nothing():
    hostile = "/Lang(zh)/StructTreeRoot <dc:language><rdf:Bag><rdf:li>zh</rdf:li>"
    paper = render_pdf(Document(hostile, (Section((Heading(hostile),)),)), created=DAY)
    assert paper.count(b"/Lang(th)/StructTreeRoot") == 1
    assert paper.rindex(b"/Lang(th)") > paper.rindex(b"/Lang(zh)"), "the title keeps what was written"


def test_a_language_of_more_than_two_letters_is_refused():
    with pytest.raises(ValueError, match="two letters such as th, not 'th-TH'"):
        render_pdf(document(Paragraph("ดี"), language="th-TH"), created=DAY)

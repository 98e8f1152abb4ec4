"""Heads of letters as they lie on paper: measured in the PDF, read in the XML of the DOCX."""

from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from prongsai.papers.charts.png import svg_png
from prongsai.papers.content import (
    Document,
    Emblem,
    FormField,
    FormLine,
    PageBreak,
    Paragraph,
    Roster,
    RosterLine,
    Rule,
    Run,
    Section,
    Signature,
    SignatureBlock,
)
from prongsai.papers.docx import render_docx
from prongsai.papers.fonts import SCALE
from prongsai.papers.pdf import render_pdf

DAY = date(2026, 6, 5)
CM = 72 / 2.54
PAGE_HEIGHT = 841.89
PATH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9h-9z"/></svg>'
WORD = {size: Run("คำ", bold=True, size=size) for size in (20, 29)}
MANY = "เทศบาลเมืองตัวอย่างที่มีชื่อยาวมากจนต้องขึ้นบรรทัดใหม่ ถนนตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง โทร. 0 3500 0000"


def letter(*blocks, top=1.5, **more):
    return Document("ทดสอบ", (Section(blocks),), first_top_cm=top, **more)


def pdf_of(document):
    return pypdfium2.PdfDocument(render_pdf(document, created=DAY))


def body_of(document):
    return docx.Document(BytesIO(render_docx(document, created=DAY)))


def found(page, words):
    """Left edge, baseline side and size of the first letter of some words, in points from the page's left and top."""
    text = page.get_textpage()
    place = text.get_text_range().index(words)
    left, bottom, _, top = text.get_charbox(place, loose=False)
    size = pdfium.FPDFText_GetFontSize(text.raw, place)
    return left, PAGE_HEIGHT - bottom, PAGE_HEIGHT - top, size


def dark_top(page):
    """How far from the top the first ink lies, in centimetres."""
    image = page.render(scale=2).to_pil().convert("L").point(lambda shade: 255 * (shade < 128))
    return image.getbbox()[1] / 2 / CM


@pytest.mark.parametrize("image", [SQUARE.encode(), svg_png(SQUARE, 10)], ids=["svg", "png"])
def test_an_emblem_on_a_memo_is_as_high_as_the_form_says_and_stands_at_the_top_left(image):
    page = pdf_of(letter(Emblem(1.5, image, title="บันทึกข้อความ"), Paragraph("ก")))[0]
    box = page.render(scale=2).to_pil().convert("L").point(lambda shade: 255 * (shade < 128)).crop((0, 0, 300, 300))
    left, top, right, bottom = (edge / 2 / CM for edge in box.getbbox())
    assert (left, top) == (pytest.approx(3, abs=0.05), pytest.approx(1.5, abs=0.05))
    assert (right - left, bottom - top) == (pytest.approx(1.5, abs=0.05), pytest.approx(1.5, abs=0.05))


def test_without_a_picture_the_emblems_place_stays_empty_and_as_high():
    page = pdf_of(letter(Emblem(3.0), Paragraph("ก", "plain")))[0]
    assert dark_top(page) > 1.5 + 3.0


def test_the_title_of_a_memo_is_29_points_in_the_middle():
    page = pdf_of(letter(Emblem(1.5, title="บันทึกข้อความ"), Paragraph("ก")))[0]
    left, _, _, size = found(page, "บันทึกข้อความ")
    last = page.get_textpage().get_charbox(len("บันทึกข้อความ") - 1)[2]
    assert size == pytest.approx(29 * SCALE, abs=0.05)
    assert (left + last) / 2 == pytest.approx((3 + 19) / 2 * CM, abs=3)


def test_only_the_first_page_begins_higher():
    pdf = pdf_of(letter(Paragraph("ก", "plain"), PageBreak(), Paragraph("ก", "plain"), page_numbers=False))
    assert dark_top(pdf[1]) - dark_top(pdf[0]) == pytest.approx(0.5, abs=0.06)


def test_word_gets_the_first_pages_margin_and_a_header_that_lowers_the_others():
    read = body_of(letter(Paragraph("ก"), PageBreak(), Paragraph("ข")))
    section = read.sections[0]
    assert round(section.top_margin.cm, 2) == 1.5
    (header,) = section.header.paragraphs
    reached = section.header_distance.cm + 16 * 1.331 / CM + header.paragraph_format.space_after.cm
    assert reached == pytest.approx(2.0, abs=0.02)
    (first,) = section.first_page_header.paragraphs
    assert first.paragraph_format.line_spacing.pt == 1
    assert first.text == ""


def test_a_document_without_a_first_margin_of_its_own_keeps_the_usual_one():
    read = body_of(letter(Paragraph("ก"), top=None))
    assert round(read.sections[0].top_margin.cm, 2) == 2.0


def test_head_words_and_what_follows_share_a_baseline_and_the_second_field_starts_in_the_middle():
    line = FormLine((FormField(Run("ที่", bold=True, size=20), "ตย 1/2", 0.5), FormField(WORD[20], "5 มิถุนายน 2569", 0.5)))
    page = pdf_of(letter(line))[0]
    label, value, second = found(page, "ที่"), found(page, "ตย"), found(page, "คำ")
    assert label[1] == pytest.approx(value[1], abs=0.6)
    assert (label[3], value[3]) == (pytest.approx(20 * SCALE, abs=0.05), pytest.approx(16 * SCALE, abs=0.05))
    assert second[0] == pytest.approx(11 * CM, abs=0.5 * CM)


def test_a_value_of_several_lines_goes_on_under_its_beginning():
    page = pdf_of(letter(FormLine((FormField(WORD[20], MANY),))))[0]
    lines = page.get_textpage().get_text_range().replace("\r\n", "\n").strip().split("\n")
    assert len(lines) == 2
    assert found(page, lines[1])[0] == pytest.approx(found(page, MANY[:6])[0], abs=1)
    (line,) = body_of(letter(FormLine((FormField(WORD[20], MANY),)))).paragraphs
    indent = line.paragraph_format
    assert indent.left_indent == -indent.first_line_indent > 0


def test_dots_run_to_the_right_edge_in_word():
    line = FormLine((FormField("ที่", "1"), FormField("วันที่", "2")))
    (paragraph,) = body_of(letter(line)).paragraphs
    stops = [(round(stop.position.cm, 1), stop.leader) for stop in paragraph.paragraph_format.tab_stops]
    assert [place for place, _ in stops] == [8.0, 16.0]
    assert {leader for _, leader in stops} == {docx.enum.text.WD_TAB_LEADER.DOTS}


def test_a_long_number_pushes_the_date_along_instead_of_running_into_it():
    line = FormLine((FormField("ที่", "ปบ 80001/ว " + "1" * 30), FormField("วันที่", "5 มิถุนายน 2569")))
    (paragraph,) = body_of(letter(line)).paragraphs
    assert paragraph.paragraph_format.tab_stops[0].position.cm > 8.1


def test_a_line_without_dots_has_none():
    (paragraph,) = body_of(letter(FormLine((FormField(Run("เรียน"), "นายก"),), dotted=False))).paragraphs
    assert [stop.leader for stop in paragraph.paragraph_format.tab_stops] == [docx.enum.text.WD_TAB_LEADER.SPACES]


def test_words_line_for_an_emblem_is_as_high_as_it_with_or_without_a_picture():
    for image in (None, SQUARE.encode()):
        read = body_of(letter(Emblem(3.0, image)))
        line = read.paragraphs[0].paragraph_format
        assert round(line.line_spacing.cm, 1) == 3.0
        assert line.line_spacing_rule == docx.enum.text.WD_LINE_SPACING.AT_LEAST
        assert [round(shape.height.cm, 2) for shape in read.inline_shapes] == ([] if image is None else [3.0])
    assert read.element.body.xpath(".//wp:docPr/@descr") == ["ตราครุฑ"]


def test_a_memos_title_in_word_has_its_exact_line_and_the_emblem_floats_beside_it():
    bare, drawn = (body_of(letter(Emblem(1.5, image, title="บันทึกข้อความ"))) for image in (None, SQUARE.encode()))
    for read in (bare, drawn):
        (title,) = read.paragraphs
        assert (title.text, title.runs[-1].font.size.pt) == ("บันทึกข้อความ", 29)
        assert title.paragraph_format.line_spacing.pt == 35
        assert (title.paragraph_format.space_before.cm + 35 / CM) == pytest.approx(1.5, abs=0.02)
    (anchor,) = drawn.element.body.xpath(".//wp:anchor")
    assert anchor.xpath("wp:positionH/@relativeFrom | wp:positionV/@relativeFrom") == ["margin", "margin"]
    assert round(int(anchor.xpath("wp:extent/@cy")[0]) / 360_000, 2) == 1.5


def test_a_roster_has_numbers_names_and_duties_in_columns():
    roster = Roster((RosterLine("ปลัดเทศบาล", "ประธาน"), RosterLine("หัวหน้าสำนักปลัด " * 8, "คณะทำงาน")))
    page = pdf_of(letter(roster, Rule()))[0]
    assert found(page, "ประธาน")[0] == pytest.approx(found(page, "คณะทำงาน")[0], abs=1)
    assert found(page, "ประธาน")[1] == pytest.approx(found(page, "ปลัดเทศบาล")[1], abs=4)
    table = body_of(letter(roster)).tables[0]
    assert [[cell.text.strip()[:9] for cell in row.cells] for row in table.rows] == [
        ["๑.", "ปลัดเทศบา", "ประธาน"],
        ["๒.", "หัวหน้าสำ", "คณะทำงาน"],
    ]


def test_a_bare_signature_has_room_name_and_post_and_no_line():
    bare = SignatureBlock((Signature(name="ชื่อ สกุล", post="นักวิเคราะห์", acting="รักษาราชการแทน", bare=True),))
    text = pdf_of(letter(bare))[0].get_textpage().get_text_range()
    assert text.split("\r\n") == ["(ชื่อ สกุล)", "นักวิเคราะห์", "รักษาราชการแทน"]
    lines = [paragraph.text for paragraph in body_of(letter(bare)).paragraphs]
    assert lines == ["", "(ชื่อ สกุล)", "นักวิเคราะห์", "รักษาราชการแทน"]


@pytest.mark.parametrize("columns", [2, 3])
def test_those_side_by_side_sign_at_one_height_whatever_stands_above(columns):
    asked = [Signature(name=f"ชื่อ {place}", opinion="ความเห็น", opinion_lines=1 + 2 * place) for place in range(columns)]
    page = pdf_of(letter(SignatureBlock(tuple(asked), columns=columns), digits="arabic"))[0]
    heights = [found(page, f"ชื่อ {place}")[1] for place in range(columns)]
    assert max(heights) - min(heights) < 0.5
    (table,) = body_of(letter(SignatureBlock(tuple(asked), columns=columns))).tables
    assert [all("ชื่อ" in cell.text for cell in row.cells) for row in table.rows] == [False, True]


def test_choices_keep_their_boxes():
    asked = Signature(opinion="คำสั่ง", choices=("ทราบ", "อนุมัติ", "อื่น ๆ"))
    text = pdf_of(letter(SignatureBlock((asked,) * 3, columns=3)))[0].get_textpage().get_text_range()
    assert text.count("☐") == 9
    assert not any(line.rstrip().endswith("☐") for line in text.split("\r\n"))


def test_a_picture_may_be_of_any_shape():
    wide = BytesIO()
    Image.new("RGB", (400, 100)).save(wide, "PNG")
    assert len(pdf_of(letter(Emblem(1.5, wide.getvalue(), title="ก")))) == 1

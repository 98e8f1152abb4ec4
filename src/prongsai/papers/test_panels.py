"""Panels, margins and links come out the same way in PDF and DOCX."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree

from prongsai.papers.content import Document, Margins, Panel, Panels, Paragraph, Run, Section
from prongsai.papers.docx import render_docx
from prongsai.papers.pdf import render_pdf

DAY = date(2026, 6, 5)
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
VALUE = f"{{{W['w']}}}val"
POINTS_PER_CM = 72 / 2.54


def document(*blocks, margins=None):
    return Document("ทดสอบ", (Section(blocks, margins=margins),), digits="arabic")


def texts(*words):
    return tuple(Panel((Paragraph(one, "plain"),)) for one in words)


def pdf_of(doc):
    return pypdfium2.PdfDocument(render_pdf(doc, created=DAY))


def word_xml(doc):
    with ZipFile(BytesIO(render_docx(doc, created=DAY))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def places(pdf, letters, page=0):
    text = pdf[page].get_textpage()
    whole = text.get_text_range()
    return [text.get_charbox(whole.index(letter))[:2] for letter in letters]


def test_panels_stand_side_by_side_line_by_line():
    pdf = pdf_of(document(Panels(texts("A", "B", "C", "D"), (1, 1))))
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = places(pdf, "ABCD")
    assert ax == pytest.approx(cx, abs=1)
    assert bx == pytest.approx(dx, abs=1)
    assert ay == pytest.approx(by, abs=1)
    assert bx - ax == pytest.approx(8 * POINTS_PER_CM, abs=2)
    assert ay > cy == pytest.approx(dy, abs=1)


def test_shares_divide_the_width():
    (ax, _), (bx, _) = places(pdf_of(document(Panels(texts("A", "B"), (3, 1)))), "AB")
    assert bx - ax == pytest.approx(12 * POINTS_PER_CM, abs=2)


def test_lines_of_a_told_height_have_it():
    (_, ay), (_, by) = places(pdf_of(document(Panels(texts("A", "B"), (1,), height_cm=5))), "AB")
    assert ay - by == pytest.approx(5 * POINTS_PER_CM, abs=1)
    heights = word_xml(document(Panels(texts("A", "B"), (1,), height_cm=5))).xpath("//w:trHeight", namespaces=W)
    assert [(h.get(VALUE), h.get(f"{{{W['w']}}}hRule")) for h in heights] == [("2835", "exact")] * 2


def test_a_last_line_may_be_short():
    tree = word_xml(document(Panels(texts("A", "B", "C"), (1, 1))))
    assert [len(row.xpath("w:tc", namespaces=W)) for row in tree.xpath("//w:tr", namespaces=W)] == [2, 2]
    assert len(pdf_of(document(Panels(texts("A", "B", "C"), (1, 1))))) == 1


@pytest.mark.parametrize(("cut", "lines"), [(True, 6), (False, 0)])
def test_only_what_is_to_be_cut_has_lines(cut, lines):
    tree = word_xml(document(Panels(texts("A", "B"), (1, 1), cut=cut)))
    assert len(tree.xpath("//w:tblBorders/*[@w:val='dashed']", namespaces=W)) == lines


def test_panels_hold_panels_and_their_own_size():
    inner = Panels((Panel((Paragraph("ใน", "plain"),), size=30),), (1,))
    doc = document(Panels((Panel((inner,), tinted=True, middle=True, size=12),), (1,)))
    assert "ใน" in pdf_of(doc)[0].get_textpage().get_text_range()
    tree = word_xml(doc)
    assert tree.xpath("//w:r[w:t='ใน']/w:rPr/w:szCs/@w:val", namespaces=W) == ["60"]
    assert tree.xpath("count(//w:tc//w:tc)", namespaces=W) == 1


def test_margins_of_a_section_are_its_own():
    narrow = document(Paragraph("A", "plain"), margins=Margins(1, 1, 1, 1))
    (ax, _) = places(pdf_of(narrow), "A")[0]
    assert ax == pytest.approx(POINTS_PER_CM, abs=2)
    (edges,) = word_xml(narrow).xpath("//w:pgMar", namespaces=W)
    assert {edges.get(f"{{{W['w']}}}{side}") for side in ("left", "right", "top", "bottom")} == {"567"}


def test_a_link_leads_where_it_says_in_both_files():
    doc = document(Paragraph(Run("หน้าผล", link="https://www.example.go.th/2568"), "plain"))
    assert b"https://www.example.go.th/2568" in render_pdf(doc, created=DAY)
    tree = word_xml(doc)
    assert tree.xpath("//w:instrText/text()", namespaces=W) == [' HYPERLINK "https://www.example.go.th/2568" ']
    assert "".join(tree.xpath("//w:t/text()", namespaces=W)) == "หน้าผล"


def test_a_hostile_link_stays_inside_its_field():
    doc = document(Paragraph(Run("x", link='https://a.go.th/" \\o "y'), "plain"))
    assert word_xml(doc).xpath("//w:instrText/text()", namespaces=W) == [' HYPERLINK "https://a.go.th/%22 %5Co %22y" ']

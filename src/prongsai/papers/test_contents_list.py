"""The list of contents: right pages in both formats, and no question from Word about updating it."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from lxml import etree

from prongsai.papers.content import Contents, Cover, Document, Heading, PageBreak, Paragraph, Section
from prongsai.papers.docx import render_docx
from prongsai.papers.pdf import heading_pages, render_pdf

DAY = date(2026, 6, 5)
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
NAMES = ("ผลการประเมิน", "จุดแข็ง", "มาตรการ")
LONG = "มาตรการเพื่อนำผลไปสู่การปฏิบัติของทุกส่วนราชการและทุกหน่วยงานในสังกัด " * 3


def report(*, depth=2, digits="thai", names=NAMES, cover=None):
    first, second, third = names
    blocks = (
        Heading(first),
        Paragraph("ก"),
        PageBreak(),
        Heading(second, 2),
        Heading("ย่อย", 3),
        PageBreak(),
        Heading(third),
    )
    sections = (Section((Contents(depth=depth),)), Section(blocks), Section((Heading("ท้าย"),), landscape=True))
    return Document("ทดสอบ", sections, digits=digits, cover=cover)


def pdf_pages(document):
    pdf = pypdfium2.PdfDocument(render_pdf(document, created=DAY))
    return [re.sub(" ", "", page.get_textpage().get_text_range()) for page in pdf]


def part(document, name):
    return etree.fromstring(ZipFile(BytesIO(render_docx(document, created=DAY))).read(name))


def lines_of(document):
    lines = part(document, "word/document.xml").xpath("//w:sdtContent/w:p[w:hyperlink]", namespaces=W)
    return ["".join(line.itertext(f"{{{W['w']}}}t")) for line in lines]


def test_the_pages_are_those_on_which_the_headings_stand():
    assert heading_pages(report()) == (2, 3, 3, 4, 5)
    pages = pdf_pages(report())
    for number, name in ((2, NAMES[0]), (3, NAMES[1]), (4, NAMES[2])):
        assert name in re.sub(r"\s", "", pages[number - 1])


def test_a_cover_is_not_counted_here_either():
    assert heading_pages(report(cover=Cover(("รายงาน",)))) == (2, 3, 3, 4, 5)


@pytest.mark.parametrize(("digits", "numbers"), [("thai", "๒๓๔๕"), ("arabic", "2345")])
def test_both_formats_list_the_same_headings_with_the_same_pages(digits, numbers):
    expected = [f"{name}{number}" for name, number in zip((*NAMES, "ท้าย"), numbers, strict=True)]
    assert lines_of(report(digits=digits)) == expected
    assert re.sub(r"\s", "", pdf_pages(report(digits=digits))[0]) == "".join(["สารบัญ", *expected])


@pytest.mark.parametrize(("depth", "count"), [(1, 3), (2, 4), (3, 5)])
def test_it_goes_as_deep_as_it_is_asked_to(depth, count):
    assert len(lines_of(report(depth=depth))) == count


def test_every_line_leads_to_its_heading():
    xml = part(report(), "word/document.xml")
    anchors = xml.xpath("//w:hyperlink/@w:anchor", namespaces=W)
    asked = xml.xpath("//w:instrText[contains(., 'PAGEREF')]/text()", namespaces=W)
    names = {
        start.get(f"{{{W['w']}}}name"): "".join(start.getparent().itertext(f"{{{W['w']}}}t"))
        for start in xml.xpath("//w:bookmarkStart", namespaces=W)
    }
    assert [names[anchor] for anchor in anchors] == [*NAMES, "ท้าย"]
    assert [words.split()[1] for words in asked] == anchors
    assert len(set(xml.xpath("//w:bookmarkStart/@w:id", namespaces=W))) == len(names)


def test_word_can_update_it_and_does_not_ask_to():
    xml = part(report(), "word/document.xml")
    assert any(words.strip().startswith('TOC \\o "1-2"') for words in xml.xpath("//w:instrText/text()", namespaces=W))
    assert not xml.xpath("//@w:dirty", namespaces=W)
    assert not part(report(), "word/settings.xml").xpath("//w:updateFields", namespaces=W)
    kinds = xml.xpath("//w:sdtContent//w:fldChar/@w:fldCharType", namespaces=W)
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 5


def test_its_styles_are_words_own_with_dots_to_the_edge():
    styles = part(report(), "word/styles.xml")
    for level in (1, 2, 3):
        (style,) = styles.xpath(f"//w:style[@w:styleId='TOC{level}']", namespaces=W)
        assert style.xpath("w:name/@w:val", namespaces=W) == [f"toc {level}"]
        assert style.xpath("w:pPr/w:tabs/w:tab/@w:leader", namespaces=W) == ["dot"]


def test_a_heading_of_several_lines_still_has_its_page():
    text = re.sub(r"\s", "", pdf_pages(report(names=(LONG, *NAMES[1:]), digits="arabic"))[0])
    assert text.startswith("สารบัญ" + re.sub(r"\s", "", LONG) + "2")


def test_a_document_without_headings_has_an_empty_list():
    empty = Document("ทดสอบ", (Section((Contents(), Paragraph("ก"))),))
    assert lines_of(empty) == []
    assert "สารบัญ" in pdf_pages(empty)[0]


def test_headings_are_named_only_where_a_list_needs_it():
    plain = Document("ทดสอบ", (Section((Heading("ก"),)),))
    assert not part(plain, "word/document.xml").xpath("//w:bookmarkStart", namespaces=W)

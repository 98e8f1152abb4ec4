"""Words that share a line share a box, and lines break where single words would break."""

import pypdfium2
import pytest

from prongsai.papers.content import BulletList, Cell, Column, Document, Paragraph, Row, Run, Section, Table
from prongsai.papers.fonts import text_width
from prongsai.papers.pdf import render_pdf
from prongsai.papers.typst_lines import join_lines

SIZE = 10.0
STORY = (
    "เทศบาลได้ประกาศหลักเกณฑ์ คุณสมบัติ และกรรมการของทุกกระบวนการ (ITA) บนเว็บไซต์ see these services "
    "เดิมถามว่าเคยใช้ E-Service หรือไม่ ปีนี้ถามว่าบริการออนไลน์สะดวก ☐ บรรลุ ☐ ไม่บรรลุ "
)


def run(*pieces, bold=False, italic=False):
    return {"pieces": pieces, "bold": bold, "italic": italic, "size": SIZE}


def pieces(runs):
    return [piece for run in runs for piece in run["pieces"]]


def test_words_that_fit_share_a_box_and_the_next_line_begins_with_the_word_that_does_not():
    room = text_width("กขคงจฉ", SIZE)
    assert pieces(join_lines([run("กขค", "งจ", "ฉชซ", "ก")], room)) == ["กขคงจ", "ฉชซก"]


def test_the_space_between_two_lines_stays_by_itself():
    room = text_width("กขค", SIZE) + 3
    assert pieces(join_lines([run("กขค", " ", "งจฉ", "\n", "ช")], room)) == ["กขค", " ", "งจฉ", "\n", "ช"]


def test_what_is_taken_of_the_first_line_is_not_there_for_words():
    room = text_width("กขคง", SIZE) + 0.1
    assert pieces(join_lines([run("กข", "คง")], room)) == ["กขคง"]
    assert pieces(join_lines([run("กข", "คง")], room, used=1.0)) == ["กข", "คง"]


def test_a_line_goes_on_in_the_next_run():
    room = text_width("กขค", SIZE) + text_width("งจ", SIZE, bold=True) + 0.1
    assert pieces(join_lines([run("กขค"), run("ง", "จ", "ฉ", bold=True)], room)) == ["กขค", "งจ", "ฉ"]


def test_italics_stay_word_by_word():
    slanted = [run("กข", "คง", italic=True)]
    assert join_lines(slanted, 500) == slanted


@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_lines_of_paragraphs_lists_and_cells_break_as_those_of_single_words(digits, monkeypatch):
    texts = [STORY * 2, (Run("หมายเหตุ: ", bold=True), STORY)]
    table = Table(
        (Column("ที่", 1), Column("เรื่อง", 3)), tuple(Row(("1", Cell(text, (BulletList((text,)),)))) for text in texts)
    )
    document = Document("ก", (Section((*map(Paragraph, texts), BulletList(tuple(texts)), table)),), digits)
    joined = lines_of(document)
    monkeypatch.setattr("prongsai.papers.typst_text.join_lines", lambda runs, *_room: runs)
    assert joined == lines_of(document)


def lines_of(document):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(render_pdf(document))]

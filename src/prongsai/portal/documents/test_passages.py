"""A paper is read part by part: headings, whose words, and what became of their ground."""

from prongsai.papers.content import BulletList, Document, Heading, Paragraph, Section
from prongsai.portal.documents.models import Wording
from prongsai.portal.documents.passages import as_plain, lost_wordings, sections_of, written_now

PAPER = Document(
    title="เอกสาร",
    sections=(
        Section((
            Paragraph("ขึ้นต้น 1", key="opening/why"),
            Heading("1. ผล"),
            Paragraph("ได้ 97.00", key="result/total"),
            Heading("1.1 จุดแข็ง", level=2),
            BulletList(("ก 1", "ข 2"), key="result/strengths"),
            Paragraph("ท้าย", key="closing/end"),
        )),
    ),
)  # fmt: skip
OWN = Wording(key="result/total", text="ของเรา 2 ย่อหน้า\n\nย่อหน้าที่สอง", written_over="ได้ 96.00")


def test_parts_come_in_order_with_their_own_headings_and_thai_digits():
    opening, result, closing = sections_of(PAPER, [])
    assert [part.name for part in (opening, result, closing)] == ["opening", "result", "closing"]
    assert (opening.heading, result.heading, closing.heading) == ("", "๑. ผล", "๑. ผล (ต่อ)")
    assert [heading for heading, _ in result.blocks] == ["", "๑.๑ จุดแข็ง"]
    assert [view.lines for _, view in result.blocks] == [("ได้ ๙๗.๐๐",), ("ก ๑", "ข ๒")]


def test_own_words_stand_where_the_systems_stood_and_both_can_be_read():
    view = sections_of(PAPER, [OWN])[1].passages[0]
    assert view.is_reworded
    assert view.has_moved
    assert view.lines == ("ของเรา ๒ ย่อหน้า", "ย่อหน้าที่สอง")
    assert view.lines_now == ("ได้ ๙๗.๐๐",)
    assert (
        not sections_of(PAPER, [Wording(key="result/total", text="x", written_over="ได้  97.00 ")])[1]
        .passages[0]
        .has_moved
    )


def test_words_without_a_place_are_found():
    gone = Wording(key="gone/part", text="x", written_over="")
    assert lost_wordings(sections_of(PAPER, [OWN, gone]), [OWN, gone]) == (gone,)


def test_what_stands_now_is_without_anybodys_words():
    assert written_now(sections_of(PAPER, [OWN]))["result/total"] == "ได้ 97.00"


def test_what_is_kept_is_what_was_read():
    assert as_plain(sections_of(PAPER, [OWN]))[1] == {
        "heading": "๑. ผล",
        "passages": [
            {"heading": "", "is_list": False, "lines": ["ของเรา ๒ ย่อหน้า", "ย่อหน้าที่สอง"]},
            {"heading": "๑.๑ จุดแข็ง", "is_list": True, "lines": ["ก ๑", "ข ๒"]},
        ],
    }

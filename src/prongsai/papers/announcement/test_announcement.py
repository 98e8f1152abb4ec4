"""The announcement and what it encloses, on the form of the regulation, in both formats."""

import io
import re
from datetime import date

import docx
import pypdfium2
import pytest

from prongsai.papers.announcement import AnnouncementContents, announcement_document, write_announcement
from prongsai.papers.content import Emblem, Heading, Paragraph, Section, Signature

NAME = "เทศบาลเมืองตัวอย่าง"
LONG_NAME = "องค์การบริหารส่วนตำบล" + "ทุ่งกระเต็นหนองน้ำใสพัฒนาสามัคคี" * 5
DAY = date(2026, 6, 5)


def announcement(**more):
    given = {
        "agency_name": NAME,
        "subject": ("มาตรการส่งเสริมความโปร่งใส", "ประจำปีงบประมาณ พ.ศ. 2569"),
        "body": (Paragraph("ด้วยเหตุ 1 ประการ"), Paragraph("จึงประกาศให้ทราบ")),
        "signature": Signature(role="ผู้อนุมัติ", name="ชื่อ สกุล", post="นายกเทศมนตรี", opinion="คำสั่ง", dated="ไม่ใช้"),
    }
    return AnnouncementContents(**given | more)


def text_of(contents, *, kind="pdf", **options):
    content = write_announcement(contents, format=kind, written_on=DAY, **options)
    if kind == "pdf":
        pages = pypdfium2.PdfDocument(content)
        return re.sub(r"\s+", "", " ".join(page.get_textpage().get_text_range() for page in pages))
    read = docx.Document(io.BytesIO(content))
    return re.sub(r"\s+", "", "".join(paragraph.text for paragraph in read.paragraphs))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_title_subject_body_day_and_signature_follow_each_other(kind):
    text = text_of(announcement(announced_on=DAY), kind=kind)
    assert text == (
        "ประกาศเทศบาลเมืองตัวอย่างเรื่องมาตรการส่งเสริมความโปร่งใสประจำปีงบประมาณพ.ศ.๒๕๖๙ด้วยเหตุ๑ประการจึงประกาศให้ทราบ"
        "ประกาศณวันที่๕มิถุนายนพ.ศ.๒๕๖๙(ชื่อสกุล)นายกเทศมนตรี"
    )


def test_while_the_day_is_open_there_are_dots():
    assert "ประกาศณวันที่........เดือน........................พ.ศ..........." in text_of(announcement())


def test_the_emblems_place_is_three_centimetres_and_the_first_margin_that_of_letters():
    document = announcement_document(announcement(), "thai")
    emblem = document.sections[0].blocks[0]
    assert isinstance(emblem, Emblem)
    assert (emblem.height_cm, document.first_top_cm) == (3.0, 1.5)


def test_what_a_draft_says_of_itself_stands_under_the_subject():
    text = text_of(announcement(note=(Paragraph("(ร่าง)"),)))
    assert text.index("๒๕๖๙") < text.index("(ร่าง)") < text.index("ด้วยเหตุ")


def test_the_last_paragraph_goes_with_the_signature_to_the_next_page():
    story = tuple(Paragraph("ความ " * 60) for _ in range(6))
    for lines in range(12):
        body = (*story, Paragraph("บรรทัด\n" * lines + "ก"), Paragraph("จึงประกาศให้ทราบ"))
        pages = pypdfium2.PdfDocument(write_announcement(announcement(body=body), format="pdf"))
        texts = [page.get_textpage().get_text_range() for page in pages]
        assert ("จึงประกาศ" in texts[-1]) == ("ประกาศ ณ วันที่" in texts[-1]) == ("นายกเทศมนตรี" in texts[-1])


def test_the_enclosure_begins_a_page_and_lies_as_it_must():
    wide = Section((Heading("เอกสารแนบท้าย"),), landscape=True)
    pages = pypdfium2.PdfDocument(write_announcement(announcement(), appendix=(wide,), format="pdf"))
    assert [page.get_width() > page.get_height() for page in pages] == [False, True]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_very_long_name_fits(kind):
    assert f"ประกาศ{LONG_NAME}" in text_of(announcement(agency_name=LONG_NAME), kind=kind)


def test_arabic_digits_come_on_request():
    assert not re.search("[๐-๙]", text_of(announcement(announced_on=DAY), digits="arabic"))

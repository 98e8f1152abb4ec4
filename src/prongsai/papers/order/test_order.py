"""The order appoints by post, says duties and day, in both formats, however many are appointed."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.papers.content import Signature
from prongsai.papers.order import Member, working_group_order, write_order
from prongsai.papers.order.from_result import DUTIES, usual_members
from prongsai.rulebook.evidence import TOTAL, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

NAME = "เทศบาลเมืองตัวอย่าง"
DAY = date(2026, 6, 5)
PARTS = {Instrument.IIT: "96.57", Instrument.EIT1: "94.51", Instrument.EIT2: "92.32", Instrument.OIT: "100"}
RESULT = score_agency(load_year(2568), {instrument_place(part): Decimal(score) for part, score in PARTS.items()})


def order(result=RESULT, **more):
    return working_group_order(result, **{"agency_name": NAME} | more)


def text_of(contents, *, kind="pdf", **options):
    content = write_order(contents, format=kind, written_on=DAY, **options)
    if kind == "pdf":
        pages = pypdfium2.PdfDocument(content)
        return re.sub(r"\s+", "", " ".join(page.get_textpage().get_text_range() for page in pages))
    read = docx.Document(io.BytesIO(content))
    blocks = [
        block.text if hasattr(block, "text") else "".join(cell.text for row in block.rows for cell in row.cells)
        for block in read.iter_inner_content()
    ]
    return re.sub(r"\s+", "", "".join(blocks))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_head_ground_members_duties_and_day_follow_each_other(kind):
    text = text_of(order(number="123", dated=DAY), kind=kind)
    held = (
        "คำสั่งเทศบาลเมืองตัวอย่างที่๑๒๓/๒๕๖๙เรื่องแต่งตั้งคณะทำงาน",
        "ปีงบประมาณพ.ศ.๒๕๖๘ได้คะแนนรวม๙๗.๐๐คะแนนระดับผ่านดี",
        "๑.ปลัดเทศบาลเมืองตัวอย่างประธานคณะทำงาน๒.หัวหน้าส่วนราชการทุกส่วนคณะทำงาน",
        "ให้คณะทำงานมีหน้าที่ดังต่อไปนี้๑.วิเคราะห์ผล",
        "ทั้งนี้ตั้งแต่บัดนี้เป็นต้นไปสั่งณวันที่๕มิถุนายนพ.ศ.๒๕๖๙",
        "นายกเทศมนตรีเมืองตัวอย่าง",
    )
    places = [text.index(words) for words in held]
    assert places == sorted(places)


def test_the_number_is_of_the_calendar_year_of_the_day():
    assert "ที่......../๒๕๖๘" in text_of(order(dated=date(2025, 12, 30)))
    assert "ที่......../๒๕๗๐" in text_of(order(year=2570))
    assert "ที่......../๒๕๖๙" in text_of(order())


def test_an_open_day_has_dots_and_a_given_beginning_is_said():
    text = text_of(order(effective_from=date(2025, 10, 1)), digits="arabic")
    assert "ทั้งนี้ตั้งแต่วันที่1ตุลาคมพ.ศ.2568เป็นต้นไป" in text
    assert "สั่งณวันที่........เดือน" in text


def test_an_unknown_total_is_not_invented():
    unknown = score_agency(load_year(2568), {TOTAL: None})
    assert "พ.ศ.๒๕๖๘เพื่อให้" in text_of(order(unknown))


def test_no_name_is_made_up_and_a_given_one_stands_before_its_post():
    assert not any(member.name for member in usual_members(NAME))
    named = order(members=(Member("ปลัดเทศบาล", "ประธานคณะทำงาน", name="ชื่อ สกุล"),))
    assert "๑.ชื่อสกุลปลัดเทศบาลประธานคณะทำงาน" in text_of(named)


def test_an_agency_of_which_the_name_tells_no_post_still_has_a_chair():
    first = order(agency_name="กรมตัวอย่าง")
    assert first.members[0].duty == "ประธานคณะทำงาน"
    assert first.signature == Signature(post="")


def test_every_duty_stands_there():
    text = text_of(order(), digits="arabic")
    assert all(re.sub(r"\s+", "", duty) in text for duty in DUTIES)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_hundred_members_with_long_posts_come_out_whole(kind):
    post = "ผู้อำนวยการกองการศึกษา ศาสนา และวัฒนธรรม รักษาราชการแทนหัวหน้าสำนักปลัดเทศบาลเมืองตัวอย่าง"
    many = replace(order(), members=tuple(Member(post, f"คณะทำงานคนที่ {number}") for number in range(1, 101)))
    text = text_of(many, kind=kind, digits="arabic")
    assert text.count(re.sub(r"\s+", "", post)) == 100
    assert "คณะทำงานคนที่100" in text


def test_no_member_is_torn_over_two_pages():
    post = "ผู้อำนวยการกองการศึกษา ศาสนา และวัฒนธรรม " * 4 + "จบ"
    many = replace(order(), members=tuple(Member(post, "คณะทำงาน") for _ in range(30)))
    pages = pypdfium2.PdfDocument(write_order(many, format="pdf", digits="arabic"))
    texts = [re.sub(r"\s+", "", page.get_textpage().get_text_range()) for page in pages]
    assert len(texts) > 3
    assert all(text.count("ผู้อำนวยการกองการศึกษา") == 4 * text.count("จบ") for text in texts)


def test_arabic_digits_come_on_request():
    assert not re.search("[๐-๙]", text_of(order(dated=DAY), digits="arabic"))

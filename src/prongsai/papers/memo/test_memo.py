"""The memo says what the figures say, on form 29, in both formats, for any depth of knowledge."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.papers.content import Heading, Paragraph, Signature, SignatureBlock, Table, plain_text
from prongsai.papers.memo import memo_contents_from_result, memo_document, write_memo
from prongsai.papers.memo.contents import MemoContents, usual_chain
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import TOTAL, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

NAME = "เทศบาลเมืองตัวอย่าง"
LONG_NAME = "องค์การบริหารส่วนตำบล" + "ทุ่งกระเต็นหนองน้ำใสพัฒนาสามัคคี" * 5
DAY = date(2026, 6, 5)
INDICATORS = ("96.30", "96.50", "99.46", "94.48", "96.09", "95.25", "93.25", "91.73", "100", "100")
PARTS = {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100"}


def result_of(year=2568, *, indicators=(), parts=None, total=None, **more):
    loaded = load_year(year)
    figures = {indicator_place(number): Decimal(value) for number, value in enumerate(indicators, 1) if value}
    figures |= {instrument_place(Instrument(name)): Decimal(value) for name, value in (parts or {}).items()}
    figures |= {TOTAL: Decimal(total)} if total else {}
    return score_agency(loaded, figures | more.get("figures", {}))


def town():
    return result_of(indicators=INDICATORS, parts=PARTS)


def memo(result=None, **more):
    return memo_contents_from_result(result or town(), **{"agency_name": NAME} | more)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def text_of(contents, *, kind="pdf", **options):
    content = write_memo(contents, format=kind, written_on=DAY, **options)
    if kind == "pdf":
        return squeezed(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)))
    document = docx.Document(io.BytesIO(content))
    inside = [block.text if hasattr(block, "text") else cells_of(block) for block in document.iter_inner_content()]
    return squeezed("\n".join(inside))


def cells_of(table):
    return "\n".join(cell.text for row in table.rows for cell in row.cells)


def ranked(contents):
    blocks = memo_document(contents, "arabic").sections[0].blocks
    table = next(block for block in blocks if isinstance(block, Table))
    return [tuple(plain_text(cell) for cell in row.cells) for row in table.rows]


def said(contents, key):
    blocks = memo_document(contents, "arabic").sections[0].blocks
    return next((plain_text(b.text) for b in blocks if isinstance(b, Paragraph) and b.key == key), "")


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_head_result_and_closing_stand_in_both_formats(kind):
    text = text_of(memo(dated=DAY, number="ตย 52101/457", phone="0 3500 0000"), kind=kind)
    for held in (
        "บันทึกข้อความ",
        "ส่วนราชการสำนักปลัดเทศบาลเทศบาลเมืองตัวอย่างโทร.๐๓๕๐๐๐๐๐๐",
        "ที่ตย๕๒๑๐๑/๔๕๗",
        "วันที่๕มิถุนายน๒๕๖๙",
        "เรื่องรายงานผลการประเมินคุณธรรมและความโปร่งใส",
        "เรียนนายกเทศมนตรีเมืองตัวอย่าง",
        "ได้คะแนนรวม๙๗.๐๐คะแนนผลการประเมินอยู่ในระดับผ่านดีสูงกว่าค่าเป้าหมาย๘๕.๐๐คะแนนอยู่๑๒.๐๐คะแนน",
        "จึงเรียนมาเพื่อโปรดทราบ",
    ):
        assert held in text


def test_the_parts_come_in_their_order_under_their_names():
    contents = memo(legal_basis=(Paragraph("ระเบียบข้อ 9"),))
    heads = [b.text.text for b in memo_document(contents, "thai").sections[0].blocks if isinstance(b, Heading)]
    assert heads == ["เรื่องเดิม", "ข้อเท็จจริง", "ข้อกฎหมาย/ระเบียบ", "ข้อพิจารณา/เสนอแนะ"]
    assert "ข้อกฎหมาย" not in text_of(memo())


def test_the_three_part_form_says_the_same_without_names():
    contents = memo(form="three-part", legal_basis=(Paragraph("ระเบียบข้อ 9"),))
    assert not [b for b in memo_document(contents, "thai").sections[0].blocks if isinstance(b, Heading)]
    text = text_of(contents, digits="arabic")
    assert "ระเบียบข้อ9" in text
    assert "ได้คะแนนรวม97.00คะแนน" in text


def test_indicators_are_ranked_and_equals_share_a_rank():
    rows = ranked(memo())
    assert [(row[0], row[1], row[3]) for row in rows[:3]] == [
        ("1", "9. การเปิดเผยข้อมูล", "100.00"),
        ("1", "10. การป้องกันการทุจริต", "100.00"),
        ("3", "3. การใช้อำนาจ", "99.46"),
    ]
    assert rows[-1][:2] == ("10", "8. การปรับปรุงการทำงาน")


def test_what_is_not_known_comes_last_without_a_rank():
    rows = ranked(memo(result_of(indicators=("84.50", "90"))))
    assert [row[0] for row in rows] == ["1", "2", *"-" * 8]
    assert rows[2][3] == "ไม่มีข้อมูล"


@pytest.mark.parametrize("asked", ["indicators", "instruments"])
def test_where_the_one_table_is_not_known_the_other_stands(asked):
    only_parts = memo(result_of(parts=PARTS), scores=asked)
    assert ranked(only_parts)[0][:2] == ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "96.57")
    assert ranked(only_parts)[-1] == ("คะแนนรวม", "97.00")
    only_some = memo(result_of(indicators=("90",)), scores=asked)
    assert ranked(only_some)[0][1] == "1. การปฏิบัติหน้าที่"


def test_the_four_instruments_come_when_they_are_asked_for():
    assert [row[0] for row in ranked(memo(scores="instruments"))][-1] == "คะแนนรวม"
    assert "คะแนนรายเครื่องมือ" in text_of(memo(scores="instruments"))


def test_a_result_without_any_score_makes_no_table():
    contents = memo(result_of())
    assert not [b for b in memo_document(contents, "thai").sections[0].blocks if isinstance(b, Table)]
    assert "ยังไม่ทราบคะแนนรวม จึงยังตัดสินระดับผลการประเมินไม่ได้" in said(contents, "facts/result")
    assert "เฉพาะส่วนที่แสดง" not in said(contents, "facts/result")
    assert said(contents, "facts/standing") == ""


def test_an_open_level_says_at_least_and_why():
    text = said(memo(result_of(total="96")), "facts/result")
    assert "ผลการประเมินอยู่ในระดับผ่านเป็นอย่างน้อย (ยังบอกไม่ได้ว่าถึงระดับผ่านดีหรือไม่" in text


@pytest.mark.parametrize(
    ("total", "words"),
    [("97", "สูงกว่าค่าเป้าหมาย 85.00 คะแนน อยู่ 12.00 คะแนน"), ("85", "เท่ากับค่าเป้าหมาย 85.00 คะแนน"),
     ("84.99", "ต่ำกว่าค่าเป้าหมาย 85.00 คะแนน อยู่ 0.01 คะแนน")],
)  # fmt: skip
def test_the_total_is_held_against_the_target(total, words):
    assert words in said(memo(result_of(total=total)), "facts/result")


@pytest.mark.parametrize(
    ("last", "words"),
    [("84.19", "คะแนนรวมเพิ่มขึ้น 12.81 คะแนน"), ("99", "คะแนนรวมลดลง 2.00 คะแนน"), ("97", "คะแนนรวมคงเดิม")],
)
def test_the_change_is_told_with_the_care_that_the_years_ask_for(last, words):
    text = said(memo(before=result_of(2567, total=last)), "facts/last-year")
    assert words in text
    assert "ควรเทียบด้วยความระมัดระวัง เนื่องจาก EIT" in text


def test_years_that_do_not_compare_are_never_a_rise():
    before = result_of(2566, total="80")
    text = said(memo(result_of(2567, total="97"), before=before), "facts/last-year")
    assert "คะแนนของสองปีเทียบกันไม่ได้ เนื่องจาก" in text
    assert "เพิ่มขึ้น" not in text


def test_an_indicator_that_does_not_compare_says_so_with_its_reason():
    before = result_of(2567, indicators=("90",) * 8)
    rows = {row[1]: row[-1] for row in ranked(memo(before=before))}
    assert rows["8. การปรับปรุงการทำงาน"] == "เทียบไม่ได้"
    assert rows["7. ประสิทธิภาพการสื่อสาร"] == "เพิ่มขึ้น 3.25"
    assert "เทียบไม่ได้หมายถึงข้อe9เดิมถามว่า" in text_of(memo(before=before), digits="arabic")


def test_without_a_year_before_nothing_is_compared():
    assert said(memo(), "facts/last-year") == ""
    assert len(ranked(memo())[0]) == 4
    assert said(memo(before=result_of(2567, indicators=("90",))), "facts/last-year") == ""


def test_weak_indicators_are_named_and_lead_the_proposal():
    weak = memo(result_of(indicators=("84.50", "90", "70", *["95"] * 7)))
    text = said(weak, "facts/standing")
    assert "ต่ำที่สุด คือ ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 70.00 คะแนน" in text
    assert "จำนวน 2 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ตัวชี้วัดที่ 3 การใช้อำนาจ" in text
    assert "โดยเริ่มจากตัวชี้วัดที่3การใช้อำนาจ" in text_of(weak, digits="arabic")


def test_where_all_are_alike_none_is_called_lowest():
    alike = memo(result_of(indicators=("95",) * 10))
    assert said(alike, "facts/standing") == "ไม่มีตัวชี้วัดใดต่ำกว่าค่าเป้าหมาย 85.00 คะแนน"
    assert "โดยเริ่มจาก" not in text_of(alike)


def test_of_some_indicators_only_it_says_of_how_many_it_speaks():
    assert said(memo(result_of(indicators=("84.50", "90"))), "facts/standing").startswith("จาก 2 ตัวชี้วัดที่ทราบคะแนน")


def test_figures_that_contradict_each_other_are_told_before_anybody_signs():
    contradicted = result_of(indicators=INDICATORS, parts=PARTS, total="96.00")
    assert contradicted.contradictions
    assert "จึงต้องตรวจสอบให้ตรงกันก่อนลงนาม" in said(memo(contradicted), "facts/doubt")


def test_the_plan_it_proposes_is_of_the_year_after():
    assert "ประจำปีงบประมาณพ.ศ.๒๕๖๙โดยระบุขั้นตอน" in text_of(memo())


def test_disclosure_items_alone_are_enough_to_write_one():
    verdicts = dict.fromkeys(load_year(2568).items, True)
    figures = score_verdicts(load_year(2568), verdicts)
    assert ranked(memo(result_of(figures=figures)))[0][3] == "100.00"


def test_enclosures_are_numbered_unless_there_is_only_one():
    one = text_of(memo(enclosures=("รายงาน 1 ชุด",)), digits="arabic")
    assert "สิ่งที่ส่งมาด้วยรายงาน1ชุด" in one
    two = text_of(memo(enclosures=("รายงาน", "แผน")), digits="arabic")
    assert "สิ่งที่ส่งมาด้วย1.รายงาน2.แผน" in two
    assert "สิ่งที่ส่งมาด้วย" not in text_of(memo())


def test_who_signs_acts_and_is_asked_stands_there():
    signer = Signature(name="ชื่อ สกุล", post="นักวิเคราะห์นโยบายและแผน", acting="รักษาราชการแทนหัวหน้าสำนักปลัด")
    text = text_of(memo(signature=signer))
    assert "(ชื่อสกุล)นักวิเคราะห์นโยบายและแผนรักษาราชการแทนหัวหน้าสำนักปลัด" in text
    for held in ("ความเห็นหัวหน้าส่วนราชการ", "ปลัดเทศบาลเมืองตัวอย่าง", "คำสั่งผู้บริหาร", "☐ทราบ", "☐อนุมัติ"):
        assert held in text


@pytest.mark.parametrize(("boxes", "columns"), [(0, None), (1, 2), (2, 2), (3, 3), (4, 2), (6, 3)])
def test_boxes_stand_side_by_side(boxes, columns):
    contents = memo(opinions=tuple(Signature(opinion=f"ความเห็น {place}") for place in range(boxes)))
    blocks = memo_document(contents, "thai").sections[0].blocks
    after = [block for block in blocks if isinstance(block, SignatureBlock)][1:]
    assert [block.columns for block in after] == ([] if columns is None else [columns])


def test_what_is_not_given_leaves_dots_and_nothing_is_guessed_of_other_agencies():
    contents = memo(agency_name="กรมตัวอย่าง")
    assert (contents.unit, contents.addressee) == ("", "")
    assert usual_chain("กรมตัวอย่าง")[1].post == ""
    assert "เรียน" in text_of(contents)


def test_a_memo_may_be_written_on_anything():
    bare = MemoContents("กรมตัวอย่าง", "ขออนุมัติ", proposal=(Paragraph("ขออนุมัติ"),))
    assert "จึงเรียนมาเพื่อโปรดทราบและพิจารณา" in text_of(bare)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_very_long_memo_and_a_very_long_name_lose_nothing(kind):
    law = tuple(Paragraph(f"ข้อ {number} " + "ตามระเบียบที่เกี่ยวข้อง " * 40) for number in range(1, 31))
    long = memo(
        agency_name=LONG_NAME, legal_basis=law, number="1" * 60, enclosures=(LONG_NAME,) * 9, signature=Signature(post=LONG_NAME)
    )  # fmt: skip
    text = text_of(long, kind=kind, digits="arabic")
    assert text.count("ตามระเบียบที่เกี่ยวข้อง") == 1200
    assert text.count(squeezed(LONG_NAME)) >= 12


def test_further_pages_are_numbered_at_their_head():
    long = memo(legal_basis=(Paragraph("ระเบียบ " * 900),))
    pages = pypdfium2.PdfDocument(write_memo(long, format="pdf", written_on=DAY))
    heads = [page.get_textpage().get_text_range()[:8] for page in pages]
    assert "-" not in heads[0]
    assert all("- ๒ -" in head or "- ๓ -" in head or "- ๔ -" in head for head in heads[1:])


def test_arabic_digits_come_on_request():
    assert not re.search("[๐-๙]", text_of(memo(dated=DAY), digits="arabic"))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_same_memo_gives_the_same_bytes(kind):
    assert write_memo(memo(), format=kind, written_on=DAY) == write_memo(memo(), format=kind, written_on=DAY)


def test_the_portal_may_put_its_own_subject_in():
    assert "เรื่องแจ้งผล" in text_of(replace(memo(), subject="แจ้งผล"))

"""The report says what was done, and of the scores only what they allow."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.papers.content import Table, plain_text
from prongsai.papers.measures_report import report_document, write_report
from prongsai.papers.measures_report.contents import (
    Evidence,
    Movement,
    ReportContents,
    ReportedMeasure,
    ReportedStep,
    ScoreChange,
)
from prongsai.papers.measures_report.wording import change_sentence, reading_text, verdict_text
from prongsai.rulebook.comparing import Comparable
from prongsai.thai.periods import fiscal_year_bounds

DAY = date(2026, 9, 30)
COLUMNS = ["มาตรการ/กิจกรรม", "วิธีดำเนินการ", "ระยะเวลา", "ผู้รับผิดชอบ", "ผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ"]
STEPS = (
    ReportedStep("แต่งตั้งคณะทำงาน", "verified", "มีคำสั่งแต่งตั้งแล้ว", date(2025, 11, 3)),
    ReportedStep("รับฟังความเห็นผู้รับบริการ", "doing", "", None, "รอผลสำรวจรอบที่สอง"),
)


def change(before="75.00", after="92.66", **named):
    scores = [None if value is None else Decimal(value) for value in (before, after)]
    return ScoreChange("ข้อ e7 (EIT ส่วนที่ 1)", 2568, scores[0], 2569, scores[1], **named)


def measure(*changes, **named):
    about = {
        "title": "เปิดเวทีให้ประชาชนร่วมปรับปรุงบริการ",
        "indicator": 8,
        "indicator_name": "การปรับปรุงการทำงาน",
        "steps": STEPS,
        "period": fiscal_year_bounds(2569),
        "unit": "สำนักปลัด",
        "other_units": ("กองคลัง",),
        "success": "คะแนนข้อ e7 ไม่ต่ำกว่า 85.00",
        "evidence": (Evidence("ภาพการประชุม", "https://example.go.th/pictures/7", date(2026, 1, 9)),),
    } | named
    return ReportedMeasure(changes=changes, **about)


def report(*measures, **named):
    contents = ReportContents("เทศบาลเมืองตัวอย่าง", "อำเภอตัวอย่าง จังหวัดตัวอย่าง", 2569, 1, DAY, measures)
    return replace(contents, **named)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def text_of(contents, *, kind="pdf", **options):
    content = write_report(contents, format=kind, written_on=DAY, **options)
    if kind == "pdf":
        pages = pypdfium2.PdfDocument(content)
        return squeezed(" ".join(page.get_textpage().get_text_range() for page in pages))
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeezed("\n".join([paragraph.text for paragraph in document.paragraphs] + cells))


def test_the_table_has_the_columns_of_the_form_and_lies_across():
    wide = [section for section in report_document(report(measure()), "thai").sections if section.landscape]
    table = next(block for block in wide[0].blocks if isinstance(block, Table))
    assert [plain_text(column.header) for column in table.columns] == COLUMNS


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_steps_evidence_and_unfinished_steps_with_reasons_stand_in_both_formats(kind):
    text = text_of(report(measure(change())), kind=kind, digits="arabic")
    assert "ดำเนินการแล้ว(3พ.ย.2568):มีคำสั่งแต่งตั้งแล้ว" in text
    assert "ภาพการประชุม(9ม.ค.2569)" in text
    assert "https://example.go.th/pictures/7" in text
    assert "รอผลสำรวจรอบที่สอง" in text
    assert "ต.ค.2568-ก.ย.2569" in text
    assert "สำนักปลัดร่วมกับกองคลัง" in text


def test_thai_digits_are_the_default():
    assert "ประจำปีงบประมาณพ.ศ.๒๕๖๙" in text_of(report(measure()))


def test_a_fall_is_never_called_success_even_where_the_agency_does():
    fallen = measure(change("100.00", "75.00"), reached=True, outcome="ประชาชนมีส่วนร่วมเพิ่มมากขึ้น")
    text = text_of(report(fallen), digits="arabic")
    assert "ปี2568ได้100.00ปี2569ได้75.00ลดลง25.00คะแนน" in text
    assert "คะแนนที่วัดได้ลดลงจึงไม่นับเป็นความสำเร็จ" in text
    assert "ข้อความของหน่วยงานซึ่งต้องอ่านคู่กับคะแนนที่ลดลง:ประชาชนมีส่วนร่วมเพิ่มมากขึ้น" in text
    assert verdict_text(fallen).startswith("ถึงเป้าหมายที่ตั้งไว้ แต่คะแนนที่วัดได้ลดลง")


def test_one_fall_among_rises_withholds_the_verdict():
    assert "ไม่นับเป็นความสำเร็จ" in verdict_text(measure(change(), change("90", "80"), reached=True))


def test_a_change_across_a_break_is_not_comparable():
    broken = change("70.00", "91.73", comparable=Comparable.NO, break_reason="แบบวัดเปลี่ยนคำถาม")
    assert broken.movement is Movement.NOT_COMPARABLE
    assert change_sentence(broken).endswith("คะแนนของสองปีเทียบกันไม่ได้ เพราะแบบวัดเปลี่ยนคำถาม")
    text = text_of(report(measure(broken)), digits="arabic")
    assert "เพิ่มขึ้น21.73" not in text
    assert "+21.73" not in text


def test_a_difference_within_noise_is_neither_rise_nor_fall():
    small = change("91.00", "90.20", beyond_noise=False, half_width=Decimal("2.10"))
    assert small.movement is Movement.WITHIN_NOISE
    assert "อยู่ในช่วงความคลาดเคลื่อน (2.10 คะแนน) ยังไม่ถือว่าเพิ่มขึ้นหรือลดลง" in change_sentence(small)
    assert "ไม่นับเป็นความสำเร็จ" not in verdict_text(measure(small, reached=True))


def test_a_rise_says_whether_it_is_more_than_noise():
    sure = change(beyond_noise=True, half_width=Decimal("3.20"))
    assert "เพิ่มขึ้น 17.66 คะแนน เกินความคลาดเคลื่อน (3.20 คะแนน)" in change_sentence(sure)
    assert "ไม่ทราบจำนวนผู้ตอบ" in change_sentence(change())
    assert reading_text(change()) == "เพิ่มขึ้น (ไม่ทราบความคลาดเคลื่อน)"


def test_a_comparison_with_caution_says_why():
    careful = change(comparable=Comparable.CAUTION, beyond_noise=True, break_reason="ลดจำนวนข้อ")
    assert change_sentence(careful).endswith("ควรเทียบด้วยความระมัดระวัง: ลดจำนวนข้อ")
    assert reading_text(careful) == "เพิ่มขึ้น (เทียบด้วยความระมัดระวัง)"


def test_a_score_that_has_not_come_yet_is_not_guessed():
    assert "ปี 2569 ยังไม่มีคะแนน" in change_sentence(change(after=None))
    assert change("80", "80").movement is Movement.SAME


@pytest.mark.parametrize(("reached", "words"), [(True, "บรรลุตัวชี้วัด"), (False, "ยังไม่บรรลุ"), (None, "ยังไม่ทราบ")])
def test_whether_the_target_was_reached_is_said_only_where_known(reached, words):
    assert verdict_text(measure(change(), reached=reached)).startswith(words)


def test_a_report_on_a_plan_that_nobody_approved_is_a_draft():
    assert "ร่างฉบับที่๑แผนยังไม่ได้รับอนุมัติ" in text_of(report(measure(), plan_approved=False))
    assert "ร่าง" not in text_of(report(measure()))


def test_everything_done_and_nothing_measured_still_make_a_report():
    text = text_of(report(measure(steps=STEPS[:1], evidence=(), period=None)))
    assert "ดำเนินการครบทุกขั้นตอนแล้ว" in text
    assert "ยังไม่มีหลักฐาน" in text
    assert "คะแนนก่อนและหลัง" not in text
    assert text_of(report())


def test_a_step_that_nobody_has_checked_yet_is_not_finished_and_one_without_a_reason_asks_for_it():
    text = text_of(
        report(measure(steps=(ReportedStep("จัดอบรม", "reported", "อบรมแล้ว"), ReportedStep("สรุป", "planned"))))
    )
    assert "รายงานว่าแล้วเสร็จรอการตรวจ:อบรมแล้ว" in text
    assert "จัดอบรมรายงานว่าแล้วเสร็จรอการตรวจรอผู้ตรวจ" in text
    assert "สรุปยังไม่เริ่มดำเนินการยังไม่ได้ระบุเหตุผล" in text


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_rows_of_several_pages_and_very_long_names_still_fit(kind):
    steps = (ReportedStep("ประชุมหัวหน้าส่วนราชการทุกกอง " * 6, "verified", "ได้ข้อสรุปที่เห็นตรงกัน " * 8),) * 25
    contents = report(measure(change(), steps=steps), agency_name="องค์การบริหารส่วนตำบล" + "หนองน้ำใสไหลเย็น" * 8)
    assert text_of(contents, kind=kind).count("เห็น") == 200 + len(["ความเห็น"]) * 2


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_same_report_gives_the_same_bytes(kind):
    def once():
        return write_report(report(measure(change())), format=kind, written_on=DAY)

    assert once() == once()

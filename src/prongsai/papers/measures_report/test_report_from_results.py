"""A report from two results: scores before and after stand there, what was done is left to fill in."""

import io
import re
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.papers.measures_report import report_contents_from_results, write_report
from prongsai.papers.measures_report.contents import Movement
from prongsai.rulebook.comparing import NotConsecutiveError
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

DAY = date(2026, 6, 5)
NAME = "เทศบาลเมืองตัวอย่าง"


def result_of(year, figures):
    return score_agency(load_year(year), {place: Decimal(value) for place, value in figures.items()})


def question(code, part=Instrument.IIT):
    return Place(part, code)


BEFORE = result_of(2567, {question("i2"): "80.00", question("e7", Instrument.EIT1): "70", indicator_place(8): "80"})
AFTER = result_of(2568, {question("i2"): "93.13", question("e7", Instrument.EIT1): "65", indicator_place(8): "91"})


def report(after=AFTER, before=BEFORE):
    return report_contents_from_results(after, before, agency_name=NAME, as_of=DAY)


def text_of(contents, *, kind="pdf", **options):
    content = write_report(contents, format=kind, written_on=DAY, **options)
    if kind == "pdf":
        pages = pypdfium2.PdfDocument(content)
        return re.sub(r"\s+", "", " ".join(page.get_textpage().get_text_range() for page in pages))
    read = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return re.sub(r"\s+", "", "".join([paragraph.text for paragraph in read.paragraphs] + cells))


def changes_of(contents, origin):
    recommendation = BEFORE.year.recommendations[origin]
    return next(m.changes for m in contents.measures if m.title == recommendation.measure.title_th)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_scores_before_and_after_stand_beside_dots_for_what_was_done(kind):
    text = text_of(report(), kind=kind, digits="arabic")
    assert "ข้อi2(IIT):ปี2567ได้80.00ปี2568ได้93.13เพิ่มขึ้น13.13คะแนน" in text
    assert "ผลลัพธ์ที่เกิดขึ้น:...." in text
    assert "☐บรรลุ☐ไม่บรรลุ" in text
    assert "ดำเนินการครบทุกขั้นตอนแล้ว........มาตรการ" in text
    assert "ร่างฉบับที่1รอหน่วยงานกรอกผลการดำเนินการ" in text


def test_nothing_is_claimed_that_nobody_said():
    text = text_of(report())
    assert "ยังไม่มีหลักฐาน" not in text
    assert "ดำเนินการครบทุกขั้นตอนแล้ว........" in text
    assert "ยังไม่ได้ระบุเหตุผล" not in text
    assert "ระบุขั้นตอนที่ยังไม่แล้วเสร็จพร้อมเหตุผล" in text


def test_measures_are_those_that_the_earlier_result_called_for_in_the_later_year():
    contents = report()
    assert contents.plan_year == 2568
    assert {measure.indicator for measure in contents.measures} == set(range(1, 11))
    assert {measure.period.first for measure in contents.measures} == {date(2024, 10, 1)}


def test_a_fall_is_told_as_a_fall():
    (change,) = changes_of(report(), "e7")
    assert change.movement is Movement.FELL
    assert "ลดลง5.00คะแนน" in text_of(report(), digits="arabic")


def test_where_no_question_is_known_the_indicator_stands_for_it_with_its_break():
    before, after = (result_of(year, {indicator_place(8): score}) for year, score in ((2567, "80"), (2568, "91")))
    changes = [change for measure in report(after, before).measures for change in measure.changes]
    eighth = next(change for change in changes if change.name.startswith("ตัวชี้วัดที่ 8"))
    assert eighth.movement is Movement.NOT_COMPARABLE
    assert "e9" in eighth.break_reason


def test_a_year_before_of_which_nothing_is_known_leaves_its_scores_open():
    contents = report(before=result_of(2567, {}))
    assert {change.before for measure in contents.measures for change in measure.changes} == {None}
    assert "ปี๒๕๖๗ยังไม่มีคะแนน" in text_of(contents)


def test_other_years_are_refused():
    with pytest.raises(NotConsecutiveError):
        report(before=result_of(2566, {}))

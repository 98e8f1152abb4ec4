"""Measures of an old document become drafts of next year's plan; nothing is taken twice, nobody else takes them."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.papers.reading.found import ReadMeasure, Where
from prongsai.portal.bringing.from_document.queries import ReadDraft
from prongsai.portal.plans.drafting.actions import start_plan
from prongsai.portal.plans.queries import Measure, Plan
from prongsai.portal.proposals.from_document import FoundMeasure, as_measures, found_measures

pytestmark = pytest.mark.django_db

HEAD = (
    "ที่",
    "ตัวชี้วัด",
    "มาตรการ/แนวทาง",
    "ขั้นตอนหรือวิธีการปฏิบัติ",
    "ระยะเวลาดำเนินการ",
    "หน่วยงานผู้รับผิดชอบ",
    "การติดตาม/รายงานผล",
)
ROWS = (
    (
        "1",
        "การปฏิบัติหน้าที่",
        "จัดระบบคิวเดียวทุกงาน",
        "1. สำรวจงาน\n2. ประกาศใช้",
        "ต.ค. 2567 - ก.ย. 2568",
        "กองคลัง",
        "รายงานทุกไตรมาส",
    ),
    (
        "4",
        "การใช้ทรัพย์สินของราชการ",
        "ตรวจนับพัสดุทุกครึ่งปี",
        "1. ตั้งคณะตรวจนับ",
        "ตลอดปี 2568",
        "สำนักงานประชาสัมพันธ์",
        "สรุปเสนอผู้บริหาร",
    ),
)


def where(line=1):
    return Where(page=None, line=line)


def read(measure="จัดระบบคิว", **named):
    return ReadMeasure(indicator=1, measure=measure, where=where(), **named)


@pytest.fixture
def document():
    written = docx.Document()
    written.add_paragraph("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568 เทศบาลเมืองตัวอย่าง")
    table = written.add_table(rows=1, cols=len(HEAD))
    for cell, text in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = text
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    content = io.BytesIO()
    written.save(content)
    return SimpleUploadedFile("มาตรการ 2568.docx", content.getvalue())


@pytest.fixture
def draft(officer, document):
    officer.post("/office/town/results/document/send/", {"file": document})
    return ReadDraft.objects.get()


@pytest.fixture
def page(draft):
    return f"/office/town/plans/from-document/{draft.pk}/"


def chosen(*numbers, year=2569, **indicators):
    return {"year": str(year), "chosen": [str(n) for n in numbers], "indicator-1": "1", "indicator-2": "4"} | indicators


def test_the_measures_of_the_document_start_the_plan_of_the_year_after_the_result(
    officer, result, page, draft, treasury
):
    shown = officer.get(page).content.decode()
    for row in ROWS:
        assert row[2] in shown
    assert "ไม่ตรงกับหน่วยงานในระบบ" in shown
    assert officer.post(page, chosen(1, 2)).headers["Location"] == "/office/town/plans/2569/"
    first, second = Measure.objects.filter(plan__year=2569)
    assert (first.title, first.indicator, first.origin, first.unit) == ("จัดระบบคิวเดียวทุกงาน", 1, "unfinished", treasury)
    assert [step.text for step in first.steps.all()] == ["สำรวจงาน", "ประกาศใช้"]
    assert first.starts.isoformat() == "2025-10-01"
    assert first.steps.last().due.isoformat() == "2026-09-30"
    assert first.follow_up == "รายงานทุกไตรมาส"
    assert second.unit is None
    assert ReadDraft.objects.filter(pk=draft.pk).exists()


def test_what_the_plan_has_already_is_not_added_again(officer, result, page):
    officer.post(page, chosen(1))
    officer.post(page, chosen(1, 2))
    assert [measure.title for measure in Measure.objects.all()] == [ROWS[0][2], ROWS[1][2]]


def test_the_reading_page_leads_here_and_keeps_the_document_once_its_figures_are_brought(officer, result, draft, page):
    assert page in officer.get(f"/office/town/results/document/{draft.pk}/").content.decode()


def test_a_measure_without_an_indicator_asks_for_one_and_the_rest_stays_chosen(officer, result, page):
    answer = officer.post(page, chosen(1, 2, **{"indicator-2": ""}))
    assert answer.status_code == 200
    said = answer.content.decode()
    assert "เลือกตัวชี้วัดของมาตรการนี้" in said
    assert said.count(" checked") == 2
    assert not Plan.objects.exists()


def test_choosing_nothing_is_said(officer, result, page):
    assert "เลือกอย่างน้อยหนึ่งมาตรการ" in officer.post(page, chosen()).content.decode()


def test_without_a_result_there_is_no_year_to_plan(officer, page):
    assert "ให้นำเข้าผลคะแนนก่อน" in officer.get(page).content.decode()


def test_a_plan_of_another_year_is_not_offered(officer, result, page):
    start_plan(seat=officer.seat, result_year=2568)
    assert officer.post(page, chosen(1, year=2570)).status_code == 200
    assert not Measure.objects.exists()


def test_only_officers_choose(officer, result, everybody_here, stranger, page):
    for name, player in everybody_here.items():
        if name not in {"officer", "colleague"}:
            assert player.get(page).status_code == 403
            assert player.post(page, chosen(1)).status_code == 403
    assert stranger.get(page).status_code == 404
    assert stranger.post(page.replace("town", "village"), chosen(1)).status_code == 404
    assert not Plan.objects.exists()


def test_a_document_that_is_gone_is_not_found(officer, result, page, draft):
    draft.delete()
    assert officer.get(page).status_code == 404


def test_what_has_a_result_is_not_chosen_beforehand():
    assert FoundMeasure(1, read()).is_unfinished
    assert not FoundMeasure(1, read(result="ดำเนินการแล้ว")).is_unfinished
    assert not FoundMeasure(1, read(outcome="ประชาชนพอใจ")).is_unfinished


def test_rows_without_words_are_no_measures():
    assert [one.number for one in found_measures((read(" "), read("ก")))] == [2]


def test_what_is_too_long_for_a_plan_is_cut_and_never_refused():
    long = read("ก" * 900, steps=tuple("ข" * 900 for _ in range(40)), follow_up="ค" * 900, unit="กองช่าง / กองคลัง")
    [measure] = as_measures(found_measures((long,)), {1: 2}, year=2569, units=())
    assert (len(measure.title), len(measure.steps), len(measure.steps[0].text), len(measure.follow_up)) == (
        300,
        20,
        500,
        500,
    )
    assert FoundMeasure(1, long).units == ("กองช่าง", "กองคลัง")

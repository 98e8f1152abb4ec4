"""The shelf shows each seat the papers that it may take, and every paper can be taken."""

import io
import re
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.portal.plans.answering.actions import answer_measure, approve_plan
from prongsai.portal.plans.doing.actions import check_step, report_step, write_outcome
from prongsai.portal.plans.drafting.actions import send_plan, start_plan
from prongsai.portal.plans.drafting.inputs import MeasureInput, StepInput
from prongsai.portal.plans.queries import find_step, measures_of
from prongsai.rulebook.evidence import indicator_place

SHELF = "/office/town/documents/"
TEN = "96.30 96.50 99.46 94.48 96.09 95.25 93.25 91.73 100 100"
TEN_AFTER = "96.30 96.50 99.46 94.48 96.09 95.25 93.25 66.73 100 100"
YEAR = 2569


@pytest.fixture
def bring(publish, agency):
    """Publishes a year of the cast's agency."""

    def act(year, figures):
        return publish(code=agency.code, year=year, figures=figures, name_th=agency.name_th, type=agency.type)

    return act


@pytest.fixture
def draft(bring, officer, clerk_office):
    """A plan of one measure, answering the result of 2568."""
    bring(2568, TEN)
    measure = MeasureInput(
        indicator=8,
        title="เปิดเวทีให้ประชาชนร่วมปรับปรุงบริการ",
        topic=2,
        unit_id=clerk_office.pk,
        starts=date(2025, 10, 1),
        ends=date(2026, 9, 30),
        budget=Decimal(20000),
        success="คะแนนตัวชี้วัดที่ 8 ไม่ต่ำกว่า 93",
        success_place=indicator_place(8),
        success_target=Decimal(93),
        follow_up="รายงานทุกไตรมาส",
        steps=(StepInput("แต่งตั้งคณะทำงาน"), StepInput("รับฟังความเห็น")),
    )
    return start_plan(seat=officer.seat, result_year=2568, measures=[measure])


@pytest.fixture
def approved(draft, officer, unit_head, executive):
    """The same plan in force."""
    plan = send_plan(seat=officer.seat, plan=draft)
    for measure in measures_of(plan):
        answer_measure(seat=unit_head.seat, measure=measure, accepts=True)
    return approve_plan(seat=executive.seat, plan=plan)


@pytest.fixture
def done(approved, agency, contributor, unit_head, officer):
    """Its first step was done and checked, with a link to look at; the officer says that it went well."""
    [measure] = measures_of(approved)
    step = find_step(agency.pk, YEAR, measure.steps.all()[0].pk)
    link = "https://town.example/order.pdf"
    report_step(seat=contributor.seat, step=step, text="มีคำสั่งแต่งตั้งแล้ว", finished=True, links=[link])
    check_step(seat=unit_head.seat, step=find_step(agency.pk, YEAR, step.pk), passed=True)
    return write_outcome(seat=officer.seat, measure=measure, outcome="ประชาชนร่วมมากขึ้น")


def words(response):
    content = response.getvalue()
    if response["Content-Type"] == "application/pdf":
        pages = pypdfium2.PdfDocument(content)
        return squeezed(" ".join(page.get_textpage().get_text_range() for page in pages))
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeezed("\n".join([paragraph.text for paragraph in document.paragraphs] + cells))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def hrefs(page):
    return re.findall(r'href="(/office/town/documents/\d[^"]+)"', page.content.decode().replace("&amp;", "&"))


def test_an_agency_without_anything_gets_an_empty_shelf(officer):
    assert "ยังไม่มีผลการประเมินหรือแผนที่จะเขียนเป็นเอกสาร" in officer.get(SHELF).content.decode()


def test_every_paper_on_the_shelf_can_be_taken_in_both_kinds_of_digits(officer, done):
    for page in (officer.get(SHELF), officer.get(SHELF + "?digits=arabic")):
        found = hrefs(page)
        assert len(found) == 8
        for href in found:
            answer = officer.get(href)
            assert answer.status_code == 200
            assert "no-store" in answer["Cache-Control"]
            assert bool(re.search("[๐-๙]", words(answer))) is ("arabic" not in href)


def test_the_shelf_asks_the_database_no_more_often_with_more_papers(
    officer, done, bring, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12) as few:
        officer.get(SHELF)
    bring(2567, TEN)
    bring(2569, TEN_AFTER)
    with django_assert_max_num_queries(len(few)):
        officer.get(SHELF)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_plan_says_what_was_stored(officer, approved, kind):
    text = words(officer.get(f"{SHELF}2569/plan.{kind}?digits=arabic"))
    assert "ประกาศเทศบาลเมืองตัวอย่าง" in text
    assert "ได้คะแนนรวม" in text
    for said in ("เปิดเวทีให้ประชาชนร่วมปรับปรุงบริการ", "รับฟังความเห็น", "ต.ค.2568-ก.ย.2569", "งบประมาณ20,000บาท"):
        assert said in text
    assert "ร่าง" not in text


def test_a_paper_is_thai_on_an_english_page_too(officer, draft):
    page = officer.get("/en" + SHELF)
    assert "documents are always in Thai" in page.content.decode()
    text = words(officer.get("/en" + SHELF + "2569/plan.pdf?form=seven-topics"))
    assert "เปิดเวทีให้ประชาชนร่วมปรับปรุงบริการ" in text
    assert "ร่างฉบับที่๑ยังไม่ได้รับอนุมัติ" in text


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_report_tells_a_fall_as_a_fall(officer, done, bring, kind):
    bring(2569, TEN_AFTER)
    text = words(officer.get(f"{SHELF}2569/report.{kind}?digits=arabic"))
    assert "ปี2568ได้91.73ปี2569ได้66.73ลดลง25.00คะแนน" in text
    assert "คะแนนที่วัดได้ลดลงจึงไม่นับเป็นความสำเร็จ" in text
    assert "https://town.example/order.pdf" in text
    assert "มีคำสั่งแต่งตั้งแล้ว" in text


def test_the_report_can_be_written_before_the_result_comes(officer, done):
    assert "ปี2569ยังไม่มีคะแนน" in words(officer.get(f"{SHELF}2569/report.pdf?digits=arabic"))


def test_a_draft_is_for_those_who_see_the_whole_plan(draft, everybody_here):
    taken = {name: player.get(f"{SHELF}2569/plan.docx").status_code for name, player in everybody_here.items()}
    whole = {"officer", "colleague", "executive", "auditor"}
    assert taken == {name: 200 if name in whole else 404 for name in taken}
    for name, player in everybody_here.items():
        assert any("plan" in href for href in hrefs(player.get(SHELF))) is (name in whole)


def test_an_approved_plan_is_for_all_who_work_here_and_the_report_is_not(done, everybody_here):
    whole = {"officer", "colleague", "executive", "auditor"}
    for name, player in everybody_here.items():
        assert player.get(f"{SHELF}2569/plan.docx").status_code == 200
        assert player.get(f"{SHELF}2569/report.docx").status_code == (200 if name in whole else 404)


@pytest.mark.parametrize("path", ["", "2568/analysis.pdf", "2569/plan.docx", "2569/report.pdf"])
def test_nobody_from_outside_gets_in(path, done, stranger, assessor, national_office, visitor):
    for player in (stranger, assessor, national_office):
        assert player.get(SHELF + path).status_code == 404
    answer = visitor.get(SHELF + path)
    assert (answer.status_code, "/account/" in answer["Location"]) == (302, True)


@pytest.mark.parametrize("path", ["2561/analysis.pdf", "2599/plan.docx", "2599/report.pdf", "2569/plan.odt"])
def test_what_does_not_exist_is_not_found(path, officer, done):
    assert officer.get(SHELF + path).status_code == 404


@pytest.mark.parametrize("path", ["", "2568/analysis.pdf", "2569/plan.docx", "2569/report.pdf"])
def test_papers_are_only_read(path, officer, done):
    assert officer.post(SHELF + path).status_code == 405

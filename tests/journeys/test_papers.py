"""The life of a paper: words, number and date, submission, approval on a phone, both files, a figure that changes."""

import hashlib
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.papers.checking.documents import check_reading
from prongsai.papers.reading.reading import read_content
from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.queries import papers_of
from prongsai.portal.documents.rendering import rendered_file
from prongsai.portal.documents.sources import Sources
from prongsai.portal.documents.templating import written
from prongsai.portal.files.keeping import path_of
from prongsai.portal.results.actions import bring_result
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import TOTAL
from tests.journeys.conftest import PHONE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]

OFFICE = "/office/song-phi-nong/"
SHELF = f"{OFFICE}documents/"
PAPER = f"{SHELF}2567/analysis/"
WORDS = "เทศบาลได้คะแนนรวม 84.19 คะแนน ยังไม่ถึงค่าเป้าหมาย และได้วางมาตรการไว้แล้ว"


def correct_the_total():
    town = find_agency("song-phi-nong")
    figures = [Figure(TOTAL, Decimal("84.91"))]
    bring_result(actor="test", agency_id=town.pk, agency_code=town.code, year=2567, figures=figures)


def download(someone, ending):
    """The file behind the page's main link to a format."""
    with someone.page.expect_download() as taken:
        someone.page.locator(f".actions a[href$='.{ending}']").click()
    return Path(taken.value.path()).read_bytes()


def write_the_paper(officer):
    officer.go(SHELF)
    officer.press("เริ่มเอกสาร รายงานการวิเคราะห์ผลการประเมิน 2567")
    officer.follow(re.compile("แก้ข้อความ .*ภาพรวม"))
    officer.page.get_by_label("ย่อหน้าที่ 1").fill(WORDS)
    officer.save_in_another_tab(lambda tab: tab.get_by_label("ย่อหน้าที่ 1").fill("อีกคนเขียนไว้ก่อน"), "บันทึกข้อความ")
    officer.press("บันทึกข้อความ")
    assert "ที่บันทึกไว้ตอนนี้ อีกคนเขียนไว้ก่อน" in officer.text()
    officer.press("บันทึกข้อความ")
    assert "ข้อความของหน่วยงาน" in officer.text()
    officer.follow("แก้หัวเอกสาร")
    officer.page.get_by_label("ที่ / เลขที่").fill("ตย 52001/7")
    officer.page.get_by_label("ลงวันที่").fill("๓๐ ก.ย. ๒๕๖๗")
    officer.page.get_by_label("ตำแหน่ง").last.fill("พยาน")
    officer.press("เพิ่มผู้ลงนาม")
    assert officer.page.get_by_label("ที่ / เลขที่").input_value() == "ตย 52001/7"
    officer.press("บันทึกหัวเอกสาร")
    assert "30 กันยายน 2567" in officer.text()
    assert "พยาน" in officer.text()


def test_a_paper_is_written_submitted_approved_on_a_phone_taken_and_overtaken_by_a_figure(sign_in):
    officer, executive = sign_in("officer"), sign_in("executive", PHONE)
    write_the_paper(officer)
    officer.press("เสนอขออนุมัติ")
    assert "รออนุมัติ" in officer.text()

    executive.go(OFFICE)
    assert "1 ฉบับรออนุมัติ" in executive.text()
    executive.go(PAPER)
    assert "ยังไม่ถึงค่าเป้าหมาย และได้วางมาตรการไว้แล้ว" in executive.text()
    executive.page.get_by_label("ความเห็น (ถ้ามี)").fill("ดำเนินการตามเสนอ")
    executive.press("อนุมัติฉบับนี้")
    assert "ฉบับนี้ถูกตรึงไว้" in executive.text()

    officer.go(PAPER)
    pdf, docx = download(officer, "pdf"), download(officer, "docx")
    assert (pdf[:5], docx[:2]) == (b"%PDF-", b"PK")
    officer.go(f"{PAPER}versions/1/")
    for content in (pdf, docx):
        assert hashlib.sha256(content).hexdigest() in officer.text()
    assert "ตัวเลขทุกตัวในฉบับนี้ยังตรงกับที่เก็บไว้ปัจจุบัน" in officer.text()

    correct_the_total()
    officer.go(PAPER)
    assert re.search(r"คะแนนรวม ปี 2567 84\.19 .*84\.91", officer.text())
    officer.go(SHELF)
    assert "ตัวเลขเปลี่ยนแล้ว" in officer.text()


def test_a_return_reaches_the_officer_with_its_reason(sign_in):
    officer, executive = sign_in("officer", PHONE), sign_in("executive", PHONE)
    officer.go(SHELF)
    officer.press("เริ่มเอกสาร คำสั่งแต่งตั้งคณะทำงาน 2569")
    officer.press("เสนอขออนุมัติ")
    executive.go(f"{SHELF}2569/order/")
    executive.page.locator("summary", has_text="ส่งคืนให้แก้ไข").click()
    executive.page.get_by_label("เหตุผลที่ส่งคืน").fill("เพิ่มผู้อำนวยการกองช่าง")
    executive.page.get_by_role("button", name="ส่งคืน", exact=True).click()
    executive.page.wait_for_load_state()
    executive.check()
    officer.go(OFFICE)
    assert "1 ฉบับถูกส่งคืนให้แก้ไข" in officer.text()
    officer.go(f"{SHELF}2569/order/")
    assert "เพิ่มผู้อำนวยการกองช่าง" in officer.text()


def read_back(content, figures):
    """What a paper gives as certain is what it was written from; how many figures that is."""
    reading = read_content(content)
    read = {f"score/{one.year}/{one.place}": f"{one.score:.2f}" for one in reading.figures if one.score is not None}
    assert read.items() <= dict(figures).items()
    assert check_reading(reading) == ()
    return len(read)


def test_what_the_demonstration_keeps_and_would_write_reads_back_as_the_figures_it_was_written_from():
    town = find_agency("song-phi-nong")
    for version in [version for paper in papers_of(town.pk) for version in paper.versions.all()]:
        assert all(
            read_back(path_of(digest).read_bytes(), version.figures) > 10
            for digest in (version.docx_sha256, version.pdf_sha256)
        )
    for code in ("song-phi-nong", "dao-hang"):
        sources = Sources(find_agency(code))
        for kind in KINDS.values():
            for year in sorted(kind.years(sources))[-2:]:
                content = rendered_file(written(kind, sources, year, Head()), "docx", on=date(2026, 6, 5))
                read_back(content, kind.figures_now(sources, year))


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("who", ["officer", "contributor", "auditor"])
def test_every_page_of_the_demonstrations_papers_is_in_order_on_a_phone(sign_in, who, language):
    someone = sign_in(who, PHONE)
    pages = [SHELF, f"{SHELF}2568/analysis/", f"{SHELF}2568/analysis/versions/1/"]
    if who != "contributor":
        pages += [f"{SHELF}2568/memo/", f"{SHELF}2568/memo/versions/1/"]
    if who == "officer":
        pages += [f"{SHELF}templates/", f"{SHELF}templates/analysis/"]
    for page in pages:
        someone.go(language + page)
    if who != "contributor":
        someone.go(f"{language}{SHELF}2568/memo/")
        assert re.search(r"97\.04 .*97\.00", someone.text()), "the demonstration shows a figure that was corrected"

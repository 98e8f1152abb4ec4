"""What the national office does with a round in a journey."""

import csv
import io
from datetime import timedelta
from pathlib import Path

from django.core import mail
from django.utils import timezone

from prongsai.thai.dates import format_short_date
from tests.journeys.keyboard import walk_by_tab

NATIONAL = "/office/national/"
ROUND = f"{NATIONAL}rounds/rehearsal-2569/"
SURVEYS, INTERVIEWS = f"{ROUND}surveys/", f"{ROUND}interviews/"
PHASES = {"registration": (-20, 20), "population": (-20, 20), "population-approval": (-20, 20), "surveys": (-9, 10)}
LATER = {"disclosure": (-9, 10), "scoring": (11, 20), "clarification": (21, 30)}
CLIENTS = """บริการ,ช่องทางติดต่อ,รหัสอ้างอิง,ชื่อ
ทะเบียนราษฎร,0800000001,คิว 1,ก
ทะเบียนราษฎร,0800000002,คิว 2,ข
ทะเบียนราษฎร,0800000003,คิว 3,ค
ชำระภาษี,0800000004,คิว 4,ง
ชำระภาษี,0800000005,คิว 5,จ
ชำระภาษี,,คิว 6,ฉ
"""
PAPER_ROWS = 12


def day(days):
    return format_short_date(timezone.localdate() + timedelta(days=days))


def move_on(office, state):
    office.go(ROUND)
    office.press(office.say("ไปยัง “%(state)s”", state=office.say(state)))
    assert office.page.locator("[aria-current=step]").inner_text() == office.say(state)


def date_phases(office, phases):
    for key, (opens, closes) in phases.items():
        office.page.goto(f"{office.home}{ROUND}phases/{key}/")
        office.page.locator("#id_opens").fill(day(opens))
        office.page.locator("#id_closes").fill(day(closes))
        office.page.locator("main form button[type=submit]").click()
        office.page.wait_for_url(f"**{ROUND}")


def open_the_round(office):
    office.go(NATIONAL)
    office.follow("รอบการประเมิน")
    office.follow("เปิดรอบใหม่")
    office.field("ปีงบประมาณ").select_option("2569")
    office.press("ดูเกณฑ์ของปีนี้")
    office.field("ชื่อรอบภาษาไทย").fill("ซักซ้อมปี 2569")
    office.field("ชื่อรอบภาษาอังกฤษ").fill("Rehearsal of 2569")
    office.page.get_by_role("button", name=office.say("เปิดรอบ"), exact=True).click()
    office.page.wait_for_url(f"**{ROUND}")
    office.check()
    office.press(office.say("ไปยัง “%(state)s”", state=office.say("ลงทะเบียน")))
    office.sees("กำหนดวันของช่วงนี้ก่อน: %(phases)s", phases="")
    office.go(f"{ROUND}phases/surveys/")
    date_phases(office, PHASES)
    office.go(ROUND)
    office.follow("เชิญหน่วยงาน")
    office.field("ทุกหน่วยงานในระบบ").check()
    office.press("เชิญหน่วยงาน")
    move_on(office, "ลงทะเบียน")


def download(someone, control):
    with someone.page.expect_download() as coming:
        control.click()
    return coming.value.path()


def draw_the_sample(office, interviewers):
    office.go(NATIONAL)
    office.follow("ดูแลการสัมภาษณ์ EIT ส่วนที่ 2")
    office.follow("เทศบาลเมืองตัวอย่าง" if office.language == "th" else "Example Town")
    file = {"name": "clients.csv", "mimeType": "text/csv", "buffer": CLIENTS.encode()}
    office.page.locator("#id_file").set_input_files(file)
    office.page.locator("#id_erases_on").fill(day(60))
    office.press("นำเข้ารายชื่อ")
    office.sees("นำเข้าแล้ว %(n)s ราย", n=5)
    office.page.locator("#id_size").fill("4")
    office.page.locator("#id_seed").fill("821440")
    office.press("สุ่มตัวอย่าง")
    for name in interviewers:
        office.page.get_by_label(name).check()
    office.press("แบ่งงาน")
    walk_by_tab(office)


def bring_paper(office):
    """Answers on paper: how the file was read, a bad row, counted once however often it comes."""
    office.go(ROUND)
    office.follow("จำนวนผู้ตอบแบบวัด")
    office.check()
    office.follow("นำเข้าคำตอบจากไฟล์")
    walk_by_tab(office)
    lines = [f"e{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9)]
    rows = [lines, *[["๒", *["2"] * 8]] * PAPER_ROWS, ["9", *["2"] * 8]]
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    file = {"name": "paper.csv", "mimeType": "text/csv", "buffer": written.getvalue().encode()}
    for time in ("first", "again"):
        office.go(f"{ROUND}answers/")
        office.field("รหัสหน่วยงาน").fill("town")
        office.page.locator("#id_part").select_option("EIT1")
        office.page.locator("#id_file").set_input_files(file)
        office.press("อ่านไฟล์")
        office.press(office.say("นับ %(left)s แถว", left=PAPER_ROWS))
        counted = {"counted": PAPER_ROWS, "repeated": 0} if time == "first" else {"counted": 0, "repeated": PAPER_ROWS}
        office.sees("นับแล้ว %(counted)s คำตอบ เคยนับไปก่อนแล้ว %(repeated)s แถว ลบไฟล์แล้ว", **counted)


def watch(office):
    office.go(SURVEYS)
    office.press("นับใหม่")
    walk_by_tab(office)
    office.press("ส่งอีเมลเตือนหน่วยงานที่คาดว่าไม่ถึงขั้นต่ำ")
    office.sees("ส่งอีเมลเตือนแล้ว %(count)s หน่วยงาน", count=1)
    assert "officer@cast.example" in mail.outbox[-1].to
    assert "/office/town/rounds/rehearsal-2569/" in mail.outbox[-1].body
    office.follow("ดูตามจังหวัด")
    office.go(f"{SURVEYS}review/")
    assert office.page.request.get(f"{office.home}{SURVEYS}tallies.csv", max_redirects=0).status == 302


def review_interviews(office):
    """Those that came too late count by her word; one of the others is called again."""
    office.go(f"{INTERVIEWS}of/town/")
    office.press("นับทั้งหมด")
    office.page.locator("#id_percent").fill("50")
    office.page.locator("#id_check_seed").fill("44")
    office.press("สุ่มรายที่จะโทรกลับ")
    office.page.locator("select[name=outcome]").first.select_option("agree")
    office.press("บันทึก")
    office.sees("บันทึกผลการตรวจซ้ำแล้ว")
    office.go(INTERVIEWS)


def close_and_tally(office):
    """Every row of the tallies."""
    office.go(SURVEYS)
    office.press("ปิดการนับคำตอบของรอบนี้")
    told = download(office, office.page.get_by_role("link", name="CSV"))
    return list(csv.DictReader(io.StringIO(Path(told).read_text(encoding="utf-8-sig"))))

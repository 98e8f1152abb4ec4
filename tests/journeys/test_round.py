"""From opening a rehearsal round to an agency's confirmed numbers: office, officer, and an executive with a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.thai.dates import format_short_date
from tests.journeys.conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]

NATIONAL = "/office/national/rounds/"
ROUND = f"{NATIONAL}rehearsal-2568/"
OWN = "/office/song-phi-nong/rounds/rehearsal-2568/"
MARK = "รอบซักซ้อม ข้อมูลและคะแนนในรอบนี้ไม่ใช่ผลการประเมิน"
NUMBERS = {"สำนักปลัดเทศบาล": "38", "กองคลัง": "๒๑", "กองช่าง": "34"}


def day(days):
    return format_short_date(timezone.localdate() + timedelta(days=days))


def open_a_rehearsal(office):
    office.go(NATIONAL)
    office.follow("เปิดรอบใหม่")
    office.page.get_by_label("ปีงบประมาณ").select_option("2568")
    office.press("ดูเกณฑ์ของปีนี้")
    assert "ยังต้องยืนยันกับสำนักงาน ป.ป.ช." in office.text()
    office.page.get_by_label("ชื่อรอบภาษาไทย").fill("ซักซ้อมปี 2568")
    office.page.get_by_role("button", name="เปิดรอบ", exact=True).click()
    office.page.wait_for_url(f"**{ROUND}")
    office.check()
    assert MARK in office.text()


def date_and_invite(office):
    office.press("ไปยัง “ลงทะเบียน”")
    assert "กำหนดวันของช่วงนี้ก่อน" in office.text()
    for key in ("registration", "population", "population-approval"):
        office.go(f"{ROUND}phases/{key}/")
        office.page.get_by_label("วันเปิด").fill(day(-1))
        office.page.get_by_label("วันสุดท้าย").fill(day(20))
        office.press("กำหนดวัน")
    office.follow("เชิญหน่วยงาน")
    office.page.get_by_label("ทุกหน่วยงานในระบบ").check()
    office.press("เชิญหน่วยงาน")
    assert "เชิญใหม่ 34 หน่วยงาน" in office.text()
    office.go(ROUND)
    office.press("ไปยัง “ลงทะเบียน”")
    assert office.page.locator("[aria-current=step]").inner_text() == "ลงทะเบียน"


def fill_in(officer):
    officer.go(OWN)
    assert "ก่อนส่งให้ผู้บริหาร" in officer.text()
    officer.follow("กรอกและแก้ไขข้อมูล")
    officer.page.get_by_label("เว็บไซต์หลักของหน่วยงาน").fill("https://town.example/")
    officer.page.get_by_label("ที่อยู่ของหน่วยงาน").fill("1 ถนนตัวอย่าง")
    officer.page.get_by_label("โทรศัพท์ติดต่อเรื่อง ITA").fill("0 2000 0000")
    officer.page.get_by_label("บุคลากรที่ปฏิบัติงานมาแล้วไม่น้อยกว่า 1 ปี ทั้งหน่วยงาน").fill("เก้าสิบ")
    for unit, staff in NUMBERS.items():
        officer.page.get_by_label(unit, exact=True).fill(staff)
    officer.page.get_by_label("ผู้รับบริการหรือผู้มาติดต่อในปีงบประมาณ ทั้งหน่วยงาน").fill("8,400")
    officer.page.get_by_label("งานบริการ 1", exact=True).fill("ทะเบียนราษฎร")
    officer.page.get_by_label("ผู้รับบริการของงาน 1", exact=True).fill("3900")
    officer.press("บันทึก")
    assert "ใส่จำนวนเต็ม" in officer.text()
    assert officer.page.get_by_label("งานบริการ 1", exact=True).input_value() == "ทะเบียนราษฎร"
    officer.page.locator("#id_staff").fill("90")
    officer.press("บันทึก")
    assert "รวมกันมากกว่าทั้งหน่วยงานอยู่ 3 คน" in officer.text()
    officer.follow("กรอกและแก้ไขข้อมูล")
    officer.page.locator("#id_staff").fill("97")
    officer.press("บันทึก")
    assert "เกณฑ์ให้ไม่น้อยกว่า 30 คน" in officer.text()


def test_an_agency_takes_part_in_a_rehearsal(sign_in):
    office = sign_in("office")
    office.check()
    open_a_rehearsal(office)
    date_and_invite(office)

    officer, executive = sign_in("officer"), sign_in("executive", PHONE)
    fill_in(officer)
    officer.press("ส่งให้ผู้บริหารยืนยัน")

    executive.go("/office/song-phi-nong/")
    assert "มีข้อมูลรอท่านยืนยัน" in executive.text()
    executive.go(OWN)
    executive.page.get_by_text("ส่งคืนให้เจ้าหน้าที่แก้ไข").click()
    executive.page.get_by_label("เหตุผลที่ส่งคืน").fill("กองช่างย้ายออกหนึ่งคน")
    executive.press("ส่งคืน")

    officer.go(OWN)
    assert "กองช่างย้ายออกหนึ่งคน" in officer.text()
    officer.follow("กรอกและแก้ไขข้อมูล")
    officer.page.get_by_label("กองช่าง", exact=True).fill("33")
    officer.press("บันทึก")
    officer.press("ส่งให้ผู้บริหารยืนยัน")

    executive.go(OWN)
    assert MARK in executive.text()
    executive.press("ยืนยันข้อมูลนี้")
    executive.follow("ฉบับที่ 1")
    assert "33" in executive.text()

    office.go(f"{ROUND}agencies/?state=confirmed")
    assert "เทศบาลเมืองสองพี่น้อง" in office.text()
    assert "IIT 30" in office.text()


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_pages_of_a_round_are_in_order_in_both_languages(sign_in, screen):
    office, neighbour = sign_in("office", screen), sign_in("neighbour", screen)
    for language in ("", "/en"):
        for path in ("", "open/", "rehearsal-2569/", "rehearsal-2569/agencies/", "rehearsal-2569/agencies/invite/"):
            office.go(f"{language}{NATIONAL}{path}")
        office.go(f"{language}{NATIONAL}rehearsal-2569/phases/surveys/")
        office.go(f"{language}{NATIONAL}rehearsal-2569/agencies/of/song-phi-nong/")
        neighbour.go(f"{language}/office/dao-hang/rounds/rehearsal-2569/")
        neighbour.go(f"{language}/office/dao-hang/rounds/rehearsal-2569/profile/")


def test_an_assessor_watches_without_a_button(sign_in):
    assessor = sign_in("assessor")
    assessor.go(f"{NATIONAL}rehearsal-2569/")
    assert assessor.page.locator("main button").count() == 0

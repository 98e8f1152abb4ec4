"""What an agency's officer and executive do in a journey until people can answer."""

import pypdfium2

from tests.journeys.at_office import download
from tests.journeys.keyboard import walk_by_tab

OWN = "/office/town/rounds/rehearsal-2569/"


def fill_in(officer):
    officer.go("/office/town/")
    officer.follow("การเข้าร่วมรอบประเมิน")
    officer.go(OWN)
    officer.follow("กรอกและแก้ไขข้อมูล")
    officer.field("เว็บไซต์หลักของหน่วยงาน").fill("https://town.example/")
    officer.field("ที่อยู่ของหน่วยงาน").fill("1 ถนนตัวอย่าง")
    officer.field("โทรศัพท์ติดต่อเรื่อง ITA").fill("0 2000 0000")
    officer.page.locator("#id_staff").fill("ยี่สิบห้า")
    officer.field("สำนักปลัดเทศบาล").fill("๑๔")
    officer.field("กองคลัง").fill("9")
    officer.page.locator("#id_clients").fill("1,200")
    for number, (service, clients) in enumerate([("ทะเบียนราษฎร", "650"), ("ชำระภาษี", "550")]):
        officer.page.locator(f"#id_service-{number}-name").fill(service)
        officer.page.locator(f"#id_service-{number}-clients").fill(clients)
    officer.press("บันทึก")
    officer.sees("ใส่จำนวนเต็ม เช่น 99")
    assert officer.field("กองคลัง").input_value() == "9"
    officer.page.locator("#id_staff").fill("25")
    officer.press("บันทึก")
    officer.press("ส่งให้ผู้บริหารยืนยัน")


def confirm_with_a_second_look(officer, executive):
    executive.go("/office/town/")
    executive.sees("มีข้อมูลรอท่านยืนยัน")
    executive.go(OWN)
    executive.page.get_by_text(executive.say("ส่งคืนให้เจ้าหน้าที่แก้ไข")).click()
    executive.field("เหตุผลที่ส่งคืน").fill("กองคลังย้ายออกหนึ่งคน")
    executive.press("ส่งคืน")
    officer.go(OWN)
    assert "กองคลังย้ายออกหนึ่งคน" in officer.text()
    officer.follow("กรอกและแก้ไขข้อมูล")
    officer.field("กองคลัง").fill("8")
    officer.press("บันทึก")
    officer.press("ส่งให้ผู้บริหารยืนยัน")
    executive.go(OWN)
    executive.press("ยืนยันข้อมูลนี้")
    executive.follow(executive.say("ฉบับที่ %(version)s", version=1))


def text_of(path):
    with pypdfium2.PdfDocument(path) as paper:
        return "".join(leaf.get_textpage().get_text_range() for leaf in paper)


def prepare_surveys(officer):
    """The codes on the slips, and the addresses of both surveys."""
    officer.go("/office/town/")
    officer.follow("แบบวัด IIT และ EIT")
    officer.press("เปิดลิงก์ของแบบวัด")
    walk_by_tab(officer)
    officer.press("ทำรหัสและดาวน์โหลดใบรหัส (PDF)")
    officer.sees("ยังไม่ได้ระบุจำนวนรหัส ให้ใส่จำนวนอย่างน้อยหนึ่งช่อง")
    officer.field("สำนักปลัดเทศบาล").fill("๓")
    make = officer.page.get_by_role("button", name=officer.say("ทำรหัสและดาวน์โหลดใบรหัส (PDF)"))
    slips = text_of(download(officer, make))
    codes = sorted({word for word in slips.split() if word.count("-") == 2 and len(word) == 14})
    assert len(codes) == 3
    assert "/s/town-i" in "".join(slips.split())
    posters = officer.page.get_by_role("link", name=officer.say("ป้าย"))
    for link, address in zip(posters.all(), ("/s/town-i", "/s/town-e"), strict=True):
        assert address in "".join(text_of(download(officer, link)).split())
    officer.go(f"{OWN}surveys/")
    return codes, "/s/town-i/", "/s/town-e/"

"""A citizen reads a result: finds the agency, sees why it has its level, follows the arithmetic, takes the report home."""

import re

import pytest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]

TOWN = "/agencies/song-phi-nong/2568/"


def test_a_citizen_finds_an_agency_and_sees_why_it_has_its_level(visitor):
    visitor.go("/")
    visitor.page.get_by_label("ชื่อหน่วยงาน").fill("สองพี่น้อง")
    visitor.page.get_by_role("button", name="ค้นหา").click()
    visitor.follow("เทศบาลเมืองสองพี่น้อง")
    assert visitor.page.url.endswith(TOWN)
    text = visitor.text()
    assert "97.00" in text
    assert "ผ่านดี" in text
    assert "94.51" in text
    assert "92.32" in text


def test_the_arithmetic_can_be_followed_to_the_total(visitor):
    visitor.go(f"{TOWN}arithmetic/")
    assert "0.30 × 96.57 + 0.15 × 94.51 + 0.15 × 92.32 + 0.40 × 100.00" in visitor.text()
    assert "96.9955" in visitor.text()


def test_a_citizen_sees_how_sure_score_level_and_rank_are(visitor):
    visitor.go("/?year=2568&order=total")
    assert "ช่วง 95%: 92.58–95.69" in visitor.text()
    visitor.follow("องค์การบริหารส่วนตำบลอรุณรุ่ง")
    text = " ".join(visitor.text().split())
    assert "94.46" in text
    assert "ระหว่าง 92.58 ถึง 95.69 (ความเชื่อมั่น 95%)" in text
    assert "ระดับอาจเป็นได้ตั้งแต่ผ่าน ถึงผ่านดี" in text
    assert "เป็นไปได้ตั้งแต่อันดับ 2 ถึง 4" in text
    visitor.go(visitor.page.url.replace(visitor.home, f"{visitor.home}/en").removeprefix(visitor.home))
    assert "it would probably lie between 92.58 and 95.69" in visitor.text()


def test_a_break_between_years_is_marked_and_explained(visitor):
    visitor.go("/agencies/don-pattani/2567/")
    text = visitor.text()
    assert "เทียบ" in text
    assert "อย่างน้อย" in text


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_the_report_can_be_taken_home(visitor, suffix):
    visitor.go(TOWN)
    with visitor.page.expect_download() as waiting:
        visitor.page.locator(f"a[href$='analysis.{suffix}']").first.click()
    content = waiting.value.path().read_bytes()
    assert content.startswith(b"%PDF" if suffix == "pdf" else b"PK")


def test_everything_is_there_in_english(visitor):
    visitor.go("/en/")
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    visitor.go(f"/en{TOWN}")
    text = visitor.text()
    assert "Performance of duty" in text
    assert "Pass, good" in text
    visitor.go("/en/open-data/")
    api = visitor.page.get_by_role("link", name="/api/v1/agencies").get_attribute("href")
    assert visitor.page.request.get(f"{visitor.home}{api}").json()["count"] > 1


@pytest.mark.parametrize("address", ["/open-data/", "/en/open-data/", "/agencies/sa-bua/2567/", "/agencies/rae/2564/"])
def test_every_public_page_is_accessible(visitor, address):
    visitor.go(address)


def test_an_address_that_does_not_exist_is_answered_kindly(visitor):
    response = visitor.page.goto(f"{visitor.home}/agencies/nowhere/2568/")
    assert response.status == 404
    visitor.complaints.clear()  # the browser itself notes the 404
    visitor.check()
    assert "ไม่พบ" in visitor.text()


def test_the_keyboard_alone_is_enough_to_search(visitor):
    visitor.go("/")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    visitor.page.get_by_label("ชื่อหน่วยงาน").focus()
    visitor.page.keyboard.type("สระบัว")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(re.compile("q="))
    assert "99.84" in visitor.text()

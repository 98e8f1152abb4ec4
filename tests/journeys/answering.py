"""How people answer a survey: with a finger, with the keyboard alone, with or without JavaScript."""

from tests.journeys.keyboard import tab_to, walk_by_tab

LARGEST_FIRST_LOAD, MOST_REQUESTS = 60_000, 6


def choose_on_screen(someone, option=2):
    """The same option of every line that is shown."""
    for group in someone.page.locator("fieldset.line:visible").all():
        group.locator("input").nth(option - 1).check()


def receipt_of(someone):
    someone.page.wait_for_selector("[data-counted]")
    return someone.page.locator(".receipt code").inner_text()


def answer(someone, option=2, *, looks=False):
    """Screen after screen to the receipt; who `looks` checks each."""
    forward = someone.page.get_by_role("button", name=someone.say("ถัดไป"), exact=True)
    while True:
        choose_on_screen(someone, option)
        if looks:
            someone.check()
        if not forward.is_visible():
            break
        forward.click()
    someone.page.get_by_role("button", name=someone.say("ส่งคำตอบ"), exact=True).click()
    receipt = receipt_of(someone)
    someone.check()
    return receipt


def answer_by_keyboard(someone):
    """The second option of every line, with Tab, arrows and Enter alone, on one long page or screen after screen."""
    keys = someone.page.keyboard
    forward = someone.page.get_by_role("button", name=someone.say("ถัดไป"), exact=True)
    while True:
        for group in someone.page.locator("fieldset.line:visible").all():
            tab_to(someone, group.locator("input").first)
            keys.press("ArrowDown")
        if not forward.is_visible():
            break
        tab_to(someone, forward)
        keys.press("Enter")
    tab_to(someone, someone.page.get_by_role("button", name=someone.say("ส่งคำตอบ"), exact=True))
    keys.press("Enter")


def open_and_weigh(someone, address):
    """Open a form for the first time on a device: how many bytes came, by how many requests."""
    asked = []
    someone.page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks handlers
    someone.page.goto(f"{someone.home}{address}", wait_until="networkidle")
    someone.check()
    sizes = [request.sizes() for request in asked if not request.url.startswith("data:")]
    weight = sum(size["responseHeadersSize"] + size["responseBodySize"] for size in sizes)
    assert len(sizes) <= MOST_REQUESTS, [request.url for request in asked]
    assert weight <= LARGEST_FIRST_LOAD, f"{weight} bytes"
    return weight


def answer_from_a_slip(first, address, code):
    """By the link of a slip: what is left out is pointed at, the receipt is kept."""
    open_and_weigh(first, f"{address}#{code}")
    assert code not in first.page.url
    walk_by_tab(first)
    forward = first.page.get_by_role("button", name=first.say("ถัดไป"), exact=True)
    forward.click()
    forward.click()
    assert first.page.locator(".problem:visible").count() > 0
    first.check()
    return answer(first, looks=True)


def answer_from_a_typed_code(other, code):
    """The keyboard alone, from the page on which codes are typed."""
    other.go("/s/")
    other.field("รหัสหรือชื่อย่อ").fill(code.lower())
    other.press("เปิดแบบวัด")
    answer_by_keyboard(other)
    receipt_of(other)


def answer_without_a_script(plain, address, spent, code):
    """The keyboard alone on one long page; after a spent code everything that was chosen is still there."""
    plain.page.goto(f"{plain.home}{address}")
    tab_to(plain, plain.page.locator("#code"))
    plain.page.keyboard.type(spent)
    answer_by_keyboard(plain)
    plain.page.wait_for_selector("#problems")
    plain.sees("คำตอบที่เลือกไว้ยังอยู่ครบ")
    assert plain.page.locator("fieldset.line input:checked").count() == plain.page.locator("fieldset.line").count()
    plain.page.locator("#code").fill("")
    tab_to(plain, plain.page.locator("#code"))
    plain.page.keyboard.type(code)
    plain.page.keyboard.press("Enter")
    receipt_of(plain)


def check_receipt(someone, receipt):
    """A forged one is none; her own is counted."""
    someone.follow("ตรวจใบรับ")
    for typed, said in (
        (f"{receipt[:-1]}{'Z' if receipt[-1] != 'Z' else 'Y'}", "ไม่พบใบรับนี้ โปรดตรวจตัวอักษร ใบรับมี 24 ตัว แบ่งเป็น 6 กลุ่ม"),
        (receipt, "คำตอบของใบรับนี้ถูกนับแล้ว"),
    ):
        someone.field("เลขใบรับ").fill(typed)
        someone.press("ตรวจ")
        someone.sees(said)


def look_at_the_long_page(someone, address):
    """What is seen without a script, and what comes back for nothing filled in; axe itself needs scripts."""
    someone.page.route("**/*.js", lambda route: route.abort())
    for act in (
        lambda: someone.page.goto(f"{someone.home}{address}"),
        lambda: someone.page.locator("main form button[type=submit]").click(),
    ):
        act()
        someone.page.wait_for_load_state()
        someone.complaints.clear()
        someone.check()
    assert someone.page.locator(".problem").count() > 15


def answer_as_citizen(citizen, address):
    """What was begun is there again when the page is opened anew, and gone once it is sent."""
    citizen.go(address)
    citizen.page.get_by_role("button", name=citizen.say("ถัดไป"), exact=True).click()
    citizen.page.locator("fieldset.line:visible input").first.check()
    citizen.go(address)
    citizen.sees("พบคำตอบที่ทำค้างไว้ในเครื่องนี้ จึงเติมให้แล้ว")
    assert citizen.page.locator("fieldset.line input:checked").count() == 1
    answer(citizen)
    citizen.follow("ให้อีกคนตอบจากเครื่องนี้")
    assert citizen.page.locator("fieldset.line input:checked").count() == 0

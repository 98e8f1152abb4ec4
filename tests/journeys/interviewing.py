"""An interviewer at her page, with and without a network."""

from tests.journeys.keyboard import walk_by_tab


def until(someone, expression):
    """Ask the page again and again; Playwright's own waiting evaluates text, which the page forbids."""
    for _ in range(300):
        if someone.page.evaluate(expression):
            return
        someone.page.wait_for_timeout(50)
    raise AssertionError(f"{expression} never came true: {someone.text()}")


def take_over(someone):
    """Wait for the worker that opens the page without a network, and for the clients."""
    until(someone, "navigator.serviceWorker.controller !== null")
    someone.page.wait_for_selector("article.client")


def go_offline(someone):
    someone.page.context.set_offline(True)
    someone.page.wait_for_selector("#network[data-state=offline]")


def come_back(someone):
    someone.page.context.set_offline(False)


def interview_first(someone, *, looks=False):
    someone.page.get_by_role("button", name=someone.say("เริ่มสัมภาษณ์")).first.click()
    someone.page.wait_for_selector("#asking fieldset.line")
    forward = someone.page.get_by_role("button", name=someone.say("ถัดไป"), exact=True)
    while True:
        if looks:
            someone.check()
        for group in someone.page.locator("#asking fieldset.line").all():
            group.locator("input").nth(1).check()
        if not forward.is_visible():
            break
        forward.click()
    someone.page.get_by_role("button", name=someone.say("จบการสัมภาษณ์")).click()
    someone.page.wait_for_selector("#list:visible")


def waiting(someone):
    return someone.page.locator("#waiting").inner_text()


def wait_for_queue(someone, many):
    said = someone.say("รอส่ง {n} รายการ").format(n=many) if many else someone.say("ไม่มีรายการค้างส่ง")
    someone.page.locator("#waiting", has_text=said).wait_for()


def interview_twice(someone):
    """One with a network, one without that is sent when it is back."""
    someone.go("/office/national/")
    someone.page.get_by_role("link", name=someone.say("สัมภาษณ์ EIT ส่วนที่ 2")).first.click()
    take_over(someone)
    someone.check()
    walk_by_tab(someone)
    interview_first(someone, looks=True)
    wait_for_queue(someone, 0)
    go_offline(someone)
    someone.page.reload()
    someone.page.wait_for_selector("article.client")
    assert someone.page.locator("article.client").count() == 3
    interview_first(someone)
    wait_for_queue(someone, 1)
    someone.check()
    come_back(someone)
    wait_for_queue(someone, 0)
    assert someone.page.locator(".told code").count() == 1
    someone.check()


def interview_too_late(someone, close):
    """What was finished without a network before the surveys closed is not lost, and not counted by itself."""
    go_offline(someone)
    interview_first(someone)
    close()
    come_back(someone)
    wait_for_queue(someone, 0)
    said = someone.say("ส่งถึงแล้วหลังปิดรับ เก็บไว้ให้หัวหน้าชุดพิจารณา")
    someone.page.locator(".told", has_text=said).wait_for()
    someone.check()

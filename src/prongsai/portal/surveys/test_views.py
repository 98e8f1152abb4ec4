import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone

from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.surveys import access
from prongsai.portal.surveys.actions import make_codes, make_links
from prongsai.portal.surveys.devices import FROM_ONE_DEVICE
from prongsai.portal.surveys.keeping import Shelf
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.models import AccessCode, Answer, Standing
from prongsai.portal.surveys.queries import links_of
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import questionnaire_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def links(collecting, agency):
    make_links(round_id=collecting.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")
    return {part: f"/s/{link.code}/" for part, link in links_of(collecting.id, agency.pk).items()}


@pytest.fixture
def public_form(collecting):
    return questionnaire_of(instrument_of(collecting), Instrument.EIT1)


def fields(form, **others):
    return {"key": draw_key(), **{line.key: "2" for line in form.lines}, **others}


def receipt_in(page):
    return re.search(r"<code>([0-9A-Z-]{29})</code>", page.content.decode())[1]


def test_staff_answer_with_a_code_and_get_a_receipt_that_can_be_checked(client, links, staff_form, codes):
    page = client.post(links[Instrument.IIT], fields(staff_form, code=codes[0]))
    assert page.status_code == 200
    receipt = receipt_in(page)
    checked = client.post("/s/receipt/", {"receipt": receipt})
    assert "ถูกนับแล้ว" in checked.content.decode()
    assert Answer.objects.get().choices == "2" * len(staff_form.lines)


def test_a_page_sets_no_cookie_and_may_not_be_kept(client, links):
    page = client.get(links[Instrument.EIT1])
    assert not page.cookies
    assert "no-store" in page["Cache-Control"]


def test_citizens_need_no_code(client, links, public_form):
    assert client.post(links[Instrument.EIT1], fields(public_form)).status_code == 200
    assert Answer.objects.get().part == "EIT1"


def test_a_one_time_code_opens_its_survey_as_an_address_and_by_hand(client, links, codes):
    by_address = client.get(f"/s/{codes[0]}/")
    by_hand = client.post("/s/", {"code": codes[0].lower()})
    assert by_address.context["page"].code == codes[0]
    assert by_hand.context["page"].needs_code


def test_an_address_that_is_none_is_not_found(client, links):
    mistyped = client.get("/s/no-such-survey/")
    assert mistyped.status_code == 404
    assert 'value="no-such-survey"' in mistyped.content.decode()
    typed = client.post("/s/", {"code": "AAAA-BBBB-CCCC"})
    assert typed.status_code == 404
    assert "AAAA-BBBB-CCCC" in typed.content.decode()


@pytest.mark.parametrize("wrong", ["", "9", "0", "-1", "x", "2" * 5000])
def test_a_wrong_choice_is_named_and_the_others_stay(client, links, staff_form, codes, wrong):
    page = client.post(links[Instrument.IIT], fields(staff_form, code=codes[0], i4=wrong))
    assert page.status_code == 422
    assert set(page.context["page"].problems) == {"i4"}
    kept = [option for screen in page.context["page"].screens for line in screen.lines for option in line.options]
    assert sum(option.is_chosen for option in kept) == len(staff_form.lines) - 1
    assert codes[0] in page.content.decode()
    assert not Answer.objects.exists()
    assert not AccessCode.objects.filter(is_spent=True).exists()


def test_thai_digits_are_digits(client, links, staff_form, codes):
    page = client.post(links[Instrument.IIT], fields(staff_form, code=codes[0], i4="๓"))
    assert page.status_code == 200


def test_a_question_of_another_survey_is_pointed_out(client, links, staff_form, codes):
    page = client.post(links[Instrument.IIT], fields(staff_form, code=codes[0], e1="2"))
    assert "e1" in page.context["page"].problems[""]


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKLM"])
def test_without_a_valid_code_nothing_is_stored_and_nothing_is_lost(client, links, staff_form, code):
    page = client.post(links[Instrument.IIT], fields(staff_form, code=code))
    assert (page.status_code, set(page.context["page"].problems)) == (422, {"code"})
    assert not Answer.objects.exists()


def test_a_code_of_another_agency_is_refused(client, links, staff_form, collecting, other_agency):
    (foreign,) = make_codes(round_id=collecting.id, agency_id=other_agency.pk, wanted={None: 1}, actor="person/1")
    assert client.post(links[Instrument.IIT], fields(staff_form, code=foreign)).status_code == 422


def test_the_button_pressed_twice_counts_once_with_the_same_receipt(client, links, staff_form, codes):
    sent = fields(staff_form, code=codes[0])
    first, second = (receipt_in(client.post(links[Instrument.IIT], sent)) for _ in range(2))
    assert first == second
    assert Answer.objects.count() == 1


def test_a_body_of_ten_megabytes_gets_a_clear_page(client, links):
    page = client.post(links[Instrument.EIT1], {"e1": "x" * 10_000_000})
    assert page.status_code == 413
    assert "โปรดเปิดลิงก์เดิม" in page.content.decode()


def test_no_token_of_django_is_needed_since_nobody_is_signed_in(links, public_form):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(links[Instrument.EIT1], fields(public_form)).status_code == 200


def test_many_answers_from_one_telephone_are_kept_for_review(client, links, public_form):
    for _ in range(FROM_ONE_DEVICE + 1):
        assert client.post(links[Instrument.EIT1], fields(public_form)).status_code == 200
    standings = list(Answer.objects.values_list("standing", flat=True))
    assert (standings.count(Standing.COUNTED), standings.count(Standing.TO_REVIEW)) == (FROM_ONE_DEVICE, 1)


def test_a_helper_is_marked(client, links, public_form):
    client.post(links[Instrument.EIT1], fields(public_form, assisted="1"))
    assert Answer.objects.get().is_assisted


def test_before_the_round_collects_the_page_says_when(client, rehearsal, agency):
    make_links(round_id=rehearsal.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")
    link = links_of(rehearsal.id, agency.pk)[Instrument.EIT1]
    page = client.get(f"/s/{link.code}/")
    assert page.status_code == 403
    assert "ไม่ได้เปิดรับ" in page.content.decode()


def test_nothing_of_a_survey_is_logged(client, links, staff_form, codes, caplog):
    client.post(links[Instrument.IIT], fields(staff_form, code=codes[0]))
    assert client.post(links[Instrument.IIT], fields(staff_form, code=codes[0])).status_code == 422
    client.get(f"/s/{codes[0]}/")
    assert client.get("/en/s/AAAA-BBBB-CCCC/").status_code == 404
    client.put("/s/")
    assert [record.getMessage() for record in caplog.records] == []


def test_a_fault_on_a_survey_page_is_told_without_its_address(client, links, caplog, monkeypatch):
    monkeypatch.setattr("prongsai.portal.surveys.views.open_survey", lambda _: 1 / 0)
    client.raise_request_exception = False
    assert client.get(links[Instrument.IIT]).status_code == 500
    assert [record.getMessage() for record in caplog.records] == ["a page of a survey failed"]
    assert links[Instrument.IIT] not in caplog.text


def test_the_form_is_light(client, links):
    """The page and its two files, without compression: the whole first load."""

    page = client.get(links[Instrument.IIT])
    files = [Path(finders.find(f"surveys/survey.{kind}")) for kind in ("css", "js")]
    assert len(page.content) + sum(file.stat().st_size for file in files) < 60_000


def test_who_sends_in_the_seconds_after_the_end_sees_what_was_chosen(client, links, public_form, monkeypatch):
    """The form was kept as open; the answer comes too late all the same, and nothing of it is lost without a word."""
    monkeypatch.setattr(access, "_shelf", Shelf(60))
    address = links[Instrument.EIT1]
    assert client.get(address).status_code == 200
    apps.get_model("rounds", "RoundPhase").objects.filter(key="surveys").update(closes_at=timezone.now())
    page = client.post(address, fields(public_form))
    assert page.status_code == 403
    shown = page.content.decode()
    assert "คำตอบที่เพิ่งส่งจึงไม่ถูกนับ" in shown
    assert shown.count("<dt>") == len(public_form.lines)
    assert not Answer.objects.exists()


def test_a_form_opened_by_its_code_is_sent_to_the_agencys_address(client, links, staff_form, codes):
    """Else it would come back to the page on which codes are typed, and be shown once more, empty."""
    opened = client.post("/s/", {"code": codes[0].lower()}).content.decode()
    assert f'action="{links[Instrument.IIT]}"' in opened
    assert f'value="{codes[0].lower()}"' in opened
    sent = client.post(links[Instrument.IIT], fields(staff_form, code=codes[0].lower()))
    assert receipt_in(sent)

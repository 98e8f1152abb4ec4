import re

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.portal.journal.queries import lines_about
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running.texting import set_asks_sms
from prongsai.portal.surveys.actions import make_links
from prongsai.portal.surveys.devices import FROM_ONE_NUMBER
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.models import Answer, DeviceMark, Standing
from prongsai.portal.surveys.test_privacy import tables
from prongsai.portal.surveys.texting import codes

pytestmark = pytest.mark.django_db
NUMBER = "081 234 5678"
ALL = {"e3": "2"} | {f"e{number}": "6" for number in (1, 2, 4, 5, 6, 7, 8, 9)}
BROKEN = "prongsai.portal.surveys.texting.test_texting.BrokenGateway"
posted = []


class PostingGateway:
    """Keeps messages for the test."""

    def send(self, number, text):
        posted.append((number, text))


class BrokenGateway:
    """A provider that is down."""

    def send(self, number, _text):
        raise ConnectionError(f"cannot reach {number}")


@pytest.fixture
def asked(collecting, agency, settings):
    """Citizens' survey of a round that asks for a telephone number."""
    settings.PRONGSAI_SMS_GATEWAY = "prongsai.portal.surveys.texting.test_texting.PostingGateway"
    posted.clear()
    apps.get_model("rounds", "Round").objects.filter(pk=collecting.id).update(asks_sms=True)
    make_links(round_id=collecting.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")
    return "/s/town-e/"


def ask_code(visitor, asked, key, number=NUMBER, **others):
    return visitor.post(asked, {"key": key, "sms-number": number, "send-code": "1"} | others)


def sent_code():
    return re.search(r"[0-9]{6}", posted[-1][1])[0]


def standings():
    return sorted(Answer.objects.values_list("standing", flat=True))


def test_a_code_from_the_telephone_lets_the_answer_count(visitor, asked):
    key = draw_key()
    page = ask_code(visitor, asked, key, **ALL)
    assert page.status_code == 200
    shown = page.content.decode()
    assert shown.count(" checked") == len(ALL)
    assert NUMBER in shown
    assert posted[-1][0] == "0812345678"
    assert not Answer.objects.exists()
    done = visitor.post(asked, {"key": key, "sms-number": NUMBER, "sms-code": sent_code()} | ALL)
    assert "data-counted" in done.content.decode()
    assert standings() == [Standing.COUNTED]
    again = visitor.post(asked, {"key": key, "sms-number": NUMBER, "sms-code": sent_code()} | ALL)
    assert "data-counted" in again.content.decode()
    assert len(standings()) == 1


def test_a_code_can_be_asked_for_before_everything_is_answered(visitor, asked):
    shown = ask_code(visitor, asked, draw_key(), e1="6").content.decode()
    assert "ยังไม่ได้เลือกคำตอบ</p>" not in shown
    assert 'id="sms-code"' in shown


def test_without_a_code_an_answer_is_kept_for_review(visitor, asked):
    assert visitor.post(asked, {"key": draw_key()} | ALL).status_code == 200
    assert standings() == [Standing.TO_REVIEW]


def test_a_wrong_code_is_pointed_out_and_after_five_the_right_one_is_worth_nothing(visitor, asked):
    key = draw_key()
    ask_code(visitor, asked, key)
    right = sent_code()
    wrong = f"{(int(right) + 1) % 1000000:06}"
    for _ in range(codes.MOST_TRIES):
        refused = visitor.post(asked, {"key": key, "sms-code": wrong} | ALL)
        assert refused.status_code == 422
        assert "รหัสไม่ตรงกับที่ส่งให้" in refused.content.decode()
        assert refused.content.decode().count(" checked") == len(ALL)
    assert visitor.post(asked, {"key": key, "sms-code": right} | ALL).status_code == 422
    assert not Answer.objects.exists()


def test_a_code_of_another_form_or_one_that_is_over_is_none(visitor, asked, monkeypatch):
    key = draw_key()
    ask_code(visitor, asked, key)
    other = visitor.post(asked, {"key": draw_key(), "sms-code": sent_code()} | ALL)
    assert "หมดอายุ" in other.content.decode()
    later = codes.time.time() + codes.LIFE + 1
    monkeypatch.setattr(codes.time, "time", lambda: later)
    assert visitor.post(asked, {"key": key, "sms-code": sent_code()} | ALL).status_code == 422


def test_thai_digits_are_digits(visitor, asked):
    key = draw_key()
    ask_code(visitor, asked, key, number="๐๘๑-๒๓๔-๕๖๗๘")
    code = sent_code().translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert visitor.post(asked, {"key": key, "sms-code": code} | ALL).status_code == 200
    assert standings() == [Standing.COUNTED]


@pytest.mark.parametrize("number", ["", "12345", "02 123 4567", "<b>"])
def test_what_is_no_mobile_number_is_said_and_nothing_is_sent(visitor, asked, number):
    page = ask_code(visitor, asked, draw_key(), number=number, e1="5")
    assert page.status_code == 422
    assert "ไม่ใช่เบอร์มือถือ" in page.content.decode()
    assert page.content.decode().count(" checked") == 1
    assert posted == []


def test_a_number_gets_three_messages_a_day_and_a_network_thirty_an_hour(visitor, asked):
    outcomes = [ask_code(visitor, asked, draw_key()).status_code for _ in range(5)]
    assert outcomes == [200, 200, 200, 422, 422]
    cache.clear()
    outcomes = [ask_code(visitor, asked, draw_key(), number=f"08{number:08}").status_code for number in range(32)]
    assert outcomes == [200] * codes.MOST_FROM_A_NETWORK + [422] * 2


def test_a_number_serves_a_family_and_then_is_looked_at(visitor, asked, monkeypatch):
    monkeypatch.setattr(codes, "MOST_TO_A_NUMBER", 100)
    for _ in range(FROM_ONE_NUMBER + 2):
        key = draw_key()
        ask_code(visitor, asked, key)
        visitor.post(asked, {"key": key, "sms-code": sent_code()} | ALL)
    assert standings() == [Standing.COUNTED] * FROM_ONE_NUMBER + [Standing.TO_REVIEW] * 2


def test_a_provider_that_is_down_is_said_without_the_number(visitor, asked, settings, caplog):
    settings.PRONGSAI_SMS_GATEWAY = BROKEN
    page = ask_code(visitor, asked, draw_key())
    assert page.status_code == 422
    assert "ส่ง SMS ไม่ได้" in page.content.decode()
    assert "ConnectionError" in caplog.text
    assert "0812345678" not in caplog.text


def test_the_number_stands_nowhere_and_its_mark_goes_with_the_day(visitor, asked):
    key = draw_key()
    ask_code(visitor, asked, key)
    visitor.post(asked, {"key": key, "sms-number": NUMBER, "sms-code": sent_code()} | ALL)
    everything = f"{tables()} {cache._cache}"
    for trace in (NUMBER, "0812345678", "812345678", sent_code(), key):
        assert trace not in everything
    assert DeviceMark.objects.count() == 2


def test_a_round_that_does_not_ask_costs_no_more_questions(visitor, asked, collecting):
    def questions():
        with CaptureQueriesContext(connection) as found:
            shown = visitor.get(asked).content.decode()
        return len(found), "sms-number" in shown

    asking, has_field = questions()
    apps.get_model("rounds", "Round").objects.filter(pk=collecting.id).update(asks_sms=False)
    assert (questions(), has_field) == ((asking, False), True)
    assert "sms-number" not in visitor.get("/s/town-i/").content.decode()


def test_the_office_switches_it_before_answers_come(national_office, assessor, rehearsal):
    page = f"/office/national/rounds/{rehearsal.slug}/"
    assert assessor.post(f"{page}sms/", {"asks": "yes"}).status_code == 403
    assert national_office.post(f"{page}sms/", {"asks": "yes"}).status_code == 302
    assert find_round(rehearsal.slug).asks_sms
    assert [line.verb for line in lines_about(f"rounds/{rehearsal.slug}")][-1] == "round.ask-sms"


def test_once_answers_came_it_stays(national_office, collecting):
    with pytest.raises(RoundRefusedError, match="เริ่มเก็บข้อมูลแล้ว"):
        set_asks_sms(actor="person/1", round_id=collecting.id, asks=True)
    national_office.post(f"/office/national/rounds/{collecting.slug}/sms/", {"asks": "yes"})
    assert not find_round(collecting.slug).asks_sms

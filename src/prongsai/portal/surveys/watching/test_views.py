import csv
import io
import json

import pytest
from django.apps import apps
from django.utils import timezone

from prongsai.portal.surveys.models import Answer, Standing
from prongsai.portal.surveys.watching.models import CountedPart
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(national_office, page, answered, other_agency):
    answered(3, Instrument.EIT1, to_review=True, days_ago=1)
    answered(12, Instrument.EIT1)
    answered(9, of=other_agency)
    assert national_office.post(f"{page}count/").status_code == 302


def test_the_office_counts_and_reads_answers_against_the_minimum(national_office, page, counted):
    shown = national_office.get(page)
    assert {total.part.value: total.answers for total in shown.context["totals"]} == {"EIT1": 15, "EIT2": 0, "IIT": 9}
    assert len(shown.context["lines"]) == 6
    narrowed = national_office.get(page, {"q": "เมือง", "part": "EIT1"}).context["lines"]
    assert [line.counted.answers for line in narrowed] == [15]
    assert "ไม่มีหน่วยงาน" in national_office.get(page, {"prospect": "missed"}).content.decode()
    assert national_office.get(f"{page}provinces/").status_code == 200
    assert national_office.get(f"/en{page}").status_code == 200


def test_a_value_that_is_not_offered_narrows_nothing(national_office, page, counted):
    assert len(national_office.get(page, {"part": "OIT", "province": "x", "page": "zzz"}).context["lines"]) == 6


def test_before_anybody_counted_the_page_says_so(national_office, assessor, page):
    assert "ยังไม่เคยนับ" in national_office.get(page).content.decode()
    assert national_office.get(f"{page}provinces/").status_code == 200
    assert assessor.get(page).status_code == 200


def test_a_group_that_waits_is_set_aside_as_a_whole(national_office, page, counted):
    (group,) = national_office.get(f"{page}review/").context["groups"]
    sent = {"agency": group.agency_code, "part": "EIT1", "day": group.day.isoformat(), "verdict": "set-aside"}
    assert national_office.post(f"{page}review/decide/", sent).status_code == 302
    assert Answer.objects.filter(standing=Standing.SET_ASIDE).count() == 3
    for wrong in ({"verdict": "x"}, {"day": "31/02"}, {"part": "OIT"}, {"agency": "no-agency"}):
        assert national_office.post(f"{page}review/decide/", sent | wrong).status_code == 404


def test_tallies_come_as_csv_and_json_without_small_surveys(national_office, page, counted):
    assert national_office.get(f"{page}tallies.csv").status_code == 302
    national_office.post(f"{page}close/")
    assert "tallies.csv" not in national_office.get(page).content.decode()
    apps.get_model("rounds", "RoundPhase").objects.filter(key="surveys").update(closes_at=timezone.now())
    assert "ปิดการนับคำตอบของรอบนี้" in national_office.get(page).content.decode()
    national_office.post(f"{page}close/")
    assert "tallies.csv" in national_office.get(page).content.decode()
    text = b"".join(national_office.get(f"{page}tallies.csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {(row["agency"], row["instrument"], row["answers"]) for row in rows} == {("town", "EIT1", "15")}
    assert sum(int(row["count"]) for row in rows if row["line"] == "e1") == 15
    (entry,) = json.loads(b"".join(national_office.get(f"{page}tallies.json").streaming_content))
    assert entry["lines"]["e1"][0] == 15
    Answer.objects.filter(part="EIT1").delete()
    assert json.loads(b"".join(national_office.get(f"{page}tallies.json").streaming_content)) == []


def test_each_questionnaire_is_there_as_an_xlsform(national_office, officer, agency, collecting, page):
    assert national_office.get(f"{page}forms/eit2.xlsx").content[:2] == b"PK"
    assert national_office.get(f"{page}forms/oit.xlsx").status_code == 404
    mine = f"/office/{agency.code}/rounds/{collecting.slug}/surveys/"
    assert officer.get(f"{mine}iit/xlsform.xlsx").status_code == 404
    officer.post(f"{mine}addresses/")
    assert officer.get(f"{mine}iit/xlsform.xlsx").content[:2] == b"PK"


WRITES = ("count/", "remind/", "review/decide/", "close/")
FOR_RUNNERS = ("review/", "tallies.csv", "tallies.json")


def test_assessors_read_and_write_nothing(assessor, page):
    assert [assessor.get(f"{page}{way}").status_code for way in ("", "provinces/", "forms/iit.xlsx")] == [200] * 3
    assert [assessor.get(f"{page}{way}").status_code for way in FOR_RUNNERS] == [403] * 3
    assert [assessor.post(f"{page}{way}").status_code for way in WRITES] == [403] * 4
    assert not CountedPart.objects.exists()


def test_agencies_and_visitors_find_nothing(officer, stranger, visitor, page):
    for way in ("", "provinces/", "forms/iit.xlsx", *FOR_RUNNERS):
        assert [officer.get(f"{page}{way}").status_code, stranger.get(f"{page}{way}").status_code] == [404, 404]
        assert visitor.get(f"{page}{way}").status_code == 302
    assert [officer.post(f"{page}{way}").status_code for way in WRITES] == [404] * 4


def test_a_wrong_round_or_method_does_nothing(national_office, page):
    assert national_office.get(page.replace("rehearsal-2569", "no-round")).status_code == 404
    assert [national_office.get(f"{page}{way}").status_code for way in WRITES] == [405] * 4
    assert national_office.post(page).status_code == 405

"""Who sees marks, and when."""

import io

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from tests.marking import confirm_copy
from tests.rounds import move_to

from prongsai.portal.disclosures.assessing.queries import verdicts
from prongsai.portal.disclosures.assessing.verdicts import Because
from prongsai.portal.disclosures.models import Capture, CaptureReason, ConflictOfInterest, Mark, Objection, Seating
from prongsai.portal.files.keeping import keep_packed
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.states import RoundState

pytestmark = pytest.mark.django_db
Membership = apps.get_model("people", "Membership")
DECIDED = {"decision": "no", "reason": "ตามผู้ประเมินคนที่ 1", "version": "1"}


@pytest.fixture
def item_page(scoring):
    return lambda item="o1", code="town": f"/office/national/marking/{scoring.slug}/{code}/{item}/"


def whole(n, **said):
    return {f"there-{number}": "yes" for number in range(1, n + 1)} | {"version": "1"} | said


def test_an_assessor_marks_and_is_led_to_the_next_item(first, item_page, scoring):
    page = first.get(f"/office/national/marking/{scoring.slug}/").content.decode()
    assert item_page() in page
    shown = first.get(item_page())
    assert "https://town.example/structure" in shown.content.decode()
    sent = first.post(item_page(), whole(2))
    assert sent["Location"] == item_page("o2")
    assert Mark.objects.get().is_complete


def test_a_no_without_a_reason_is_told_and_nothing_typed_is_lost(first, item_page):
    shown = first.post(item_page(), {"there-1": "yes", "there-2": "no", "reason-1": "พิมพ์ไว้ก่อน"})
    page = shown.content.decode()
    assert "บอกว่าขาดอะไร" in page
    assert "พิมพ์ไว้ก่อน" in page
    assert not Mark.objects.exists()


def test_the_second_never_sees_the_first_ones_mark(first, second, mark, item_page):
    mark(first, complete=False)
    page = second.get(item_page()).content.decode()
    assert "ไม่พบในหน้าเว็บ" not in page


def test_the_adjudicator_sees_marks_only_where_two_differ(first, second, third, mark, item_page):
    mark(first, complete=False)
    assert "ไม่พบในหน้าเว็บ" not in third.get(item_page()).content.decode()
    mark(second)
    assert "ไม่พบในหน้าเว็บ" in third.get(item_page()).content.decode()
    assert third.post(item_page(), DECIDED | {"version": "0"}).status_code == 200
    assert third.post(item_page(), DECIDED).status_code == 302


def test_a_page_that_showed_an_earlier_copy_marks_nothing_of_the_new_one(first, answered, item_page):
    shown = first.get(item_page()).content.decode()
    assert 'name="version" value="1"' in shown
    confirm_copy(answered)
    refused = first.post(item_page(), whole(2)).content.decode()
    assert "ยืนยันคำตอบฉบับใหม่แล้ว" in refused
    assert 'name="version" value="2"' in refused
    assert not Mark.objects.exists()
    assert first.post(item_page(), whole(2, version="2")).status_code == 302


def test_an_assessor_who_is_tied_to_the_agency_does_not_open_it_by_its_address(
    first, second, national_office, mark, item_page, scoring, agency
):
    mark(first)
    typed = {"person": first.person.pk, "code": "town", "province": "", "reason": "ญาติเป็นนายก"}
    national_office.post(f"/office/national/rounds/{scoring.slug}/oit/conflicts/", typed)
    assert first.get(item_page()).status_code == 404
    assert second.get(item_page()).status_code == 200
    assert not Mark.objects.exists()


def test_who_works_for_the_agency_does_not_mark_it(first, hire, item_page, agency):
    assert first.get(item_page()).status_code == 200
    Membership.objects.create(person=first.person, agency=agency, role=Role.AUDITOR)
    assert first.get(item_page()).status_code == 404


def test_an_assessor_without_a_place_finds_nothing_and_agencies_neither(assessor, officer, national_office, item_page):
    assert assessor.get(item_page()).status_code == 404
    assert officer.get(item_page()).status_code == 404
    assert national_office.get(item_page()).status_code == 403


def test_an_assessor_finds_the_way_back_to_what_she_has_marked(first, mark, item_page, scoring):
    mark(first)
    marked = f'href="{item_page()}"'
    assert marked in first.get(item_page("o2")).content.decode()
    for item in ("o2", "o3"):
        mark(first, item)
    assert marked in first.get(f"/office/national/marking/{scoring.slug}/").content.decode()


def test_a_missing_reason_is_named_by_its_element(first, item_page):
    typed = whole(2) | {"there-2": "no", "reason-2": ""}
    page = first.post(item_page(), typed).content.decode()
    assert "เหตุผลที่ไม่พบองค์ประกอบที่ 2</a>: บอกว่าขาดอะไร" in page


def test_a_correction_is_offered_only_after_the_results(national_office, clarification, agency):
    page = f"/office/national/rounds/{clarification.slug}/oit/of/{agency.code}/?item=o2"
    assert "แก้ผลเป็นครบถ้วน (100)" not in national_office.get(page).content.decode()
    move_to(clarification.id, RoundState.CONFIRMED)
    assert "แก้ผลเป็นครบถ้วน (100)" in national_office.get(page).content.decode()


def test_what_was_left_empty_has_no_page_to_mark(first, item_page):
    assert first.get(item_page("o4")).status_code == 404
    assert first.get(item_page("o99")).status_code == 404
    assert first.get(item_page("o1", "village")).status_code == 404


def test_the_office_shares_out_and_bars(hire, national_office, answered, scoring):
    people = [hire(f"assessor-{n}", None, Role.ASSESSOR) for n in range(3)]
    page = f"/office/national/rounds/{scoring.slug}/oit/"
    assert national_office.post(f"{page}share/", {"seed": "2569"}).status_code == 302
    assert Seating.objects.filter(disclosure=answered).count() == 3
    typed = {"person": people[0].person.pk, "code": "nowhere", "province": "", "reason": "ญาติ"}
    shown = national_office.post(f"{page}conflicts/", typed).content.decode()
    assert "ไม่พบหน่วยงานรหัส" in shown
    assert "ญาติ" in shown
    assert national_office.post(f"{page}conflicts/", typed | {"code": "town"}).status_code == 302
    assert ConflictOfInterest.objects.get().agency_id == answered.agency_id
    assert "town" in national_office.get(page).content.decode()


def test_marks_are_seen_by_the_agency_only_when_the_clarification_opens(officer, first, second, mark, scoring, agency):
    mark(first)
    mark(second)
    assert officer.get(reverse("oit-clarifying:marks", args=[agency.code, scoring.slug])).status_code == 404


def test_an_agency_reads_reasons_and_objects_once(officer, auditor, third, clarification, agency):
    page = reverse("oit-clarifying:marks", args=[agency.code, clarification.slug])
    assert "ไม่พบในหน้าเว็บ" in officer.get(page).content.decode()
    assert "oit-marks/o2/" not in auditor.get(page).content.decode()
    wrong = officer.post(f"{page}o2/", {"text": "มีแล้ว", "urls": "หน้าแรก\nหน้าสอง"}).content.decode()
    assert "บรรทัดที่ 1 “หน้าแรก”" in wrong
    assert "บรรทัดที่ 2 “หน้าสอง”" in wrong
    assert "มีแล้ว" in wrong
    assert officer.post(f"{page}o2/", {"text": "มีแล้ว", "urls": "https://town.example/x"}).status_code == 302
    assert auditor.post(f"{page}o2/", {"text": "มีแล้ว"}).status_code == 403
    waiting = third.get(reverse("oit-clarifying:objections", args=[clarification.slug])).content.decode()
    assert "O2 ข้อมูลผู้บริหาร" in waiting
    assert agency.name_th in waiting
    decide = reverse("oit-clarifying:decide", args=[clarification.slug, agency.code, "o2"])
    assert "มีแล้ว" in third.get(decide).content.decode()
    assert third.post(decide, {"answer": "grant", "decision": "พบแล้ว"}).status_code == 302
    assert Objection.objects.get().decision == "พบแล้ว"
    assert verdicts(clarification, agency.pk)["o2"].because is Because.OBJECTION


def test_another_agency_sees_nothing_of_it(stranger, visitor, clarification, agency):
    page = reverse("oit-clarifying:marks", args=[agency.code, clarification.slug])
    assert stranger.get(page).status_code == 404
    assert visitor.get(page).status_code == 302


def test_a_mark_that_nobody_doubled_stays_hidden_from_the_agency(officer, clarification, agency):
    page = officer.get(reverse("oit-clarifying:marks", args=[agency.code, clarification.slug])).content.decode()
    assert "รอผู้ประเมิน" in page


@pytest.fixture
def kept(answered, settings, tmp_path):
    """What was kept of o1's first address, and the same look in no round at all."""
    settings.STATE = tmp_path
    page = keep_packed(io.BytesIO("<p>โครงสร้าง</p>".encode()))
    text = keep_packed(io.BytesIO("โครงสร้างของเทศบาล".encode()))
    return Capture.objects.create(
        agency=answered.agency,
        round=answered.round,
        url="https://town.example/structure",
        reason=CaptureReason.SUBMISSION,
        at=timezone.now(),
        outcome="ok",
        status=200,
        media_type="text/html",
        sha256=page,
        size=20,
        text_sha256=text,
    )


def test_an_assessor_reads_what_was_kept_and_no_browser_runs_it(first, kept, item_page):
    assert f"{item_page()}kept/{kept.pk}/" in first.get(item_page()).content.decode()
    assert "โครงสร้างของเทศบาล" in first.get(f"{item_page()}kept/{kept.pk}/").content.decode()
    file = first.get(f"{item_page()}kept/{kept.pk}/?file")
    assert file.content.decode() == "<p>โครงสร้าง</p>"
    assert file["Content-Type"] == "application/octet-stream"
    assert file["Content-Disposition"].startswith("attachment")
    assert "sandbox" in file["Content-Security-Policy"]


def test_an_assessor_sees_what_changed_at_the_address_since(first, kept, item_page):
    page = f"{item_page()}kept/{kept.pk}/"
    assert "ยังไม่ได้เปิดดูอีก" in first.get(page).content.decode()
    kept.text_sha256 = keep_packed(io.BytesIO("โครงสร้างของเทศบาล ฉบับใหม่".encode()))
    kept.pk, kept.sha256, kept.reason = None, "0" * 64, CaptureReason.WATCH
    kept.save()
    shown = first.get(page).content.decode()
    assert "<del>โครงสร้างของเทศบาล</del>" in shown
    assert "<ins>โครงสร้างของเทศบาล ฉบับใหม่</ins>" in shown


def test_the_adjudicator_reads_what_was_kept_of_an_objection(officer, third, clarification, agency, kept):
    kept.url, kept.pk = "https://town.example/chart", None
    kept.save()
    sent = {"text": "มีแล้ว", "urls": kept.url}
    officer.post(reverse("oit-clarifying:object", args=[agency.code, clarification.slug, "o2"]), sent)
    page = third.get(reverse("oit-clarifying:decide", args=[clarification.slug, agency.code, "o2"])).content.decode()
    assert f"/o2/kept/{kept.pk}/" in page


def test_what_was_kept_elsewhere_is_not_there(first, kept, item_page):
    Capture.objects.update(round=None)
    assert first.get(f"{item_page()}kept/{kept.pk}/").status_code == 404

"""What everybody sees of a disclosure, and what they do not."""

import io
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from prongsai.portal.disclosures.models import Capture, CaptureReason, UploadedFile
from prongsai.portal.files.recognising import LARGEST

pytestmark = pytest.mark.django_db
Round = apps.get_model("rounds", "Round")
PAGE = "/disclosure/town/2569/"


@pytest.fixture
def real(answered):
    """The same answers in a real round: a rehearsal is nobody's to see."""
    Round.objects.update(is_rehearsal=False, slug="2569")
    return answered


def seen(disclosure, url, outcome):
    return Capture.objects.create(
        agency=disclosure.agency, url=url, reason=CaptureReason.WATCH, at=timezone.now(), outcome=outcome, status=200
    )


def test_every_item_stands_in_order_with_its_addresses_and_their_state(real, client):
    seen(real, "https://town.example/structure", "ok")
    seen(real, "https://town.example/executives", "dead-link")
    page = client.get(PAGE).content.decode()
    assert page.index('id="o1"') < page.index('id="o2"') < page.index('id="o26"')
    assert "https://town.example/powers" in page
    assert "เปิดได้เมื่อ" in page
    assert "ไม่มีหน้านี้แล้ว" in page
    assert "ระบบยังไม่ได้เปิดดู" in page
    assert "หน่วยงานไม่มีหน้าที่ส่วนนี้" in page


def test_an_item_leads_to_its_topic_in_the_year_before_whatever_the_number_was(real, client, last_year):
    assert "ปี 2568" not in client.get(PAGE).content.decode(), "a rehearsal is nobody's to see"
    Round.objects.filter(year=2568).update(is_rehearsal=False, slug="2568")
    page = client.get(PAGE).content.decode()
    procurement = page[page.index('id="o11"') : page.index('id="o12"')]
    assert 'href="/disclosure/town/2568/#o12"' in procurement
    assert "ปี 2568 คือข้อ O12" in procurement


def test_a_rehearsal_is_nobodys_to_see(answered, client):
    assert client.get(PAGE).status_code == 404
    assert client.get("/disclosure/town/").status_code == 404


def test_answers_that_no_executive_confirmed_are_not_public(real, client):
    type(real).objects.update(confirmed_copy=None, state="drafting")
    assert client.get(PAGE).status_code == 404


def test_verdicts_are_public_when_the_results_are(clarification, client):
    Round.objects.update(is_rehearsal=False, slug="2569")
    assert "ไม่ครบถ้วน" not in client.get(PAGE).content.decode()
    Round.objects.update(state="published")
    page = client.get(PAGE).content.decode()
    assert "ไม่ครบถ้วน" in page
    assert "ไม่พบในหน้าเว็บ" not in page  # an assessor's words are for the agency


def test_the_page_can_stand_in_another_site_and_the_rest_cannot(real, client):
    frame = client.get(f"{PAGE}embed/")
    assert "X-Frame-Options" not in frame
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "<form" not in frame.content.decode()
    assert not frame.cookies
    page = client.get(PAGE)
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_the_table_has_a_row_an_address_and_runs_nothing(real, client):
    copy = real.confirmed_copy or type(real).objects.get(pk=real.pk).confirmed_copy
    copy.contents["items"][0]["explanation"] = "=HYPERLINK(1)"
    copy.save()
    rows = client.get(f"{PAGE}items.csv").content.decode("utf-8-sig").splitlines()
    assert [row.split(",")[2] for row in rows[1:5]] == ["o1", "o1", "o2", "o3"]
    assert "'=HYPERLINK" in rows[1]


def test_the_newest_year_is_led_to(real, client):
    assert client.get("/disclosure/town/")["Location"] == PAGE


def test_a_page_costs_the_same_for_many_addresses(real, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(17):
        client.get(PAGE)


@pytest.fixture
def state(settings, tmp_path):
    settings.STATE = tmp_path


def brought(name="แผน.pdf", content=b"%PDF-1.7 plan"):
    return {"documents": SimpleUploadedFile(name, content)}


def test_a_file_is_published_served_safely_and_withdrawn(officer, client, state):
    assert officer.post("/office/town/oit-files/upload/", brought()).status_code == 302
    file = UploadedFile.objects.get()
    address = f"/disclosure/town/files/{file.pk}/{file.name}"
    answer = client.get(address)
    assert io.BytesIO(b"".join(answer.streaming_content)).read() == b"%PDF-1.7 plan"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    for close in answer._resource_closers:
        close()  # `answer.close()` would take the test's database along
    assert quote(address) in officer.get("/office/town/oit-files/").content.decode()
    assert officer.post(f"/office/town/oit-files/{file.pk}/withdraw/").status_code == 302
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "content", [b"<html><script>alert(1)</script>", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"MZ\x90", b"GIF89a"]
)
def test_a_file_is_known_by_its_bytes_never_by_its_name(officer, state, content):
    shown = officer.post("/office/town/oit-files/upload/", brought("แผน.pdf", content))
    assert "ตามที่เนื้อแฟ้มบอก" in shown.content.decode()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize(("content", "said"), [(b"", "ว่างเปล่า"), (b"%PDF-" + bytes(LARGEST), "ใหญ่เกิน 10 MB")])
def test_of_several_files_the_one_that_is_not_taken_is_named(officer, state, content, said):
    files = [SimpleUploadedFile("ดี.pdf", b"%PDF-1.7"), SimpleUploadedFile("เสีย.pdf", content)]
    page = officer.post("/office/town/oit-files/upload/", {"documents": files}).content.decode()
    assert f"แฟ้ม เสีย.pdf {said}" in page
    assert not UploadedFile.objects.exists()


def test_files_are_published_together_or_not_at_all(officer, state):
    officer.post("/office/town/oit-files/upload/", brought())
    files = [SimpleUploadedFile("ใหม่.pdf", b"%PDF-1.7 new"), SimpleUploadedFile("แผน.pdf", b"%PDF-1.7 plan")]
    page = officer.post("/office/town/oit-files/upload/", {"documents": files}).content.decode()
    assert "แฟ้ม “แผน.pdf” เผยแพร่อยู่แล้ว" in page
    assert UploadedFile.objects.count() == 1


def test_only_the_officer_publishes_and_each_agency_sees_its_own(officer, executive, contributor, stranger, state):
    for player in (executive, contributor):
        assert player.post("/office/town/oit-files/upload/", brought()).status_code == 403
    assert stranger.get("/office/town/oit-files/").status_code == 404
    officer.post("/office/town/oit-files/upload/", brought())
    file = UploadedFile.objects.get()
    assert stranger.post(f"/office/village/oit-files/{file.pk}/withdraw/").status_code == 404
    assert UploadedFile.objects.get().withdrawn_at is None


def test_another_agencys_address_does_not_show_the_file(officer, client, state, other_agency):
    officer.post("/office/town/oit-files/upload/", brought())
    file = UploadedFile.objects.get()
    assert client.get(f"/disclosure/{other_agency.code}/files/{file.pk}/{file.name}").status_code == 404


def test_nothing_chosen_is_told(officer, state):
    assert "เลือกแฟ้มก่อน" in officer.post("/office/town/oit-files/upload/", {}).content.decode()

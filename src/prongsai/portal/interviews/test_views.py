import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from prongsai.portal.interviews.models import Assignment, AssignmentState, Attempt, BackCheck, Client, DoubtfulDay
from prongsai.portal.rounds.queries import RoundPhase
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.queries import Answer, Standing

pytestmark = pytest.mark.django_db
HEAD = "บริการ,ช่องทางติดต่อ,รหัสอ้างอิง\n"


@pytest.fixture
def calling(collecting):
    return f"/office/national/interviews/{collecting.slug}/"


@pytest.fixture
def review(collecting, agency):
    return f"/office/national/rounds/{collecting.slug}/interviews/of/{agency.code}/"


@pytest.fixture
def send(assessor, calling, choices):
    def act(whose, by=assessor, **others):
        message = {
            "kind": "interview",
            "key": draw_key(),
            "assignment": whose.pk,
            "choices": {key: str(choice) for key, choice in choices.items()},
        }
        return by.post(f"{calling}send/", json.dumps(message | others), content_type="application/json")

    return act


def phase_is_over():
    RoundPhase.objects.filter(key="surveys").update(
        opens_at=timezone.now() - timedelta(days=9), closes_at=timezone.now() - timedelta(days=1)
    )


def test_the_page_itself_names_no_client(assessor, calling, assigned):
    text = assessor.get(calling).content.decode()
    assert assigned[0].client.contact not in text
    assert "worker-src 'self'" in assessor.get(calling)["Content-Security-Policy"]


def test_the_work_is_the_interviewers_own_and_what_is_done_has_no_contact(
    assessor, second_assessor, calling, assigned, send
):
    assert second_assessor.get(f"{calling}assignments/").json()["assignments"] == []
    send(assigned[0])
    work = assessor.get(f"{calling}assignments/").json()
    assert (len(work["assignments"]), work["done"]) == (8, 1)
    assert assigned[0].client.contact not in str(work)
    assert [len(screen["lines"]) for screen in work["screens"]] == [3, 3, 3]
    assert work["is_open"] is True


def test_the_questions_come_in_the_language_of_the_page(assessor, calling, assigned):
    thai, english = assessor.get(f"{calling}assignments/").json(), assessor.get(f"/en{calling}assignments/").json()
    assert thai["screens"][0]["title"] == "คุณภาพการดำเนินงาน"
    assert english["screens"][0]["title"].isascii()


def test_a_finished_interview_gets_a_receipt(send, assigned):
    sent = send(assigned[0])
    assert (sent.status_code, sent.json()["is_new"]) == (200, True)
    assert len(sent.json()["receipt"]) > 20


def test_a_late_queue_is_kept_for_the_supervisor(send, assigned, national_office, review):
    phase_is_over()
    late = send(assigned[0])
    assert (late.status_code, late.json()) == (202, {"late": True})
    assert Answer.objects.get().standing == Standing.SET_ASIDE
    assert "1 ฉบับที่ส่งถึงหลังปิดรับ" in national_office.get(review).content.decode()
    national_office.post(f"{review}late/")
    assert Answer.objects.get().standing == Standing.COUNTED


def test_before_the_phase_an_interview_is_refused_and_stays_on_the_phone(send, assigned):
    RoundPhase.objects.filter(key="surveys").update(
        opens_at=timezone.now() + timedelta(days=1), closes_at=timezone.now() + timedelta(days=9)
    )
    assert send(assigned[0]).status_code == 409
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "status", "told"),
    [
        ({"choices": {}}, 422, "ยังไม่ได้เลือกคำตอบ"),
        ({"choices": {"i1": "1"}}, 422, "i1"),
        ({"choices": {"e1": "9"}}, 422, "พบคำตอบ"),
        ({"choices": {"e1": 1}}, 422, "str"),
        ({"key": "short"}, 422, "เลขกำกับ"),
        ({"name": "somebody"}, 422, "name"),
        ({"kind": "poem"}, 422, "poem"),
        ({"assignment": 999_999}, 404, "หัวหน้าชุด"),
        ({"kind": "attempt", "outcome": "sleepy", "day": "2026-01-01"}, 422, "sleepy"),
        ({"kind": "attempt", "outcome": "refused", "day": "yesterday"}, 422, "yesterday"),
        ({"kind": "attempt", "outcome": "refused", "day": "2999-01-01"}, 422, "วันที่ของเครื่อง"),
        ({"kind": "attempt", "outcome": "call-back", "day": "2026-01-02", "call_on": "2026-01-01"}, 422, "ก่อน"),
        ({"kind": "attempt", "outcome": "never-found", "day": "2026-01-02"}, 409, "3"),
    ],
)
def test_what_cannot_be_used_is_answered_with_a_sentence(send, assigned, wrong, status, told):
    answered = send(assigned[0], **wrong)
    assert answered.status_code == status
    assert told in answered.content.decode()
    assert "error" in answered.json()
    assert not Answer.objects.exists()
    assert not Attempt.objects.exists()


def test_too_large_a_message_is_refused(assessor, calling, assigned):
    sent = assessor.post(f"{calling}send/", "x" * 2_000_000, content_type="application/json")
    assert sent.status_code == 413


def test_a_message_without_the_pages_token_is_refused(assessor, calling, assigned):
    assessor.handler.enforce_csrf_checks = True
    assert assessor.post(f"{calling}send/", "{}", content_type="application/json").status_code == 403


def test_an_expired_sign_in_leads_to_the_sign_in(visitor, calling, collecting):
    for part in ("", "assignments/", "worker.js"):
        assert visitor.get(f"{calling}{part}").status_code == 302
    assert visitor.post(f"{calling}send/", "{}", content_type="application/json").status_code == 302


def test_an_attempt_is_kept_and_shown_with_the_work(send, assessor, assigned, calling):
    day = timezone.localdate().isoformat()
    sent = send(assigned[0], kind="attempt", choices={}, outcome="no-answer", day=day)
    assert sent.json() == {"kept": True}
    (tried,) = assessor.get(f"{calling}assignments/").json()["assignments"][0]["tries"]
    assert tried["day"] == day


def test_the_worker_lists_the_files_of_the_page(assessor, calling):
    worker = assessor.get(f"{calling}worker.js")
    assert worker["Content-Type"].startswith("text/javascript")
    assert '"/static/interviews/page.js"' in worker.content.decode()


def test_the_office_brings_a_file_and_is_told_which_rows_are_wrong(national_office, review, next_month):
    file = SimpleUploadedFile("clients.csv", (HEAD + "งาน,0812345678,Q1\nงาน,12345678901,Q2\n").encode())
    shown = national_office.post(f"{review}clients/", {"file": file, "erases_on": next_month.isoformat()})
    text = shown.content.decode()
    assert Client.objects.count() == 1
    assert "clients.csv แถว 3 คอลัมน์ ช่องทางติดต่อ" in text
    file = SimpleUploadedFile("clients.csv", (HEAD + "งาน,0812345678,Q1\n").encode())
    again = national_office.post(f"/en{review}clients/", {"file": file, "erases_on": next_month.isoformat()})
    assert "Q1" in again.content.decode()
    assert Client.objects.count() == 1


def test_a_file_with_a_missing_column_or_a_past_day_changes_nothing(national_office, review, next_month):
    file = SimpleUploadedFile("clients.csv", b"a,b\n1,2\n")
    shown = national_office.post(f"{review}clients/", {"file": file, "erases_on": next_month.isoformat()})
    assert "ต้องมีคอลัมน์" in shown.content.decode()
    file = SimpleUploadedFile("clients.csv", (HEAD + "งาน,0812345678,Q1\n").encode())
    shown = national_office.post(f"{review}clients/", {"file": file, "erases_on": "1 ม.ค. 2560"})
    assert "ต้องอยู่หลังวันนี้" in shown.content.decode()
    assert not Client.objects.exists()


def test_the_office_draws_hands_out_and_calls_again(national_office, review, framed, assessor, send):
    assert "lottery" not in national_office.get(review).content.decode()
    national_office.post(f"{review}draw/", {"size": "๙", "seed": "lottery 1"})
    assert "lottery 1" in national_office.get(review).content.decode()
    national_office.post(f"{review}assign/", {"people": [assessor.person.pk]})
    assert Assignment.objects.filter(interviewer=assessor.person).count() == 9
    send(Assignment.objects.first())
    national_office.post(f"{review}again/", {"percent": "100", "check_seed": "7"})
    check = BackCheck.objects.get()
    national_office.post(f"{review}again/{check.pk}/", {"outcome": "agree"})
    assert BackCheck.objects.get().outcome == "agree"


@pytest.mark.parametrize(
    ("part", "typed"),
    [
        ("draw/", {"size": "0"}),
        ("draw/", {"size": "many"}),
        ("assign/", {}),
        ("again/", {"percent": "101", "check_seed": "1"}),
        ("again/", {"percent": "10", "check_seed": "1"}),
    ],
)
def test_a_wrong_form_is_shown_again_with_what_is_wrong(national_office, review, drawn, part, typed):
    shown = national_office.post(review + part, typed)
    assert shown.status_code == 200
    assert "ui/parts/form_errors.html" in {template.name for template in shown.templates}
    assert not Assignment.objects.filter(interviewer__isnull=False).exists()


def test_the_rounds_page_shows_agencies_interviewers_and_doubts(national_office, assessor, assigned, collecting, send):
    send(assigned[0])
    page = f"/office/national/rounds/{collecting.slug}/interviews/"
    text = national_office.get(page).content.decode()
    assert "เทศบาลเมืองตัวอย่าง" in text
    assert assessor.person.display_name in text
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    doubt = {"person": assessor.person.pk, "day": yesterday, "interviews": "2", "reason": "เร็วเกินไป"}
    assert "1 ฉบับ" in national_office.post(f"{page}doubt/", doubt).content.decode()
    assert national_office.post(f"{page}doubt/", doubt | {"interviews": "1"}).status_code == 302
    assert DoubtfulDay.objects.get().interviews == 1
    assert "เร็วเกินไป" in national_office.get(f"{page}?q=ตัวอย่าง").content.decode()


def test_only_the_office_supervises_and_only_assessors_interview(
    national_office, assessor, officer, visitor, review, calling
):
    assert national_office.get(review).status_code == 200
    assert national_office.get(calling).status_code == 403
    assert assessor.get(review).status_code == 403
    assert assessor.get(calling).status_code == 200
    assert officer.get(review).status_code == officer.get(calling).status_code == 404
    assert visitor.get(review).status_code == 302


def test_what_is_not_there_is_not_found(national_office, assessor, review, collecting):
    assert national_office.get(review.replace("/town/", "/nowhere/")).status_code == 404
    assert national_office.post(f"{review}draw/", {"size": "1"}).status_code == 404
    assert assessor.get("/office/national/interviews/none/").status_code == 404


def test_the_desk_leads_to_the_work_of_each(national_office, assessor, assigned, calling):
    assert calling in assessor.get("/office/national/").content.decode()
    assert "9 ราย" in assessor.get("/office/national/").content.decode()
    assert "/interviews/" in national_office.get("/office/national/").content.decode()


def test_done_assignments_are_not_on_the_desk(assessor, assigned):
    Assignment.objects.update(state=AssignmentState.DONE)
    assert "0 ราย" in assessor.get("/office/national/").content.decode()

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.portal.intake import actions, views
from prongsai.portal.intake.models import WaitingAnswers, WaitingPage
from prongsai.portal.journal.queries import lines_about
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.actions import Source
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import questionnaire_of

pytestmark = pytest.mark.django_db
Answer, SentForm = (apps.get_model("surveys", name) for name in ("Answer", "SentForm"))


@pytest.fixture
def page(collecting):
    return f"/office/national/rounds/{collecting.slug}/answers/"


@pytest.fixture
def keys(collecting):
    return [line.key for line in questionnaire_of(instrument_of(collecting), Instrument.EIT1).lines]


@pytest.fixture
def send(national_office, page, keys):
    """Sends rows of option numbers, one character a line."""

    def act(*rows, player=None, **others):
        text = "\n".join(",".join(cells) for cells in (keys, *rows))
        file = SimpleUploadedFile("paper.csv", text.encode())
        fields = {"agency": "town", "part": "EIT1", "file": file} | others
        return (player or national_office).post(f"{page}send/", fields)

    return act


@pytest.fixture
def rows(keys):
    return ["1" * len(keys), "2" * len(keys), "๒" * len(keys)]


def told_of_town():
    """The journal's lines about the town in the round."""
    return list(lines_about("agencies/town/rounds/rehearsal-2569"))


def store(player, page):
    waiting = WaitingAnswers.objects.get()
    return player.post(f"{page}{waiting.pk}/store/")


def test_a_file_is_shown_as_it_was_understood_then_counted_and_gone(national_office, page, send, rows, keys):
    shown = send(*rows, "9" * len(keys))
    assert "paper.csv แถว 5 คอลัมน์ e1" in shown.content.decode()
    assert [line.key for line in shown.context["mapping"]] == keys
    assert not Answer.objects.exists()
    assert store(national_office, page).status_code == 302
    assert sorted(Answer.objects.values_list("choices", flat=True)) == ["1" * len(keys), *["2" * len(keys)] * 2]
    assert set(Answer.objects.values_list("source", "part")) == {(Source.FILE, "EIT1")}
    assert not WaitingAnswers.objects.exists()
    assert not WaitingPage.objects.exists()


def test_the_same_file_never_counts_twice(national_office, page, send, rows):
    for _ in range(2):
        send(*rows)
        store(national_office, page)
    assert Answer.objects.count() == SentForm.objects.count() == 3
    assert told_of_town()[-1].detail == {"part": "EIT1", "counted": 0, "repeated": 3, "left": 0}


def test_the_same_file_for_another_agency_counts_nothing(national_office, page, send, rows):
    send(*rows)
    store(national_office, page)
    send(*rows, agency="village")
    store(national_office, page)
    assert Answer.objects.count() == 3


def test_a_large_file_is_gone_on_with_and_one_that_broke_off_counts_each_row_once(
    national_office, page, send, rows, monkeypatch
):
    monkeypatch.setattr(actions, "ROWS_ON_A_PAGE", 2)
    monkeypatch.setattr(views, "PAGES_AT_ONCE", 1)
    send(*rows)
    assert store(national_office, page)["Location"].endswith("/")
    assert (Answer.objects.count(), WaitingAnswers.objects.get().left) == (2, 1)
    waiting = WaitingAnswers.objects.get()
    assert national_office.get(f"{page}{waiting.pk}/").status_code == 200
    assert "ยังรออยู่ 1 แถว" in national_office.get(page).content.decode()
    store(national_office, page)
    assert (Answer.objects.count(), WaitingAnswers.objects.count()) == (3, 0)


def test_a_fault_in_the_middle_of_a_page_stores_nothing_of_it(national_office, page, send, rows, monkeypatch):
    send(*rows)
    real, calls = actions.store_answer, []

    def break_off(*, sent):
        calls.append(sent)
        if len(calls) == 2:
            raise RuntimeError("power cut")
        return real(sent=sent)

    with monkeypatch.context() as patch:
        patch.setattr(actions, "store_answer", break_off)
        with pytest.raises(RuntimeError, match="power cut"):
            store(national_office, page)
    assert (Answer.objects.count(), WaitingAnswers.objects.get().left) == (0, 3)
    store(national_office, page)
    assert Answer.objects.count() == 3


@pytest.mark.parametrize(
    ("others", "says"),
    [
        ({"agency": "no-agency"}, "ไม่พบหน่วยงานรหัส no-agency"),
        ({"agency": "เทศบาล"}, "ตัวอักษรอังกฤษ"),
        ({"part": "OIT"}, "OIT"),
        ({"file": ""}, "เลือกไฟล์ก่อน"),
        ({"file": SimpleUploadedFile("x.csv", b"a,b\n1,2\n")}, "ไม่พบคอลัมน์ของข้อ e1"),
        ({"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04 not a workbook")}, "เปิดเป็นไฟล์ Excel ไม่ได้"),
        ({"part": "IIT"}, "ไม่พบคอลัมน์ของข้อ i1"),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_stays(send, rows, others, says):
    shown = send(*rows, **others)
    assert shown.status_code == 422
    assert says in shown.content.decode()
    assert f'value="{others.get("agency", "town")}"' in shown.content.decode()
    assert not WaitingAnswers.objects.exists()


def test_a_file_without_one_good_row_waits_for_nothing(send, keys):
    assert send("9" * len(keys)).status_code == 422
    assert not WaitingAnswers.objects.exists()


def test_a_round_that_does_not_collect_takes_nothing(national_office, page, send, rows, collecting):
    send(*rows)
    for state in (RoundState.DISCLOSURE_SCORING, RoundState.CLARIFICATION):
        move_round(actor="tester", round_id=collecting.id, to=state)
    store(national_office, page)
    assert not Answer.objects.exists()
    assert send(*rows).status_code == 422


def test_what_waits_can_be_forgotten(national_office, page, send, rows):
    send(*rows)
    waiting = WaitingAnswers.objects.get()
    assert national_office.post(f"{page}{waiting.pk}/discard/").status_code == 302
    assert not WaitingPage.objects.exists()
    assert not Answer.objects.exists()


def test_the_journal_gets_numbers_and_no_name_of_a_file(send, rows):
    send(*rows)
    line = told_of_town()[-1]
    assert (line.verb, line.detail) == ("answers-file.read", {"part": "EIT1", "rows": 3, "problems": 0})


def test_only_the_office_brings_files_and_only_its_own(
    national_office, assessor, officer, visitor, hire, page, send, rows
):
    send(*rows)
    waiting = WaitingAnswers.objects.get()
    ways = ("", f"{waiting.pk}/")
    posts = ("send/", f"{waiting.pk}/store/", f"{waiting.pk}/discard/")
    for player, code in ((assessor, 403), (officer, 404), (visitor, 302)):
        assert {player.get(f"{page}{way}").status_code for way in ways} == {code}
        assert {player.post(f"{page}{way}").status_code for way in posts} == {code}
    colleague = hire("other-office", None, Role.OFFICE)
    assert colleague.get(f"{page}{waiting.pk}/").status_code == 404
    assert colleague.post(f"{page}{waiting.pk}/store/").status_code == 404
    assert {national_office.get(f"{page}{way}").status_code for way in posts} == {405}
    assert not Answer.objects.exists()

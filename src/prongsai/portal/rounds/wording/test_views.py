import io

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from msgspec.structs import replace
from tests.rounds import move_to

from prongsai.portal.journal.queries import lines_about
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.portal.rounds.questionnaires import questionnaire, wording_in_force
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.wording.actions import set_wording
from prongsai.portal.rounds.wording.typed import as_lines
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_wording import own_wording
from prongsai.sheets.wording_file import wording_csv, wording_xlsx

pytestmark = pytest.mark.django_db


def own(facts):
    return [entry.words for entry in own_wording(instrument_of(facts))]


def boxes(wording, **others):
    """What a browser sends of the page's boxes."""
    sent = {}
    for entry in wording:
        sent |= {f"{entry.code}-th": entry.text_th, f"{entry.code}-en": entry.text_en}
        sent |= {f"{entry.code}-options-th": as_lines(entry.options_th)}
        sent |= {f"{entry.code}-options-en": as_lines(entry.options_en)}
    return sent | others


def said(facts, **changes):
    """The instrument's own wording but for question i1."""
    first, *rest = own(facts)
    return [replace(first, **changes), *rest]


def set_it(facts, wording, seen=0):
    return set_wording(actor="person/1", round_id=facts.id, seen=seen, wording=wording)


def told_of(facts):
    return [line for line in lines_about(f"rounds/{facts.slug}") if line.verb == "round.word"]


@pytest.fixture
def page(rehearsal):
    return f"/office/national/rounds/{rehearsal.slug}/wording/"


def test_the_office_types_a_wording_and_the_round_asks_in_it(national_office, rehearsal, page):
    sent = boxes(said(rehearsal, text_th="ถ้อยคำทางการข้อแรก", text_en=""), seen="0")
    assert national_office.post(f"{page}save/", sent).status_code == 302
    facts = find_round(rehearsal.slug)
    asked = questionnaire(facts, Instrument.IIT).lines[0]
    assert (asked.question.text_th, asked.question.text_en) == ("ถ้อยคำทางการข้อแรก", own(rehearsal)[0].text_en)
    shown = national_office.get(page.removesuffix("wording/")).content.decode()
    assert "ถ้อยคำทางการ ฉบับที่ 1" in shown
    (line,) = told_of(facts)
    assert (line.detail["revision"], line.detail["questions"]) == (1, len(own(facts)))


@pytest.mark.parametrize(("name", "write"), [("ถ้อยคำ.csv", wording_csv), ("w.xlsx", wording_xlsx)])
def test_a_file_comes_in_and_goes_out_as_it_came(national_office, rehearsal, page, name, write):
    content = write(said(rehearsal, text_th="จากไฟล์"))
    sent = {"file": SimpleUploadedFile(name, content), "seen": "0"}
    assert national_office.post(f"{page}file/", sent).status_code == 302
    assert wording_in_force(find_round(rehearsal.slug))[0].text_th == "จากไฟล์"
    assert (
        national_office.get(f"{page}wording.{'csv' if name.endswith('csv') else 'xlsx'}").content[:200] == content[:200]
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text_th": ""}, "เว้นว่างไม่ได้"),
        ({"options_th": ("หนึ่ง", "สอง")}, "พบ 2 ตัวเลือก เครื่องมือมี 6 ตัวเลือก"),
        ({"text_th": "<script>alert(1)</script>"}, "เครื่องหมาย HTML"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box_and_nothing_typed_is_lost(
    national_office, rehearsal, page, changes, words
):
    typed = said(rehearsal, **changes)
    typed[1] = replace(typed[1], text_th="พิมพ์ไว้อย่างดี")
    shown = national_office.post(f"{page}save/", boxes(typed, seen="0"))
    assert shown.status_code == 422
    body = shown.content.decode()
    assert words in body
    assert "พิมพ์ไว้อย่างดี" in body
    assert "<script>alert" not in body
    assert find_round(rehearsal.slug).wording_revision == 0


def test_a_file_with_mistakes_names_question_and_row(national_office, rehearsal, page):
    typed = said(rehearsal, text_th="<b>หนา</b>")[:-1]
    shown = national_office.post(f"{page}file/", {"file": io.BytesIO(wording_csv(typed)), "seen": "0"})
    assert shown.status_code == 422
    body = shown.content.decode()
    assert "ข้อ i1 · แถว 2 · ข้อความภาษาไทย: พบ “&lt;b&gt;หนา&lt;/b&gt;”" in body
    assert "ข้อ e9: ไม่มีข้อนี้" in body
    empty = national_office.post(f"{page}file/", {"seen": "0"})
    assert "เลือกไฟล์ก่อน" in empty.content.decode()


def test_who_writes_from_an_older_revision_is_asked_to_compare(national_office, rehearsal, page):
    set_it(rehearsal, said(rehearsal, text_th="ของคนแรก"))
    shown = national_office.post(f"{page}save/", boxes(said(rehearsal, text_th="ของคนที่สอง"), seen="0"))
    assert shown.status_code == 422
    assert "มีผู้บันทึกถ้อยคำฉบับที่ 1" in shown.content.decode()
    assert "ของคนที่สอง" in shown.content.decode()
    assert wording_in_force(find_round(rehearsal.slug))[0].text_th == "ของคนแรก"


def test_the_same_words_again_make_no_revision_and_the_own_ones_come_back_as_one(national_office, rehearsal, page):
    set_it(rehearsal, own(rehearsal))
    assert find_round(rehearsal.slug).wording_revision == 0
    set_it(rehearsal, said(rehearsal, text_th="ใหม่"))
    set_it(rehearsal, list(reversed(said(rehearsal, text_th="ใหม่"))), seen=1)
    assert find_round(rehearsal.slug).wording_revision == 1
    assert national_office.post(f"{page}own/", {"seen": "1"}).status_code == 302
    facts = find_round(rehearsal.slug)
    assert (facts.wording_revision, wording_in_force(facts)) == (2, tuple(own(facts)))
    assert len(told_of(facts)) == 2


def test_once_answers_came_the_words_are_frozen_also_when_the_round_goes_back(national_office, rehearsal, page):
    move_to(rehearsal.id, RoundState.CONFIRMATION, RoundState.COLLECTING)
    move_round(actor="tester", round_id=rehearsal.id, to=RoundState.CONFIRMATION, reason="ตรวจอีกครั้ง")
    with pytest.raises(RoundRefusedError, match="เริ่มเก็บข้อมูลแล้ว"):
        set_it(rehearsal, said(rehearsal, text_th="สายไป"))
    sent = national_office.post(f"{page}save/", boxes(said(rehearsal, text_th="สายไป"), seen="0"))
    assert sent.status_code == 422
    shown = national_office.get(page).content.decode()
    assert "<textarea" not in shown


def test_faulty_words_are_never_stored(rehearsal):
    with pytest.raises(ValueError, match="faults"):
        set_it(rehearsal, said(rehearsal, text_th=""))
    assert not apps.get_model("rounds", "Wording").objects.exists()


def test_who_watches_reads_and_writes_nothing(assessor, stranger, visitor, page):
    shown = assessor.get(page)
    assert shown.status_code == 200
    assert "<textarea" not in shown.content.decode()
    assert assessor.post(f"{page}save/", {}).status_code == 403
    assert stranger.get(page).status_code == 404
    assert visitor.get(page).status_code == 302


def test_the_words_are_asked_of_the_database_once(rehearsal):
    set_it(rehearsal, said(rehearsal, text_th="ครั้งเดียว"))
    facts = find_round(rehearsal.slug)
    questionnaire(facts, Instrument.IIT)
    with CaptureQueriesContext(connection) as asked:
        questionnaire(facts, Instrument.IIT)
        questionnaire(facts, Instrument.EIT1)
    assert len(asked) == 0

"""Each address of a paper with the cast: works, colleague, stranger, read-only, bad id, wrong method."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.portal.documents.approving.actions import return_paper, revise_paper
from prongsai.portal.documents.drafting.actions import start_paper, submit_paper
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.models import Paper, PaperState, PaperVersion, Wording
from prongsai.portal.files.keeping import path_of
from prongsai.portal.journal.queries import verify_chain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("blank_files")]

SHELF = "/office/town/documents/"
PAPER = f"{SHELF}2568/analysis/"
WHOLE_AGENCY = {"officer", "colleague", "executive", "auditor"}
READING = ["", "draft.pdf", "draft.docx"]
EDITING = ["head/", "text/overview/"]
OF_THE_OFFICER = ["submit/", "take-back/", "revise/", "words/"]
OF_THE_EXECUTIVE = ["approve/", "return/"]
FROZEN = ["versions/1/", "versions/1.pdf", "versions/1.docx"]


def statuses(players, path, method="get"):
    return {name: getattr(player, method)(f"{PAPER}{path}").status_code for name, player in players.items()}


def head_form(paper, **typed):
    return {
        "seen": paper.revision,
        "digits": "thai",
        "chain-TOTAL_FORMS": "2",
        "chain-INITIAL_FORMS": "0",
        "chain-0-role": "ผู้จัดทำ",
        "chain-1-post": "นายกเทศมนตรี",
    } | typed


def text_form(page, **typed):
    """The form as the browser would send it back, with some boxes changed."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields} | typed


def decision(page, **typed):
    return {
        "seen": page.context["paper"].revision,
        "figures": page.context["figures_sha256"],
        "order": "approved",
    } | typed


@pytest.mark.parametrize("path", READING)
def test_a_draft_is_for_those_who_see_the_whole_agency(draft, everybody_here, path):
    seen = statuses(everybody_here, path)
    assert seen == {name: 200 if name in WHOLE_AGENCY else 404 for name in seen}


@pytest.mark.parametrize("path", FROZEN)
def test_what_was_approved_is_for_all_who_work_here(approved, everybody_here, path):
    assert set(statuses(everybody_here, path).values()) == {200}


def test_units_see_an_approved_paper_as_it_was_approved_and_nothing_of_its_drafts(
    approved, officer, contributor, correct
):
    revise_paper(seat=officer.seat, paper=approved.paper)
    page = contributor.get(PAPER)
    assert "ข้อความในฉบับที่อนุมัติ" in page.content.decode()
    assert "ร่าง" not in page.content.decode()
    assert contributor.get(f"{PAPER}draft.pdf").status_code == 404


def test_a_memo_and_a_report_are_not_for_units(officer, contributor, auditor, result, approve):
    submit_paper(seat=officer.seat, paper=start_paper(seat=officer.seat, kind=KINDS["memo"], year=2568))
    approve("memo")
    address = f"{SHELF}2568/memo/versions/1.pdf"
    assert [player.get(address).status_code for player in (officer, auditor, contributor)] == [200, 200, 404]
    assert "บันทึกข้อความ" not in contributor.get(SHELF).content.decode()


@pytest.mark.parametrize("path", EDITING)
def test_only_officers_edit(draft, everybody_here, path):
    seen = statuses(everybody_here, path)
    assert seen == {name: 200 if name in {"officer", "colleague"} else 403 for name in seen}


@pytest.mark.parametrize("path", [*EDITING, *OF_THE_OFFICER, *OF_THE_EXECUTIVE])
@pytest.mark.parametrize("state", ["draft", "submitted", "approved"])
def test_who_may_not_changes_nothing(request, everybody_here, path, state):
    request.getfixturevalue(state)
    allowed = {"executive"} if path in OF_THE_EXECUTIVE else {"officer", "colleague"}
    before = verify_chain().lines
    for name, player in everybody_here.items():
        if name not in allowed:
            assert player.post(f"{PAPER}{path}", {"order": "approved"}).status_code == 403, name
    assert verify_chain().lines == before


@pytest.mark.parametrize("path", [*READING, *EDITING, *OF_THE_OFFICER, *OF_THE_EXECUTIVE, *FROZEN])
def test_nobody_from_outside_gets_in(path, approved, stranger, assessor, national_office, visitor):
    for player in (stranger, assessor, national_office):
        for method in ("get", "post"):
            assert getattr(player, method)(f"{PAPER}{path}").status_code == 404
            assert getattr(player, method)(f"{PAPER}{path}".replace("town", "village")).status_code == 404 or (
                player is stranger
            )
    assert visitor.get(f"{PAPER}{path}").status_code == 302


@pytest.mark.parametrize("path", [*READING, *EDITING, *OF_THE_OFFICER, *OF_THE_EXECUTIVE, *FROZEN])
def test_another_agencys_officer_finds_no_such_paper_in_her_own_rooms(path, approved, stranger):
    method = stranger.post if path in {*OF_THE_OFFICER, *OF_THE_EXECUTIVE} else stranger.get
    expected = 403 if path in OF_THE_EXECUTIVE else 404
    assert method(f"/office/village/documents/2568/analysis/{path}").status_code == expected


@pytest.mark.parametrize(
    "address",
    [
        "2567/analysis/",
        "2568/novel/",
        "2568/memo/",
        "2568/analysis/versions/2/",
        "2568/analysis/versions/2.pdf",
        "2568/analysis/text/nothing/",
        "2568/analysis/draft.odt",
        "2999/analysis/",
    ],
)
def test_what_does_not_exist_is_not_found(address, approved, officer):
    assert officer.get(f"{SHELF}{address}").status_code == 404


@pytest.mark.parametrize("path", [*READING, *FROZEN])
def test_reading_addresses_refuse_to_be_posted_to(path, approved, officer):
    assert officer.post(f"{PAPER}{path}").status_code == 405


@pytest.mark.parametrize("path", [*OF_THE_OFFICER, *OF_THE_EXECUTIVE])
def test_writing_addresses_refuse_to_be_read(path, submitted, officer, executive):
    player = executive if path in OF_THE_EXECUTIVE else officer
    assert player.get(f"{PAPER}{path}").status_code == 405


@pytest.mark.parametrize("path", [*READING, *EDITING, *FROZEN])
def test_reading_writes_nothing(path, approved, officer):
    revise_paper(seat=officer.seat, paper=approved.paper)
    before = verify_chain()
    assert officer.get(f"{PAPER}{path}").status_code == 200
    assert officer.get(f"/en{PAPER}{path}").status_code == 200
    assert verify_chain() == before


def test_an_officer_starts_a_paper_from_the_shelf(officer, result):
    answer = officer.post(f"{SHELF}start/", {"kind": "analysis", "year": "2568"})
    assert answer["Location"] == PAPER
    officer.post(f"{SHELF}start/", {"kind": "analysis", "year": "2568"})
    assert Paper.objects.count() == 1


@pytest.mark.parametrize(
    "asked",
    [{}, {"kind": "novel", "year": "2568"}, {"kind": "analysis", "year": "2567"}, {"kind": "plan", "year": "2569"}],
)
def test_a_paper_that_nothing_is_stored_for_cannot_be_started(officer, result, asked):
    assert officer.post(f"{SHELF}start/", asked).status_code == 404
    assert not Paper.objects.exists()


def test_only_an_officer_starts_a_paper(result, everybody_here):
    asked = {"kind": "analysis", "year": "2568"}
    seen = {name: player.post(f"{SHELF}start/", asked).status_code for name, player in everybody_here.items()}
    assert seen == {name: 302 if name in {"officer", "colleague"} else 403 for name in seen}


def test_an_officer_types_the_head_with_thai_dates_and_digits(officer, draft):
    typed = {"number": "ตย ๕๒๐๐๑/๑", "dated": "๕ มิถุนายน ๒๕๖๙", "chain-1-dated": "6/6/2569", "digits": "arabic"}
    assert officer.post(f"{PAPER}head/", head_form(draft, **typed)).status_code == 302
    paper = Paper.objects.get()
    assert (paper.number, paper.dated.isoformat(), paper.digits) == ("ตย ๕๒๐๐๑/๑", "2026-06-05", "arabic")
    assert [(s.position, s.role, s.post) for s in paper.chain.all()] == [(1, "ผู้จัดทำ", ""), (2, "", "นายกเทศมนตรี")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"dated": "32 มกราคม 2569"}, "อ่านวันที่ไม่ได้"),
        ({"digits": "roman"}, "roman"),
        ({"chain-1-post": "", "chain-1-name": "ชื่อหนึ่ง"}, "บอกว่าทำหน้าที่อะไร หรือใส่ตำแหน่ง"),
        ({"number": "ก" * 61}, "60"),
        ({"seen": ""}, "seen"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_typed_is_lost(officer, draft, typed, said):
    page = officer.post(f"{PAPER}head/", head_form(draft, subject="เรื่องที่พิมพ์ไว้", **typed)).content.decode()
    assert said in page
    assert "เรื่องที่พิมพ์ไว้" in page
    assert Paper.objects.get().subject == ""


def test_another_row_is_no_handing_in(officer, draft):
    page = officer.post(f"{PAPER}head/", head_form(draft, more="yes", subject="ยังไม่ส่ง"))
    assert page.content.decode().count('<fieldset class="step-fields signer">') == 3
    assert Paper.objects.get().subject == ""


def test_who_was_slower_sees_what_was_saved_and_loses_nothing(officer, colleague, draft):
    colleague.post(f"{PAPER}head/", head_form(draft, subject="ของเพื่อน"))
    page = officer.post(f"{PAPER}head/", head_form(draft, subject="ของฉัน"))
    text = page.content.decode()
    assert "มีผู้แก้เอกสารนี้" in text
    assert "ของเพื่อน" in text
    assert 'value="ของฉัน"' in text
    assert Paper.objects.get().subject == "ของเพื่อน"
    again = head_form(draft, subject="ของฉัน") | {"seen": page.context["form"]["seen"].value()}
    assert officer.post(f"{PAPER}head/", again).status_code == 302
    assert Paper.objects.get().subject == "ของฉัน"


def test_an_officer_rewords_a_part_and_only_what_she_changed_is_hers(officer, draft):
    page = officer.get(f"{PAPER}text/overview/")
    typed = text_form(page, **{"overview/result": "เทศบาลได้คะแนนดีมาก\n\nขอบคุณทุกคน"})
    assert officer.post(f"{PAPER}text/overview/", typed).status_code == 302
    assert [(w.key, w.text) for w in Wording.objects.all()] == [("overview/result", "เทศบาลได้คะแนนดีมาก\n\nขอบคุณทุกคน")]
    assert "ขอบคุณทุกคน" in officer.get(f"{PAPER}draft.pdf").content.decode()
    assert "ข้อความของหน่วยงาน" in officer.get(PAPER).content.decode()


def test_who_was_slower_with_words_sees_both_and_loses_nothing(officer, colleague, draft):
    page = officer.get(f"{PAPER}text/overview/")
    colleague.post(f"{PAPER}text/overview/", text_form(page, **{"overview/result": "ของเพื่อน"}))
    answer = officer.post(f"{PAPER}text/overview/", text_form(page, **{"overview/result": "ของฉัน"}))
    text = answer.content.decode()
    assert "มีผู้แก้เอกสารนี้" in text
    assert re.search(r"<textarea[^>]+>\s*ของฉัน</textarea>", text)
    assert "ของเพื่อน" in text
    assert Wording.objects.get().text == "ของเพื่อน"
    officer.post(f"{PAPER}text/overview/", text_form(answer, **{"overview/result": "ของฉัน"}))
    assert Wording.objects.get().text == "ของฉัน"


def test_too_many_words_are_refused_and_stay_in_the_box(officer, draft):
    page = officer.get(f"{PAPER}text/overview/")
    answer = officer.post(f"{PAPER}text/overview/", text_form(page, **{"overview/result": "ยาว" * 3000}))
    assert "6000" in answer.content.decode()
    assert "ยาวยาวยาว" in answer.content.decode()
    assert not Wording.objects.exists()


def test_both_wordings_are_shown_once_the_ground_moved_and_either_can_be_chosen(officer, draft, correct):
    typed = text_form(officer.get(f"{PAPER}text/overview/"), **{"overview/result": "ของฉัน"})
    officer.post(f"{PAPER}text/overview/", typed)
    correct(8, "99.99")
    page = officer.get(PAPER).content.decode()
    assert "มี 1 ข้อความของหน่วยงาน" in page
    assert "ของฉัน" in page
    assert "ข้อความที่ระบบจะเขียนตอนนี้" in page
    officer.post(f"{PAPER}words/", {"key": "overview/result", "words": "mine"})
    assert "มี 1 ข้อความของหน่วยงาน" not in officer.get(PAPER).content.decode()
    officer.post(f"{PAPER}words/", {"key": "overview/result", "words": "system"})
    assert not Wording.objects.exists()
    page = officer.post(f"{PAPER}words/", {"key": "overview/result", "words": "system"}, follow=True)
    assert "ข้อความส่วนนี้ไม่ได้แก้ไว้แล้ว" in page.content.decode()


def test_words_without_a_place_are_shown_and_can_be_thrown_away(officer, draft):
    Wording.objects.create(paper=draft, key="gone/passage", text="ข้อความกำพร้า", written_over="x")
    assert "ข้อความกำพร้า" in officer.get(PAPER).content.decode()
    officer.post(f"{PAPER}words/", {"key": "gone/passage", "words": "mine"})
    assert not Wording.objects.exists()


def test_the_way_of_a_paper_to_its_first_version(officer, executive, draft):
    officer.post(f"{PAPER}submit/")
    page = executive.get(PAPER)
    assert 'id="decide"' in page.content.decode()
    assert 'id="decide"' not in officer.get(PAPER).content.decode()
    assert executive.post(f"{PAPER}approve/", decision(page, opinion="ดีมาก")).status_code == 302
    version = PaperVersion.objects.get()
    assert version.approved_by == executive.person
    assert officer.get(f"{PAPER}versions/1.pdf").content == path_of(version.pdf_sha256).read_bytes()
    assert version.pdf_sha256 in officer.get(f"{PAPER}versions/1/").content.decode()


def test_a_second_press_on_approve_is_told_that_it_is_done(executive, submitted):
    typed = decision(executive.get(PAPER))
    executive.post(f"{PAPER}approve/", typed)
    page = executive.post(f"{PAPER}approve/", typed, follow=True).content.decode()
    assert "อนุมัติแล้ว” จึงทำไม่ได้" in page
    assert PaperVersion.objects.count() == 1


def test_a_figure_that_moved_under_the_executives_eyes_is_shown_to_her_with_her_opinion_kept(
    executive, submitted, correct
):
    typed = decision(executive.get(PAPER), opinion="เห็นด้วย")
    correct(8, "90.00")
    page = executive.post(f"{PAPER}approve/", typed)
    assert "ตัวเลขในเอกสารเปลี่ยน" in page.content.decode()
    assert "เห็นด้วย</textarea>" in page.content.decode()
    assert not PaperVersion.objects.exists()
    executive.post(f"{PAPER}approve/", decision(page))
    assert PaperVersion.objects.get().figures["score/2568/8"] == "90.00"


@pytest.mark.parametrize(
    "typed", [{}, {"seen": "x", "figures": "", "order": "approved"}, {"seen": "1", "figures": "y", "order": "never"}]
)
def test_a_decision_that_is_none_is_refused(executive, submitted, typed):
    assert executive.post(f"{PAPER}approve/", typed).status_code == 200
    assert not PaperVersion.objects.exists()


def test_the_executive_returns_with_a_reason_that_the_officer_reads(officer, executive, submitted):
    assert "กรุณาตรวจสอบอีกครั้ง" in executive.post(f"{PAPER}return/", {"reason": " "}).content.decode()
    executive.post(f"{PAPER}return/", {"reason": "แก้เลขที่หนังสือ"})
    assert Paper.objects.get().state == PaperState.RETURNED
    assert "แก้เลขที่หนังสือ" in officer.get(PAPER).content.decode()


def test_the_page_the_version_and_the_shelf_say_which_figures_changed(officer, approved, correct):
    for page in (PAPER, f"{PAPER}versions/1/", SHELF):
        assert "เปลี่ยน" not in officer.get(page).content.decode().replace("เปลี่ยนหน่วยงาน", "")
    correct(8, "90.00")
    for page in (PAPER, f"{PAPER}versions/1/"):
        text = officer.get(page).content.decode()
        assert "ตัวชี้วัดที่ 8 ปี 2568" in text
        assert re.search(r"91\.73.*90\.00", text, re.DOTALL)
    assert "ตัวเลขเปลี่ยนแล้ว 3 ตัว" in officer.get(SHELF).content.decode()


def test_a_file_that_was_changed_outside_is_not_handed_out(officer, approved):
    path_of(approved.pdf_sha256).write_bytes(b"forged")
    assert officer.get(f"{PAPER}versions/1.pdf").status_code == 404
    assert officer.get(f"{PAPER}versions/1.docx").status_code == 200
    assert "หายหรือไม่ตรงกับที่อนุมัติ" in officer.get(f"{PAPER}versions/1/").content.decode()


def test_a_frozen_file_is_never_written_again(officer, approved, monkeypatch):
    def fail(*_given, **_named):
        raise AssertionError

    monkeypatch.setattr("prongsai.papers.plan_tables.rendered", fail)
    answer = officer.get(f"{PAPER}versions/1.docx")
    assert answer.status_code == 200
    assert answer["ETag"] == f'"{approved.docx_sha256}"'
    assert "no-store" in answer["Cache-Control"]


def test_a_draft_says_so_on_its_pages_and_the_approved_paper_does_not(officer, approved):
    assert "ร่าง ยังไม่ได้รับอนุมัติ" not in officer.get(f"{PAPER}versions/1.pdf").content.decode()
    revise_paper(seat=officer.seat, paper=approved.paper)
    assert "ร่าง ยังไม่ได้รับอนุมัติ" in officer.get(f"{PAPER}draft.pdf").content.decode()


def test_a_paper_whose_source_is_gone_is_still_there_to_read(officer, executive, approved, result):
    revise_paper(seat=officer.seat, paper=approved.paper)
    type(result).objects.filter(pk=result.pk).delete()
    page = officer.get(PAPER)
    assert page.status_code == 200
    assert "ไม่อยู่แล้ว" in page.content.decode()
    assert officer.get(f"{PAPER}draft.pdf").status_code == 404
    assert officer.get(f"{PAPER}versions/1.pdf").status_code == 200
    assert officer.get(SHELF).status_code == 200


def test_the_desk_tells_the_executive_what_waits_and_the_officer_what_came_back(officer, executive, auditor, submitted):
    assert "1 ฉบับรออนุมัติ" in executive.get("/office/town/").content.decode()
    assert "รออนุมัติ" not in officer.get("/office/town/").content.decode()
    return_paper(seat=executive.seat, paper=submitted, reason="แก้")
    assert "1 ฉบับถูกส่งคืนให้แก้ไข" in officer.get("/office/town/").content.decode()
    assert "ฉบับ" not in auditor.get("/office/town/").content.decode()


def counted(act):
    with CaptureQueriesContext(connection) as caught:
        act()
    return len(caught)


def test_pages_ask_the_database_no_more_often_with_more_versions(officer, approved, approve, colleague):
    pages = [PAPER, f"{PAPER}versions/1/", SHELF]
    few = [counted(lambda page=page: colleague.get(page)) for page in pages]
    for _ in range(3):
        submit_paper(seat=officer.seat, paper=revise_paper(seat=officer.seat, paper=approved.paper))
        approve()
    submit_paper(seat=officer.seat, paper=start_paper(seat=officer.seat, kind=KINDS["memo"], year=2568))
    approve("memo")
    assert [counted(lambda page=page: colleague.get(page)) for page in pages] == few
    assert max(few) <= 16

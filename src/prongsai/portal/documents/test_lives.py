"""The life of a paper: draft, submitted, returned, approved, opened again; what was approved never changes."""

import threading
from datetime import date

import docx
import pypdfium2
import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from prongsai.portal.documents.approving.actions import Seen, approve_paper, return_paper, revise_paper
from prongsai.portal.documents.drafting.actions import (
    Said,
    drop_wording,
    keep_wording,
    reword_passages,
    start_paper,
    submit_paper,
    take_back,
    write_head,
)
from prongsai.portal.documents.freezing import current_sections, document_of, head_of
from prongsai.portal.documents.head import Head, Signer, from_plain
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.models import Order, Paper, PaperState, PaperVersion, Wording
from prongsai.portal.documents.pages import changed_since
from prongsai.portal.documents.passages import written_now
from prongsai.portal.documents.refusals import PaperRefusedError, StalePaperError
from prongsai.portal.files.keeping import path_of
from prongsai.portal.journal.queries import lines_about, verify_chain

pytestmark = pytest.mark.django_db

KEY = "overview/result"
PATH = "agencies/town/papers/2568/analysis"
HEAD = Head(
    number="ตย 52001/1",
    dated=date(2025, 9, 30),
    subject="รายงานการวิเคราะห์",
    addressee="นายกเทศมนตรี",
    digits="arabic",
    chain=(Signer(role="ผู้จัดทำ", post="นักวิเคราะห์", name="ชื่อที่พิมพ์"), Signer(post="นายกเทศมนตรี")),
)


def verbs(path=PATH):
    return [line.verb for line in lines_about(path)]


@pytest.fixture
def reword(officer, opened):
    """The officer says a passage in her own words, over what is written there now."""

    def act(text, key=KEY):
        now = opened()
        said = {key: Said(text, written_now(current_sections(now)).get(key, ""))}
        return reword_passages(seat=officer.seat, paper=now.paper, said=said, seen=now.paper.revision)

    return act


def test_a_paper_begins_with_the_usual_chain_and_only_once(officer, colleague, draft):
    again = start_paper(seat=colleague.seat, kind=KINDS["analysis"], year=2568)
    assert again == draft
    assert [signer.role for signer in head_of(draft).chain] == ["ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้เห็นชอบ", "ผู้อนุมัติ"]
    assert verbs() == ["paper.start"]


def test_what_is_typed_comes_back_as_it_was_typed(officer, draft, opened):
    write_head(seat=officer.seat, paper=draft, head=HEAD, seen=draft.revision)
    assert head_of(opened().paper) == HEAD


def test_the_journal_names_nobody_who_signs(officer, draft):
    write_head(seat=officer.seat, paper=draft, head=HEAD, seen=draft.revision)
    [line] = [line for line in lines_about(PATH) if line.verb == "paper.head"]
    assert line.detail == {"number": "ตย 52001/1", "signatories": 2}


def test_a_form_of_yesterday_changes_nothing(officer, colleague, draft, reword):
    seen = draft.revision
    write_head(seat=colleague.seat, paper=draft, head=HEAD, seen=seen)
    with pytest.raises(StalePaperError):
        write_head(seat=officer.seat, paper=draft, head=Head(), seen=seen)
    with pytest.raises(StalePaperError):
        reword_passages(seat=officer.seat, paper=draft, said={KEY: Said("ก", "ข")}, seen=seen)
    assert Paper.objects.get().number == "ตย 52001/1"


def test_own_words_stay_when_the_figures_change_and_are_marked(draft, reword, opened, correct):
    reword("เทศบาลได้คะแนนดี")
    correct(8, "99.99")
    view = next(v for s in current_sections(opened()) for v in s.passages if v.passage.key == KEY)
    assert view.lines == ("เทศบาลได้คะแนนดี",)
    assert view.has_moved
    assert "๙๗." in " ".join(view.lines_now)
    assert "เทศบาลได้คะแนนดี" in str(document_of(opened(), Head()))


def test_words_that_stand_over_the_same_text_are_not_marked(draft, reword, opened):
    reword("เทศบาลได้คะแนนดี")
    assert not any(view.has_moved for section in current_sections(opened()) for view in section.passages)


def test_kept_words_lose_their_mark_and_dropped_ones_give_the_systems_back(officer, draft, reword, opened, correct):
    reword("เทศบาลได้คะแนนดี")
    correct(8, "99.99")
    now = written_now(current_sections(opened()))
    keep_wording(seat=officer.seat, paper=draft, key=KEY, written_now=now[KEY])
    assert not any(view.has_moved for section in current_sections(opened()) for view in section.passages)
    drop_wording(seat=officer.seat, paper=draft, key=KEY)
    assert not Wording.objects.exists()
    with pytest.raises(PaperRefusedError):
        drop_wording(seat=officer.seat, paper=draft, key=KEY)
    assert verbs()[-2:] == ["paper.keep-wording", "paper.drop-wording"]


@pytest.mark.parametrize("text", ["", "   \n ", None])
def test_no_words_or_the_systems_own_are_no_rewording(draft, reword, opened, text):
    reword("ของฉัน")
    system = written_now(current_sections(opened()))[KEY]
    reword(system if text is None else text)
    assert not Wording.objects.exists()


def test_saving_a_part_again_does_not_hide_that_the_ground_moved(officer, draft, reword, opened, correct):
    reword("เทศบาลได้คะแนนดี")
    correct(8, "99.99")
    reword("เทศบาลได้คะแนนดี")  # she saved the part for another passage's sake
    assert any(view.has_moved for section in current_sections(opened()) for view in section.passages)


def test_a_passage_left_alone_in_a_form_of_old_figures_follows_the_new_ones(officer, draft, opened, correct):
    old = written_now(current_sections(opened()))[KEY]
    correct(8, "99.99")
    reword_passages(seat=officer.seat, paper=draft, said={KEY: Said(old, old)}, seen=draft.revision)
    assert not Wording.objects.exists()


def test_a_submitted_paper_can_be_changed_by_nobody(officer, submitted):
    before = verify_chain().lines
    for act in (
        lambda: write_head(seat=officer.seat, paper=submitted, head=HEAD, seen=submitted.revision),
        lambda: reword_passages(seat=officer.seat, paper=submitted, said={KEY: Said("ก", "")}, seen=submitted.revision),
        lambda: submit_paper(seat=officer.seat, paper=submitted),
        lambda: revise_paper(seat=officer.seat, paper=submitted),
    ):
        with pytest.raises(PaperRefusedError, match="รออนุมัติ"):
            act()
    assert verify_chain().lines == before


def test_the_officer_takes_back_what_nobody_has_decided_on(officer, submitted):
    assert take_back(seat=officer.seat, paper=submitted).state == PaperState.DRAFT
    with pytest.raises(PaperRefusedError):
        take_back(seat=officer.seat, paper=submitted)


def test_a_returned_paper_says_why_until_it_is_submitted_again(officer, executive, submitted):
    with pytest.raises(PaperRefusedError):
        return_paper(seat=executive.seat, paper=submitted, reason="  ")
    returned = return_paper(seat=executive.seat, paper=submitted, reason="แก้เลขที่")
    assert (returned.state, returned.return_reason) == (PaperState.RETURNED, "แก้เลขที่")
    assert returned.is_open
    assert submit_paper(seat=officer.seat, paper=returned).return_reason == ""
    assert verbs() == ["paper.start", "paper.submit", "paper.return", "paper.submit"]


def test_nobody_approves_what_was_not_submitted(draft, approve):
    with pytest.raises(PaperRefusedError, match="ร่าง"):
        approve()
    assert not PaperVersion.objects.exists()


def test_an_approval_keeps_both_files_the_head_the_words_and_the_figures(officer, draft, reword, approve, opened):
    write_head(seat=officer.seat, paper=draft, head=HEAD, seen=draft.revision)
    reword("เทศบาลได้คะแนนดี")
    submit_paper(seat=officer.seat, paper=draft)
    version = approve(order=Order.NOTED, opinion="ขอบคุณทุกคน")
    assert path_of(version.pdf_sha256).read_bytes().startswith(b"pdf ")
    assert path_of(version.docx_sha256).read_bytes().startswith(b"docx ")
    assert "เทศบาลได้คะแนนดี" in path_of(version.pdf_sha256).read_text("utf-8")
    last = from_plain(version.head).chain[-1]
    assert (last.post, last.order, last.opinion) == ("นายกเทศมนตรี", "noted", "ขอบคุณทุกคน")
    assert last.dated is not None
    assert from_plain(version.head).digits == "arabic"
    assert ["เทศบาลได้คะแนนดี"] in [p["lines"] for section in version.says for p in section["passages"]]
    assert version.figures["score/2568/8"] == "91.73"
    [line] = lines_about(f"{PATH}/versions/1")
    assert line.detail["pdf"] == version.pdf_sha256
    assert head_of(opened().paper) == from_plain(version.head)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_files_are_real_papers_with_what_was_typed(officer, executive, draft, opened, seen, kind, tmp_path):
    write_head(seat=officer.seat, paper=draft, head=HEAD, seen=draft.revision)
    submit_paper(seat=officer.seat, paper=draft)
    version = approve_paper(seat=executive.seat, opened=opened(), seen=seen())
    file = tmp_path / f"paper.{kind}"
    file.write_bytes(path_of(version.pdf_sha256 if kind == "pdf" else version.docx_sha256).read_bytes())
    text = pdf_text(file) if kind == "pdf" else "".join(p.text for p in docx.Document(str(file)).paragraphs)
    text = "".join(text.split())
    for said in ("ตย52001/1", "30กันยายน2568", "รายงานการวิเคราะห์", "ได้คะแนนรวม96.99"):
        assert said in text
    assert "ร่าง" not in text


def pdf_text(file):
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(str(file)))


def test_a_paper_that_was_changed_after_it_was_seen_is_not_approved(
    officer, executive, submitted, opened, seen, blank_files
):
    before = seen()
    submit_paper(seat=officer.seat, paper=take_back(seat=officer.seat, paper=submitted))
    with pytest.raises(StalePaperError):
        approve_paper(seat=executive.seat, opened=opened(), seen=before)
    assert not PaperVersion.objects.exists()


def test_a_figure_that_changed_after_it_was_seen_stops_the_approval(
    executive, submitted, opened, seen, correct, blank_files
):
    before, opened_before = seen(), opened()
    opened_before.sources.years  # noqa: B018 - read before the correction, as by a page in the middle of approving
    correct(8, "90.00")
    for now in (opened(), opened_before):
        with pytest.raises(StalePaperError, match="ตัวเลข"):
            approve_paper(seat=executive.seat, opened=now, seen=before)
    assert Paper.objects.get().state == PaperState.SUBMITTED


def test_the_next_approval_makes_a_new_version_and_leaves_the_first(officer, approved, approve, correct, opened):
    approved.refresh_from_db()
    first = (approved.pdf_sha256, approved.figures, approved.head, approved.says)
    correct(8, "90.00")
    revised = revise_paper(seat=officer.seat, paper=approved.paper)
    assert revised.state == PaperState.DRAFT
    assert {(s.order, s.opinion, s.dated) for s in head_of(opened().paper).chain} == {("", "", None)}
    submit_paper(seat=officer.seat, paper=revised)
    second = approve()
    approved.refresh_from_db()
    assert (second.number, approved.number) == (2, 1)
    assert (approved.pdf_sha256, approved.figures, approved.head, approved.says) == first
    assert second.figures["score/2568/8"] == "90.00"
    assert path_of(approved.pdf_sha256).exists()


def test_a_changed_figure_is_told_as_was_and_is(approved, opened, correct):
    assert changed_since(approved, KINDS["analysis"], opened().sources, 2568) == ()
    correct(8, "90.00")
    changed = {
        one.key: (one.was, one.now) for one in changed_since(approved, KINDS["analysis"], opened().sources, 2568)
    }
    assert changed["score/2568/8"] == ("91.73", "90.00")
    assert set(changed) == {"score/2568/8", "score/2568/EIT", "score/2568/total"}


def test_a_result_that_is_gone_leaves_the_version_and_says_so(approved, opened, result, correct):
    result.figures.all().delete()
    type(result).objects.filter(pk=result.pk).delete()
    changed = changed_since(approved, KINDS["analysis"], opened().sources, 2568)
    assert {one.now for one in changed} == {None}
    assert len(changed) == len(approved.figures)
    assert current_sections(opened()) == ()


def test_a_version_keeps_its_paper_from_being_deleted(approved):
    with pytest.raises(ProtectedError):
        approved.paper.delete()


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "returned"},
        {"return_reason": "ไม่ได้ส่งคืน"},
        {"state": "submitted", "submitted_by": None},
        {"digits": "roman"},
        {"year": 2025},
    ],
)
def test_the_database_refuses_what_cannot_be(draft, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=draft.pk).update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_two_approvals_at_once_make_one_version(executive, submitted, opened, seen, blank_files):
    before, answers = seen(), []
    papers = [opened(), opened()]

    def approve_once(paper):
        try:
            answers.append(approve_paper(seat=executive.seat, opened=paper, seen=before).number)
        except PaperRefusedError as refusal:
            answers.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=approve_once, args=(paper,)) for paper in papers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, answers)) == ["1", "เอกสารอยู่ในสถานะ “อนุมัติแล้ว” จึงทำไม่ได้"]
    assert PaperVersion.objects.count() == 1
    assert verify_chain().is_whole


def test_seen_is_compared_by_revision_and_figures(seen, submitted):
    assert seen() == Seen(submitted.revision, seen().figures_sha256)

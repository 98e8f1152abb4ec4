"""An old document in the hands of everybody."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from prongsai.portal.bringing.from_document.conftest import CERTAIN, DOCUMENT, DOUBT, SETTLED, text_of
from prongsai.portal.bringing.models import ReadDraft
from prongsai.portal.journal.queries import lines_about
from prongsai.portal.results.figures import scores_by_place
from prongsai.portal.results.queries import stored_years
from prongsai.rulebook.evidence import indicator_place

pytestmark = pytest.mark.django_db

UPLOAD = "/office/town/results/document/"
EIGHT = indicator_place(8)


def brought(agency, year=2568):
    return scores_by_place(stored_years(agency.pk)[year].figures)


def told_of(draft):
    return list(lines_about(f"agencies/town/read-documents/{draft.pk}"))[-1]


def test_both_pages_work_for_officers_in_both_languages(officer, colleague, page):
    for player in (officer, colleague):
        assert player.get(UPLOAD).status_code == 200
        assert player.get(page).status_code == 200
    for address in (UPLOAD, page):
        english = officer.get(f"/en{address}").content.decode()
        english = re.sub(r'<div class="reading-text".*?</main>|<q>.*?</q>', "", english, flags=re.DOTALL)
        words = re.sub(r"ไทย|เทศบาลเมืองตัวอย่าง|บันทึก.txt|ผ่านดี", "", re.sub(r"<[^>]+>", " ", english))
        assert not re.search(r"[\u0e01-\u0e5b]", words), re.findall(r".{20}[\u0e01-\u0e5b]+.{20}", words)[:3]


def test_only_officers_read_and_write(page, officer, auditor, executive, unit_head, stranger, agency):
    for address in (f"{page}check/", f"{page}bring/", f"{page}discard/", f"{UPLOAD}send/"):
        assert officer.get(address).status_code == 405
        for player, status in ((auditor, 403), (executive, 403), (unit_head, 403), (stranger, 404)):
            assert player.post(address, SETTLED).status_code == status
    for address in (UPLOAD, page):
        for player, status in ((auditor, 403), (executive, 403), (unit_head, 403), (stranger, 404)):
            assert player.get(address).status_code == status
    assert not stored_years(agency.pk)
    assert ReadDraft.objects.count() == 1


def test_an_officer_of_another_agency_finds_the_draft_under_no_address(page, stranger):
    assert stranger.get(page.replace("/town/", "/village/")).status_code == 404
    assert stranger.post(f"{page.replace('/town/', '/village/')}bring/", SETTLED).status_code == 404


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "ไฟล์ว่าง"),
        (b"   \n", "ไฟล์ว่าง"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "ไม่ใช่เอกสารที่อ่านได้"),
        (b"%PDF-1.7 broken", "เสียหรือไม่ครบ"),
        (b"PK\x03\x04 broken", "เสียหรือไม่ครบ"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "Word รุ่นเก่า"),
    ],
)
def test_what_cannot_be_read_is_said_by_its_content_whatever_its_name(send_document, content, said):
    response = send_document(content, "รายงาน.txt")
    assert response.status_code == 422
    assert said in text_of(response)
    assert not ReadDraft.objects.exists()


def test_a_document_over_20_mb_and_none_at_all_are_refused(send_document, officer, monkeypatch):
    monkeypatch.setattr("prongsai.portal.bringing.forms.LARGEST_BYTES", 10)
    assert "ไฟล์ใหญ่เกิน 20 MB" in text_of(send_document())
    assert "เลือกไฟล์ก่อน" in text_of(officer.post(f"{UPLOAD}send/", {}))


def test_every_figure_leads_to_its_line_and_the_line_back(officer, page):
    content = officer.get(page).content.decode()
    assert 'href="#line-0-12"' in content
    assert 'id="line-0-12"' in content
    assert f'href="#figure-{DOUBT}"' in content
    assert f'id="figure-{DOUBT}"' in content
    ids = re.findall(r'\sid="([^"]+)"', content)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', content)) - set(ids) <= {"main"}


def test_levels_ranks_and_items_are_told_and_the_certainty_is_in_words(officer, page):
    text = text_of(officer.get(page))
    for said in ("ตามที่พิมพ์", "ไม่แน่ใจ ต้องตัดสิน", "๙๑.๑", "ผ่านดี", "O14", "ลำดับที่"):
        assert said in text


def test_an_unsettled_doubt_is_not_brought_and_nothing_typed_is_lost(officer, page, agency):
    answer = officer.post(f"{page}bring/", SETTLED | {DOUBT: "", "2568-all-1": "๙๔.๒๕"})
    assert answer.status_code == 422
    assert "ยังไม่ได้ตัดสิน" in text_of(answer)
    assert 'value="๙๔.๒๕"' in answer.content.decode()
    assert not stored_years(agency.pk)
    assert ReadDraft.objects.exists()


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ({DOUBT: "91.10"}, "91.10"),
        ({DOUBT: "other", f"{DOUBT}-other": "๙๑.๑๗"}, "91.17"),
        ({f"{DOUBT}-other": "๙๑.๑๗"}, "91.17"),
    ],
)
def test_a_doubt_is_settled_by_a_choice_or_in_thai_digits(officer, page, agency, typed, score):
    officer.post(f"{page}bring/", {"chosen": "2568"} | CERTAIN | typed)
    assert brought(agency)[EIGHT] == Decimal(score)
    assert len(brought(agency)) == 10


def test_a_doubt_may_be_left_out_and_so_may_a_certain_figure(officer, page, draft, agency):
    officer.post(f"{page}bring/", SETTLED | {DOUBT: "out", "2568-all-1": ""})
    assert len(brought(agency)) == 8
    assert told_of(draft).detail["left_out"] == ["2568 1", "2568 8"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({DOUBT: "other"}, "พิมพ์ค่าในช่องค่าอื่น"),
        ({f"{DOUBT}-other": "92"}, "อย่างใดอย่างหนึ่ง"),
        ({f"{DOUBT}-other": "๙๙๙"}, "ใส่คะแนนตั้งแต่ 0 ถึง 100"),
        ({DOUBT: "12.34"}, "12.34"),
        ({"chosen": ""}, "เลือกจากปีที่พบในเอกสาร"),
        ({"chosen": []}, "เลือกอย่างน้อยหนึ่งปี"),
        (dict.fromkeys(CERTAIN, "") | {DOUBT: "out"}, "ไม่มีตัวเลขให้นำเข้า"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(officer, page, agency, typed, said):
    answer = officer.post(f"{page}bring/", SETTLED | typed)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not stored_years(agency.pk)


def test_what_is_brought_says_from_which_document_and_what_a_person_settled(officer, page, draft, agency):
    officer.post(f"{page}bring/", SETTLED | {"2568-all-1": "94.25"})
    note = stored_years(agency.pk)[2568].result.source_note
    assert draft.name in note
    assert draft.sha256 in note
    assert note.endswith("เจ้าหน้าที่ตัดสินเอง: 1, 8")
    told = told_of(draft)
    assert (told.verb, told.detail["settled_by_person"]) == ("document.bring", ["2568 1", "2568 8"])
    assert told.detail["sha256"] == draft.sha256
    assert [line.verb for line in lines_about("agencies/town/2568")] == ["result.bring"]


def test_after_bringing_nothing_of_the_document_is_kept(officer, page):
    assert officer.post(f"{page}bring/", SETTLED).status_code == 302
    assert not ReadDraft.objects.exists()
    assert officer.get(page).status_code == 404


def test_two_years_are_brought_together(officer, page, agency):
    officer.post(f"{page}bring/", SETTLED | {"chosen": ["2568", "2567"], "2567-all-total": "90.45"})
    assert stored_years(agency.pk)[2567].result.total == Decimal("90.45")
    assert len(brought(agency)) == 10


def test_when_one_year_cannot_be_stored_neither_is(officer, page, agency, monkeypatch):
    from prongsai.portal.bringing.from_document import actions

    real = actions.save_result

    def second_fails(**named):
        if named["year"] == 2567:
            raise RuntimeError
        real(**named)

    monkeypatch.setattr(actions, "save_result", second_fails)
    with pytest.raises(RuntimeError):
        officer.post(f"{page}bring/", SETTLED | {"chosen": ["2568", "2567"], "2567-all-total": "90.45"})
    assert not stored_years(agency.pk)
    assert ReadDraft.objects.exists()


def test_what_stands_is_replaced_only_on_her_word(officer, page, agency):
    officer.post("/office/town/results/2568/save/", {"all-1": "70"})
    assert "แทนที่ตัวเลขของหน่วยงานเองทั้งหมด" in text_of(officer.get(page))
    refused = officer.post(f"{page}bring/", SETTLED)
    assert refused.status_code == 422
    assert "ยืนยันก่อนว่าจะแทนที่" in text_of(refused)
    assert len(brought(agency)) == 1
    officer.post(f"{page}bring/", SETTLED | {"2568-replace": "on"})
    assert len(brought(agency)) == 10


def test_checking_says_what_follows_and_keeps_nothing(officer, page, agency):
    text = text_of(officer.post(f"{page}check/", SETTLED))
    assert "คะแนนรวม 95.22" in text
    assert "ยังไม่บันทึก" in text
    assert not stored_years(agency.pk)


def test_a_document_that_contradicts_itself_is_shown_so(officer, send_document):
    page = send_document(DOCUMENT.replace("อยู่ในระดับผ่านดี", "ได้คะแนนรวม ๗๐.๐๐ คะแนน").replace("๙๑.๑ ", "๙๑.๑๐ "))[
        "Location"
    ]
    text = text_of(officer.get(page))
    assert "ตัวเลขที่ขัดกัน" in text
    assert "ใส่ 70.00 คำนวณได้ 95.22" in text


def test_another_agencys_document_is_warned_of_and_not_refused(officer, send_document, agency):
    page = send_document(DOCUMENT.replace("เทศบาลเมืองตัวอย่าง", "เทศบาลตำบลทดลอง"))["Location"]
    text = text_of(officer.get(page))
    assert "เทศบาลตำบลทดลอง ไม่ตรงกับ เทศบาลเมืองตัวอย่าง" in text
    officer.post(f"{page}bring/", SETTLED)
    assert len(brought(agency)) == 10


def test_its_own_document_is_not_warned_of(officer, page):
    assert "ไม่ตรงกับ" not in text_of(officer.get(page))


def test_figures_without_a_year_get_it_from_her(officer, send_document, agency):
    page = send_document("ผลการประเมิน\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 95.00 คะแนน\n")["Location"]
    assert "เอกสารไม่บอกปี" in text_of(officer.get(page))
    typed = {"chosen": "none", "none-all-1": "95.00"}
    assert "เลือกปีงบประมาณของตัวเลขเหล่านี้" in text_of(officer.post(f"{page}bring/", typed))
    officer.post(f"{page}bring/", typed | {"none-year": "2566"})
    assert brought(agency, 2566) == {indicator_place(1): Decimal("95.0000")}


def test_a_document_without_figures_says_so(officer, send_document):
    page = send_document("ประกาศเรื่องวันหยุด")["Location"]
    assert "ไม่พบตัวเลข" in text_of(officer.get(page))
    assert officer.post(f"{page}bring/", {}).status_code == 422


def test_the_same_document_sent_again_is_one_draft(send_document):
    send_document()
    send_document()
    assert ReadDraft.objects.count() == 1


def test_a_draft_expires_and_is_removed_with_the_next_document(officer, page, draft, send_document):
    draft.read_at, draft.expires_at = timezone.now() - timedelta(days=31), timezone.now() - timedelta(days=1)
    draft.save()
    assert officer.get(page).status_code == 404
    assert officer.post(f"{page}bring/", SETTLED).status_code == 404
    assert draft.name not in text_of(officer.get(UPLOAD))
    send_document("ประกาศ", "อีกฉบับ.txt")
    assert [one.name for one in ReadDraft.objects.all()] == ["อีกฉบับ.txt"]


def test_a_draft_is_discarded(officer, page, draft):
    assert draft.name in text_of(officer.get(UPLOAD))
    officer.post(f"{page}discard/")
    assert not ReadDraft.objects.exists()
    assert told_of(draft).verb == "document.discard"


def test_what_a_document_says_is_shown_as_text(officer, send_document):
    page = send_document(DOCUMENT + "<script>alert(1)</script>\n", "<b>.txt")["Location"]
    content = officer.get(page).content.decode()
    assert "<script>alert" not in content
    assert "&lt;script&gt;alert" in content


def test_the_page_takes_as_many_queries_however_long_the_document(
    officer, send_document, django_assert_max_num_queries
):
    page = send_document(DOCUMENT + "\n".join(f"บรรทัด {number}" for number in range(500)))["Location"]
    with django_assert_max_num_queries(SEAT + 5):
        officer.get(page)


SEAT = 6
"""Session, person, agency, memberships, units, and what the shell asks."""

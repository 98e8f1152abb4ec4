"""The workspace in the hands of everybody."""

import re

import pytest

from prongsai.portal.analyses.models import Analysis, Finding, FindingKind
from prongsai.portal.journal.queries import verify_chain

pytestmark = pytest.mark.django_db

PAGE = "/office/town/analysis/2568/"
READING = ["/office/town/analysis/", PAGE, f"{PAGE}lift/", f"{PAGE}lift/answer/"]
WRITING = [
    f"{PAGE}{end}"
    for end in ("start/", "examine-again/", "findings/judge/", "findings/add/", "topics/1/", "constraints/")
]
OWN = {"own-kind": "own-weakness", "own-topic": "3", "own-text_th": "ประชาสัมพันธ์ผ่านเสียงตามสายไม่ทั่วถึง"}


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def e7():
    return Finding.objects.get(kind=FindingKind.WEAK_QUESTION, code="e7")


@pytest.mark.parametrize("page", READING)
def test_everybody_here_may_read_and_a_stranger_may_not(everybody_here, stranger, analysis, page):
    for player in everybody_here.values():
        assert player.get(page).status_code == 200
    assert stranger.get(page).status_code == 404
    assert everybody_here["officer"].post(page).status_code == 405


@pytest.mark.parametrize("page", WRITING)
def test_only_officers_write_and_only_by_post(officer, auditor, executive, unit_head, stranger, analysis, page):
    before = verify_chain().lines
    assert officer.get(page).status_code == 405
    for player, status in ((auditor, 403), (executive, 403), (unit_head, 403), (stranger, 404)):
        assert player.post(page, OWN).status_code == status
    assert verify_chain().lines == before


@pytest.mark.parametrize(
    "page",
    ["/office/town/analysis/2566/", "/office/town/analysis/2599/", f"{PAGE}lift/x/", f"{PAGE}findings/99999/reword/"],
)
def test_what_is_not_there_is_not_found(officer, analysis, page):
    assert officer.get(page).status_code in {404, 405}
    assert officer.post(page, {"text_th": "x"}).status_code in {404, 405}


def test_a_finding_is_found_under_its_own_year_only(officer, analysis):
    assert officer.post(f"/office/town/analysis/2567/findings/{e7().pk}/reword/", {"text_th": "x"}).status_code == 404


def test_the_journey_from_start_to_kept(officer, material):
    assert "เริ่มวิเคราะห์" in text_of(officer.get(PAGE))
    officer.post(f"{PAGE}start/")
    assert "จุดแข็ง" in text_of(officer.get(PAGE))
    answer = officer.post(f"{PAGE}findings/judge/", {"finding": [e7().pk], "state": "kept"})
    assert answer["Location"] == f"{PAGE}#finding-{e7().pk}"
    assert e7().state == "kept"


def test_an_auditor_sees_no_way_to_write(auditor, analysis):
    content = auditor.get(PAGE).content.decode()
    assert not [a for a in re.findall(r'action="([^"]+)"', content) if "/analysis/" in a]
    assert "ข้อ e7" in content


@pytest.mark.parametrize(
    "wrong", [{"finding": "0", "state": "kept"}, {"state": "kept"}, {"finding": "first", "state": "gone"}]
)
def test_judging_what_is_not_there_is_not_found(officer, analysis, wrong):
    typed = wrong | ({"finding": analysis.findings.first().pk} if wrong.get("finding") == "first" else {})
    assert officer.post(f"{PAGE}findings/judge/", typed).status_code == 404


def test_findings_of_another_agency_cannot_be_judged(officer, stranger, analysis):
    page = PAGE.replace("town", "village")
    assert stranger.post(f"{page}findings/judge/", {"finding": e7().pk, "state": "kept"}).status_code == 404
    assert e7().state == "proposed"


def test_a_text_that_is_too_long_is_not_lost(officer, analysis):
    response = officer.post(f"{PAGE}findings/{e7().pk}/reword/", {"text_th": "ก" * 2001})
    assert response.status_code == 422
    assert "ก" * 2001 in response.content.decode()
    assert "ยาวเกินไป" in text_of(response)


@pytest.mark.parametrize("page", ["topics/3/", "constraints/", "findings/add/"])
def test_no_other_text_is_lost_either(officer, analysis, page):
    long = "ข" * 2001
    typed = {"text_th": long, "held-people": long, **OWN, "own-text_th": long}
    response = officer.post(f"{PAGE}{page}", typed)
    assert response.status_code == 422
    assert long in response.content.decode()


def test_a_topic_that_there_is_not(officer, analysis):
    assert officer.post(f"{PAGE}topics/8/", {"text_th": "x"}).status_code == 404


def test_a_claim_that_the_figures_deny_is_warned_of_beside_the_text(officer, analysis):
    claim = "ข้อ e7 การมีส่วนร่วม เพิ่มขึ้นจาก 100 เป็น 75 แสดงถึงความสำเร็จ"
    officer.post(f"{PAGE}findings/{e7().pk}/reword/", {"text_th": claim})
    content = officer.get(PAGE).content.decode()
    card = content.partition(f'id="finding-{e7().pk}"')[2].partition("</li>")[0]
    assert "finding-warning" in card


def test_an_item_number_of_another_year_is_warned_of(officer, analysis):
    officer.post(f"{PAGE}topics/3/", {"text_th": "เผยแพร่ตามข้อ O43 บนเว็บไซต์"})
    topic = officer.get(PAGE).content.decode().partition('id="topic-3"')[2].partition("</li>")[0]
    assert "finding-warning" in topic


def test_the_seven_topics_are_open_until_something_is_said(officer, analysis):
    assert text_of(officer.get(PAGE)).count("ยังว่าง ") == 7
    officer.post(f"{PAGE}findings/add/", OWN)
    officer.post(f"{PAGE}topics/5/", {"text_th": "จัดซื้อเปิดเผยครบ"})
    assert text_of(officer.get(PAGE)).count("ยังว่าง ") == 5


def test_a_changed_result_is_said_and_taken_up_on_her_word(officer, analysis, bring):
    bring([])
    assert "ผลการประเมินเปลี่ยนไป" in text_of(officer.get(PAGE))
    officer.post(f"{PAGE}examine-again/")
    assert "ผลการประเมินเปลี่ยนไป" not in text_of(officer.get(PAGE))


def test_markup_in_words_is_shown_as_text(officer, analysis):
    officer.post(f"{PAGE}findings/add/", OWN | {"own-text_th": "<script>alert(1)</script>"})
    officer.post(f"{PAGE}constraints/", {"held-people": "</textarea><script>alert(2)"})
    assert "<script>alert" not in officer.get(PAGE).content.decode()


def test_the_least_set_and_a_try_are_computed_by_the_rulebook(officer, material):
    text = text_of(officer.get(f"{PAGE}lift/"))
    assert "ขยับ 3 อย่างนี้ก็ถึงระดับ ผ่านดีเยี่ยม" in text
    tried = officer.get(f"{PAGE}lift/answer/?EIT1-e7=100&EIT1-e8=100&EIT1-e6=100&EIT2-e7=100&EIT2-e8=100&EIT2-e6=๑๐๐")
    assert "ขยับ 6 อย่าง" in text_of(tried)
    assert "ผ่านดีเยี่ยม" in text_of(tried)
    assert not Analysis.objects.exists()


@pytest.mark.parametrize("asked", ["EIT1-e7=x", "EIT1-e7=1000", "nothing=5", "reach=7", "EIT1-e7="])
def test_a_try_that_makes_no_sense_moves_nothing(officer, material, asked):
    assert "ขยับ" not in text_of(officer.get(f"{PAGE}lift/answer/?{asked}"))
    assert officer.get(f"{PAGE}lift/?{asked}").status_code == 200


def test_without_a_total_there_is_still_a_page(officer, bring):
    bring([])
    assert officer.get(f"{PAGE}lift/").status_code == 200
    assert officer.get(PAGE).status_code == 200


def test_the_workspace_takes_as_many_queries_with_more_findings(officer, analysis, django_assert_max_num_queries):
    for number in range(20):
        officer.post(f"{PAGE}findings/add/", OWN | {"own-text_th": f"ข้อ {number}"})
    with django_assert_max_num_queries(12):
        officer.get(PAGE)


def test_the_english_page_has_thai_only_where_documents_are_thai(officer, material):
    body = re.sub(r"<[^>]+>", " ", officer.get(f"/en{PAGE}").content.decode())
    assert not re.search(r"[\u0e01-\u0e5b]", re.sub(r"ไทย|เทศบาลเมืองตัวอย่าง|ผ่านดี", "", body))

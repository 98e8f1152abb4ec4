"""What an officer brings, in the hands of everybody."""

import re

import pytest

from prongsai.portal.bringing.conftest import HEAD
from prongsai.portal.bringing.models import WaitingFile
from prongsai.portal.journal.queries import lines_about
from prongsai.portal.results.queries import respondents, scored_years, stored_years
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db

FORM = "/office/town/results/2568/"
TEN = {f"all-{n}": "90" for n in range(1, 11)}
READING = ["/office/town/results/", FORM]
WRITING = [f"{FORM}check/", f"{FORM}save/", f"{FORM}carry-over/", f"{FORM}discard/", "/office/town/results/file/send/"]


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.parametrize("page", [*READING, "/office/town/results/file/"])
def test_pages_work_for_officers_in_both_languages(officer, colleague, page):
    for player in (officer, colleague):
        assert player.get(page).status_code == 200
    english = re.sub(r"<[^>]+>", " ", officer.get(f"/en{page}").content.decode())
    assert not re.search(r"[\u0e01-\u0e5b]", re.sub(r"ไทย|เทศบาลเมืองตัวอย่าง", "", english))


@pytest.mark.parametrize("page", READING)
def test_an_auditor_reads_and_sees_no_button_to_write(auditor, page):
    content = auditor.get(page).content.decode()
    assert not [
        action for action in re.findall(r'action="([^"]+)"', content) if "/results/" in action and "save" not in action
    ]
    assert "บันทึก</button>" not in content


@pytest.mark.parametrize("page", WRITING)
def test_only_officers_write_and_only_by_post(officer, auditor, executive, stranger, page):
    assert officer.get(page).status_code == 405
    for player, status in ((auditor, 403), (executive, 403), (stranger, 404)):
        assert player.post(page, TEN).status_code == status
    assert not stored_years(officer.seat.agency.pk)


@pytest.mark.parametrize(
    "page", ["/office/town/results/2500/", "/office/town/results/2599/", "/office/town/results/file/77/"]
)
def test_a_year_without_rules_and_an_unknown_file_are_not_found(officer, page):
    assert officer.get(page).status_code == 404
    assert officer.post(f"{page}save/", TEN).status_code == 404


def test_figures_are_kept_for_the_agency_and_shown_to_nobody_else(officer, visitor, agency):
    response = officer.post(f"{FORM}save/", TEN | {"source_note": "หนังสือแจ้งผล"}, follow=True)
    assert "บันทึกแล้ว" in text_of(response)
    assert str(scored_years(agency.pk)[2568].total) == "90.00"
    assert [line.verb for line in lines_about("agencies/town/2568")] == ["result.bring"]
    assert visitor.get("/agencies/town/2568/").status_code == 404
    assert "เทศบาลเมืองตัวอย่าง" not in text_of(visitor.get("/"))
    assert b"town" not in b"".join(visitor.get("/open-data/scores.csv").streaming_content)


def test_nothing_typed_is_lost_on_a_mistake(officer, agency):
    response = officer.post(f"{FORM}save/", TEN | {"all-1": "๙๙๙", "source_note": "หนังสือ ก"})
    content = response.content.decode()
    assert response.status_code == 422
    assert 'value="๙๙๙"' in content
    assert 'value="หนังสือ ก"' in content
    assert content.count('value="90"') == 9
    assert "ใส่คะแนนตั้งแต่ 0 ถึง 100" in content
    assert not stored_years(agency.pk)


def test_an_empty_form_is_not_kept(officer, agency):
    assert "ยังไม่ได้ใส่ตัวเลขใด" in text_of(officer.post(f"{FORM}save/", {}))
    assert not stored_years(agency.pk)


def test_checking_says_what_follows_and_keeps_nothing(officer, agency):
    text = text_of(officer.post(f"{FORM}check/", TEN))
    assert "คะแนนรวม 90.00" in text
    assert "อย่างน้อย ผ่าน" in text
    assert "ยังขาด จึงบอกระดับแน่นอนไม่ได้" in text
    assert not stored_years(agency.pk)


def test_a_contradiction_stands_at_its_field(officer):
    response = officer.post(f"{FORM}check/", TEN | {"all-total": "91"})
    assert "ใส่ 91.00 คำนวณได้ 90.00" in text_of(response)
    note = re.search(r'id="note-all-total">([^<]*)<', response.content.decode())
    assert note[1] == "ที่ใส่ไว้ 91.00 แต่คำนวณได้ 90.00"


def test_the_live_part_is_a_part(officer):
    content = officer.post(f"{FORM}check/?part", TEN | {"all-total": "x"}).content.decode()
    assert "<html" not in content
    assert 'data-field="all-total" data-tone="wrong"' in content


def test_carrying_over_starts_from_what_is_published(officer, publish, agency):
    publish("town", 2568, name_th=agency.name_th, type=agency.type)
    assert not stored_years(agency.pk)[2568].is_own
    officer.post(f"{FORM}carry-over/")
    assert stored_years(agency.pk)[2568].is_own
    assert len(stored_years(agency.pk)[2568].figures) == 10


def test_there_is_nothing_to_carry_over_where_nothing_is_published(officer):
    assert officer.post(f"{FORM}carry-over/").status_code == 404


def test_discarding_leaves_the_published_result(officer, publish, agency):
    publish("town", 2568, name_th=agency.name_th, type=agency.type)
    officer.post(f"{FORM}save/", TEN)
    officer.post(f"{FORM}discard/")
    assert not stored_years(agency.pk)[2568].is_own
    assert [line.verb for line in lines_about("agencies/town/2568")][-1] == "result.discard"


def test_a_file_of_several_years_is_shown_first_and_kept_on_her_word(officer, send, agency):
    response = send(f"{HEAD}เทศบาลเมืองตัวอย่าง,2567,,total,๘๔.๑๙,\nเทศบาลเมืองตัวอย่าง,2568,IIT,i1,95.76,99\n")
    preview = response["Location"]
    assert not stored_years(agency.pk)
    assert "ปี 2567" in text_of(officer.get(preview))
    officer.post(f"{preview}take-over/", {"chosen": ["0", "1"]})
    assert set(scored_years(agency.pk)) == {2567, 2568}
    assert respondents(agency.pk, 2568)[Place(Instrument.IIT, "i1")] == (99, None)
    assert officer.get(preview).status_code == 404


def test_mistakes_in_a_file_are_named_by_row_and_column(officer, send):
    response = send(f"{HEAD}x,2568,IIT,i77,90,\nx,2025,,total,200,\n")
    assert response.status_code == 422
    text = text_of(response)
    assert "แถว 2 คอลัมน์ code" in text
    assert "แถว 3 คอลัมน์ year" in text
    assert not WaitingFile.objects.exists()


def test_another_agencys_name_needs_her_word(officer, send, agency):
    preview = send(f"{HEAD}เทศบาลอื่น,2568,,total,90,\n")["Location"]
    assert "ไม่ตรงกับหน่วยงานนี้" in text_of(officer.get(preview))
    refused = officer.post(f"{preview}take-over/", {"chosen": "0"})
    assert refused.status_code == 422
    assert not stored_years(agency.pk)
    officer.post(f"{preview}take-over/", {"chosen": "0", "confirmed": "on"})
    assert stored_years(agency.pk)[2568].is_own


def test_of_a_file_with_many_agencies_only_her_own_rows_wait(officer, send):
    others = "".join(f"เทศบาล{n},2568,,total,90,\n" for n in range(30))
    send(f"{HEAD}{others}town,2568,,total,91,\n")
    assert [row[0] for row in WaitingFile.objects.get().rows] == ["town"]


def test_a_file_of_many_others_is_refused(send):
    others = "".join(f"เทศบาล{n},2568,,total,90,\n" for n in range(30))
    assert "ไม่มีชื่อ เทศบาลเมืองตัวอย่าง" in text_of(send(HEAD + others))


@pytest.mark.parametrize(
    ("chosen", "said"),
    [([], "เลือกอย่างน้อยหนึ่งปี"), (["0", "1"], "เลือกปีเดียวกันสองรายการไม่ได้"), (["9"], "เลือกจากรายการในไฟล์")],
)
def test_a_choice_that_makes_no_sense_is_refused(officer, send, chosen, said):
    preview = send(f"{HEAD}ก,2568,,total,90,\nข,2568,,total,91,\n")["Location"]
    response = officer.post(f"{preview}take-over/", {"chosen": chosen, "confirmed": "on"})
    assert said in text_of(response)


def test_a_file_without_content_and_no_file_at_all(officer, send):
    assert "ไฟล์ว่าง" in text_of(send(""))
    assert "เลือกไฟล์ก่อน" in text_of(officer.post("/office/town/results/file/send/", {}))


def test_a_file_over_20_mb_is_refused(send, monkeypatch):
    monkeypatch.setattr("prongsai.portal.bringing.forms.LARGEST_BYTES", 10)
    assert "ไฟล์ใหญ่เกิน 20 MB" in text_of(send(f"{HEAD}x,2568,,total,90,\n"))


def test_a_long_excel_fraction_is_rounded_to_four_decimals(officer, send, agency):
    preview = send(f"{HEAD},2568,IIT,i1,93.33333333333333,\n")["Location"]
    officer.post(f"{preview}take-over/", {"chosen": "0"})
    assert str(stored_years(agency.pk)[2568].figures[0].score) == "93.3333"


def test_a_colleague_does_not_see_a_waiting_file(send, colleague):
    preview = send(f"{HEAD},2568,,total,90,\n")["Location"]
    assert colleague.get(preview).status_code == 404


def test_a_name_with_markup_is_shown_as_text(officer, send):
    preview = send(f"{HEAD}<script>alert(1)</script>,2568,,total,90,\n")["Location"]
    assert "<script>alert" not in officer.get(preview).content.decode()


@pytest.mark.parametrize(("page", "queries"), [("/office/town/results/", 3), (FORM, 5)])
def test_pages_take_as_many_queries_with_more_years(
    officer, send, agency, page, queries, django_assert_max_num_queries
):
    preview = send(HEAD + "".join(f",{year},,total,90,\n" for year in range(2564, 2569)))["Location"]
    officer.post(f"{preview}take-over/", {"chosen": list("01234")})
    with django_assert_max_num_queries(queries + SEAT):
        officer.get(page)


SEAT = 6
"""Session, person, agency, memberships, units, and what the shell asks."""

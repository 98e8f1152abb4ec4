"""The office's pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from tests.rounds import ACTOR

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.models import Participation, Round
from prongsai.portal.rounds.queries import calendar, find_round
from prongsai.portal.rounds.running.actions import open_round
from prongsai.portal.rounds.states import RoundState

pytestmark = pytest.mark.django_db

ROUNDS = "/office/national/rounds/"
MARK = "รอบซักซ้อม ข้อมูลและคะแนนในรอบนี้ไม่ใช่ผลการประเมิน"


@pytest.fixture
def real() -> RoundFacts:
    return open_round(actor=ACTOR, year=2568, is_rehearsal=False, name_th="รอบปี 2568")


def text_of(response):
    return response.content.decode()


def test_the_office_opens_a_rehearsal(national_office):
    page = text_of(national_office.get(f"{ROUNDS}open/"))
    assert "ต้องยืนยันกับสำนักงาน ป.ป.ช." in page
    assert "เกณฑ์ยังไม่ปิดผนึก" in page
    sent = {"year": "2569", "kind": "rehearsal", "name_th": "ซักซ้อม"}
    assert national_office.post(f"{ROUNDS}open/", sent)["Location"] == f"{ROUNDS}rehearsal-2569/"


def test_a_refused_opening_keeps_what_was_typed(national_office):
    sent = {"year": "2569", "kind": "real", "name_th": "รอบจริงของปี", "name_en": "Real one"}
    page = text_of(national_office.post(f"{ROUNDS}open/", sent))
    assert "เปิดได้เฉพาะรอบซักซ้อม ปิดผนึกเกณฑ์ที่ประกาศแล้วก่อน" in page
    assert 'value="รอบจริงของปี"' in page
    assert 'value="Real one"' in page


def test_another_year_can_be_looked_at(national_office):
    assert "เกณฑ์ปิดผนึกแล้ว" in text_of(national_office.get(f"{ROUNDS}open/?year=2568"))
    assert national_office.get(f"{ROUNDS}open/?year=abc").status_code == 200


@pytest.mark.parametrize("address", ["", "phases/surveys/", "agencies/", "agencies/invite/", "agencies/of/town/"])
def test_every_page_of_a_rehearsal_is_marked(national_office, rehearsal, address):
    assert MARK in text_of(national_office.get(f"{ROUNDS}rehearsal-2569/{address}"))


@pytest.mark.parametrize("address", ["", "phases/surveys/", "agencies/", "agencies/invite/"])
def test_a_real_round_is_not(national_office, real, address):
    assert MARK not in text_of(national_office.get(f"{ROUNDS}2568/{address}"))


def test_an_assessor_looks_and_changes_nothing(assessor, rehearsal):
    page = text_of(assessor.get(f"{ROUNDS}rehearsal-2569/"))
    assert "<button" not in page.partition("<main")[2]
    assert "phases/" not in page
    assert assessor.get(f"{ROUNDS}rehearsal-2569/phases/surveys/").status_code == 403
    assert assessor.post(f"{ROUNDS}rehearsal-2569/move/", {"to": "confirmation"}).status_code == 403


def test_the_round_moves_on_and_back_with_a_reason(national_office, rehearsal):
    move = f"{ROUNDS}rehearsal-2569/move/"
    assert national_office.post(move, {"to": "confirmation"}).status_code == 302
    page = text_of(national_office.post(move, {"to": "registration", "reason": ""}))
    assert "การย้อนกลับต้องมีเหตุผล" in page
    national_office.post(move, {"to": "registration", "reason": "ลงทะเบียนไม่ครบ"})
    assert find_round("rehearsal-2569").state is RoundState.REGISTRATION
    page = text_of(national_office.get(f"{ROUNDS}rehearsal-2569/"))
    assert "ลงทะเบียนไม่ครบ" in page
    assert "national-office" in page


@pytest.mark.parametrize("to", ["published", "nonsense", ""])
def test_a_move_that_is_not_possible_changes_nothing(national_office, rehearsal, to):
    assert national_office.post(f"{ROUNDS}rehearsal-2569/move/", {"to": to}).status_code == 200
    assert find_round("rehearsal-2569").state is RoundState.REGISTRATION


def test_a_phase_is_dated_in_thai_days(national_office, real):
    address = f"{ROUNDS}2568/phases/surveys/"
    assert national_office.post(address, {"opens": "๑ เม.ย. ๒๕๖๘", "closes": "31/5/2568"}).status_code == 302
    surveys = next(phase for phase in calendar(real) if phase.key == "surveys")
    assert surveys.opens_at.isoformat() == "2025-03-31T17:00:00+00:00"
    assert surveys.closes_at.isoformat() == "2025-05-31T17:00:00+00:00"
    page = text_of(national_office.get(f"{ROUNDS}2568/"))
    assert "1 เม.ย. 2568" in page
    assert "31 พ.ค. 2568" in page
    assert "1 Apr 2025" in text_of(national_office.get(f"/en{ROUNDS}2568/"))


@pytest.mark.parametrize(
    ("opens", "closes", "says"),
    [("เมษายน", "31 พ.ค. 2568", "อ่านวันที่ไม่ได้"), ("31 พ.ค. 2568", "1 เม.ย. 2568", "ไม่อยู่ก่อนวันเปิด")],
)
def test_days_that_do_not_work_are_said_and_kept(national_office, real, opens, closes, says):
    page = text_of(national_office.post(f"{ROUNDS}2568/phases/surveys/", {"opens": opens, "closes": closes}))
    assert says in page
    assert f'value="{opens}"' in page


def test_a_running_phase_is_extended_with_its_reason(national_office, collecting):
    address = f"{ROUNDS}rehearsal-2569/phases/surveys/"
    assert "ขยายเวลา" in text_of(national_office.get(address))
    assert "การขยายเวลา" not in text_of(national_office.post(address, {"closes": "31 ธ.ค. 2570", "reason": ""}))
    national_office.post(address, {"closes": "31 ธ.ค. 2570", "reason": "น้ำท่วม"})
    page = text_of(national_office.get(f"{ROUNDS}rehearsal-2569/"))
    assert "ถึง 31 ธ.ค. 2570: น้ำท่วม" in page
    assert "หลังวันปิดเดิม" in text_of(national_office.post(address, {"closes": "1 ม.ค. 2568", "reason": "ผิด"}))


def test_an_unknown_phase_round_or_agency_is_not_found(national_office, rehearsal):
    for address in ("rehearsal-2569/phases/lunch/", "2570/", "rehearsal-2569/agencies/of/nowhere/"):
        assert national_office.get(f"{ROUNDS}{address}").status_code == 404


def test_an_agency_that_was_not_invited_is_not_found(national_office, rehearsal):
    save_agency(actor=ACTOR, code="late", name_th="เทศบาลตำบลมาสาย", type="subdistrict-municipality")
    assert national_office.get(f"{ROUNDS}rehearsal-2569/agencies/of/late/").status_code == 404


def test_agencies_are_found_by_word_and_state(national_office, collecting):
    page = text_of(national_office.get(f"{ROUNDS}rehearsal-2569/agencies/?q=ตัวอย่าง"))
    assert "พบ 1 หน่วยงาน" in page
    assert "IIT 25" in page
    assert "ไม่มีหน่วยงาน" in text_of(national_office.get(f"{ROUNDS}rehearsal-2569/agencies/?q=ไม่มีที่ไหน"))
    assert "พบ 1 หน่วยงาน" in text_of(national_office.get(f"{ROUNDS}rehearsal-2569/agencies/?state=confirmed"))
    assert "พบ 2 หน่วยงาน" in text_of(national_office.get(f"{ROUNDS}rehearsal-2569/agencies/?state=odd&page=x"))


def test_the_list_costs_the_same_however_long_it_is(national_office, rehearsal, django_assert_max_num_queries):
    for number in range(60):
        save_agency(actor=ACTOR, code=f"a{number}", name_th=f"ตำบล {number}", type="subdistrict-organisation")
    national_office.post(f"{ROUNDS}rehearsal-2569/agencies/invite/", {"who": "all"})
    with django_assert_max_num_queries(7):
        assert "หน้า 1 จาก 2" in text_of(national_office.get(f"{ROUNDS}rehearsal-2569/agencies/"))


def test_agencies_are_invited_by_type(national_office, real, agency, other_agency):
    invite = f"{ROUNDS}2568/agencies/invite/"
    assert "เลือกประเภทหน่วยงาน" in text_of(national_office.post(invite, {"who": "type"}))
    page = text_of(national_office.post(invite, {"who": "type", "type": "town-municipality"}))
    assert "เชิญใหม่ 1 หน่วยงาน" in page
    assert [row.agency for row in Participation.objects.all()] == [agency]


def test_a_file_invites_its_good_rows_and_names_the_others(national_office, real, agency, other_agency):
    file = SimpleUploadedFile("รายชื่อ.csv", "รหัส,ชื่อ\ntown,ก\nnowhere,ข\nvillage,ค\ntown,ซ้ำ\n".encode())
    page = text_of(national_office.post(f"{ROUNDS}2568/agencies/invite/", {"who": "file", "file": file}))
    assert "เชิญใหม่ 2 หน่วยงาน" in page
    assert "รายชื่อ.csv แถว 3 คอลัมน์ รหัส: พบ “nowhere”" in page
    assert Participation.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"name\ntown\n", "ไม่มีคอลัมน์"), (b"\xff\xfe\x00", ""), (b"PK\x03\x04broken", "")],
)
def test_a_file_that_cannot_be_used_says_why_and_invites_nobody(national_office, real, agency, content, says):
    file = SimpleUploadedFile("list.csv", content)
    page = text_of(national_office.post(f"{ROUNDS}2568/agencies/invite/", {"who": "file", "file": file}))
    assert "list.csv" in page
    assert says in page
    assert not Participation.objects.exists()


def test_without_a_file_or_a_choice_the_form_says_so(national_office, real):
    invite = f"{ROUNDS}2568/agencies/invite/"
    assert "เลือกไฟล์ก่อน" in text_of(national_office.post(invite, {"who": "file"}))
    assert national_office.post(invite, {}).status_code == 200


def test_after_collecting_the_invitation_is_refused_in_words(national_office, collecting):
    national_office.post(f"{ROUNDS}rehearsal-2569/move/", {"to": "disclosure-scoring"})
    page = text_of(national_office.post(f"{ROUNDS}rehearsal-2569/agencies/invite/", {"who": "all"}))
    assert "เชิญหน่วยงานเพิ่มไม่ได้" in page


def test_a_round_whose_rules_changed_says_so_instead_of_showing_anything(national_office, rehearsal):
    Round.objects.update(sha256="0" * 64)
    response = national_office.get(f"{ROUNDS}rehearsal-2569/")
    assert response.status_code == 409
    assert "ไม่ตรงกับที่ตรึงไว้" in text_of(response)
    assert "ไม่ตรงกับที่ตรึงไว้" in text_of(national_office.get(ROUNDS))


def journal_of(facts):
    return f"{ROUNDS}{facts.slug}/journal/"


def test_the_journal_of_a_round_tells_what_office_and_agencies_did_in_it(
    national_office, collecting, rehearsal_beside, agency
):
    line(f"agencies/{agency.code}/rounds/{collecting.slug}", "participation.save")
    line(f"agencies/{agency.code}/rounds/{collecting.slug}/oit/o1", "disclosure.save")
    line(f"rounds/{collecting.slug}/oit/{agency.code}/o1", "oit.mark")
    line(f"rounds/{rehearsal_beside.slug}", "round.extend")
    line(f"agencies/{agency.code}/2568", "result.bring")
    told = [row.did for row in national_office.get(journal_of(collecting)).context["lines"]]
    assert told[:3] == ["ตรวจข้อ OIT", "ตอบข้อ OIT", "บันทึกข้อมูลเข้าร่วมรอบ"]
    assert told[-1] == "เปิดรอบ"
    assert "ขยายเวลาของช่วง" not in told
    assert f'href="{journal_of(collecting)}"' in text_of(national_office.get(f"{ROUNDS}{collecting.slug}/"))


def test_the_journal_of_a_round_is_narrowed_and_read_page_by_page(national_office, collecting, agency, other_agency):
    for number in range(60):
        line(f"agencies/{agency.code}/rounds/{collecting.slug}/oit/o{number}", "disclosure.save")
    line(f"agencies/{other_agency.code}/rounds/{collecting.slug}", "participation.save")
    narrowed = f"{journal_of(collecting)}?verb=disclosure.save&agency={agency.code}"
    first = national_office.get(narrowed).context
    second = national_office.get(f"{narrowed}&before={first['older']}")
    assert [len(first["lines"]), len(second.context["lines"])] == [50, 10]
    assert second.context["older"] is None
    assert f"?verb=disclosure.save&amp;agency={agency.code}#results" in text_of(second)
    nothing = text_of(national_office.get(f"{journal_of(collecting)}?agency=nobody"))
    assert "ไม่มีบรรทัดที่ตรงกับเงื่อนไข" in nothing


def test_a_page_of_the_journal_costs_the_same_however_much_was_done(
    national_office, collecting, agency, django_assert_max_num_queries
):
    for number in range(60):
        line(f"agencies/{agency.code}/rounds/{collecting.slug}/oit/o{number}", "disclosure.save")
    with django_assert_max_num_queries(10):
        national_office.get(journal_of(collecting))


@transaction.atomic
def line(place, verb):
    append_line(actor=ACTOR, verb=verb, object=place)


@pytest.fixture
def rehearsal_beside() -> RoundFacts:
    return open_round(actor=ACTOR, year=2568, is_rehearsal=True, name_th="ซ้อมอีกรอบ")

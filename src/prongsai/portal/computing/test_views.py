import pytest

from prongsai.portal.computing.models import Computation
from prongsai.rulebook.instrument import Instrument

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(counted):
    return f"/office/national/rounds/{counted.slug}/results/"


def test_the_office_computes_and_sees_what_is_still_open(national_office, page):
    assert national_office.post(f"{page}compute/", {"reason": "คำนวณครั้งแรก"}).status_code == 302
    shown = national_office.get(page).content.decode()
    assert "เทศบาลเมืองตัวอย่าง" in shown
    assert "OIT รออีก 1 ข้อ" in shown
    assert "ผลเบื้องต้น" in shown
    assert "เทศบาลเมืองตัวอย่าง" not in national_office.get(page, {"q": "อื่น"}).content.decode()


def test_the_office_sees_ranks_with_what_is_possible(answer, national_office, page, other_agency):
    for part in (Instrument.IIT, Instrument.EIT1, Instrument.EIT2):
        answer(part, 6, option=5, who=other_agency)
    national_office.post(f"{page}compute/", {"reason": "คำนวณครั้งแรก"})
    shown = national_office.get(page, {"order": "total"}).content.decode()
    assert "อันดับ 1" in shown
    assert "จาก 1<" in shown
    assert shown.index("องค์การบริหารส่วนตำบลอื่น") < shown.index("เทศบาลเมืองตัวอย่าง")  # which has no total


def test_without_a_reason_nothing_is_computed(national_office, page):
    assert "เหตุผลของการคำนวณ" in national_office.post(f"{page}compute/", {"reason": " "}).content.decode()
    assert not Computation.objects.exists()


def test_provisional_figures_are_the_offices_alone(assessor, officer, visitor, page):
    assert assessor.get(page).status_code == 403
    assert officer.get(page).status_code == 404
    assert visitor.get(page).status_code == 302


def test_a_provisional_edition_cannot_be_released(national_office, page):
    national_office.post(f"{page}compute/", {"reason": "คำนวณครั้งแรก"})
    shown = national_office.post(f"{page}1/release/", follow=True).content.decode()
    assert "ผลของรอบซักซ้อมไม่ประกาศ" in shown
    assert national_office.post(f"{page}9/release/").status_code == 404


def test_while_answers_come_there_is_nothing_to_see(national_office, clarification):
    page = f"/office/national/rounds/{clarification.slug}/results/"
    assert "ระหว่างเก็บข้อมูลไม่มีคะแนนให้ดู" in national_office.get(page).content.decode()
    assert national_office.post(f"{page}compute/", {"reason": "ลอง"}).status_code == 200

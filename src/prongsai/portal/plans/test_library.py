"""Effects beside peers, and measures that seem to work going to others."""

from decimal import Decimal

import pytest

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.plans.doing.actions import check_step
from prongsai.portal.plans.effects.pages import effect_rows
from prongsai.portal.plans.models import LibraryMeasure, Measure, Plan, PlanState

pytestmark = pytest.mark.django_db


def peer(bring, officer, name, *, rise, with_measure):
    """A town whose i12 rose by so many points; with a measure of its own in an approved plan, or without."""
    town = save_agency(actor="tester", code=name, name_th=f"เมือง{name}", type="town-municipality")
    bring(town, 2568, {"IIT i12": "70"})
    bring(town, 2569, {"IIT i12": str(70 + rise)})
    if with_measure:
        approval = {"frozen": {}, "sha256": "x", "approved_by": officer.person, "approved_at": "2026-01-01T00:00Z"}
        plan = Plan.objects.create(agency=town, year=2569, result_year=2568, state=PlanState.APPROVED, **approval)
        Measure.objects.create(plan=plan, indicator=4, title="x", origin="own", question="i12")


@pytest.fixture
def risen(bring, agency, plan):
    """The town's own i12 rose from 70 to 90."""
    bring(agency, 2569, {"IIT i12": "90"})
    return plan


def test_like_agencies_with_and_without_are_laid_side_by_side(bring, officer, risen):
    """With: 20 (own), 10, 10, 12, 14: median 12. Without: 0, 1, 2, 3, 4: median 2. Another type does not count."""
    for number, rise in enumerate((10, 10, 12, 14)):
        peer(bring, officer, f"with-{number}", rise=rise, with_measure=True)
    for number, rise in enumerate((0, 1, 2, 3, 4)):
        peer(bring, officer, f"without-{number}", rise=rise, with_measure=False)
    row = next(row for row in effect_rows(risen) if row.measure.question)
    assert (row.peers.with_count, row.peers.without_count) == (5, 5)
    assert (row.peers.with_median, row.peers.without_median) == (Decimal(12), Decimal(2))
    page = officer.get("/office/town/plans/2569/effect/").content.decode()
    assert "+12.00" in page
    assert "+10.00" in page
    assert "ไม่ได้บอกว่าเปลี่ยนเพราะมาตรการ" in page


def test_below_five_nothing_is_shown(bring, officer, risen):
    for number in range(3):
        peer(bring, officer, f"with-{number}", rise=10, with_measure=True)
        peer(bring, officer, f"without-{number}", rise=1, with_measure=False)
    page = officer.get("/office/town/plans/2569/effect/").content.decode()
    assert "+10.00" not in page
    assert "ไม่ถึง 5 แห่ง" in page


def test_before_the_result_there_is_no_effect(officer, plan):
    assert effect_rows(plan) is None
    assert "ยังไม่มีผลการประเมินปี 2569" in officer.get("/office/town/plans/2569/effect/").content.decode()


def test_a_measure_that_seems_to_work_is_offered_to_others_without_a_name(
    officer, stranger, unit_head, other_agency, bring, risen, reported, measure
):
    address = f"/office/town/plans/2569/measures/{measure.pk}/share/"
    officer.post(address, {"named": "no"})
    assert not LibraryMeasure.objects.exists()  # nothing of it was verified yet
    check_step(seat=unit_head.seat, step=reported, passed=True)
    assert unit_head.post(address).status_code == 403
    officer.post(address, {"named": "no"})
    officer.post(address, {"named": "yes"})
    entry = LibraryMeasure.objects.get()
    assert (entry.before, entry.after, entry.is_named) == (70, 90, False)
    bring(other_agency, 2568, {"IIT i12": "60"})
    page = stranger.get("/office/village/plans/2569/proposals/").content.decode()
    assert "ตรวจนับพัสดุทุกครึ่งปี" in page
    assert "เทศบาลเมืองตัวอย่าง" not in page
    stranger.post("/office/village/plans/2569/proposals/", {"chosen": [f"l-{entry.pk}"]})
    assert Measure.objects.get(plan__agency=other_agency).library == entry


def test_a_rise_within_noise_is_not_offered(officer, unit_head, bring, agency, plan, reported, measure):
    bring(agency, 2569, {"IIT i12": "72"})
    check_step(seat=unit_head.seat, step=reported, passed=True)
    officer.post(f"/office/town/plans/2569/measures/{measure.pk}/share/", {"named": "no"})
    assert not LibraryMeasure.objects.exists()


def test_without_a_second_result_there_is_nothing_to_share(officer, plan, measure):
    assert officer.post(f"/office/town/plans/2569/measures/{measure.pk}/share/").status_code == 404


def test_a_claim_of_success_beside_a_fall_is_shown_where_it_is_written(officer, bring, agency, plan, measure):
    bring(agency, 2569, {"IIT i12": "45"})
    officer.post(f"/office/town/plans/2569/measures/{measure.pk}/outcome/", {"outcome": "การกำกับดูแลดีขึ้นมาก"})
    page = officer.get(f"/office/town/plans/2569/measures/{measure.pk}/").content.decode()
    assert "ข้อความไม่ตรงกับทิศทางของคะแนน -25.00" in page
    assert "ข้อความไม่ตรงกับทิศทางของคะแนน -25.00" in officer.get("/office/town/plans/2569/").content.decode()

"""Lists cost the same number of queries for five measures as for fifty."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.portal.plans import queries
from prongsai.portal.plans.doing.actions import report_step
from prongsai.portal.plans.drafting.actions import add_measures, start_plan
from prongsai.portal.plans.models import Measure, Plan, PlanState, Step
from prongsai.portal.plans.paper import plan_for_paper

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 1)


@pytest.fixture
def of_size(officer, result, entry, treasury):
    """A plan in force with so many measures, each with another unit taking part."""

    def act(size):
        if not Plan.objects.exists():
            start_plan(seat=officer.seat, result_year=2568)
        plan = Plan.objects.select_related("agency").get()
        Plan.objects.update(state=PlanState.DRAFT, frozen=None, sha256="", approved_by=None, approved_at=None)
        missing = size - Measure.objects.count()
        entries = [entry(title=f"m{n}", other_unit_ids=(treasury.pk,)) for n in range(missing)]
        add_measures(seat=officer.seat, plan=Plan.objects.get(), measures=entries)
        Plan.objects.update(
            state=PlanState.APPROVED, frozen={}, sha256="x", approved_by=officer.person, approved_at="2026-01-01T00:00Z"
        )
        return plan

    return act


def counted(act):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        act()
    return len(caught)


@pytest.mark.parametrize("name", ["", "board/", "list/", "timeline/", "effect/"])
@pytest.mark.parametrize("who", ["officer", "unit_head"])
def test_pages_cost_the_same_for_five_measures_as_for_fifty(request, of_size, bring, agency, name, who):
    bring(agency, 2569)
    player = request.getfixturevalue(who)
    counts = []
    for size in (5, 50):
        of_size(size)
        player.get(f"/office/town/plans/2569/{name}")
        counts.append(counted(lambda: player.get(f"/office/town/plans/2569/{name}")))
    assert counts[0] == counts[1]
    assert counts[0] <= 32


def test_each_read_costs_what_its_docstring_says(of_size):
    plan = of_size(5)
    assert counted(lambda: queries.measures_of(plan)) == 3
    assert counted(lambda: queries.steps_of(plan)) == 2
    assert counted(lambda: queries.measures_to_review(plan)) <= 5


def test_the_paper_costs_the_same_for_five_measures_as_for_fifty(of_size, agency):
    of_size(5)
    five = counted(lambda: plan_for_paper(agency.pk, 2569))
    of_size(50)
    assert counted(lambda: plan_for_paper(agency.pk, 2569)) == five


def test_counts_are_right_where_several_units_take_part(of_size, contributor, clerk_office, treasury):
    plan = of_size(5)
    step = Step.objects.first()
    report_step(seat=contributor.seat, step=step, text="a", finished=False, links=["https://a.test", "https://b.test"])
    report_step(seat=contributor.seat, step=step, text="b", finished=False)
    for units in (None, [clerk_office.pk], [treasury.pk], [clerk_office.pk, treasury.pk]):
        found = next(entry for entry in queries.steps_of(plan, units=units) if entry.pk == step.pk)
        assert (found.report_count, found.evidence_count) == (2, 2)
        assert len(queries.steps_of(plan, units=units)) == 10


def test_the_paper_has_what_was_planned_done_and_reached(plan, measure, contributor, step, bring, agency):
    report_step(seat=contributor.seat, step=step, text="ตั้งแล้ว", finished=True, links=["https://a.test"])
    bring(agency, 2569, {"IIT i12": "90"})
    paper = plan_for_paper(agency.pk, 2569)
    row = paper.of_indicator(4)[0]
    assert (row.plan.unit, row.plan.steps[0].due, row.evidence) == ("สำนักปลัดเทศบาล", date(2025, 12, 31), 1)
    assert (row.steps[0].state, row.steps[0].reports) == ("reported", ("ตั้งแล้ว",))
    move = row.scores[0]
    assert (str(move.place), move.before, move.after, move.comparable) == ("IIT i12", 70, 90, True)
    assert move.interval[0] > 0
    assert not row.is_finished


def test_without_a_plan_there_is_no_paper(agency):
    assert plan_for_paper(agency.pk, 2569) is None


def test_what_was_not_finished_comes_back_next_year(plan, step):
    assert {m.indicator for m in queries.unfinished_measures(plan.agency_id, 2569)} == {2, 4}
    Step.objects.filter(measure__indicator=2).update(state="verified")
    assert {m.indicator for m in queries.unfinished_measures(plan.agency_id, 2569)} == {4}


def test_overdue_follows_from_the_day(plan, unit_head):
    assert queries.count_overdue(plan.agency_id, date(2025, 12, 31)) == 0
    assert queries.count_overdue(plan.agency_id, date(2026, 1, 1)) == 2
    assert queries.count_overdue(plan.agency_id, date(2026, 1, 1), units=unit_head.seat.unit_ids) == 1

"""Two plans of a fictional agency: one carried out in a year that has been scored since, and one under way.

The first shows whether its measures worked; the second what waits for whom, with a step that is overdue.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.demonstration.accounts import NEIGHBOUR
from prongsai.portal.demonstration.rehearsal import seat_of
from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Role
from prongsai.portal.plans.answering.actions import answer_measure, approve_plan
from prongsai.portal.plans.doing.actions import check_step, report_step, write_outcome
from prongsai.portal.plans.drafting.actions import send_plan, start_plan
from prongsai.portal.plans.drafting.inputs import MeasureInput
from prongsai.portal.plans.drafting.pages import chosen_measures, proposals_for
from prongsai.portal.plans.progress.actions import show_progress
from prongsai.portal.plans.queries import Measure, Plan, Step, measures_of, plans_of, steps_of
from prongsai.portal.results.queries import scored_years
from prongsai.thai.periods import fiscal_year_bounds

OVER, UNDER_WAY = 2569, 2570
SOON, BEGUN_SOON = timedelta(days=20), 3
SITE = f"https://{NEIGHBOUR}.prongsai.example"
DONE, GOING_ON = "ดำเนินการแล้วเสร็จ เอกสารและภาพอยู่ในหน้าที่แนบ", "เริ่มดำเนินการแล้ว อยู่ระหว่างรวบรวมข้อมูลจากทุกกอง"
OUTCOME = "ดำเนินการครบทุกขั้นตอน มีหลักฐานทุกขั้น และเผยแพร่บนเว็บไซต์ของหน่วยงานแล้ว"


def load_plans() -> None:
    """Make both plans through the hands of those who would; where one stands already, all stays as it is."""
    officer, head = seat_of(NEIGHBOUR, Role.OFFICER), seat_of(NEIGHBOUR, Role.UNIT_HEAD)
    if plans_of(officer.agency.pk):
        return
    executive = seat_of(NEIGHBOUR, Role.EXECUTIVE)
    _carry_out(officer, head, _approved(officer, head, executive, year=OVER))
    _begin(officer, head, _approved(officer, head, executive, year=UNDER_WAY))


def _approved(officer: Seat, head: Seat, executive: Seat, *, year: int) -> Plan:
    plan = start_plan(seat=officer, result_year=year - 1, measures=list(_measures(officer, year)))
    plan = send_plan(seat=officer, plan=plan)
    for measure in measures_of(plan):
        answer_measure(seat=head, measure=measure, accepts=True)
    return approve_plan(seat=executive, plan=plan)


def _measures(officer: Seat, year: int) -> Iterator[MeasureInput]:
    """What is proposed for the result of the year before, some begun soon; without a unit it is the clerk's."""
    proposals = proposals_for(officer, scored_years(officer.agency.pk)[year - 1])
    chosen = [proposal.key for proposal in proposals if proposal.chosen]
    clerk_office = units_of(officer.agency.pk)[0]
    soon = fiscal_year_bounds(year).first + SOON
    for number, entry in enumerate(chosen_measures(officer, proposals, chosen, year)):
        first, *others = entry.steps
        begins = replace(first, due=soon) if number < BEGUN_SOON else first
        yield replace(entry, unit_id=entry.unit_id or clerk_office.pk, steps=(begins, *others))


def _carry_out(officer: Seat, head: Seat, plan: Plan) -> None:
    """Every step done and checked by a second person, each measure with its outcome, for everybody to see."""
    for step in steps_of(plan):
        _report(head, step)
        check_step(seat=officer, step=step, passed=True)
    for measure in measures_of(plan):
        write_outcome(seat=officer, measure=measure, outcome=OUTCOME)
    show_progress(seat=officer, plan=plan, is_public=True)


def _begin(officer: Seat, head: Seat, plan: Plan) -> None:
    """Of the first measure two steps are done, one checked; the second measure is begun; the rest is still to do."""
    first, second = (list(measure.steps.all()) for measure in _longest(measures_of(plan)))
    for step in first[:2]:
        _report(head, step)
    check_step(seat=officer, step=first[0], passed=True)
    report_step(seat=head, step=second[0], text=GOING_ON, finished=False)


def _longest(measures: list[Measure]) -> list[Measure]:
    """The two measures with the most steps."""
    return sorted(measures, key=lambda measure: -measure.steps.count())[:2]


def _report(head: Seat, step: Step) -> None:
    report_step(seat=head, step=step, text=DONE, finished=True, links=[f"{SITE}/measures/{step.pk}"])

"""What stands in every test of permissions: two agencies with the same kinds of things.

`town` and `village` are `Holding`s: each has published results of 2566 to 2568, an analysis of 2568 with the officer's
own words, a plan of 2569 in force (reported on, with evidence), one of 2568 that was sent and
accepted, a draft of 2567, an
invitation to a contributor, a waiting scores file, a document that was read, and nothing that is public. `whole_town` is town with papers and
rounds in each state besides, which take their time to set up.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from prongsai.papers.reading.found import ReadFigure, Reading, SourceLine, Where
from prongsai.portal.agencies.queries import Agency, Unit
from prongsai.portal.analyses.actions import add_finding, start_analysis
from prongsai.portal.analyses.models import Finding, FindingKind
from prongsai.portal.analyses.queries import material_for
from prongsai.portal.bringing.actions import keep_waiting_file
from prongsai.portal.bringing.from_document.actions import keep_reading
from prongsai.portal.bringing.models import ReadDraft, WaitingFile
from prongsai.portal.files.recognising import PNG
from prongsai.portal.files.taking_in import StoredFile
from prongsai.portal.people.actions import invite_person
from prongsai.portal.people.models import Invitation, Membership
from prongsai.portal.people.roles import Role
from prongsai.portal.plans.answering.actions import answer_measure, approve_plan
from prongsai.portal.plans.doing.actions import report_step
from prongsai.portal.plans.drafting.actions import send_plan, start_plan
from prongsai.portal.plans.drafting.inputs import MeasureInput, StepInput
from prongsai.portal.plans.models import Evidence, Measure, Step
from prongsai.portal.results.actions import publish_result
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import indicator_place
from tests.permissions.answering import answering_places
from tests.permissions.interviews import interview_places
from tests.permissions.marking import marking_places
from tests.permissions.papers_and_rounds import paper_places, round_places

__all__ = ["town", "village", "village_executive", "village_head", "whole_town"]

PICTURE = b"\x89PNG\r\n\x1a\n" + b"picture"
SCORES = "95.76 96.67 95.66 96.34 95.12 94.51 92.04 90.11 100 100"
WAITING_ROWS = [["", 2565, "", str(number), "90", None, None] for number in range(1, 11)]
READ_MEMO = Reading(
    agency="",
    kind="memo",
    year=2565,
    lines=(SourceLine(Where(1), "ตัวชี้วัดที่ 1 ได้ 90.00", "ตัวชี้วัดที่ 1 ได้ 90.00"),),
    figures=(
        ReadFigure(2565, indicator_place(1), Decimal("90.00"), "printed", Where(1), "90.00"),
        ReadFigure(2565, indicator_place(2), None, "doubt", Where(1), "91.1", (Decimal("91.10"), Decimal("91.11"))),
    ),
)


@dataclass(frozen=True, slots=True)
class Holding:
    """What an agency has; the measure, step and evidence belong to `unit` and to the plan in force.

    `places` says of the things that an address names which ones are meant: "draft paper", "submitted round".
    """

    agency: Agency
    unit: Unit
    member: Membership
    invitation: Invitation
    token: str
    finding: Finding
    measure: Measure
    step: Step
    evidence: Evidence
    asked: Measure
    drafted: Measure
    waiting: WaitingFile
    draft: ReadDraft
    places: dict[str, dict[str, object]]

    def numbers_of(self, which: str) -> dict[str, object]:
        """As `numbers`, but of the things that are meant."""
        return self.numbers | self.places[which]

    @property
    def numbers(self) -> dict[str, object]:
        """Every part of an address that names a thing of this agency."""
        return {
            "agency_code": self.agency.code,
            "code": self.agency.code,
            "membership_id": self.member.pk,
            "invitation_id": self.invitation.pk,
            "unit_id": self.unit.pk,
            "finding_id": self.finding.pk,
            "file_id": self.waiting.pk,
            "draft_id": self.draft.pk,
            "measure_id": self.measure.pk,
            "step_id": self.step.pk,
            "evidence_id": self.evidence.pk,
            "token": self.token,
            "year": 2569,
            "version": 1,
            "number": 1,
            "kind": "plan",
            "paper": "analysis",
            "section": "none",
            "slug": "none",
            "key": "registration",
            "check_id": 1,
            "item": "o1",
            "edition": 1,
            "capture_id": 0,
            "name": "plan.pdf",
        }


def settle(*, officer, executive, head, reporter, agency: Agency, unit: Unit, member: Membership) -> Holding:
    """Let the people of an agency do a year's work."""
    _publish(agency)
    sent_invitation = invite_person(
        actor="tester",
        invited_by=officer.person,
        agency=agency,
        email=f"guest@{agency.code}.example",
        role=Role.CONTRIBUTOR,
        units=[unit],
    )
    drafted, asked = _start(officer, unit, 2566), _start(officer, unit, 2567)
    send_plan(seat=officer.seat, plan=asked.plan)
    answer_measure(seat=head.seat, measure=asked, accepts=True)
    measure = _approve(officer, executive, head, _start(officer, unit, 2568))
    step = Step.objects.filter(measure=measure).first()
    picture = StoredFile("ภาพหน้างาน.png", PNG, PICTURE)
    report = report_step(seat=reporter.seat, step=step, text="ทำแล้ว", finished=True, files=[picture])
    finding = _analyse(officer, agency)
    return Holding(
        agency=agency,
        unit=unit,
        member=member,
        invitation=sent_invitation.invitation,
        token=sent_invitation.token,
        finding=finding,
        measure=measure,
        step=step,
        evidence=report.evidence.get(),
        asked=asked,
        drafted=drafted,
        waiting=keep_waiting_file(seat=officer.seat, name="คะแนน.csv", rows=WAITING_ROWS),
        draft=keep_reading(seat=officer.seat, name="บันทึก.txt", sha256="0" * 64, reading=READ_MEMO),
        places={
            "plan in force": {},
            "sent plan": {"year": 2568, "measure_id": asked.pk},
            "draft plan": {"year": 2567, "measure_id": drafted.pk},
            "result": {"year": 2568},
            "result that nobody analysed": {"year": 2567},
        },
    )


def _publish(agency: Agency) -> None:
    figures = [Figure(indicator_place(number), Decimal(score)) for number, score in enumerate(SCORES.split(), 1)]
    for year in (2566, 2567, 2568):
        publish_result(actor="tester", agency=agency.code, year=year, figures=figures, source_note="test")


def _start(officer, unit: Unit, result_year: int) -> Measure:
    entry = MeasureInput(
        indicator=4,
        title=f"ตรวจนับพัสดุของ{unit.name}",
        unit_id=unit.pk,
        starts=date(result_year - 543, 10, 1),
        ends=date(result_year - 542, 9, 30),
        success="ตรวจนับครบสองครั้ง",
        steps=(StepInput("ตั้งคณะตรวจนับ"), StepInput("ตรวจนับรอบแรก")),
    )
    plan = start_plan(seat=officer.seat, result_year=result_year, measures=[entry])
    return Measure.objects.select_related("plan").get(plan=plan)


def _approve(officer, executive, head, measure: Measure) -> Measure:
    send_plan(seat=officer.seat, plan=measure.plan)
    answer_measure(seat=head.seat, measure=measure, accepts=True)
    approve_plan(seat=executive.seat, plan=measure.plan)
    return Measure.objects.get(pk=measure.pk)


def _analyse(officer, agency: Agency) -> Finding:
    analysis = start_analysis(seat=officer.seat, material=material_for(agency.pk, 2568))
    return add_finding(
        seat=officer.seat, analysis=analysis, kind=FindingKind.OWN_WEAKNESS, text_th="คลังพัสดุอยู่สองแห่ง", topic=None
    )


@pytest.fixture
def town(everybody_here, agency, clerk_office, other_agency):
    """The agency of the cast; `unit` is clerk_office, so treasury's head stands outside."""
    return settle(
        officer=everybody_here["officer"],
        executive=everybody_here["executive"],
        head=everybody_here["unit-head"],
        reporter=everybody_here["contributor"],
        agency=agency,
        unit=clerk_office,
        member=everybody_here["contributor"].person.memberships.get(),
    )


@pytest.fixture
def whole_town(town, everybody_here, stages, blank_papers, assessor, hire) -> Holding:
    """The same with papers, rounds, interviews and the marking of OIT in each state."""
    players = {"officer": everybody_here["officer"], "executive": everybody_here["executive"]}
    places = town.places | paper_places(**players) | round_places(stages, unit=town.unit, **players)
    places |= interview_places(stages["submitted"], stages["confirmed"], agency=town.agency, assessor=assessor)
    places |= marking_places(
        stages,
        officer=everybody_here["officer"],
        assessor=assessor,
        hire_assessor=lambda name: hire(f"{name}-assessor", None, Role.ASSESSOR),
    )
    places |= answering_places(stages, unit=town.unit, **players)
    return replace(town, places=places)


@pytest.fixture
def village_executive(hire, other_agency):
    return hire("village-executive", other_agency, Role.EXECUTIVE)


@pytest.fixture
def village_head(hire, other_agency, village_office):
    return hire("village-head", other_agency, Role.UNIT_HEAD, village_office)


@pytest.fixture
def village(stranger, village_executive, village_head, other_agency, village_office):
    """The other agency, of which `stranger` is the officer."""
    return settle(
        officer=stranger,
        executive=village_executive,
        head=village_head,
        reporter=village_head,
        agency=other_agency,
        unit=village_office,
        member=village_head.person.memberships.get(),
    )

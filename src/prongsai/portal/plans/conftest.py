"""A town with the results of two years, and its plan at each stage."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from prongsai.portal.plans.answering.actions import answer_measure, approve_plan
from prongsai.portal.plans.doing.actions import report_step
from prongsai.portal.plans.drafting.actions import send_plan, start_plan
from prongsai.portal.plans.drafting.inputs import MeasureInput, StepInput
from prongsai.portal.plans.models import Measure, Step
from prongsai.portal.plans.queries import newest_plan, plan_in_force
from prongsai.portal.results.actions import publish_result
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year


def picture(form):
    """A small picture as bytes."""
    drawn = BytesIO()
    Image.new("RGB", (12, 8), "teal").save(drawn, form)
    return drawn.getvalue()


PNG, JPG = picture("PNG"), picture("JPEG")


def figures_of(year, scores=None, *, usual="96", answered=100):
    """Every question and item of a year: the usual score, those given, and a hundred answers to each instrument."""
    rules, given = load_year(year), {str(place): Decimal(score) for place, score in (scores or {}).items()}
    for part, survey in rules.survey_by_part.items():
        for question in survey.questions:
            place = Place(part, question.code)
            yield Figure(place, given.get(str(place), Decimal(usual)), answered)
    for code in rules.items:
        place = Place(Instrument.OIT, code)
        yield Figure(place, given.get(str(place), Decimal(100)))


@pytest.fixture
def bring(db):  # noqa: ARG001 - opens the database
    """Publishes a year of an agency: `bring(agency, 2568, {"IIT i12": "70"})`."""

    def act(of, year, scores=None, **named):
        figures = list(figures_of(year, scores, **named))
        return publish_result(actor="tester", agency=of.code, year=year, figures=figures, source_note="test")

    return act


@pytest.fixture
def result(bring, agency):
    """2568: supervision of property (i12) is weak."""
    return bring(agency, 2568, {"IIT i12": "70"})


@pytest.fixture
def entry(clerk_office):
    """A measure for i12 as an officer hands it in; fields can be changed."""

    def act(**named):
        about = {
            "indicator": 4,
            "title": "ตรวจนับพัสดุทุกครึ่งปี",
            "origin": "recommendation",
            "question": "i12",
            "items": ("o8",),
            "unit_id": clerk_office.pk,
            "starts": date(2025, 10, 1),
            "ends": date(2026, 9, 30),
            "success": "ตรวจนับครบ 2 ครั้ง",
            "success_place": Place(Instrument.IIT, "i12"),
            "success_target": Decimal(90),
            "steps": (StepInput("ตั้งคณะตรวจนับ", date(2025, 12, 31)), StepInput("ตรวจนับรอบแรก", date(2026, 3, 31))),
        }
        return MeasureInput(**(about | named))

    return act


@pytest.fixture
def draft(officer, result, entry, treasury):  # noqa: ARG001 - the plan rests on the result
    """A draft with a measure for clerk_office and one for treasury."""
    other = entry(title="เผยแพร่การใช้งบประมาณ", indicator=2, question="", items=(), unit_id=treasury.pk)
    return start_plan(seat=officer.seat, result_year=2568, measures=[entry(), other])


@pytest.fixture
def sent(officer, draft):
    return send_plan(seat=officer.seat, plan=draft)


@pytest.fixture
def accept_all(unit_head, other_unit_head):
    """Each head accepts what is given to her."""

    def act(plan):
        heads = [unit_head, other_unit_head]
        for measure in Measure.objects.filter(plan=plan):
            head = next(player for player in heads if measure.unit_id in player.seat.unit_ids)
            answer_measure(seat=head.seat, measure=measure, accepts=True)

    return act


@pytest.fixture
def approved(sent, accept_all, executive):
    accept_all(sent)
    return approve_plan(seat=executive.seat, plan=newest_plan(sent.agency_id, sent.year))


@pytest.fixture
def plan(approved):
    """The plan in force, as a page reads it."""
    return plan_in_force(approved.agency_id, approved.year)


@pytest.fixture
def measure(approved):
    """The measure of clerk_office."""
    return Measure.objects.get(plan=approved, indicator=4)


@pytest.fixture
def step(measure):
    """Its first step."""
    return Step.objects.filter(measure=measure).first()


@pytest.fixture
def reported(contributor, step):
    """The step, reported as finished by the contributor."""
    report_step(seat=contributor.seat, step=step, text="ตั้งแล้ว", finished=True)
    return Step.objects.get(pk=step.pk)

"""The report's paper takes each change from the rulebook and never makes more of it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from prongsai.papers.measures_report.contents import Evidence, Movement
from prongsai.portal.documents.report_paper import gather_report
from prongsai.portal.documents.traces import StepTrace
from prongsai.portal.plans.contents import MeasureContents, MeasurePaper, PlanPaper, StepDone
from prongsai.portal.plans.effect import Interval
from prongsai.rulebook.comparing import compare
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

TODAY = date(2026, 9, 30)
PICTURE = Evidence("ภาพการประชุม", "", date(2026, 1, 9))
TRACE = (StepTrace((PICTURE,), date(2026, 1, 9)), StepTrace(), StepTrace())


def result_of(year, e7, eight="90"):
    figures = {Place(Instrument.EIT1, "e7"): Decimal(e7), indicator_place(8): Decimal(eight)}
    return score_agency(load_year(year), figures)


def entry(**named):
    about = {"question": "e7", "success_place": "EIT1 e7", "success_target": Decimal("85")} | named
    plan = MeasureContents(indicator=8, title="เปิดเวที", origin="recommendation", **about)
    steps = (
        StepDone("แต่งตั้ง", None, "verified", ("มีคำสั่งแล้ว",), 2),
        StepDone("รับฟัง", None, "doing", ("นัดแล้ว", "เลื่อนเพราะน้ำท่วม")),
        StepDone("สรุป", None, "planned"),
    )
    return MeasurePaper(plan, steps, "ประชาชนร่วมมากขึ้น")


def report(measure, before, after=None, noise=lambda _: None):
    plan = PlanPaper(
        agency_name="อบต.ดอน",
        agency_code="don",
        year=before.year.year + 1,
        result_year=before.year.year,
        version=1,
        state="approved",
        approved_at=datetime(2025, 11, 1, tzinfo=UTC),
        sha256="",
        measures=(measure,),
    )
    comparison = None if after is None else compare(after, before)
    contents = gather_report(plan, before, comparison, noise=noise, place="", as_of=TODAY, traces=(TRACE,))
    [only] = contents.measures
    return only


def test_a_fall_stays_a_fall_whatever_the_outcome_says():
    shown = report(entry(), result_of(2568, "100"), result_of(2569, "75"))
    [change] = shown.changes
    assert (change.movement, change.delta) == (Movement.FELL, Decimal("-25.00"))
    assert change.beyond_noise is None
    assert (shown.reached, shown.outcome) == (False, "ประชาชนร่วมมากขึ้น")


@pytest.mark.parametrize(
    ("low", "high", "movement"), [("-3", "5", Movement.WITHIN_NOISE), ("0.5", "3.5", Movement.ROSE)]
)
def test_the_interval_decides_whether_a_change_is_more_than_noise(low, high, movement):
    noise = lambda _: Interval(Decimal(low), Decimal(high))  # noqa: E731 - as short as it can be
    [change] = report(entry(), result_of(2568, "90"), result_of(2569, "92"), noise).changes
    assert change.movement is movement
    assert change.half_width == (Decimal(high) - Decimal(low)) / 2


def test_a_break_between_the_years_is_not_comparable_and_says_why():
    about = {"question": "", "success_place": "8"}
    shown = report(entry(**about), result_of(2567, "70", "70"), result_of(2568, "91", "91"))
    [change] = shown.changes
    assert change.movement is Movement.NOT_COMPARABLE
    assert change.break_reason
    assert shown.reached is True


def test_before_the_result_of_the_year_only_the_first_score_is_known():
    [change] = report(entry(), result_of(2568, "75")).changes
    assert (change.before, change.after, change.after_year) == (Decimal("75"), None, 2569)
    assert change.movement is Movement.UNKNOWN


def test_without_a_question_the_indicator_is_looked_at():
    [change] = report(entry(question=""), result_of(2568, "75")).changes
    assert change.name.startswith("ตัวชี้วัดที่ 8")


def test_steps_carry_what_was_said_last_and_unfinished_ones_why():
    done, doing, planned = report(entry(), result_of(2568, "75")).steps
    assert (done.result, done.reason) == ("มีคำสั่งแล้ว", "")
    assert (doing.result, doing.reason) == ("เลื่อนเพราะน้ำท่วม", "เลื่อนเพราะน้ำท่วม")
    assert (planned.result, planned.reason) == ("", "")


def test_evidence_is_listed_by_name_and_a_step_has_the_day_of_its_report():
    shown = report(entry(), result_of(2568, "75"))
    assert shown.evidence == (PICTURE,)
    assert [step.done_on for step in shown.steps] == [date(2026, 1, 9), None, None]


def test_a_target_without_a_figure_is_not_judged():
    shown = report(entry(success_place="EIT2 e7"), result_of(2568, "75"), result_of(2569, "80"))
    assert shown.reached is None
    assert report(entry(success_target=None), result_of(2568, "75"), result_of(2569, "80")).reached is None

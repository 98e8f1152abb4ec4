"""What is stored behind each step of a plan: its evidence by name, and when it was last reported on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from prongsai.papers.measures_report.contents import Evidence
from prongsai.portal.plans import queries


@dataclass(frozen=True, slots=True)
class StepTrace:
    """The evidence of a step in the order in which it came, and the day of the last report."""

    evidence: tuple[Evidence, ...] = ()
    reported_on: date | None = None


MeasureTrace = tuple[StepTrace, ...]


def traces_of(agency_id: int, year: int) -> tuple[MeasureTrace, ...]:
    """The traces of the approved plan, a measure at a time, in the order in which its paper has them."""
    plan = queries.plan_in_force(agency_id, year)
    measures = [] if plan is None else queries.measures_to_review(plan)
    return tuple(
        tuple(
            _trace([
                (timezone.localtime(report.at).date(), [(piece.name, piece.url) for piece in report.evidence.all()])
                for report in step.reports.all()
            ])
            for step in measure.steps.all()
        )
        for measure in measures
    )  # fmt: skip


def _trace(reports: Sequence[tuple[date, Sequence[tuple[str, str]]]]) -> StepTrace:
    """From the day of each report and the names and addresses of its evidence, oldest first."""
    return StepTrace(
        evidence=tuple(Evidence(name, url, day) for day, pieces in reports for name, url in pieces),
        reported_on=reports[-1][0] if reports else None,
    )

"""The plan of measures in force, as an announcement with its tables: by indicator, or by the seven topics."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document
from prongsai.portal.documents import analysed
from prongsai.portal.documents.figures import result_figures
from prongsai.portal.documents.head import Head, signatures_of, with_head_lines
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources
from prongsai.portal.documents.wording import place_of

if TYPE_CHECKING:
    from prongsai.papers.measures_plan.contents import PlanContents

Form = Literal["indicators", "seven-topics"]


def years(sources: Sources) -> Collection[int]:
    """The years whose plan is in force and answers a result that is there."""
    return [year for year in sources.plans_in_force if year - 1 in sources.years]


def figures(sources: Sources, year: int) -> dict[str, str]:
    """The scores that the plan answers, and its version."""
    return result_figures(sources.years[year - 1]) | {f"plan/{year}": str(sources.plans_in_force[year])}


def write(sources: Sources, year: int, head: Head, form: Form) -> Document:
    """The plan of a year; one that is not in force yet says so on its pages."""
    from prongsai.papers.measures_plan import plan_document

    # an announcement says its date at its end
    return with_head_lines(
        plan_document(contents_of(sources, year, head), head.digits, form), replace(head, dated=None)
    )


def contents_of(sources: Sources, year: int, head: Head) -> "PlanContents":
    """All that the paper says, with what is typed on it."""
    from prongsai.papers.measures_plan.contents import DEFAULT_CHAIN
    from prongsai.portal.documents.plan_paper import gather_plan

    plan, agency_id = sources.plan(year), sources.agency.pk
    if plan is None:
        raise Http404(f"no plan of {sources.agency.code} for {year}")
    contents = gather_plan(
        plan,
        sources.years[plan.result_year],
        place=place_of(sources.agency),
        findings=analysed.findings_of(agency_id, plan.result_year),
        constraints=analysed.constraints_of(agency_id, plan.result_year),
        notes=analysed.notes_of(agency_id, plan.result_year),
    )
    announced_on = head.dated if contents.approved_on and head.dated else contents.approved_on
    return replace(contents, approved_on=announced_on, signatures=signatures_of(head.chain, DEFAULT_CHAIN))


PLAN = Kind(
    slug="plan",
    title=_("มาตรการรายตัวชี้วัด"),
    years=years,
    figures=figures,
    write=partial(write, form="indicators"),
    template="measures",
)
PLAN_BY_TOPIC = Kind(
    slug="plan-by-topic",
    title=_("มาตรการตามประเด็น 7 ด้าน"),
    years=years,
    figures=figures,
    write=partial(write, form="seven-topics"),
    template="measures",
)

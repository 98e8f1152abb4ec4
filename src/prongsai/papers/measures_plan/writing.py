"""Puts the parts of the plan together and hands them to a renderer."""

from datetime import date

from prongsai.papers.content import Document, Section
from prongsai.papers.measures_plan.analysis import analysis_blocks
from prongsai.papers.measures_plan.closing import closing_blocks
from prongsai.papers.measures_plan.contents import PlanContents, PlanForm
from prongsai.papers.measures_plan.opening import announcement_blocks, result_blocks
from prongsai.papers.measures_plan.practice import practice_blocks, topic_blocks
from prongsai.papers.plan_tables import SUBJECT, Format, rendered
from prongsai.thai.numerals import DigitStyle


def write_plan(
    contents: PlanContents,
    *,
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
    form: PlanForm = "indicators",
) -> bytes:
    """The plan as a file; `form` lays the measures out by indicator in three parts or by the seven topics."""
    return rendered(plan_document(contents, digits, form), format=format, written_on=written_on)


def plan_document(contents: PlanContents, digits: DigitStyle, form: PlanForm = "indicators") -> Document:
    """The plan in the content model."""
    title = (
        f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {contents.plan_year} {contents.agency_name}"
    )
    return Document(
        title=title,
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        footer=contents.state.footer,
        sections=(
            Section(announcement_blocks(contents)),
            Section(result_blocks(contents)),
            *_measures(contents, form),
            Section(closing_blocks(contents)),
        ),
    )


def _measures(contents: PlanContents, form: PlanForm) -> tuple[Section, ...]:
    if form == "seven-topics":
        return (Section(topic_blocks(contents), landscape=True),)
    return (
        Section(analysis_blocks(contents), landscape=True),
        Section(practice_blocks(contents), landscape=True),
    )

"""Puts the parts of the report together and hands them to a renderer."""

from datetime import date

from prongsai.papers.content import Document, Section
from prongsai.papers.measures_report.closing import closing_blocks
from prongsai.papers.measures_report.contents import ReportContents
from prongsai.papers.measures_report.results import result_blocks, score_blocks
from prongsai.papers.measures_report.summary import summary_blocks
from prongsai.papers.plan_tables import SUBJECT, Format, rendered
from prongsai.thai.numerals import DigitStyle


def write_report(
    contents: ReportContents,
    *,
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The report as a file."""
    return rendered(report_document(contents, digits), format=format, written_on=written_on)


def report_document(contents: ReportContents, digits: DigitStyle) -> Document:
    """The report in the content model."""
    title = (
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
        f"ประจำปีงบประมาณ พ.ศ. {contents.plan_year} {contents.agency_name}"
    )
    return Document(
        title=title,
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        footer=contents.state.footer,
        sections=(
            Section(summary_blocks(contents), key="summary"),
            Section((*result_blocks(contents), *score_blocks(contents)), landscape=True),
            Section(closing_blocks(contents)),
        ),
    )

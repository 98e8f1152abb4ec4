"""Puts the sections together and hands them to a renderer."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from prongsai.papers.analysis_report.closing import closing_blocks
from prongsai.papers.analysis_report.contents import AnalysisContents, gather_contents
from prongsai.papers.analysis_report.findings import finding_blocks, no_question_blocks, question_blocks
from prongsai.papers.analysis_report.measures import constraint_blocks, measure_blocks, topic_blocks
from prongsai.papers.analysis_report.overview import overview_blocks
from prongsai.papers.content import Contents, Cover, Document, Run, Section
from prongsai.papers.docx import render_docx
from prongsai.papers.pdf import render_pdf
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.thai.numerals import DigitStyle

Format = Literal["pdf", "docx"]
NAME_SIZE = 22.0


def write_analysis(
    result: AgencyResult,
    *,
    agency_name: str,
    before: AgencyResult | None = None,
    history: Sequence[tuple[int, Decimal]] = (),
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The analysis report as a file; `before` is the year before, `history` the totals by year, oldest first."""
    contents = gather_contents(result, agency_name=agency_name, before=before, history=history)
    document = analysis_document(contents, digits)
    if format == "pdf":
        return render_pdf(document, created=written_on)
    return render_docx(document, created=written_on)


def analysis_document(contents: AnalysisContents, digits: DigitStyle) -> Document:
    """The report in the content model."""
    year = contents.year.year
    title = f"รายงานการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {year} {contents.agency_name}"
    return Document(
        title=title,
        author=contents.agency_name,
        subject="การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)",
        digits=digits,
        cover=_cover(contents),
        sections=(
            *_list_of_contents(contents),
            Section((*overview_blocks(contents, digits), *finding_blocks(contents), *no_question_blocks(contents))),
            *([Section(question_blocks(contents), landscape=True)] if question_blocks(contents) else []),
            Section(measure_blocks(contents), landscape=True),
            Section((*topic_blocks(contents), *constraint_blocks(), *closing_blocks(contents))),
        ),
    )


def _list_of_contents(contents: AnalysisContents) -> tuple[Section, ...]:
    """With the table of all questions the report is long enough to look for things in it."""
    return (Section((Contents(),)),) if question_blocks(contents) else ()


def _cover(contents: AnalysisContents) -> Cover:
    year = contents.year.year
    return Cover(
        lines=(
            Run("รายงานการวิเคราะห์ผลการประเมิน", bold=True),
            Run("คุณธรรมและความโปร่งใส", bold=True),
            Run("ในการดำเนินงานของหน่วยงานภาครัฐ (ITA)", bold=True),
            Run(f"ประจำปีงบประมาณ พ.ศ. {year}", bold=True),
            Run(contents.agency_name, bold=True, size=NAME_SIZE),
        ),
        foot=(f"เพื่อกำหนดมาตรการของปีงบประมาณ พ.ศ. {year + 1}",),
    )

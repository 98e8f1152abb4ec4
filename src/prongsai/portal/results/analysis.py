"""Asks `papers` for the analysis report of a published result."""

from typing import Literal

from prongsai.portal.results.access import OpenedResult
from prongsai.portal.results.scorecard.page import comparison_of

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def content_type(file_format: str) -> str:
    """The media type of a paper."""
    return CONTENT_TYPES[file_format]


def analysis_file(
    opened: OpenedResult, *, file_format: Literal["pdf", "docx"], digits: Literal["thai", "arabic"]
) -> bytes:
    """The report's bytes; imported late, because the typesetter is large and most pages never need it."""
    from prongsai.papers.analysis_report import write_analysis

    comparison = comparison_of(opened.years)
    totals = [(entry.scored.year.year, entry.scored.total) for entry in opened.years]
    return write_analysis(
        opened.scored.scored,
        agency_name=opened.result.agency.name_th,
        before=None if comparison is None else comparison.before,
        history=[(year, total) for year, total in totals if total is not None],
        format=file_format,
        digits=digits,
    )

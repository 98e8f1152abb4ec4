"""The report on carrying out the measures: what was done, and what the figures allow to say about it."""

from prongsai.papers.measures_report.from_results import report_contents_from_results
from prongsai.papers.measures_report.writing import report_document, write_report

__all__ = ["report_contents_from_results", "report_document", "write_report"]

"""The analysis report that an agency writes after its result, ready to be signed."""

from prongsai.papers.analysis_report.writing import analysis_document, write_analysis

__all__ = ["analysis_document", "write_analysis"]

"""The year's OIT items in one table: what was put where, what the assessor said, and what each item is worth."""

from prongsai.papers.oit_summary.contents import Disclosed, ItemLine, ItemState, SummaryContents, gather_summary
from prongsai.papers.oit_summary.writing import summary_document, write_summary

__all__ = [
    "Disclosed",
    "ItemLine",
    "ItemState",
    "SummaryContents",
    "gather_summary",
    "summary_document",
    "write_summary",
]

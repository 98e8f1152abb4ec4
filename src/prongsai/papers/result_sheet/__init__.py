"""The agency's public result sheet: one page for the wall and the web site, with the way to recompute it."""

from prongsai.papers.result_sheet.contents import Rank, Respondents, SheetContents, gather_sheet
from prongsai.papers.result_sheet.writing import sheet_document, write_sheet

__all__ = ["Rank", "Respondents", "SheetContents", "gather_sheet", "sheet_document", "write_sheet"]

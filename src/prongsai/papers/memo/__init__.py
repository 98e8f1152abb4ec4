"""The memo (บันทึกข้อความ) within an agency, on form 29 of the regulation on official correspondence."""

from prongsai.papers.memo.contents import MemoContents
from prongsai.papers.memo.from_result import memo_contents_from_result
from prongsai.papers.memo.writing import memo_document, write_memo

__all__ = ["MemoContents", "memo_contents_from_result", "memo_document", "write_memo"]

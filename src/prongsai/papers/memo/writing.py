"""Puts a memo on its form and hands it to a renderer."""

from datetime import date

from prongsai.papers import typography as measures
from prongsai.papers.content import Document, Section
from prongsai.papers.memo.contents import MemoContents
from prongsai.papers.memo.layout import TITLE, memo_blocks
from prongsai.papers.plan_tables import SUBJECT, Format, rendered
from prongsai.thai.numerals import DigitStyle


def write_memo(
    contents: MemoContents,
    *,
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The memo as a file."""
    return rendered(memo_document(contents, digits), format=format, written_on=written_on)


def memo_document(contents: MemoContents, digits: DigitStyle) -> Document:
    """The memo in the content model."""
    return Document(
        title=f"{TITLE} {contents.subject}",
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        first_top_cm=measures.EMBLEM_TOP_CM,
        sections=(Section(memo_blocks(contents)),),
    )

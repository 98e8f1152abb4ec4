"""Puts an announcement and what it encloses together and hands them to a renderer."""

from collections.abc import Sequence
from datetime import date

from prongsai.papers import typography as measures
from prongsai.papers.announcement.contents import AnnouncementContents
from prongsai.papers.announcement.layout import announcement_blocks
from prongsai.papers.content import Document, Section
from prongsai.papers.plan_tables import SUBJECT, Format, rendered
from prongsai.thai.numerals import DigitStyle


def write_announcement(
    contents: AnnouncementContents,
    *,
    appendix: Sequence[Section] = (),
    footer: str = "",
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The announcement as a file; `appendix` are the pages that it encloses."""
    document = announcement_document(contents, digits, appendix=appendix, footer=footer)
    return rendered(document, format=format, written_on=written_on)


def announcement_document(
    contents: AnnouncementContents, digits: DigitStyle, *, appendix: Sequence[Section] = (), footer: str = ""
) -> Document:
    """The announcement in the content model."""
    return Document(
        title=f"ประกาศ{contents.agency_name} เรื่อง {' '.join(contents.subject)}",
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        footer=footer,
        first_top_cm=measures.EMBLEM_TOP_CM,
        sections=(Section(announcement_blocks(contents)), *appendix),
    )

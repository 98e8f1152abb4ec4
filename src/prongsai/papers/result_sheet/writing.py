"""Puts the sheet together and hands it to a renderer."""

from datetime import date

from prongsai.papers.content import Document, Heading, Section
from prongsai.papers.plan_tables import Format, rendered
from prongsai.papers.result_sheet.closing import closing_panel
from prongsai.papers.result_sheet.contents import SheetContents
from prongsai.papers.result_sheet.figures import indicator_chart, instrument_table
from prongsai.papers.result_sheet.headline import WIDTH_CM, headline_blocks
from prongsai.papers.result_sheet.room import MARGINS, height_left_cm
from prongsai.papers.result_sheet.wording import WORDS
from prongsai.thai.numerals import DigitStyle


def write_sheet(
    contents: SheetContents,
    *,
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The sheet as a file of one page."""
    return rendered(sheet_document(contents, digits), format=format, written_on=written_on)


def sheet_document(contents: SheetContents, digits: DigitStyle = "thai") -> Document:
    """The sheet in the content model."""
    words = WORDS[contents.language]
    blocks = (
        *headline_blocks(contents, digits),
        Heading(words.instruments, level=2),
        instrument_table(contents),
        Heading(words.indicators, level=2),
        indicator_chart(contents, digits, width_cm=WIDTH_CM, height_cm=height_left_cm(contents, digits)),
        closing_panel(contents),
    )
    return Document(
        title=words.title.format(year=contents.year.year, agency=contents.agency_name),
        author=contents.agency_name,
        subject=words.subject,
        digits=digits,
        language=contents.language,
        sections=(Section(blocks, margins=MARGINS),),
        page_numbers=False,
    )

"""Slips with one-time codes: as many to a page as the words allow, none with a number or another mark."""

from collections.abc import Iterator
from datetime import date

from prongsai.papers import typography as measures
from prongsai.papers.addresses import readable_address
from prongsai.papers.content import (
    Block,
    Document,
    Figure,
    Margins,
    PageBreak,
    Panel,
    Panels,
    Paragraph,
    Run,
    Section,
)
from prongsai.papers.line_heights import fitting_size, text_height
from prongsai.papers.plan_tables import SUBJECT, Format, rendered
from prongsai.papers.qr import qr_code
from prongsai.papers.survey_notices.contents import Slip, SlipContents
from prongsai.papers.survey_notices.wording import WORDS, day_text, survey_line
from prongsai.thai.numerals import DigitStyle

MARGINS = Margins(1.0, 1.0, 1.0, 1.0)
PAGE_CM = 27.6
SLIP_WIDTH_CM = 9.5
PADDING_CM = 0.35
CODE_CM = 2.8
WORDS_CM = SLIP_WIDTH_CM - 2 * PADDING_CM - CODE_CM
ROWS = (5, 4, 3)
COLUMNS = 2
NAME_SIZES = ((1, 14.0), (2, 12.0), (3, 11.0), (4, 10.0))
PRINTED_SIZES = ((1, 24.0), (1, 20.0), (1, 16.0), (2, 14.0))
SMALL = 11.0
SAFETY_PT = 6.0


def write_slips(
    contents: SlipContents,
    *,
    format: Format = "pdf",  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The slips as a file."""
    return rendered(slips_document(contents, digits), format=format, written_on=written_on)


def slips_document(contents: SlipContents, digits: DigitStyle = "thai") -> Document:
    """The slips in the content model, in the order given."""
    return Document(
        title=WORDS[contents.language].slips.format(agency=contents.agency_name),
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        language=contents.language,
        sections=(Section(tuple(_pages(contents, digits)), margins=MARGINS),),
        page_numbers=False,
    )


def _pages(contents: SlipContents, digits: DigitStyle) -> Iterator[Block]:
    rows = _rows(contents, digits)
    per_page = rows * COLUMNS
    for start in range(0, len(contents.slips), per_page):
        if start:
            yield PageBreak()
        panels = tuple(_panel(contents, slip, digits) for slip in contents.slips[start : start + per_page])
        yield Panels(panels, (1.0,) * COLUMNS, PAGE_CM / rows, PADDING_CM, cut=True)


def _rows(contents: SlipContents, digits: DigitStyle) -> int:
    """Five lines of slips to a page; fewer where a long name or address needs more room."""
    longest = max(contents.slips, key=lambda slip: len(slip.printed))
    runs = [*_before(contents, digits), _printed(longest, digits), *_after(contents)]
    high = sum(text_height([run], WORDS_CM, run.size or SMALL, digits, bold=run.bold) for run in runs) + SAFETY_PT
    return next((n for n in ROWS if high / measures.POINTS_PER_CM <= PAGE_CM / n - 2 * PADDING_CM), ROWS[-1])


def _panel(contents: SlipContents, slip: Slip, digits: DigitStyle) -> Panel:
    runs = (*_before(contents, digits), _printed(slip, digits), *_after(contents))
    words = Panel(tuple(Paragraph(run, style="plain") for run in runs), middle=True, size=SMALL)
    name = WORDS[contents.language].qr
    code = Figure(qr_code(slip.address, title=name, small=True), alt=f"QR {name}", width_cm=CODE_CM)
    return Panel(
        (Panels((words, Panel((code,), middle=True)), (WORDS_CM, CODE_CM), padding_cm=0),), middle=True, size=SMALL
    )


def _before(contents: SlipContents, digits: DigitStyle) -> list[Run]:
    name = contents.agency_name
    return [
        Run(name, bold=True, size=fitting_size(name, WORDS_CM, NAME_SIZES, digits, bold=True)),
        Run(survey_line(contents.instrument, contents.year, contents.language)),
    ]


def _printed(slip: Slip, digits: DigitStyle) -> Run:
    size = fitting_size(slip.printed, WORDS_CM, PRINTED_SIZES, digits, bold=True)
    return Run(slip.printed, bold=True, size=size, as_written=True)


def _after(contents: SlipContents) -> list[Run]:
    words = WORDS[contents.language]
    return [
        Run(words.enter),
        Run(readable_address(contents.address), bold=True, as_written=True),
        Run(words.once.format(day=day_text(contents.closes_on, contents.language))),
        Run(words.unlinked),
    ]

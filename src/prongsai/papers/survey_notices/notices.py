"""The poster and the cards as documents and files."""

from datetime import date
from typing import Literal

from prongsai.papers.content import Document, Margins, Panels, Section
from prongsai.papers.plan_tables import SUBJECT, Format, rendered
from prongsai.papers.survey_notices.contents import NoticeContents
from prongsai.papers.survey_notices.layout import notice_panel
from prongsai.papers.survey_notices.sizes import A5, A6, POSTER
from prongsai.papers.survey_notices.wording import WORDS
from prongsai.thai.numerals import DigitStyle

CardsPerPage = Literal[2, 4]
OF_A6: CardsPerPage = 4


def write_poster(
    contents: NoticeContents,
    *,
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The poster as a file: A4, upright."""
    return rendered(poster_document(contents, digits), format=format, written_on=written_on)


def write_cards(
    contents: NoticeContents,
    *,
    format: Format,  # noqa: A002
    digits: DigitStyle = "thai",
    written_on: date | None = None,
    per_page: CardsPerPage = OF_A6,
) -> bytes:
    """Cards on a sheet of A4 to cut apart: four of A6 or two of A5."""
    return rendered(cards_document(contents, digits, per_page), format=format, written_on=written_on)


def poster_document(contents: NoticeContents, digits: DigitStyle = "thai") -> Document:
    """The poster in the content model."""
    notice = notice_panel(contents, POSTER, digits)
    panels = Panels((notice,), shares=(1,), height_cm=POSTER.height_cm, padding_cm=POSTER.padding_cm)
    section = Section((panels,), margins=Margins(2.0, 2.0, 1.6, 1.2))
    return _document(contents, WORDS[contents.language].poster, section, digits)


def cards_document(contents: NoticeContents, digits: DigitStyle = "thai", per_page: CardsPerPage = OF_A6) -> Document:
    """The cards in the content model."""
    size = A6 if per_page == OF_A6 else A5
    card = notice_panel(contents, size, digits)
    panels = Panels((card,) * per_page, (1, 1), size.height_cm, size.padding_cm, cut=True)
    section = Section((panels,), landscape=size is A5, margins=Margins(0, 0, 0, 0))
    return _document(contents, WORDS[contents.language].cards, section, digits)


def _document(contents: NoticeContents, title: str, section: Section, digits: DigitStyle) -> Document:
    return Document(
        title=title.format(agency=contents.agency_name),
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        language=contents.language,
        sections=(section,),
        page_numbers=False,
    )

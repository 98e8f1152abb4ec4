"""Pages of a DOCX: size, margins, the number at the top from the second page on, the line at the foot."""

from prongsai.papers import typography as measures
from prongsai.papers.content import Document
from prongsai.papers.docx_text import Spot, text_runs
from prongsai.papers.docx_xml import Element, Package, field_run, text_run, twips, w
from prongsai.thai.numerals import DigitStyle


def page_properties(
    digits: DigitStyle, *, landscape: bool = False, first: bool = False, counted_from: int | None = None
) -> Element:
    """The page of a section; `first` leaves its first page without a number, `counted_from` starts to count there.

    Word turns PAGE into Thai numerals by the section's number format, which LibreOffice 7.4 does not know.
    """
    width, height = twips(cm=measures.PAGE_WIDTH_CM), twips(cm=measures.PAGE_HEIGHT_CM)
    size = w("pgSz", w=height, h=width, orient="landscape") if landscape else w("pgSz", w=width, h=height)
    margins = w(
        "pgMar",
        top=twips(cm=measures.MARGIN_TOP_CM),
        right=twips(cm=measures.MARGIN_RIGHT_CM),
        bottom=twips(cm=measures.MARGIN_BOTTOM_CM),
        left=twips(cm=measures.MARGIN_LEFT_CM),
        header=twips(cm=measures.HEADER_CM),
        footer=twips(cm=measures.HEADER_CM),
        gutter=0,
    )
    numbers = w("pgNumType", fmt="thaiNumbers" if digits == "thai" else "decimal", start=counted_from)
    return w("sectPr", w("type", val="nextPage"), size, margins, numbers, w("titlePg") if first else None)


def write_headers_and_footers(package: Package, document: Document) -> None:
    """Into the first section, from which the others inherit; a cover has neither."""
    first = package.sections[0]
    if document.page_numbers:
        _fill(first.header, "Header", [text_run("- ", []), *field_run("PAGE"), text_run(" -", [])])
    if document.footer:
        _fill(first.footer, "Footer", _footer(document))
        counted = package.sections[1 if document.cover else 0]
        _fill(counted.first_page_footer, "Footer", _footer(document))


def _footer(document: Document) -> list[Element]:
    return text_runs(document.footer, Spot(document.digits, 0))


def _fill(place: Package, style: str, runs: list[Element]) -> None:
    place.is_linked_to_previous = False
    only = place.paragraphs[0].paragraph_format.element
    for child in list(only):
        only.remove(child)
    only.append(w("pPr", w("pStyle", val=style)))
    only.extend(runs)

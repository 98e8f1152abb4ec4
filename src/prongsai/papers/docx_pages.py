"""Pages of a DOCX: size, margins, the number at the top from the second page on, the line at the foot."""

from prongsai.papers import typography as measures
from prongsai.papers.content import Document, Margins
from prongsai.papers.docx_text import Spot, text_runs
from prongsai.papers.docx_xml import Element, Package, field_run, text_run, twips, w
from prongsai.papers.fonts import LINE_HEIGHT_EM, SCALE
from prongsai.thai.numerals import DigitStyle, in_digits


def page_properties(
    digits: DigitStyle,
    *,
    landscape: bool = False,
    first: bool = False,
    counted_from: int | None = None,
    margins: Margins | None = None,
    top_cm: float | None = None,
) -> Element:
    """The page of a section; `first` leaves its first page without a number, `counted_from` starts to count there.

    `top_cm` is the top margin of a document's first page; what stands at the head of the others pushes theirs down.
    Word turns PAGE into Thai numerals by the section's number format, which LibreOffice 7.4 does not know.
    """
    width, height = twips(cm=measures.PAGE_WIDTH_CM), twips(cm=measures.PAGE_HEIGHT_CM)
    size = w("pgSz", w=height, h=width, orient="landscape") if landscape else w("pgSz", w=width, h=height)
    edges = margins or measures.OFFICIAL_MARGINS
    kept_free = w(
        "pgMar",
        top=twips(cm=edges.top if top_cm is None else top_cm),
        right=twips(cm=edges.right),
        bottom=twips(cm=edges.bottom),
        left=twips(cm=edges.left),
        header=twips(cm=measures.HEADER_CM),
        footer=twips(cm=measures.HEADER_CM),
        gutter=0,
    )
    numbers = w("pgNumType", fmt="thaiNumbers" if digits == "thai" else "decimal", start=counted_from)
    return w("sectPr", w("type", val="nextPage"), size, kept_free, numbers, w("titlePg") if first else None)


def write_headers_and_footers(package: Package, document: Document) -> None:
    """Into the first section, from which the others inherit; a cover has neither."""
    first = package.sections[0]
    lowered = None if document.first_top_cm is None else _down_to_the_margin()
    if document.page_numbers or lowered is not None:
        _fill(first.header, "Header", _page_number(document), lowered)
    if lowered is not None:
        _fill(first.first_page_header, "Header", [], w("spacing", before=0, after=0, line=20, lineRule="exact"))
    if document.footer:
        _fill(first.footer, "Footer", _footer(document))
        counted = package.sections[1 if document.cover else 0]
        _fill(counted.first_page_footer, "Footer", _footer(document))


def _page_number(document: Document) -> list[Element]:
    """The number as it stands on the second page, the first that has one."""
    if not document.page_numbers:
        return []
    return [text_run("- ", []), *field_run("PAGE", in_digits("2", document.digits)), text_run(" -", [])]


def _down_to_the_margin() -> Element:
    """The space under the head's one line that makes the text begin at the usual top margin."""
    line = measures.BODY_SIZE * LINE_HEIGHT_EM * SCALE
    after = (measures.MARGIN_TOP_CM - measures.HEADER_CM) * measures.POINTS_PER_CM - line
    return w("spacing", before=0, after=twips(points=max(after, 0)))


def _footer(document: Document) -> list[Element]:
    return text_runs(document.footer, Spot(document.digits, 0))


def _fill(place: Package, style: str, runs: list[Element], spacing: Element | None = None) -> None:
    place.is_linked_to_previous = False
    only = place.paragraphs[0].paragraph_format.element
    for child in list(only):
        only.remove(child)
    only.append(w("pPr", w("pStyle", val=style), spacing))
    only.extend(runs)

"""Writes a document as DOCX that offices go on working in: real headings, Thai said to be Thai, nothing machine-made.

python-docx keeps the package, the pictures and the properties; the body is written element by element, because Thai
needs what its objects do not offer (complex-script sizes, repeated heads, hanging numbers) and 300 rows need speed.
"""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx

from prongsai.papers import typography as measures
from prongsai.papers.charts.png import svg_png
from prongsai.papers.content import (
    Block,
    BulletList,
    Document,
    Figure,
    Fillable,
    FormLine,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    Section,
    SignatureBlock,
    Spacer,
    Table,
    Text,
)
from prongsai.papers.digits import shown
from prongsai.papers.docx_forms import fillable, form_line, signatures
from prongsai.papers.docx_package import describe, packed, settle
from prongsai.papers.docx_pages import page_properties, write_headers_and_footers
from prongsai.papers.docx_styles import CAPTION, TITLE, write_styles
from prongsai.papers.docx_tables import table_elements
from prongsai.papers.docx_text import Spot, gap, heading, list_lines, paragraph, text_paragraph, text_runs
from prongsai.papers.docx_xml import JUSTIFICATION, Element, Package, look, twips, w

PICTURE_SCALE = 2.5
EMU_PER_CM = 360_000
LINE_PT = 21.3
COVER_TOP_PT = 200
COVER_MIDDLE_PT = 240


def render_docx(document: Document, *, created: date | None = None) -> bytes:
    """The document as DOCX; the same document and date give the same bytes."""
    package = docx.Document()
    write_styles(package.styles.element)
    body = package.element.body
    for child in list(body):
        body.remove(child)
    body.extend(_Writer(package, document).body())
    write_headers_and_footers(package, document)
    describe(package, document, created)
    settle(package)
    return packed(package)


class _Writer:
    """Turns blocks into elements; holds the package only because pictures are parts of it."""

    def __init__(self, package: Package, document: Document) -> None:
        self._package = package
        self._document = document
        self._pictures = 0

    def body(self) -> list[Element]:
        """All elements of the body, the last section's page at the end."""
        cover = self._document.cover
        sections = self._document.sections or (Section(()),)
        elements = [*self._cover(), w("p", w("pPr", self._page(first=True)))] if cover else []
        for place, section in enumerate(sections):
            spot = Spot(
                self._document.digits, measures.text_width_pt(landscape=section.landscape) / measures.POINTS_PER_CM
            )
            drawn = [element for block in section.blocks for element in self.draw(block, spot)]
            page = self._page(landscape=section.landscape, first=place == 0, counted_from=1 if place == 0 else None)
            is_last = place == len(sections) - 1
            elements += [*drawn, page] if is_last else _ended(drawn, page)
        return elements

    def draw(self, block: Block, spot: Spot) -> list[Element]:
        """The elements of a block."""
        match block:
            case Heading():
                return [heading(block, spot)]
            case Paragraph():
                return [text_paragraph(block, spot)]
            case NumberedList() | BulletList():
                return self._list(block, spot)
            case Table():
                return table_elements(block, spot, self.draw)
            case Figure():
                return self._figure(block, spot)
            case _:
                return _form(block, spot)

    def _page(self, *, landscape: bool = False, first: bool = False, counted_from: int | None = None) -> Element:
        return page_properties(self._document.digits, landscape=landscape, first=first, counted_from=counted_from)

    def _cover(self) -> list[Element]:
        cover = self._document.cover
        if cover is None:
            return []
        spot = Spot(self._document.digits, 0)
        foot_size = replace(spot, size=measures.COVER_FOOT_SIZE)
        lines = [paragraph(TITLE, text_runs(line, spot), spot) for line in cover.lines]
        foot = [paragraph(TITLE, text_runs(line, foot_size), spot) for line in cover.foot]
        return [gap(COVER_TOP_PT), *lines, gap(COVER_MIDDLE_PT), *foot]

    def _list(self, block: NumberedList | BulletList, spot: Spot) -> list[Element]:
        elements = []
        for line, item, under in list_lines(block, spot):
            elements.append(line)
            elements += [element for inner in item.blocks for element in self.draw(inner, under)]
        return elements

    def _figure(self, figure: Figure, spot: Spot) -> list[Element]:
        width = min(figure.width_cm or spot.width_cm, spot.width_cm)
        inline = self._package.part.new_pic_inline(
            BytesIO(svg_png(figure.svg, PICTURE_SCALE)), round(width * EMU_PER_CM), None
        )
        self._pictures += 1
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("name", f"Figure {self._pictures}")
        inline.docPr.set("descr", shown(figure.alt, spot.digits))
        placed = replace(spot, justification=JUSTIFICATION[figure.align], keep_next=figure.caption is not None)
        drawing = paragraph("OfficialPlain", [w("r", w("drawing", inline))], placed)
        return [drawing, *_caption(figure.caption, replace(spot, justification=JUSTIFICATION[figure.align]))]


def _caption(caption: Text | None, spot: Spot) -> list[Element]:
    return [] if caption is None else [paragraph(CAPTION, text_runs(caption, spot), spot)]


def _form(block: Block, spot: Spot) -> list[Element]:
    match block:
        case FormLine():
            return [form_line(block, spot)]
        case Fillable():
            return fillable(block, spot)
        case SignatureBlock():
            return signatures(block, spot)
        case PageBreak():
            return [w("p", w("pPr", w("rPr", *look(size=1))), w("r", w("br", type="page")))]
        case Spacer():
            return [
                w(
                    "p",
                    w(
                        "pPr",
                        w("spacing", before=0, after=0, line=twips(points=block.lines * LINE_PT), lineRule="exact"),
                    ),
                )
            ]
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of the content model")


def _ended(drawn: list[Element], page: Element) -> list[Element]:
    """The elements of a section that is not the last: its page is a property of its last paragraph."""
    if not drawn or not drawn[-1].tag.endswith("}p"):
        drawn = [*drawn, gap(1)]
    last = drawn[-1]
    properties = last.find(page.tag.replace("sectPr", "pPr"))
    if properties is None:
        properties = w("pPr")
        last.insert(0, properties)
    properties.append(page)
    return drawn

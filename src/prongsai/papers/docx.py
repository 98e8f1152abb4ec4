"""Writes a document as DOCX that offices go on working in: real headings, Thai said to be Thai, nothing machine-made.

python-docx keeps the package, the pictures and the properties; the body is written element by element, because Thai
needs what its objects do not offer (complex-script sizes, repeated heads, hanging numbers) and 300 rows need speed.
"""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import docx

from prongsai.papers import typography as measures
from prongsai.papers.charts.png import svg_png
from prongsai.papers.content import (
    Block,
    BulletList,
    Contents,
    Document,
    Emblem,
    Figure,
    Fillable,
    FormLine,
    Heading,
    NumberedList,
    PageBreak,
    Panels,
    Paragraph,
    Roster,
    Rule,
    Section,
    SignatureBlock,
    Spacer,
    Table,
    Text,
)
from prongsai.papers.digits import shown
from prongsai.papers.docx_contents import bookmarked, contents
from prongsai.papers.docx_forms import fillable, form_line, signatures
from prongsai.papers.docx_heads import emblem_place, roster_table, rule
from prongsai.papers.docx_package import describe, packed, settle
from prongsai.papers.docx_pages import page_properties, write_headers_and_footers
from prongsai.papers.docx_panels import panel_table
from prongsai.papers.docx_styles import CAPTION, TITLE, write_styles
from prongsai.papers.docx_tables import table_elements
from prongsai.papers.docx_text import Spot, gap, heading, list_lines, paragraph, text_paragraph, text_runs
from prongsai.papers.docx_xml import JUSTIFICATION, Element, Package, look, twips, w
from prongsai.papers.headings import entries_of, has_contents, is_heading
from prongsai.papers.pdf import heading_pages

PICTURE_SCALE = 2.0
EMBLEM_SCALE = 4.0
EMU_PER_CM = 360_000
LINE_PT = 21.3
COVER_TOP_PT = 200
COVER_TOP_UNDER_LOGO_PT = 100
COVER_WIDTH_CM = measures.text_width_pt(landscape=False) / measures.POINTS_PER_CM
COVER_MIDDLE_PT = 240


def render_docx(document: Document, *, created: date | None = None) -> bytes:
    """The document as DOCX; the same document and date give the same bytes."""
    package = docx.Document(BytesIO(_blank()))
    package.element.body.extend(_Writer(package, document, created).body())
    write_headers_and_footers(package, document)
    describe(package, document, created)
    return packed(package)


@cache
def _blank() -> bytes:
    """A package with our styles and nothing else: half the time of a short paper is spent on these."""
    package = docx.Document()
    write_styles(package.styles.element)
    body = package.element.body
    for child in list(body):
        body.remove(child)
    settle(package)
    return packed(package)


class _Writer:
    """Turns blocks into elements; holds the package only because pictures are parts of it."""

    def __init__(self, package: Package, document: Document, created: date | None) -> None:
        self._package = package
        self._document = document
        self._created = created
        self._pictures = 0
        self._headings = 0
        self._has_contents = has_contents(document)

    def body(self) -> list[Element]:
        """All elements of the body, the last section's page at the end."""
        cover = self._document.cover
        sections = self._document.sections or (Section(()),)
        elements = [*self._cover(), w("p", w("pPr", self._page(Section(()), first=True)))] if cover else []
        for place, section in enumerate(sections):
            width = measures.text_width_pt(landscape=section.landscape, margins=section.margins)
            spot = Spot(self._document.digits, width / measures.POINTS_PER_CM)
            drawn = [element for block in section.blocks for element in self.draw(block, spot)]
            start = 1 if place == 0 else None
            page = self._page(section, first=place == 0, counted_from=start)
            is_last = place == len(sections) - 1
            elements += [*drawn, page] if is_last else _ended(drawn, page)
        return elements

    def draw(self, block: Block, spot: Spot) -> list[Element]:
        """The elements of a block."""
        match block:
            case Heading():
                return [self._findable(heading(block, spot))]
            case Paragraph():
                return [text_paragraph(block, spot)]
            case NumberedList() | BulletList():
                return self._list(block, spot)
            case Table() | Panels():
                return self._side_by_side(block, spot)
            case Figure() | Emblem() | Contents():
                return self._of_the_whole(block, spot)
            case _:
                return _form(block, spot)

    def _of_the_whole(self, block: Figure | Emblem | Contents, spot: Spot) -> list[Element]:
        """What needs more of the document than the block itself: its pictures, its headings."""
        match block:
            case Figure():
                return self._figure(block, spot)
            case Emblem():
                return self._emblem(block, spot)
            case Contents():
                pages = heading_pages(self._document, created=self._created)
                return contents(block, entries_of(self._document), pages, spot)

    def _page(self, section: Section, *, first: bool = False, counted_from: int | None = None) -> Element:
        return page_properties(
            self._document.digits,
            landscape=section.landscape,
            first=first,
            counted_from=counted_from,
            margins=section.margins,
            top_cm=self._document.first_top_cm if first and not self._document.cover else None,
        )

    def _findable(self, drawn: Element) -> Element:
        """A heading that the contents can lead to, where there are any."""
        self._headings += 1
        return bookmarked(drawn, self._headings) if self._has_contents else drawn

    def _cover(self) -> list[Element]:
        cover = self._document.cover
        if cover is None:
            return []
        spot = Spot(self._document.digits, 0)
        foot_size = replace(spot, size=measures.COVER_FOOT_SIZE)
        lines = [paragraph(TITLE, text_runs(line, spot), spot) for line in cover.lines]
        foot = [paragraph(TITLE, text_runs(line, foot_size), spot) for line in cover.foot]
        logo = self._figure(cover.logo, replace(spot, width_cm=COVER_WIDTH_CM)) if cover.logo else []
        top = COVER_TOP_UNDER_LOGO_PT if logo else COVER_TOP_PT
        return [gap(top), *logo, *lines, gap(COVER_MIDDLE_PT), *foot]

    def _list(self, block: NumberedList | BulletList, spot: Spot) -> list[Element]:
        elements = []
        for line, item, under in list_lines(block, spot):
            elements.append(line)
            elements += [element for inner in item.blocks for element in self.draw(inner, under)]
        return elements

    def _side_by_side(self, block: Table | Panels, spot: Spot) -> list[Element]:
        if isinstance(block, Panels):
            return panel_table(block, spot, self.draw)
        return table_elements(block, spot, self.draw)

    def _figure(self, figure: Figure, spot: Spot) -> list[Element]:
        width = min(figure.width_cm or spot.width_cm, spot.width_cm)
        inline = self._picture(svg_png(figure.svg, PICTURE_SCALE), shown(figure.alt, spot.digits), width_cm=width)
        placed = replace(spot, justification=JUSTIFICATION[figure.align], keep_next=figure.caption is not None)
        drawing = paragraph("OfficialPlain", [w("r", w("drawing", inline))], placed)
        return [drawing, *_caption(figure.caption, replace(spot, justification=JUSTIFICATION[figure.align]))]

    def _picture(
        self, png: bytes, alt: str, *, width_cm: float | None = None, height_cm: float | None = None
    ) -> Element:
        sizes = (None if cm is None else round(cm * EMU_PER_CM) for cm in (width_cm, height_cm))
        inline = self._package.part.new_pic_inline(BytesIO(png), *sizes)
        self._pictures += 1
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("name", f"Figure {self._pictures}")
        inline.docPr.set("descr", alt)
        return inline

    def _emblem(self, emblem: Emblem, spot: Spot) -> list[Element]:
        picture = None
        if emblem.image is not None:
            png = emblem.image if emblem.is_png else svg_png(emblem.image.decode("utf-8"), EMBLEM_SCALE)
            picture = self._picture(png, shown(emblem.alt, spot.digits), height_cm=emblem.height_cm)
        self._headings += is_heading(emblem)
        return [emblem_place(emblem, picture, spot)]


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
        case Roster():
            return roster_table(block, spot)
        case Rule():
            return [rule(block, spot)]
        case PageBreak() | Spacer():
            return [_white(block)]
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of the content model")


def _white(block: PageBreak | Spacer) -> Element:
    if isinstance(block, PageBreak):
        return w("p", w("pPr", w("rPr", *look(size=1))), w("r", w("br", type="page")))
    spacing = w("spacing", before=0, after=0, line=twips(points=block.lines * LINE_PT), lineRule="exact")
    return w("p", w("pPr", spacing))


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

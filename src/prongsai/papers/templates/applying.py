"""Lays a template over a document: words, sections, numbers, logo."""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from prongsai.papers.charts.png import svg_png
from prongsai.papers.content import Block, Document, Emblem, Figure, Heading, Paragraph, Section
from prongsai.papers.rewording import reworded
from prongsai.papers.svg_text import take_out_text
from prongsai.papers.templates.checking import Template
from prongsai.papers.templates.parts import UNNAMED, Fragment, Part, parts_of, sections_of
from prongsai.papers.templates.placeholders import PlaceholderValues, filled
from prongsai.papers.templates.renumbering import renumbered
from prongsai.papers.templates.schema import ExtraSection, TemplateFile

LOGO_CM = 3.0
SMALL_LOGO_CM = 2.0
WIDEST_LOGO_CM = 8.0
EMBLEM_PIXELS = 480
"""Pixels of an emblem's side: 400 to the inch at 3 cm."""


def apply_template(document: Document, template: Template, values: PlaceholderValues) -> Document:
    """The document as the agency wants it. What the template names but this document does not have changes nothing."""
    written = template.written
    words = {key: filled(text, values) for key, text in written.words.items()}
    said = reworded(document, words)
    if written.order or written.left_out or written.extra:
        own = frozenset(section.key for section in written.extra)
        parts = _arranged(parts_of(said), written, values)
        said = replace(said, sections=renumbered(sections_of(parts), unnumbered=own))
    return _with_logo(said, template.logo, values)


def section_keys(document: Document) -> tuple[str, ...]:
    """The keys of the document's sections in order, for whoever offers them to choose from."""
    return tuple(part.key for part in parts_of(document) if part.key != UNNAMED)


def _arranged(parts: Sequence[Part], written: TemplateFile, values: PlaceholderValues) -> list[Part]:
    """Left out, added, then in order: what `order` names comes first, the rest follows as it stood."""
    kept = [part for part in parts if part.key not in written.left_out]
    for section in written.extra:
        place = _place_after(kept, section.after)
        kept.insert(place, _own_part(section, values))
    ranks = {key: rank for rank, key in enumerate(written.order)}
    opening = [part for part in kept if part.key == UNNAMED]
    return opening + sorted((part for part in kept if part.key != UNNAMED), key=lambda p: ranks.get(p.key, len(ranks)))


def _place_after(parts: Sequence[Part], key: str | None) -> int:
    """Behind the section of that key; at the end where there is none."""
    return next((at + 1 for at, part in enumerate(parts) if part.key == key), len(parts))


def _own_part(section: ExtraSection, values: PlaceholderValues) -> Part:
    paragraphs = (Paragraph(filled(text, values)) for text in section.paragraphs)
    blocks: tuple[Block, ...] = (Heading(filled(section.title, values), key=section.key), *paragraphs)
    return Part(section.key, (Fragment(Section(blocks), begins_page=False),))


def _with_logo(document: Document, logo: str | None, values: PlaceholderValues) -> Document:
    """In the place that the form has for an emblem, on the cover, else above the first line."""
    if logo is None:
        return document
    if any(isinstance(block, Emblem) for section in document.sections for block in section.blocks):
        return _with_emblem(document, logo, values)
    if document.cover is not None:
        return replace(document, cover=replace(document.cover, logo=_figure(logo, LOGO_CM, values)))
    if not document.sections:
        return document
    first, *others = document.sections
    opening = replace(first, blocks=(_figure(logo, SMALL_LOGO_CM, values), *first.blocks))
    return replace(document, sections=(opening, *others))


def _with_emblem(document: Document, logo: str, values: PlaceholderValues) -> Document:
    """The size stays the form's."""
    picture, alt = square_picture(logo), f"ตราสัญลักษณ์ {values.agency}"
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                replace(block, image=picture, alt=alt) if isinstance(block, Emblem) else block
                for block in section.blocks
            ),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)


def square_picture(logo: str) -> bytes:
    """The whole logo in a square, as much as the form has room for; a PNG, as its letters must not be set anew."""
    root = etree.fromstring(logo.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    drawing = take_out_text(logo)
    root.set("viewBox", root.get("viewBox") or f"0 0 {drawing.width} {drawing.height}")
    for side in ("width", "height"):
        root.set(side, f"{EMBLEM_PIXELS}")
    root.attrib.pop("preserveAspectRatio", None)
    return svg_png(etree.tostring(root, encoding="unicode"), 1.0)


def _figure(logo: str, height_cm: float, values: PlaceholderValues) -> Figure:
    drawing = take_out_text(logo)
    wide = min(height_cm * drawing.width / drawing.height, WIDEST_LOGO_CM)
    return Figure(logo, alt=f"ตราสัญลักษณ์ {values.agency}", width_cm=wide)

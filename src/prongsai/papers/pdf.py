"""Writes a document as PDF/UA-1 (accessible) and PDF/A-2a (for the archive), with Typst and nothing else."""

import json
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from prongsai.papers import typography as measures
from prongsai.papers.content import Document
from prongsai.papers.faces import space
from prongsai.papers.fonts import FAMILY, LINE_HEIGHT_EM, SYMBOL_FAMILY, font_folder, sarabun_size
from prongsai.papers.headings import has_contents
from prongsai.papers.typst_source import document_data

if TYPE_CHECKING:
    from typst import Fonts

TEXT_EDGES_EM: Final = 1.6
"""From the top to the bottom edge of a line in `official.typ`."""
TYPESET_AS: Final = "zh"
"""The language Typst is told.

For every other one it asks a neural network where Thai words end, which is two fifths of the time of a paper, and words
are whole already. The file says the document's own language.
"""
_LANGUAGE_AT: Final = (b"/Lang(%s)/StructTreeRoot", b"<dc:language><rdf:Bag><rdf:li>%s</rdf:li>")


def render_pdf(document: Document, *, created: date | None = None) -> bytes:
    """The document as PDF; the same document and date give the same bytes.

    PDF/A demands a date: without `created` the file is PDF/UA-1 only.
    """
    compiled = _compiled_for_both if has_contents(document) else _compiled
    return compiled(_written(document_data(document)), created, document.language)


def heading_pages(document: Document, *, created: date | None = None) -> tuple[int, ...]:
    """The page of each heading, in the order of `headings.entries_of`, as the number at the page's head counts.

    `created` is that of the PDF: with the same one a DOCX and a PDF of a document are laid out once.
    """
    from pypdfium2 import PdfDocument

    covers = 1 if document.cover else 0
    with PdfDocument(render_pdf(document, created=created)) as paper:
        targets = [entry.get_dest() for entry in paper.get_toc()]
        return tuple(target.get_index() + 1 - covers for target in targets if target)


def _compiled(document: str, created: date | None, language: str) -> bytes:
    import typst

    paper = typst.compile(
        _template(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"] if created is None else ["a-2a", "ua-1"],
        sys_inputs={"document": document, "look": _written(_look(created))},
    )
    return _said_to_be(language.encode(), paper)


def _said_to_be(language: bytes, paper: bytes) -> bytes:
    """The PDF with its language; the same length, as a PDF tells its parts by where they stand.

    The last place that looks like it is the one: what an office wrote stands before the catalogue of a PDF.
    """
    if len(language) != len(TYPESET_AS):
        raise ValueError(f"the language of a document is two letters such as th, not {language.decode()!r}")
    for said in _LANGUAGE_AT:
        before, found, after = paper.rpartition(said % TYPESET_AS.encode())
        if not found:
            raise RuntimeError(f"{said!r} is not in the PDF: this version of Typst says the language elsewhere")
        paper = before + said % language + after
    return paper


_compiled_for_both = lru_cache(maxsize=1)(_compiled)
"""Keeps the last long paper only: its DOCX asks for the pages of its PDF."""


def _written(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


@cache
def _fonts() -> "Fonts":
    """Sarabun, the space and Typst's own symbols; never what this machine happens to have."""
    from typst import Fonts

    folders = [str(font_folder()), str(space.FILE.parent)]
    return Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


@cache
def _template() -> bytes:
    return files("prongsai.papers").joinpath("official.typ").read_bytes()


def _look(created: date | None) -> dict[str, Any]:
    """The measures of `typography` in the words of the template."""
    return {
        "language": TYPESET_AS,
        "family": FAMILY,
        "symbol_family": SYMBOL_FAMILY,
        "space_family": space.FAMILY,
        "size": sarabun_size(measures.BODY_SIZE),
        "leading": round(LINE_HEIGHT_EM - TEXT_EDGES_EM, 3),
        "line": round(sarabun_size(measures.BODY_SIZE) * LINE_HEIGHT_EM, 2),
        "gap": measures.PARAGRAPH_GAP_PT,
        "left": measures.MARGIN_LEFT_CM,
        "right": measures.MARGIN_RIGHT_CM,
        "top": measures.MARGIN_TOP_CM,
        "bottom": measures.MARGIN_BOTTOM_CM,
        "first_line": measures.FIRST_LINE_CM,
        "list_indent": measures.LIST_INDENT_CM,
        "cell_padding": measures.CELL_PADDING_PT,
        "signing_lines": measures.SIGNING_LINES,
        "header_fill": f"#{measures.HEADER_FILL}",
        "group_fill": f"#{measures.GROUP_FILL}",
        "rule": f"#{measures.RULE}",
        "date": created and {"year": created.year, "month": created.month, "day": created.day},
    }

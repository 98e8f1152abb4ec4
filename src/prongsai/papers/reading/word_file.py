"""Reads a DOCX: paragraphs and tables in the order of the document, nothing run, nothing fetched."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from prongsai.papers.reading.found import SourceLine, Where
from prongsai.papers.reading.rows import cells_of, source_line
from prongsai.papers.reading.unreadable import LARGEST_BYTES, MEGABYTE, damaged, locked, too_large, wrong_kind

MAIN_PART = "word/document.xml"
LARGEST_UNPACKED = 4 * LARGEST_BYTES
LARGEST_XML = 40 * MEGABYTE
MOST_PARTS = 10_000
DEEPEST = 20
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING_WORDS = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DECLARATIONS = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "smartTag")}


def lines_of_docx(content: bytes) -> tuple[SourceLine, ...]:
    """Each paragraph and each row of a table as a line, counted from 1; a picture gives its words for the blind."""
    body = _main_part(content).find(f"{W}body")
    if body is None:
        raise damaged("DOCX")
    drawn = ((raw, cells) for raw, cells in _blocks(body, 0) if raw.strip())
    return tuple(source_line(Where(number), raw, cells) for number, (raw, cells) in enumerate(drawn, start=1))


def _main_part(content: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _parsed(packed, _main_entry(packed))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, EOFError, OSError, ValueError):
        raise damaged("DOCX") from None
    except RuntimeError:  # zipfile says so of an entry that is encrypted
        raise locked() from None


def _main_entry(packed: zipfile.ZipFile) -> zipfile.ZipInfo:
    entries = packed.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise too_large()
    main = next((entry for entry in entries if entry.filename == MAIN_PART), None)
    if main is None:
        raise wrong_kind()
    if main.file_size > LARGEST_XML:
        raise too_large()
    return main


def _parsed(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Any:  # noqa: ANN401
    """No part of a DOCX declares entities: one that does wants to be blown up or to fetch a file."""
    source = packed.read(entry)
    if any(declaration in source for declaration in _DECLARATIONS):
        raise damaged("DOCX")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(source, parser)


def _blocks(parent: Any, depth: int) -> Iterator[tuple[str, tuple[str, ...]]]:  # noqa: ANN401
    """Text and cells of each paragraph and row, in order; a table in a cell is read with its cell."""
    if depth > DEEPEST:
        return
    for child in parent:
        if child.tag == f"{W}p":
            text = _text(child)
            yield text, cells_of(text.replace("\n", " "))
            yield from (_picture_words(child))
        elif child.tag == f"{W}tbl":
            yield from _rows(child, depth + 1)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, depth + 1)


def _rows(table: Any, depth: int) -> Iterator[tuple[str, tuple[str, ...]]]:  # noqa: ANN401
    for row in table.iterchildren(f"{W}tr"):
        cells = tuple(text for cell in _cells(row) for text in _cell_places(cell, depth))
        yield "\t".join(cells), cells


def _cells(row: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _cell_places(cell: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    """A joined cell has its text in its first place and nothing in the others."""
    properties = cell.find(f"{W}tcPr")
    across, goes_on = 1, False
    if properties is not None:
        span, down = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
        across = int(span.get(f"{W}val", "1")) if span is not None else 1
        goes_on = down is not None and down.get(f"{W}val", "continue") == "continue"
    yield "" if goes_on else "\n".join(raw for raw, _ in _blocks(cell, depth) if raw.strip()).replace("\t", " ")
    yield from [""] * (min(across, DEEPEST * 3) - 1)


def _text(paragraph: Any) -> str:  # noqa: ANN401
    return "".join(_letters(paragraph))


def _letters(element: Any) -> Iterator[str]:  # noqa: ANN401
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag in {f"{W}br", f"{W}cr"}:
            yield "\n"
        elif child.tag not in {_FALLBACK, f"{W}pPr", f"{W}rPr", f"{W}del"}:
            yield from _letters(child)


def _picture_words(paragraph: Any) -> Iterator[tuple[str, tuple[str, ...]]]:  # noqa: ANN401
    for drawing in paragraph.iter(_DRAWING_WORDS):
        yield drawing.get("descr", ""), ()

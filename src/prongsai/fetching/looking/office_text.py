"""Reads the words of DOCX, XLSX, PPTX and OpenDocument: nothing run, nothing fetched, unpacked within bounds."""

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from prongsai.fetching.looking.bounds import MOST_ELEMENTS, MOST_LETTERS, MOST_PARTS, MOST_XML
from prongsai.fetching.looking.findings import Part, Passage, TextState, Where, Words

_PARTS = re.compile(
    r"word/(?:document|header\d+|footer\d+|footnotes)\.xml|xl/sharedStrings\.xml|xl/worksheets/sheet\d+\.xml"
    r"|ppt/slides/slide\d+\.xml|content\.xml"
)
_NUMBER = re.compile(r"(\d+)\.xml$")
_BLOCKS = frozenset({"p", "h", "si", "is", "row"})
_END = b"PK\x05\x06"
_END_FIELDS = struct.Struct("<4sHHHHIIH")
_LONGEST_END = 22 + 65535
LARGEST_LIST = 2 * 1024 * 1024
"""Bytes of the list of a ZIP's files: a list of a million would fill the memory before the first is read."""


class _TooMuchError(Exception):
    """The bounds are reached."""


def words_of_office(content: bytes) -> Words:
    """Paragraph by paragraph; slides and sheets are counted as pages."""
    if _list_size(content) > LARGEST_LIST:
        return Words(TextState.NOT_READ, is_cut=True)
    texts: dict[int | None, list[str]] = {}
    is_cut = False
    try:
        for page, text in _texts(content):
            texts.setdefault(page, []).append(text)
    except _TooMuchError:
        is_cut = True
    except RuntimeError:  # zipfile says so of an entry that is encrypted
        return Words(TextState.LOCKED)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, EOFError, OSError, ValueError):
        return Words(TextState.DAMAGED)
    passages = tuple(Passage(Where(Part.WORDS, page), "\n".join(lines)) for page, lines in texts.items())
    is_worded = any(passage.text.strip() for passage in passages)
    state = TextState.TEXT if is_worded else TextState.NOT_READ if is_cut else TextState.NO_WORDS
    return Words(state, passages, is_cut=is_cut)


def _texts(content: bytes) -> Iterator[tuple[int | None, str]]:
    bytes_left, letters_left = MOST_XML, MOST_LETTERS
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for entry in sorted(_entries(packed), key=_order):
            with packed.open(entry) as part:
                bounded = _Bounded(part, bytes_left)
                for text in _blocks(bounded):
                    letters_left -= len(text)
                    if letters_left < 0:
                        raise _TooMuchError
                    yield _order(entry)[0] or None, text
                bytes_left = bounded.left


def _entries(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = packed.infolist()
    if len(entries) > MOST_PARTS:
        raise _TooMuchError
    return [entry for entry in entries if _PARTS.fullmatch(entry.filename)]


def _order(entry: zipfile.ZipInfo) -> tuple[int, str]:
    """Slides and sheets by their number; everything else stands before them."""
    found = _NUMBER.search(entry.filename)
    return (int(found[1]) if found and "/s" in entry.filename else 0, entry.filename)


class _Bounded:
    """A file that can be read up to a bound: what it says of its size is not believed."""

    def __init__(self, part: IO[bytes], left: int) -> None:
        self._part, self.left = part, left

    def read(self, size: int) -> bytes:
        piece = self._part.read(max(1, size))
        self.left -= len(piece)
        if self.left < 0:
            raise _TooMuchError
        return piece


def _blocks(part: _Bounded) -> Iterator[str]:
    """The text of each paragraph, cell text or row; what is read is let go. No part of an office file has a DOCTYPE."""
    reader: Any = etree.iterparse(
        part, events=("end", "start"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    for count, (event, element) in enumerate(reader):
        if count > MOST_ELEMENTS:
            raise _TooMuchError
        if event == "start":
            if element.getparent() is None and element.getroottree().docinfo.doctype:
                raise ValueError("an office file that declares entities")
            continue
        if isinstance(element.tag, str) and etree.QName(element).localname in _BLOCKS:
            text = _text(element)
            if text.strip():
                yield text
            element.clear()


def _text(block: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Runs follow each other without a space, cells with one; a number that points at a shared text is none."""
    name = etree.QName(block).localname
    if name == "row":
        return " ".join(_cells(block))
    return "".join(block.itertext())


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401
    for cell in row:
        if cell.get("t") != "s":
            yield "".join(cell.itertext("{*}v", "{*}t"))


def _list_size(content: bytes) -> int:
    """Bytes of the list of files, as the end of a ZIP states it; 0 where there is no end."""
    tail = content[-_LONGEST_END:]
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_FIELDS.size:
        return 0
    return int(_END_FIELDS.unpack_from(tail, at)[5])

"""What a file is by its bytes, whatever its name or its server say."""

import re
from enum import StrEnum
from mmap import mmap
from typing import Final


class Kind(StrEnum):
    """A kind of file; the values are media types."""

    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    LOCKED_OFFICE = "application/x-ole-encrypted"
    DOC = "application/msword"
    XLS = "application/vnd.ms-excel"
    PPT = "application/vnd.ms-powerpoint"
    RTF = "application/rtf"
    JPG = "image/jpeg"
    PNG = "image/png"
    GIF = "image/gif"
    WEBP = "image/webp"
    TIFF = "image/tiff"
    ZIP = "application/zip"
    RAR = "application/vnd.rar"
    SEVEN_ZIP = "application/x-7z-compressed"
    XML = "application/xml"
    JSON = "application/json"
    TEXT = "text/plain"
    EMPTY = "application/x-empty"
    UNKNOWN = "application/octet-stream"

    @property
    def is_picture(self) -> bool:
        """Whether letters in it can be seen and not read."""
        return self in {Kind.JPG, Kind.PNG, Kind.GIF, Kind.WEBP, Kind.TIFF}


HEAD: Final = 64 * 1024
"""Bytes from the start that tell a kind apart."""
TAIL: Final = 1024 * 1024
"""Bytes from the end in which a ZIP lists its files."""

_STARTS: Final = (
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPG),
    (b"GIF8", Kind.GIF),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"Rar!\x1a\x07", Kind.RAR),
    (b"7z\xbc\xaf\x27\x1c", Kind.SEVEN_ZIP),
    (b"{\\rtf", Kind.RTF),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
)
_ANY_START: Final = tuple(start for start, _ in _STARTS)
_FIRST: Final = 64
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
_ZIPPED: Final = (
    (b"word/document.xml", Kind.DOCX),
    (b"xl/workbook.", Kind.XLSX),
    (b"ppt/presentation.xml", Kind.PPTX),
)
_OPEN_DOCUMENT: Final = {
    b"mimetypeapplication/vnd.oasis.opendocument.text": Kind.ODT,
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
}
_IN_OLE: Final = (
    ("EncryptedPackage", Kind.LOCKED_OFFICE),
    ("WordDocument", Kind.DOC),
    ("PowerPoint Document", Kind.PPT),
    ("Workbook", Kind.XLS),
    ("Book", Kind.XLS),
)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|script|div|table|!--)", re.IGNORECASE)
_WHERE_MARKUP_STANDS: Final = 4096
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def kind_at_start(head: bytes) -> Kind:
    """The kind as far as the first bytes tell it: an office file is still `ZIP`, an old one `DOC`."""
    if not head[:_FIRST].strip() and not head.strip():
        return Kind.EMPTY
    if head.startswith(_OLE):
        return Kind.DOC
    if _PDF in head[:_PDF_WITHIN]:
        return Kind.PDF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Kind.WEBP
    if head.startswith(_ANY_START):
        return next(kind for start, kind in _STARTS if head.startswith(start))
    return _kind_of_text(head)


def kind_of(head: bytes, tail: bytes, inner: bytes | bytearray | mmap) -> Kind:
    """The kind of a whole file: its first `HEAD` and last `TAIL` bytes, and `inner`, all of it if it is an OLE file."""
    first = kind_at_start(head)
    if first is Kind.ZIP:
        return _kind_of_zip(head, tail)
    if head.startswith(_OLE):
        return next((kind for name, kind in _IN_OLE if inner.find(name.encode("utf-16-le")) >= 0), Kind.UNKNOWN)
    return first


def is_ole(head: bytes) -> bool:
    """Whether it is a file of the old Office, whose kind stands anywhere inside."""
    return head.startswith(_OLE)


def _kind_of_zip(head: bytes, tail: bytes) -> Kind:
    """By the names in the list at the end; OpenDocument says it in its first entry."""
    for mark, kind in _OPEN_DOCUMENT.items():
        if mark in head[:256]:
            return kind
    return next((kind for name, kind in _ZIPPED if name in tail), Kind.ZIP)


def _kind_of_text(head: bytes) -> Kind:
    start = head[:_WHERE_MARKUP_STANDS].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _MARKUP.search(start):
        return Kind.HTML
    if start.startswith(b"<?xml"):
        return Kind.XML
    if not head.startswith(_BYTE_ORDER_MARKS) and _CONTROL.search(head):
        return Kind.UNKNOWN
    return Kind.JSON if start[:1] in {b"{", b"["} else Kind.TEXT

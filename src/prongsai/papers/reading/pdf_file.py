"""Reads a PDF with a text layer through PDFium: letters where they stand, and the drawn lines of its tables."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from prongsai.papers.reading.drawn_lines import strokes_of
from prongsai.papers.reading.found import SourceLine
from prongsai.papers.reading.grids import find_grids
from prongsai.papers.reading.opened import Opened
from prongsai.papers.reading.page_lines import Piece, lines_of_page
from prongsai.papers.reading.scanning import ScanError, lines_of_scan, scanning_is_possible
from prongsai.papers.reading.unreadable import MOST_PAGES, UnreadableError, damaged, empty, locked, too_long

FEWEST_LETTERS = 12
DEEPEST_FORM = 5
SPACE = 0x20
SURROGATES = range(0xD800, 0xE000)


def open_pdf(content: bytes) -> Opened:
    """All pages; a page that is only a picture goes to the reader of scans where the machine has one."""
    document = _document(content)
    try:
        if len(document) > MOST_PAGES:
            raise too_long()
        return _read(document)
    finally:
        document.close()


def _document(content: bytes) -> Any:  # noqa: ANN401 - the library has no types
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower() or "security" in str(problem).lower():
            raise locked() from None
        raise damaged("PDF") from None


def _read(document: Any) -> Opened:  # noqa: ANN401
    lines: list[SourceLine] = []
    guessed, unread = set[int](), list[int]()
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        found = _lines_of_text_layer(page, number)
        if sum(len(line.text) for line in found) >= FEWEST_LETTERS or not _has_picture(page):
            lines += found
            continue
        try:
            lines += lines_of_scan(page, number)
            guessed.add(number)
        except ScanError:
            lines += found
            unread.append(number)
    if unread and not lines:
        raise _only_pictures()
    if not lines and not guessed:
        raise empty()
    return Opened(tuple(lines), frozenset(guessed), tuple(unread))


def _only_pictures() -> UnreadableError:
    if scanning_is_possible():
        return UnreadableError(
            "อ่านตัวหนังสือในภาพสแกนไม่ได้ ให้สแกนใหม่ให้คมชัด หรือใช้ไฟล์ .docx",
            "the letters of this scan cannot be read; scan it again more sharply, or bring the .docx",
        )
    return UnreadableError(
        "เป็น PDF ที่สแกนเป็นภาพ ต้องติดตั้งโปรแกรม Tesseract พร้อมภาษาไทย (tesseract-ocr, tesseract-ocr-tha) "
        "หรือใช้ไฟล์ .docx แทน",
        "this PDF is a scan; install Tesseract with Thai (tesseract-ocr, tesseract-ocr-tha), or bring the .docx",
    )


def _lines_of_text_layer(page: Any, number: int) -> list[SourceLine]:  # noqa: ANN401
    height = page.get_height()
    pieces = list(_pieces(page, height))
    return lines_of_page(pieces, find_grids(strokes_of(page, height)), number) if pieces else []


def _pieces(page: Any, height: float) -> Iterator[Piece]:  # noqa: ANN401
    """Every letter with its box; spaces that PDFium put in between are only noted."""
    text = page.get_textpage()
    apart = False
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1:
            apart = apart or code == SPACE
        elif code and code not in SURROGATES:
            left, bottom, right, top = text.get_charbox(index, loose=True)
            x, base = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text, index, x, base)
            yield Piece(chr(code), left, right, height - base.value, top - bottom, apart)
            apart = False


def _has_picture(page: Any) -> bool:  # noqa: ANN401
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST_FORM))

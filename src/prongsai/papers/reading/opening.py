"""Opens a document by what it is, not by its name: text, DOCX, PDF, a scanned PDF."""

import stat
from pathlib import Path

from prongsai.papers.reading.opened import Opened
from prongsai.papers.reading.rows import lines_of_text
from prongsai.papers.reading.unreadable import (
    LARGEST_BYTES,
    MOST_LETTERS,
    MOST_LINES,
    UnreadableError,
    empty,
    locked,
    too_large,
    too_long,
    wrong_kind,
)

ZIP_MAGIC = b"PK"
PDF_MAGIC = b"%PDF-"
OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
RTF_MAGIC = b"{\\rtf"
PDF_MAGIC_WITHIN = 1024
FEW_UNPRINTABLE = 0.02


def open_document(path: Path) -> Opened:
    """Read a file from disk; raises `UnreadableError`."""
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            raise UnreadableError(
                "เป็นโฟลเดอร์หรือสิ่งที่ไม่ใช่ไฟล์ธรรมดา ให้ระบุชื่อไฟล์", "this is a folder or no plain file; name a file"
            )
        if kind.st_size > LARGEST_BYTES:
            raise too_large()
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(
            "ไม่พบไฟล์นี้ ให้ตรวจชื่อและโฟลเดอร์", "there is no such file; check its name and folder"
        ) from None
    except (OSError, ValueError):
        raise UnreadableError(
            "เปิดไฟล์ไม่ได้ ให้ตรวจสิทธิ์การอ่าน", "the file cannot be opened; check that you may read it"
        ) from None
    return open_content(content)


def open_content(content: bytes) -> Opened:
    """Read a file's bytes; raises `UnreadableError`."""
    if len(content) > LARGEST_BYTES:
        raise too_large()
    if not content.strip():
        raise empty()
    opened = _opened(content)
    if not opened.unread_pages and not any(line.text for line in opened.lines):
        raise empty()
    return opened


def _opened(content: bytes) -> Opened:
    if content.startswith(OLE_MAGIC):
        raise _old_word(content)
    if PDF_MAGIC in content[:PDF_MAGIC_WITHIN]:
        from prongsai.papers.reading.pdf_file import open_pdf

        return open_pdf(content)
    if content.startswith(ZIP_MAGIC):
        from prongsai.papers.reading.word_file import lines_of_docx

        return Opened(lines_of_docx(content))
    return Opened(lines_of_text(_decoded(content)))


def _old_word(content: bytes) -> UnreadableError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return locked()
    return UnreadableError(
        "เป็นไฟล์ Word รุ่นเก่า (.doc) ให้เปิดใน Word แล้วบันทึกเป็น .docx",
        "this is an old Word file (.doc); open it in Word and save it as .docx",
    )


def _decoded(content: bytes) -> str:
    """Text in UTF-8, UTF-16 or Windows-874; what holds control codes or is markup of another program is none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp874")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text) > MOST_LETTERS or text.count("\n") > MOST_LINES:
            raise too_long()
        if _is_text(text):
            return text
    raise wrong_kind()


def _is_text(text: str) -> bool:
    if "\0" in text or text.startswith(RTF_MAGIC.decode()):
        return False
    odd = sum(1 for letter in text if (letter < " " and letter not in "\t\n\r\f\v") or "\x7f" <= letter <= "\x9f")
    return odd <= len(text) * FEW_UNPRINTABLE

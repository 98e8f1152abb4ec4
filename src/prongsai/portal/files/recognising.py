"""Recognises a file by what is in it, never by its name. Pure."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

LARGEST = 10 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
LONGEST_NAME = 120
OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class FileType:
    """A type of file that is taken in."""

    media_type: str
    ending: str
    is_picture: bool = False


PDF = FileType("application/pdf", ".pdf")
PNG = FileType("image/png", ".png", is_picture=True)
JPEG = FileType("image/jpeg", ".jpg", is_picture=True)
WEBP = FileType("image/webp", ".webp", is_picture=True)
DOCX = FileType(f"{OFFICE}wordprocessingml.document", ".docx")
XLSX = FileType(f"{OFFICE}spreadsheetml.sheet", ".xlsx")

HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}

BY_BEGINNING = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
BY_PART = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX))


def recognise(content: bytes) -> FileType | None:
    """The type that the bytes show; `None` for anything else, such as programs, SVG, documents with macros, bombs."""
    for beginning, kind in BY_BEGINNING:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return _office_type(content) if content.startswith(b"PK\x03\x04") else None


def is_heic(content: bytes) -> bool:
    """Whether it is the kind of picture that some phones take and few programs open."""
    return content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS


def safe_name(name: str, kind: FileType) -> str:
    """The file's own name without folders or control characters, ending as its content says."""
    plain = "".join(letter for letter in name.replace("\\", "/") if letter.isprintable())
    path = PurePath(plain.split("/")[-1])
    stem = path.stem if path.suffix.lower() in {kind.ending, ".jpeg"} else path.name
    return f"{stem[:LONGEST_NAME].strip(' .') or 'file'}{kind.ending}"


def _office_type(content: bytes) -> FileType | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST_UNPACKED:
                return None
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    return next((kind for part, kind in BY_PART if part in names and "[Content_Types].xml" in names), None)

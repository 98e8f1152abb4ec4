"""Papers as bytes: a draft to look at, or the two files of a version."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from prongsai.papers.content import Document, plain_text

Format = Literal["pdf", "docx"]
DRAFT = "ร่าง ยังไม่ได้รับอนุมัติ"


@dataclass(frozen=True, slots=True)
class Files:
    """The same paper in both formats."""

    pdf: bytes
    docx: bytes


def rendered_file(document: Document, file_format: Format, *, on: date) -> bytes:
    """One format; the typesetter is large, so it is imported late."""
    from prongsai.papers.plan_tables import rendered

    return rendered(document, format=file_format, written_on=on)


def both_files(document: Document, *, on: date) -> Files:
    """Both formats."""
    return Files(rendered_file(document, "pdf", on=on), rendered_file(document, "docx", on=on))


def as_draft(document: Document) -> Document:
    """The document with a line under each page that says that nobody approved it."""
    footer = plain_text(document.footer)
    return replace(document, footer=f"{DRAFT} · {footer}" if footer else DRAFT)

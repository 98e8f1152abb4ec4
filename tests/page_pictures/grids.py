"""A page as a grid of digits: 0 is white paper, 9 is as dark as print gets; and its text."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image

LONG_SIDE, SHORT_SIDE = 24, 16
PIXELS_PER_POINT = 0.5
DARKEST = 0.30
"""Share of ink in a part of a page that counts as 9: text in a table has some 0.15."""

SLIGHT = 1
MOST_MOVED = 3
"""Parts of a page that may differ by more than `SLIGHT`, as another version of the drawing library may draw a letter."""


@dataclass(frozen=True)
class Page:
    """A page's ink, row by row, and its words with single spaces."""

    ink: tuple[str, ...]
    text: str

    @property
    def told(self) -> str:
        """The text, or of a long one its length, check sum and ends."""
        if len(self.text) <= 400:
            return self.text
        known = hashlib.sha256(self.text.encode()).hexdigest()[:12]
        return f"{len(self.text)} letters {known}: {self.text[:60]} … {self.text[-60:]}"


def pages_of(pdf: bytes) -> list[Page]:
    """Every page of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [Page(_ink(page), _text(page)) for page in document]


def _ink(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    drawn = page.render(scale=PIXELS_PER_POINT, grayscale=True).to_pil().convert("L")
    upright = drawn.height >= drawn.width
    size = (SHORT_SIDE, LONG_SIDE) if upright else (LONG_SIDE, SHORT_SIDE)
    small = drawn.resize(size, Image.Resampling.BOX)
    return tuple(
        "".join(str(min(9, round((1 - small.getpixel((x, y)) / 255) / DARKEST * 9))) for x in range(size[0]))
        for y in range(size[1])
    )


def _text(page: pypdfium2.PdfPage) -> str:
    return re.sub(r"\s+", " ", page.get_textpage().get_text_range()).strip()


def written(pages: Sequence[Page]) -> str:
    """All pages as the text that is kept."""
    return "".join(
        f"page {number}\n{page.told}\n" + "\n".join(page.ink) + "\n\n" for number, page in enumerate(pages, 1)
    )


def read(kept: str) -> list[Page]:
    """Pages that were kept; the text is as `told` gave it."""
    pages = []
    for block in kept.strip().split("\n\n"):
        _, told, *ink = block.split("\n")
        pages.append(Page(tuple(ink), told))
    return pages


def differences(kept: Sequence[Page], now: Sequence[Page]) -> Iterator[str]:
    """What moved, page by page, in words and side by side; nothing where all is as it was."""
    if len(kept) != len(now):
        yield f"it had {len(kept)} pages and has {len(now)}"
    for number, (was, page) in enumerate(zip(kept, now, strict=False), 1):
        if was.text != page.told:
            yield f"page {number} said\n  {was.text}\nand says\n  {page.told}"
        rows = [at for at in range(max(len(was.ink), len(page.ink))) if _moved(was.ink, page.ink, at)]
        if sum(_moved(was.ink, page.ink, at) for at in rows) > MOST_MOVED:
            yield f"page {number} looks different in rows {rows[0] + 1} to {rows[-1] + 1} (was | is)\n" + "\n".join(
                f"  {_row(was.ink, at)} | {_row(page.ink, at)}" for at in rows
            )


def _row(ink: Sequence[str], at: int) -> str:
    return ink[at] if at < len(ink) else ""


def _moved(was: Sequence[str], now: Sequence[str], at: int) -> int:
    """How many parts of a row differ by more than slightly."""
    old, new = _row(was, at), _row(now, at)
    if len(old) != len(new):
        return max(len(old), len(new))
    return sum(abs(int(a) - int(b)) > SLIGHT for a, b in zip(old, new, strict=True))

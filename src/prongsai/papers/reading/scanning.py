"""Reads a page that is a picture: Tesseract reads the letters, the ruled lines give the table, all on this machine."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from prongsai.papers.reading.found import SourceLine
from prongsai.papers.reading.grids import find_grids
from prongsai.papers.reading.page_lines import Piece, lines_of_page
from prongsai.papers.reading.ruled_pictures import strokes_of_picture, without_strokes

PROGRAM = "tesseract"
LANGUAGES = ("tha", "eng")
DOTS_PER_POINT = 300 / 72
LARGEST_DOTS = 40_000_000
SECONDS_A_PAGE = 120
LEAST_CONFIDENCE = 20.0
WORD = "5"


class ScanError(Exception):
    """The page could not be read: there is no reader, it has no Thai, or it gave up."""


def scanning_is_possible() -> bool:
    """Whether the machine has Tesseract with Thai."""
    return _program() is not None


def lines_of_scan(page: Any, number: int) -> list[SourceLine]:  # noqa: ANN401 - the library has no types
    """The lines of a page's picture; raises `ScanError`."""
    program = _program()
    if program is None:
        raise ScanError("no reader")
    picture = _picture(page)
    dots = picture.width / page.get_width()
    strokes = strokes_of_picture(picture, dots)
    pieces = list(_pieces(_read(program, without_strokes(picture, strokes, dots)), dots))
    if not pieces:
        raise ScanError("no letters")
    return lines_of_page(pieces, find_grids(strokes), number)


def _picture(page: Any) -> Image.Image:  # noqa: ANN401
    wide, high = page.get_width(), page.get_height()
    scale = min(DOTS_PER_POINT, (LARGEST_DOTS / max(1.0, wide * high)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    return picture


def _read(program: str, picture: Image.Image) -> str:
    """Tesseract's table of words; it is given a file of its own and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.png"
        picture.save(file)
        command = [program, str(file), "stdout", "-l", "+".join(LANGUAGES), "--psm", "6", "tsv"]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            ended = subprocess.run(  # noqa: S603 - the program is looked up on the path, the file is our own
                command, capture_output=True, timeout=SECONDS_A_PAGE, check=False, env=environment
            )
        except (OSError, subprocess.TimeoutExpired):
            raise ScanError("the reader gave up") from None
    if ended.returncode != 0:
        raise ScanError("the reader gave up")
    return ended.stdout.decode("utf-8", errors="replace")


def _pieces(table: str, dots: float) -> Iterator[Piece]:
    """The words with their boxes in points."""
    for line in table.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) < 12 or fields[0] != WORD or not fields[11].strip():  # noqa: PLR2004 - Tesseract's twelve columns
            continue
        if float(fields[10]) < LEAST_CONFIDENCE:
            continue
        left, top, wide, high = (int(field) / dots for field in fields[6:10])
        yield Piece(fields[11], left, left + wide, top + high, high)


@cache
def _program() -> str | None:
    """Where Tesseract is, if it knows Thai."""
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=30, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    known = (listed.stdout + listed.stderr).decode("utf-8", errors="replace").split()
    return program if set(LANGUAGES) <= set(known) else None

"""Keeps the pictures anew, after they were looked at: `.venv/bin/python -m tests.page_pictures`; says what moved."""

import sys
from pathlib import Path

from tests.page_pictures.grids import differences, pages_of, read, written
from tests.page_pictures.papers import SIZES, WRITERS, pdf_of

KEPT = Path(__file__).parent / "kept"


def main() -> None:
    """Draw every paper and write over what was kept."""
    KEPT.mkdir(exist_ok=True)
    for paper in WRITERS:
        for size in SIZES:
            file, pages = KEPT / f"{paper}-{size}.txt", pages_of(pdf_of(paper, size))
            moved = list(differences(read(file.read_text("utf-8")), pages)) if file.exists() else ["new"]
            for one in moved:
                sys.stdout.write(f"{file.name}: {one}\n")
            file.write_text(written(pages), "utf-8")


if __name__ == "__main__":
    main()

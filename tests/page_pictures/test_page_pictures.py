"""Every page says and looks as it did when somebody looked at it.

What moved is shown as rows of digits: 0 is white, 9 is dark. When it is meant to be so, look at the paper and keep the
pictures anew with `.venv/bin/python -m tests.page_pictures`.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.page_pictures.grids import Page, differences, pages_of, read, written
from tests.page_pictures.papers import SIZES, WRITERS, pdf_of

KEPT = Path(__file__).parent / "kept"
RENEW = "look at it, and if it is meant to be so: .venv/bin/python -m tests.page_pictures"


@pytest.mark.parametrize("paper", WRITERS)
@pytest.mark.parametrize("size", SIZES)
def test_a_paper_says_and_looks_as_it_did(paper, size):
    kept = read((KEPT / f"{paper}-{size}.txt").read_text("utf-8"))
    moved = list(differences(kept, pages_of(pdf_of(paper, size))))
    assert not moved, f"{paper}, {size}:\n" + "\n".join(moved) + f"\n{RENEW}"


def test_nothing_is_kept_of_papers_that_are_gone():
    assert {path.stem for path in KEPT.iterdir()} == {f"{paper}-{size}" for paper in WRITERS for size in SIZES}


@pytest.fixture
def page():
    return Page(("0000", "0550", "0550", "0000"), "คะแนนรวม ๙๗.๐๐")


def test_what_is_kept_reads_back(page):
    [back] = read(written([page]))
    assert list(differences([back], [page])) == []


def test_a_shade_more_or_less_is_nothing(page):
    assert list(differences([page], [replace(page, ink=("0010", "0650", "0540", "0000"))])) == []


def test_a_line_that_moved_is_shown_beside_what_was(page):
    [said] = differences([page], [replace(page, ink=("0000", "0000", "0550", "0550"))])
    assert said.startswith("page 1 looks different in rows 2 to 4 (was | is)")
    assert "0550 | 0000" in said


def test_other_words_and_other_pages_are_told(page):
    said = list(differences([page], [replace(page, text="คะแนนรวม ๗๙.๐๐"), page]))
    assert said[0] == "it had 1 pages and has 2"
    assert "คะแนนรวม ๙๗.๐๐" in said[1]
    assert "คะแนนรวม ๗๙.๐๐" in said[1]


def test_a_page_that_lies_otherwise_is_another_page(page):
    turned = replace(page, ink=("00000000", "05505500"))
    assert any("looks different" in one for one in differences([page], [turned]))

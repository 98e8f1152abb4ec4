"""LibreOffice opens every DOCX and shows all of it; only where it is installed."""

import re
import shutil
import subprocess

import docx
import pypdfium2
import pytest

from tests.page_pictures.papers import SIZES, WRITERS

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.xdist_group("libreoffice"),
]
LETTERS_OF_A_NUMBER = 3
BEGINNING = 10
PAPERS = [(paper, size) for paper in WRITERS for size in SIZES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Every DOCX and the PDF that LibreOffice makes of it, by one start of LibreOffice."""
    place = tmp_path_factory.mktemp("libreoffice")
    for paper, size in PAPERS:
        (place / f"{paper}-{size}.docx").write_bytes(WRITERS[paper](size, format="docx", digits="thai"))
    files = [str(path) for path in sorted(place.glob("*.docx"))]
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return place


def bare(text):
    """Letters and digits without vowels and marks, which fonts write in an order of their own."""
    return re.sub("[^ก-ฮA-Za-z0-9๐-๙]", "", text)


@pytest.mark.parametrize(("paper", "size"), PAPERS)
def test_libreoffice_shows_every_word_and_no_empty_page(folder, paper, size):
    with pypdfium2.PdfDocument(folder / f"{paper}-{size}.pdf") as pages:
        said = [bare(page.get_textpage().get_text_range()) for page in pages]
    assert all(len(page) > LETTERS_OF_A_NUMBER for page in said), f"empty pages: {[len(page) for page in said]}"
    printed = "".join(said)
    document = docx.Document(str(folder / f"{paper}-{size}.docx"))
    lines = {bare(paragraph.text)[:BEGINNING] for paragraph in document.paragraphs}
    lines |= {bare(cell.text)[:BEGINNING] for table in document.tables for cell in table._cells}
    assert not [line for line in lines if line not in printed]

import io

import pypdfium2
import pytest
from PIL import Image

from prongsai.papers.reading import scanning
from prongsai.papers.reading.opening import open_content
from prongsai.papers.reading.unreadable import MOST_PAGES, UnreadableError

LOCKED = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>
%%%%EOF""" % (b"41" * 32, b"42" * 32)
TEXT = """BT /F 12 Tf 1 0 0 1 20 170 Tm (ITA 2568) Tj ET
BT /F 12 Tf 1 0 0 1 25 135 Tm (i1) Tj ET
BT /F 12 Tf 1 0 0 1 125 135 Tm (92.41) Tj ET
BT /F 12 Tf 1 0 0 1 25 115 Tm (i2) Tj ET
BT /F 12 Tf 1 0 0 1 125 115 Tm (88.17) Tj ET
"""
RULES = "".join(f"20 {y} m 180 {y} l S\n" for y in (110, 130, 150))
RULES += "".join(f"{x} 110 m {x} 150 l S\n" for x in (20, 120, 180))


def pdf(stream):
    """One page of 200 × 200 points, drawn by `stream` in Helvetica."""
    drawn = stream.encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    numbered = b"".join(b"%d 0 obj%sendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


def saved(document):
    target = io.BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


def blank(pages):
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(100, 100)
    return saved(document)


def picture():
    target = io.BytesIO()
    Image.new("RGB", (120, 80), "white").save(target, "PDF")
    return target.getvalue()


def refusal(content):
    with pytest.raises(UnreadableError) as raised:
        open_content(content)
    return raised.value


@pytest.fixture(autouse=True)
def no_reader_of_scans(monkeypatch):
    monkeypatch.setattr(scanning, "_program", lambda: None)


def test_a_ruled_table_gives_rows_with_cells():
    lines = open_content(pdf(TEXT + RULES)).lines
    assert [line.cells or line.text for line in lines] == ["ITA 2568", ("i1", "92.41"), ("i2", "88.17")]
    assert str(lines[1].where) == "page 1, line 2"


def test_a_page_without_ruled_lines_gives_its_text():
    assert [line.text.split() for line in open_content(pdf(TEXT)).lines][1] == ["i1", "92.41"]


def test_a_locked_pdf_is_said_to_be_locked():
    assert "รหัสผ่าน" in refusal(LOCKED).th


def test_a_pdf_of_too_many_pages_is_refused():
    assert str(MOST_PAGES) in refusal(blank(MOST_PAGES + 1)).th


def test_a_pdf_of_empty_pages_is_empty():
    assert "ว่าง" in refusal(blank(2)).th


def test_a_damaged_pdf_is_said_to_be_damaged():
    assert "เสีย" in refusal(b"%PDF-1.4\n1 0 obj\n<<").th


def test_a_scan_without_its_reader_says_what_to_install():
    said = refusal(picture())
    assert "tesseract-ocr-tha" in said.th
    assert "tesseract-ocr-tha" in said.en


def test_a_scan_whose_letters_cannot_be_read_asks_for_a_sharper_one(monkeypatch):
    monkeypatch.setattr(scanning, "_program", lambda: "/nowhere/tesseract")
    assert "คมชัด" in refusal(picture()).th


def test_a_page_that_is_a_picture_is_told_beside_the_pages_that_were_read():
    joined = pypdfium2.PdfDocument.new()
    joined.import_pages(pypdfium2.PdfDocument(pdf(TEXT)))
    joined.import_pages(pypdfium2.PdfDocument(picture()))
    opened = open_content(saved(joined))
    assert opened.unread_pages == (2,)
    assert opened.lines[0].text == "ITA 2568"

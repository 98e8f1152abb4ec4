"""The shelf shows each seat the papers that it may take, and every paper can be taken."""

import io
import re
from datetime import date
from decimal import Decimal

import docx
import pypdfium2
import pytest

from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument

SHELF = "/office/town/documents/"
TEN = "96.30 96.50 99.46 94.48 96.09 95.25 93.25 91.73 100 100"


@pytest.fixture
def result(publish, agency):
    """The result of 2568 of the cast's agency."""
    return publish(code=agency.code, year=2568, figures=TEN, name_th=agency.name_th, type=agency.type)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def words(response):
    content = response.getvalue()
    if response["Content-Type"] == "application/pdf":
        pages = pypdfium2.PdfDocument(content)
        return squeezed(" ".join(page.get_textpage().get_text_range() for page in pages))
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeezed("\n".join([paragraph.text for paragraph in document.paragraphs] + cells))

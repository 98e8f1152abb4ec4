import json

import pytest

from prongsai.papers.content import Document, Heading, Paragraph, Section
from prongsai.papers.typst_source import Place, block_data, document_data


def test_heading_depths_never_skip_for_the_reader():
    blocks = (Heading("ก", 3), Heading("ข", 3), Heading("ค", 1), Heading("ง", 3))
    data = document_data(Document("ก", (Section(blocks),)))
    assert [block["depth"] for block in data["sections"][0]["blocks"]] == [1, 2, 1, 2]


def test_a_text_travels_as_pieces_in_the_documents_digits():
    data = block_data(Paragraph("ปี พ.ศ. 2568 ดี"), Place("thai", 400))
    assert data["text"][0]["pieces"] == ("ปี พ.ศ. ๒๕๖๘ ดี",)


def test_all_of_it_can_be_written_as_json():
    assert json.dumps(document_data(Document("ก", ())))


def test_what_is_not_a_block_is_refused():
    with pytest.raises(TypeError, match="str is not a block"):
        block_data("ก", Place("thai", 400))

import io
import zipfile

import docx
import pytest

from prongsai.papers.reading.opening import open_content
from prongsai.papers.reading.unreadable import UnreadableError
from prongsai.papers.reading.word_file import LARGEST_UNPACKED, LARGEST_XML, MOST_PARTS

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
MEGABYTE = b"\0" * 1_000_000


def packed(xml, parts=()):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def body(inner):
    return packed(f"<w:document {W} {DRAWING}><w:body>{inner}</w:body></w:document>")


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def lines(content):
    return open_content(content).lines


def refusal(content):
    with pytest.raises(UnreadableError) as raised:
        open_content(content)
    return raised.value.en


def test_tables_stand_where_the_document_has_them():
    document = docx.Document()
    document.add_paragraph("ก่อน")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "การใช้อำนาจ", "๙๓.๗๑"
    document.add_paragraph("หลัง")
    target = io.BytesIO()
    document.save(target)
    assert [line.cells or line.text for line in lines(target.getvalue())] == ["ก่อน", ("การใช้อำนาจ", "๙๓.๗๑"), "หลัง"]


def test_a_cell_joined_across_keeps_the_places_of_the_others():
    wide = cell("รวม", '<w:gridSpan w:val="2"/>')
    (line,) = lines(body(f"<w:tbl><w:tr>{wide}{cell('90.00')}</w:tr></w:tbl>"))
    assert line.cells == ("รวม", "", "90.00")


def test_a_cell_joined_downwards_is_said_once():
    first, second = cell("8", '<w:vMerge w:val="restart"/>'), cell("8", "<w:vMerge/>")
    table = f"<w:tbl><w:tr>{first}{cell('ก')}</w:tr><w:tr>{second}{cell('ข')}</w:tr></w:tbl>"
    assert [line.cells for line in lines(body(table))] == [("8", "ก"), ("", "ข")]


def test_breaks_tabs_and_controls_of_word_are_read():
    run = "<w:p><w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t></w:r><w:del><w:r><w:t>ลบ</w:t></w:r></w:del></w:p>"
    inside = f"<w:sdt><w:sdtContent>{paragraph('ในช่อง')}</w:sdtContent></w:sdt>"
    assert [line.raw for line in lines(body(run + inside))] == ["ก\tข", "ในช่อง"]


def test_paragraphs_of_a_cell_stay_apart():
    two = f"<w:tc>{paragraph('ข้อแรก')}{paragraph('ข้อสอง')}</w:tc>"
    (line,) = lines(body(f"<w:tbl><w:tr>{two}{cell('x')}</w:tr></w:tbl>"))
    assert line.cells == ("ข้อแรก\nข้อสอง", "x")


def test_a_picture_gives_its_words_for_the_blind():
    picture = '<w:p><w:r><w:drawing><wp:docPr descr="ตัวชี้วัดที่ 1 ได้ 92.10 คะแนน"/></w:drawing></w:r></w:p>'
    assert [line.text for line in lines(body(picture))] == ["ตัวชี้วัดที่ 1 ได้ 92.10 คะแนน"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("entity", ['"&b;&b;&b;"', 'SYSTEM "file:///etc/hostname"'])
def test_entities_are_never_opened(encoding, entity):
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY b "b"><!ENTITY a {entity}>]>'
        f"<w:document {W}><w:body>{paragraph('&a;')}</w:body></w:document>"
    )
    assert "damaged" in refusal(packed(xml.encode(encoding)))


def test_a_file_that_swells_on_unpacking_is_refused_before_it_does():
    pictures = [(f"word/media/{n}.bin", MEGABYTE * 50) for n in range(LARGEST_UNPACKED // (50 * len(MEGABYTE)) + 1)]
    assert "50 MB" in refusal(packed("<x/>", pictures))


def test_a_text_that_swells_on_unpacking_is_refused():
    assert "50 MB" in refusal(packed(b" " * (LARGEST_XML + 1)))


def test_a_file_of_countless_parts_is_refused():
    assert "50 MB" in refusal(packed("<x/>", [(f"a{n}", b"") for n in range(MOST_PARTS)]))


def test_endless_nesting_ends():
    deep = "<w:tbl><w:tr><w:tc>" * 60 + paragraph("ก้น") + "</w:tc></w:tr></w:tbl>" * 60
    assert [line.text for line in lines(body(paragraph("บน") + deep))] == ["บน"]


def test_a_locked_entry_is_a_locked_file():
    content = bytearray(body(paragraph("ก")))
    content[content.find(b"PK\x03\x04") + 6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusal(bytes(content))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (body(paragraph("ก"))[:-30], "damaged"),
        (packed("<w:document>"), "damaged"),
        (packed(f"<w:document {W}/>"), "damaged"),
        (body(""), "empty"),
        (body(paragraph(" ")), "empty"),
    ],
)
def test_damaged_and_empty_files_are_said_to_be_so(content, said):
    assert said in refusal(content)


def test_a_workbook_is_no_document():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert ".docx" in refusal(target.getvalue())

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from prongsai.papers.charts import Bar, bar_chart
from prongsai.papers.content import (
    BulletList,
    Cell,
    Column,
    Cover,
    Document,
    Figure,
    Fillable,
    FormField,
    FormLine,
    Heading,
    Item,
    NumberedList,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    SignatureBlock,
    Spacer,
    Table,
)
from prongsai.papers.docx import render_docx

DAY = date(2026, 6, 5)
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
PATH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = '`#"$\\[]*_@<label>` & ]]> {{x}} \x00\ud800'
TABLE = Table(
    (Column("ที่", 1, "centre"), Column("ปี 2567", 2), Column("ปี 2568", 2)),
    (
        Row((Cell("กลุ่ม", span=3),), "group"),
        Row(("1", "85.10", Cell(blocks=(NumberedList(("ก", "ข")),)))),
        Row(("2", "ย" * 900, "")),
    ),
    caption="ตารางที่ 1",
    groups=(Cell(), Cell("คะแนน", span=2)),
)


def document(*blocks, **more):
    return Document("ทดสอบ", (Section(blocks),), **more)


def opened(doc):
    return docx.Document(BytesIO(render_docx(doc, created=DAY)))


def body_of(*blocks, **more):
    return opened(document(*blocks, **more)).element.body


def part(doc, name):
    return etree.fromstring(ZipFile(BytesIO(render_docx(doc, created=DAY))).read(name))


def words(element):
    return "".join(element.itertext(f"{PATH}t"))


def test_thai_has_its_face_size_and_language_in_the_defaults():
    styles = part(document(), "word/styles.xml")
    (defaults,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr", namespaces=W)
    assert set(defaults.find(f"{PATH}rFonts").attrib.values()) == {"TH Sarabun New"}
    assert defaults.find(f"{PATH}szCs").get(f"{PATH}val") == "32"
    assert defaults.find(f"{PATH}lang").get(f"{PATH}bidi") == "th-TH"


def test_every_bold_or_size_is_said_for_thai_too():
    xml = body_of(Paragraph((Run("หนา", bold=True), Run("ใหญ่", size=29), Run("เอน", italic=True))))
    for latin, thai in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
        assert xml.xpath(f"//w:rPr[w:{latin} and w:{thai}]")
        assert not xml.xpath(f"//w:rPr[w:{latin} and not(w:{thai})]")


def test_headings_are_words_own():
    read = opened(document(Heading("หนึ่ง"), Heading("สอง", 2)))
    assert [paragraph.style.name for paragraph in read.paragraphs] == ["Heading 1", "Heading 2"]


def test_body_text_is_spread_the_thai_way():
    (style,) = part(document(), "word/styles.xml").xpath("//w:style[@w:styleId='OfficialBody']", namespaces=W)
    assert style.find(f"{PATH}pPr/{PATH}jc").get(f"{PATH}val") == "thaiDistribute"


def test_every_style_used_is_defined():
    doc = document(
        Heading("ก"),
        Paragraph("ข"),
        Paragraph("ค", "note"),
        TABLE,
        NumberedList(("ก",)),
        cover=Cover(("ก",)),
        footer="ก",
    )
    defined = set(part(doc, "word/styles.xml").xpath("//w:style/@w:styleId", namespaces=W))
    used = set(part(doc, "word/document.xml").xpath("//w:pStyle/@w:val", namespaces=W))
    assert used <= defined


def test_table_heads_repeat_and_widths_are_fixed():
    (table,) = body_of(TABLE).xpath(".//w:tbl")
    rows = table.xpath("w:tr")
    assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [True, True, False, False, False]
    assert table.xpath("w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    widths = [int(width) for width in table.xpath("w:tblGrid/w:gridCol/@w:w")]
    assert widths[1] == widths[2] == pytest.approx(2 * widths[0], abs=1)
    assert sum(widths) == pytest.approx(16 / 2.54 * 1440, abs=3)


def test_every_row_fills_the_grid():
    for row in body_of(TABLE).xpath(".//w:tr"):
        spans = [int((cell.xpath("w:tcPr/w:gridSpan/@w:val") or ["1"])[0]) for cell in row.xpath("w:tc")]
        assert sum(spans) == 3


def test_short_rows_stay_whole_and_long_ones_run_on():
    rows = body_of(TABLE).xpath(".//w:tr")
    assert [bool(row.xpath("w:trPr/w:cantSplit")) for row in rows] == [True, True, True, True, False]


def test_joined_heads_are_merged():
    assert body_of(TABLE).xpath(".//w:vMerge/@w:val") == ["restart", "continue"]


def test_every_cell_ends_with_a_paragraph_and_no_two_tables_touch():
    body = body_of(TABLE, TABLE, SignatureBlock((Signature(), Signature(), Signature()), columns=2))
    assert all(cell[-1].tag == f"{PATH}p" for cell in body.iter(f"{PATH}tc"))
    assert all(table.getnext().tag == f"{PATH}p" for table in body.iter(f"{PATH}tbl"))


def test_digits_are_thai_but_not_in_addresses_or_codes():
    text = words(body_of(Paragraph("ปี 2568 https://a.go.th/2568"), Paragraph(Run("o12", as_written=True))))
    assert text == "ปี ๒๕๖๘ https://a.go.th/2568o12"


def test_no_line_begins_with_the_mark_that_repeats_a_word():
    assert words(body_of(Paragraph("ต่างๆ ที่"))) == "ต่าง\u00a0ๆ ที่"


def test_page_numbers_are_asked_of_word_in_thai_right_after_the_margins():
    section = body_of(Paragraph("ก")).xpath("w:sectPr")[0]
    numbers = section.find(f"{PATH}pgNumType")
    assert numbers.get(f"{PATH}fmt") == "thaiNumbers"
    assert numbers.getprevious().tag == f"{PATH}pgMar"
    assert section.find(f"{PATH}titlePg") is not None
    header = opened(document(Paragraph("ก"))).sections[0].header
    assert words(header.paragraphs[0].paragraph_format.element) == "- ๒ -"


def test_a_cover_is_a_section_of_its_own_and_not_counted():
    read = opened(document(Paragraph("ก"), cover=Cover(("รายงาน",), ("อบต.",)), footer="ท้าย"))
    assert len(read.sections) == 2
    assert read.element.body.xpath("w:sectPr/w:pgNumType/@w:start") == ["1"]
    assert read.sections[1].first_page_footer.paragraphs[0].text == "ท้าย"


def test_wide_sections_lie_on_their_side():
    read = opened(Document("ทดสอบ", (Section((TABLE,)), Section((TABLE,), landscape=True), Section(()))))
    assert [section.page_width > section.page_height for section in read.sections] == [False, True, False]
    assert round(read.sections[0].left_margin.cm, 1) == 3.0
    assert round(read.sections[0].right_margin.cm, 1) == 2.0


def test_a_figure_is_a_picture_with_its_words():
    svg = bar_chart((Bar("การใช้อำนาจ", None),), title="ก")
    body = body_of(Figure(svg, "แผนภูมิปี 2568", "ภาพที่ 1", width_cm=8), Figure(svg, "อีกภาพ"))
    assert body.xpath(".//wp:docPr/@descr") == ["แผนภูมิปี ๒๕๖๘", "อีกภาพ"]
    assert body.xpath(".//wp:docPr/@id") == ["1", "2"]
    assert body.xpath(".//wp:extent/@cx")[0] == str(8 * 360_000)


def test_every_kind_of_block_has_a_form():
    text = words(
        body_of(
            FormLine((FormField("ที่", "มท 1"), FormField("วันที่", "5 มิถุนายน 2569"))),
            Paragraph("ขวา", "right"),
            Paragraph("สอง\nบรรทัด"),
            NumberedList(("หนึ่ง", Item("สอง", (NumberedList(("ย่อย",), "({})"),)))),
            BulletList(("ขีด",)),
            Spacer(),
            Fillable("ความเห็น", 2),
            Fillable(),
            SignatureBlock((Signature("ผู้จัดทำ", post="นักวิเคราะห์", acting="รักษาราชการแทน"),)),
            SignatureBlock((Signature(opinion="คำสั่ง"), Signature(name="ชื่อ สกุล", dated="5 มิ.ย. 2569")), columns=2),
            PageBreak(),
        )
    )
    for held in ("มท ๑", "๕ มิถุนายน ๒๕๖๙", "๒.สอง", "(๑)ย่อย", "-ขีด", "ความเห็น", "รักษาราชการแทน", "คำสั่ง", "(ชื่อ สกุล)"):
        assert held in text


def test_hostile_text_is_harmless_in_every_place():
    table = Table((Column(HOSTILE),), (Row((HOSTILE,)),), caption=HOSTILE)
    figure = Figure(bar_chart((Bar(HOSTILE, None),), title=HOSTILE), HOSTILE, HOSTILE)
    doc = Document(
        HOSTILE,
        (Section((Paragraph(HOSTILE), table, figure)),),
        author=HOSTILE,
        footer=HOSTILE,
        cover=Cover((HOSTILE,)),
    )
    assert opened(doc).core_properties.title == HOSTILE[:-2]


def test_three_hundred_rows_come_out_whole():
    rows = tuple(Row((str(i), "ผ่าน")) for i in range(300))
    assert len(body_of(Table((Column("ที่"), Column("ผล")), rows)).xpath(".//w:tr")) == 301


def test_properties_tell_title_office_and_language():
    properties = opened(document(author="สำนักงาน", subject="ปี 2568")).core_properties
    assert (properties.title, properties.author, properties.language) == ("ทดสอบ", "สำนักงาน", "th-TH")
    assert properties.created.replace(tzinfo=None) == datetime(2026, 6, 5)  # noqa: DTZ001 - OOXML dates here have no zone
    assert properties.subject == "ปี ๒๕๖๘"


def test_the_file_is_the_same_each_time_and_undated_if_so_wished():
    doc = document(Paragraph("ก"), TABLE)
    assert render_docx(doc, created=DAY) == render_docx(doc, created=DAY)
    assert b"dcterms" not in ZipFile(BytesIO(render_docx(doc))).read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_nothing_of_the_template_is_carried_along():
    names = ZipFile(BytesIO(render_docx(document()))).namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "WithEffects" in name]


def test_other_names_of_the_face_are_given():
    fonts = part(document(), "word/fontTable.xml")
    assert "TH SarabunPSK" in fonts.xpath("//w:altName/@w:val", namespaces=W)[0]
    assert qn("w:fonts") == fonts.tag

"""`prongsai write KIND` for every kind: a file where all is well, and nothing at all where it is not."""

import io
import re

import docx
import pypdfium2
import pytest

from prongsai.cli import PAPER_KINDS, main
from prongsai.commands.papers import KINDS

HEAD = "agency,year,instrument,code,score\n"
TOWN = "เทศบาลเมืองตัวอย่าง"
ROWS = [
    "2568,IIT,instrument,96.57",
    "2568,EIT1,instrument,94.51",
    "2568,EIT2,instrument,92.32",
    "2568,OIT,instrument,100",
    "2568,IIT,i2,93.13",
    "2568,,total,97.00",
    "2567,IIT,i2,80.00",
    "2567,,total,84.19",
]
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9h-9z"/></svg>'
SAYS = {
    "memo": "บันทึกข้อความ",
    "analysis": "รายงานการวิเคราะห์ผลการประเมิน",
    "measures": "ส่วนที่๒การนำผลการวิเคราะห์ไปสู่การปฏิบัติ",
    "report": "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม",
    "announcement": "เอกสารแนบท้ายประกาศเทศบาลเมืองตัวอย่าง",
    "order": "คำสั่งเทศบาลเมืองตัวอย่าง",
    "sheet": TOWN,
    "oit": "สรุปการเปิดเผยข้อมูลสาธารณะ(OIT)",
}
every_kind = pytest.mark.parametrize("kind", PAPER_KINDS)


@pytest.fixture
def scores(tmp_path):
    return scores_file(tmp_path, ROWS)


def scores_file(folder, rows):
    path = folder / "scores.csv"
    path.write_text(HEAD + "\n".join(f"{TOWN},{row}" for row in rows), "utf-8")
    return path


def write(kind, scores, out, **more):
    given = {"--scores": scores, "--agency": TOWN, "--year": "2568", "--out": out}
    given |= {f"--{name}": value for name, value in more.items()}
    return main(["write", kind, *[str(word) for pair in given.items() for word in pair]])


def text_of(path):
    if path.suffix == ".docx":
        read = docx.Document(str(path))
        cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
        return re.sub(r"\s+", "", "".join([paragraph.text for paragraph in read.paragraphs] + cells))
    pages = pypdfium2.PdfDocument(io.BytesIO(path.read_bytes()))
    return re.sub(r"\s+", "", "".join(page.get_textpage().get_text_range() for page in pages))


def left_in(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != "scores.csv")


def test_every_kind_of_the_command_can_be_written():
    assert set(PAPER_KINDS) == set(KINDS) == set(SAYS)


@every_kind
@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_every_kind_is_written_in_both_formats(scores, tmp_path, kind, suffix):
    out = tmp_path / f"paper.{suffix}"
    assert write(kind, scores, out) == 0
    assert SAYS[kind] in text_of(out)
    assert left_in(tmp_path) == [out.name]


@every_kind
def test_arabic_digits_come_on_request(scores, tmp_path, kind):
    out = tmp_path / "paper.pdf"
    assert write(kind, scores, out, digits="arabic") == 0
    assert not re.search("[๐-๙]", text_of(out))


@every_kind
def test_figures_that_contradict_themselves_end_with_1_and_write_nothing(tmp_path, capsys, kind):
    rows = [row.replace("total,97.00", "total,96.00") for row in ROWS]
    assert write(kind, scores_file(tmp_path, rows), tmp_path / "paper.docx") == 1
    assert "คะแนนรวม เขียนไว้ 96.00" in capsys.readouterr().err
    assert left_in(tmp_path) == []


@every_kind
def test_a_contradiction_leaves_an_older_paper_as_it_was(tmp_path, kind):
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"the older one")
    rows = [row.replace("total,97.00", "total,96.00") for row in ROWS]
    assert write(kind, scores_file(tmp_path, rows), out) == 1
    assert out.read_bytes() == b"the older one"


@every_kind
def test_a_total_alone_is_enough_for_every_kind(tmp_path, kind):
    out = tmp_path / "paper.pdf"
    assert write(kind, scores_file(tmp_path, ["2568,,total,96"]), out) == 0
    assert SAYS[kind] in text_of(out)


def test_the_memo_is_dated_the_day_of_writing_and_tells_the_change(scores, tmp_path):
    out = tmp_path / "memo.pdf"
    write("memo", scores, out, digits="arabic")
    text = text_of(out)
    assert re.search(r"วันที่\d{1,2}[ก-๙]+25\d\d", text)
    assert "คะแนนรวมเพิ่มขึ้น12.81คะแนน" in text


def test_the_report_sets_the_years_of_the_file_side_by_side(scores, tmp_path):
    out = tmp_path / "report.docx"
    write("report", scores, out, digits="arabic")
    assert "ปี2567ได้80.00ปี2568ได้93.13เพิ่มขึ้น13.13คะแนน" in text_of(out)


def test_a_report_without_the_year_before_says_so_and_leaves_it_open(tmp_path, capsys):
    out = tmp_path / "report.pdf"
    assert write("report", scores_file(tmp_path, ROWS[:6]), out, digits="arabic") == 0
    assert "ไม่มีคะแนนของปี 2567 คะแนนก่อนดำเนินการจึงเว้นว่าง" in capsys.readouterr().err
    assert "ปี2567ยังไม่มีคะแนน" in text_of(out)


def test_a_report_on_the_first_year_with_rules_is_refused(tmp_path, capsys):
    scores = scores_file(tmp_path, ["2563,,total,90"])
    assert write("report", scores, tmp_path / "report.pdf", year="2563") == 2
    assert "ให้ระบุปี 2564 ขึ้นไป" in capsys.readouterr().err
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("kind", ["memo", "measures", "announcement", "order"])
def test_an_agencys_own_emblem_is_put_in(scores, tmp_path, kind):
    emblem = tmp_path / "emblem.svg"
    emblem.write_text(EMBLEM, "utf-8")
    assert write(kind, scores, tmp_path / "paper.docx", emblem=emblem) == 0
    assert docx.Document(str(tmp_path / "paper.docx")).element.body.xpath(".//wp:docPr/@descr") == ["ตราครุฑ"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "เปิด"),
        ("a letter", "ไม่ใช่ภาพ PNG หรือ SVG"),
        (EMBLEM.replace("<path", '<image href="/x.png"/><path'), "ไม่ใช่ภาพ PNG หรือ SVG ที่สมบูรณ์ในตัว"),
    ],
)
def test_an_emblem_that_cannot_be_used_is_refused_before_anything_is_written(scores, tmp_path, capsys, content, says):
    emblem = tmp_path / "emblem.svg"
    if content is not None:
        emblem.write_text(content, "utf-8")
    assert write("memo", scores, tmp_path / "memo.pdf", emblem=emblem) == 2
    error = capsys.readouterr().err
    assert error.startswith("--emblem: ")
    assert says in error
    assert not (tmp_path / "memo.pdf").exists()


def test_a_scores_file_that_is_not_there_is_said_even_where_the_paper_exists(tmp_path, capsys):
    out = tmp_path / "memo.pdf"
    out.write_bytes(b"the older one")
    assert write("memo", tmp_path / "none.csv", out) == 2
    assert "ไม่พบไฟล์นี้" in capsys.readouterr().err
    assert out.read_bytes() == b"the older one"

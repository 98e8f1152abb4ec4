"""A scores file in any of its shapes, and every mistake named by row and column in both languages."""

import io
import json
import os
import re
import zipfile
from decimal import Decimal

import msoffcrypto
import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.sheets import opening
from prongsai.sheets import workbook as workbook_reading
from prongsai.sheets.opening import open_sheet, read_json_rows, read_sheet
from prongsai.sheets.problems import SheetError
from prongsai.sheets.scores_file import open_scores, read_scores

HEAD = "agency,year,instrument,code,score\n"
TOWN = "เทศบาลตัวอย่าง"


def read(content, *, file="scores.csv", year=None):
    data = content.encode() if isinstance(content, str) else content
    return read_scores(read_sheet(file, data), year=year)


def figures(content, **options):
    (group,) = read(content, **options)
    return group.figures


def workbook(rows):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return buffer.getvalue()


def problems(content, **options):
    with pytest.raises(SheetError) as caught:
        read(content, **options)
    return caught.value.problems


def only_problem(content, **options):
    (problem,) = problems(content, **options)
    assert "พบ" in problem.text() or problem.row is None
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_text_in_any_usual_encoding_is_read(encoding):
    (group,) = read(f"{HEAD}{TOWN},2568,IIT,i1,๙๓.๑๓\n".encode(encoding))
    assert group.agency == TOWN
    assert group.figures == {Place(Instrument.IIT, "i1"): Decimal("93.13")}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_may_be_parted_by_comma_semicolon_or_tab(delimiter):
    assert figures((HEAD + f"{TOWN},2568,,total,97\n").replace(",", delimiter)) == {TOTAL: Decimal(97)}


def test_a_workbook_is_read_with_its_numbers_as_people_see_them():
    rows = [
        ["agency", "year", "instrument", "code", "score"],
        [TOWN, 2568, "", 7, 93.25],
        [TOWN, "๒๕๖๘", "", "๘", "๙๑.๗๓"],
    ]
    assert figures(workbook(rows), file="scores.xlsx") == {
        indicator_place(7): Decimal("93.25"),
        indicator_place(8): Decimal("91.73"),
    }


def test_json_rows_are_read_without_binary_fractions():
    rows = [{"agency": TOWN, "year": 2568, "instrument": None, "code": "total", "score": 96.9955}]
    assert figures(json.dumps(rows), file="scores.json") == {TOTAL: Decimal("96.9955")}


def test_the_head_may_be_thai_and_in_any_order():
    content = f"คะแนน,ข้อ,เครื่องมือ,ปีงบประมาณ,หน่วยงาน\n91.25,E๑,EIT Survey,๒๕๖๘,{TOWN}\n"
    assert figures(content) == {Place(Instrument.EIT2, "e1"): Decimal("91.25")}


@pytest.mark.parametrize(
    ("instrument", "code", "place"),
    [
        ("", "total", TOTAL),
        ("IIT", "instrument", instrument_place(Instrument.IIT)),
        ("eit1", "", instrument_place(Instrument.EIT1)),
        ("", "10", indicator_place(10)),
        ("OIT", "9", indicator_place(9)),
        ("EIT", "7", indicator_place(7)),
        ("EIT 1", "7", indicator_place(7, Instrument.EIT1)),
        ("", "i15", Place(Instrument.IIT, "i15")),
        ("", "ข้อ O28", Place(Instrument.OIT, "o28")),
        ("OIT", "9.1", Place(Instrument.OIT, "9.1")),
    ],
)
def test_instrument_and_code_name_a_place(instrument, code, place):
    assert set(figures(f"{HEAD}{TOWN},2568,{instrument},{code},100\n")) == {place}


def test_counts_of_respondents_are_kept():
    (group,) = read(f"agency,year,instrument,code,score,n,population\n{TOWN},2568,IIT,i1,95.76,๙๙,120\n")
    assert (group.stated[0].n, group.stated[0].population) == (99, 120)


def test_rows_without_a_score_state_nothing():
    assert figures(f"{HEAD}{TOWN},2568,IIT,i1,\n{TOWN},2568,IIT,i2,90\n\n") == {
        Place(Instrument.IIT, "i2"): Decimal(90)
    }


def test_a_year_fills_in_where_the_file_states_none():
    (group,) = read("code,score\ntotal,97\n", year=2568)
    assert (group.agency, group.instrument.year) == ("", 2568)


def test_a_year_picks_its_rows():
    content = f"{HEAD}{TOWN},2567,,total,84.19\n{TOWN},2568,,total,97\n"
    assert [group.instrument.year for group in read(content)] == [2567, 2568]
    assert figures(content, year=2567) == {TOTAL: Decimal("84.19")}


def test_the_same_figure_twice_is_no_mistake():
    assert figures(f"{HEAD}{TOWN},2568,,total,97\n{TOWN},๒๕๖๘,,total,97.00\n") == {TOTAL: Decimal(97)}


@pytest.mark.parametrize(
    ("row", "column", "found", "mend"),
    [
        ("2568,IIT,i77,90", "code", "i77", "i1–i15"),
        ("2564,IIT,i77,90", "code", "i77", "i1–i30"),
        ("2568,OIT,o43,100", "code", "o43", "o1–o28"),
        ("2568,,11,90", "code", "11", "1 ถึง 10"),
        ("2568,,,90", "code", "", "i1–i15"),
        ("2568,IIT,i1,104.2", "score", "104.2", "0 ถึง 100"),
        ("2568,IIT,i1,๙๓.๓๓.", "score", "๙๓.๓๓.", "เช่น 93.33"),
        ("2568,IIT,i1,-1", "score", "-1", "0 ถึง 100"),
        ("2568,IIT,i1,1e1", "score", "1e1", "0 ถึง 100"),
        ("2568,IIT,i1,NaN", "score", "NaN", "0 ถึง 100"),
        ("2568,OIT,o1,50", "score", "50", "100 เมื่อครบถ้วน"),
        ("2590,,total,90", "year", "2590", "2563–2569"),
        ("2025,,total,90", "year", "2025", "2568"),
        ("ปีนี้,,total,90", "year", "ปีนี้", "2563–2569"),
        (",,total,90", "year", "", "--year"),
        ("2568,XIT,1,90", "instrument", "XIT", "IIT, EIT1, EIT2, EIT, OIT"),
        ("2564,EIT1,e1,90", "instrument", "EIT1", "IIT, EIT, OIT"),
        ("2568,IIT,7,90", "instrument", "IIT", "อยู่ในเครื่องมือ EIT"),
        ("2568,,e1,90", "instrument", "", "EIT1 หรือ EIT2"),
        ("2568,EIT,e1,90", "instrument", "EIT", "EIT1 หรือ EIT2"),
        ("2568,IIT,o1,100", "instrument", "IIT", "ข้อ o1 อยู่ในเครื่องมือ OIT"),
        ("2568,,instrument,90", "instrument", "", "เครื่องมือใด"),
        ("2568,IIT,total,90", "instrument", "IIT", "เว้นว่าง"),
    ],
)
def test_a_mistake_is_named_by_row_and_column(row, column, found, mend):
    problem = only_problem(f"{HEAD}{TOWN},2568,,total,97\n{TOWN},{row}\n")
    assert (problem.row, problem.column) == (3, column)
    assert (f"พบ “{found}”" if found else "พบช่องว่าง") in problem.text()
    assert mend in problem.text()
    said = f"found “{found}”" if found else "found an empty cell"
    assert f"row 3 column {column}: {said}" in problem.text("en")


@pytest.mark.parametrize(
    ("n", "population", "column"), [("มาก", "", "n"), ("9", "x", "population"), ("130", "120", "n")]
)
def test_counts_that_cannot_be_are_named(n, population, column):
    content = f"agency,year,instrument,code,score,n,population\n{TOWN},2568,IIT,i1,95,{n},{population}\n"
    assert only_problem(content).column == column


def test_two_rows_that_disagree_are_both_named():
    problem = only_problem(f"{HEAD}{TOWN},2568,IIT,i1,90\n{TOWN},2568,IIT,I๑,91\n")
    assert (problem.row, problem.column) == (3, "score")
    assert "แถว 2" in problem.text()
    assert "row 2 states IIT i1 as 90" in problem.text("en")


def test_every_mistake_is_named_at_once():
    found = problems(f"{HEAD}{TOWN},2568,IIT,i77,90\n{TOWN},2568,IIT,i1,200\n")
    assert [(problem.row, problem.column) for problem in found] == [(2, "code"), (3, "score")]


def test_a_long_cell_is_cut_in_the_message():
    assert len(only_problem(f"{HEAD}{TOWN},2568,IIT,{'x' * 5000},90\n").text()) < 300


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "ไฟล์ว่าง"),
        (b"\xef\xbb\xbf\n \n", "ไฟล์ว่าง"),
        (HEAD.encode(), "มีแต่หัวตาราง"),
        (b"PK\x03\x04 not really", "เปิดเป็นไฟล์ Excel ไม่ได้"),
        (opening.OLE_MAGIC + b"\0" * 600, "รุ่นเก่า"),
        (b"\x00\xff\x00\xff" * 50, "ไม่ใช่ไฟล์ข้อความ"),
        (b"[{", "JSON ไม่สมบูรณ์"),
        (b"[" * 100_000, "JSON ไม่สมบูรณ์"),
        (b'{"a": 1}', "ไม่ใช่รายการของแถว"),
        (b"[1, 2]", "ไม่ใช่รายการของแถว"),
        (b"year,score\n2568,97\n", "ต้องมีคอลัมน์ code"),
        (f'{HEAD}"{TOWN},2568,,total,97\n'.encode(), "เครื่องหมายคำพูด"),
        (f"{HEAD}{TOWN},2568,,total,97,98\n".encode(), "มีช่องมากกว่าหัวตาราง"),
        (f"{HEAD}{TOWN},2568,,total,\n".encode(), "ไม่มีแถวใดมีคะแนน"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence(content, says):
    (problem,) = problems(content)
    assert says in problem.text()
    assert not any("ก" <= letter <= "๙" for letter in problem.mend.en)


def test_a_year_that_the_file_does_not_have_is_said():
    (problem,) = problems(f"{HEAD}{TOWN},2568,,total,97\n", year=2567)
    assert "ไม่มีคะแนนของปี 2567" in problem.text()


def test_a_workbook_under_a_password_is_recognised(tmp_path):
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook([["code", "score"], ["total", 97]]))).encrypt("secret", locked)
    assert msoffcrypto.OfficeFile(locked).is_encrypted()
    path = tmp_path / "locked.xlsx"
    path.write_bytes(locked.getvalue())
    with pytest.raises(SheetError, match="protected by a password"):
        open_scores(path)


def test_a_file_of_200_mb_is_refused_unread(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(SheetError, match=r"too large \(200 MB\)"):
        open_scores(path)


def test_bytes_over_the_limit_are_refused_too(monkeypatch):
    monkeypatch.setattr(opening, "LARGEST_BYTES", 10)
    with pytest.raises(SheetError, match="too large"):
        read_sheet("scores.csv", b"x" * 11)


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(workbook_reading, "LARGEST_UNPACKED_BYTES", 100)
    with pytest.raises(SheetError, match="too large"):
        read_sheet("bomb.xlsx", workbook([["code", "score"]] * 50))


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(opening, "MOST_ROWS", 3)
    with pytest.raises(SheetError, match="it has 5 rows"):
        read_sheet("long.csv", (HEAD + "a,2568,,total,1\n" * 4).encode())


def test_a_missing_file_and_a_folder_are_said(tmp_path):
    with pytest.raises(SheetError, match="there is no such file"):
        open_sheet(tmp_path / "none.csv")
    with pytest.raises(SheetError, match="it is a folder"):
        open_sheet(tmp_path)


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(SheetError, match="else than a plain file"):
        open_sheet(tmp_path / "pipe.csv")


def drawn(draw):
    """A workbook that `draw` fills; row 1 has the head."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["agency", "year", "instrument", "code", "score"])
        draw(book, sheet)
    return buffer.getvalue()


def test_a_percentage_in_a_workbook_is_read_as_it_is_shown():
    def draw(book, sheet):
        sheet.write_row(1, 0, [TOWN, 2568, "", "total"])
        sheet.write_number(1, 4, 0.9333, book.add_format({"num_format": "0.00%"}))

    assert figures(drawn(draw), file="scores.xlsx") == {TOTAL: Decimal("93.33")}


def test_a_formula_without_a_result_is_named_and_not_lost():
    def draw(_book, sheet):
        sheet.write_row(1, 0, [TOWN, 2568, "", "total", 97])
        sheet.write_row(2, 0, [TOWN, 2568, "IIT", "i1"])
        sheet.write_formula(2, 4, "=90+1", value="")

    content = re.sub(rb"<v></v>|<v/>", b"", drawn(draw))
    problem = only_problem(unzipped_without_values(content), file="scores.xlsx")
    assert (problem.row, problem.column) == (3, "E")
    assert "=90+1" in problem.text()


def test_an_error_in_a_workbook_is_named():
    def draw(_book, sheet):
        sheet.write_row(1, 0, [TOWN, 2568, "", "total"])
        sheet.write_formula(1, 4, "=1/0", value="#DIV/0!")

    assert "#DIV/0!" in only_problem(drawn(draw), file="scores.xlsx").text()


def unzipped_without_values(content):
    """The workbook with the empty results of its formulas taken out, as some programs write it."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for entry in source.infolist():
            packed.writestr(entry.filename, re.sub(rb"<v></v>", b"", source.read(entry.filename)))
    return target.getvalue()


def test_the_sheet_with_the_scores_is_found_behind_a_cover():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet().write(0, 0, "ปก")
        sheet = book.add_worksheet()
        sheet.write_row(2, 0, ["หน่วยงาน", "ปี", "รหัส", "คะแนน"])
        sheet.write_row(3, 0, [TOWN, 2568, "total", 97])
    assert figures(buffer.getvalue(), file="scores.xlsx") == {TOTAL: Decimal(97)}


@pytest.mark.parametrize(
    "content",
    [f"agency,year,code,score,score\n{TOWN},2568,total,90,91\n", '[{"code": "total", "score": 1, "score": 2}]'],
)
def test_a_column_that_comes_twice_is_refused(content):
    (problem,) = problems(content, year=2568)
    assert "ซ้ำกัน" in problem.text()


def test_a_row_without_an_agency_beside_rows_with_one_is_named():
    problem = only_problem(f"{HEAD}{TOWN},2568,,1,90\n,2568,,2,90\n")
    assert (problem.row, problem.column) == (3, "agency")


def test_names_that_look_alike_are_one_agency():
    names = ["น้ำใส", "นํ้าใส", " น้ำใส ", "น้ำ\u200bใส"]
    (group,) = read(HEAD + "".join(f"{name},2568,,{n},90\n" for n, name in enumerate(names, 1)))
    assert (group.agency, len(group.figures)) == ("น้ำใส", 4)


def test_a_question_that_nobody_answered_is_said_by_a_count_of_nought():
    content = f"agency,year,instrument,code,score,n\n{TOWN},2568,IIT,i1,,0\n{TOWN},2568,IIT,i2,90,9\n"
    assert figures(content) == {Place(Instrument.IIT, "i1"): None, Place(Instrument.IIT, "i2"): Decimal(90)}
    assert "เว้นคะแนนว่าง" in only_problem(f"agency,year,instrument,code,score,n\n{TOWN},2568,IIT,i1,0,0\n").text()


def test_a_column_without_a_head_is_not_taken_for_another():
    assert figures(f"agency,year,instrument,code,score,\n{TOWN},2568,,total,97,x\n") == {TOTAL: Decimal(97)}


def test_marks_that_are_not_seen_do_no_harm():
    (group,) = read(json.dumps([{"agency": "ก\ud800\u202e\x1b[31m", "year": 2568, "code": "total", "score": 90}]))
    assert group.agency == "ก[31m"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ([{"code": "total", "score": 90}] * 3, "it has 3 rows"),
        ([{"code": "total", "score": 90, "a": 1, "b": 2}], "it has 4 columns"),
    ],
)
def test_sent_rows_have_their_limits(content, found):
    with pytest.raises(SheetError, match=found):
        read_json_rows("body", json.dumps(content).encode(), most_rows=2, most_columns=3)


@pytest.mark.parametrize(
    "content", [b"", b"agency,code,score\n,total,90", workbook([["code", "score"], ["total", 90]])]
)
def test_sent_rows_are_json_and_nothing_else(content):
    with pytest.raises(SheetError):
        read_json_rows("body", content, most_rows=2, most_columns=3)


def test_a_year_without_rules_that_stands_for_all_rows_is_told_too():
    problem = only_problem("code,score\ntotal,90\n", year=1234)
    assert (problem.row, problem.column) == (2, "year")
    assert "1234" in problem.text("en")
    assert "2569" in problem.text("en")

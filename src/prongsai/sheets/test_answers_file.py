import io
import time

import pytest
import xlsxwriter

from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.survey_flow import questionnaire_of, unpack
from prongsai.sheets.answers_file import Origin, file_digest, read_answers
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import SheetError

EIT = questionnaire_of(load_year(2569), Instrument.EIT1)
KEYS = [line.key for line in EIT.lines]
EVERY_FORM = [
    questionnaire_of(load_year(year), part) for year in known_years() for part in load_year(year).survey_by_part
]
LINED = next(form for form in EVERY_FORM if any(line.line for line in form.lines))


def read(head, *rows, form=EIT, agency=("town", "เทศบาลเมืองตัวอย่าง")):
    content = "\n".join(",".join(f'"{cell}"' for cell in cells) for cells in (head, *rows)).encode()
    return read_answers(read_sheet("a.csv", content), form, agency=agency, digest=file_digest(content))


def chosen(found, form=EIT):
    return [list(unpack(form, row.packed).values()) for row in found.rows]


def last_options():
    return [len(line.options) for line in EIT.lines]


def test_kobo_with_groups_names_of_choices_and_columns_of_its_own():
    head = ["start", *(f"indicator_{line.question.indicator}/{line.key}" for line in EIT.lines), "_id", "_uuid"]
    found = read(head, ["2026-06-01", *["2"] * len(KEYS), "1", "u-1"])
    assert found.origin is Origin.KOBO
    assert chosen(found) == [[2] * len(KEYS)]
    assert found.unread == ("start", "_id")


def test_kobo_with_labels_for_heads_and_answers_in_either_language():
    for language in ("th", "en"):
        head = [getattr(line.question, f"text_{language}").replace('"', '""') for line in EIT.lines]
        found = read([*head, "_uuid"], [*(getattr(line.options[-1], language) for line in EIT.lines), "u-1"])
        assert chosen(found) == [last_options()]


def test_limesurvey_codes_heads_with_text_and_answers_that_were_never_sent():
    head = ["id", "submitdate", "lastpage", "startlanguage", *(f"{key}. Question text" for key in KEYS)]
    found = read(
        head,
        ["1", "2026-06-01 10:00:00", "3", "th", *["A1"] * len(KEYS)],
        ["2", "", "2", "th", *["AO02"] * len(KEYS)],
    )
    assert found.origin is Origin.LIMESURVEY
    assert chosen(found) == [[1] * len(KEYS)]
    assert [(problem.row, problem.column) for problem in found.problems] == [(3, "submitdate")]


def test_a_paper_sheet_in_thai_with_thai_digits_texts_and_empty_places():
    head = [f"ข้อ {number}" for number in range(1, len(KEYS) + 1)]
    found = read(head, ["๑", "", EIT.lines[2].options[1].th, *["2"] * (len(KEYS) - 3)], ["-"] * len(KEYS))
    assert found.origin is Origin.ENTRY_SHEET
    assert found.rows[0].packed == "1-2" + "2" * (len(KEYS) - 3)
    (problem,) = found.problems
    assert "ไม่มีคำตอบเลย" in problem.text("th")
    assert "nothing is answered" in problem.text("en")


def test_the_answers_file_gives_the_rows_of_this_agency_and_part_alone():
    blank = ["2"] * len(KEYS)
    found = read(
        ["agency", "instrument", "weight", *KEYS],
        ["town", "EIT1", "", *blank],
        ["เทศบาลเมืองตัวอย่าง", "eit1", "1", *blank],
        ["village", "EIT1", "", *blank],
        ["town", "EIT2", "", *blank],
        ["town", "EIT1", "2.5", *blank],
    )
    assert found.origin is Origin.ANSWERS_FILE
    assert ([row.row for row in found.rows], found.passed_over) == ([2, 3], 2)
    assert [(problem.row, problem.column) for problem in found.problems] == [(6, "weight")]


def test_good_rows_are_kept_and_every_bad_cell_is_named():
    bad = ["9", "มั่ว", *["1"] * (len(KEYS) - 2)]
    found = read(KEYS, ["1"] * len(KEYS), bad, ["A9", *["1"] * (len(KEYS) - 1)], ["1"] * len(KEYS))
    assert [row.row for row in found.rows] == [2, 5]
    assert [(problem.row, problem.column) for problem in found.problems] == [(3, "e1"), (3, "e2"), (4, "e1")]
    assert f"1 ถึง {len(EIT.lines[0].options)}" in found.problems[0].text("th")
    assert EIT.lines[0].options[0].en in found.problems[0].text("en")


@pytest.mark.parametrize("cell", ["0", "-1", "1.5", "1e0", "²", "A", "1 2", "=1", "１"])
def test_what_names_no_option_is_refused(cell):
    assert not read(KEYS, [cell, *["1"] * (len(KEYS) - 1)]).rows


def test_the_mapping_says_how_each_thing_that_stands_in_a_column_was_read():
    found = read(KEYS, ["A1"] * len(KEYS), ["๒"] * len(KEYS))
    assert found.columns[0].line.key == "e1"
    assert found.columns[0].read_as == {"A1": 1, "๒": 2}


def test_a_row_has_the_same_mark_in_the_same_file_and_another_in_another():
    rows = [["1"] * len(KEYS)] * 2
    first, again, other = read(KEYS, *rows), read(KEYS, *rows), read(KEYS, *rows, ["2"] * len(KEYS))
    marks = [row.mark for row in first.rows]
    assert marks == [row.mark for row in again.rows]
    assert len({*marks, *(row.mark for row in other.rows)}) == 5


def test_kobos_own_mark_outlives_another_export_and_stands_once_in_a_file():
    head, row = [*KEYS, "_uuid"], ["1"] * len(KEYS)
    found = read(head, [*row, "u-1"], [*row, "u-2"], [*row, "u-1"])
    assert [problem.row for problem in found.problems] == [4]
    assert read(head, [*row, "u-2"]).rows[0].mark == found.rows[1].mark


def test_questions_in_lines_are_found_by_every_programs_way_of_naming_them():
    for way in ("{0}_{1}", "{0}.{1}", "{0}[SQ00{1}]", "{0}[{1}]"):
        head = [way.format(*line.key.split(".")) if line.line else line.key for line in LINED.lines]
        assert chosen(read(head, ["1"] * len(head), form=LINED), LINED) == [[1] * len(head)]


@pytest.mark.parametrize(
    "head", [KEYS[1:], [*KEYS, "q/e1"], ["i1", "i2"], [f"i{number}" for number in range(1, len(KEYS) + 1)]]
)
def test_a_line_without_a_column_or_with_two_is_refused_with_the_way_to_mend_it(head):
    with pytest.raises(SheetError) as refused:
        read(head, ["1"] * len(head))
    assert "e1" in refused.value.problems[0].text("th")
    assert "e1" in refused.value.problems[0].text("en")


def test_a_workbook_whose_numbers_come_out_with_decimals_reads_alike():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, KEYS)
        sheet.write_row(1, 0, [2] * len(KEYS))
    found = read_answers(read_sheet("a.xlsx", content.getvalue()), EIT, agency=(), digest="x")
    assert chosen(found) == [[2] * len(KEYS)]


def test_fifty_thousand_rows_are_read_quickly():
    rows = [["2"] * len(KEYS)] * 50_000
    started = time.perf_counter()
    assert len(read(KEYS, *rows).rows) == 50_000
    assert time.perf_counter() - started < 15

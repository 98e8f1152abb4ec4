import io

import pytest
from python_calamine import CalamineWorkbook

from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.survey_flow import questionnaire_of
from prongsai.rulebook.survey_wording import QuestionWording, reword
from prongsai.sheets.xlsform import version_of, xlsform

EVERY_PART = [(year, part) for year in known_years() for part in load_year(year).survey_by_part]


def written(year, part, **others):
    instrument = load_year(year)
    form = questionnaire_of(instrument, part)
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(xlsform(form, title="ซ้อม", version=version_of(instrument), **others))
    )
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    return form, {name: [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] for name, rows in sheets.items()}


@pytest.mark.parametrize(("year", "part"), EVERY_PART)
def test_every_line_of_every_year_is_asked_once_and_must_be_answered(year, part):
    form, sheets = written(year, part)
    asked = [row for row in sheets["survey"] if row["type"].startswith("select_one ")]
    assert [row["name"] for row in asked] == [line.key.replace(".", "_") for line in form.lines]
    assert {row["required"] for row in asked} == {"yes"}
    names = [row["name"] for row in sheets["survey"] if row["name"]]
    assert len(set(names)) == len(names), "a name stands once in a form"
    for row, line in zip(asked, form.lines, strict=True):
        choices = [one for one in sheets["choices"] if one["list_name"] == row["type"].split()[1]]
        assert [one["label::ไทย (th)"] for one in choices] == [option.th for option in line.options]
        assert [one["label::English (en)"] for one in choices] == [option.en for option in line.options]
        assert [one["name"] for one in choices] == [str(number) for number in range(1, len(choices) + 1)]


def test_the_settings_name_the_rules_by_revision_and_hash():
    _, sheets = written(2569, Instrument.IIT)
    year = load_year(2569)
    assert sheets["settings"] == [
        {
            "form_title": "ซ้อม",
            "form_id": "prongsai_2569_iit",
            "version": f"{year.round.revision}-{year.sha256[:12]}",
            "default_language": "ไทย (th)",
        }
    ]


def test_groups_are_closed_and_hold_one_screen_each():
    form, sheets = written(2569, Instrument.EIT1)
    kinds = [row["type"] for row in sheets["survey"]]
    assert kinds.count("begin_group") == kinds.count("end_group") == len(form.screens)


def test_one_language_gives_one_column_of_labels():
    _, sheets = written(2569, Instrument.EIT1, languages=("en",))
    assert [name for name in sheets["survey"][0] if name.startswith("label")] == ["label::English (en)"]
    assert sheets["settings"][0]["default_language"] == "English (en)"


def test_options_of_a_scale_in_other_words_get_a_list_of_their_own():
    year = load_year(2568)
    six = tuple(f"ระดับ {number}" for number in range(1, 7))
    form = questionnaire_of(year, Instrument.IIT)
    worded = reword(form, [QuestionWording(code="i2", text_th="ข้อสอง", options_th=six)])
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsform(worded, title="ซ้อม", version=version_of(year, 3))))
    rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    lists = {row[1]: row[0] for row in rows["survey"] if row[0].startswith("select_one")}
    assert (lists["i1"], lists["i2"], lists["i4"]) == (
        "select_one extent6",
        "select_one extent6_i2",
        "select_one extent6",
    )
    assert [row[2] for row in rows["choices"] if row[0] == "extent6_i2"] == list(six)
    assert rows["settings"][1][2].endswith("-w3")

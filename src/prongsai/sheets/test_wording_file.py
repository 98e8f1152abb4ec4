import pytest

from prongsai.rulebook.loading import load_year
from prongsai.rulebook.survey_wording import own_wording
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import SheetError
from prongsai.sheets.wording_file import read_wording, wording_csv, wording_xlsx

OWN = {year: tuple(entry.words for entry in own_wording(load_year(year))) for year in (2564, 2568)}


@pytest.mark.parametrize("year", OWN)
@pytest.mark.parametrize(("name", "write"), [("w.csv", wording_csv), ("w.xlsx", wording_xlsx)])
def test_a_wording_goes_out_and_comes_back_unchanged(year, name, write):
    found = read_wording(read_sheet(name, write(OWN[year])))
    assert found.wording == OWN[year]
    assert found.rows[OWN[year][0].code] == 2


def test_a_text_that_looks_like_a_formula_stays_a_text():
    from msgspec.structs import replace

    odd = (replace(OWN[2568][0], text_th="=1+1", text_en="0123"),)
    assert read_wording(read_sheet("w.xlsx", wording_xlsx(odd))).wording == odd


def test_an_option_left_out_in_the_middle_is_kept_as_empty():
    found = read_wording(read_sheet("w.csv", "code,text_th,option1_th,option2_th,option3_th\nI1,ก,ข,,ค\n".encode()))
    (entry,) = found.wording
    assert (entry.code, entry.options_th, entry.options_en) == ("i1", ("ข", "", "ค"), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text_th\nก\n", "code, text_th"),
        ("code,text_th,points\ni1,ก,100\n", "column points"),
        ("code,text_th\n,ก\n", "row 2 column code"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_what_to_write(text, said):
    with pytest.raises(SheetError, match=said):
        read_wording(read_sheet("w.csv", text.encode()))

import pytest

from prongsai.sheets.formulas import without_formula


@pytest.mark.parametrize("typed", ["=1+1", "+66", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_run_is_text(typed):
    assert without_formula(typed) == f"'{typed}"


@pytest.mark.parametrize("typed", ["", "เทศบาล", "5-6", "https://town.example/?a=1"])
def test_everything_else_stays_as_it_was_typed(typed):
    assert without_formula(typed) == typed

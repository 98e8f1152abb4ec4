import pytest

from prongsai.thai.fiscal_years import NotAYearError, read_fiscal_year


@pytest.mark.parametrize("text", ["2568", "๒๕๖๘", " 2568 ", "๒5๖8"])
def test_thai_and_arabic_digits_are_the_same_year(text):
    assert read_fiscal_year(text) == 2568


@pytest.mark.parametrize(
    ("text", "meant"), [("2025", 2568), ("๒๐๒๕", 2568), ("68a", None), ("", None), ("²", None), ("9" * 5000, None)]
)
def test_what_is_no_buddhist_year_is_refused_with_what_was_meant(text, meant):
    with pytest.raises(NotAYearError) as refused:
        read_fiscal_year(text)
    assert refused.value.meant == meant

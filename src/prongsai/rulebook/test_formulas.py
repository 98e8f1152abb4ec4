from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec import structs

from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.formulas import formulas
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import score_agency

IIT, EIT1, OIT = Instrument.IIT, Instrument.EIT1, Instrument.OIT


def rounded(year_number, **decimals):
    year = load_year(year_number)
    rounding = structs.replace(year.round.rounding, **decimals)
    return structs.replace(year, round=structs.replace(year.round, rounding=rounding))


@pytest.mark.parametrize(
    ("step", "places"),
    [
        ("indicator", [indicator_place(1), indicator_place(6, EIT1), indicator_place(6), indicator_place(9)]),
        ("sub_indicator", [Place(OIT, "9.1")]),
        ("instrument", [instrument_place(i) for i in Instrument]),
        ("total", [TOTAL]),
    ],
)
def test_each_step_rounds_as_the_year_says(step, places):
    decimals = {formula.place: formula.decimals for formula in formulas(rounded(2568, **{step: 4}))}
    assert [decimals[place] for place in places] == [4] * len(places)


def test_a_year_that_rounds_indicators_carries_the_rounded_value_on():
    """Each indicator is 80.00333…; IIT is their mean, 80.003 with three decimals instead of 80.00333…"""
    year = rounded(2568, indicator=3, instrument=None)
    codes = [question.code for question in year.surveys[0].questions]
    figures = {Place(IIT, code): Decimal("80.01" if number % 3 == 0 else "80.00") for number, code in enumerate(codes)}
    result = score_agency(year, figures)
    assert result.score(indicator_place(1)).exact == Fraction("80.003")
    assert result.score(instrument_place(IIT)).exact == Fraction("80.003")


@pytest.mark.parametrize("year_number", known_years())
def test_the_shares_of_every_recipe_add_up_to_one(year_number):
    for formula in formulas(load_year(year_number)):
        for recipe in formula.recipes:
            assert sum(share for _, share in recipe.parts) == 1


@pytest.mark.parametrize("year_number", known_years())
def test_every_formula_comes_after_those_it_needs(year_number):
    made = {formula.place: number for number, formula in enumerate(formulas(load_year(year_number)))}
    for formula in formulas(load_year(year_number)):
        needed = [place for recipe in formula.recipes for place, _ in recipe.parts if place in made]
        assert all(made[place] < made[formula.place] for place in needed)

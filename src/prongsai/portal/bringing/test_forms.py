"""The form of a year: what it asks, reads and keeps."""

from decimal import Decimal

import pytest

from prongsai.portal.bringing.forms import ResultForm
from prongsai.portal.bringing.layout import Cell
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import TOTAL, Place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import score_agency

I1 = Place(Instrument.IIT, "i1")


def form_of(typed, year=2568, **named):
    form = ResultForm(typed, year=load_year(year), **named)
    form.is_valid()
    return form


@pytest.mark.parametrize("year", known_years())
def test_every_figure_of_a_year_has_its_field(year):
    rules = load_year(year)
    fields = ResultForm(year=rules).fields
    for place in score_agency(rules, {}).scores:
        assert Cell(place, "score", "").name in fields


@pytest.mark.parametrize(
    ("typed", "score"), [("93.13", "93.13"), ("๙๓.๑๓", "93.13"), (" 100 ", "100"), ("0", "0"), ("93.1234", "93.1234")]
)
def test_scores_are_read_in_thai_and_arabic_digits(typed, score):
    assert form_of({"IIT-i1": typed}).figures() == [Figure(I1, Decimal(score))]


@pytest.mark.parametrize("typed", ["-", "–"])
def test_a_dash_says_that_nobody_answered(typed):
    assert form_of({"IIT-i1": typed}).figures() == [Figure(I1, None)]


@pytest.mark.parametrize("typed", ["100.01", "-1", "ก", "1e1", "NaN", "9,3", "93.12345"])
def test_what_is_no_score_is_said_at_its_field_and_stays_typed(typed):
    form = form_of({"IIT-i1": typed, "IIT-i2": "90"})
    assert list(form.errors) == ["IIT-i1"]
    assert form["IIT-i1"].value() == typed
    assert [str(figure.place) for figure in form.figures()] == ["IIT i2"]


def test_counts_belong_to_their_instrument():
    form = form_of({"IIT-instrument": "96.57", "IIT-n": "๙๙", "IIT-population": "1,120"})
    assert form.figures() == [Figure(instrument_place(Instrument.IIT), Decimal("96.57"), 99, 1120)]


def test_no_more_can_answer_than_there_are():
    assert list(form_of({"IIT-instrument": "90", "IIT-n": "100", "IIT-population": "99"}).errors) == ["IIT-n"]


def test_a_question_keeps_the_count_that_is_stored():
    form = form_of({"IIT-i1": "91"}, stored=[Figure(I1, Decimal(90), 40, 50)])
    assert form.figures() == [Figure(I1, Decimal(91), 40, 50)]


def test_blank_items_may_be_complete_all_at_once():
    form = form_of({"OIT-o1": "0", "blank_items_complete": "on"})
    scores = {figure.place.code: figure.score for figure in form.figures()}
    assert (len(scores), scores["o1"], scores["o28"]) == (28, 0, 100)


def test_what_is_stored_stands_in_the_fields_and_comes_out_again():
    stored = [
        Figure(TOTAL, Decimal("97.0000")),
        Figure(I1, None, 0, 20),
        Figure(Place(Instrument.OIT, "o3"), Decimal("0.0000")),
        Figure(instrument_place(Instrument.EIT2), Decimal("92.32"), 48, None),
        Figure(Place(Instrument.EIT1, "7"), Decimal("94.00")),
        Figure(Place(Instrument.OIT, "9.1"), Decimal("100.00")),
    ]
    shown = {name: field.value() or "" for name, field in fields_of(ResultForm(year=load_year(2568), stored=stored))}
    assert shown["all-total"] == "97.00"
    again = form_of(shown, stored=stored).figures()
    assert {(f.place, f.score, f.n, f.population) for f in again} == {
        (f.place, f.score, f.n, f.population) for f in stored
    }


def fields_of(form):
    return ((name, form[name]) for name in form.fields if name != "blank_items_complete")


def test_counts_without_their_instruments_score_take_the_computed_one():
    ten = {f"all-{n}": "90" for n in range(1, 11)}
    form = form_of(ten | {"IIT-n": "99"})
    assert Figure(instrument_place(Instrument.IIT), Decimal("90.00"), 99, None) in form.figures()


def test_counts_are_never_dropped_in_silence():
    assert list(form_of({"IIT-n": "99", "IIT-i1": "90"}).errors) == ["IIT-instrument"]

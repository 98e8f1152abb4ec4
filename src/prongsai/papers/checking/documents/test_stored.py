from decimal import Decimal

import pytest
from tests.invented_readings import Invented

from prongsai.rulebook.evidence import TOTAL, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

FIGURES = {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100"}


def stored(**extra):
    figures = {instrument_place(Instrument(name)): Decimal(score) for name, score in FIGURES.items()}
    return {2568: score_agency(load_year(2568), figures | {indicator_place(1): Decimal("96.30")} | extra)}


@pytest.mark.parametrize(
    ("name", "printed", "kind"),
    [("total", "97.20", "total"), ("IIT", "95.00", "arithmetic"), ("i_1", "90.00", "arithmetic")],
)
def test_a_figure_that_differs_from_the_stored_one_is_found(name, printed, kind):
    document = Invented().states(**{name: printed})
    assert document.check() == ()
    (found,) = document.check(stored=stored())
    assert (found.kind.value, found.printed) == (kind, printed)
    assert "stored" in found.follows.en


@pytest.mark.parametrize("printed", ["97.00", "96.99", "97", "97.0"])
def test_the_stored_figure_and_its_roundings_are_left_alone(printed):
    assert Invented().states(total=printed).check(stored=stored()) == ()


def test_another_level_than_the_stored_one_is_found():
    assert Invented().holds("ผ่าน").kinds(stored=stored()) == ["level"]
    assert Invented().holds("ผ่านดี").check(stored=stored()) == ()


def test_what_is_not_stored_or_not_certain_contradicts_nothing():
    open_level = {2568: score_agency(load_year(2568), {TOTAL: Decimal("97.00")})}
    assert Invented().holds("ผ่านดี").states(i_2="10.00").check(stored=open_level) == ()
    assert Invented(year=2567).states(total="50.00").holds("ผ่าน", year=2569).check(stored=stored()) == ()


def test_a_slip_that_the_document_shows_itself_is_told_once():
    document = Invented().states(total="79.00", **FIGURES)
    assert document.kinds(stored=stored()) == ["total"]

from decimal import Decimal

from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.rolling_up import State, roll_up

YEAR = load_year(2568)
IIT = Instrument.IIT
I1, I2 = Place(IIT, "i1"), Place(IIT, "i2")


def test_every_score_knows_its_place():
    scores = roll_up(YEAR, {I1: Decimal(80), I2: None, indicator_place(2): Decimal(90)})
    assert [score.place for score in scores.values()] == list(scores)


def test_what_was_stated_stays_beside_what_was_computed():
    stated = {Place(IIT, f"i{number}"): Decimal(80) for number in (1, 2, 3)} | {indicator_place(1): Decimal(81)}
    scores = roll_up(YEAR, stated | {TOTAL: Decimal(97)})
    assert (scores[I1].stated, scores[TOTAL].stated) == (80, 97)
    assert (scores[indicator_place(1)].value, scores[indicator_place(1)].stated) == (80, 81)
    assert scores[indicator_place(2)].stated is None


def test_a_score_without_parts_has_none_to_show():
    scores = roll_up(YEAR, {I1: Decimal(80), I2: None, TOTAL: Decimal(97)})
    places = (I1, I2, Place(IIT, "i3"), TOTAL, indicator_place(1))
    assert [scores[place].parts for place in places] == [()] * 5
    assert [scores[place].state for place in places] == [
        State.KNOWN,
        State.UNANSWERED,
        State.UNKNOWN,
        State.KNOWN,
        State.UNKNOWN,
    ]


def test_a_score_says_to_how_many_decimals_it_is_rounded():
    """Stated, computed or unknown: indicators stay exact, instruments and the total have two decimals."""
    figures = {Place(IIT, f"i{number}"): Decimal(80) for number in (1, 2, 3)} | {instrument_place(IIT): Decimal(80)}
    scores = roll_up(YEAR, figures)
    assert scores[indicator_place(1)].decimals is None
    assert [scores[place].decimals for place in (instrument_place(IIT), TOTAL)] == [2, 2]
    indicators = {indicator_place(number): Decimal(80) for number in range(1, 6)}
    assert roll_up(YEAR, indicators)[instrument_place(IIT)].decimals == 2

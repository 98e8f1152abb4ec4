from decimal import Decimal

import pytest

from prongsai.rulebook.disclosure_scoring import VerdictError, score_verdicts
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year

YEAR = load_year(2568)


def test_an_item_is_complete_or_nothing():
    scores = score_verdicts(YEAR, {"o1": True, "o2": False})
    assert scores == {Place(Instrument.OIT, "o1"): Decimal(100), Place(Instrument.OIT, "o2"): Decimal(0)}


def test_an_item_of_another_year_is_refused():
    with pytest.raises(VerdictError, match="o43 is no item of fiscal year 2568; it has o1 to o28"):
        score_verdicts(YEAR, {"o43": True})

from decimal import Decimal

import pytest

from prongsai.rulebook.evidence import TOTAL, Place, instrument_place
from prongsai.rulebook.explaining import explain
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

YEAR = load_year(2568)


def lines(figures):
    steps = explain(score_agency(YEAR, figures))
    return {str(step.place): (step.expression, step.before_rounding, str(step.value)) for step in steps}


def test_the_total_shows_its_weights():
    figures = {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100"}
    found = lines({instrument_place(Instrument(name)): Decimal(value) for name, value in figures.items()})
    assert found["total"] == (
        "0.30 × 96.57 + 0.15 × 94.51 + 0.15 × 92.32 + 0.40 × 100.00",
        "96.9955",
        "97.00",
    )
    assert found["EIT"] == ("(94.51 + 92.32) ÷ 2", "93.415", "93.42")


def test_a_mean_without_end_says_so():
    found = lines({Place(Instrument.IIT, f"i{n}"): Decimal(v) for n, v in ((1, "95.76"), (2, "93.13"), (3, "100"))})
    assert found["1"] == ("(95.76 + 93.13 + 100.00) ÷ 3", "96.2966…", "96.30")


def test_a_stated_figure_has_no_arithmetic():
    assert lines({TOTAL: Decimal("84.19")}) == {"total": ("", "84.19", "84.19")}


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("84.1", "84.10"),
        ("84.123", "84.123"),
        ("84.1234", "84.1234"),
        ("84.12345", "84.1234…"),
        ("84.12999", "84.1299…"),
    ],
)
def test_up_to_four_decimals_are_shown_before_rounding(stated, shown):
    assert lines({TOTAL: Decimal(stated)})["total"][1] == shown


def test_a_single_part_is_not_averaged():
    figures = {
        Place(Instrument.IIT, "i1"): Decimal(80),
        Place(Instrument.IIT, "i2"): None,
        Place(Instrument.IIT, "i3"): None,
    }
    assert lines(figures)["1"][0] == "80.00"


def test_nothing_known_explains_nothing():
    assert lines({}) == {}

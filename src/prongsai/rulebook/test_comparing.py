from decimal import Decimal

import pytest
from msgspec import structs

from prongsai.rulebook.comparing import Comparable, NotConsecutiveError, breaks_at, compare, year_breaks
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

IIT, EIT1, EIT2 = Instrument.IIT, Instrument.EIT1, Instrument.EIT2


def result_of(year, **figures):
    places = {"i1": Place(IIT, "i1"), "e8": Place(EIT1, "e8"), "e9": Place(EIT1, "e9"), "total": TOTAL}
    known = {places.get(name) or indicator_place(int(name[1:])): Decimal(value) for name, value in figures.items()}
    return score_agency(load_year(year), known)


def test_a_change_carries_both_figures():
    comparison = compare(result_of(2568, x7="93.25"), result_of(2567, x7="90.00"))
    change = comparison.change(indicator_place(7))
    assert change.place == indicator_place(7)
    assert (change.before, change.now, change.delta) == (Decimal("90.00"), Decimal("93.25"), Decimal("3.25"))
    assert change.comparable is Comparable.YES


def test_a_comparison_keeps_both_years():
    now, before = result_of(2568), result_of(2567)
    comparison = compare(now, before)
    assert (comparison.now, comparison.before) == (now, before)


def test_indicator_8_of_2568_is_not_compared():
    change = compare(result_of(2568, x8="91.73"), result_of(2567, x8="79.44")).change(indicator_place(8))
    assert change.comparable is Comparable.NO
    assert change.delta == Decimal("12.29")
    assert "e9" in change.breaks[0].reason_th


def test_eit_and_total_of_2568_are_compared_with_care():
    comparison = compare(result_of(2568, total="97"), result_of(2567, total="84.19"))
    assert comparison.change(TOTAL).comparable is Comparable.CAUTION
    assert comparison.change(instrument_place(Instrument.EIT)).comparable is Comparable.CAUTION


def test_a_question_is_compared_with_the_one_it_continues():
    comparison = compare(result_of(2568, e8="93.28", i1="95"), result_of(2567, e8="90", i1="90"))
    assert comparison.change(Place(EIT1, "e8")).delta == Decimal("3.28")
    assert comparison.change(Place(IIT, "i1")).comparable is Comparable.YES
    assert comparison.change(Place(EIT1, "e9")) is None


def test_no_question_of_2567_continues_one_of_2566():
    comparison = compare(result_of(2567, i1="95"), result_of(2566, i1="90"))
    assert comparison.change(Place(IIT, "i1")) is None
    assert comparison.change(indicator_place(1)).comparable is Comparable.NO
    assert comparison.change(instrument_place(IIT)).comparable is Comparable.NO


def test_levels_of_2566_are_not_compared_with_letters():
    comparison = compare(result_of(2566, total="87.40"), result_of(2565, total="87.40"))
    assert any(entry.severity == "broken" for entry in comparison.level_breaks)


def test_an_unknown_side_has_no_difference():
    change = compare(result_of(2568, x7="93.25"), result_of(2567)).change(indicator_place(7))
    assert change.delta is None


def test_a_break_on_an_instrument_touches_its_parts():
    walk = load_year(2568).crosswalk
    assert breaks_at(walk, instrument_place(EIT1))
    assert not breaks_at(walk, instrument_place(IIT))


def test_a_break_on_a_question_or_indicator_touches_both_parts():
    walk = load_year(2568).crosswalk
    assert breaks_at(walk, Place(EIT1, "e9"))
    assert breaks_at(walk, indicator_place(8, EIT1))
    assert not breaks_at(walk, Place(EIT1, "e1"))


@pytest.mark.parametrize(
    ("broken", "touched"),
    [
        ("EIT1", {"EIT1"}),
        ("EIT", {"EIT1", "EIT2"}),
        ("EIT1 e9", {"EIT1 e9"}),
        ("e9", {"EIT1 e9", "EIT2 e9"}),
        ("9", {"9"}),
    ],
)
def test_a_break_touches_what_it_names_and_no_more(broken, touched):
    walk = load_year(2568).crosswalk
    named = structs.replace(walk, breaks=(structs.replace(walk.breaks[0], places=(broken,)),))
    places = [instrument_place(EIT1), instrument_place(EIT2), Place(EIT1, "e9"), Place(EIT2, "e9"), indicator_place(9)]
    assert {str(place) for place in places if breaks_at(named, place)} == touched


def test_the_first_year_has_no_breaks():
    assert year_breaks(load_year(2563), TOTAL) == ()
    assert year_breaks(load_year(2567), TOTAL) != ()


@pytest.mark.parametrize(("now", "before"), [(2568, 2566), (2567, 2568), (2568, 2568)])
def test_only_consecutive_years_are_compared(now, before):
    with pytest.raises(NotConsecutiveError, match="does not come just before"):
        compare(result_of(now), result_of(before))


def test_the_first_year_has_nothing_before_it():
    first = result_of(2563)
    with pytest.raises(NotConsecutiveError):
        compare(first, first)

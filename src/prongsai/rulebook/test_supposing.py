from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.formulas import leaves
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import State, score_agency
from prongsai.rulebook.supposing import ImpossibleChangeError, held_figures, what_if

YEAR = load_year(2568)
IIT, EIT1, EIT2, EIT = (instrument_place(Instrument(name)) for name in ("IIT", "EIT1", "EIT2", "EIT"))


def figures(**values):
    """`figures(i1="90", EIT2_e4="80", EIT1_7="90", n5="96.09", total="97")`."""
    return {place(name): Decimal(value) for name, value in values.items()}


def place(name):
    part, _, code = name.rpartition("_")
    if name == "total":
        return TOTAL
    if name in Instrument.__members__:
        return instrument_place(Instrument(name))
    if name.startswith("n"):
        return indicator_place(int(name[1:]))
    return Place(Instrument(part or {"i": "IIT", "e": "EIT", "o": "OIT"}[code[0]]), code)


def value(result, name):
    return result.score(place(name)).value


def values(result):
    return {where: (score.state, score.exact) for where, score in result.scores.items()}


def test_a_changed_question_moves_everything_above_it():
    result = score_agency(YEAR, figures(i1="90", i2="90", i3="90"))
    assert value(what_if(result, figures(i1="100")), "n1") == Decimal("93.33")


def test_stated_figures_above_a_change_do_not_contradict_it():
    result = score_agency(
        YEAR, figures(i1="90", i2="90", i3="90", n1="90", n2="80", n3="80", n4="80", n5="80", IIT="82")
    )
    after = what_if(result, figures(i1="100"))
    assert (value(after, "n1"), value(after, "IIT"), after.contradictions) == (Decimal("93.33"), Decimal("82.67"), ())


def test_a_contradiction_elsewhere_stays():
    result = score_agency(YEAR, figures(i1="90", i2="90", i3="90", n1="70", EIT2_e4="90"))
    assert [str(entry.place) for entry in what_if(result, figures(EIT2_e4="95")).contradictions] == ["1"]


def test_a_stated_figure_stays_where_its_parts_are_not_known():
    result = score_agency(YEAR, figures(n5="96.09"))
    after = what_if(result, figures(i13="100"))
    assert value(after, "n5") == Decimal("96.09")
    assert value(after, "i13") == 100


def test_a_stated_figure_moves_by_its_known_parts_while_the_others_are_held():
    result = score_agency(YEAR, figures(i13="90", n5="96"))
    after = what_if(result, figures(i13="93"))
    assert (value(after, "n5"), value(after, "i14")) == (97, None)


def test_an_unknown_question_that_changes_is_not_held():
    result = score_agency(YEAR, figures(i13="90", n5="96"))
    assert value(what_if(result, figures(i13="93", i14="100")), "n5") == 96


def test_what_is_held_below_a_held_figure_lets_a_single_question_move_the_part():
    result = score_agency(YEAR, figures(EIT1_e1="90", EIT1_7="94", EIT1_8="93", EIT1="94", n6="95"))
    after = what_if(result, figures(EIT1_e1="99"))
    assert (value(after, "EIT1_6"), value(after, "EIT1"), value(after, "n6")) == (None, 95, Decimal("96.50"))


def test_holding_never_makes_an_unknown_part_of_eit_known():
    known = figures(n6="95", EIT2_e1="94", EIT2_e2="94", EIT2_e3="94", EIT1_7="94", EIT1_8="93")
    after = what_if(score_agency(YEAR, known), figures(EIT2_e1="100"))
    assert after.score(EIT1).state is State.UNKNOWN
    assert value(after, "n6") == 96


def test_a_stated_total_moves_by_the_known_instruments():
    result = score_agency(YEAR, figures(IIT="90", EIT1="90", EIT2="90", total="94"))
    after = what_if(result, figures(IIT="100"))
    assert (value(after, "OIT"), value(after, "total")) == (None, 97)


def test_a_stated_eit_moves_by_its_known_part():
    """So that the part that is not known stays where EIT leaves it."""
    result = score_agency(YEAR, figures(EIT="92", EIT1="90", IIT="90", OIT="100"))
    after = what_if(result, figures(EIT1="98"))
    assert (value(after, "EIT"), value(after, "EIT2")) == (96, None)
    assert after.level.label == "ผ่านดี"


def test_of_two_ways_to_hold_the_one_with_fewer_unknown_parts_counts():
    result = score_agency(YEAR, figures(IIT="90", EIT="90", total="94"))
    assert held_figures(result, [TOTAL]) == {place("OIT"): 100}


def test_nothing_is_held_where_the_stated_figure_leaves_more_than_100():
    result = score_agency(YEAR, figures(i13="10", n5="90"))
    assert held_figures(result, [indicator_place(5)]) == {}
    assert value(what_if(result, figures(i13="40")), "n5") == 90


def test_what_a_stated_figure_leaves_may_be_nothing_at_all():
    """(60 + x + y) / 3 = 20 leaves 0 for both; 19.99 would leave less than nothing."""
    held = held_figures(score_agency(YEAR, figures(i13="60", n5="20")), [place("n5")])
    assert held == figures(i14="0", i15="0")
    assert held_figures(score_agency(YEAR, figures(i13="60", n5="19.99")), [place("n5")]) == {}


def test_a_question_that_nobody_answered_is_not_held_and_does_not_count():
    result = score_agency(YEAR, figures(i13="90", n5="92") | {place("i14"): None})
    after = what_if(result, figures(i13="100"))
    assert (value(after, "i15"), value(after, "n5")) == (None, 97)
    assert after.score(place("i14")).state is State.UNANSWERED


def test_a_changed_indicator_sets_its_questions_aside():
    result = score_agency(YEAR, figures(i1="90", i2="90", i3="90"))
    after = what_if(result, figures(n1="97"))
    assert (value(after, "n1"), value(after, "i1")) == (97, None)


def test_a_changed_instrument_sets_aside_all_that_is_below_it():
    questions = {where: Decimal(90) for where in leaves(YEAR) if where.instrument is Instrument.IIT}
    after = what_if(score_agency(YEAR, questions), figures(IIT="97"))
    known = [str(where) for where, score in after.scores.items() if score.value is not None]
    assert (known, value(after, "IIT")) == (["IIT"], 97)


def test_questions_that_change_with_their_indicator_win():
    result = score_agency(YEAR, figures(i1="90", i2="90", i3="90"))
    assert value(what_if(result, figures(n1="97", i1="80", i2="80", i3="80")), "n1") == 80


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({Place(Instrument.IIT, "i99"): Decimal(90)}, "IIT i99 is no figure of fiscal year 2568"),
        (figures(i1="100.01"), "IIT i1: found 100.01; write a score from 0 to 100"),
        (figures(i1="-1"), "IIT i1: found -1"),
    ],
)
def test_a_change_that_cannot_be_is_refused(changes, words):
    with pytest.raises(ImpossibleChangeError, match=words):
        what_if(score_agency(YEAR, {}), changes)


years = st.sampled_from(known_years()).map(load_year)
scores = st.decimals(0, 100, places=2)


@st.composite
def results(draw):
    """Figures at any depth, consistent or not."""
    year = draw(years)
    places = st.sampled_from(sorted(score_agency(year, {}).scores, key=str))
    return score_agency(year, draw(st.dictionaries(places, scores, max_size=60)))


@settings(max_examples=60, deadline=None)
@given(results())
def test_no_change_changes_nothing(result):
    assert values(what_if(result, {})) == values(result)


@settings(max_examples=60, deadline=None)
@given(results(), st.data())
def test_replacing_a_figure_by_itself_changes_no_printed_total_or_instrument(result, data):
    known = [place for place in leaves(result.year) if result.score(place).value is not None]
    if known:
        chosen = data.draw(st.sampled_from(known))
        after = what_if(result, {chosen: result.score(chosen).stated})
        assert after.level.level == result.level.level or held_figures(result, result.scores)
        assert {i: v for i, v in after.instruments.items() if i is not Instrument.EIT} == {
            i: v for i, v in result.instruments.items() if i is not Instrument.EIT
        }


@settings(max_examples=60, deadline=None)
@given(results(), st.data())
def test_raising_a_question_never_lowers_an_instrument(result, data):
    known = [place for place in leaves(result.year) if result.score(place).value is not None]
    if known:
        chosen = data.draw(st.sampled_from(known))
        as_it_is = what_if(result, {chosen: result.score(chosen).stated})
        raised = what_if(result, {chosen: Decimal(100)})
        for instrument, before in as_it_is.instruments.items():
            assert before is None or raised.instruments[instrument] >= before

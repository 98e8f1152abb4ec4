from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.assessing.sureness import Respondents, sureness_of
from prongsai.rulebook.evidence import instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.tallying.group_tally import Spread

YEAR = load_year(2568)
SURVEYED = (Instrument.IIT, Instrument.EIT1, Instrument.EIT2)


def respondents(scores, people=None):
    """Who answered, from what each of them gave, in points."""
    hundredths = [int(score * 100) for score in scores]
    many = len(scores)
    return Respondents(many, people, Spread(many, many, sum(hundredths), sum(one**2 for one in hundredths)))


def scored(iit, eit1, eit2, oit):
    parts = dict(zip((*SURVEYED, Instrument.OIT), (iit, eit1, eit2, oit), strict=True))
    return score_agency(YEAR, {instrument_place(part): Decimal(score) for part, score in parts.items()})


def test_the_levels_at_both_ends_are_told():
    """IIT 96 of 20 alike among 25 people: its lower end is below the gate of 95, its upper one is not."""
    result = scored(96, 99, 99, 100)
    full = {part: respondents([99] * 40, 40) for part in SURVEYED[1:]}
    found = sureness_of(result, full | {Instrument.IIT: respondents([100] * 19 + [20], 25)})
    assert (result.level.label, found.level_low, found.level_high) == ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่านดีเยี่ยม")
    assert found.total_low < result.total < found.total_high


def test_where_everybody_answered_only_one_level_is_left():
    result = scored("95.00", "95.00", "95.00", 100)
    found = sureness_of(result, {part: respondents([95] * 10, 10) for part in SURVEYED})
    assert found.total_low == found.total_high == result.total
    assert found.level_low == found.level_high == result.level.label == "ผ่านดีเยี่ยม"


def test_a_few_who_are_all_content_leave_the_best_level_open_to_doubt():
    result = scored(100, 100, 100, 100)
    found = sureness_of(result, {part: respondents([100] * 12) for part in SURVEYED})
    assert (found.level_low, found.level_high) == ("ผ่าน", "ผ่านดีเยี่ยม")


def test_without_a_total_nothing_is_said():
    assert sureness_of(score_agency(YEAR, {}), {}) is None


@pytest.mark.parametrize("unknown", SURVEYED)
def test_a_part_of_which_nobody_knows_who_answered_leaves_everything_open(unknown):
    answered = {part: respondents([99] * 20, 40) for part in SURVEYED if part is not unknown}
    assert sureness_of(scored(99, 99, 99, 100), answered) is None


@given(
    surveyed=st.lists(st.lists(st.integers(0, 100), min_size=1, max_size=40), min_size=3, max_size=3),
    oit=st.integers(0, 100),
    people=st.none() | st.integers(1, 60),
)
def test_the_held_level_lies_between_the_two(surveyed, oit, people):
    means = [(Decimal(sum(one)) / len(one)).quantize(Decimal("0.01")) for one in surveyed]
    result = scored(*means, oit)
    answered = {part: respondents(one, people) for part, one in zip(SURVEYED, surveyed, strict=True)}
    found = sureness_of(result, answered)
    order = [level.label for level in YEAR.levels]
    best, held, worst = (order.index(label) for label in (found.level_high, result.level.label, found.level_low))
    assert best <= held <= worst
    assert found.total_low <= result.total <= found.total_high


@pytest.mark.parametrize("year", known_years())
def test_every_gate_asks_for_what_counts_in_the_total(year):
    """So a gate's score has an interval of its own or was counted; an instrument made of parts would have neither."""
    rules = load_year(year)
    gated = {condition.of for level in rules.levels for condition in level.conditions}
    assert gated <= {"total", *(part.value for part in rules.weights)}

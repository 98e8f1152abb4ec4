from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from prongsai.rulebook.instrument import Instrument, SampleRule
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.sampling import StepKind, minimum_sample, sizes_asked

SUBDISTRICT = "องค์การบริหารส่วนตำบล"
IIT, EIT1, EIT2 = Instrument.IIT, Instrument.EIT1, Instrument.EIT2

years = st.sampled_from(known_years()).map(load_year)
people = st.integers(0, 60_000)


def with_rules(*rules):
    """The newest year with other sample rules."""
    year = load_year(known_years()[-1])
    return replace(year, round=replace(year.round, samples=rules))


def rule(**said):
    return SampleRule(source=("B",), confidence="high", **({"instrument": IIT} | said))


def asked(year, part=IIT, *, agency_type="", size="", population=None):
    return minimum_sample(year, part, agency_type=agency_type, size=size, population=population)


@st.composite
def samples(draw):
    """Any minimum of any year, with the population it was computed for."""
    year = draw(years)
    part = draw(st.sampled_from(sorted(year.survey_by_part)))
    agency_type = draw(st.sampled_from(["", *{rule.agency_type for rule in year.round.samples}]))
    population = draw(people)
    return asked(
        year, part, agency_type=agency_type, size=draw(st.sampled_from("SML")), population=population
    ), population


@pytest.mark.parametrize(
    ("staff", "minimum", "kinds"),
    [
        (0, 0, ["share", "raised", "everybody"]),
        (29, 29, ["share", "raised", "everybody"]),
        (30, 30, ["share", "raised"]),
        (299, 30, ["share"]),
        (301, 31, ["share"]),
        (4000, 400, ["share"]),
        (4001, 400, ["share", "capped"]),
    ],
)
def test_ten_per_cent_of_the_staff_between_thirty_and_four_hundred(staff, minimum, kinds):
    sample = asked(load_year(2568), population=staff)
    assert sample.minimum == minimum
    assert [step.kind for step in sample.steps] == kinds
    assert (sample.confidence, sample.needs_confirmation) == ("low", True)


@pytest.mark.parametrize(("size", "minimum"), [("S", 30), ("M", 40), ("L", 50)])
def test_the_quota_of_subdistrict_organisations_grows_with_their_size(size, minimum):
    sample = asked(load_year(2567), EIT1, agency_type=SUBDISTRICT, size=size, population=5000)
    assert (sample.minimum, sample.confidence) == (minimum, "medium")
    assert [step.kind for step in sample.steps] == [StepKind.FIXED]


def test_a_fixed_quota_needs_no_population_but_never_exceeds_it():
    year = load_year(2567)
    assert asked(year, EIT1, agency_type=SUBDISTRICT, size="S").minimum == 30
    few = asked(year, EIT1, agency_type=SUBDISTRICT, size="S", population=12)
    assert (few.minimum, few.steps[-1].kind) == (12, StepKind.EVERYBODY)


def test_without_a_rule_the_minimum_is_unknown():
    sample = asked(load_year(2568), EIT2, agency_type=SUBDISTRICT, size="S", population=900)
    assert (sample.minimum, sample.rule, sample.confidence) == (None, None, None)
    assert (sample.steps[0].kind, sample.needs_confirmation) == (StepKind.NO_RULE, True)


def test_without_a_size_the_type_is_not_enough():
    sample = asked(load_year(2568), EIT1, agency_type=SUBDISTRICT, population=900)
    assert (sample.minimum, sample.steps[0].kind) == (None, StepKind.SIZE_MISSING)


def test_a_size_for_which_no_quota_was_found_is_unknown():
    sample = asked(load_year(2568), EIT1, agency_type="เทศบาลตำบล", size="L", population=900)
    assert (sample.minimum, sample.steps[0].kind) == (None, StepKind.NO_RULE)


def test_a_share_of_an_unknown_population_is_unknown():
    sample = asked(load_year(2568))
    assert (sample.minimum, sample.steps[0].kind) == (None, StepKind.POPULATION_MISSING)
    assert sample.rule is not None


def test_a_rule_that_states_no_number_leaves_the_minimum_unknown():
    assert asked(with_rules(rule()), population=90).minimum is None


def test_the_most_specific_rule_counts():
    general, typed = rule(minimum=10), rule(agency_type="กรม", minimum=20)
    sized, both = rule(size="S", minimum=15), rule(agency_type="กรม", size="S", minimum=40)
    year = with_rules(general, both, sized, typed)
    assert asked(year).rule is general
    assert asked(year, size="S").rule is sized
    assert asked(year, agency_type="กรม", size="L").rule is typed
    assert asked(year, agency_type="กรม", size="S").rule is both


def test_sizes_are_asked_only_where_a_rule_differs_by_them():
    year = load_year(2568)
    assert sizes_asked(year, EIT1, agency_type=SUBDISTRICT) == ("S", "M", "L")
    assert sizes_asked(year, EIT1, agency_type="สถาบันอุดมศึกษา") == ()
    assert sizes_asked(year, IIT, agency_type=SUBDISTRICT) == ()


def test_a_rule_of_high_confidence_needs_no_confirmation():
    assert not asked(with_rules(rule(minimum=10)), population=90).needs_confirmation


@given(samples())
def test_never_more_than_there_are(drawn):
    sample, population = drawn
    assert sample.minimum is None or 0 <= sample.minimum <= population


@given(samples())
def test_the_last_step_states_the_minimum(drawn):
    sample, _ = drawn
    assert sample.steps[-1].value == sample.minimum


@given(years, st.integers(0, 30))
def test_all_are_asked_where_there_are_no_more_than_the_least(year, staff):
    sample = asked(year, population=staff)
    assert sample.minimum == min(staff, sample.rule.at_least)


@given(years, people)
def test_the_bounds_of_the_rule_hold(year, staff):
    sample = asked(year, population=staff)
    assert min(sample.rule.at_least, staff) <= sample.minimum <= sample.rule.at_most


@given(years, people, st.integers(0, 5000))
def test_more_staff_never_means_fewer_respondents(year, staff, more):
    assert asked(year, population=staff).minimum <= asked(year, population=staff + more).minimum


@given(st.decimals("0.01", "1", places=2), people)
def test_a_share_is_reached_and_not_overshot_by_a_whole_person(share, population):
    needed = asked(with_rules(rule(share=share)), population=population).minimum
    assert Decimal(needed) >= share * population > needed - 1

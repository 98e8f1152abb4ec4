"""The arithmetic of effects, small enough to follow with a pencil."""

from decimal import Decimal

import pytest

from prongsai.portal.plans.conftest import figures_of
from prongsai.portal.plans.effect import Interval, Verdict, compare_groups, effect_of, judge_change, mean_change
from prongsai.portal.plans.effects.noise import noise_reader
from prongsai.portal.results.figures import scores_by_place
from prongsai.rulebook.comparing import Change, compare
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Break, Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

I12 = Place(Instrument.IIT, "i12")


def scored(year, scores=None):
    return score_agency(load_year(year), scores_by_place(figures_of(year, scores)))


def change(before, now, *breaks):
    return Change(I12, Decimal(before) if before else None, Decimal(now) if now else None, breaks)


BROKEN = Break(severity="broken", places=("i12",), reason_th="x", reason_en="x", source=("I",), confidence="low")


@pytest.mark.parametrize(
    ("moved", "interval", "verdict"),
    [
        (change("70", "90"), ("8", "32"), Verdict.ROSE),  # 20 points, all of the interval above 0
        (change("90", "70"), ("-32", "-8"), Verdict.FELL),
        (change("70", "75"), ("-6", "16"), Verdict.NOISE),  # 0 lies in it
        (change("70", "75"), None, Verdict.UNSURE),
        (change("70", "90", BROKEN), ("8", "32"), Verdict.BROKEN),
        (change("70", None), None, Verdict.MISSING),
    ],
)
def test_what_may_be_said_of_a_change(moved, interval, verdict):
    known = None if interval is None else Interval(*map(Decimal, interval))
    assert judge_change(moved, lambda _change: known).verdict is verdict


def reader(comparison, n):
    turnout = dict.fromkeys(comparison.changes, (n, None))
    return noise_reader(comparison, before=turnout, now=turnout)


@pytest.mark.parametrize(("n", "verdict"), [(200, Verdict.ROSE), (10, Verdict.NOISE), (0, Verdict.UNSURE)])
def test_twenty_points_of_two_hundred_people_are_no_noise_and_of_ten_they_may_be(n, verdict):
    comparison = compare(scored(2569, {"IIT i12": "90"}), scored(2568, {"IIT i12": "70"}))
    effect = effect_of(comparison, question="i12", indicator=4, noise=reader(comparison, n))
    assert [figure.verdict for figure in effect.figures] == [verdict]
    assert effect.seems_to_work is (verdict is Verdict.ROSE)


def test_a_question_of_the_public_is_looked_at_in_both_parts_and_one_fall_is_enough_to_doubt():
    before, now = {"EIT1 e9": "60", "EIT2 e9": "90"}, {"EIT1 e9": "90", "EIT2 e9": "60"}
    comparison = compare(scored(2569, now), scored(2568, before))
    effect = effect_of(comparison, question="e9", indicator=8, noise=reader(comparison, 200))
    assert [figure.verdict for figure in effect.figures] == [Verdict.ROSE, Verdict.FELL]
    assert not effect.seems_to_work
    assert effect.fell == -30


def test_a_measure_without_a_question_is_seen_by_its_indicator_and_never_proves_anything():
    comparison = compare(scored(2569, {"IIT i12": "90"}), scored(2568, {"IIT i12": "70"}))
    effect = effect_of(comparison, question="", indicator=4, noise=reader(comparison, 200))
    assert str(effect.figures[0].place) == "4"
    assert not effect.seems_to_work


def test_disclosure_is_counted_whole_so_its_change_is_exact():
    comparison = compare(scored(2569), scored(2568))
    effect = effect_of(comparison, question="", indicator=9, noise=reader(comparison, 0))
    assert effect.figures[0].interval == Interval(Decimal(0), Decimal(0))


def test_medians_of_two_groups():
    """With: 1 2 3 4 10, median 3. Without: -2 -1 0 1 2 5, median (0 + 1) / 2 = 0.5. Difference 2.5."""
    points = [1, 2, 3, 4, 10, -2, -1, 0, 1, 2, 5]
    changes = {agency: Decimal(value) for agency, value in enumerate(points)}
    groups = compare_groups(changes, {0, 1, 2, 3, 4, 99})
    assert (groups.with_count, groups.without_count) == (5, 6)
    assert (groups.with_median, groups.without_median, groups.difference) == (3, Decimal("0.5"), Decimal("2.5"))


@pytest.mark.parametrize("having", [set(range(4)), set(range(6, 10)) | {10}, set()])
def test_below_five_agencies_in_either_group_nothing_is_shown(having):
    groups = compare_groups({agency: Decimal(1) for agency in range(9)}, having)
    assert not groups.is_shown
    assert groups.with_median is groups.without_median is groups.difference is None


def test_the_change_of_a_question_in_two_parts_is_their_mean():
    assert mean_change([(Decimal(60), Decimal(70)), (Decimal(80), Decimal(84))]) == 7

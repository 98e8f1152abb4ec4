from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from prongsai.statistics.rank_spans import rank_spans


def spans(**intervals):
    return rank_spans({name: (Decimal(low), Decimal(high)) for name, (low, high) in intervals.items()})


def test_intervals_apart_leave_one_rank_each():
    assert spans(a=("90", "91"), b=("80", "81"), c=("70", "71")) == {"a": (1, 1), "b": (2, 2), "c": (3, 3)}


def test_intervals_that_touch_or_overlap_share_their_ranks():
    assert spans(a=("88", "92"), b=("85", "88"), c=("70", "71")) == {"a": (1, 2), "b": (1, 2), "c": (3, 3)}


def test_a_wide_interval_may_stand_anywhere():
    assert spans(a=("90", "91"), b=("0", "100"), c=("70", "71"))["b"] == (1, 3)


def test_without_gaps_all_who_stand_above_may_share_the_first_rank():
    apart = {"a": (Decimal(90), Decimal(91)), "b": (Decimal(80), Decimal(81)), "c": (Decimal(70), Decimal(71))}
    assert rank_spans(apart, leaves_gaps=False) == {"a": (1, 1), "b": (2, 2), "c": (2, 3)}


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted), min_size=1, max_size=12))
def test_every_order_of_points_inside_the_intervals_lies_inside_the_spans(ends):
    found = rank_spans({place: (Decimal(low), Decimal(high)) for place, (low, high) in enumerate(ends)})
    for points in (dict(enumerate(low for low, _ in ends)), dict(enumerate(high for _, high in ends))):
        order = sorted(points, key=lambda place: -points[place])
        ranks = {order[0]: 1}
        for rank, (above, here) in enumerate(pairwise(order), start=2):
            ranks[here] = ranks[above] if points[here] == points[above] else rank
        assert all(found[place][0] <= rank <= found[place][1] for place, rank in ranks.items())
        without_gaps = {place: 1 + len({one for one in points.values() if one > points[place]}) for place in points}
        wide = rank_spans(
            {place: (Decimal(low), Decimal(high)) for place, (low, high) in enumerate(ends)}, leaves_gaps=False
        )
        assert all(wide[place][0] <= rank <= wide[place][1] for place, rank in without_gaps.items())

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from prongsai.portal.disclosures.assessing.sharing import Conflicts, ToShare, share_out
from prongsai.portal.disclosures.models import SeatKind


def agencies(many, **seated):
    return [ToShare(n, n + 1000, "ก" if n % 2 else "ข", seated) for n in range(many)]


def test_every_place_is_filled_by_three_different_people():
    shared = share_out(agencies(40), range(1, 8), {}, seed="s")
    assert not shared.unfilled
    for number in range(40):
        people = {placed.person_id for placed in shared.placed if placed.disclosure_id == number}
        assert len(people) == 3


def test_nobody_marks_where_she_has_a_conflict():
    conflicts = {1: Conflicts(provinces=frozenset({"ก"})), 2: Conflicts(agencies=frozenset({1004}))}
    shared = share_out(agencies(30), range(1, 6), conflicts, seed="s")
    assert all(placed.person_id != 1 or placed.disclosure_id % 2 == 0 for placed in shared.placed)
    assert all((placed.person_id, placed.disclosure_id) != (2, 4) for placed in shared.placed)


def test_places_for_which_nobody_is_left_are_told():
    shared = share_out(agencies(1), [1, 2], {}, seed="s")
    assert shared.unfilled == ((0, SeatKind.ADJUDICATOR),)


def test_who_sits_already_stays_and_counts():
    taken = [ToShare(1, 1, "", {SeatKind.FIRST: 1}), ToShare(2, 2, "", {})]
    shared = share_out(taken, [1, 2, 3], {}, seed="s")
    assert (1, SeatKind.FIRST) not in {(placed.disclosure_id, placed.kind) for placed in shared.placed}
    assert next(p.person_id for p in shared.placed if (p.disclosure_id, p.kind) == (2, SeatKind.FIRST)) != 1


def test_the_same_seed_gives_the_same_places():
    assert share_out(agencies(25), range(6), {}, seed="a") == share_out(agencies(25)[::-1], range(6), {}, seed="a")
    assert share_out(agencies(25), range(6), {}, seed="a") != share_out(agencies(25), range(6), {}, seed="b")


@given(many=st.integers(1, 60), people=st.integers(3, 9))
def test_nobody_has_two_agencies_more_to_mark_than_another(many, people):
    shared = share_out(agencies(many), range(people), {}, seed="s")
    marking = Counter(placed.person_id for placed in shared.placed if placed.kind is not SeatKind.ADJUDICATOR)
    every = [marking.get(person, 0) for person in range(people)]
    assert max(every) - min(every) <= 1

from decimal import Decimal

from prongsai.portal.computing.rankings import Candidate, rank_all
from prongsai.portal.results.standing import RankFacts, ranks_from


def candidate(number, total, *, low=None, high=None, kind="town-municipality", province="ก", is_short=False):
    ends = [None if end is None else Decimal(end) for end in (total, low, high)]
    return Candidate(number, kind, province, *ends, is_short)


def ranked(*candidates):
    return {number: ranks_from(stored) for number, stored in rank_all(candidates).items()}


def test_each_stands_within_its_type_its_province_and_the_nation():
    found = ranked(
        candidate(1, "90.00", low="89", high="91"),
        candidate(2, "95.00", low="94", high="96", kind="province"),
        candidate(3, "80.00", low="79", high="81", province="ข"),
    )
    assert found[1].in_type == RankFacts(rank=1, of=2, sharing=1, first=1, last=1)
    assert (found[1].in_province.rank, found[1].in_province.of) == (2, 2)
    assert [found[number].in_nation.rank for number in (1, 2, 3)] == [2, 1, 3]


def test_equal_totals_share_a_rank_and_say_with_how_many():
    found = ranked(*(candidate(number, "90.00", low="85", high="95") for number in (1, 2)), candidate(3, "89.99"))
    assert (found[1].in_nation.rank, found[1].in_nation.sharing, found[1].in_nation.is_shared) == (1, 2, True)
    assert (found[3].in_nation.rank, found[3].in_nation.is_shared) == (3, False)


def test_a_rank_says_between_which_ranks_it_may_lie():
    found = ranked(
        candidate(1, "90.00", low="86", high="93"),
        candidate(2, "88.00", low="85", high="91"),
        candidate(3, "70.00", low="69", high="71"),
    )
    assert [(found[n].in_nation.first, found[n].in_nation.last) for n in (1, 2, 3)] == [(1, 2), (1, 2), (3, 3)]
    assert found[3].in_nation.is_sure


def test_without_a_total_there_is_no_rank_and_without_an_interval_any_is_possible():
    found = ranked(candidate(1, None), candidate(2, "90.00", province=""), candidate(3, "80.00", low="79", high="81"))
    assert found[1] is None
    assert found[2].in_province is None
    assert (found[2].in_nation.first, found[2].in_nation.last) == (1, 2)

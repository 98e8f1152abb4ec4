from tests.invented_readings import Invented

from prongsai.papers.reading.found import Where


def test_two_ranks_of_one_year_and_group_are_found_at_the_later():
    document = Invented().ranks_at(1204, line=3, among="อบต.").ranks_at(1240, line=9, among="อบต.")
    (found,) = document.check()
    assert (found.kind.value, found.where, found.printed) == ("rank", Where(9), "1,240")
    assert "1,204" in found.follows.th
    assert "line 3" in found.follows.en


def test_the_same_rank_twice_is_no_contradiction():
    assert Invented().ranks_at(1204, among="อบต.").ranks_at(1204, among=" อบต.").check() == ()


def test_ranks_of_other_years_and_groups_stand_beside_each_other():
    document = Invented().ranks_at(1204, among="อบต.").ranks_at(12, among="จังหวัด")
    assert document.ranks_at(900, year=2567, among="อบต.").check() == ()


def test_a_year_that_is_not_named_is_that_of_the_document():
    assert Invented().ranks_at(5, year=2568).ranks_at(6).kinds() == ["rank"]


def test_a_rank_beyond_the_group_is_found():
    (found,) = Invented().ranks_at(90, of=80).check()
    assert "80" in found.follows.en
    assert Invented().ranks_at(80, of=80).check() == ()

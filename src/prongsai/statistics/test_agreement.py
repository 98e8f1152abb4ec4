from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from prongsai.statistics.agreement import Agreement, agreement_of

marks = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=60)


def test_cohen_of_a_table_worked_by_hand():
    # 50 things: 20 both yes, 15 both no, 5 and 10 apart. Agreed 35/50 = 0.7.
    # first yes 25/50, second yes 30/50: by chance 0.5*0.6 + 0.5*0.4 = 0.5; kappa (0.7-0.5)/(1-0.5) = 0.4
    table = Agreement(both_yes=20, both_no=15, first_only=5, second_only=10)
    assert table.rate == Fraction(7, 10)
    assert table.kappa == Fraction(2, 5)
    assert table.disagreed == 15


def test_nothing_marked_is_no_agreement_and_no_zero():
    assert agreement_of([]).rate is None
    assert agreement_of([]).kappa is None


def test_where_both_always_say_yes_kappa_is_not_known():
    always = agreement_of([(True, True)] * 8)
    assert always.rate == 1
    assert always.kappa is None


@given(marks)
def test_kappa_is_one_only_where_all_agree_and_never_above(pairs):
    found = agreement_of(pairs)
    if found.kappa is not None:
        assert -1 <= found.kappa <= 1
        assert (found.kappa == 1) == all(first == second for first, second in pairs)


@given(marks)
def test_it_does_not_matter_who_is_called_first(pairs):
    turned = agreement_of([(second, first) for first, second in pairs])
    assert (turned.rate, turned.kappa) == (agreement_of(pairs).rate, agreement_of(pairs).kappa)

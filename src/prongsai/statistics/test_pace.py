from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.statistics.pace import Prospect, pace, recent_answers, window

OPENED, CLOSES = date(2026, 6, 1), date(2026, 6, 30)


def look(answers, recent, today, minimum=100):
    return pace(answers, recent, minimum=minimum, opened=OPENED, today=today, closes=CLOSES)


@pytest.mark.parametrize(
    ("answers", "recent", "today", "prospect", "expected", "needed"),
    [
        # 15 June: 15 whole days are left; 28 answers in seven days are 4 a day: 40 + 60 reach 100
        (40, 28, date(2026, 6, 15), Prospect.ON_PACE, 100, 4),
        (39, 28, date(2026, 6, 15), Prospect.SHORT, 99, 5),
        # three whole days have passed: 5 a day, 26 days left
        (15, 15, date(2026, 6, 4), Prospect.ON_PACE, 145, 4),
        (15, 15, date(2026, 6, 3), Prospect.EARLY, None, 4),
        (99, 70, CLOSES, Prospect.SHORT, 99, 1),
        (99, 70, CLOSES + timedelta(days=1), Prospect.MISSED, 99, None),
        (100, 0, CLOSES + timedelta(days=1), Prospect.REACHED, None, None),
    ],
)
def test_the_prospect_follows_from_answers_pace_and_days_left(answers, recent, today, prospect, expected, needed):
    found = look(answers, recent, today)
    assert (found.prospect, found.expected, found.needed_a_day) == (prospect, expected, needed)


def test_without_a_minimum_nothing_is_foretold():
    assert look(40, 28, date(2026, 6, 15), minimum=None).prospect is Prospect.UNKNOWN


def test_before_the_opening_nothing_is_foretold():
    assert look(0, 0, date(2026, 5, 20)).prospect is Prospect.EARLY


def test_the_pace_looks_at_seven_whole_days_without_today():
    by_day = {date(2026, 6, day): day for day in range(1, 16)}
    assert window(opened=OPENED, today=date(2026, 6, 15)) == (date(2026, 6, 8), 7)
    assert recent_answers(by_day, opened=OPENED, today=date(2026, 6, 15)) == 8 + 9 + 10 + 11 + 12 + 13 + 14
    assert recent_answers(by_day, opened=OPENED, today=date(2026, 6, 3)) == 1 + 2


DAYS = st.dates(OPENED, CLOSES)


@given(st.integers(0, 200), st.integers(0, 200), DAYS, st.integers(1, 200))
def test_one_more_answer_never_makes_it_look_worse(answers, recent, today, minimum):
    order = [Prospect.MISSED, Prospect.SHORT, Prospect.EARLY, Prospect.ON_PACE, Prospect.REACHED]
    before, after = look(answers, recent, today, minimum), look(answers + 1, recent + 1, today, minimum)
    assert order.index(after.prospect) >= order.index(before.prospect)


@given(st.integers(0, 99), DAYS)
def test_who_gets_what_is_needed_a_day_reaches_the_minimum(answers, today):
    found, left = look(answers, 0, today), (CLOSES - today).days
    assert answers + found.needed_a_day * max(1, left) >= 100

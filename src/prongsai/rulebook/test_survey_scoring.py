from decimal import Decimal

import pytest
from msgspec import structs

from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.survey_scoring import TallyError, average_points, score_answers, score_question

YEAR = load_year(2568)
OLD_YEAR = load_year(2564)
IIT = Instrument.IIT


def score(code, counts, year=YEAR, part=IIT):
    return score_question(year, part, year.question(part, code), {Place(part, code): counts})


def test_six_options_score_0_to_100_in_steps_of_20():
    assert score("i1", (1, 1, 1, 1, 1, 1)) == Decimal("50.00")
    assert score("i1", (0, 0, 0, 0, 0, 7)) == Decimal("100.00")


def test_a_question_is_rounded_as_its_year_says():
    to_one_decimal = structs.replace(YEAR.round.rounding, question=1)
    year = structs.replace(YEAR, round=structs.replace(YEAR.round, rounding=to_one_decimal))
    assert str(score("i1", (0, 0, 0, 0, 1, 2))) == "93.33"  # (80 + 100 + 100) ÷ 3
    assert str(score("i1", (0, 0, 0, 0, 1, 2), year=year)) == "93.3"


def test_a_reversed_question_counts_from_the_other_end():
    assert YEAR.question(IIT, "i5").reversed
    assert score("i5", (9, 0, 0, 0, 0, 0)) == Decimal("100.00")
    assert score("i5", (0, 0, 0, 0, 0, 9)) == Decimal("0.00")


def test_a_bribe_asked_for_scores_nothing():
    assert score("i3", (1, 3)) == Decimal("75.00")


def test_four_options_score_whole_thirds():
    assert score("i2", (1, 1, 1, 1), year=OLD_YEAR) == Decimal("50.00")
    assert score("i2", (0, 3, 0, 0), year=OLD_YEAR) == Decimal("33.00")


def test_nobody_answered_is_not_nought():
    assert score("i1", (0, 0, 0, 0, 0, 0)) is None


def test_lines_are_averaged_before_the_question_is_rounded():
    question = OLD_YEAR.question(IIT, "i1")
    tally = {Place(IIT, "i1.1"): (0, 0, 1, 0), Place(IIT, "i1.2"): (0, 0, 0, 3)}
    assert len(question.lines) == 2
    assert score_question(OLD_YEAR, IIT, question, tally) == Decimal("83.50")  # (67 + 100) ÷ 2


def test_a_line_may_be_reversed_by_itself():
    question = OLD_YEAR.question(IIT, "i11")
    best = {Place(IIT, "i11.1"): (0, 0, 0, 1), Place(IIT, "i11.2"): (1, 0, 0, 0)}
    assert score_question(OLD_YEAR, IIT, question, best) == Decimal("100.00")


def test_a_line_that_nobody_answered_does_not_count():
    question = OLD_YEAR.question(IIT, "i1")
    tally = {Place(IIT, "i1.1"): (0, 0, 1, 0), Place(IIT, "i1.2"): (0, 0, 0, 0)}
    assert score_question(OLD_YEAR, IIT, question, tally) == Decimal("67.00")


def test_counting_whole_and_by_line_at_once_is_refused():
    question = OLD_YEAR.question(IIT, "i1")
    tally = {Place(IIT, "i1"): (0, 0, 1, 0), Place(IIT, "i1.2"): (0, 0, 0, 0)}
    with pytest.raises(TallyError, match="give one of them"):
        score_question(OLD_YEAR, IIT, question, tally)


@pytest.mark.parametrize("counts", [(1, 2), (1, 2, 3, 4, 5, 6, 7)])
def test_counts_must_fit_the_scale(counts):
    with pytest.raises(TallyError, match="the scale has 6"):
        score("i1", counts)


def test_negative_counts_are_refused():
    with pytest.raises(TallyError, match="negative"):
        score("i1", (1, -1, 0, 0, 0, 0))


def test_weighted_counts_are_exact():
    assert average_points((Decimal(0), Decimal(100)), (Decimal("0.1"), Decimal("0.2"))) * 3 == 200


def test_only_instruments_that_the_tally_touches_are_scored():
    scores = score_answers(YEAR, {Place(Instrument.EIT2, "e1"): (0, 0, 0, 0, 0, 1)})
    assert {place.instrument for place in scores} == {Instrument.EIT2}
    assert scores[Place(Instrument.EIT2, "e1")] == 100
    assert scores[Place(Instrument.EIT2, "e2")] is None

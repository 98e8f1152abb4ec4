"""What must hold for any answers: bounds, order, monotony, and that counting first changes nothing."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.survey_scoring import score_answers

years = st.sampled_from(known_years()).map(load_year)


@st.composite
def rounds(draw, most=6):
    """A year, single answers (option numbers or None) by place, and verdicts."""
    year = draw(years)
    answers = {}
    for part, survey in year.survey_by_part.items():
        size = draw(st.integers(1, most))
        for question in survey.questions:
            options = len(survey.scale_of(question).options)
            choice = st.none() | st.integers(1, options)
            answers[Place(part, question.code)] = draw(st.lists(choice, min_size=size, max_size=size))
    verdicts = draw(st.fixed_dictionaries({code: st.booleans() for code in year.items}))
    return year, answers, verdicts


def tally(year, answers):
    return {
        place: tuple(chosen.count(option) for option in range(1, options_of(year, place) + 1))
        for place, chosen in answers.items()
    }


def options_of(year, place):
    survey = year.survey_by_part[place.instrument]
    return len(survey.scale_of(year.question(place.instrument, place.code)).options)


def result_of(year, answers, verdicts):
    return score_agency(year, score_answers(year, tally(year, answers)) | score_verdicts(year, verdicts))


def naive_walk(year, answers, verdicts):
    """The score of an agency by walking over single answers, written from docs/scoring.md without the rulebook."""

    def half_up(value):
        shifted = Decimal(value.numerator * 1000 // value.denominator) / 1000  # the third decimal decides
        return Fraction(shifted.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))

    def mean(values):
        known = [value for value in values if value is not None]
        return sum(known, Fraction(0)) / len(known) if known else None

    def question(part, code):
        survey = year.survey_by_part[part]
        asked = next(q for q in survey.questions if q.code == code)
        points = [Fraction(option.points) for option in survey.scale_of(asked).options]
        if asked.reversed:
            points.reverse()
        value = mean([points[option - 1] for option in answers[Place(part, code)] if option is not None])
        return None if value is None else half_up(value)

    def indicator(part, number):
        survey = year.survey_by_part[part]
        return mean([question(part, q.code) for q in survey.questions if q.indicator == number])

    def rounded(value):
        return None if value is None else half_up(value)

    def disclosure(number):
        subs = [s.code for s in year.disclosure.sub_indicators if s.indicator == number]
        return mean(
            [
                mean([Fraction(100 * verdicts[i.code]) for i in year.disclosure.items if i.sub_indicator == s])
                for s in subs
            ]
        )

    parts = {Instrument.IIT: range(1, 6), **dict.fromkeys(year.eit_parts, range(6, 9))}
    scores = {part: rounded(mean([indicator(part, number) for number in numbers])) for part, numbers in parts.items()}
    scores[Instrument.OIT] = half_up(mean([disclosure(9), disclosure(10)]))
    if any(value is None for value in scores.values()):
        return None
    return half_up(sum((Fraction(share) * scores[part] for part, share in year.weights.items()), Fraction(0)))


@settings(max_examples=60, deadline=None)
@given(rounds())
def test_counting_first_gives_what_a_walk_over_answers_gives(drawn):
    total = result_of(*drawn).total
    assert (None if total is None else Fraction(total)) == naive_walk(*drawn)


@settings(max_examples=40, deadline=None)
@given(rounds())
def test_every_score_lies_between_0_and_100(drawn):
    for score in result_of(*drawn).scores.values():
        assert score.value is None or 0 <= score.value <= 100


@settings(max_examples=40, deadline=None)
@given(rounds(), st.randoms(use_true_random=False))
def test_the_order_of_respondents_does_not_matter(drawn, chance):
    year, answers, verdicts = drawn
    shuffled = {place: chance.sample(chosen, len(chosen)) for place, chosen in answers.items()}
    assert result_of(year, shuffled, verdicts).total == result_of(year, answers, verdicts).total


@settings(max_examples=40, deadline=None)
@given(rounds(), st.data())
def test_a_better_answer_never_lowers_anything(drawn, data):
    year, answers, verdicts = drawn
    place = data.draw(st.sampled_from(sorted(answers, key=str)))
    asked = year.question(place.instrument, place.code)
    step = -1 if asked.reversed else 1
    chosen = answers[place]
    better = [min(max(option + step, 1), options_of(year, place)) if option else option for option in chosen]
    before, after = result_of(year, answers, verdicts), result_of(year, answers | {place: better}, verdicts)
    assert never_lower(before, after)


@settings(max_examples=40, deadline=None)
@given(rounds(), st.data())
def test_completing_an_item_never_lowers_anything(drawn, data):
    year, answers, verdicts = drawn
    code = data.draw(st.sampled_from(sorted(verdicts)))
    before, after = result_of(year, answers, verdicts), result_of(year, answers, verdicts | {code: True})
    assert never_lower(before, after)
    assert before.level.level is None or rank(year, after) <= rank(year, before)


def never_lower(before, after):
    pairs = [(score.value, after.scores[place].value) for place, score in before.scores.items()]
    return all(old is None or new is None or new >= old for old, new in pairs)


def rank(year, result):
    return year.levels.index(result.level.level)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(0, 100, places=2), min_size=10, max_size=10), years, st.sets(st.integers(1, 10)))
def test_knowing_more_never_takes_a_level_back(values, year, hidden):
    full = {indicator_place(number): value for number, value in enumerate(values, start=1)}
    some = {place: value for place, value in full.items() if int(place.code) not in hidden}
    less, more = score_agency(year, some), score_agency(year, full)
    assert less.level.level is None or rank(year, more) <= rank(year, less)

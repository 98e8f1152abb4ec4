from decimal import Decimal

import pytest

from prongsai.rulebook.advising import advise_on_questions
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.weighing import (
    Calls,
    Concern,
    Weighing,
    calls_by_rule,
    concerns_about_indicator,
    concerns_about_item,
    concerns_about_question,
    weigh,
)

YEAR = load_year(2568)
KEPT, WAITING, DROPPED = Weighing.KEPT, Weighing.WAITING, Weighing.DROPPED
I5 = next(question for question in YEAR.survey_by_part[Instrument.IIT].questions if question.code == "i5")


def question(code, weighing, part=Instrument.IIT):
    return Concern(Place(part, code), f"เรื่อง {code}", weighing)


def item(code, weighing):
    return Concern(Place(Instrument.OIT, code), f"ข้อ {code}", weighing)


def by_rule(figures, unseen=()):
    result = score_agency(YEAR, figures)
    return calls_by_rule(result, advise_on_questions(result), unseen)


def test_the_rules_call_weak_questions_and_missed_items():
    figures = score_verdicts(YEAR, {code: code != "o12" for code in YEAR.items})
    assert by_rule(figures | {Place(Instrument.IIT, "i5"): Decimal(60)}) == Calls({"i5"}, {"o12"})


def test_the_rules_call_every_question_of_an_indicator_of_which_none_is_known():
    assert by_rule({}, unseen=[8]).questions == {"e7", "e8", "e9"}


@pytest.mark.parametrize(
    ("concerns", "called", "dropped"),
    [
        ((), {"i5"}, set()),
        ((question("i5", WAITING),), {"i5"}, set()),
        ((question("i5", KEPT),), {"i5"}, set()),
        ((question("i5", DROPPED),), set(), {"i5"}),
        ((question("i5", DROPPED), question("i5", WAITING)), {"i5"}, set()),
        ((question("i5", DROPPED), question("i5", KEPT)), {"i5"}, set()),
        ((question("i6", DROPPED),), {"i5"}, set()),
        ((question("i6", WAITING),), {"i5"}, set()),
        ((question("i6", KEPT),), {"i5", "i6"}, set()),
    ],
)
def test_a_persons_word_on_a_question_goes_before_the_rule(concerns, called, dropped):
    after, put_aside = weigh(YEAR, Calls(frozenset({"i5"})), concerns)
    assert (after, put_aside) == (Calls(called), Calls(dropped))


@pytest.mark.parametrize(
    ("concerns", "called", "dropped"),
    [
        ((), {"o12"}, set()),
        ((item("o12", DROPPED),), set(), {"o12"}),
        ((item("o13", KEPT),), {"o12", "o13"}, set()),
        ((item("o13", DROPPED),), {"o12"}, set()),
    ],
)
def test_a_persons_word_on_an_item_goes_before_the_rule(concerns, called, dropped):
    after, put_aside = weigh(YEAR, Calls(items=frozenset({"o12"})), concerns)
    assert (after.items, put_aside.items) == (called, dropped)
    assert after.questions == put_aside.questions == set()


def test_a_concern_in_any_part_of_the_survey_is_about_the_question():
    concerns = [question("e7", DROPPED, Instrument.EIT)]
    assert weigh(YEAR, Calls(frozenset({"e7"})), concerns) == (Calls(), Calls(frozenset({"e7"})))


def test_what_speaks_of_an_instrument_the_total_or_nothing_calls_nothing():
    others = [
        Concern(instrument_place(Instrument.EIT2), "ต่ำกว่าเกณฑ์", KEPT),
        Concern(Place(None, "total"), "รวม", KEPT),
        Concern(indicator_place(4), "ต่ำสุด", KEPT),
        Concern(None, "คิดเอง", KEPT, topic=4),
    ]
    assert weigh(YEAR, Calls(), others) == (Calls(), Calls())


def test_an_unseen_indicator_is_dropped_with_all_of_its_questions():
    calls = by_rule({}, unseen=[8])
    concerns = [Concern(indicator_place(8), "ต่ำสุด", DROPPED)]
    assert weigh(YEAR, calls, concerns, unseen=[8]) == (Calls(), calls)
    assert weigh(YEAR, calls, concerns) == (calls, Calls())


def test_what_is_said_of_a_question_goes_before_what_is_said_of_its_unseen_indicator():
    concerns = [Concern(indicator_place(8), "ต่ำสุด", DROPPED), question("e8", KEPT, Instrument.EIT)]
    called, dropped = weigh(YEAR, by_rule({}, unseen=[8]), concerns, unseen=[8])
    assert (called.questions, dropped.questions) == ({"e8"}, {"e7", "e9"})


def test_concerns_are_found_by_what_they_are_about():
    on_question, on_item, on_indicator = (
        question("i5", KEPT),
        item("o12", KEPT),
        Concern(indicator_place(2), "ต่ำสุด", KEPT),
    )
    every = [on_question, on_item, on_indicator]
    assert concerns_about_question(I5, every) == (on_question,)
    assert concerns_about_question(I5, every[1:], unseen=[2]) == (on_indicator,)
    assert concerns_about_question(I5, every[1:]) == ()
    assert concerns_about_item("o12", every) == (on_item,)
    assert concerns_about_indicator(2, every) == (on_indicator,)

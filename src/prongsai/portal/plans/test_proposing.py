"""Proposals cover every indicator, carry where they come from, and fit the agency's own units."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from prongsai.portal.plans.conftest import figures_of
from prongsai.portal.plans.doing.items import item_year, suggest_items
from prongsai.portal.plans.fitting import match_units, spread_due_dates
from prongsai.portal.plans.proposing import keepers, propose, unanswered
from prongsai.portal.results.figures import scores_by_place
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.weighing import Concern, Weighing


@dataclass
class Unit:
    pk: int
    name: str


UNITS = [Unit(1, "สำนักปลัดเทศบาล"), Unit(2, "กองคลัง"), Unit(3, "กองช่าง")]


def proposals(scores=None, concerns=()):
    result = score_agency(load_year(2568), scores_by_place(figures_of(2568, scores)))
    return result, propose(result, concerns)


def concern(place, weighing=Weighing.KEPT, words="ถ้อยคำของเจ้าหน้าที่", topic=None):
    return Concern(place, words, weighing, topic)


I12, I5 = Place(Instrument.IIT, "i12"), Place(Instrument.IIT, "i5")


def test_every_indicator_has_one_and_the_weak_question_is_named():
    _, proposed = proposals({"IIT i12": "70"})
    assert {p.indicator for p in proposed} == set(range(1, 11))
    weak = next(p for p in proposed if p.question == "i12")
    assert (weak.origin, str(weak.place), weak.now, weak.target) == ("recommendation", "IIT i12", 70, 95)
    assert weak.items
    assert all(p.origin == "keeping" for p in proposed if p.indicator != 4)


def test_what_is_better_than_the_target_is_to_be_kept():
    _, proposed = proposals()
    first = next(p for p in proposed if p.indicator == 1)
    assert first.now == first.target == Decimal(96)


def test_keeping_is_offered_beside_advice_but_not_chosen():
    result, proposed = proposals({"IIT i12": "70"})
    extra = list(keepers(result, proposed))
    assert [(p.indicator, p.chosen) for p in extra] == [(4, False)]


def test_what_was_dropped_stands_apart_and_its_indicator_is_kept():
    _, proposed = proposals({"IIT i12": "70"}, [concern(I12, Weighing.DROPPED, "ไม่เห็นด้วย")])
    dropped = [p for p in proposed if p.is_dropped]
    assert [(p.question, p.chosen, p.findings) for p in dropped] == [("i12", False, ("ไม่เห็นด้วย",))]
    assert [(p.origin, p.chosen) for p in proposed if p.indicator == 4 and not p.is_dropped] == [("keeping", True)]
    assert {p.indicator for p in proposed if p.chosen} == set(range(1, 11))


def test_what_waits_is_proposed_as_the_rules_say_and_without_words():
    _, proposed = proposals({"IIT i12": "70"}, [concern(I12, Weighing.WAITING)])
    weak = next(p for p in proposed if p.question == "i12")
    assert (weak.chosen, weak.findings) == (True, ())


def test_the_officers_words_stand_on_the_measure_of_their_question_once():
    said = [concern(I12), concern(I12, words="พัสดุหายปีละครั้ง"), concern(I12), concern(I12, Weighing.WAITING, "รอ")]
    _, proposed = proposals({"IIT i12": "70"}, said)
    weak = next(p for p in proposed if p.question == "i12")
    assert weak.findings == ("ถ้อยคำของเจ้าหน้าที่", "พัสดุหายปีละครั้ง")
    assert (weak.question, weak.items) == ("i12", ("o8", "o16"))


def test_a_kept_weakness_of_a_question_that_is_not_weak_by_rule_calls_for_its_measure():
    _, proposed = proposals(concerns=[concern(I5)])
    (called,) = [p for p in proposed if p.question]
    assert (called.question, str(called.place), called.now, called.target) == ("i5", "IIT i5", 96, 96)
    assert (called.chosen, called.findings) == (True, ("ถ้อยคำของเจ้าหน้าที่",))


def test_the_lowest_of_two_parts_is_the_figure_that_a_measure_is_about():
    _, proposed = proposals({"EIT1 e4": "93", "EIT2 e4": "91"})
    weak = next(p for p in proposed if p.question == "e4")
    assert (str(weak.place), weak.now) == ("EIT2 e4", 91)


def test_items_are_called_and_dropped_one_by_one_and_named_in_their_measure():
    missed = {"OIT o12": "0", "OIT o13": "0"}
    oit = {code: Place(Instrument.OIT, code) for code in ("o12", "o13")}
    _, plain = proposals(missed)
    assert [(p.key, p.items, p.origin) for p in plain if p.indicator == 9] == [
        ("o-o12-o13", ("o12", "o13"), "recommendation")
    ]
    said = [concern(oit["o12"], words="แผนจัดหามาช้า"), concern(oit["o13"], Weighing.DROPPED, "ปีหน้าไม่ถาม")]
    _, weighed = proposals(missed, said)
    assert [(p.key, p.items, p.findings, p.chosen) for p in weighed if p.indicator == 9] == [
        ("o-o12", ("o12",), ("แผนจัดหามาช้า",), True),
        ("d-o-o13", ("o13",), ("ปีหน้าไม่ถาม",), False),
    ]


def test_two_sub_indicators_make_two_proposals_to_choose_from():
    _, proposed = proposals({"OIT o12": "0", "OIT o1": "0"})
    keys = [p.key for p in proposed]
    assert {"o-o12", "o-o1"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_words_about_an_indicator_stand_on_each_of_its_measures():
    _, proposed = proposals({"IIT i12": "70"}, [concern(indicator_place(4)), concern(indicator_place(5), words="เดิม")])
    assert {p.question or p.origin: p.findings for p in proposed if p.indicator in {4, 5}} == {
        "i12": ("ถ้อยคำของเจ้าหน้าที่",),
        "keeping": ("เดิม",),
    }


def test_an_own_weakness_without_a_figure_becomes_a_measure_to_be_written_at_the_weakest_of_its_topic():
    """Topic 3 is served by the indicators 7 and 9; 7 is lower here."""
    said = concern(None, words="ช่องทางร้องเรียนมีหลายที่\nประชาชนสับสน", topic=3)
    _, proposed = proposals({"EIT1 e4": "80", "EIT2 e4": "80"}, [said])
    (own,) = [p for p in proposed if p.origin == "own"]
    assert (own.indicator, own.topic, own.chosen, own.steps) == (7, 3, True, ())
    assert own.title == "แก้ไขเรื่อง ช่องทางร้องเรียนมีหลายที่ ประชาชนสับสน"
    assert own.findings == (said.words,)
    assert next(p.key for p in proposals(concerns=[concern(I5), said])[1] if p.origin == "own") == own.key


def test_an_own_weakness_finds_its_indicator_though_no_score_is_known():
    (own,) = [p for p in propose(score_agency(load_year(2568), {}), [concern(None, topic=3)]) if p.origin == "own"]
    assert (own.indicator, own.now) == (7, None)


@pytest.mark.parametrize("weighing", [Weighing.WAITING, Weighing.DROPPED])
def test_an_own_weakness_that_is_not_kept_is_not_written_down(weighing):
    assert not [p for p in proposals(concerns=[concern(None, weighing, topic=3)])[1] if p.origin == "own"]


def test_a_title_fits_its_column_however_long_the_words_are():
    (own,) = [p for p in proposals(concerns=[concern(None, words="ก" * 2000, topic=1)])[1] if p.origin == "own"]
    assert len(own.title) == 300


@pytest.mark.parametrize(
    ("said", "is_unanswered"),
    [
        (concern(instrument_place(Instrument.EIT2)), True),
        (concern(Place(None, "total")), True),
        (concern(None), True),
        (concern(None, topic=2), False),
        (concern(indicator_place(8)), False),
        (concern(I5), False),
        (concern(None, Weighing.DROPPED), False),
    ],
)
def test_what_no_single_measure_answers_is_named(said, is_unanswered):
    assert bool(unanswered([said])) is is_unanswered


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("กองคลัง",), (2, ())),
        (("สำนักปลัด", "ทุกส่วนราชการ"), (1, (2, 3))),
        (("คณะผู้บริหาร", "สำนักปลัด"), (1, ())),
        (("หน่วยตรวจสอบภายใน",), (None, ())),
    ],
)
def test_suggested_units_become_the_agencys_own(names, found):
    assert match_units(names, UNITS) == found


def test_steps_are_spread_to_month_ends_of_the_fiscal_year():
    assert spread_due_dates(2569, 3) == (date(2026, 1, 31), date(2026, 5, 31), date(2026, 9, 30))
    assert spread_due_dates(2569, 1) == (date(2026, 9, 30),)
    assert spread_due_dates(2569, 0) == ()


def test_items_follow_their_topics_into_the_next_year():
    """O17 and O18 of 2568 (complaints) are O16 and O17 of 2569; the report on the measures, O26, is always offered."""
    assert suggest_items(["o17", "o18"], cited_in=2568, rules=load_year(2569)) == ("o16", "o17", "o26")
    assert suggest_items([], cited_in=2568, rules=load_year(2569)) == ("o26",)
    assert item_year(2569).year == 2569
    assert item_year(2567).year == 2568

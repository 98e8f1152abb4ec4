"""What is made of a reading before a person looks at it; no database."""

from decimal import Decimal

import pytest

from prongsai.papers.reading.found import CitedItem, ReadFigure, Reading, ReadLevel, ReadMeasure, ReadRank, Where
from prongsai.papers.reading.rows import lines_of_text
from prongsai.portal.bringing.from_document import statements
from prongsai.portal.bringing.from_document.keeping import as_json, from_json
from prongsai.portal.bringing.from_document.statements import stated_in
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place
from prongsai.rulebook.instrument import Instrument

EIGHT = indicator_place(8)


def read(place, score, *, year=2568, certainty="printed", line=1, candidates=()):
    value = None if score is None else Decimal(score)
    return ReadFigure(year, place, value, certainty, Where(line), str(score), tuple(map(Decimal, candidates)))


def reading(*figures, **named):
    return Reading("เทศบาลเมืองตัวอย่าง", "memo", 2568, tuple(lines_of_text("ก\nข")), figures=figures, **named)


def only(*figures):
    [year] = stated_in(reading(*figures)).years
    [statement] = year.statements
    return statement


def test_a_reading_is_kept_and_comes_back_the_same():
    whole = reading(
        read(Place(Instrument.EIT1, "e4"), "93.10"),
        read(TOTAL, None, certainty="doubt", candidates=["90.1", "90.01"]),
        levels=(ReadLevel(2568, "ผ่านดี", Where(2, 1)),),
        ranks=(ReadRank(2568, 3, Where(2, 1), of=12, among="จังหวัด"),),
        items=(CitedItem(2568, "o14", Where(2)),),
        measures=(ReadMeasure(4, "ทบทวนคู่มือ", Where(1), steps=("ประชุม", "ประกาศ")),),
        unread_pages=(4,),
    )
    assert from_json(as_json(whole)) == whole


def test_what_a_database_refuses_is_left_out_of_the_text():
    [line] = lines_of_text("ก")
    odd = Reading("a\0b\ud800", "", None, (line,))
    assert from_json(as_json(odd)).agency == "ab?"


def test_a_draft_of_an_older_or_newer_version_still_opens():
    kept = as_json(reading(read(TOTAL, "90")))
    kept["figures"][0]["of_a_later_version"] = 1
    assert from_json(kept).figures[0].score == 90


def test_a_figure_that_stands_twice_is_stated_once_with_both_lines():
    found = only(read(EIGHT, "91.10", line=1), read(EIGHT, "91.10", line=2, certainty="settled"))
    assert (found.score, found.standing, len(found.mentions)) == (Decimal("91.10"), "printed", 2)


def test_what_only_the_arithmetic_settles_is_said_so():
    assert only(read(EIGHT, "91.10", certainty="settled")).standing == "settled"


def test_two_scores_for_the_same_are_for_a_person_to_choose():
    found = only(read(EIGHT, "91.10"), read(EIGHT, "19.10", line=2))
    assert (found.standing, found.is_certain) == ("contrary", False)
    assert found.candidates == (Decimal("91.10"), Decimal("19.10"))


def test_a_doubt_stays_one_although_another_line_is_clear():
    found = only(read(EIGHT, "91.10"), read(EIGHT, None, certainty="doubt", line=2, candidates=["91.10", "91.20"]))
    assert (found.standing, found.candidates) == ("doubt", (Decimal("91.10"), Decimal("91.20")))


def test_years_stand_newest_first_and_those_without_rules_or_year_apart():
    stated = stated_in(reading(*(read(TOTAL, "90", year=year) for year in (2567, 2568, 2540, None))))
    assert [year.key for year in stated.years] == ["2568", "2567", "none"]
    assert stated.without_rules == (2540,)


def test_a_place_that_the_year_does_not_have_is_named_and_not_offered():
    [year] = stated_in(reading(read(Place(Instrument.IIT, "i99"), "90"), read(TOTAL, "90"))).years
    assert [one.place for one in year.statements] == [TOTAL]
    assert [str(figure.place) for figure in year.unknown] == ["IIT i99"]


def test_years_that_one_form_cannot_hold_are_named(monkeypatch):
    monkeypatch.setattr(statements, "MOST_FIELDS", 1)
    stated = stated_in(reading(read(TOTAL, "90"), read(TOTAL, "80", year=2567)))
    assert ([year.key for year in stated.years], stated.too_many) == (["2568"], ("2567",))


@pytest.mark.parametrize(("place", "field"), [(TOTAL, "2568-all-total"), (Place(Instrument.EIT1, "8"), "2568-EIT1-8")])
def test_a_field_is_named_by_its_year_and_place(place, field):
    [year] = stated_in(reading(read(place, "90"))).years
    assert year.field(place) == field

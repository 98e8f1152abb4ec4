import pytest
from msgspec.structs import replace

from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.survey_flow import pack, questionnaire_of
from prongsai.rulebook.survey_wording import Fault, QuestionWording, own_wording, problems_of, reword

YEAR = load_year(2568)
WITH_LINES = load_year(2564)
OWN = tuple(entry.words for entry in own_wording(YEAR))


def changed(code, **fields):
    """The instrument's own wording, but for one question."""
    return [replace(entry, **fields) if entry.code == code else entry for entry in OWN]


@pytest.mark.parametrize("number", known_years())
def test_the_instruments_own_wording_is_without_fault_and_changes_nothing(number):
    year = load_year(number)
    own = [entry.words for entry in own_wording(year)]
    assert problems_of(year, own) == []
    for part in year.survey_by_part:
        form = questionnaire_of(year, part)
        assert reword(form, own) == form
        assert reword(form, []) == form


def test_other_words_change_nothing_but_words():
    six = tuple(f"ระดับ {number}" for number in range(1, 7))
    form = questionnaire_of(YEAR, Instrument.IIT)
    worded = reword(form, changed("i1", text_th="ถ้อยคำใหม่", text_en="", options_th=six, options_en=()))
    first, own = worded.lines[0], form.lines[0]
    assert (first.question.text_th, first.question.text_en) == ("ถ้อยคำใหม่", own.question.text_en)
    assert tuple(option.th for option in first.options) == six
    assert [(option.en, option.points) for option in first.options] == [
        (option.en, option.points) for option in own.options
    ]
    assert worded.lines[1:] == form.lines[1:]
    assert pack(worded, {"i1": 6}) == pack(form, {"i1": 6})


def test_lines_are_worded_apart_from_their_question():
    form = questionnaire_of(WITH_LINES, Instrument.IIT)
    worded = reword(form, [QuestionWording(code="i1.2", text_th="บรรทัดใหม่", text_en="New line")])
    first, second = worded.lines[:2]
    assert first == form.lines[0]
    assert (second.line.text_th, second.line.text_en) == ("บรรทัดใหม่", "New line")
    assert second.question == form.lines[1].question
    assert {entry.is_line for entry in own_wording(WITH_LINES) if entry.words.code.startswith("i1.")} == {True}


@pytest.mark.parametrize(
    ("wording", "code", "field", "fault"),
    [
        (OWN[1:], "i1", "", Fault.MISSING),
        ((*OWN, OWN[0]), "i1", "", Fault.TWICE),
        ((*OWN, replace(OWN[0], code="i99")), "i99", "", Fault.UNKNOWN),
        (changed("i2", text_th="  "), "i2", "text_th", Fault.EMPTY),
        (changed("i3", options_th=("มี",)), "i3", "options_th", Fault.OPTIONS),
        (changed("i3", options_th=()), "i3", "options_th", Fault.OPTIONS),
        (changed("i3", options_en=("Yes", "No", "Perhaps")), "i3", "options_en", Fault.OPTIONS),
        (changed("i3", options_th=("มี", " ")), "i3", "options_th", Fault.EMPTY),
        (changed("i3", options_th=("มี", "มี")), "i3", "options_th", Fault.TWIN_OPTIONS),
        (changed("i1", text_th="<b>หนา</b>"), "i1", "text_th", Fault.MARKUP),
        (changed("i1", text_en="fish &amp; chips"), "i1", "text_en", Fault.MARKUP),
        (changed("i3", options_en=("Yes<br>", "No")), "i3", "options_en", Fault.MARKUP),
        (changed("i1", text_th="ก" * 1001), "i1", "text_th", Fault.TOO_LONG),
        (changed("i3", options_th=("ก" * 201, "ข")), "i3", "options_th", Fault.TOO_LONG),
    ],
)
def test_what_is_wrong_is_said_with_its_place(wording, code, field, fault):
    (problem,) = problems_of(YEAR, wording)
    assert (problem.code, problem.field, problem.fault) == (code, field, fault)


def test_english_may_be_left_out_and_a_lone_sign_is_no_markup():
    assert problems_of(YEAR, changed("i3", text_en="", options_en=(), text_th="ถ้า 3 < 4 & 5 > 2")) == []

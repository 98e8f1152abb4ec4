import msgspec
import pytest
import yaml
from msgspec import structs

from prongsai.rulebook.instrument import Advice, Crosswalk, Disclosure, Instrument, Level, Line, Round, Survey
from prongsai.rulebook.loading import load_folder, load_year, shipped_instruments

YEAR = load_year(2568)
FOLDER = shipped_instruments() / "fy2568"
SHAPES = {
    "round": Round,
    "iit": Survey,
    "oit": Disclosure,
    "levels": tuple[Level, ...],
    "measures": Advice,
    "from_fy2567": Crosswalk,
}


def first(content, *names):
    """The first entry of the first entry of …: where most rows below make their mistake."""
    for name in names:
        content = content[name][0]
    return content


@pytest.mark.parametrize(
    ("file", "change", "path"),
    [
        ("round", lambda c: c.update(year=2499), "$.year"),
        ("round", lambda c: c.update(year=2700), "$.year"),
        ("round", lambda c: c.update(revision=0), "$.revision"),
        ("round", lambda c: c.update(target_source=[]), "$.target_source"),
        ("round", lambda c: c["indicators"].pop(), "$.indicators"),
        ("round", lambda c: c["indicators"].append(c["indicators"][0]), "$.indicators"),
        ("round", lambda c: first(c, "indicators").update(number=0), "$.indicators[0].number"),
        ("round", lambda c: first(c, "indicators").update(number=11), "$.indicators[0].number"),
        ("round", lambda c: first(c, "indicators").update(name_th=""), "$.indicators[0].name_th"),
        ("round", lambda c: c.update(weights=c["weights"][:2]), "$.weights"),
        ("round", lambda c: first(c, "calendar").update(key="Early May"), "$.calendar[0].key"),
        ("iit", lambda c: c.update(parts=[]), "$.parts"),
        ("iit", lambda c: c.update(scales=[]), "$.scales"),
        ("iit", lambda c: c.update(questions=[]), "$.questions"),
        ("iit", lambda c: first(c, "scales").update(options=c["scales"][0]["options"][:1]), "$.scales[0].options"),
        ("iit", lambda c: first(c, "scales", "options").update(colour="red"), "$.scales[0].options[0]"),
        ("iit", lambda c: first(c, "questions").update(code="o1"), "$.questions[0].code"),
        ("iit", lambda c: first(c, "questions").update(indicator=0), "$.questions[0].indicator"),
        ("iit", lambda c: first(c, "questions").update(indicator=9), "$.questions[0].indicator"),
        ("iit", lambda c: first(c, "questions").update(topic="two words"), "$.questions[0].topic"),
        ("oit", lambda c: first(c, "sub_indicators").update(code="9.0"), "$.sub_indicators[0].code"),
        ("oit", lambda c: first(c, "items").update(code="i1"), "$.items[0].code"),
        ("oit", lambda c: first(c, "items").update(sub_indicator="8.1"), "$.items[0].sub_indicator"),
        ("oit", lambda c: first(c, "items").update(topics=[]), "$.items[0].topics"),
        ("oit", lambda c: first(c, "items").update(must_show_th=[]), "$.items[0].must_show_th"),
        ("oit", lambda c: first(c, "items").update(period="soon"), "$.items[0].period"),
        ("levels", lambda c: first(c[0], "conditions").update(of="EIT3"), "$[0].conditions[0].of"),
        ("measures", lambda c: c["topics"].pop(), "$.topics"),
        ("measures", lambda c: c["topics"].append(c["topics"][0]), "$.topics"),
        ("measures", lambda c: c["keeping"].pop(), "$.keeping"),
        ("measures", lambda c: c["keeping"].append(c["keeping"][0]), "$.keeping"),
        ("measures", lambda c: first(c, "recommendations").update(items=["e1"]), "$.recommendations[0].items[0]"),
        ("from_fy2567", lambda c: first(c, "questions").update(was="o1"), "$.questions[0].was"),
        ("from_fy2567", lambda c: first(c, "breaks").update(severity="slight"), "$.breaks[0].severity"),
        ("from_fy2567", lambda c: first(c, "breaks").update(places=[]), "$.breaks[0].places"),
    ],
)
def test_the_shape_refuses_what_no_year_can_have(file, change, path):
    content = yaml.safe_load((FOLDER / f"{file}.yaml").read_text("utf-8"))
    change(content)
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(content, type=SHAPES[file])
    assert str(caught.value).endswith(f" - at `{path}`")


@pytest.mark.parametrize("period", ["current", "2568", "2568 first half", "covers 2568", "2567, 2568"])
def test_a_period_is_now_a_year_a_half_or_two_years(period):
    content = yaml.safe_load((FOLDER / "oit.yaml").read_text("utf-8"))
    content["items"][0]["period"] = period
    assert msgspec.convert(content, type=Disclosure).items[0].period == period


def test_a_year_cannot_be_changed_and_equals_itself_alone():
    with pytest.raises(AttributeError):
        YEAR.levels = ()
    assert load_folder(FOLDER) != load_folder(FOLDER)


def test_a_line_that_says_nothing_of_its_own_is_reversed_with_its_question():
    survey = YEAR.surveys[0]
    line = Line(text_th="ก", text_en="a")
    question = structs.replace(survey.questions[0], reversed=True, lines=(line,))
    assert survey.points(question, line=line) == survey.points(question) == (100, 80, 60, 40, 20, 0)


def test_both_parts_of_eit_are_of_its_family():
    assert [instrument.family for instrument in Instrument] == ["IIT", "EIT", "EIT", "EIT", "OIT"]


@pytest.mark.parametrize(
    ("part", "code"),
    [(Instrument.IIT, "i99"), (Instrument.IIT, "e1"), (Instrument.EIT, "e1"), (Instrument.OIT, "o1")],
)
def test_a_question_that_is_not_asked_in_an_instrument_is_none(part, code):
    assert YEAR.question(part, code) is None

"""A template that does not hold is refused with file, key, what was found and what to write."""

import base64
import time

import pytest

from prongsai.papers.templates import PLACEHOLDERS, TemplateError, read_template
from prongsai.papers.templates.mistakes import Said

HEAD = "paper: analysis\nname: แบบของเทศบาล\n"
DOT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'


def read(text, **more):
    return read_template(text.encode() if isinstance(text, str) else text, file="office.yaml", **more)


def mistake(text, **more):
    with pytest.raises(TemplateError) as caught:
        read(text, **more)
    return caught.value


def extra(**fields):
    return (
        HEAD + f"extra: [{{key: own, title: หัว, paragraphs: [ก], {', '.join(f'{k}: {v}' for k, v in fields.items())}}}]"
    )


def test_yaml_and_json_say_the_same():
    from_yaml = read(HEAD + "order: [measures, overview]\nleft_out: [topics]")
    from_json = read('{"paper":"analysis","name":"แบบของเทศบาล","order":["measures","overview"],"left_out":["topics"]}')
    assert from_yaml == from_json
    assert from_yaml.written.order == ("measures", "overview")
    assert from_yaml.logo is None


@pytest.mark.parametrize(
    ("text", "key", "found"),
    [
        ("", "$", "None"),
        ("- a", "$", "['a']"),
        ("paper: novel\nname: x", "$.paper", "'novel'"),
        ("paper: memo\nname: x\norder: [facts]", "order", "order"),
        ("paper: order\nname: x\nleft_out: [duties]", "left_out", "left_out"),
        ("paper: memo\nname: x\nextra: [{key: own, title: หัว, paragraphs: [ก]}]", "extra", "extra"),
        ("paper: memo\nname: x\nwords: {order/ground: ก}", "words.order/ground", "'order/ground'"),
        ("paper: analysis", "$", "{'paper': 'analysis'}"),
        (HEAD + "colour: red", "$", "'colour'"),
        (HEAD + "order: 5", "$.order", "5"),
        (HEAD + "order: [Overview]", "$.order[0]", "'Overview'"),
        (HEAD + "order: [overveiw]", "order[0]", "'overveiw'"),
        (HEAD + "order: [overview, overview]", "order[1]", "'overview'"),
        (HEAD + "order: [topics]\nleft_out: [topics]", "order[0]", "'topics'"),
        (HEAD + "left_out: [announcement]", "left_out[0]", "'announcement'"),
        (HEAD + "words: {overview/rezult: ก}", "words.overview/rezult", "'overview/rezult'"),
        (HEAD + "words: {overview: ก}", "$.words", "{'overview': 'ก'}"),
        (HEAD + "extra: [{key: own, title: หัว, paragraphs: []}]", "$.extra[0].paragraphs", "[]"),
        (HEAD + "extra: [{key: notes, title: หัว, paragraphs: [ก]}]", "extra[0].key", "'notes'"),
        (extra(after="nowhere"), "extra[0].after", "'nowhere'"),
        (extra(after="own"), "extra[0].after", "'own'"),
        (extra(colour="red"), "$.extra[0]", "'colour'"),
    ],
)
def test_what_does_not_fit_is_named(text, key, found):
    problem = mistake(text)
    assert (problem.file, problem.key) == ("office.yaml", key)
    assert problem.found.en == found


def test_a_mistake_speaks_both_languages():
    problem = mistake(HEAD + "order: [overveiw]")
    known = "overview, findings, questions, measures, topics, constraints, notes, signatures"
    assert str(problem) == f"office.yaml: order[0]: found 'overveiw'; expected one of {known}"
    assert problem.text("th") == f"office.yaml: order[0]: พบ 'overveiw' — ให้ใช้ {known}"


def test_leaving_out_everything_is_refused_unless_something_is_added():
    everything = "left_out: [overview, findings, questions, measures, topics, constraints, notes, signatures]\n"
    assert mistake(HEAD + everything).found == Said("ทุกส่วน", "every section")
    assert read(HEAD + everything + "extra: [{key: own, title: หัว, paragraphs: [ก]}]")


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_the_known_placeholders_are_accepted(name):
    assert read(HEAD + f"words: {{overview/result: 'ก {{{name}}} ข'}}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{__class__}", "'{__class__}'"),
        ("{agency.__class__}", "'{agency.__class__}'"),
        ("{agency!r}", "'{agency!r}'"),
        ("{agency:>9}", "'{agency:>9}'"),
        ("{year[0]}", "'{year[0]}'"),
        ("{0}", "'{0}'"),
        ("{}", "'{}'"),
        ("{ agency }", "'{ agency }'"),
        ("{{agency}}", "'{'"),
        ("}", "'}'"),
        ("{agency", "'{agency'"),
        ("{{ 7*7 }}", "'{'"),
        ("{% import os %}", "'{% import os %}'"),
    ],
)
def test_anything_else_in_braces_is_refused_wherever_it_stands(text, found):
    quoted = "'" + text + "'"
    for key, written in (
        ("words.overview/result", HEAD + f"words: {{overview/result: {quoted}}}"),
        ("extra[0].title", HEAD + f"extra: [{{key: own, title: {quoted}, paragraphs: [ก]}}]"),
        ("extra[0].paragraphs[1]", HEAD + f"extra: [{{key: own, title: ก, paragraphs: [ก, {quoted}]}}]"),
    ):
        problem = mistake(written)
        assert (problem.key, problem.found.en) == (key, found)
        assert "{agency}, {year}" in problem.expected.en


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        HEAD + "words: {overview/result: &a [*a]}",
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "x" * 10 * 1024 * 1024,
        "paper: !!python/object/apply:os.system [echo]",
        "paper: 2568-13-45",
        "\x00",
        b"\xff\xfe",
        "'" + "9" * 5000,
        "9" * 5000,
    ],
    ids=range(12),
)
def test_bombs_and_rubbish_are_refused_at_once(text):
    began = time.process_time()
    assert mistake(text).file == "office.yaml"
    assert time.process_time() - began < 2


def test_a_logo_may_stand_in_the_file_or_beside_it():
    inside = read(HEAD + f"logo: {base64.b64encode(DOT).decode()}")
    beside = read(HEAD, logo=DOT)
    assert inside.logo == beside.logo
    assert "circle" in beside.logo


@pytest.mark.parametrize("logo", ["@@@", "abc", "ไทย"])
def test_a_logo_that_is_no_base64_is_refused(logo):
    assert mistake(HEAD + f"logo: '{logo}'").key == "logo"

"""A year's folder is refused with file, key, what was found and what was expected."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from prongsai.rulebook import loading
from prongsai.rulebook.loading import (
    InstrumentError,
    UnknownYearError,
    fingerprint,
    known_years,
    load_folder,
    load_year,
    seals,
    shipped_instruments,
    sources,
)

SHIPPED = Path(str(shipped_instruments()))


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SHIPPED / "fy2568", tmp_path / "fy2568")


def edit(folder, name, change):
    path = folder / name
    content = yaml.safe_load(path.read_text("utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")


def refusal(folder):
    with pytest.raises(InstrumentError) as caught:
        load_folder(folder)
    return caught.value


def test_the_years_are_2563_to_2569():
    assert known_years() == tuple(range(2563, 2570))


@pytest.mark.parametrize("year", known_years())
def test_every_year_loads(year):
    loaded = load_year(year)
    assert loaded.year == year
    assert sum(loaded.weights.values()) == 1


@pytest.mark.parametrize(
    ("year", "iit", "eit", "oit", "subs"),
    [
        (2563, 30, 15, 43, [9, 8, 7, 4, 5, 8, 2]),
        (2564, 30, 15, 43, [9, 8, 7, 4, 5, 8, 2]),
        (2565, 30, 15, 43, [9, 8, 7, 4, 5, 8, 2]),
        (2566, 30, 15, 43, [10, 8, 4, 4, 4, 8, 5]),
        (2567, 15, 9, 35, [6, 7, 4, 4, 4, 8, 2]),
        (2568, 15, 9, 28, [4, 7, 2, 3, 4, 4, 4]),
        (2569, 15, 9, 26, [4, 6, 2, 3, 4, 3, 4]),
    ],
)
def test_a_year_has_its_questions_and_items(year, iit, eit, oit, subs):
    loaded = load_year(year)
    assert [len(survey.questions) for survey in loaded.surveys] == [iit, eit]
    assert len(loaded.items) == oit
    counted = [
        sum(item.sub_indicator == sub.code for item in loaded.disclosure.items)
        for sub in loaded.disclosure.sub_indicators
    ]
    assert counted == subs
    assert {item.indicator for item in loaded.items.values()} == {9, 10}


def test_questions_of_2569_are_marked_as_carried_over():
    loaded = load_year(2569)
    assert {question.confidence for survey in loaded.surveys for question in survey.questions} == {"low"}


def test_e9_changed_its_meaning_in_2568():
    topics = {year: load_year(year).surveys[1].questions[8].topic for year in (2567, 2568)}
    assert topics[2567] != topics[2568]


@pytest.mark.parametrize("name", sorted(seals()))
def test_a_sealed_year_is_as_it_was_announced(name):
    assert fingerprint(shipped_instruments() / name) == seals()[name], (
        f"{name} was edited after it was sealed: copy it to a new revision instead (CONTRIBUTING.md)"
    )


def test_a_year_carries_the_hash_of_its_folder(folder):
    assert load_folder(folder).sha256 == fingerprint(folder)


def test_the_hash_of_a_year_does_not_depend_on_line_ends(folder):
    before = fingerprint(folder)
    for path in folder.glob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert fingerprint(folder) == before


def test_an_unknown_year_says_which_there_are():
    with pytest.raises(UnknownYearError, match=r"no instrument for fiscal year 2590; there are 2563, .*2569"):
        load_year(2590)


def test_an_unknown_revision_is_unknown():
    with pytest.raises(UnknownYearError):
        load_year(2568, revision=99)


@pytest.fixture
def other_instruments(tmp_path, monkeypatch):
    """An empty folder in the place of the shipped one, with the caches empty before and after."""
    caches = (load_year, sources, seals)
    shutil.copy(SHIPPED / "sources.yaml", tmp_path)
    monkeypatch.setattr(loading, "shipped_instruments", lambda: tmp_path)
    for function in caches:
        function.cache_clear()
    yield tmp_path
    for function in caches:
        function.cache_clear()


def test_a_new_revision_is_a_new_folder(other_instruments, folder):
    for revision in (2, 10):
        copy = shutil.copytree(folder, other_instruments / f"fy2568r{revision}")
        edit(copy, "round.yaml", lambda content, number=revision: content.update(revision=number))
    assert load_year(2568).round.revision == 10
    assert [load_year(2568, revision=number).round.revision for number in (1, 2)] == [1, 2]


def test_only_folders_named_for_a_year_are_years(other_instruments):
    for name in ("fy2570", "fy2571r3", "drafts", "fy2572.old"):
        (other_instruments / name).mkdir()
    (other_instruments / "fy2573").write_text("", "utf-8")
    assert known_years() == (2570, 2571)


def test_seals_are_read_by_the_name_of_the_folder(other_instruments):
    (other_instruments / "seals.yaml").write_text("fy2568: 0a1b\nfy2568r2: 2c3d\n", "utf-8")
    assert seals() == {"fy2568": "0a1b", "fy2568r2": "2c3d"}


def test_a_missing_file_is_named(folder):
    (folder / "levels.yaml").unlink()
    error = refusal(folder)
    assert str(error) == "fy2568/levels.yaml: -: found no file; expected the file"


def test_broken_yaml_is_named(folder):
    (folder / "levels.yaml").write_text("- {label: [", "utf-8")
    error = refusal(folder)
    assert (error.file, error.key, error.expected) == ("fy2568/levels.yaml", "-", "valid YAML")
    assert error.found == "while parsing a flow node"


MISFITS = [
    ("iit.yaml", lambda c: c["questions"][3].update(code="x4"), "$.questions[3].code", "'x4'",
     "Expected `str` matching regex '^[ie][1-9][0-9]?$'"),
    ("iit.yaml", lambda c: c["questions"][3].update(colour="red"), "$.questions[3]", "{'code': 'i4', 'colour': 'red'",
     "Object contains unknown field `colour`"),
    ("oit.yaml", lambda c: c["items"][0].pop("source"), "$.items[0]", "{'code': 'o1', 'confidence'",
     "Object missing required field `source`"),
    ("round.yaml", lambda c: c.update(year="B.E."), "$.year", "'B.E.'", "Expected `int`, got `str`"),
    ("round.yaml", lambda c: c["rounding"].update(question=None), "$.rounding.question", "None",
     "Expected `int`, got `null`"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "key", "found", "expected"), MISFITS)
def test_what_does_not_fit_the_shape_is_named_with_file_key_found_and_expected(
    folder, name, change, key, found, expected
):
    edit(folder, name, change)
    error = refusal(folder)
    assert (error.file, error.key, error.expected) == (f"fy2568/{name}", key, expected)
    assert error.found.startswith(found)


def test_a_file_of_another_shape_is_misfit_as_a_whole(folder):
    (folder / "levels.yaml").write_text("none", "utf-8")
    error = refusal(folder)
    assert (error.key, error.found, error.expected) == ("$", "'none'", "Expected `array`, got `str`")


def unsourced(rule):
    rule.update(source=["Z9"])


NO_TAG = ("source", "Z9", "a tag of instruments/sources.yaml")
MISTAKES = [
    ("round.yaml", lambda c: c["weights"][0].update(share="0.40"),
     "weights", "a sum of 1.10", "shares that add up to 1"),
    ("round.yaml", lambda c: c["weights"][1].update(instrument="EIT"),
     "weights", "IIT, EIT, EIT2, OIT", "IIT, OIT and either EIT or both EIT parts"),
    ("round.yaml", lambda c: c.update(target="100.01"), "target", "100.01", "0 to 100"),
    ("round.yaml", lambda c: c.update(target="-0.01"), "target", "-0.01", "0 to 100"),
    ("round.yaml", lambda c: c["indicators"].reverse(),
     "indicators", "[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]", "1 to 10 in order"),
    ("iit.yaml", lambda c: c["questions"][0].update(scale="stars"),
     "questions.i1.scale", "stars", "one of extent6, yes-is-bad"),
    ("iit.yaml", lambda c: c["questions"][0].update(indicator=7),
     "questions.i1.indicator", "7", "an indicator of IIT"),
    ("iit.yaml", lambda c: c["questions"][1].update(code="i1"), "questions.i1", "2 times", "once"),
    ("eit.yaml", lambda c: c["scales"][0]["options"].reverse(),
     "scales.agreement6", "100, 80, 60, 40, 20, 0", "points from 0 to 100, lowest first"),
    ("eit.yaml", lambda c: c["scales"][0]["options"][-1].update(points="100.5"),
     "scales.agreement6", "0, 20, 40, 60, 80, 100.5", "points from 0 to 100, lowest first"),
    ("eit.yaml", lambda c: c["scales"][0]["options"][0].update(points="-20"),
     "scales.agreement6", "-20, 20, 40, 60, 80, 100", "points from 0 to 100, lowest first"),
    ("oit.yaml", lambda c: c["items"].__delitem__(slice(1, 27)),
     "items", "o1, o28", "o1, o2, … in order without a gap"),
    ("oit.yaml", lambda c: c["items"].append(c["items"][0]), "items.o1", "2 times", "once"),
    ("oit.yaml", lambda c: c["items"][0].update(sub_indicator="9.9"),
     "items.o1.sub_indicator", "9.9", "one of 9.1, 9.2, 9.3, 9.4, 9.5, 10.1, 10.2"),
    ("oit.yaml", lambda c: c["sub_indicators"].append(c["sub_indicators"][0] | {"code": "9.8"}),
     "sub_indicators.9.8", "no items", "at least one item"),
    ("levels.yaml", lambda c: c.pop(),
     "ต้องปรับปรุง", "conditions", "none on the lowest level: somebody must hold it"),
    ("measures.yaml", lambda c: c["recommendations"].pop(0),
     "recommendations", "nothing on i1", "advice on every question"),
    ("measures.yaml", lambda c: c["recommendations"].append(c["recommendations"][0]),
     "recommendations.i1", "2 times", "once"),
    ("measures.yaml", lambda c: c["recommendations"][0].update(items=["o43"]),
     "recommendations.i1", "o43", "an OIT item or sub-indicator of this year"),
    ("measures.yaml", lambda c: c["recommendations"].append(c["recommendations"][0] | {"question": "i30"}),
     "recommendations.i30", "i30", "a question of this year"),
    ("measures.yaml", lambda c: c["recommendations"][0]["measure"]["steps_en"].pop(),
     "recommendations.i1.measure.steps_en", "3 steps", "4 steps as in steps_th"),
    ("measures.yaml", lambda c: c["keeping"][0]["measure"]["steps_en"].pop(),
     "keeping.1.measure.steps_en", "2 steps", "3 steps as in steps_th"),
    ("from_fy2567.yaml", lambda c: c.update(from_year=2566), "from_year", "2566", "2567"),
    ("from_fy2567.yaml", lambda c: c["items"].pop(0),
     "o1", "no link", "a link, with an empty `was` where it is new"),
    ("from_fy2567.yaml", lambda c: c["items"].append(c["items"][0] | {"code": "o43"}),
     "o43", "a link", "only questions and items of 2568"),
    ("round.yaml", lambda c: unsourced(c["weights"][0]), *NO_TAG),
    ("iit.yaml", lambda c: unsourced(c["questions"][0]), *NO_TAG),
    ("oit.yaml", lambda c: unsourced(c["items"][0]), *NO_TAG),
    ("levels.yaml", lambda c: unsourced(c[0]), *NO_TAG),
    ("measures.yaml", lambda c: unsourced(c["topics"][0]), *NO_TAG),
    ("from_fy2567.yaml", lambda c: unsourced(c["breaks"][0]), *NO_TAG),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "key", "found", "expected"), MISTAKES)
def test_a_mistake_is_named_with_file_key_found_and_expected(folder, name, change, key, found, expected):
    edit(folder, name, change)
    error = refusal(folder)
    assert (error.file, error.key, error.found, error.expected) == (f"fy2568/{name}", key, found, expected)
    assert str(error) == f"fy2568/{name}: {key}: found {found}; expected {expected}"


@pytest.mark.parametrize("target", ["0", "100"])
def test_a_target_may_lie_at_either_end(folder, target):
    edit(folder, "round.yaml", lambda content: content.update(target=target))
    assert load_folder(folder).round.target == int(target)


def test_a_level_cannot_ask_for_a_part_that_the_year_does_not_have(tmp_path):
    folder = shutil.copytree(SHIPPED / "fy2564", tmp_path / "fy2564")
    edit(folder, "levels.yaml", lambda c: c[0]["conditions"].append({"of": "EIT1", "at_least": "95"}))
    error = refusal(folder)
    assert error.file == "fy2564/levels.yaml"
    assert (error.key, error.found, error.expected) == ("AA", "EIT1", "an instrument of this year")


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        (76, "['" + "x" * 76 + "']"),  # 76 letters, two brackets and two quotes: 80
        (77, "['" + "x" * 75 + "..."),  # 81 would not fit: 77 and three dots
    ],
)
def test_a_value_longer_than_a_line_is_cut_in_the_message(folder, letters, found):
    edit(folder, "iit.yaml", lambda content: content["questions"][0].update(text_th=["x" * letters]))
    assert refusal(folder).found == found


def test_every_tag_says_what_it_is():
    assert all(entry.what and entry.tag == tag for tag, entry in sources().items())


@pytest.mark.parametrize("year", known_years())
def test_what_rests_on_background_alone_is_marked_low(year):
    loaded = load_year(year)
    rules = [q for s in loaded.surveys for q in s.questions] + list(loaded.disclosure.items) + list(loaded.levels)
    for rule in rules:
        if set(rule.source) <= {"B", "I"}:
            assert rule.confidence == "low"


AT_ONCE = """
import sys, threading
from prongsai.rulebook.loading import known_years, load_year
gate = threading.Barrier(8)
sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=lambda: (gate.wait(), load_year(known_years()[-1]))) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


@pytest.mark.parametrize("try_", range(4))
def test_threads_that_load_the_first_year_at_the_same_moment_do_not_crash_the_process(try_):
    """As the first respondents of a server do; without the lock one process in three ended."""
    assert subprocess.run([sys.executable, "-c", AT_ONCE], check=False).returncode == 0

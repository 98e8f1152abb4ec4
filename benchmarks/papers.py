"""The papers of one agency, and of every agency, beside docxtpl and LibreOffice, in one run.

    .venv/bin/python -m benchmarks.papers [--sample 200] [--runs 5]

One agency: the set of papers in a process that has written before, and in a fresh one. Every agency: a sample written
by `prongsai write-all` with two processes, from which the whole country's time is reckoned, also from processor
seconds, as these do not count the time that another program had the processor.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.invented_scores import agency_names, write_scores
from benchmarks.one_set import DAY, YEAR, results_of, write_set
from benchmarks.other_way import as_pdf, filled, libreoffice, write_template

from prongsai.commands.papers import KINDS, Commission, Format, write_paper
from prongsai.papers.analysis_report import analysis_document
from prongsai.papers.analysis_report.contents import gather_contents

AGENCIES, CORES, MOST_MINUTES, MOST_SECONDS = 8317, 2, 60, 1.0
FRESH = "from benchmarks.one_set import write_set_of; write_set_of({path!r})"


def timed(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median of wall seconds and of processor seconds, own and children's."""
    walls, processor = [], []
    for _ in range(runs):
        before, started = _processor_seconds(), time.perf_counter()
        work()
        walls.append(time.perf_counter() - started)
        processor.append(_processor_seconds() - before)
    return statistics.median(walls), statistics.median(processor)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def one_agency(path: Path, runs: int) -> None:
    """The set of one agency, warm and fresh."""
    results, names = results_of(path), iter(agency_names(1000))
    write_set("เทศบาลตำบลแรก", results)
    warm = timed(lambda: write_set(next(names), results), runs)
    fresh = timed(lambda: subprocess.run([sys.executable, "-c", FRESH.format(path=str(path))], check=True), runs)
    every = f"{len(KINDS)} papers, poster, cards, a page of slips"
    print(f"one agency ({every}), under {MOST_SECONDS:.0f} s wanted")
    print(f"  warm           {warm[0]:.2f} s   {warm[1]:.2f} processor s")
    print(f"  fresh process  {fresh[0]:.2f} s   {fresh[1]:.2f} processor s")


def every_agency(path: Path, sample: int, folder: Path) -> None:
    """A sample as the command writes it, and what follows for the country."""
    print(f"{AGENCIES:,} agencies on {CORES} cores from a sample of {sample}, under {MOST_MINUTES} min wanted")
    for form in ("each", "both"):
        out = folder / form
        command = [sys.executable, "-m", "prongsai.cli", "write-all", "--year", str(YEAR), "--format", form]
        command += ["--scores", str(path), "--out", str(out), "--processes", str(CORES)]
        wall, processor = timed(partial(subprocess.run, command, check=True, capture_output=True), 1)
        files = [file for file in out.rglob("*.*") if not file.name.startswith(".")]
        size = sum(file.stat().st_size for file in files if file.is_file()) / sample / 1024
        by_wall, by_processor = (seconds / sample * AGENCIES / 60 for seconds in (wall, processor / CORES))
        an_agency = f"{wall / sample:.2f} s, {processor / sample:.2f} processor s and {size:.0f} KB an agency"
        print(f"  --format {form:<5} {an_agency}")
        print(f"                 {by_wall:.0f} min as it went, {by_processor:.0f} min where nobody else works")


def the_other_way(path: Path, runs: int, folder: Path) -> None:
    """The analysis report both ways: DOCX against DOCX, PDF against PDF; never twice of one agency."""
    results, names = results_of(path), iter(agency_names(1000))
    write_template(folder / "template.docx")

    def ours(form: Format) -> bytes:
        return write_paper("analysis", Commission(next(names), YEAR, results, form, "thai", DAY))

    def theirs() -> bytes:
        contents = gather_contents(results[YEAR], agency_name=next(names), before=results[YEAR - 1], history=())
        return filled(folder / "template.docx", analysis_document(contents, "thai"))

    docx, pdf = timed(partial(ours, "docx"), runs)[1], timed(partial(ours, "pdf"), runs)[1]
    print("analysis report, processor s    prongsai   docxtpl")
    _compare("docx", docx, timed(theirs, runs)[1])
    if not libreoffice():
        print("  pdf: LibreOffice is NOT installed on this machine, so there is NO comparison for PDF")
        return
    print("                                prongsai   docxtpl + LibreOffice")
    _compare("pdf", pdf, timed(lambda: as_pdf([theirs()], folder), runs)[1])
    _compare("pdf, ten to one start", pdf, timed(lambda: as_pdf([theirs() for _ in range(10)], folder), 1)[1] / 10)


def _compare(what: str, ours: float, theirs: float) -> None:
    print(f"  {what:<26}    {ours:.2f} s     {theirs:.2f} s   ×{theirs / ours:.1f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before this run")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scores = folder / "scores.csv"
        write_scores(scores, chosen.sample, YEAR)
        alone = folder / "one.csv"
        write_scores(alone, 1, YEAR)
        one_agency(alone, chosen.runs)
        the_other_way(alone, chosen.runs, folder)
        every_agency(scores, chosen.sample, folder)


if __name__ == "__main__":
    main()

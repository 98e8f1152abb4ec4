"""A national round on this machine: counting beside decoding the file alone, the whole `assess`, and how both grow.

    .venv/bin/python -m benchmarks.nation [--growth [MANY ...]] [--plot docs/images/nation.svg] [--pandas PYTHON]

Each figure is taken in a process of its own, so that its memory is its own; what is compared is taken in one run. With
`--pandas` another Python that has pandas and pyarrow counts the same file with `value_counts`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

YEAR = 2568
AGENCIES = 8_317
RUNS = 5
LARGE_FILE = 100_000_000
MOST_RATIO, MOST_SECONDS, MOST_MEGABYTES, MOST_GROWN_MEGABYTES = 2.0, 5.0, 1_000, 2_000
GROWTH = (400_000, 4_000_000, 40_000_000)
SECOND_PROCESS_MEGABYTES = 150
"""What the process beside `assess` was seen to hold: its own figure is lost when it ends."""

PANDAS = """
import json, sys, time, statistics, resource
import pandas
def count(path):
    table = pandas.read_parquet(path)
    questions = [name for name in table.columns if name not in ("agency", "instrument")]
    return {q: table.groupby(["agency", "instrument", q], observed=True).size() for q in questions}
walls, processors = [], []
for _ in range(int(sys.argv[2])):
    began, used = time.perf_counter(), time.process_time()
    count(sys.argv[1])
    walls.append(time.perf_counter() - began)
    processors.append(time.process_time() - used)
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([statistics.median(walls), most, statistics.median(processors)]))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians of the warm runs, and the most memory that the process held.

    `processor` seconds are those of all cores without the time that somebody else had them: compare these where the
    machine is shared.
    """

    seconds: float
    megabytes: float
    processor: float

    def __str__(self) -> str:
        return f"{self.seconds:.3f} s ({self.processor:.2f} processor s), {self.megabytes:.0f} MB"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--answers", type=int, default=3_800_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument(
        "--growth", nargs="*", type=int, help="also 0.4, 4 and 40 million answers (minutes), or so many"
    )
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--pandas", metavar="PYTHON")
    parser.add_argument("--step", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        return step(asked.step[0], Path(asked.step[1]), asked.runs)
    print(f"{os.cpu_count()} cores, load average before {os.getloadavg()[0]:.1f}; it should be under 1")
    with tempfile.TemporaryDirectory(prefix="nation-") as name:
        missed = one_round(Path(name), asked)
        if asked.growth is not None:
            missed += growth(Path(name), asked)
    return 1 if missed else 0


def one_round(home: Path, asked: argparse.Namespace) -> int:
    """The national round; gives back how many limits were missed."""
    made = make(home / "round", asked.answers)
    print(f"{AGENCIES:,} agencies, {made:,} answers")
    file = home / "round" / "answers.parquet"
    decoding, counting = (measured(one, file, asked.runs) for one in ("decode", "tally"))
    print(f"  decoding alone {decoding}")
    ratio, worked = counting.seconds / decoding.seconds, counting.processor / decoding.processor
    said = f"{counting}, ×{ratio:.2f} of decoding (processor ×{worked:.2f})"
    missed = tell("tally", said, ratio <= MOST_RATIO)
    if asked.pandas:
        there = from_output(run([asked.pandas, "-c", PANDAS, str(file), str(asked.runs)]))
        slower = there.processor / counting.processor
        print(f"  pandas {there}, ×{there.seconds / counting.seconds:.1f} of the tally (processor ×{slower:.1f})")
    whole = assess(home, asked.runs)
    fits = whole.seconds <= MOST_SECONDS and whole.megabytes <= MOST_MEGABYTES
    return missed + tell("assess, whole command", f"{whole}", fits)


def growth(home: Path, asked: argparse.Namespace) -> int:
    """The tally of ever larger rounds; linear means that a million answers never cost more than before."""
    points: list[tuple[int, Measured, Measured]] = []
    steps = tuple(asked.growth or GROWTH)
    for answers in steps:
        made = make(home / f"round{answers}", answers)
        file = home / f"round{answers}" / "answers.parquet"
        runs = 2 if answers >= GROWTH[-1] else asked.runs
        points.append((made, measured("decode", file, runs), measured("tally", file, runs)))
        file.unlink()
        _, decoding, counting = points[-1]
        print(f"  {made:>11,} answers: tally {counting}; decoding {decoding}")
    if asked.plot:
        asked.plot.write_text(plot(points), "utf-8")
    costs = [counting.processor / made for made, _, counting in points]
    largest = max(counting.megabytes for _, _, counting in points)
    missed = tell(
        "growth",
        "a million answers cost " + ", ".join(f"{c * 1e6:.3f} processor s" for c in costs),
        costs[-1] <= costs[-2] * 1.15,
    )
    return missed + tell("memory", f"{largest:.0f} MB at most", largest <= MOST_GROWN_MEGABYTES)


def tell(what: str, found: str, holds: bool) -> int:  # noqa: FBT001
    print(f"  {what}: {found} {'' if holds else '· MISSED'}")
    return 0 if holds else 1


def make(folder: Path, answers: int) -> int:
    from prongsai.assessing.synthetic_nation import write_nation
    from prongsai.rulebook.loading import load_year

    return write_nation(folder, load_year(YEAR), agencies=AGENCIES, answers=answers)


def measured(what: str, file: Path, runs: int) -> Measured:
    return from_output(run([sys.executable, "-m", "benchmarks.nation", "--step", what, str(file), "--runs", str(runs)]))


def run(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def from_output(said: str) -> Measured:
    return Measured(*json.loads(said.splitlines()[-1]))


def assess(home: Path, runs: int) -> Measured:
    """The command as people run it, with its start and its files; once, and then the median of some more."""
    command = [str(Path(sys.executable).with_name("prongsai")), "assess", str(home / "round"), "--year", str(YEAR)]
    times, processors, most = [], [], 0.0
    for _ in range(runs):
        began = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--out", str(home / "out")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        times.append(time.perf_counter() - began)
        processors.append(usage.ru_utime + usage.ru_stime)
        most = max(most, usage.ru_maxrss / 1024 + SECOND_PROCESS_MEGABYTES)
        assert process.returncode == 0
    return Measured(statistics.median(times), most, statistics.median(processors))


def step(what: str, file: Path, runs: int) -> int:
    """One figure, in this process."""
    import resource

    work = {"decode": decode, "tally": tally}[what]
    work(file)
    walls, processors = zip(*(timed(work, file) for _ in range(runs)), strict=True)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([statistics.median(walls), most, statistics.median(processors)]))
    return 0


def timed(work: Callable[[Path], object], file: Path) -> tuple[float, float]:
    """Seconds on the wall and of all cores."""
    began, used = time.perf_counter(), time.process_time()
    work(file)
    return time.perf_counter() - began, time.process_time() - used


def decode(file: Path) -> None:
    """What reading alone costs: every column in memory, batch by batch so that size does not matter."""
    import pyarrow.parquet as pq

    if file.stat().st_size < LARGE_FILE:
        pq.read_table(file)
        return
    opened = pq.ParquetFile(file)
    for group in range(opened.num_row_groups):
        opened.read_row_group(group)


def tally(file: Path) -> None:
    """From the file to counts by agency, instrument, question and option, bad rows looked for."""
    from prongsai.rulebook.loading import load_year
    from prongsai.tallying.counting import count_answers
    from prongsai.tallying.engine import EngineName, engine_called
    from prongsai.tallying.opening import open_answers

    year = load_year(YEAR)
    with tempfile.TemporaryDirectory() as workplace, engine_called(EngineName.DUCKDB) as engine:
        count_answers(engine, open_answers(file, year, Path(workplace)), year)


def plot(points: Sequence[tuple[int, Measured, Measured]]) -> str:
    """Two lines over the number of answers, both scales by tens; drawn by hand like every chart here."""
    import math

    left, top, width, height = 70, 24, 420, 220
    seconds = [one.seconds for _, decoding, counting in points for one in (decoding, counting)]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    first, last = (math.log10(points[place][0]) for place in (0, -1))

    def at(answers: int, took: float) -> tuple[float, float]:
        across = left + width * (math.log10(answers) - first) / (last - first)
        return across, top + height * (high - math.log10(took)) / (high - low)

    def line(name: str, colour: str, values: list[tuple[int, float]]) -> str:
        spots = [at(*value) for value in values]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in spots)
        labels = "".join(
            f'<text x="{x:.1f}" y="{y + (-9 if name == "tally" else 17):.1f}" text-anchor="middle">{value:.2f} s</text>'
            for (x, y), (_, value) in zip(spots, values, strict=True)
        )
        x, y = spots[-1]
        tag = f'<text x="{x + 34:.0f}" y="{y + (-4 if name == "tally" else 8):.0f}" fill="{colour}">{name}</text>'
        return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}{labels}{tag}'

    grid = "".join(
        f'<line x1="{left}" x2="{left + width}" y1="{y:.0f}" y2="{y:.0f}" stroke="#d4d4d4"/>'
        f'<text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g} s</text>'
        for power in range(low, high + 1)
        for y in [at(points[0][0], 10.0**power)[1]]
    )
    under = "".join(
        f'<text x="{at(made, 1)[0]:.0f}" y="{top + height + 22}" text-anchor="middle">{made / 1e6:.1f}</text>'
        for made, _, _ in points
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 110} {top + height + 56}" role="img" '
        'font-family="sans-serif" font-size="12" fill="#222"><title>Time of the tally and of decoding the file '
        'alone over the number of answers</title><rect width="100%" height="100%" fill="#fff"/>'
        f"{grid}{line('decoding', '#8a6d1f', [(made, one.seconds) for made, one, _ in points])}"
        f"{line('tally', '#14568a', [(made, one.seconds) for made, _, one in points])}{under}"
        f'<text x="{left + width / 2:.0f}" y="{top + height + 44}" text-anchor="middle">million answers</text></svg>\n'
    )


if __name__ == "__main__":
    sys.exit(main())

"""How much of the project's own papers is read after wear, and whether anything wrong is given as certain.

    .venv/bin/python -m benchmarks.reading [--agencies 8] [--first 0] [--times 5] [--rates 0 0.5 1 2 5 10]
    .venv/bin/python -m benchmarks.reading --scans 4

Each paper of each invented agency is written, put down as text, worn at each rate (per cent of letters, cells and
rows) and read again. Recall counts the figures that the undamaged paper gives; "or offered" counts doubts too whose
candidates hold the right score. `--first` takes agencies that nobody has looked at yet. `--scans` renders memos and
result sheets to pictures and reads them with Tesseract, if it is here.
"""

import argparse
import io
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageFilter
from tests.worn_papers import (
    DEPTHS,
    DIGITS,
    FORMATS,
    KINDS,
    Outcome,
    WrittenPaper,
    compare,
    judge,
    paper_content,
    seeded,
    worn,
    written_paper,
)

from prongsai.papers.reading.reading import read_content
from prongsai.papers.reading.scanning import scanning_is_possible

PERCENTS = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0)
SCANNED_KINDS = ("memo", "sheet")
SCANS = {"300 dots an inch, clean": (300, 0.0, 0.0), "200 dots an inch, askew and blurred": (200, 0.5, 0.8)}


@dataclass(slots=True)
class Tally:
    """What a number of readings gave together."""

    documents: int = 0
    stated: int = 0
    found: int = 0
    offered: int = 0
    certain: int = 0
    wrong: int = 0
    spoilt: int = 0

    def add(self, stated: frozenset[object], outcome: Outcome) -> None:
        """Count one document's reading in."""
        self.documents += 1
        self.stated += len(stated)
        self.found += len(stated & outcome.found)
        self.offered += len(stated & outcome.offered)
        self.certain += outcome.certain
        self.wrong += len(outcome.wrong)
        self.spoilt += bool(outcome.wrong)

    def row(self, name: str) -> str:
        """A row of the table in docs/reading.md."""
        recall, offered = (100 * part / max(1, self.stated) for part in (self.found, self.offered))
        precision = 100 * (1 - self.wrong / max(1, self.certain))
        return (
            f"| {name} | {self.documents} | {recall:.1f} % | {offered:.1f} % | {self.certain} | {self.wrong} |"
            f" {self.spoilt} | {precision:.3f} % |"
        )


HEAD = (
    "| wear | documents | recall, certain | recall, certain or offered | certain figures | wrong |"
    " documents with one | precision |\n|---|---|---|---|---|---|---|---|"
)


def papers(agencies: int, first: int = 0) -> Iterator[WrittenPaper]:
    """Every kind at every depth for each agency, formats and digits in turn."""
    for seed in range(first, first + agencies):
        for kind in KINDS:
            for depth in DEPTHS:
                yield written_paper(kind, depth, FORMATS[seed % 2], DIGITS[seed // 2 % 2], seed)


def sweep(written: Iterable[WrittenPaper], percents: Iterable[float], times: int) -> None:
    """Print the table row by row; what is wrong goes below it."""
    wholes = [(paper, judge(paper, paper.text).found) for paper in written]
    troubles: list[str] = []
    print(HEAD)
    for percent in percents:
        tally = Tally()
        for paper, stated in wholes:
            for turn in range(times if percent else 1):
                random = seeded(f"{paper.name}, {percent} per cent, time {turn}")
                outcome = judge(paper, worn(paper.text, percent / 100, random))
                tally.add(stated, outcome)
                troubles += [f"{percent} %, {paper.name}, time {turn}: {figure}" for figure in outcome.wrong]
        print(tally.row(f"{percent:g} %"), flush=True)
    print("\n".join(["", *troubles]))


def scan_of(content: bytes, dots: int, askew: float, blur: float) -> bytes:
    """A PDF of pictures, one for each page."""
    document = pypdfium2.PdfDocument(content)
    sheets = [page.render(scale=dots / 72, grayscale=True).to_pil().convert("L") for page in document]
    if askew:
        sheets = [sheet.rotate(askew, fillcolor=255, resample=Image.Resampling.BICUBIC) for sheet in sheets]
    if blur:
        sheets = [sheet.filter(ImageFilter.GaussianBlur(blur)) for sheet in sheets]
    target = io.BytesIO()
    sheets[0].save(target, "PDF", resolution=dots, save_all=True, append_images=sheets[1:])
    return target.getvalue()


def scans(agencies: int) -> None:
    """Read pictures of short papers."""
    if not scanning_is_possible():
        print("Tesseract with Thai is not installed")
        return
    print(HEAD)
    troubles: list[str] = []
    for name, (dots, askew, blur) in SCANS.items():
        tally, started = Tally(), time.perf_counter()
        for kind in SCANNED_KINDS:
            for seed in range(agencies):
                content, truth = paper_content(kind, "instruments", "pdf", DIGITS[seed % 2], seed)
                stated = compare(truth, read_content(content)).found
                outcome = compare(truth, read_content(scan_of(content, dots, askew, blur)))
                tally.add(stated, outcome)
                troubles += [f"{name}, {kind} {seed}: {figure}" for figure in outcome.wrong]
        print(tally.row(name), f"{(time.perf_counter() - started) / tally.documents:.1f} s a document", flush=True)
    print("\n".join(["", *troubles]))


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agencies", type=int, default=8)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--rates", type=float, nargs="+", default=PERCENTS)
    parser.add_argument("--scans", type=int, default=0)
    chosen = parser.parse_args()
    if chosen.scans:
        scans(chosen.scans)
    else:
        sweep(papers(chosen.agencies, chosen.first), chosen.rates, chosen.times)


if __name__ == "__main__":
    main()

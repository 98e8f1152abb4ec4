"""The project's own papers worn as scanners wear them, with the figures that they were written from.

A paper is written, opened, and put down as plain text, as a reader of scans hands it over; then letters, numbers, cells
and rows suffer at a given rate. Everything is chosen by seeded generators, so a trouble found once is found again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from prongsai.commands.papers import Commission, Format, write_paper
from prongsai.papers.reading.found import ReadFigure, Reading
from prongsai.papers.reading.opening import open_content
from prongsai.papers.reading.reading import read_lines
from prongsai.papers.reading.rows import lines_of_text
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.formulas import leaves
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.rulebook.rounding import half_up
from prongsai.thai.numerals import ARABIC_DIGITS, THAI_DIGITS, DigitStyle

KINDS = ("analysis", "memo", "measures", "report", "sheet")
DEPTHS = ("questions", "instruments", "indicators", "total")
FORMATS: tuple[Format, ...] = ("docx", "pdf")
DIGITS: tuple[DigitStyle, ...] = ("thai", "arabic")
AGENCIES = ("เทศบาลตำบลทุ่งสมมติ", "องค์การบริหารส่วนตำบลหนองตัวอย่าง", "เทศบาลเมืองบ้านทดลอง")
NEWEST, OLDEST = 2569, 2566
LEAST_SCORE, MOST_SCORE = 6000, 10000
Figure = tuple[int | None, Place]
Truth = Mapping[Figure, Decimal]


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper's text; `truth` is every score that the agency has in the years that the paper may speak of."""

    name: str
    text: str
    truth: Truth


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a worn paper gave, held against what it was written from; figures count once each."""

    certain: int
    wrong: tuple[ReadFigure, ...]
    found: frozenset[Figure]
    offered: frozenset[Figure]


@cache
def written_paper(kind: str, depth: str, format_: Format, digits: DigitStyle, seed: int) -> WrittenPaper:
    """The text of a paper of an invented agency; `depth` says how much of its result the office had."""
    content, truth = paper_content(kind, depth, format_, digits, seed)
    return WrittenPaper(f"{kind} of {depth}, {format_}, {digits} digits, seed {seed}", text_of(content), truth)


def paper_content(kind: str, depth: str, format_: Format, digits: DigitStyle, seed: int) -> tuple[bytes, Truth]:
    """The same paper as a file, with its figures."""
    random = seeded(seed)
    year = random.randint(OLDEST + 1, NEWEST)
    results = {one: invented_result(load_year(one), depth, random) for one in (year - 1, year)}
    wanted = Commission(random.choice(AGENCIES), year, results, format_, digits, date(year - 543, 9, 20))
    truth: dict[Figure, Decimal] = {
        (one, place): value for one, result in results.items() for place, value in _values(result)
    }
    return write_paper(kind, wanted), truth


def seeded(seed: int | str) -> Random:
    """A generator that gives the same whenever it is asked the same."""
    return Random(seed)  # noqa: S311 - wear, no secret


def invented_result(year: YearInstrument, depth: str, random: Random) -> AgencyResult:
    """A result in which everything follows, told as far as `depth` goes."""
    whole = score_agency(year, {place: _invented(place, random) for place in leaves(year)})
    if depth == "questions":
        return whole
    indicators = [indicator_place(number) for number in year.indicators]
    instruments = [instrument_place(instrument) for instrument in year.weights]
    told = {"instruments": [TOTAL, *instruments, *indicators], "indicators": [*indicators], "total": [TOTAL]}[depth]
    return score_agency(year, {place: whole.score(place).value for place in told})


def text_of(content: bytes) -> str:
    """A paper's lines; a table's row is its cells with tabs between."""
    lines = open_content(content).lines
    return "\n".join("\t".join(cell.replace("\n", " ") for cell in line.cells) or line.text for line in lines)


def judge(paper: WrittenPaper, text: str) -> Outcome:
    """Read a text of the paper and compare."""
    return compare(paper.truth, read_lines(lines_of_text(text)))


def compare(truth: Truth, reading: Reading) -> Outcome:
    """Which figures are given as certain, which of them wrongly, and which are found or offered among doubts."""
    certain = [figure for figure in reading.figures if figure.score is not None]
    wrong = tuple(figure for figure in certain if not _is_right(truth, figure))
    found = frozenset((figure.year, figure.place) for figure in certain if _is_right(truth, figure))
    doubts = (figure for figure in reading.figures if figure.score is None)
    offered = frozenset((d.year, d.place) for d in doubts if truth.get((d.year, d.place)) in d.candidates)
    return Outcome(len(certain), wrong, found, offered | found)


def worn(text: str, rate: float, random: Random) -> str:
    """The text as a scanner gives it: of letters, cells and rows a share of `rate` suffers."""
    if not rate:
        return text
    lines = [line for row in text.split("\n") for line in _worn_row(row, rate, random)]
    return "\n".join("".join(_worn_letters(line, rate, random)) for line in lines)


def _values(result: AgencyResult) -> Iterator[tuple[Place, Decimal]]:
    for place, score in result.scores.items():
        if score.value is not None:
            yield place, score.value


def _invented(place: Place, random: Random) -> Decimal:
    if place.instrument is Instrument.OIT:
        return Decimal(100 * (random.random() < 0.9))
    return half_up(Decimal(min(MOST_SCORE, random.randint(LEAST_SCORE, MOST_SCORE + 300))) / 100)


def _is_right(truth: Truth, figure: ReadFigure) -> bool:
    return truth.get((figure.year, figure.place)) == figure.score


_LOOKS = {
    "๑": "i1l", "1": "il|", "๐": "o0O", "0": "oO", "๘": "๕", "๕": "๘", "๖": "๒", "๒": "๖", "๙": "๕", "๓": "๗", "๗": "๓",
    "8": "36", "3": "8", "5": "6", "6": "85", "7": "1", "4": "9", "9": "4",
}  # fmt: skip
_LETTERS = ("ดคต", "ขชซ", "บปษ", "ผฝพฟ", "ถกภ", "มน", "อฮ", "วร", "ลส", "ใไ")
_ALIKE = {letter: group.replace(letter, "") for group in _LETTERS for letter in group}
_DROPPED = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e31\u0e34\u0e35\u0e36\u0e37"
_OTHER_SCRIPT = dict(zip(THAI_DIGITS + ARABIC_DIGITS, ARABIC_DIGITS + THAI_DIGITS, strict=True))
_TAGS = ("<b>", "</b>", "<br>", "<p>", "</p>", "<u>", "**")
_PAGE_ENDS = ("", "- ๒ -", "-3-", "\f")


def _worn_letters(line: str, rate: float, random: Random) -> Iterator[str]:
    yield from (_worn_letter(letter, random) if random.random() < rate else letter for letter in line)


def _worn_letter(letter: str, random: Random) -> str:
    if letter in _OTHER_SCRIPT:
        return _worn_digit(letter, random)
    if letter in _DROPPED:
        return ""
    if letter == ".":
        return random.choice(("", ",", ". "))
    if letter == " ":
        return random.choice(("", "  "))
    return random.choice(_ALIKE[letter]) if letter in _ALIKE else letter


def _worn_digit(digit: str, random: Random) -> str:
    """Half are only written in the other digits; the others are taken for something alike, lost, or quite another."""
    kind = random.random()
    if kind < 0.5:
        return _OTHER_SCRIPT[digit]
    if kind < 0.8:
        return random.choice(_LOOKS.get(digit, _OTHER_SCRIPT[digit]))
    return "" if kind < 0.9 else random.choice(THAI_DIGITS if digit in THAI_DIGITS else ARABIC_DIGITS)


def _worn_row(row: str, rate: float, random: Random) -> Iterator[str]:
    """A line or row that may lose a cell, take another indicator's name, gain tags, or break over two pages."""
    cells = [cell for cell in row.split("\t") if random.random() >= rate or "\t" not in row]
    row = "\t".join(cells)
    if random.random() < rate:
        row = _renamed(row, random)
    if random.random() < rate:
        row = _tagged(row, random)
    if random.random() < rate and "\t" in row:
        cut = random.randrange(len(row))
        yield from (row[:cut], random.choice(_PAGE_ENDS), row[cut:])
    else:
        yield row


def _tagged(row: str, random: Random) -> str:
    cut = random.randrange(len(row) + 1)
    return row[:cut] + random.choice(_TAGS) + row[cut:]


def _renamed(row: str, random: Random) -> str:
    names = [indicator.name_th for indicator in load_year(NEWEST).indicators.values()]
    for name in names:
        row = re.sub(re.escape(name), lambda _: random.choice(names), row, count=1)
    return row

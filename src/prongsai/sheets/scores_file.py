"""The scores file: what somebody already has, as rows `agency,year,instrument,code,score[,n][,population]`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.sheets.names import agency_name
from prongsai.sheets.numbers import plain, read_decimal, read_whole
from prongsai.sheets.opening import Row, Sheet, open_sheet
from prongsai.sheets.places import read_place
from prongsai.sheets.problems import CellError, Problem, SheetError, Words, found_text

COLUMN_NAMES = {
    "agency": ("agency", "หน่วยงาน", "ชื่อหน่วยงาน"),
    "year": ("year", "ปี", "ปีงบประมาณ"),
    "instrument": ("instrument", "เครื่องมือ", "แบบ"),
    "code": ("code", "รหัส", "ข้อ", "ตัวชี้วัด"),
    "score": ("score", "คะแนน"),
    "n": ("n", "จำนวนผู้ตอบ"),
    "population": ("population", "ประชากร", "จำนวนทั้งหมด"),
}
REQUIRED = ("code", "score")
CHRISTIAN_TO_BUDDHIST = 543


@dataclass(frozen=True, slots=True)
class StatedScore:
    """A row of a scores file: a figure, and how many answered of how many; no score where nobody answered."""

    row: int
    agency: str
    year: int
    place: Place
    score: Decimal | None
    n: int | None
    population: int | None


@dataclass(frozen=True, slots=True)
class AgencyYear:
    """All rows of one agency and year."""

    agency: str
    instrument: YearInstrument
    stated: tuple[StatedScore, ...]

    @property
    def figures(self) -> dict[Place, Decimal | None]:
        """The scores by place, as the rulebook takes them."""
        return {line.place: line.score for line in self.stated}

    def row_of(self, place: Place) -> int | None:
        """The row that states a figure."""
        return next((line.row for line in self.stated if line.place == place), None)


def open_scores(path: Path, *, year: int | None = None) -> tuple[AgencyYear, ...]:
    """Read a scores file from disk; raises `SheetError` with every problem found."""
    return read_scores(open_sheet(path), year=year)


def read_scores(sheet: Sheet, *, year: int | None = None) -> tuple[AgencyYear, ...]:
    """Check and group the rows. `year` picks the rows of one year, and fills in where the file states none."""
    columns = _find_columns(sheet)
    lines: list[StatedScore] = []
    problems: list[Problem] = []
    for row in sheet.rows:
        outcome = _read_row(sheet.file, row, columns, year)
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif outcome is not None:
            lines.append(outcome)
    problems.extend(_disagreements(sheet.file, columns, lines))
    problems.extend(_nameless(sheet.file, columns, lines))
    if problems:
        raise SheetError(problems)
    if not lines:
        raise SheetError([_nothing_left(sheet.file, year)])
    return tuple(_group(lines))


def _find_columns(sheet: Sheet) -> dict[str, str]:
    found = {
        meaning: next((column for column in sheet.columns if column in names), "")
        for meaning, names in COLUMN_NAMES.items()
    }
    for meaning in REQUIRED:
        if not found[meaning]:
            mend = Words(
                f"ต้องมีคอลัมน์ {meaning} ในหัวตาราง: agency,year,instrument,code,score",
                f"the head needs a column {meaning}: agency,year,instrument,code,score",
            )
            raise SheetError([Problem(sheet.file, 1, None, found_text(",".join(sheet.columns)), mend)])
    return found


def _read_row(file: str, row: Row, columns: Mapping[str, str], wanted: int | None) -> StatedScore | Problem | None:
    """A row's figure, its problem, or `None` when it is of another year or states no score."""
    cells = {meaning: row.cells.get(column, "") if column else "" for meaning, column in columns.items()}
    try:
        year = _read_year(cells["year"], wanted)
        n, population = _read_counts(cells["n"], cells["population"])
        if (wanted is not None and year != wanted) or (not cells["score"] and n != 0):
            return None
        place = read_place(load_year(year), cells["instrument"], cells["code"])
        score = _read_score(place, cells["score"], n)
    except CellError as wrong:
        return Problem(file, row.number, columns[wrong.column] or wrong.column, found_text(wrong.found), wrong.mend)
    return StatedScore(row.number, agency_name(cells["agency"]), year, place, score, n, population)


def _read_year(text: str, wanted: int | None) -> int:
    if not text and wanted is not None:
        text = str(wanted)
    year = read_whole(text)
    years = known_years()
    if year in years:
        return year
    span = f"{years[0]}–{years[-1]}"
    if year is not None and year + CHRISTIAN_TO_BUDDHIST in years:
        proposal = year + CHRISTIAN_TO_BUDDHIST
        mend = Words(f"ให้เขียนปีงบประมาณเป็น พ.ศ. เช่น {proposal}", f"write the Buddhist year {proposal}")
    elif text:
        mend = Words(f"ให้เขียนปีงบประมาณ พ.ศ. ที่มีเกณฑ์ในระบบ คือ {span}", f"write a year that has rules: {span}")
    else:
        mend = Words(f"ใส่ปีงบประมาณ ({span}) หรือระบุด้วย --year", f"write the fiscal year ({span}) or give --year")
    raise CellError("year", text, mend)


def _read_score(place: Place, text: str, n: int | None) -> Decimal | None:
    if n == 0:
        if not text:
            return None
        mend = Words("จำนวนผู้ตอบเป็น 0 ให้เว้นคะแนนว่าง", "nobody answered (n is 0): leave the score empty")
        raise CellError("score", text, mend)
    score = read_decimal(text)
    if score is None or not 0 <= score <= 100:  # noqa: PLR2004 - a score's bounds
        mend = Words("ให้เขียนคะแนนตั้งแต่ 0 ถึง 100 เช่น 93.33", "write a score from 0 to 100 such as 93.33")
        raise CellError("score", text, mend)
    if place.code.startswith("o") and score not in {0, 100}:
        mend = Words("ข้อ OIT ได้ 100 เมื่อครบถ้วน หรือ 0 เท่านั้น", "an OIT item scores 100 when complete, else 0")
        raise CellError("score", text, mend)
    return score


def _read_counts(n_text: str, population_text: str) -> tuple[int | None, int | None]:
    n = _read_count("n", n_text)
    population = _read_count("population", population_text)
    if n is not None and population is not None and n > population:
        mend = Words(f"จำนวนผู้ตอบต้องไม่เกินจำนวนทั้งหมด ({population})", f"no more can answer than there are ({population})")
        raise CellError("n", n_text, mend)
    return n, population


def _read_count(column: str, text: str) -> int | None:
    if not text:
        return None
    count = read_whole(text)
    if count is None:
        raise CellError(column, text, Words("ให้เขียนจำนวนเต็ม เช่น 99", "write a whole number such as 99"))
    return count


def _disagreements(file: str, columns: Mapping[str, str], lines: list[StatedScore]) -> Iterator[Problem]:
    first: dict[tuple[str, int, Place], StatedScore] = {}
    for line in lines:
        earlier = first.setdefault((line.agency, line.year, line.place), line)
        if earlier.score != line.score:
            stated = "-" if earlier.score is None else earlier.score
            mend = Words(
                f"แถว {earlier.row} เขียนคะแนนของ {line.place} เป็น {stated} ให้เหลือแถวที่ถูกเพียงแถวเดียว",
                f"row {earlier.row} states {line.place} as {stated}; keep the right one",
            )
            yield Problem(file, line.row, columns["score"], found_text(line.score or "-"), mend)


def _nameless(file: str, columns: Mapping[str, str], lines: list[StatedScore]) -> Iterator[Problem]:
    """Rows without an agency beside rows with one: merged cells of a workbook, as a rule."""
    if any(line.agency for line in lines):
        for line in lines:
            if not line.agency:
                mend = Words(
                    "ใส่ชื่อหน่วยงานทุกแถว (ช่องที่ผสานใน Excel ให้เลิกผสานแล้วใส่ชื่อทุกแถว)",
                    "name the agency in every row (split merged cells and fill each)",
                )
                yield Problem(file, line.row, columns["agency"] or "agency", found_text(""), mend)


def _group(lines: list[StatedScore]) -> Iterator[AgencyYear]:
    groups: dict[tuple[str, int], list[StatedScore]] = {}
    for line in lines:
        groups.setdefault((line.agency, line.year), []).append(line)
    for (agency, year), stated in groups.items():
        yield AgencyYear(agency, load_year(year), tuple(stated))


def _nothing_left(file: str, year: int | None) -> Problem:
    if year is None:
        mend = Words("ใส่คะแนนอย่างน้อยหนึ่งแถว", "write at least one score")
        return Problem(file, None, None, Words("ไม่มีแถวใดมีคะแนน", "no row states a score"), mend)
    found = Words(f"ไม่มีคะแนนของปี {plain(str(year))}", f"it states no score of {year}")
    return Problem(file, None, None, found, Words("ตรวจคอลัมน์ year หรือค่า --year", "check the column year or --year"))

"""The file of a year's disclosures: an item a row, or several rows for one item; and the same list written out."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import xlsxwriter

from prongsai.rulebook.instrument import YearInstrument
from prongsai.sheets.disclosure_columns import Meaning, columns_by_meaning, item_code
from prongsai.sheets.formulas import without_formula
from prongsai.sheets.opening import Row, Sheet
from prongsai.sheets.problems import CellError, Problem, Words, found_text
from prongsai.sheets.web_addresses import read_addresses

LONGEST_EXPLANATION = 2000
LONGEST_REASON = 500
MOST_ADDRESSES = 30
WIDTHS = (6, 44, 60)


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item of a list: the rows that name it, its addresses in order; `not_applicable` is a reason, mostly empty."""

    code: str
    urls: tuple[str, ...] = ()
    explanation: str = ""
    not_applicable: str = ""
    title: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DisclosuresFile:
    """The items that can be used in the year's order, what is wrong with other rows, and columns left unread."""

    items: tuple[ListedItem, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]


def read_disclosures(sheet: Sheet, year: YearInstrument) -> DisclosuresFile:
    """Check row by row; raises `SheetError` only where a column is missing."""
    meanings = columns_by_meaning(sheet)
    items: dict[str, ListedItem] = {}
    rows: defaultdict[str, list[int]] = defaultdict(list)
    problems: list[Problem] = []
    for row in sheet.rows:
        try:
            item = _read_row(row, meanings, year, items)
            items[item.code] = item
            rows[item.code].append(row.number)
        except CellError as wrong:
            problems.append(Problem(sheet.file, row.number, wrong.column, found_text(wrong.found), wrong.mend))
    unread = tuple(name for name in sheet.columns if name and name not in meanings)
    found = (replace(items[code], rows=tuple(rows[code])) for code in year.items if code in items)
    return DisclosuresFile(tuple(found), tuple(problems), unread)


def disclosures_csv(year: YearInstrument, items: Mapping[str, ListedItem]) -> bytes:
    """Every item of the year in order as CSV in UTF-8 with a mark that spreadsheets know it by."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(_without_formulas(_lines(year, items)))
    return written.getvalue().encode("utf-8-sig")


def disclosures_xlsx(year: YearInstrument, items: Mapping[str, ListedItem]) -> bytes:
    """The same as a workbook; cells are text, whatever they begin with."""
    content = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, plain) as book:
        sheet, wrapped = book.add_worksheet("OIT"), book.add_format({"text_wrap": True, "valign": "top"})
        for number, cells in enumerate(_lines(year, items)):
            for column, cell in enumerate(cells):
                sheet.set_column(column, column, WIDTHS[min(column, len(WIDTHS) - 1)], wrapped)
                sheet.write_string(number, column, cell)
        sheet.freeze_panes(1, 1)
    return content.getvalue()


def _lines(year: YearInstrument, items: Mapping[str, ListedItem]) -> Iterator[list[str]]:
    most = max((len(item.urls) for item in items.values()), default=1) or 1
    numbered = [f"ลิงก์ {number}" for number in range(1, most + 1)]
    yield ["ข้อ", "ชื่อข้อ", *numbered, "คำอธิบาย", "เหตุผลที่ไม่เกี่ยวข้อง"]
    for code, item in year.items.items():
        given = items.get(code, ListedItem(code))
        urls = [*given.urls, *[""] * (most - len(given.urls))]
        yield [code.upper(), item.title_th, *urls, given.explanation, given.not_applicable]


def _without_formulas(lines: Iterable[list[str]]) -> Iterator[list[str]]:
    """A cell that a spreadsheet would reckon with is text."""
    for cells in lines:
        yield [without_formula(cell) for cell in cells]


def _read_row(
    row: Row, meanings: Mapping[str, Meaning], year: YearInstrument, before: Mapping[str, ListedItem]
) -> ListedItem:
    """What the rows of an item come to with this one; whatever would be too much refuses the row, nothing is cut."""
    cells = {meaning: _cells(row, meanings, meaning) for meaning in Meaning}
    [(column, text), *_] = cells[Meaning.ITEM]
    code = item_code(text)
    if code not in year.items:
        raise CellError(column, text, _no_item(year))
    earlier = before.get(code, ListedItem(code))
    given = (url for column, text in cells[Meaning.URL] for url in _urls(column, text))
    urls = tuple(dict.fromkeys((*earlier.urls, *given)))
    if len(urls) > MOST_ADDRESSES:
        raise CellError(cells[Meaning.URL][0][0], f"{len(urls)}", _TOO_MANY)
    reason = _text(cells[Meaning.REASON], earlier.not_applicable, LONGEST_REASON)
    if urls and reason:
        raise CellError(cells[Meaning.URL][0][0], urls[0], _BOTH)
    explanation = _text(cells[Meaning.EXPLANATION], earlier.explanation, LONGEST_EXPLANATION)
    return ListedItem(code, urls, explanation, reason, _text(cells[Meaning.TITLE], earlier.title, LONGEST_EXPLANATION))


def _cells(row: Row, meanings: Mapping[str, Meaning], wanted: Meaning) -> list[tuple[str, str]]:
    return [(name, row.cells[name]) for name, meaning in meanings.items() if meaning is wanted]


def _urls(column: str, text: str) -> tuple[str, ...]:
    found = read_addresses(text)
    if found.others:
        raise CellError(column, " ".join(found.others), _NOT_AN_ADDRESS)
    return found.urls


def _text(cells: Sequence[tuple[str, str]], before: str, longest: int) -> str:
    """Cells of one meaning behind what earlier rows said; a dash stands for nothing."""
    joined = before
    for column, text in cells:
        if text.strip("-– ") and text not in joined:
            joined = f"{joined} {text}".strip()
        if len(joined) > longest:
            raise CellError(column, text, Words(f"ให้สั้นลงไม่เกิน {longest} ตัวอักษร", f"shorten it to {longest} letters"))
    return joined


def _no_item(year: YearInstrument) -> Words:
    last = len(year.items)
    return Words(
        f"ปี {year.year} มีข้อ O1 ถึง O{last} เขียนเลขข้อของปีนี้",
        f"{year.year} has items O1 to O{last}; write this year's number",
    )


_NOT_AN_ADDRESS = Words(
    "ไม่ใช่ที่อยู่เว็บ ให้เขียนแบบ https://… หลายที่อยู่เว้นวรรคหรือขึ้นบรรทัดใหม่",
    "no web address; write https://…, several with a space between",
)
_TOO_MANY = Words(
    f"ข้อหนึ่งมีได้ไม่เกิน {MOST_ADDRESSES} ที่อยู่ รวมเป็นหน้าเดียวแล้วใส่ที่อยู่ของหน้านั้น",
    f"an item has at most {MOST_ADDRESSES} addresses; gather them on one page and give that",
)
_BOTH = Words(
    "ข้อนี้มีทั้งลิงก์และเหตุผลที่ไม่เกี่ยวข้อง ให้เหลืออย่างเดียว",
    "the item has both an address and a reason why it does not apply; keep one of them",
)

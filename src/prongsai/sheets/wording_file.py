"""The file of a round's official wording: a row for each question and line, options in columns of their own."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import xlsxwriter

from prongsai.rulebook.survey_wording import QuestionWording
from prongsai.sheets.opening import Row, Sheet
from prongsai.sheets.problems import Problem, SheetError, Words, found_text

TEXTS = ("text_th", "text_en")
OPTION = re.compile(r"^option([1-9])_(th|en)$", re.ASCII)
WIDTHS = {"code": 8, "text_th": 60, "text_en": 60}
OPTION_WIDTH = 22


@dataclass(frozen=True, slots=True)
class WordingFile:
    """The wording as it stands in the file, and the row of each code's first appearance."""

    wording: tuple[QuestionWording, ...]
    rows: dict[str, int]


def read_wording(sheet: Sheet) -> WordingFile:
    """Read every row; what the words must be is for `rulebook.survey_wording` to say.

    Raises `SheetError` where a column is missing or is not known, and for a row without a code.
    """
    _check_columns(sheet)
    wording = tuple(_read_row(row, sheet) for row in sheet.rows)
    rows: dict[str, int] = {}
    for entry, row in zip(wording, sheet.rows, strict=True):
        rows.setdefault(entry.code, row.number)
    return WordingFile(wording, rows)


def wording_csv(wording: Sequence[QuestionWording]) -> bytes:
    """The file as CSV in UTF-8 with a mark that spreadsheets know it by."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(_lines(wording))
    return written.getvalue().encode("utf-8-sig")


def wording_xlsx(wording: Sequence[QuestionWording]) -> bytes:
    """The file as a workbook; cells are text, whatever they begin with."""
    content = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, plain) as book:
        sheet, wrapped = book.add_worksheet("wording"), book.add_format({"text_wrap": True, "valign": "top"})
        lines = list(_lines(wording))
        for number, name in enumerate(lines[0]):
            sheet.set_column(number, number, WIDTHS.get(name, OPTION_WIDTH), wrapped)
        for number, cells in enumerate(lines):
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell)
        sheet.freeze_panes(1, 1)
    return content.getvalue()


def _lines(wording: Sequence[QuestionWording]) -> Iterator[list[str]]:
    most = max((len(entry.options_th) for entry in wording), default=0)
    yield [
        "code",
        *TEXTS,
        *(f"option{number}_{language}" for number in range(1, most + 1) for language in ("th", "en")),
    ]
    for entry in wording:
        thai, english = _filled(entry.options_th, most), _filled(entry.options_en, most)
        options = (text for pair in zip(thai, english, strict=True) for text in pair)
        yield [entry.code, entry.text_th, entry.text_en, *options]


def _filled(texts: Sequence[str], most: int) -> list[str]:
    return [*texts, *[""] * (most - len(texts))]


def _check_columns(sheet: Sheet) -> None:
    for name in ("code", "text_th"):
        if name not in sheet.columns:
            raise SheetError([Problem(sheet.file, 1, None, found_text(",".join(sheet.columns)), _NEEDS)])
    for name in sheet.columns:
        if name and name not in {"code", *TEXTS} and not OPTION.match(name):
            raise SheetError([Problem(sheet.file, 1, name, found_text(name), _NEEDS)])


def _read_row(row: Row, sheet: Sheet) -> QuestionWording:
    code = row.cells["code"].strip().lower()
    if not code:
        raise SheetError([Problem(sheet.file, row.number, "code", found_text(""), _NO_CODE)])
    return QuestionWording(
        code=code,
        text_th=row.cells["text_th"],
        text_en=row.cells.get("text_en", ""),
        options_th=_options(row, "th"),
        options_en=_options(row, "en"),
    )


def _options(row: Row, language: str) -> tuple[str, ...]:
    """Up to the last one that is filled in: an empty one before it is a mistake, those behind are none."""
    named = {
        int(match[1]): cell for name, cell in row.cells.items() if (match := OPTION.match(name)) if match[2] == language
    }
    last = max((number for number, cell in named.items() if cell), default=0)
    return tuple(named.get(number, "") for number in range(1, last + 1))


_NEEDS = Words(
    "แถวแรกต้องมี code, text_th, text_en, option1_th, option1_en, option2_th, … และไม่มีคอลัมน์อื่น ดาวน์โหลดไฟล์จากหน้านี้เป็นแบบได้",
    "the first row needs code, text_th, text_en, option1_th, option1_en, option2_th, … and nothing else; "
    "download the file of this page as a pattern",
)
_NO_CODE = Words("ใส่รหัสข้อ เช่น i1 หรือ e4", "write the question's code such as i1 or e4")

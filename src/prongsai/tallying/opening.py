"""Opens an answers file, Parquet or CSV, and finds out what its columns are."""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.rulebook.instrument import YearInstrument
from prongsai.sheets.names import printable
from prongsai.sheets.numbers import plain
from prongsai.sheets.problems import Problem, SheetError, Words, found_text, whole_file
from prongsai.tallying.cells import Kind
from prongsai.tallying.columns import AnswerColumn, answer_columns
from prongsai.tallying.csv_tables import csv_to_parquet
from prongsai.tallying.reading import StoredAnswers, StoredColumn

BESIDE = {
    "agency": ("agency", "หน่วยงาน"),
    "instrument": ("instrument", "เครื่องมือ", "แบบ"),
    "weight": ("weight", "น้ำหนัก"),
    "year": ("year", "ปี", "ปีงบประมาณ"),
}
REQUIRED = ("agency", "instrument")
QUESTION = re.compile(r"[ie]\d{1,2}([._]\d{1,2})?", re.ASCII)
PATTERN_SIGNS = frozenset("*?[]{}\\")
TEXTS = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
PARQUET_MAGIC = b"PAR1"
ZIP_MAGIC = b"PK\x03\x04"


def open_answers(path: Path, year: YearInstrument, workplace: Path) -> StoredAnswers:
    """Find out what a file holds; a CSV file is laid into `workplace` as Parquet. Raises `SheetError`."""
    name = printable(path.name)
    start = _first_bytes(path, name)
    if start == PARQUET_MAGIC or path.suffix.lower() == ".parquet":
        return _described(_plainly_named(path, workplace), name, _schema(path, name), year)
    if start == ZIP_MAGIC:
        raise whole_file(name, *_WORKBOOK)
    laid = csv_to_parquet(path, name, workplace / "answers.parquet")
    return _described(laid.path, name, _schema(laid.path, name), year, first_row=2, skipped=laid.skipped_rows)


def _first_bytes(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise whole_file(name, *(_FOLDER if path.is_dir() else _NO_FILE))
        with path.open("rb") as opened:
            start = opened.read(4)
    except OSError:
        raise whole_file(name, *_NOT_READABLE) from None
    if not start:
        raise whole_file(name, *_EMPTY)
    return start


def _plainly_named(path: Path, workplace: Path) -> Path:
    """A file that the engines take for itself: they read signs such as * and [ in a path as a pattern."""
    if not PATTERN_SIGNS.intersection(str(path.resolve())):
        return path
    return Path(shutil.copyfile(path, workplace / "answers.parquet"))


def _schema(path: Path, name: str) -> pa.Schema:
    try:
        return pq.read_schema(path)
    except (pa.ArrowException, OSError):
        raise whole_file(name, *_BROKEN) from None


def _described(
    path: Path,
    name: str,
    schema: pa.Schema,
    year: YearInstrument,
    *,
    first_row: int = 1,
    skipped: tuple[int, ...] = (),
) -> StoredAnswers:
    """Which column is what; refuses a file whose columns do not fit the year."""
    by_name = _by_plain_name(name, schema.names)
    beside = {meaning: found for meaning, names in BESIDE.items() if (found := _one_of(names, by_name))}
    columns = {c.code: c for c in answer_columns(year)}
    answers = {columns[code]: stored for code, stored in _answers(by_name, columns)}
    problems = [
        *_missing(name, schema, beside),
        *_unknown_questions(name, by_name, columns),
        *_twice_asked(name, answers),
        *_wrong_types(name, schema, [*beside.values(), *answers.values()]),
    ]
    if not answers and not problems:
        problems.append(Problem(name, 1, None, found_text(", ".join(schema.names)), _no_question(columns)))
    if problems:
        raise SheetError(problems)
    used = {*beside.values(), *answers.values()}
    return StoredAnswers(
        path=path,
        name=name,
        beside={meaning: StoredColumn(stored, _kind(schema, stored)) for meaning, stored in beside.items()},
        answers={
            column: StoredColumn(answers[column], _kind(schema, answers[column]))
            for column in columns.values()
            if column in answers
        },
        unread=tuple(stored for stored in schema.names if stored not in used),
        first_row=first_row,
        skipped_rows=skipped,
    )


def _by_plain_name(file: str, names: Sequence[str]) -> dict[str, str]:
    """The columns by their names in small letters with Arabic digits."""
    found: dict[str, str] = {}
    for stored in names:
        known = plain(printable(stored)).lower()
        if known in found and known:
            raise SheetError([Problem(file, 1, stored, found_text(", ".join(names)), _TWIN)])
        found[known] = stored
    return found


def _one_of(names: Sequence[str], by_name: Mapping[str, str]) -> str | None:
    return next((by_name[name] for name in names if name in by_name), None)


def _answers(by_name: Mapping[str, str], columns: Mapping[str, AnswerColumn]) -> Iterator[tuple[str, str]]:
    for name, stored in by_name.items():
        code = name.replace("_", ".")
        if code in columns:
            yield code, stored


def _missing(file: str, schema: pa.Schema, beside: Mapping[str, str]) -> Iterator[Problem]:
    for meaning in REQUIRED:
        if meaning not in beside:
            mend = Words(
                f"ต้องมีคอลัมน์ {meaning} ในหัวตาราง: agency,instrument แล้วตามด้วยรหัสข้อคำถาม",
                f"the head needs a column {meaning}: agency,instrument and then the questions' codes",
            )
            yield Problem(file, 1, None, found_text(", ".join(schema.names)), mend)


def _unknown_questions(file: str, by_name: Mapping[str, str], columns: Mapping[str, AnswerColumn]) -> Iterator[Problem]:
    for name, stored in by_name.items():
        if QUESTION.fullmatch(name) and name.replace("_", ".") not in columns:
            yield Problem(file, 1, stored, found_text(stored), _no_question(columns))


def _twice_asked(file: str, answers: Mapping[AnswerColumn, str]) -> Iterator[Problem]:
    """A question that is there whole and by its lines too."""
    codes = {column.code for column in answers}
    for column, stored in answers.items():
        whole = column.code.partition(".")[0]
        if whole != column.code and whole in codes:
            mend = Words(
                f"มีทั้งข้อ {whole} ทั้งข้อและแยกข้อย่อย ให้เหลืออย่างเดียว",
                f"{whole} is there whole and by its lines; keep one of them",
            )
            yield Problem(file, 1, stored, found_text(stored), mend)


def _wrong_types(file: str, schema: pa.Schema, used: Sequence[str]) -> Iterator[Problem]:
    for stored in used:
        kind = schema.field(stored).type
        if _kind_of(kind) is None:
            yield Problem(file, None, stored, found_text(kind), _NO_SUCH_TYPE)


def _kind(schema: pa.Schema, stored: str) -> Kind:
    kind = _kind_of(schema.field(stored).type)
    assert kind is not None  # noqa: S101 - other types were refused before
    return kind


def _kind_of(stored: pa.DataType) -> Kind | None:
    plain_type = stored.value_type if pa.types.is_dictionary(stored) else stored
    tests = (
        (Kind.WHOLE, lambda one: pa.types.is_integer(one) and not pa.types.is_uint64(one)),
        (Kind.NUMBER, lambda one: pa.types.is_floating(one) or pa.types.is_decimal(one) or pa.types.is_uint64(one)),
        (Kind.TEXT, lambda one: any(is_text(one) for is_text in TEXTS)),
        (Kind.EMPTY, pa.types.is_null),
    )
    return next((kind for kind, fits in tests if fits(plain_type)), None)


def _no_question(columns: Mapping[str, AnswerColumn]) -> Words:
    whole = [code for code in columns if "." not in code]
    spans = [f"{codes[0]}–{codes[-1]}" for letter in "ie" if (codes := [c for c in whole if c.startswith(letter)])]
    listed = ", ".join(spans)
    return Words(
        f"ปีนี้ไม่มีข้อนี้ รหัสข้อของปีคือ {listed} ตรวจว่าระบุ --year ถูกต้อง",
        f"the year has no such question; its codes are {listed}. Check --year",
    )


_NO_FILE = (Words("ไม่พบไฟล์นี้", "there is no such file"), Words("ตรวจชื่อและที่อยู่ของไฟล์", "check its name and folder"))
_FOLDER = (
    Words("เป็นโฟลเดอร์", "it is a folder"),
    Words("ระบุไฟล์คำตอบ .parquet หรือ .csv", "name an answers file, .parquet or .csv"),
)
_NOT_READABLE = (Words("เปิดไฟล์ไม่ได้", "it cannot be opened"), Words("ตรวจสิทธิ์การอ่านไฟล์", "check that you may read it"))
_EMPTY = (
    Words("ไฟล์ว่าง", "the file is empty"),
    Words(
        "ใส่หัวตาราง agency,instrument และรหัสข้อ แล้วหนึ่งแถวต่อผู้ตอบหนึ่งคน",
        "write the head agency,instrument and the codes, then one row a respondent",
    ),
)
_WORKBOOK = (Words("เป็นไฟล์ Excel", "it is an Excel workbook"), Words("บันทึกเป็น CSV (UTF-8)", "save it as CSV (UTF-8)"))
_BROKEN = (
    Words("อ่านเป็น Parquet ไม่ได้ ไฟล์เสียหายหรือขาดตอนท้าย", "it does not read as Parquet; it is damaged or cut short"),
    Words("คัดลอกหรือส่งออกไฟล์ใหม่ทั้งไฟล์", "copy or export the whole file again"),
)
_TWIN = Words("มีคอลัมน์ชื่อนี้ซ้ำกัน ให้เหลือเพียงคอลัมน์เดียว", "there are two columns of this name; keep one")
_NO_SUCH_TYPE = Words(
    "คอลัมน์นี้ต้องเป็นข้อความหรือตัวเลข เช่น เลขตัวเลือก 1, 2, …",
    "this column has to be text or numbers, such as the option's number 1, 2, …",
)

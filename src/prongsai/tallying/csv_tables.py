"""CSV files of any size, laid into Parquet as text, column by column, without holding them in memory."""

import codecs
import csv
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq

from prongsai.sheets.problems import Words, whole_file

CHUNK = 1 << 20
DELIMITERS = (",", ";", "\t")
THAI_WINDOWS = "cp874"


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A CSV file as Parquet; `skipped_rows` had more or fewer cells than the head, counted as a spreadsheet does."""

    path: Path
    skipped_rows: tuple[int, ...]
    blank_rows: tuple[int, ...]


def csv_to_parquet(path: Path, name: str, out: Path) -> LaidTable:
    """Lay a CSV file in UTF-8, UTF-16 or Windows-874 into `out`. Raises `SheetError` where it is no table."""
    encoding = _encoding(path, name)
    head, delimiter = _head(path, name, encoding)
    skipped: list[int] = []
    blank: list[int] = []

    def pass_over(row: arrow_csv.InvalidRow) -> str:
        (skipped if row.text.strip(f"{delimiter} \t\r") else blank).append(row.number or 0)
        return "skip"

    try:
        with (
            _opened(path, encoding, head, delimiter, pass_over) as reader,
            pq.ParquetWriter(out, reader.schema) as writer,
        ):
            for batch in reader:
                writer.write_batch(batch)
    except (pa.ArrowException, UnicodeError):
        raise whole_file(name, *_NOT_A_TABLE) from None
    return LaidTable(out, tuple(skipped), tuple(blank))


def _opened(
    path: Path, encoding: str, head: list[str], delimiter: str, pass_over: object
) -> arrow_csv.CSVStreamingReader:
    return arrow_csv.open_csv(
        path,
        read_options=arrow_csv.ReadOptions(
            encoding=encoding, column_names=head, skip_rows=1, use_threads=False, block_size=CHUNK * 4
        ),
        parse_options=arrow_csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=pass_over
        ),
        convert_options=arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(head, pa.string()), strings_can_be_null=False, quoted_strings_can_be_null=False
        ),
    )


def _head(path: Path, name: str, encoding: str) -> tuple[list[str], str]:
    """The names of the columns and what stands between cells."""
    with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as opened:
        line = opened.readline()
    delimiter = max(DELIMITERS, key=line.count)
    head = next(csv.reader([line], delimiter=delimiter), [])
    if not any(cell.strip() for cell in head):
        raise whole_file(name, *_NOT_A_TABLE)
    return [cell.strip() or f"?{number}" for number, cell in enumerate(head, 1)], delimiter


def _encoding(path: Path, name: str) -> str:
    """UTF-16 by its mark, else UTF-8 where all of it is, else Windows-874."""
    with path.open("rb") as opened:
        if opened.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
            return "utf-16"
        for encoding in ("utf-8", THAI_WINDOWS):
            opened.seek(0)
            if _decodes(opened, encoding):
                return encoding
    raise whole_file(name, *_NOT_TEXT)


def _decodes(opened: object, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := opened.read(CHUNK):  # type: ignore[attr-defined]
            if "\0" in decoder.decode(chunk):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


_NOT_A_TABLE = (
    Words("อ่านเป็นตาราง CSV ไม่ได้", "it does not read as a CSV table"),
    Words(
        "ตรวจเครื่องหมายคำพูดและจุลภาค แล้วบันทึกใหม่เป็น CSV (UTF-8)",
        "check quotation marks and commas, and save it again as CSV (UTF-8)",
    ),
)
_NOT_TEXT = (
    Words("ไม่ใช่ไฟล์ข้อความ", "it is not a text file"),
    Words("บันทึกเป็น CSV (UTF-8) หรือ Parquet", "save it as CSV (UTF-8) or Parquet"),
)

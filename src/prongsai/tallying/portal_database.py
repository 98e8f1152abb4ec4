"""Reads a round's answers from the portal's own database in columns (ADBC to Arrow), not row by row.

Only what counting needs is asked for: agency, instrument and the packed choices. The engine unpacks them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.survey_flow import questionnaire_of
from prongsai.sheets.problems import Words, found_text, whole_file
from prongsai.tallying.cells import Kind
from prongsai.tallying.columns import AnswerColumn, answer_columns, asked_parts
from prongsai.tallying.reading import StoredAnswers, StoredColumn

SQLITE, POSTGRES = "sqlite:///", ("postgresql://", "postgres://")
DATABASE_SCHEMES = (SQLITE, *POSTGRES)
ROUND = "SELECT year FROM rounds_round WHERE slug = {slug}"
ANSWERS = """
SELECT agencies_agency.code AS agency, surveys_answer.part AS instrument, surveys_answer.choices AS choices
FROM surveys_answer
JOIN agencies_agency ON agencies_agency.id = surveys_answer.agency_id
JOIN rounds_round ON rounds_round.id = surveys_answer.round_id
WHERE rounds_round.slug = {slug} AND surveys_answer.standing IN ('counted', 'to-review')
"""
"""An answer under review counts until it is set aside, as on the portal's own pages."""


def lay_portal_answers(address: str, slug: str, name: str, year: YearInstrument, out: Path) -> StoredAnswers:
    """Lay a round's answers into a Parquet file, as they come. Raises `SheetError`."""
    with _connected(address, name) as cursor:
        _refuse_another_round(cursor, slug, name, year)
        cursor.execute(ANSWERS.format(slug=_quoted(slug)))
        reader = cursor.fetch_record_batch()
        with pq.ParquetWriter(out, SCHEMA) as writer:
            for batch in reader:
                writer.write_table(pa.Table.from_batches([batch]).cast(SCHEMA))
    text = {column: StoredColumn(column, Kind.TEXT) for column in ("agency", "instrument")}
    return StoredAnswers(out, name, text, {}, packed=_positions(year), is_of_a_file=False)


SCHEMA = pa.schema([("agency", pa.string()), ("instrument", pa.string()), ("choices", pa.string())])


def _positions(year: YearInstrument) -> dict[AnswerColumn, int]:
    """Where among packed choices each answer stands; the parts of a survey ask alike."""
    columns = {column.code: column for column in answer_columns(year)}
    return {
        columns[line.key]: position
        for part in asked_parts(year)
        for position, line in enumerate(questionnaire_of(year, part).lines)
    }


@contextmanager
def _connected(address: str, name: str) -> Iterator[Any]:
    """A cursor of the database's own driver; says so where a driver or the database is missing."""
    driver, target = _driver(address, name)
    try:
        connection = driver.connect(target)
    except driver.Error as problem:
        raise whole_file(name, found_text(_first_line(problem)), _CONNECT) from None
    try:
        with connection, connection.cursor() as cursor:
            yield cursor
    except driver.Error as problem:
        raise whole_file(name, found_text(_first_line(problem)), _NOT_A_PORTAL) from None


def _driver(address: str, name: str) -> tuple[Any, str]:
    """The driver's module and the address as it wants it; SQLite is opened for reading alone."""
    if address.startswith(SQLITE):
        path = Path(address.removeprefix(SQLITE))
        if not path.is_file():
            raise whole_file(name, *_NO_DATABASE)
        return import_module("adbc_driver_sqlite.dbapi"), f"file:{path}?mode=ro"
    if find_spec("adbc_driver_postgresql") is None:
        raise whole_file(name, *_NO_DRIVER)
    return import_module("adbc_driver_postgresql.dbapi"), address


def _refuse_another_round(
    cursor: Any,  # noqa: ANN401 - two drivers without a common type
    slug: str,
    name: str,
    year: YearInstrument,
) -> None:
    cursor.execute(ROUND.format(slug=_quoted(slug)))
    found = cursor.fetch_arrow_table()["year"].to_pylist()
    if not found:
        raise whole_file(name, found_text(slug), _NO_ROUND)
    if found[0] != year.year:
        mend = Words(
            f"รอบนี้เป็นของปี {found[0]} ให้ระบุ --year {found[0]}", f"this round is of {found[0]}; give --year {found[0]}"
        )
        raise whole_file(name, found_text(year.year), mend)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _first_line(problem: Exception) -> str:
    return (str(problem).splitlines() or [""])[0]


_NO_DATABASE = (
    Words("ไม่พบไฟล์ฐานข้อมูล", "there is no such database"),
    Words("ตรวจที่อยู่หลัง sqlite:///", "check what stands after sqlite:///"),
)
_NO_DRIVER = (
    Words("ยังไม่ได้ติดตั้งตัวต่อ PostgreSQL", "the driver for PostgreSQL is not installed"),
    Words("ติดตั้งด้วย prongsai[postgres]", "install prongsai[postgres]"),
)
_CONNECT = Words("ตรวจที่อยู่และสิทธิ์ของฐานข้อมูล", "check the database's address and your rights")
_NOT_A_PORTAL = Words("ให้ระบุฐานข้อมูลของเว็บไซต์ prongsai", "name the database of a prongsai portal")
_NO_ROUND = Words(
    "ไม่มีรอบนี้ ให้ระบุ --round ด้วยชื่อในที่อยู่ของรอบ", "there is no such round; give --round the name in its address"
)

"""The tally as a file: agency, instrument, question or line, option, and how many chose it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.rulebook.instrument import Instrument
from prongsai.tallying.columns import AnswerColumn
from prongsai.tallying.counted_form import CountedForm, chosen, group_tallies
from prongsai.tallying.queries import count_name
from prongsai.tallying.tally import Tally

COUNT, WEIGHED = pa.int64(), pa.decimal128(38, 6)


def write_tally(tally: Tally, path: Path) -> None:
    """Write a tally as Parquet, options that nobody chose with 0; `respondents` answered anything at all."""
    schema = _schema(is_weighted=any(form.is_weighted for form in tally.forms))
    with pq.ParquetWriter(path, schema) as writer:
        for form in tally.forms:
            for part in form.parts:
                for table in _tables(form, part):
                    writer.write_table(table)


def _schema(*, is_weighted: bool) -> pa.Schema:
    return pa.schema(
        [
            ("agency", pa.string()),
            ("instrument", pa.string()),
            ("code", pa.string()),
            ("option", pa.int16()),
            ("count", WEIGHED if is_weighted else COUNT),
            ("respondents", COUNT),
        ]
    )


def _tables(form: CountedForm, part: Instrument) -> Iterator[pa.Table]:
    """One table for each question, agencies in the order of their codes within an option."""
    counted = form.of_part(part)
    if len(counted):
        for column in form.columns:
            options = range(1, column.options + 1)
            tables = [_table(form, counted, part, column, option) for option in options]
            yield pa.concat_tables(tables).combine_chunks()


def _table(form: CountedForm, counted: pa.Table, part: Instrument, column: AnswerColumn, option: int) -> pa.Table:
    many = len(counted)
    columns = [
        counted["agency"],
        pa.repeat(pa.scalar(part.value, pa.string()), many),
        pa.repeat(pa.scalar(column.code, pa.string()), many),
        pa.repeat(pa.scalar(option, pa.int16()), many),
        pa.array(chosen(form, counted, column, option), WEIGHED)
        if form.is_weighted
        else counted[count_name(column, option)],
        counted["respondents"],
    ]
    return pa.table(columns, schema=_schema(is_weighted=form.is_weighted))


def tally_hash(tally: Tally) -> str:
    """SHA-256 of what was counted, whatever it was counted from."""
    digest = hashlib.sha256()
    for group in group_tallies(tally.forms):
        counts = ";".join(f"{place.code}:{','.join(map(str, counts))}" for place, counts in group.counts.items())
        digest.update(f"{group.agency}|{group.part}|{group.respondents}|{counts}\n".encode())
    return digest.hexdigest()

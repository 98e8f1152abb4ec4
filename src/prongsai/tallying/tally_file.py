"""The tally as a file: agency, instrument, question or line, option, and how many chose it."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.rulebook.evidence import Place
from prongsai.tallying.tally import GroupTally, Tally

COUNT, WEIGHED = pa.int64(), pa.decimal128(38, 6)


def write_tally(tally: Tally, path: Path) -> None:
    """Write a tally as Parquet, options that nobody chose with 0; `respondents` answered anything at all."""
    tables = list(_tables(tally))
    schema = _schema(tally)
    with pq.ParquetWriter(path, schema) as writer:
        for table in tables:
            writer.write_table(table)


def _schema(tally: Tally) -> pa.Schema:
    return pa.schema(
        [
            ("agency", pa.string()),
            ("instrument", pa.string()),
            ("code", pa.string()),
            ("option", pa.int16()),
            ("count", WEIGHED if tally.is_weighted else COUNT),
            ("respondents", COUNT),
        ]
    )


def _tables(tally: Tally) -> Iterator[pa.Table]:
    """One table for each instrument and question, agencies in the order of their codes within an option."""
    schema = _schema(tally)
    for part in dict.fromkeys(group.part for group in tally.groups):
        groups = [group for group in tally.groups if group.part is part]
        agencies = pa.array([group.agency for group in groups], pa.string())
        respondents = pa.array([group.respondents for group in groups], COUNT)
        for place in groups[0].counts:
            parts = [
                _table(place, option, counts, agencies, respondents, schema)
                for option, counts in _by_option(place, groups)
            ]
            yield pa.concat_tables(parts).combine_chunks()


def _by_option(place: Place, groups: Sequence[GroupTally]) -> Iterator[tuple[int, tuple[object, ...]]]:
    yield from enumerate(zip(*(group.counts[place] for group in groups), strict=True), start=1)


def _table(
    place: Place, option: int, counts: Sequence[object], agencies: pa.Array, respondents: pa.Array, schema: pa.Schema
) -> pa.Table:
    many = len(agencies)
    columns = [
        agencies,
        pa.repeat(pa.scalar(str(place.instrument), pa.string()), many),
        pa.repeat(pa.scalar(place.code, pa.string()), many),
        pa.repeat(pa.scalar(option, pa.int16()), many),
        pa.array(counts, schema.field("count").type),
        respondents,
    ]
    return pa.table(columns, schema=schema)


def tally_hash(tally: Tally) -> str:
    """SHA-256 of what was counted, whatever it was counted from."""
    digest = hashlib.sha256()
    for group in tally.groups:
        counts = ";".join(f"{place.code}:{','.join(map(str, counts))}" for place, counts in group.counts.items())
        digest.update(f"{group.agency}|{group.part}|{group.respondents}|{counts}\n".encode())
    return digest.hexdigest()

"""Keeps a sweep's state in a SQLite file, for the command."""

import functools
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from msgspec.structs import replace

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.sweeping.targets import Counts, Swept, Target

_TABLE = """
create table if not exists target (
    number integer primary key,
    key text not null unique,
    host text not null,
    url text not null,
    if_none_match text,
    if_modified_since text
);
create index if not exists lane on target (host, number);
create table if not exists result (
    number integer primary key,
    outcome text not null,
    told blob not null
);
"""
_RECORD = "insert or replace into result (number, outcome, told) select number, column2, column3"
_NEXT = """
select json_group_array(
    json_object(
        'key', key, 'url', url, 'if_none_match', if_none_match, 'if_modified_since', if_modified_since
    )
) from (
    select target.* from target left join result using (number)
    where host = ? and outcome is null order by number limit ?
)
"""
"""All in one row: between rows the lanes would stop."""
_targets = msgspec.json.Decoder(list[Target]).decode
_written = msgspec.json.Encoder().encode
_HEADERS = ("etag", "last-modified")


class StoreInUseError(RuntimeError):
    """Another sweep is using the file."""


class SqliteStore:
    """A `SweepStore` in a file; `with SqliteStore(path) as store`. It is locked for others until it is closed."""

    def __init__(self, path: Path) -> None:
        self._link = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            self._link.execute("pragma locking_mode = exclusive")
            self._link.execute("pragma journal_mode = wal")
            self._link.execute("pragma synchronous = normal")
            self._link.executescript(_TABLE)
        except sqlite3.OperationalError as problem:
            self._link.close()
            if "locked" in str(problem):
                raise StoreInUseError(
                    f"{path.name} is in use by another sweep: wait for its end, or name another file"
                ) from None
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.close()

    def add(self, targets: Iterable[Target]) -> None:
        """Take targets in; a key that is there keeps its URL and its result."""
        rows = ((t.key, t.host, t.url, t.if_none_match, t.if_modified_since) for t in targets)
        with self._transaction():
            self._link.executemany(
                "insert or ignore into target (key, host, url, if_none_match, if_modified_since)"
                " values (?, ?, ?, ?, ?)",
                rows,
            )

    def hosts(self) -> Sequence[str]:
        """Host names with waiting targets, those with the most first."""
        found = self._link.execute(
            "select host from target left join result using (number) where outcome is null"
            " group by host order by count(*) desc, host"
        )
        return [host for (host,) in found]

    def next_of(self, host: str, most: int) -> Sequence[Target]:
        """Waiting targets of a host in the order in which they came in."""
        (found,) = self._link.execute(_NEXT, (host, most)).fetchone()
        return _targets(found)

    def record(self, results: Sequence[Swept]) -> None:
        """Keep all but the content.

        One statement keeps them all: the lanes go on while SQLite works, but wait whenever a statement begins or ends.
        """
        rows = [(result.target.key, result.fetched.outcome.value, _kept(result)) for result in results]
        self._link.execute(_recording(len(rows)), list(chain.from_iterable(rows)))

    def counts(self) -> Counts:
        """Targets in all and done."""
        total, done = self._link.execute(
            "select (select count(*) from target), (select count(*) from result)"
        ).fetchone()
        return Counts(total, done)

    def results(self) -> Iterator[Swept]:
        """What is done so far, without content, in the order in which the targets came in."""
        found = self._link.execute(
            "select key, url, if_none_match, if_modified_since, told"
            " from target join result using (number) order by number"
        )
        with closing(found) as rows:
            for *target, result in rows:
                yield Swept(Target(*target), _read(result))

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._link)


class _Transaction:
    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link

    def __enter__(self) -> None:
        self._link.execute("begin immediate")

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.execute("commit" if problem is None else "rollback")


@functools.cache
def _recording(rows: int) -> str:
    """The statement that keeps so many results."""
    values = ", ".join(["(?, ?, ?)"] * rows)
    return f"{_RECORD} from (values {values}) join target on key = column1"


def _kept(result: Swept) -> bytes:
    said = result.fetched.headers or {}
    headers = {name: said[name] for name in _HEADERS if name in said}
    return _written(replace(result.fetched, headers=headers, body=None, spool=None))


def _read(text: bytes) -> Fetched:
    return msgspec.json.decode(text, type=Fetched, dec_hook=_no_path)


def _no_path(kind: type, value: object) -> None:
    """A path is never written, and so never read."""
    raise NotImplementedError(f"{kind} {value!r}")

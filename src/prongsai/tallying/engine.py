"""What counting asks of an engine, and how one is chosen."""

from collections.abc import Sequence
from enum import StrEnum
from importlib.util import find_spec
from types import TracebackType
from typing import Protocol, Self

import pyarrow as pa

from prongsai.tallying.engine_errors import EngineMissingError
from prongsai.tallying.reading import StoredAnswers


class EngineName(StrEnum):
    """The engines that there are."""

    DUCKDB = "duckdb"
    SPARK = "spark"


class Engine(Protocol):
    """Answers SQL over the view `answers`."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def open(self, source: StoredAnswers, *, is_clean: bool) -> None:
        """Make the view of a source."""

    def look_up(self, numbers: Sequence[int], column: str) -> str:
        """SQL for the number at the place, counted from 1, that a column holds."""

    def ask(self, question: str) -> pa.Table:
        """The answer to a question. Raises `EngineError`."""


def engine_called(name: EngineName) -> Engine:
    """The engine, not started. Raises `EngineMissingError`."""
    if name is EngineName.DUCKDB:
        from prongsai.tallying.duckdb_engine import DuckDBEngine

        return DuckDBEngine()
    if find_spec("pyspark") is None:
        raise EngineMissingError("pyspark")
    from prongsai.tallying.spark_engine import SparkEngine

    return SparkEngine()

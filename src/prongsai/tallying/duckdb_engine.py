"""DuckDB, embedded: the engine that is used unless an office has outgrown one machine."""

import tempfile
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

from prongsai.tallying.engine_errors import EngineError
from prongsai.tallying.reading import StoredAnswers, view

MEMORY = "1GB"


class DuckDBEngine:
    """Answers SQL over the view `answers`; keeps what does not fit into memory in a temporary folder."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="prongsai-duckdb-")
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": self._folder.name,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
        self._connection = duckdb.connect(config=settings)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._folder.cleanup()

    def open(self, source: StoredAnswers, *, is_clean: bool) -> None:
        """Make the view."""
        path = str(source.path).replace("'", "''")
        columns = view(source, quoted='"', place="file_row_number", is_clean=is_clean)
        # a folder that is called year=2567 says nothing of what is in the file
        reading = f"read_parquet('{path}', file_row_number = true, hive_partitioning = false)"
        self._run(f"CREATE OR REPLACE VIEW answers AS SELECT {columns} FROM {reading}")  # noqa: S608

    def look_up(self, numbers: Sequence[int], column: str) -> str:
        """The number at a place counted from 1; a fixed-size array is looked up once for each value in a dictionary."""
        return f"([{', '.join(map(str, numbers))}]::BIGINT[{len(numbers)}])[{column}]"

    def ask(self, question: str) -> pa.Table:
        """The answer to a question as a table."""
        try:
            return self._connection.sql(question).to_arrow_table()
        except duckdb.Error as problem:
            raise EngineError(str(problem).splitlines()[0]) from None

    def _run(self, statement: str) -> None:
        try:
            self._connection.execute(statement)
        except duckdb.Error as problem:
            raise EngineError(str(problem).splitlines()[0]) from None

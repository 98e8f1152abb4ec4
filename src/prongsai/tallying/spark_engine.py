"""Apache Spark, for an office that has outgrown one machine: the same questions, an optional install, Java 17.

The session is the one that runs already where there is one; else a local one is started with the machine's cores. An
office with a cluster names it as Spark itself asks for it (`SPARK_REMOTE`, `spark-defaults.conf`, `MASTER`).
"""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
from pyspark.errors import PySparkException, PySparkRuntimeError
from pyspark.sql import DataFrame, SparkSession

from prongsai.tallying.engine_errors import EngineError, EngineMissingError
from prongsai.tallying.reading import StoredAnswers, view


class SparkEngine:
    """Answers SQL over the view `answers` by a Spark session, which it stops only if it started it."""

    def __enter__(self) -> Self:
        running = SparkSession.getActiveSession()
        self._is_ours = running is None
        self._session = running or _started()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.catalog.dropTempView("answers")
        if self._is_ours:
            self._session.stop()

    def open(self, source: StoredAnswers, *, is_clean: bool) -> None:
        """Make the view."""
        path = str(source.path.resolve()).replace("`", "``")
        columns = view(source, quoted="`", place="_metadata.row_index", is_clean=is_clean)
        self._ask(f"CREATE OR REPLACE TEMPORARY VIEW answers AS SELECT {columns} FROM parquet.`{path}`")  # noqa: S608

    def look_up(self, numbers: Sequence[int], column: str) -> str:
        """The number at a place counted from 1."""
        return f"try_element_at(array({', '.join(f'{number}L' for number in numbers)}), CAST({column} AS INT))"

    def ask(self, question: str) -> pa.Table:
        """The answer to a question as a table."""
        try:
            return self._ask(question).toArrow()
        except PySparkException as problem:
            raise EngineError(_first_line(problem)) from None

    def _ask(self, statement: str) -> DataFrame:
        try:
            return self._session.sql(statement)
        except PySparkException as problem:
            raise EngineError(_first_line(problem)) from None


def _started() -> SparkSession:
    home = os.environ.get("JAVA_HOME")
    if shutil.which(str(Path(home, "bin", "java")) if home else "java") is None:
        raise EngineMissingError("java")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true",
        "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1)),
        "spark.driver.memory": "1g",
        "spark.sql.warehouse.dir": tempfile.gettempdir(),  # else a folder appears where the command was given
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.appName("prongsai").master(os.environ.get("MASTER", "local[*]"))
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except PySparkRuntimeError:
        raise EngineMissingError("java") from None


def _first_line(problem: Exception) -> str:
    return (str(problem).splitlines() or [""])[0]

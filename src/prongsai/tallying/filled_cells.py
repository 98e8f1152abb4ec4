"""How many cells of a column hold something, as a Parquet file says of itself without being read."""

from collections import Counter
from collections.abc import Callable

import pyarrow.parquet as pq

from prongsai.tallying.columns import AnswerColumn
from prongsai.tallying.reading import StoredAnswers


def filled_cells(source: StoredAnswers) -> Callable[[AnswerColumn], int | None]:
    """The number for a column; `None` where the file does not say it, or holds the answers packed in another one."""
    filled: Counter[str] = Counter()
    unsaid: set[str] = set()
    with pq.ParquetFile(source.path) as file:
        for group in range(file.metadata.num_row_groups):
            rows = file.metadata.row_group(group)
            for place in range(rows.num_columns):
                column = rows.column(place)
                said = column.statistics
                if said is None or not said.has_null_count:
                    unsaid.add(column.path_in_schema)
                else:
                    filled[column.path_in_schema] += column.num_values - said.null_count
    return lambda answer: _of(source, answer, filled, unsaid)


def _of(source: StoredAnswers, answer: AnswerColumn, filled: Counter[str], unsaid: set[str]) -> int | None:
    stored = source.answers.get(answer)
    return None if stored is None or stored.stored_as in unsaid else filled[stored.stored_as]

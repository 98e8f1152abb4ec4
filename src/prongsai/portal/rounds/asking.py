"""Asks the database several things in one trip, where it is a server of its own; each trip waits for a free core.

with few_trips():
    first, second = ask(ONE, [1]), ask(OTHER, [2])  # sent together
    if first() and second():  # read
        tell(THIRD, [3])  # sent with the end of the transaction
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any, TypeVar

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper

Value = str | int | date | None
Row = tuple[Any, ...]
Reader = Callable[[], Row | None]
Given = TypeVar("Given")


def few_trips() -> AbstractContextManager[object]:
    """One transaction: what is asked in it is sent without waiting for what was asked before.

    Use `ask` and `tell` alone in it: Django's own transactions do not know of it. Inside one of those it is a part of
    that. What `tell` did wrong is raised at its end at the latest.
    """
    is_apart = connection.vendor == "postgresql" and not connection.in_atomic_block
    return _pipeline() if is_apart else transaction.atomic()


def ask(statement: str, values: Sequence[Value]) -> Reader:
    """Send a statement that gives one row or none; what comes back reads it, once."""
    cursor = _cursor()
    cursor.execute(statement, values)
    if connection.vendor == "postgresql":
        read: Reader = cursor.fetchone
        return read
    row = cursor.fetchone()  # a library in this process: nothing is gained by waiting
    return lambda: row


def tell(statement: str, values: Sequence[Value] = ()) -> None:
    """Send a statement that gives nothing."""
    with _cursor() as cursor:
        cursor.execute(statement, values)


def once_more_if_cut_off(act: Callable[[], Given]) -> Given:
    """Act on the kept connection without asking first whether it lives; where it was cut off, once more on a new one.

    The cut may have come after the commit: what was done must be safe to do again.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return act()
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return act()
    except (InterfaceError, OperationalError):
        if connection.connection is None or not connection.connection.closed:
            raise
    connection.close()
    return act()


def _cursor() -> CursorWrapper:
    """On a server one that lets it plan a statement once for a connection: to plan costs it more than to act."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    import psycopg

    connection.close_if_health_check_failed()
    connection.ensure_connection()
    wrap = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    return wrap(psycopg.Cursor(connection.connection))  # type: ignore[arg-type]  # as Django does with its own


@contextmanager
def _pipeline() -> Iterator[None]:
    connection.ensure_connection()
    opened = connection.connection
    with connection.wrap_database_errors:
        try:
            with opened.pipeline():
                tell("BEGIN")
                yield
                tell("COMMIT")
        except BaseException:
            if not opened.closed:
                opened.rollback()
            raise

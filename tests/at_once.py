"""Lets several people do something at the same moment: real threads, each with its own connection to the database.

    first, second = at_once(lambda: approve_plan(...), lambda: approve_plan(...))

The database is held until all of them have come in, so that each has read what it will read before any has finished.
The tests that use it need `@pytest.mark.django_db(transaction=True)`.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection, connections, transaction

from prongsai.portal.journal.actions import append_line

UNTIL_ALL_WAIT = 0.4
LONGEST_WAIT = 30


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each call gave back or raised, in their order."""
    gathered = Barrier(len(calls) + 1, timeout=LONGEST_WAIT)
    with ThreadPoolExecutor(len(calls)) as people:
        with transaction.atomic():
            # SQLite lets nobody else write from here on, PostgreSQL nobody else come to the journal
            append_line(actor="tester", verb="test.hold", object="tests")
            waiting = [people.submit(_act, call, gathered) for call in calls]
            gathered.wait()
            time.sleep(UNTIL_ALL_WAIT)
        return [one.result(timeout=LONGEST_WAIT) for one in waiting]


def _act(call: Callable[[], Any], gathered: Barrier) -> Any:
    try:
        gathered.wait()
        return call()
    except Exception as raised:  # noqa: BLE001 - what it raised is the answer
        return raised
    finally:
        connections[connection.alias].close()


def refused(answers: list[Any], kind: type[Exception]) -> str:
    """What the only one that was refused was told; fails where nobody was, or anybody for another reason."""
    told = [answer for answer in answers if isinstance(answer, Exception)]
    assert [type(answer) for answer in told] == [kind], answers
    return str(told[0])

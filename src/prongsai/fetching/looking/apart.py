"""Looks at a file in a process of its own, with its time and memory bounded.

The libraries that open PDF and HTML are large and written in C; a file made to hang or to crash one of them takes this
process with it, and not the portal. What comes back is JSON of a known shape, so that it cannot act here either.
"""

import msgspec

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.kinds import HEAD, TAIL, kind_of
from prongsai.fetching.looking.findings import Expected, Finding, FindingKey, Look, TextState
from prongsai.fetching.looking.fork_server import Order
from prongsai.fetching.looking.forks import FORKS
from prongsai.fetching.looking.looking import Said, said_of

SECONDS = 20
MEGABYTES = 2048


def look_at_fetched_apart(
    fetched: Fetched, expected: Expected, *, seconds: int = SECONDS, megabytes: int = MEGABYTES
) -> Look:
    """`looking.look_at_fetched` in a process of its own; a fetch without content raises `ValueError`."""
    return look_apart(fetched.read(), expected, said_of(fetched), seconds=seconds, megabytes=megabytes)


def look_apart(
    content: bytes, expected: Expected, said: Said | None = None, *, seconds: int = SECONDS, megabytes: int = MEGABYTES
) -> Look:
    """`looking.look` in a process of its own; what it cannot do within the bounds is `FindingKey.TOO_HEAVY`."""
    order = Order(expected, said or Said(), seconds, megabytes)
    try:
        return msgspec.json.decode(FORKS.answer_to(order, content), type=Look)
    except msgspec.MsgspecError:
        kind = kind_of(content[:HEAD], content[-TAIL:], content)
        return Look(kind, TextState.NOT_READ, None, "", (Finding(FindingKey.TOO_HEAVY),))

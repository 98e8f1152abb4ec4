"""Looks at a file in a process of its own, with its time and memory bounded.

The libraries that open PDF and HTML are large and written in C; a file made to hang or to crash one of them takes this
process with it, and not the portal. What comes back is JSON of a known shape, so that it cannot act here either.
"""

import subprocess
import sys
from dataclasses import dataclass

import msgspec

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.kinds import HEAD, TAIL, kind_of
from prongsai.fetching.looking.findings import Expected, Finding, FindingKey, Look, TextState
from prongsai.fetching.looking.looking import Said, look, said_of

SECONDS = 20
MEGABYTES = 2048
_START_AND_END = 10
"""Seconds for starting Python on a busy machine, before the file's own time begins."""
_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Order:
    """What the process is told, before the file's bytes."""

    expected: Expected
    said: Said
    seconds: int
    megabytes: int


def look_at_fetched_apart(
    fetched: Fetched, expected: Expected, *, seconds: int = SECONDS, megabytes: int = MEGABYTES
) -> Look:
    """`looking.look_at_fetched` in a process of its own; a fetch without content raises `ValueError`."""
    return look_apart(fetched.read(), expected, said_of(fetched), seconds=seconds, megabytes=megabytes)


def look_apart(
    content: bytes, expected: Expected, said: Said | None = None, *, seconds: int = SECONDS, megabytes: int = MEGABYTES
) -> Look:
    """`looking.look` in a process of its own; what it cannot do within the bounds is `FindingKey.TOO_HEAVY`."""
    order = msgspec.json.encode(_Order(expected, said or Said(), seconds, megabytes))
    command = [sys.executable, "-m", "prongsai.fetching.looking.apart"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, input=order + b"\n" + content, capture_output=True, timeout=seconds + _START_AND_END, check=True
        )
        return msgspec.json.decode(done.stdout, type=Look)
    except (subprocess.SubprocessError, msgspec.MsgspecError):
        kind = kind_of(content[:HEAD], content[-TAIL:], content)
        return Look(kind, TextState.NOT_READ, None, "", (Finding(FindingKey.TOO_HEAVY),))


def _main() -> None:
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=_Order)
    content = sys.stdin.buffer.read()
    _bound(order)
    sys.stdout.buffer.write(msgspec.json.encode(look(content, order.expected, order.said)))


def _bound(order: _Order) -> None:
    """Time of the processor, memory, and no file to be written."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (order.seconds, order.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (order.megabytes * _BYTES, order.megabytes * _BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _main()

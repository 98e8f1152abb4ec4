"""The process that others are forked from, each for one file: it has loaded what opens files and opened none itself.

    python -m prongsai.fetching.looking.fork_server FD

Python and those libraries take eighty times as long to start as a page takes to be looked at; a fork has them at once.
`FD` is a socket. Who wants a file looked at sends one end of another socket over it: the fork says `BEGUN` there, reads
an order, a line of JSON, and the file's bytes behind it until they end, and writes what it saw, as JSON.
"""

import gc
import os
import resource
import signal
import socket
import sys
from dataclasses import dataclass

import msgspec

from prongsai.fetching.looking.findings import Expected
from prongsai.fetching.looking.looking import Said, look

BEGUN = b"+"
IDLE_SECONDS = 60.0
"""A small machine gets its memory back when nothing was looked at for so long."""
_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Order:
    """What a fork is told, before the file's bytes; it may use so many seconds and so much memory."""

    expected: Expected
    said: Said
    seconds: int
    megabytes: int


def serve(control: socket.socket) -> None:
    """Fork for each socket that comes; return when the other side is gone, or silent for `IDLE_SECONDS`."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    control.settimeout(IDLE_SECONDS)
    gc.freeze()
    while line := _next(control):
        if os.fork() == 0:
            control.close()
            _look_and_end(line)
        line.close()


def _next(control: socket.socket) -> socket.socket | None:
    try:
        _, lines, _, _ = socket.recv_fds(control, 1, 1)
    except TimeoutError:
        return None
    return socket.socket(fileno=lines[0]) if lines else None


def _look_and_end(line: socket.socket) -> None:
    """Whatever happens, the fork ends here; without an answer the file was too much for it."""
    try:
        line.sendall(BEGUN)
        with line.makefile("rb") as told:
            order = msgspec.json.decode(told.readline(), type=Order)
            _bound(order)
            content = told.read()
        line.sendall(msgspec.json.encode(look(content, order.expected, order.said)))
    finally:
        os._exit(0)


def _bound(order: Order) -> None:
    """Time of the processor and on the wall, memory, and no file to be written."""
    signal.setitimer(signal.ITIMER_REAL, 2 * order.seconds or _AT_ONCE)
    resource.setrlimit(resource.RLIMIT_CPU, (order.seconds, order.seconds))
    resource.setrlimit(resource.RLIMIT_AS, (order.megabytes * _BYTES, order.megabytes * _BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_AT_ONCE = 0.001

if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))

"""Asks forks of the `fork_server` what is in a file; starts it when it is needed, and again where it is gone."""

import atexit
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress

import msgspec

from prongsai.fetching.looking.fork_server import BEGUN, Order

START_SECONDS = 30.0
"""For starting Python on a busy machine."""
A_PIECE = 1024 * 1024
TRIES = 3


class Forks:
    """The fork server of this process; threads may ask at once, each gets a fork of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def answer_to(self, order: Order, content: bytes) -> bytes:
        """What a fork wrote of a file; nothing where it was ended early."""
        for _ in range(TRIES):
            with self._line() as line:
                if _has_begun(line):
                    return _asked(line, msgspec.json.encode(order) + b"\n" + content, 2 * order.seconds)
        return b""

    def forget(self) -> None:
        """Begin anew, as a process must that was forked from one that asked: what that one started is not its own."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.returncode = 0  # else Python would say that nobody waits for it
        self._lock = threading.Lock()
        self._control = self._process = None

    def close(self) -> None:
        """End it; the next question starts another."""
        with self._lock:
            self._end()

    def _line(self) -> socket.socket:
        """Our end of a socket; the other goes to a fork."""
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                self._hand(theirs)
            except OSError:  # it had nothing to do for a while, and ended
                self._end()
                self._hand(theirs)
        return ours

    def _hand(self, line: socket.socket) -> None:
        if self._control is None:
            self._start()
        assert self._control is not None  # noqa: S101 - started above
        socket.send_fds(self._control, [b"1"], [line.fileno()])

    def _end(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            self._process.wait(START_SECONDS)
        self._control = self._process = None

    def _start(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "prongsai.fetching.looking.fork_server", str(theirs.fileno())]
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )


def _has_begun(line: socket.socket) -> bool:
    """Whether a fork is there; not where the server ended before it forked."""
    line.settimeout(START_SECONDS)
    try:
        return line.recv(1) == BEGUN
    except OSError:
        return False


def _asked(line: socket.socket, order: bytes, seconds: float) -> bytes:
    """Send and read to the end, all of it within the time."""
    pieces: list[bytes] = []
    end = time.monotonic() + seconds + START_SECONDS
    with suppress(OSError):
        line.sendall(order)
        line.shutdown(socket.SHUT_WR)
        while piece := line.recv(A_PIECE):
            pieces.append(piece)
            line.settimeout(max(end - time.monotonic(), 0.001))
    return b"".join(pieces)


FORKS = Forks()
atexit.register(FORKS.close)
os.register_at_fork(after_in_child=FORKS.forget)

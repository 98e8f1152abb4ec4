"""Unpacks what comes over the wire piece by piece, never more than asked for at a time."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

import brotli

from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.stopping import Stopped

PIECE = 64 * 1024
"""The most that one step unpacks: a bomb is noticed after the step in which it passes the limit."""
_GZIP_MAGIC, _GZIP, _RAW = b"\x1f\x8b", 31, -15
_ZLIB_METHOD, _ZLIB_CHECK = 8, 31


class Unpacker(Protocol):
    """Takes what comes and gives the content."""

    def feed(self, data: bytes) -> Iterable[bytes]:
        """The pieces that this data unpacks to; raises `Stopped` where it is not packed as was said."""

    def finish(self) -> bytes:
        """The rest; raises `Stopped` where the end is missing."""


def unpacker_of(said: str | None) -> Unpacker:
    """The unpacker for a Content-Encoding; raises `Stopped` for what was not asked for (zstd, two at once)."""
    name = (said or "").strip().lower()
    if name in {"", "identity", "none"}:
        return _Plain()
    if name in {"gzip", "x-gzip", "deflate"}:
        return _Zlib(_GZIP if "gzip" in name else None)
    if name == "br":
        return _Brotli()
    raise Stopped(Outcome.UNKNOWN_ENCODING)


class _Plain:
    def feed(self, data: bytes) -> Iterable[bytes]:
        return (data,)

    def finish(self) -> bytes:
        return b""


class _Zlib:
    """gzip, and what servers call deflate: with or without zlib's frame."""

    def __init__(self, window: int | None) -> None:
        self._window = window
        self._engine: zlib._Decompress | None = None
        self._has_begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while data:
                if self._engine is None:
                    self._engine = zlib.decompressobj(self._window or _frame(data))
                self._has_begun = True
                if piece := self._engine.decompress(data, PIECE):
                    yield piece
                data = self._rest(self._engine)
        except zlib.error:
            raise Stopped(Outcome.MALFORMED_ANSWER) from None

    def _rest(self, engine: "zlib._Decompress") -> bytes:
        """What is still to be unpacked; a gzip file may be followed by another, anything else after it is dropped."""
        if not engine.eof:
            return engine.unconsumed_tail
        if self._window == _GZIP and engine.unused_data.startswith(_GZIP_MAGIC):
            self._engine = None
            return engine.unused_data
        return b""

    def finish(self) -> bytes:
        if self._engine is None:
            if self._has_begun:
                raise Stopped(Outcome.CUT_OFF)
            return b""
        try:
            rest = self._engine.flush()
        except zlib.error:
            raise Stopped(Outcome.MALFORMED_ANSWER) from None
        if not self._engine.eof:
            raise Stopped(Outcome.CUT_OFF)
        return rest


class _Brotli:
    def __init__(self) -> None:
        self._engine = brotli.Decompressor()
        self._has_begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._has_begun = True
        try:
            yield self._engine.process(data, output_buffer_limit=PIECE)
            while not self._engine.can_accept_more_data():
                yield self._engine.process(b"", output_buffer_limit=PIECE)
        except brotli.error:
            raise Stopped(Outcome.MALFORMED_ANSWER) from None

    def finish(self) -> bytes:
        if self._has_begun and not self._engine.is_finished():
            raise Stopped(Outcome.CUT_OFF)
        return b""


def _frame(data: bytes) -> int:
    """zlib's frame if the first two bytes are its mark, else none."""
    framed = len(data) > 1 and data[0] & 0x0F == _ZLIB_METHOD and (data[0] << 8 | data[1]) % _ZLIB_CHECK == 0
    return zlib.MAX_WBITS if framed else _RAW

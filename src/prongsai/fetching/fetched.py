"""What came of fetching one URL."""

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from prongsai.fetching.kinds import Kind
from prongsai.fetching.outcomes import Outcome


class Hop(Struct, frozen=True, gc=False):
    """A redirect that was followed, or would have been: who sent on, how, and where to."""

    url: str
    status: int
    to: str


class Fetched(Struct, frozen=True, gc=False):
    """A fetch as it ended. Absent is `None`.

    `final_url` is the last URL that was asked, or was refused. `headers` are those of the last answer, names in small
    letters, the values of a repeated one joined by ", ". The content stands in `body`, or, beyond the limit for memory,
    in the file `spool`, which belongs to the caller: `discard()` removes it. `size` and `sha256` are of the unpacked
    content; all four are there only with `Outcome.OK`. `content_type_said` is the server's word, `content_type_found`
    what the bytes are. `retry_after` is in seconds.
    """

    url: str
    final_url: str
    outcome: Outcome
    fetched_at: datetime
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    headers: Mapping[str, str] | None = None
    content_type_said: str | None = None
    content_type_found: Kind | None = None
    body: bytes | None = None
    spool: Path | None = None
    size: int | None = None
    sha256: str | None = None
    retry_after: int | None = None

    def open(self) -> BinaryIO:
        """The content from its start; without content it raises `ValueError`."""
        if self.spool is not None:
            return self.spool.open("rb")
        if self.body is None:
            raise ValueError(f"nothing was kept of {self.url} ({self.outcome}): ask outcome.has_content first")
        return io.BytesIO(self.body)

    def read(self) -> bytes:
        """The whole content in memory; at most `Limits.content_bytes`."""
        with self.open() as content:
            return content.read()

    def discard(self) -> None:
        """Remove the file on disk, if there is one; the content is gone then."""
        if self.spool is not None:
            self.spool.unlink(missing_ok=True)

    @property
    def etag(self) -> str | None:
        """To be given as `if_none_match` the next time."""
        return (self.headers or {}).get("etag")

    @property
    def last_modified(self) -> str | None:
        """As the server wrote it; to be given as `if_modified_since` the next time."""
        return (self.headers or {}).get("last-modified")

"""Web addresses on paper: printed as they are, and open to a click where a click is harmless."""

from urllib.parse import quote, urlsplit

from prongsai.papers.content import Run

_SAFE = "%/:=&?~#+!$,;'@()*[]"


def address_run(address: str, *, bold: bool = False, size: float | None = None, shown: str | None = None) -> Run:
    """An address with its own digits; only http and https lead anywhere, all else is printed only."""
    words = address if shown is None else shown
    return Run(words, bold=bold, size=size, as_written=True, link=_target(address))


def readable_address(address: str) -> str:
    """The address as people type it: without "https://" and a closing stroke."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _target(address: str) -> str | None:
    """What a file may hold as a link: ASCII only, so Thai letters go by their bytes."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return quote(address.strip(), safe=_SAFE) if parts.scheme in {"http", "https"} and parts.netloc else None

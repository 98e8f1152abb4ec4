"""Reads a URL as the HTTP client will read it, and refuses what could lead elsewhere than it looks."""

import functools
import ipaddress
import re

from yarl import URL

from prongsai.fetching.network import Network
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.stopping import Stopped

_UNREADABLE = re.compile(r"[\x00-\x20\x7f\\]")
_ENDS_IN_NUMBER = re.compile(r"(?:^|\.)(?:0[xX][0-9a-fA-F]*|[0-9]+)\.*$")
_NAME = re.compile(r"(?=.{1,253}\.?$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\.?")
ASCII = range(0x80)


def read_url(text: str, network: Network, most_letters: int) -> URL:
    """The URL without its fragment; raises `Stopped` with the reason.

    The same object goes to the client, so that no second reading can differ from the one that was judged.
    """
    text = text.strip()
    if len(text) > most_letters or _UNREADABLE.search(text):
        raise Stopped(Outcome.MALFORMED_URL)
    try:
        url = URL(text)
        host, port = url.raw_host, url.port
    except (ValueError, TypeError, UnicodeError):
        raise Stopped(Outcome.MALFORMED_URL) from None
    if url.scheme not in {"http", "https"}:
        raise Stopped(Outcome.REFUSED_SCHEME if url.scheme else Outcome.MALFORMED_URL)
    if not host or port is None:
        raise Stopped(Outcome.MALFORMED_URL)
    if "@" in url.raw_authority:
        raise Stopped(Outcome.REFUSED_USER_INFO)
    if fault := _fault_of(host, port, network):
        raise Stopped(fault)
    return url.with_fragment(None) if url.raw_fragment else url


def join_url(base: URL, location: str, network: Network, most_letters: int) -> URL:
    """Where a redirect leads; its letters outside ASCII are taken as the bytes that were sent."""
    plain = "".join(
        chr(byte) if byte in ASCII else f"%{byte:02X}" for byte in location.strip().encode("utf-8", "surrogateescape")
    )
    if len(plain) > most_letters or _UNREADABLE.search(plain.replace(" ", "%20")):
        raise Stopped(Outcome.MALFORMED_URL)
    try:
        joined = base.join(URL(plain.replace(" ", "%20")))
    except (ValueError, UnicodeError):
        raise Stopped(Outcome.MALFORMED_URL) from None
    return read_url(str(joined), network, most_letters)


@functools.lru_cache(maxsize=1024)
def _fault_of(host: str, port: int, network: Network) -> Outcome | None:
    """What is wrong with a place; a sweep asks this of the same few over and over."""
    if not network.may_ask(port):
        return Outcome.REFUSED_PORT
    if ":" in host or _ENDS_IN_NUMBER.search(host):
        return None if _is_open(host, port, network) else Outcome.REFUSED_ADDRESS
    if _NAME.fullmatch(host):
        return None
    is_word = "." not in host.rstrip(".")
    return Outcome.REFUSED_ADDRESS if is_word else Outcome.MALFORMED_URL


def _is_open(host: str, port: int, network: Network) -> bool:
    """Programs read numbers as addresses in many ways; only the plain way can be judged, and is open or not."""
    try:
        return network.may_reach(str(ipaddress.ip_address(host)), port)
    except ValueError:
        return False

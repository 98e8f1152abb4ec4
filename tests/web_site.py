"""A web site that a test starts on 127.0.0.1, as good or as bad as the test wants it, under any host name.

with web_site() as site:
    site.page("/plan.pdf", b"...", headers={"Content-Type": "application/pdf"})
    fetched = fetch_now(site.url("/plan.pdf"), network=site.network(), politeness=HASTE)
"""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from prongsai.fetching.fetching import fetch_now
from prongsai.fetching.limits import Limits
from prongsai.fetching.network import Network
from prongsai.fetching.politeness import Politeness

HOST = "www.municipality.example"
HASTE = Politeness(seconds_apart=0, per_second=None, robots=False)
"""Nobody waits in a test that is not about waiting."""
LONGEST_WAIT = 30
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAGE = "<!doctype html><title>แผนงาน</title><p>ปีงบประมาณ พ.ศ. 2569".encode()
SMALL = Limits(
    wire_bytes=50_000, content_bytes=100_000, memory_bytes=20_000, seconds=20, silence_seconds=10, connect_seconds=10
)
IMPATIENT = replace(SMALL, seconds=0.8, silence_seconds=0.3, connect_seconds=0.4)
"""For tests of time alone: on a busy machine an honest answer may take as long."""


@dataclass(frozen=True)
class Request:
    """What came: the path with its query, and the headers by small names."""

    path: str
    headers: dict[str, str]

    @property
    def host(self) -> str:
        return self.headers.get("host", "").partition(":")[0]


Handler = Callable[[Request, socket.socket], None]


@dataclass
class Site:
    """A server; `asked` lists the requests in their order, `over` is set when it ends."""

    port: int
    scheme: str
    asked: list[Request] = field(default_factory=list)
    handlers: dict[str, Handler] = field(default_factory=dict)
    ending: set[str] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)

    def url(self, path="/", host=HOST):
        return f"{self.scheme}://{host}:{self.port}{path}"

    def network(self, *, tls=None, resolve=None):
        """Every name leads to this site, unless `resolve` says otherwise; only its port is open."""

        async def to_this_site(_host):
            return ["127.0.0.1"]

        return Network(resolve=resolve or to_this_site, exempt=frozenset({("127.0.0.1", self.port)}), tls=tls)

    def page(self, path, body=b"", *, status=200, headers=None):
        """Answer a path properly."""
        lines = {"Content-Length": str(len(body)), **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.raw(path, f"HTTP/1.1 {status} Said\r\n{head}\r\n".encode() + body)

    def redirect(self, path, to, *, status=302):
        self.page(path, status=status, headers={"Location": to})

    def raw(self, path, answer: bytes | Handler):
        """Answer a path with these bytes and no others, or let a function write; the path "*" is any other."""
        self.handlers[path] = answer if callable(answer) else lambda _request, link: link.sendall(answer)

    def ends_after(self, path):
        """Close the connection after what was written, whatever it promised."""
        self.ending.add(path)

    @property
    def paths(self):
        return [request.path for request in self.asked]

    def answer(self, request, link):
        """Write the answer; whether the connection stays open."""
        self.asked.append(request)
        handler = self.handlers.get(request.path) or self.handlers.get("*")
        if handler is None:
            link.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        else:
            handler(request, link)
        return request.path not in self.ending


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 100

    def __init__(self, site, tls):
        self.site, self.tls, self.links = site, tls, set()
        super().__init__(("127.0.0.1", 0), None)

    def finish_request(self, request, _client_address):
        self.links.add(request)
        with suppress(OSError), self._secured(request) as link, link.makefile("rb") as lines:
            while (asked := _read(lines, link)) and self.site.answer(asked, link):
                pass

    def _secured(self, link):
        return self.tls.wrap_socket(link, server_side=True) if self.tls else link

    def end(self):
        self.shutdown()
        for link in self.links:
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        self.server_close()


def _read(lines, link):
    """A request's head; `None` at the end of the connection and for what is no request."""
    first = lines.readline().decode("latin-1")
    if not first.startswith("GET "):
        link.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" if first else b"")
        return None
    path, headers = first.split(" ")[1], {}
    while line := lines.readline().decode("latin-1").strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return Request(path, headers)


@contextmanager
def web_site(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve in threads until the end of the block."""
    site = Site(port=0, scheme="https" if tls else "http")
    server = _Server(site, tls)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.end()
        thread.join(LONGEST_WAIT)


def fetched_from(site, path, limits=SMALL, network=None, **options):
    """Fetch a path of the site at noon, without politeness."""
    network = network or site.network()
    return fetch_now(site.url(path), limits=limits, network=network, politeness=HASTE, clock=lambda: NOON, **options)

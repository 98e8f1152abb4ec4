"""Five hundred web sites on one port, told apart by the host name; it remembers who was asked for what.

    .venv/bin/python -m benchmarks.many_sites

It prints its port. A page is a few kilobytes of HTML, the same everywhere but under `/own/`; every host has a
robots.txt. `/asked` tells how often each address was asked for, `/forget` forgets it.
"""

import asyncio
import json
from collections import Counter
from typing import ClassVar

PAGE = ("<!doctype html><title>แผน</title><p>ปีงบประมาณ พ.ศ. 2569 " + "รายงานผลการดำเนินงานของเทศบาล " * 90).encode()
ROBOTS = b"User-agent: *\nDisallow: /secret\n"


def answer(kind: str, body: bytes) -> bytes:
    """A whole answer."""
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


ANSWER, ROBOTS_ANSWER = answer("text/html; charset=utf-8", PAGE), answer("text/plain", ROBOTS)


class Sites(asyncio.Protocol):
    """One connection."""

    asked: ClassVar[Counter[str]] = Counter()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport, self.held = transport, b""

    def data_received(self, data: bytes) -> None:
        self.held += data
        while b"\r\n\r\n" in self.held:
            head, _, self.held = self.held.partition(b"\r\n\r\n")
            self.transport.write(self.answer(head))  # type: ignore[attr-defined]

    def answer(self, head: bytes) -> bytes:
        path = head.split(b" ", 2)[1]
        if path == b"/asked":
            return answer("application/json", json.dumps(self.asked).encode())
        if path == b"/forget":
            self.asked.clear()
            return answer("text/plain", b"")
        if path == b"/robots.txt":
            return ROBOTS_ANSWER
        at = head.lower().index(b"\r\nhost: ") + 8
        self.asked[(head[at : head.find(b"\r\n", at)].split(b":")[0] + path).decode()] += 1
        return answer("text/html; charset=utf-8", PAGE + path) if path.startswith(b"/own/") else ANSWER


async def serve() -> None:
    """Until it is ended."""
    server = await asyncio.get_running_loop().create_server(Sites, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())

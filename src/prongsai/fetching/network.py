"""The network as a fetch sees it: how names are found, and which addresses may be reached."""

import asyncio
import functools
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from prongsai.fetching.addresses import is_public

Resolve = Callable[[str], Awaitable[Sequence[str]]]
"""From a host name to its IP addresses as text; raises `OSError` where it has none."""

WEB_PORTS = frozenset({80, 443, 8080, 8443})
"""Ports on which Thai agencies serve web sites; others are the doors of other services."""


MOST_NAMES_AT_ONCE = 32


@functools.cache
def _name_askers() -> ThreadPoolExecutor:
    """Threads of our own: a loop that ends waits for its own, however long a name server is silent."""
    return ThreadPoolExecutor(MOST_NAMES_AT_ONCE, thread_name_prefix="names")


async def ask_system(host: str) -> Sequence[str]:
    """The addresses that the operating system finds for a name."""
    ask = functools.partial(socket.getaddrinfo, host, None, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_name_askers(), ask)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True)
class Network:
    """Closed by default: public addresses and web ports only.

    `exempt` holds pairs of an IP address and a port that may be reached nevertheless; only tests and benchmarks give
    any, for the servers that they start themselves (`test_network.py` proves that no other code does). `tls` replaces
    the system's certificates, for the same purpose.
    """

    resolve: Resolve = ask_system
    exempt: frozenset[tuple[str, int]] = frozenset()
    tls: ssl.SSLContext | None = field(default=None, compare=False)

    def may_reach(self, address: str, port: int) -> bool:
        """Whether a connection to this IP address and port is allowed; text that is no address is not."""
        if (address, port) in self.exempt:
            return True
        try:
            return port in WEB_PORTS and is_public(ipaddress.ip_address(address))
        except ValueError:
            return False

    def may_ask(self, port: int) -> bool:
        """Whether a URL may name this port."""
        return port in WEB_PORTS or any(port == open_port for _, open_port in self.exempt)


PUBLIC = Network()
"""The network outside tests."""

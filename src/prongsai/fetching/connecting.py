"""Opens connections: each to an address that was judged in the same moment, and to no other."""

import asyncio
import functools
import socket
import ssl
from collections.abc import Sequence

from aiohttp import ClientSession, DummyCookieJar, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from prongsai.fetching.network import Network
from prongsai.fetching.stopping import RefusedAddressError

ACCEPT = "text/html,application/pdf,*/*;q=0.8"
ENCODINGS = "gzip, deflate, br"


class GuardedResolver(AbstractResolver):
    """Gives the client only addresses that the network lets it reach.

    The client connects to what stands here, so between judging and connecting the name is not asked again: the address
    is pinned. It asks here for every new connection, after each redirect too.
    """

    def __init__(self, network: Network, seconds: float) -> None:
        self._network, self._seconds = network, seconds

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - the client's own signature
    ) -> list[ResolveResult]:
        """All addresses of the name; one that is closed closes the name, because no honest site has both."""
        addresses = await self._found(host)
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, "the name has no address")
        for address in addresses:
            if not self._network.may_reach(address, port):
                raise RefusedAddressError(f"{host} leads to {address}, which is not public")
        return [_pinned(host, address, port) for address in addresses]

    async def _found(self, host: str) -> Sequence[str]:
        try:
            async with asyncio.timeout(self._seconds):
                return await self._network.resolve(host)
        except TimeoutError:
            raise socket.gaierror(socket.EAI_AGAIN, "the name servers are silent") from None

    async def close(self) -> None:
        """Nothing is held open."""


def open_session(network: Network, user_agent: str, name_seconds: float) -> ClientSession:
    """A client that keeps connections but no cookies, names or proxies, and unpacks nothing by itself.

    `name_seconds` is how long the name servers may take.
    """
    connector = TCPConnector(
        resolver=GuardedResolver(network, name_seconds),
        use_dns_cache=False,
        limit=0,
        keepalive_timeout=20,
        ssl=network.tls or _system_tls(),
    )
    return ClientSession(
        connector=connector,
        cookie_jar=DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
        headers={
            "User-Agent": user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": ENCODINGS,
            "Accept-Language": "th,en;q=0.5",
        },
    )


@functools.cache
def _system_tls() -> ssl.SSLContext:
    """The certificates that the machine trusts, read once; whoever renews them starts the program anew."""
    return ssl.create_default_context()


def _pinned(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(
        hostname=host,
        host=address,
        port=port,
        family=family,
        proto=0,
        flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
    )

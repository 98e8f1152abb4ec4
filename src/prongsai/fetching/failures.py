"""What an error of the client means."""

import re
import socket
from asyncio import TimeoutError as AsyncTimeoutError

from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientOSError,
    ClientPayloadError,
    ClientResponseError,
    ClientSSLError,
    ConnectionTimeoutError,
    InvalidURL,
    ServerDisconnectedError,
    http_exceptions,
)

from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.stopping import RefusedAddressError, Stopped

_MEANINGS: tuple[tuple[type[BaseException], Outcome], ...] = (
    (ClientConnectorCertificateError, Outcome.BAD_CERTIFICATE),
    (ClientSSLError, Outcome.TLS_FAILED),
    (ClientConnectorError, Outcome.NO_CONNECTION),
    (ConnectionTimeoutError, Outcome.NO_CONNECTION),
    (AsyncTimeoutError, Outcome.TOO_SLOW),
    (ServerDisconnectedError, Outcome.CUT_OFF),
    (ClientOSError, Outcome.CUT_OFF),
    (ConnectionError, Outcome.CUT_OFF),
    (InvalidURL, Outcome.MALFORMED_URL),
)
"""The first that fits counts: the particular before the general."""

_TOO_MUCH = re.compile("Got more than|Too many headers")


def outcome_of(problem: BaseException) -> Outcome:
    """The outcome of a fetch that ended with this error; what is not known counts as an answer that is no HTTP."""
    if isinstance(problem, Stopped):
        return problem.outcome
    if isinstance(problem, ClientConnectorDNSError):
        return _of_name(problem.os_error)
    if isinstance(problem, ClientResponseError | http_exceptions.BadHttpMessage):
        return _of_head(problem)
    if isinstance(problem, ClientPayloadError):
        return _of_content(problem)
    return next((outcome for kind, outcome in _MEANINGS if isinstance(problem, kind)), Outcome.MALFORMED_ANSWER)


def _of_name(problem: OSError) -> Outcome:
    if isinstance(problem, RefusedAddressError):
        return Outcome.REFUSED_ADDRESS
    return Outcome.NAME_UNANSWERED if problem.errno == socket.EAI_AGAIN else Outcome.NAME_UNKNOWN


def _of_head(problem: BaseException) -> Outcome:
    """The parser says what it disliked only in words."""
    return Outcome.HEADERS_TOO_LARGE if _TOO_MUCH.search(str(problem)) else Outcome.MALFORMED_ANSWER


def _of_content(problem: ClientPayloadError) -> Outcome:
    """Content that stops too early, or that is not cut into pieces as HTTP asks."""
    text = f"{problem} {problem.__cause__}"
    return Outcome.CUT_OFF if "Not enough data" in text else Outcome.MALFORMED_ANSWER

"""How a fetch can end: a key for the machine. Those who show it to people find the words."""

from enum import StrEnum


class Outcome(StrEnum):
    """Everything that can become of a URL; each value is stable and may be stored."""

    OK = "ok"
    """The whole file came and is of an accepted kind."""
    NOT_MODIFIED = "not-modified"
    """The server says that it is still the same as when it was last fetched."""

    MALFORMED_URL = "malformed-url"
    """No URL, or one that programs read in different ways."""
    REFUSED_SCHEME = "refused-scheme"
    """Neither http nor https."""
    REFUSED_USER_INFO = "refused-user-info"
    """A name or password stands before the host name."""
    REFUSED_PORT = "refused-port"
    """A port on which no public web site is served."""
    REFUSED_ADDRESS = "refused-address"
    """It leads to an address that is not public: this machine, an inner network, a cloud's metadata."""

    NAME_UNKNOWN = "name-unknown"
    """The host name has no address."""
    NAME_UNANSWERED = "name-unanswered"
    """The name servers that should know the host name do not answer."""
    NO_CONNECTION = "no-connection"
    """Nobody answers at the address."""
    BAD_CERTIFICATE = "bad-certificate"
    """The certificate is expired, of another name, or of an unknown issuer."""
    TLS_FAILED = "tls-failed"
    """No secure connection could be agreed on, for another reason than the certificate."""

    DEAD_LINK = "dead-link"
    """404 or 410."""
    NEEDS_SIGN_IN = "needs-sign-in"
    """401, or it leads to a sign-in service."""
    FORBIDDEN = "forbidden"
    """403 or 451."""
    RATE_LIMITED = "rate-limited"
    """429, or 503 with Retry-After: asked too often; `Fetched.retry_after` says when to come again, if known."""
    REFUSED_BY_SERVER = "refused-by-server"
    """Another status from 400 to 499."""
    SERVER_ERROR = "server-error"
    """A status from 500 on."""
    ROBOTS_DISALLOW = "robots-disallow"
    """The site's robots.txt asks programs to stay away."""
    ROBOTS_UNREADABLE = "robots-unreadable"
    """The site answers robots.txt with an error of its own, which RFC 9309 takes as a no."""

    REDIRECT_LOOP = "redirect-loop"
    """It leads back to a URL it came from."""
    TOO_MANY_REDIRECTS = "too-many-redirects"
    """More steps than the limit."""
    TOO_LARGE = "too-large"
    """More bytes than the limit, as sent or unpacked."""
    TOO_SLOW = "too-slow"
    """Longer than the limit, in all or between two bytes."""
    HEADERS_TOO_LARGE = "headers-too-large"
    """More lines or letters before the content than the limit."""
    WRONG_TYPE = "wrong-type"
    """A kind of file that is not accepted."""
    UNKNOWN_ENCODING = "unknown-encoding"
    """Packed in a way that was not asked for."""
    CUT_OFF = "cut-off"
    """The connection ended before the file did."""
    MALFORMED_ANSWER = "malformed-answer"
    """What came is no proper HTTP."""

    @property
    def has_content(self) -> bool:
        """Whether a whole file came."""
        return self is Outcome.OK

    @property
    def is_refusal(self) -> bool:
        """Whether nothing was asked of the place that the URL leads to, because it may not be."""
        return self in _REFUSALS

    @property
    def may_pass(self) -> bool:
        """Whether the same URL may well work later without anyone mending it."""
        return self in _PASSING


_REFUSALS = frozenset(
    {
        Outcome.MALFORMED_URL,
        Outcome.REFUSED_SCHEME,
        Outcome.REFUSED_USER_INFO,
        Outcome.REFUSED_PORT,
        Outcome.REFUSED_ADDRESS,
    }
)
_PASSING = frozenset(
    {
        Outcome.NAME_UNANSWERED,
        Outcome.NO_CONNECTION,
        Outcome.RATE_LIMITED,
        Outcome.SERVER_ERROR,
        Outcome.ROBOTS_UNREADABLE,
        Outcome.TOO_SLOW,
        Outcome.CUT_OFF,
    }
)

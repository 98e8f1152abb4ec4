"""Knows the services to which a page sends those who have not signed in."""

import re

from yarl import URL

SERVICES = frozenset(
    {
        "accounts.google.com",
        "login.microsoftonline.com",
        "login.live.com",
        "login.yahoo.com",
        "imauth.bora.dopa.go.th",  # ThaID
        "connect.egov.go.th",  # Digital ID of the government
    }
)
_ASSESSMENT_SYSTEM = "itas.nacc.go.th"
_WAY_IN = re.compile(r"/(?:log-?in|sign[_-]?in|wp-login)(?:[/.?]|$)", re.IGNORECASE)


def is_sign_in(url: URL) -> bool:
    """Whether a redirect there means that nothing is shown without signing in."""
    host = (url.host or "").lower()
    return host in SERVICES or (host == _ASSESSMENT_SYSTEM and has_way_in(url))


def has_way_in(url: URL) -> bool:
    """Whether the path is one that sign-in pages have; on an agency's own site that is only a hint."""
    return _WAY_IN.search(url.path) is not None

"""The one way to leave a fetch before its end."""

from prongsai.fetching.outcomes import Outcome


class Stopped(Exception):  # noqa: N818 - no error: an end that is named
    """A fetch ends here. It never leaves this package: `Fetched.outcome` says the same."""

    def __init__(self, outcome: Outcome, retry_after: int | None = None) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome
        self.retry_after = retry_after


class RefusedAddressError(OSError):
    """A name leads to an address that may not be reached; an `OSError`, as resolvers raise."""

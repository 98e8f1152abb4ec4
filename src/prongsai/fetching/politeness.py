"""How a fetch behaves towards the sites that it visits, and what it calls itself."""

from dataclasses import dataclass
from importlib import metadata

NAME = "Prongsai"
CONTACT_PLACEHOLDER = "https://example.go.th/contact"


@dataclass(frozen=True, slots=True)
class Politeness:
    """`contact` is a page or address where a site's owner reaches the operator; an installation sets its own.

    `seconds_apart` stand between two requests to one host name; `per_second` bounds the requests to all together
    (`None`: unbounded). A site that asks to be left alone is waited for up to `longest_rest` seconds, else the fetch
    ends as rate-limited. A robots.txt may ask for up to `longest_delay` seconds between requests.
    """

    contact: str = CONTACT_PLACEHOLDER
    seconds_apart: float = 1.0
    per_second: float | None = 20.0
    longest_rest: float = 10.0
    longest_delay: float = 10.0
    robots: bool = True

    def __post_init__(self) -> None:
        if not self.contact.isascii() or not self.contact.isprintable():
            raise ValueError(f"contact is {self.contact!r}: write a web or mail address in ASCII letters")
        if self.per_second is not None and self.per_second <= 0:
            raise ValueError(f"per_second is {self.per_second}: it must be above 0, or None for no bound")

    @property
    def user_agent(self) -> str:
        """What a site's owner reads in the log."""
        return f"{NAME}/{metadata.version('prongsai')} (+{self.contact})"

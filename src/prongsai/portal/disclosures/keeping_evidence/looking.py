"""The portal's one door to `prongsai.fetching`: runs a sweep, and reads out of a file what the pages need.

Tests put their own network in the place of `NETWORK`, and nothing else changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.looking.apart import look_at_fetched_apart
from prongsai.fetching.looking.findings import Expected, Finding, FindingKey, Look
from prongsai.fetching.looking.looking import look_at_fetched
from prongsai.fetching.looking.years import year_pattern
from prongsai.fetching.network import PUBLIC
from prongsai.fetching.politeness import Politeness
from prongsai.fetching.sweeping.sweep import Watch, sweep
from prongsai.fetching.sweeping.targets import Progress, SweepStore
from prongsai.sheets.names import printable
from prongsai.thai.numerals import to_arabic_digits

NETWORK = PUBLIC
SHARES = 4
"""Of the national budget: two processes serve, and in each one thread looks for officers and one for the watch."""

YEARS_BACK = 4
TOLD_APART = frozenset({FindingKey.YEAR_NAMED, FindingKey.YEAR_NOT_NAMED, FindingKey.OLDER_THAN_PERIOD})
"""An address may stand for items of different years: these are told by `findings` from the years named."""


@dataclass(frozen=True, slots=True)
class About:
    """Of which round's year and whose addresses are looked at."""

    year: int
    agency_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file says: its text, and what was noticed in it, as a capture keeps it."""

    text: str = ""
    looks: dict[str, Any] = field(default_factory=dict)


def see(fetched: Fetched, about: About) -> Seen:
    """Look into a fetched file, in a process of its own; what cannot be read is noticed too."""
    return _seen(look_at_fetched_apart(fetched, _expected(about)), fetched, about)


def see_own(fetched: Fetched, about: About) -> Seen:
    """The same here, for bytes that the portal made itself."""
    return _seen(look_at_fetched(fetched, _expected(about)), fetched, about)


def _expected(about: About) -> Expected:
    return Expected(about.year, about.agency_names, period_start=None, today=timezone.localdate())


def _seen(look: Look, fetched: Fetched, about: About) -> Seen:
    newest = look.get(FindingKey.NEWEST_DATE)
    return Seen(
        look.text,
        {
            "state": look.state.value,
            "pages": look.pages,
            "hints": [_hint(one) for one in look.findings if one.key not in TOLD_APART],
            "years": _years(look, fetched.final_url, about.year),
            "newest": None if newest is None else _day(newest.day),
        },
    )


def run_sweep(
    store: SweepStore, *, folder: Path, lanes: int, per_second: float | None = None, watch: Watch | None = None
) -> Progress:
    """Fetch what waits in the store; large files wait in the folder while they are looked at.

    `per_second` bounds the requests of this sweep; without it they are one of the shares of the national budget.
    """
    return sweep(
        (),
        store=store,
        network=NETWORK,
        politeness=politeness(per_second or settings.PRONGSAI_FETCHES_PER_SECOND / SHARES),
        lanes=lanes,
        spool_folder=folder,
        watch=watch,
    )


def politeness(per_second: float) -> Politeness:
    """How sites are visited."""
    return Politeness(contact=settings.PRONGSAI_FETCH_CONTACT, per_second=per_second, longest_rest=30)


def _hint(finding: Finding) -> dict[str, Any]:
    where = finding.where
    return {
        "key": finding.key.value,
        "part": None if where is None else where.part.value,
        "page": None if where is None else where.page,
        "found": None if finding.found is None else printable(finding.found)[:300],
        "day": _day(finding.day),
    }


def _years(look: Look, url: str, year: int) -> list[int] | None:
    """Which fiscal years are named in the words or the address; `None` where nothing could be read."""
    if not look.text:
        return None
    text = f"{to_arabic_digits(look.text)}\n{url}"
    return [other for other in _near(year) if year_pattern(other).search(text)]


def _near(year: int) -> Iterable[int]:
    return range(year - YEARS_BACK, year + 2)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

"""What was seen at the addresses of items, as the agency's pages show it."""

from dataclasses import dataclass

from prongsai.portal.disclosures.answering.access import Answering
from prongsai.portal.disclosures.answering.periods import period_years
from prongsai.portal.disclosures.keeping_evidence.findings import Concern, Expected, concerns_about
from prongsai.portal.disclosures.keeping_evidence.queries import kept_captures, latest_captures, waiting_urls
from prongsai.portal.disclosures.models import Capture


@dataclass(frozen=True, slots=True)
class AddressLine:
    """An address of an item: the last look at it, what was noticed, what was kept when it was handed in.

    `is_waiting`: the machine is going to look. `has_changed`: what is there is not what was kept.
    """

    url: str
    seen: Capture | None
    concerns: tuple[Concern, ...]
    kept: Capture | None
    is_waiting: bool

    @property
    def has_changed(self) -> bool:
        """Whether the page says something else now, or is gone."""
        return self.seen is not None and self.kept is not None and has_changed(self.kept, self.seen)


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """What was noticed at an item's addresses, and at how many there is something else than what was kept.

    A page that is gone is a concern, and not told a second time as one that changed.
    """

    concerns: tuple[Concern, ...]
    changed: int


def seen_of(here: Answering) -> dict[str, ItemSeen]:
    """The same for every item at whose addresses somebody looked; two queries."""
    given = {code: item.given.urls for code, item in here.items.items() if item.given.urls}
    urls = {url for urls in given.values() for url in urls}
    seen = latest_captures(here.seat.agency.pk, urls)
    kept = kept_captures(here.seat.agency.pk, here.round.id, seen)
    changed = {url for url, capture in kept.items() if seen[url].sha256 and has_changed(capture, seen[url])}
    return {
        code: ItemSeen(
            tuple(concern for url in own for concern in concerns_about(seen[url], _expected(here, code))),
            len(changed.intersection(own)),
        )
        for code, urls in given.items()
        if (own := [url for url in urls if url in seen])
    }


def address_lines(here: Answering, code: str) -> list[AddressLine]:
    """The addresses of one item in their order; three queries."""
    urls, agency_id = here.items[code].given.urls, here.seat.agency.pk
    if not urls:
        return []
    seen = latest_captures(agency_id, urls)
    kept = kept_captures(agency_id, here.round.id, urls)
    waiting = waiting_urls(here.round.id, agency_id, urls)
    expected = _expected(here, code)
    return [
        AddressLine(
            url=url,
            seen=seen.get(url),
            concerns=concerns_about(seen[url], expected) if url in seen else (),
            kept=kept.get(url),
            is_waiting=url in waiting,
        )
        for url in urls
    ]


def has_changed(kept: Capture, seen: Capture) -> bool:
    """Whether two looks found different things: by the text where both have one, else by the bytes.

    A look that failed for a passing reason says nothing about the page.
    """
    if not seen.sha256:
        return bool(kept.sha256) and seen.outcome == "dead-link"
    if kept.text_sha256 and seen.text_sha256:
        return kept.text_sha256 != seen.text_sha256
    return bool(kept.sha256) and kept.sha256 != seen.sha256


def _expected(here: Answering, code: str) -> Expected:
    return Expected(here.website, period_years(here.rules.items[code].period))

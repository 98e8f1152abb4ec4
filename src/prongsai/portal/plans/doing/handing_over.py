"""Hands evidence that was marked for OIT items over to the agency's answers, while these are being written."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from prongsai.portal.disclosures.answering.access import ANSWERING, WRITABLE
from prongsai.portal.disclosures.answering.actions import add_addresses
from prongsai.portal.disclosures.answering.queries import WrittenItem, standing, written_items
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.models import Evidence, EvidenceKind, PlanState
from prongsai.portal.plans.queries import evidence_for_items
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import is_open, rounds_of_agency
from prongsai.sheets.web_addresses import read_address


def hand_over(*, seat: Seat, year: int, home: str, at: datetime | None = None) -> tuple[str, ...] | None:
    """Append the addresses of all evidence marked for a year's items, as drafts to look at.

    Gives back the items that got any, `None` while no round of that year takes answers. `home` is where the portal is
    reached: files have an address there once everybody may see them. Raises `DisclosureRefusedError` where the answers
    are with the executive.
    """
    facts = _round_taking_answers(seat.agency.pk, year, at or timezone.now())
    if facts is None:
        return None
    offers = _offers(seat.agency.pk, year, home)
    return add_addresses(seat=seat, round_id=facts.id, offers=offers, at=at) if offers else ()


def count_waiting(*, seat: Seat, year: int, home: str) -> int:
    """How many addresses `hand_over` would append now; one query where no evidence is marked, else at most six."""
    offers = _offers(seat.agency.pk, year, home)
    facts = _round_taking_answers(seat.agency.pk, year, timezone.now()) if offers else None
    if facts is None:
        return 0
    found = standing(facts.id, seat.agency.pk)
    written = written_items(found.id) if found.state in WRITABLE else None
    return 0 if written is None else sum(_missing(written.get(item), urls) for item, urls in offers.items())


def address_of(evidence: Evidence, home: str) -> str | None:
    """Where everybody finds a piece of evidence; `None` for a file that is not public, or only on this machine."""
    if evidence.kind == EvidenceKind.LINK:
        return read_address(evidence.url)
    plan = evidence.report.step.measure.plan
    if not (evidence.is_public and plan.progress_public and plan.state == PlanState.APPROVED):
        return None
    with override(settings.LANGUAGE_CODE):  # one address, in whatever language the officer reads
        return read_address(home + reverse("progress:evidence", args=[plan.agency.code, plan.year, evidence.pk]))


def _round_taking_answers(agency_id: int, year: int, moment: datetime) -> RoundFacts | None:
    rounds = (facts for facts in rounds_of_agency(agency_id) if facts.year == year)
    return next((facts for facts in rounds if is_open(facts.id, ANSWERING, moment)), None)


def _offers(agency_id: int, year: int, home: str) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for mark in evidence_for_items(agency_id, year):
        address = address_of(mark.evidence, home)
        if address is not None:
            found[mark.item].append(address)
    return found


def _missing(item: WrittenItem | None, urls: Sequence[str]) -> int:
    """How many of these addresses the item does not give; what does not apply takes none."""
    if item is None:
        return len(set(urls))
    return 0 if item.given.not_applicable else len(set(urls) - set(item.given.urls))

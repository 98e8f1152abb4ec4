"""Asking the machine to look at addresses; what it sees is kept without a line in the journal for each."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from prongsai.portal.disclosures.keeping_evidence.enqueuing import enqueue
from prongsai.portal.disclosures.models import CaptureReason
from prongsai.portal.disclosures.naming import disclosure_path
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.facts import RoundFacts


@transaction.atomic
def ask_for_check(*, seat: Seat, facts: RoundFacts, urls: Iterable[str], at: datetime | None = None) -> int:
    """Let addresses be looked at as soon as a worker is free; gives back how many now wait that did not before."""
    many = enqueue(facts.id, seat.agency.pk, urls, CaptureReason.CHECK, at or timezone.now())
    append_line(
        actor=seat.actor,
        verb="disclosure.check",
        object=disclosure_path(seat.agency.code, facts.slug),
        detail={"addresses": many},
    )
    return many

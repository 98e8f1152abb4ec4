"""Asking the machine to look at addresses; what it sees is kept without a line in the journal for each."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from prongsai.fetching.fetched import Fetched
from prongsai.portal.agencies.queries import Agency
from prongsai.portal.disclosures.keeping_evidence.captures import Errand, capture_of
from prongsai.portal.disclosures.keeping_evidence.enqueuing import enqueue
from prongsai.portal.disclosures.keeping_evidence.looking import About, see_own
from prongsai.portal.disclosures.keeping_evidence.watching import enqueue_round
from prongsai.portal.disclosures.models import Capture, CaptureReason, SweepTarget
from prongsai.portal.disclosures.naming import disclosure_path
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.naming import round_path


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


@transaction.atomic
def begin_sweep(*, actor: str, facts: RoundFacts, at: datetime | None = None) -> str:
    """Let every confirmed address of a round be looked at; gives back the sweep's name, of an unfinished one first."""
    name = enqueue_round(facts.id, at or timezone.now())
    append_line(actor=actor, verb="disclosure.sweep", object=round_path(facts.slug), detail={"sweep": name})
    return name


@transaction.atomic
def keep_own_looks(
    *, actor: str, facts: RoundFacts, agency: Agency, reason: CaptureReason, looks: Iterable[Fetched]
) -> None:
    """Keep captures of bytes that the portal made itself, as for the demonstration.

    What waits to be looked at for the same reason is not looked at any more.
    """
    about = About(facts.year, tuple(name for name in (agency.name_th, agency.name_en) if name))
    captures = [
        capture_of(Errand(agency.pk, facts.id, fetched.url, reason, about), fetched, None, see_own) for fetched in looks
    ]
    Capture.objects.bulk_create(captures)
    SweepTarget.objects.filter(round_id=facts.id, agency_id=agency.pk, sweep__startswith=f"{reason}-").delete()
    path = disclosure_path(agency.code, facts.slug)
    append_line(actor=actor, verb="disclosure.check", object=path, detail={"addresses": len(captures)})

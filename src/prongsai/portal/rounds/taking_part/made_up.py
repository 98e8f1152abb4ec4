"""Figures of agencies that do not exist, for demonstrations. Real and fictional agencies never meet in a real round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.models import ConfirmedCopy, Participation, ParticipationState
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.taking_part.freezing import contents_of

if TYPE_CHECKING:
    from prongsai.portal.agencies.queries import Agency

NOTE = "ข้อมูลสมมติ"


class NotMadeUpError(ValueError):
    """Something real would get made-up figures."""


@dataclass(frozen=True, slots=True)
class People:
    """How many work at an agency, and how many were served."""

    staff: int
    clients: int


def refuse_real(agencies: Iterable["Agency"]) -> None:
    """Raise `NotMadeUpError` for agencies that exist."""
    if real := [agency.code for agency in agencies if not agency.is_fictional]:
        raise NotMadeUpError(f"{', '.join(real)}: not fictional")


@transaction.atomic
def make_up_profiles(*, actor: str, facts: RoundFacts, people: Mapping[str, People], at: datetime) -> None:
    """Let agencies, by code, take part with their numbers confirmed. Raises `NotMadeUpError`."""
    rules = instrument_of(facts)
    rows = list(
        Participation.objects.filter(round_id=facts.id, agency__code__in=people)
        .select_related("round", "agency")
        .prefetch_related("services", "units")
    )
    refuse_real(row.agency for row in rows)
    for row in rows:
        numbers = people[row.agency.code]
        row.staff, row.clients, row.size, row.address = numbers.staff, numbers.clients, "M", NOTE
        contents = contents_of(row, rules)
        row.confirmed_copy = ConfirmedCopy.objects.create(
            participation=row,
            version=1,
            contents=contents,
            sha256=fingerprint_of(contents),
            by=actor,
            at=at,
            **{name: contents[name] for name in ("rule_type", "size", "staff", "clients")},
        )
        row.state = ParticipationState.CONFIRMED
        row.save()
    append_line(
        actor=actor, verb="participation.make-up", object=round_path(facts.slug), detail={"agencies": len(rows)}
    )

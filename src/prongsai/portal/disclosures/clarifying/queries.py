"""Reads objections and errata."""

from datetime import datetime

from prongsai.portal.disclosures.clarifying.facts import ErratumFacts, ObjectionFacts
from prongsai.portal.disclosures.models import Erratum, Objection, ObjectionState
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.states import RoundState


def objections_of(disclosure_id: int) -> dict[str, ObjectionFacts]:
    """The objections of an agency by item; one query."""
    return {row.item: _objection(row) for row in Objection.objects.filter(disclosure_id=disclosure_id)}


def errata_of(disclosure_id: int) -> list[ErratumFacts]:
    """Every correction, oldest first; one query."""
    rows = Erratum.objects.filter(disclosure_id=disclosure_id)
    return [ErratumFacts(row.item, row.was_complete, row.is_complete, row.reason, row.at) for row in rows]


def count_open_objections(round_id: int) -> int:
    """How many objections of a round nobody has decided; one query."""
    return Objection.objects.filter(disclosure__round_id=round_id, state=ObjectionState.OPEN).count()


def has_decided_since(round_id: int, moment: datetime) -> bool:
    """Whether an objection was decided, or a verdict corrected, at or after a moment; at most two queries."""
    decided = Objection.objects.filter(disclosure__round_id=round_id, decided_at__gte=moment)
    return decided.exists() or Erratum.objects.filter(disclosure__round_id=round_id, at__gte=moment).exists()


def is_correctable(facts: RoundFacts) -> bool:
    """Whether the results are out, so that a verdict is corrected in public; a rehearsal's are when confirmed."""
    return facts.has_reached(RoundState.CONFIRMED if facts.is_rehearsal else RoundState.PUBLISHED)


def _objection(row: Objection) -> ObjectionFacts:
    return ObjectionFacts(
        row.item, row.text, tuple(row.urls), ObjectionState(row.state), row.decision, row.at, row.decided_at
    )

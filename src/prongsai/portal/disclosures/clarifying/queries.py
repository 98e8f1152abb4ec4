"""Reads objections and errata."""

from prongsai.portal.disclosures.clarifying.facts import ErratumFacts, ObjectionFacts
from prongsai.portal.disclosures.models import Erratum, Objection, ObjectionState


def objections_of(disclosure_id: int) -> dict[str, ObjectionFacts]:
    """The objections of an agency by item; one query."""
    return {row.item: _objection(row) for row in Objection.objects.filter(disclosure_id=disclosure_id)}


def errata_of(disclosure_id: int) -> list[ErratumFacts]:
    """Every correction, oldest first; one query."""
    rows = Erratum.objects.filter(disclosure_id=disclosure_id)
    return [ErratumFacts(row.item, row.was_complete, row.is_complete, row.reason, row.at) for row in rows]


def _objection(row: Objection) -> ObjectionFacts:
    return ObjectionFacts(
        row.item, row.text, tuple(row.urls), ObjectionState(row.state), row.decision, row.at, row.decided_at
    )

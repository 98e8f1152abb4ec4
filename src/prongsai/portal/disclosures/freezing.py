"""What an executive confirms: the answers as plain data, their hash, and the way back from the data."""

from collections.abc import Iterable
from typing import Any

from prongsai.portal.disclosures.facts import AnsweredItem, ConfirmedDisclosure
from prongsai.portal.disclosures.models import Disclosure, DisclosureCopy


def contents_of(row: Disclosure, answers: Iterable[AnsweredItem]) -> dict[str, Any]:
    """All that the answers say now, in the order given; names are written out."""
    return {
        "round": row.round.slug,
        "year": row.round.year,
        "is_rehearsal": row.round.is_rehearsal,
        "instrument_sha256": row.round.sha256,
        "agency": row.agency.code,
        "agency_name_th": row.agency.name_th,
        "items": [
            {
                "item": answer.item,
                "urls": list(answer.urls),
                "explanation": answer.explanation,
                "not_applicable": answer.not_applicable,
            }
            for answer in answers
        ],
    }


def confirmed_of(row: Disclosure, copy: DisclosureCopy) -> ConfirmedDisclosure:
    """The facts that a copy states."""
    items = (
        AnsweredItem(one["item"], tuple(one["urls"]), one["explanation"], one["not_applicable"])
        for one in copy.contents["items"]
    )
    return ConfirmedDisclosure(
        disclosure_id=row.pk,
        round_id=row.round_id,
        agency_id=row.agency_id,
        version=copy.version,
        sha256=copy.sha256,
        at=copy.at,
        items={answer.item: answer for answer in items},
    )

"""Loads the demonstration; every agency and year goes through the same actions as in earnest."""

from datetime import UTC, datetime
from itertools import chain

from django.db import transaction

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.demonstration.fictional import fictional_agencies, fictional_years
from prongsai.portal.demonstration.published import published_agencies, published_years
from prongsai.portal.results.actions import publish_result

ACTOR = "demonstration"
ANNOUNCED_MONTH = 8
BUDDHIST_ERA_OFFSET = 543


@transaction.atomic
def load_demonstration(*, actor: str = ACTOR) -> int:
    """Save the demonstration's agencies and publish their results; gives back how many agencies there are.

    Safe to repeat: what already stands is left as it is.
    """
    agencies = tuple(chain(published_agencies(), fictional_agencies()))
    for agency in agencies:
        save_agency(
            actor=actor,
            code=agency.code,
            name_th=agency.name_th,
            name_en=agency.name_en,
            type=agency.type,
            province=agency.province,
            district=agency.district,
            is_fictional=agency.is_fictional,
        )
    for entry in chain(published_years(), fictional_years()):
        publish_result(
            actor=actor,
            agency=entry.agency,
            year=entry.year,
            figures=entry.figures,
            source_note=entry.source_note,
            published_at=datetime(entry.year - BUDDHIST_ERA_OFFSET, ANNOUNCED_MONTH, 31, 3, tzinfo=UTC),
        )
    return len(agencies)

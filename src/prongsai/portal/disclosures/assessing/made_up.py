"""OIT of agencies that do not exist, for demonstrations: many at once."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from prongsai.portal.disclosures.assessing.queries import BLIND
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.freezing import contents_of
from prongsai.portal.disclosures.models import (
    Disclosure,
    DisclosureCopy,
    DisclosureState,
    Mark,
    MarkedElement,
    Seating,
)
from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.taking_part.made_up import refuse_real

NOT_SEEN = "ข้อมูลสมมติ: ไม่พบรายการนี้"
ROWS = 500


@transaction.atomic
def make_up_disclosures(*, actor: str, facts: RoundFacts, agency_ids: Iterable[int], at: datetime) -> None:
    """Let each agency have handed in and confirmed a word on every item. Raises `NotMadeUpError`."""
    rows = Disclosure.objects.bulk_create(
        (Disclosure(round_id=facts.id, agency_id=agency_id) for agency_id in agency_ids), batch_size=ROWS
    )
    held = list(Disclosure.objects.filter(pk__in=[row.pk for row in rows]).select_related("round", "agency"))
    refuse_real(row.agency for row in held)
    answers = [AnsweredItem(item, explanation="ข้อมูลสมมติ") for item in instrument_of(facts).items]
    copies = DisclosureCopy.objects.bulk_create(
        (_copy(row, contents_of(row, answers), actor, at) for row in held), batch_size=ROWS
    )
    for row, copy in zip(held, copies, strict=True):
        row.state, row.confirmed_copy = DisclosureState.CONFIRMED, copy
    Disclosure.objects.bulk_update(held, ["state", "confirmed_copy"], batch_size=ROWS)
    _tell(actor, "oit.make-up", facts, len(held))


@transaction.atomic
def make_up_marks(*, actor: str, facts: RoundFacts, verdicts: Mapping[int, Mapping[str, bool]], at: datetime) -> None:
    """Let both assessors of each agency find the same; `verdicts` are by agency and item. Raises `NotMadeUpError`."""
    seatings = list(
        Seating.objects.filter(
            disclosure__round_id=facts.id, disclosure__agency_id__in=list(verdicts), kind__in=BLIND
        ).select_related("disclosure__agency", "disclosure__confirmed_copy")
    )
    refuse_real(one.disclosure.agency for one in seatings)
    marks = Mark.objects.bulk_create(
        (
            Mark(
                seating=one,
                version=one.disclosure.confirmed_copy.version,
                item=item,
                is_complete=is_complete,
                at=at,
            )
            for one in seatings
            if one.disclosure.confirmed_copy
            for item, is_complete in verdicts[one.disclosure.agency_id].items()
        ),
        batch_size=ROWS,
    )
    required = {code: len(item.must_show_th) for code, item in instrument_of(facts).items.items()}
    elements = (_element(mark, number) for mark in marks for number in range(1, required[mark.item] + 1))
    MarkedElement.objects.bulk_create(elements, batch_size=ROWS)
    _tell(actor, "oit.make-up-marks", facts, len(verdicts))


def _copy(row: Disclosure, contents: dict[str, object], actor: str, at: datetime) -> DisclosureCopy:
    return DisclosureCopy(
        disclosure=row, version=1, contents=contents, sha256=fingerprint_of(contents), by=actor, at=at
    )


def _element(mark: Mark, number: int) -> MarkedElement:
    """Where an item is not complete its first element is missing."""
    is_there = mark.is_complete or number > 1
    return MarkedElement(mark=mark, number=number, is_there=is_there, reason="" if is_there else NOT_SEEN)


def _tell(actor: str, verb: str, facts: RoundFacts, agencies: int) -> None:
    append_line(actor=actor, verb=verb, object=round_path(facts.slug), detail={"agencies": agencies})

"""An agency that answers OIT, and one whose answers wait for the executive, for the world of the permission tests."""

import io

from django.utils import timezone

from prongsai.portal.disclosures.answering.actions import assign_items
from prongsai.portal.disclosures.answering.handing_in.actions import return_disclosure, submit_disclosure
from prongsai.portal.disclosures.answering.handing_in.contents import confirmable_hash
from prongsai.portal.disclosures.answering.inputs import Assignment
from prongsai.portal.disclosures.answering.queries import standing
from prongsai.portal.disclosures.models import Capture, CaptureReason
from prongsai.portal.files.keeping import keep_packed
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.states import RoundState
from tests.disclosures import address, answer, hand_in
from tests.rounds import move_to

Place = dict[str, object]


def answering_places(stages: dict[str, RoundFacts], *, officer, executive, unit) -> dict[str, Place]:
    """In the one round o1 is the unit's and o2 nobody's; in the other a copy was confirmed, and another one waits."""
    answered, handed_in = stages["collecting"], stages["handed-in"]
    move_to(handed_in.id, RoundState.CONFIRMATION, RoundState.COLLECTING)
    agency = officer.seat.agency
    for facts in (answered, handed_in):
        answer(officer, facts.id, "o1", "structure")
        answer(officer, facts.id, "o2", "executives")
        assign_items(seat=officer.seat, round_id=facts.id, assignments={"o1": Assignment(unit.pk)})
    hand_in(officer, executive, handed_in)
    return_disclosure(seat=executive.seat, round_id=handed_in.id, reason="เพิ่มแผนผัง")
    every = instrument_of(handed_in).items
    submit_disclosure(seat=officer.seat, round_id=handed_in.id, accepted_gaps=every)
    capture = Capture.objects.create(
        agency=agency,
        round_id=answered.id,
        url=address("structure"),
        reason=CaptureReason.SUBMISSION,
        at=timezone.now(),
        outcome="ok",
        sha256=keep_packed(io.BytesIO(b"structure")),
        size=len(b"structure"),
    )
    own = {"slug": answered.slug, "item": "o1", "capture_id": capture.pk}
    seen = confirmable_hash(standing(handed_in.id, agency.pk).id)
    return {
        "answered round": own,
        "answered round, other item": own | {"item": "o2"},
        "handed-in round": {"slug": handed_in.slug, "seen": seen},
    }

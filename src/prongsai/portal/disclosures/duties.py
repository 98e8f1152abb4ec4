"""What the clock does for disclosures: watches confirmed addresses through the year, and tidies up."""

from datetime import datetime, timedelta

from prongsai.portal.disclosures.keeping_evidence.enqueuing import forget_done_targets
from prongsai.portal.disclosures.keeping_evidence.slots import remove_dead_folders
from prongsai.portal.disclosures.keeping_evidence.watching import EVERY, enqueue_round
from prongsai.portal.rounds.queries import rounds_in_order
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.ui.duties import Duty

KEPT = timedelta(days=30)


def _watch(now: datetime) -> str:
    """Of each year's newest rounds, what nobody has looked at for a week."""
    begun = [facts for facts in rounds_in_order() if facts.has_reached(RoundState.COLLECTING)]
    newest = max((facts.year for facts in begun), default=0)
    for facts in begun:
        if facts.year == newest:
            enqueue_round(facts.id, now, not_since=now - EVERY)
    return f"addresses of {newest} that are due wait to be looked at"


def _tidy(now: datetime) -> str:
    """Targets of sweeps that are long over, and files that a killed process left on their way."""
    forgotten = forget_done_targets(now - KEPT)
    return f"targets forgotten: {forgotten}, folders removed: {remove_dead_folders()}"


DUTIES = (Duty("disclosures.watch", _watch, from_hour=1), Duty("disclosures.tidy", _tidy, from_hour=4))

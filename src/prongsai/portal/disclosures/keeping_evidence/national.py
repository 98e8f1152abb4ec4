"""A sweep over a whole round, run by hand: every confirmed address, gone on with where it was stopped."""

from django.conf import settings

from prongsai.fetching.sweeping.sweep import LANES, Watch
from prongsai.fetching.sweeping.targets import Progress
from prongsai.portal.disclosures.keeping_evidence.actions import begin_sweep
from prongsai.portal.disclosures.keeping_evidence.sweeping import sweep_store
from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore, give_back_what_the_dead_hold
from prongsai.portal.rounds.queries import find_round


class UnknownRoundError(LookupError):
    """No round has this address."""


def sweep_round(
    slug: str, *, per_second: float | None = None, lanes: int = LANES, watch: Watch | None = None
) -> Progress:
    """Look at every confirmed address of a round, within the national budget; raises `UnknownRoundError`."""
    facts = find_round(slug)
    if facts is None:
        raise UnknownRoundError(slug)
    name = begin_sweep(actor="command", facts=facts)
    budget = per_second or settings.PRONGSAI_FETCHES_PER_SECOND
    give_back_what_the_dead_hold()
    return sweep_store(TargetStore(sweep=name), label=name, lanes=lanes, per_second=budget, watch=watch)

"""A sweep over a whole round, run by hand: every confirmed address, gone on with where it was stopped."""

import os

from django.conf import settings

from prongsai.fetching.sweeping.sweep import LANES, Watch
from prongsai.fetching.sweeping.targets import Progress
from prongsai.portal.disclosures.keeping_evidence.actions import begin_sweep
from prongsai.portal.disclosures.keeping_evidence.looking import run_sweep
from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore
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
    return run_sweep(TargetStore(sweep=name), slot=f"{name}-{os.getpid()}", lanes=lanes, per_second=budget, watch=watch)

"""Sweeps what waits in the database, from a slot of its own."""

from prongsai.fetching.sweeping.sweep import Watch
from prongsai.fetching.sweeping.targets import Progress
from prongsai.portal.disclosures.keeping_evidence.looking import run_sweep
from prongsai.portal.disclosures.keeping_evidence.slots import taken_slot
from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore


def sweep_store(
    store: TargetStore, *, label: str, lanes: int, per_second: float | None = None, watch: Watch | None = None
) -> Progress:
    """Fetch what waits in the store; however it ends, what was not done waits again."""
    with taken_slot(label) as slot, store.held_by(slot.name):
        return run_sweep(store, folder=slot.folder, lanes=lanes, per_second=per_second, watch=watch)

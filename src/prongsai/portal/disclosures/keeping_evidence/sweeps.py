"""The names of sweeps: why, of which round and agency, begun when. Pure."""

from datetime import datetime

from prongsai.portal.disclosures.models import CaptureReason

__all__ = ["CaptureReason", "reason_of", "sweep_of_agency", "sweep_of_round"]

STAMP = "%Y%m%d%H%M%S"


def sweep_of_agency(reason: CaptureReason, round_id: int, agency_id: int, at: datetime) -> str:
    """A look at addresses of one agency: `check-3-17-20260701093000`."""
    return f"{reason}-{round_id}-{agency_id}-{at.strftime(STAMP)}"


def sweep_of_round(round_id: int, day: datetime) -> str:
    """A look at all confirmed addresses of a round, one for each day on which it is begun: `watch-3-20260701`."""
    return f"{CaptureReason.WATCH}-{round_id}-{day:%Y%m%d}"


def reason_of(sweep: str) -> CaptureReason:
    """Why a sweep looks."""
    return CaptureReason(sweep.partition("-")[0])

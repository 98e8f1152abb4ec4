"""What the clock did last."""

from datetime import datetime

from prongsai.portal.clock.models import DutyState


def last_done() -> datetime | None:
    """When a duty was done last; `None` where none ever was."""
    return DutyState.objects.order_by("done_at").exclude(done_at=None).values_list("done_at", flat=True).last()

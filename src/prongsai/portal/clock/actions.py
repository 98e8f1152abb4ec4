"""Does what is due. Whoever takes a duty's lease first does it; the others find it taken or done."""

import logging
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from prongsai.portal.clock.duties import every_duty, is_due
from prongsai.portal.clock.models import DutyState
from prongsai.portal.ui.duties import Duty

LEASE = timedelta(minutes=30)
"""Longer than any duty takes; a process that dies in the middle is stepped in for after it."""

AFTER_A_FAULT = timedelta(minutes=10)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a duty."""

    name: str
    said: str
    failed: bool = False


def do_due(*, now: datetime | None = None) -> list[Done]:
    """Do every duty that is due at this moment and that nobody else does; one query where there is none."""
    moment = now or timezone.now()
    states = dict(DutyState.objects.values_list("name", "done_at"))
    return list(_do((duty for duty in every_duty() if is_due(duty, states.get(duty.name), moment)), moment))


def do_daily(*, now: datetime | None = None) -> list[Done]:
    """Do every duty now, whether it was done today or not, but for those that somebody does at this moment."""
    return list(_do(every_duty(), now or timezone.now(), again=True))


def _do(duties: Iterable[Duty], now: datetime, *, again: bool = False) -> Iterator[Done]:
    for duty in duties:
        holder = secrets.token_hex(16)
        if _take(duty, holder, now, again=again):
            yield _done(duty, holder, now)


def _take(duty: Duty, holder: str, now: datetime, *, again: bool) -> bool:
    """One statement decides who does it; who comes later sees the lease, or that it is done."""
    DutyState.objects.bulk_create([DutyState(name=duty.name)], ignore_conflicts=True)
    seen = DutyState.objects.get(name=duty.name)
    if not again and not is_due(duty, seen.done_at, now):
        return False
    free = Q(held_until=None) | Q(held_until__lte=now)
    unchanged = DutyState.objects.filter(free, name=duty.name, done_at=seen.done_at)
    return bool(unchanged.update(held_until=now + LEASE, holder=holder))


def _done(duty: Duty, holder: str, now: datetime) -> Done:
    """What fails stays due and is tried again some minutes later."""
    mine = DutyState.objects.filter(name=duty.name, holder=holder)
    try:
        said = duty.do(now)
    except Exception as problem:  # one area's fault must not keep the others waiting
        logger.exception("%s failed", duty.name)
        mine.update(held_until=now + AFTER_A_FAULT, said=type(problem).__name__)
        return Done(duty.name, type(problem).__name__, failed=True)
    mine.update(done_at=now, held_until=None, holder="", said=said[:300])
    logger.info("%s: %s", duty.name, said)
    return Done(duty.name, said)

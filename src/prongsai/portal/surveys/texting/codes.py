"""Codes that are sent to telephones. They live ten minutes in the cache, beside the mark of the number, never itself.

The mark is a hash of the number under the day's key, as that of a device is: with the key gone nobody can tell which
number it was, and nothing connects it to the answer (ADR 8).
"""

import secrets
import time

from django.core.cache import cache
from django.utils.crypto import constant_time_compare

from prongsai.portal.surveys.devices import mark_of
from prongsai.portal.surveys.marks import digest

DIGITS = 6
LIFE = 10 * 60
"""Seconds."""

MOST_TRIES = 5
AN_HOUR, A_DAY = 60 * 60, 24 * 60 * 60
MOST_TO_A_NUMBER = 3
"""In a day."""

MOST_FROM_A_NETWORK = 30
"""In an hour: a village hall may share one address."""


def draw_code(*, key: str, number: str) -> str:
    """A new code for a form, by its idempotency key; the one before it is worth nothing any more."""
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    cache.set(_place(key), (_digest(key, code), mark_of(_named(number)), 0, time.time() + LIFE), LIFE)
    return code


def forget_code(*, key: str) -> None:
    """Forget a code that could not be sent."""
    cache.delete(_place(key))


def is_waiting(key: str) -> bool:
    """Whether a code for a form was sent and still lives."""
    return cache.get(_place(key)) is not None


def confirmed_mark(*, key: str, typed: str) -> str | None:
    """The mark of the number to which the typed code was sent; `None` for a wrong code or one that is over.

    After five wrong codes the right one is worth nothing either. The same form may bring it again.
    """
    kept = cache.get(_place(key))
    if kept is None:
        return None
    right, mark, tries, ends = kept
    left = int(ends - time.time())
    if tries >= MOST_TRIES or left <= 0:
        return None
    if constant_time_compare(right, _digest(key, typed)):
        return str(mark)
    cache.set(_place(key), (right, mark, tries + 1, ends), left)
    return None


def may_send(*, number: str, network: str) -> bool:
    """Count one more message to a number and from a network; whether that is within the limits."""
    to_number = _count(f"sms-number:{mark_of(_named(number))}", A_DAY)
    from_network = _count(f"sms-network:{mark_of(network)}", AN_HOUR)
    return to_number <= MOST_TO_A_NUMBER and from_network <= MOST_FROM_A_NETWORK


def _count(name: str, seconds: int) -> int:
    if cache.add(name, 1, seconds):
        return 1
    try:
        return int(cache.incr(name))
    except ValueError:  # it was over in between
        return 1


def _named(number: str) -> str:
    """So that no number has the mark of a device."""
    return f"number {number}"


def _place(key: str) -> str:
    return f"sms-code:{digest('sms', key)}"


def _digest(key: str, code: str) -> str:
    return digest("sms", f"{key} {code}")

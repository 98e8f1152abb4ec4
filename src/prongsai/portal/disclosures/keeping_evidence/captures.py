"""Turns what a fetch brought into a capture; bytes and text are kept under their hashes."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.outcomes import Outcome
from prongsai.portal.disclosures.keeping_evidence.looking import About, Seen
from prongsai.portal.disclosures.keeping_evidence.sweeps import reason_of
from prongsai.portal.disclosures.models import LONGEST_ADDRESS, Capture, CaptureReason, SweepTarget
from prongsai.portal.files.keeping import keep_packed
from prongsai.sheets.names import printable

LONGEST_HEADER = 500
LONGEST_TYPE = 120
UNKEPT_HEADERS = frozenset({"set-cookie", "set-cookie2"})
KEEPS_BYTES = frozenset({CaptureReason.SUBMISSION, CaptureReason.WATCH})
"""A check before submitting tells what to mend; what it saw is nobody's evidence, and need not fill the disk."""

Look = Callable[[Fetched, About], Seen]


@dataclass(frozen=True, slots=True)
class Errand:
    """Whose address is looked at, in which round, and why; `about` is what is asked of it."""

    agency_id: int
    round_id: int
    url: str
    reason: CaptureReason
    about: About


def errand_of(target: SweepTarget) -> Errand:
    """What a waiting address asks for; its agency and round come with it."""
    names = tuple(name for name in (target.agency.name_th, target.agency.name_en) if name)
    about = About(target.round.year, names)
    return Errand(target.agency_id, target.round_id, target.url, reason_of(target.sweep), about)


def capture_of(errand: Errand, fetched: Fetched, before: Capture | None, look: Look) -> Capture:
    """The capture, not stored yet. What has not changed since `before` is not looked into again."""
    capture = Capture(
        agency_id=errand.agency_id,
        round_id=errand.round_id,
        url=errand.url,
        reason=errand.reason,
        at=fetched.fetched_at,
        outcome=fetched.outcome,
        status=fetched.status,
        final_url=printable(fetched.final_url)[:LONGEST_ADDRESS],
        hops=[{"url": hop.url, "status": hop.status, "to": printable(hop.to)} for hop in fetched.hops],
        headers=_headers(fetched),
    )
    if fetched.outcome is Outcome.NOT_MODIFIED and before is not None:
        _take_over(capture, before)
    elif fetched.outcome.has_content:
        _fill(capture, errand, fetched, before, look)
    return capture


def _fill(capture: Capture, errand: Errand, fetched: Fetched, before: Capture | None, look: Look) -> None:
    if errand.reason in KEEPS_BYTES:
        with fetched.open() as content:
            keep_packed(content)
    capture.media_type = (fetched.content_type_found or fetched.content_type_said or "")[:LONGEST_TYPE]
    if before is not None and before.sha256 == fetched.sha256 and before.looks:
        _take_over(capture, before)
        return
    seen = look(fetched, errand.about)
    capture.sha256, capture.size, capture.looks = fetched.sha256 or "", fetched.size, seen.looks
    capture.text_sha256 = keep_packed(io.BytesIO(seen.text.encode())) if seen.text else ""


def _take_over(capture: Capture, before: Capture) -> None:
    """What is the same as last time says the same."""
    for name in ("sha256", "size", "text_sha256", "looks"):
        setattr(capture, name, getattr(before, name))
    capture.media_type = capture.media_type or before.media_type


def _headers(fetched: Fetched) -> dict[str, str]:
    told = (fetched.headers or {}).items()
    return {name: printable(value)[:LONGEST_HEADER] for name, value in told if name not in UNKEPT_HEADERS}

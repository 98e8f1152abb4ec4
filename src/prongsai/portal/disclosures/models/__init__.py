"""The tables of disclosure: what was answered, what was kept of it, how it was marked, what was objected."""

from prongsai.portal.disclosures.models.answering import (
    HASH_LENGTH,
    LONGEST_ADDRESS,
    Disclosure,
    DisclosureCopy,
    DisclosureState,
    ItemAddress,
    ItemAnswer,
    UploadedFile,
)
from prongsai.portal.disclosures.models.assessing import (
    Adjudication,
    ConflictOfInterest,
    Mark,
    MarkedElement,
    Seating,
    SeatKind,
)
from prongsai.portal.disclosures.models.clarifying import Erratum, Objection, ObjectionState
from prongsai.portal.disclosures.models.evidence import Capture, CaptureReason, SweepTarget

__all__ = [
    "HASH_LENGTH",
    "LONGEST_ADDRESS",
    "Adjudication",
    "Capture",
    "CaptureReason",
    "ConflictOfInterest",
    "Disclosure",
    "DisclosureCopy",
    "DisclosureState",
    "Erratum",
    "ItemAddress",
    "ItemAnswer",
    "Mark",
    "MarkedElement",
    "Objection",
    "ObjectionState",
    "SeatKind",
    "Seating",
    "SweepTarget",
    "UploadedFile",
]

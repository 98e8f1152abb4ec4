"""What was kept of the addresses when the agency handed them in, as an assessor sees it."""

from dataclasses import dataclass

from prongsai.portal.disclosures.assessing.facts import SeatingFacts
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.keeping_evidence.queries import find_capture, kept_captures
from prongsai.portal.disclosures.models import Capture
from prongsai.portal.files.keeping import read_packed
from prongsai.portal.rounds.facts import RoundFacts

LONGEST_SHOWN = 50_000


@dataclass(frozen=True, slots=True)
class GivenAddress:
    """An address of the confirmed answer, with what was kept of it."""

    url: str
    kept: Capture | None


def given_addresses(facts: RoundFacts, agency_id: int, answer: AnsweredItem) -> list[GivenAddress]:
    """The addresses in the agency's order; one query."""
    kept = kept_captures(agency_id, facts.id, answer.urls) if answer.urls else {}
    return [GivenAddress(url, kept.get(url)) for url in answer.urls]


def find_kept(facts: RoundFacts, seating: SeatingFacts, capture_id: int) -> Capture | None:
    """A look at an address of the agency in this round; one query."""
    found = find_capture(seating.agency_id, capture_id)
    return found if found is not None and found.round_id == facts.id else None


def kept_text(capture: Capture) -> str:
    """The beginning of the text that was found; empty where there was none."""
    return read_packed(capture.text_sha256).decode()[:LONGEST_SHOWN] if capture.text_sha256 else ""

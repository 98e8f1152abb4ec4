"""What a plan of measures gets from the analysis of a year: the weaknesses as the officer weighed them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.analyses.evidence import from_json
from prongsai.portal.analyses.models import Finding, FindingKind, FindingState
from prongsai.portal.analyses.queries import find_analysis
from prongsai.portal.results.figures import place_from
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.weighing import Concern, Weighing

STRENGTHS = {FindingKind.HIGHEST, FindingKind.RISEN, FindingKind.OWN_STRENGTH}
CALLING = {FindingKind.LOWEST, FindingKind.BELOW_TARGET, FindingKind.WEAK_QUESTION, FindingKind.ITEM_LOST}
"""Kinds by which the rules call for a measure; any other weakness calls for one only once it is kept."""

WEIGHINGS: Mapping[str, Weighing] = {
    FindingState.KEPT: Weighing.KEPT,
    FindingState.PROPOSED: Weighing.WAITING,
    FindingState.DROPPED: Weighing.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Handover:
    """The concerns in the order of the analysis, and how many findings nobody has judged yet."""

    concerns: tuple[Concern, ...]
    waiting: int


def hand_over(agency_id: int, year: int) -> Handover | None:
    """The analysis of a year as a plan takes it; `None` where none was started. Four queries."""
    analysis = find_analysis(agency_id, year)
    if analysis is None:
        return None
    weaknesses = [finding for finding in analysis.findings.all() if finding.kind not in STRENGTHS]
    return Handover(
        concerns=tuple(_concern(finding) for finding in weaknesses if _speaks(finding)),
        waiting=sum(finding.state == FindingState.PROPOSED for finding in weaknesses),
    )


def _speaks(finding: Finding) -> bool:
    return finding.state == FindingState.KEPT or finding.kind in CALLING


def _concern(finding: Finding) -> Concern:
    return Concern(_place(finding), finding.text_th, WEIGHINGS[finding.state], finding.topic)


def _place(finding: Finding) -> Place | None:
    """What is to become better: of staff and public, the side that gave less."""
    if not finding.code:
        return None
    if finding.kind == FindingKind.STAFF_PUBLIC:
        scores = from_json(finding.evidence).scores
        lowest, _ = min(scores, key=_score, default=(None, None))
        if lowest is not None:
            return place_from(*lowest.split(" ", 1))
    return place_from(finding.instrument, finding.code)


def _score(entry: tuple[str, Decimal]) -> Decimal:
    return entry[1]

"""Writes analyses. Whatever an officer wrote stays: the rules renew figures and their own sentences only."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from prongsai.portal.analyses.evidence import to_json
from prongsai.portal.analyses.material import Material
from prongsai.portal.analyses.models import (
    Analysis,
    Constraint,
    ConstraintGroup,
    Finding,
    FindingKind,
    FindingOrigin,
    FindingState,
    TopicNote,
)
from prongsai.portal.analyses.proposing import Proposal, propose_findings
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.results.figures import columns_of
from prongsai.rulebook.evidence import Place

LAST = 10_000
"""An officer's own findings stand after those of the rules."""


@transaction.atomic
def start_analysis(*, seat: Seat, material: Material) -> Analysis:
    """Open the analysis of a year with what the rules find; where it is open already, it stays as it is."""
    year = material.result.year.year
    analysis, is_new = Analysis.objects.get_or_create(
        agency_id=seat.agency.pk,
        year=year,
        defaults={"figures_sha256": material.figures_sha256, "examined_at": timezone.now()},
    )
    if is_new:
        proposals = propose_findings(material)
        Finding.objects.bulk_create(_new(analysis, number, proposal) for number, proposal in enumerate(proposals))
        _tell(seat, analysis, "analysis.start", findings=len(proposals))
    return analysis


@transaction.atomic
def examine_again(*, seat: Seat, analysis: Analysis, material: Material) -> None:
    """Let the rules look at the result as it is now.

    Renews what nobody has touched, removes what is no longer so, and marks what the officer has judged or reworded
    when its figures changed or no rule finds it any more.
    """
    standing = {_key(finding): finding for finding in analysis.findings.filter(origin=FindingOrigin.RULE)}
    for number, proposal in enumerate(propose_findings(material)):
        earlier = standing.pop((proposal.kind.value, *columns_of(proposal.place)), None)
        finding = _new(analysis, number, proposal) if earlier is None else _renewed(earlier, number, proposal)
        finding.save()
    _retire(standing.values())
    analysis.figures_sha256, analysis.examined_at = material.figures_sha256, timezone.now()
    analysis.save(update_fields=["figures_sha256", "examined_at"])
    _tell(seat, analysis, "analysis.examine-again", findings=analysis.findings.count())


@transaction.atomic
def judge_findings(*, seat: Seat, analysis: Analysis, findings: Sequence[Finding], state: FindingState) -> None:
    """Keep or drop findings, or put them back; one line for all that were judged together."""
    for finding in findings:
        finding.state, finding.figures_changed = state, False
        finding.save(update_fields=["state", "figures_changed"])
    _tell(seat, analysis, f"finding.{state.value}", findings=len(findings), first=str(findings[0].pk))


@transaction.atomic
def reword_finding(*, seat: Seat, finding: Finding, text_th: str) -> None:
    """Say a finding in the officer's words; it is thereby kept. No words give the rule's own back."""
    text = text_th.strip() or finding.rule_text_th
    if not text:
        return
    finding.text_th, finding.state, finding.figures_changed = text, FindingState.KEPT, False
    finding.save(update_fields=["text_th", "state", "figures_changed"])
    _tell(seat, finding.analysis, "finding.reword", first=str(finding.pk))


@transaction.atomic
def add_finding(
    *,
    seat: Seat,
    analysis: Analysis,
    kind: FindingKind,
    text_th: str,
    topic: int | None = None,
    place: Place | None = None,
) -> Finding:
    """Add a finding of the officer's own, about a question, an item, an indicator or none of them; it is kept."""
    instrument, code = ("", "") if place is None else columns_of(place)
    finding = Finding.objects.create(
        analysis=analysis,
        kind=kind,
        instrument=instrument,
        code=code,
        text_th=text_th,
        topic=topic,
        state=FindingState.KEPT,
        origin=FindingOrigin.OFFICER,
        position=LAST,
    )
    _tell(seat, analysis, "finding.add", first=str(finding.pk))
    return finding


@transaction.atomic
def write_topic_note(*, seat: Seat, analysis: Analysis, number: int, text_th: str) -> None:
    """Write on one of the seven topics; no words take the note away."""
    if text_th.strip():
        TopicNote.objects.update_or_create(analysis=analysis, number=number, defaults={"text_th": text_th.strip()})
    else:
        TopicNote.objects.filter(analysis=analysis, number=number).delete()
    _tell(seat, analysis, "analysis.write-topic", topic=number)


@transaction.atomic
def write_constraints(*, seat: Seat, analysis: Analysis, texts: dict[ConstraintGroup, str]) -> None:
    """Write what holds the agency back; a group without words is taken away."""
    for group, text in texts.items():
        if text.strip():
            Constraint.objects.update_or_create(analysis=analysis, group=group, defaults={"text_th": text.strip()})
        else:
            Constraint.objects.filter(analysis=analysis, group=group).delete()
    _tell(seat, analysis, "analysis.write-constraints", groups=sum(bool(text.strip()) for text in texts.values()))


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.kind, finding.instrument, finding.code


def _new(analysis: Analysis, number: int, proposal: Proposal) -> Finding:
    instrument, code = columns_of(proposal.place)
    return Finding(
        analysis=analysis,
        kind=proposal.kind,
        instrument=instrument,
        code=code,
        topic=proposal.topic,
        evidence=to_json(proposal.evidence),
        rule_text_th=proposal.text_th,
        text_th=proposal.text_th,
        position=number,
    )


def _renewed(finding: Finding, number: int, proposal: Proposal) -> Finding:
    """The finding with the figures of now; the officer's sentence and judgement stay, marked where figures moved."""
    moved = finding.rule_text_th != proposal.text_th
    judged = finding.state != FindingState.PROPOSED
    if not finding.is_reworded:
        finding.text_th = proposal.text_th
    finding.rule_text_th, finding.evidence = proposal.text_th, to_json(proposal.evidence)
    finding.topic, finding.position = proposal.topic, number
    finding.figures_changed = finding.figures_changed or (moved and (judged or finding.is_reworded))
    return finding


def _retire(findings: Iterable[Finding]) -> None:
    """No rule finds these any more."""
    for finding in findings:
        if finding.state == FindingState.PROPOSED and not finding.is_reworded:
            finding.delete()
        else:
            finding.rule_text_th, finding.figures_changed = "", True
            finding.save(update_fields=["rule_text_th", "figures_changed"])


def _tell(seat: Seat, analysis: Analysis, verb: str, **detail: str | int) -> None:
    place = f"agencies/{seat.agency.code}/analyses/{analysis.year}"
    append_line(actor=seat.actor, verb=verb, object=place, detail=detail)

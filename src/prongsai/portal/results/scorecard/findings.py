"""Strengths, weaknesses, advice and contradictions as sentences' parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.results.scorecard.names import place_name
from prongsai.portal.ui.language import pick
from prongsai.rulebook.advising import Finding, Kind, QuestionAdvice, find_strengths, find_weaknesses
from prongsai.rulebook.comparing import Comparison
from prongsai.rulebook.overall_scoring import AgencyResult


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding: what kind, of what, its value and what it was held against."""

    kind: str
    name: str
    value: Decimal
    reference: Decimal | None


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """A question below the rest: its scores, what seems to be the matter, what to do."""

    code: str
    topic: str
    scores: tuple[tuple[str, Decimal], ...]
    issue: str
    advice: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A stated figure that the figures beside it do not give."""

    name: str
    stated: Decimal
    computed: Decimal


@dataclass(frozen=True, slots=True)
class Findings:
    """All of them."""

    strengths: tuple[FindingLine, ...]
    weaknesses: tuple[FindingLine, ...]
    advice: tuple[AdviceLine, ...]
    contradictions: tuple[Contradiction, ...]


def find_out(scored: AgencyResult, comparison: Comparison | None, advice: Iterable[QuestionAdvice]) -> Findings:
    """Ask the rulebook for its findings and name them."""
    return Findings(
        strengths=_lines(scored, find_strengths(scored, comparison)),
        weaknesses=_lines(scored, find_weaknesses(scored, comparison)),
        advice=tuple(_advice(entry) for entry in advice),
        contradictions=tuple(
            Contradiction(place_name(scored.year, entry.place), entry.stated, entry.computed)
            for entry in scored.contradictions
        ),
    )


def _lines(scored: AgencyResult, findings: Iterable[Finding]) -> tuple[FindingLine, ...]:
    return tuple(
        FindingLine(_key(finding.kind), _name(scored, finding), finding.value, finding.reference)
        for finding in findings
    )


def _key(kind: Kind) -> str:
    return kind.value.replace(" ", "-")


def _name(scored: AgencyResult, finding: Finding) -> str:
    name = place_name(scored.year, finding.place)
    if finding.place.instrument is None and finding.place.code.isdigit():
        indicator = scored.year.indicators[int(finding.place.code)]
        return f"{name} {pick(indicator.name_th, indicator.name_en)}"
    return name


def _advice(entry: QuestionAdvice) -> AdviceLine:
    return AdviceLine(
        code=entry.question.code,
        topic=pick(entry.question.topic_th, entry.question.topic_en),
        scores=tuple((str(place.instrument), value) for place, value in entry.scores),
        issue=pick(entry.recommendation.issue_th, entry.recommendation.issue_en),
        advice=pick(entry.recommendation.advice_th, entry.recommendation.advice_en),
        items=tuple(code.upper() for code in entry.recommendation.items),
    )

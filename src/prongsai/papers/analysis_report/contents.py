"""What the analysis report tells, gathered once from the rulebook; the sections only lay it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.content import Signature
from prongsai.rulebook.advising import (
    Finding,
    QuestionAdvice,
    advise_on_questions,
    find_gates,
    find_strengths,
    find_weaknesses,
)
from prongsai.rulebook.comparing import Comparison, compare
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.instrument import ImprovementTopic, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult, StatedDifference
from prongsai.rulebook.planning import ItemCost, missed_items
from prongsai.rulebook.proposing import PlannedMeasure, propose_measures, unseen_indicators

WHOLE_HISTORY = 7
DEFAULT_CHAIN = (
    Signature(role="ผู้จัดทำ"),
    Signature(role="ผู้ตรวจสอบ", opinion="ความเห็น"),
    Signature(role="ผู้เห็นชอบ", opinion="ความเห็น"),
    Signature(role="ผู้อนุมัติ", opinion="คำสั่ง"),
)


@dataclass(frozen=True, slots=True)
class AnalysisContents:
    """Everything that the report says, in the order in which it says it."""

    agency_name: str
    result: AgencyResult
    comparison: Comparison | None
    history: tuple[tuple[int, Decimal], ...]
    strengths: tuple[Finding, ...]
    weaknesses: tuple[Finding, ...]
    unseen: tuple[int, ...]
    gates: tuple[Finding, ...]
    advice: tuple[QuestionAdvice, ...]
    missed: tuple[ItemCost, ...]
    measures: tuple[PlannedMeasure, ...]
    missing: tuple[Place, ...]
    contradictions: tuple[StatedDifference, ...]
    signatures: tuple[Signature, ...] = DEFAULT_CHAIN

    @property
    def year(self) -> YearInstrument:
        """The rules of the assessed year."""
        return self.result.year

    @property
    def topics(self) -> tuple[tuple[ImprovementTopic, tuple[PlannedMeasure, ...]], ...]:
        """Each of the seven topics with the measures that serve it."""
        return tuple(
            (topic, tuple(planned for planned in self.measures if planned.topic == topic.number))
            for topic in self.year.advice.topics
        )


def gather_contents(
    result: AgencyResult,
    *,
    agency_name: str,
    before: AgencyResult | None,
    history: Sequence[tuple[int, Decimal]],
) -> AnalysisContents:
    """Ask the rulebook for all that the report needs."""
    comparison = compare(result, before) if before is not None else None
    advice = advise_on_questions(result)
    weaknesses = find_weaknesses(result, comparison)
    unseen = unseen_indicators(result, weaknesses)
    return AnalysisContents(
        agency_name=agency_name,
        result=result,
        comparison=comparison,
        history=tuple(history)[-WHOLE_HISTORY:],
        strengths=find_strengths(result, comparison),
        weaknesses=weaknesses,
        unseen=unseen,
        gates=find_gates(result),
        advice=advice,
        missed=missed_items(result),
        measures=propose_measures(result, advice, unseen),
        missing=missing_places(result),
        contradictions=result.contradictions,
    )

"""What the rules find in a result: each finding with its evidence and a sentence. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.analysis_report.wording import finding_text
from prongsai.portal.analyses.evidence import Against, Evidence
from prongsai.portal.analyses.material import Material
from prongsai.portal.analyses.models import FindingKind
from prongsai.portal.analyses.noise import Weigher
from prongsai.portal.analyses.topics import topic_of
from prongsai.portal.analyses.wording import (
    fallen_text,
    item_text,
    parts_text,
    question_text,
    staff_public_text,
    with_noise,
)
from prongsai.rulebook.advising import (
    Finding,
    Kind,
    QuestionAdvice,
    advise_on_questions,
    find_gates,
    find_strengths,
    find_weaknesses,
)
from prongsai.rulebook.comparing import Change, Comparable
from prongsai.rulebook.evidence import Place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, Question
from prongsai.rulebook.planning import ItemCost, missed_items

SMALLEST_FALL = 1
"""Questions that fell by less would drown the list; indicators are told of at any size."""

SMALLEST_GAP = 5
"""Two groups that differ by less see the same thing."""

KINDS = {
    Kind.HIGHEST: FindingKind.HIGHEST,
    Kind.RISEN: FindingKind.RISEN,
    Kind.LOWEST: FindingKind.LOWEST,
    Kind.BELOW_TARGET: FindingKind.BELOW_TARGET,
    Kind.FALLEN: FindingKind.FALLEN,
    Kind.GATE_MISSED: FindingKind.GATE,
    Kind.GATE_NEAR: FindingKind.GATE,
}
AGAINST: dict[Kind, Against] = {
    Kind.RISEN: "year-before",
    Kind.FALLEN: "year-before",
    Kind.BELOW_TARGET: "target",
    Kind.GATE_MISSED: "gate",
    Kind.GATE_NEAR: "gate",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding as a rule proposes it; a question asked in two parts is named by its family, `EIT e4`."""

    kind: FindingKind
    place: Place
    topic: int | None
    evidence: Evidence
    text_th: str


def propose_findings(material: Material) -> tuple[Proposal, ...]:
    """All that the rules find, in the order in which an analysis tells it, each thing once."""
    proposer = _Proposer(material)
    found: dict[tuple[FindingKind, Place], Proposal] = {}
    for proposal in proposer.everything():
        found.setdefault((proposal.kind, proposal.place), proposal)
    return tuple(found.values())


class _Proposer:
    """Holds what every rule needs: the material and its noise."""

    def __init__(self, material: Material) -> None:
        self.material, self.result, self.year = material, material.result, material.result.year
        self.weigher = Weigher(material)

    def everything(self) -> Iterator[Proposal]:
        comparison = self.material.comparison
        yield from map(self._of_rulebook, find_strengths(self.result, comparison))
        yield from map(self._of_rulebook, find_weaknesses(self.result, comparison))
        yield from map(self._weak_question, advise_on_questions(self.result))
        yield from self._fallen_questions()
        yield from map(self._of_rulebook, find_gates(self.result))
        yield from map(self._lost_item, missed_items(self.result))
        yield from self._staff_and_public()
        yield from self._eit_parts()

    def _of_rulebook(self, finding: Finding) -> Proposal:
        against = AGAINST.get(finding.kind, "")
        change = self.material.change(finding.place) if against == "year-before" else None
        evidence = self.weigher.change(change) if change else self.weigher.figure(finding, against)
        text = with_noise(finding_text(finding, self.year), evidence)
        return Proposal(KINDS[finding.kind], finding.place, topic_of(self.year, finding.place), evidence, text)

    def _weak_question(self, advice: QuestionAdvice) -> Proposal:
        survey = next(s for s in self.year.surveys if advice.question in s.questions)
        evidence = self.weigher.below_the_rest(advice)
        text = question_text(advice)
        place = Place(survey.instrument, advice.question.code)
        topic = advice.recommendation.improvement_topic
        return Proposal(FindingKind.WEAK_QUESTION, place, topic, evidence, text)

    def _fallen_questions(self) -> Iterator[Proposal]:
        comparison = self.material.comparison
        changes = comparison.changes.values() if comparison else ()
        for change in sorted(filter(self._tells, changes), key=lambda change: change.delta or 0):
            question = self._question_at(change.place)
            if question is not None:
                evidence = self.weigher.change(change)
                text = with_noise(fallen_text(question, change), evidence)
                yield Proposal(FindingKind.FALLEN, change.place, topic_of(self.year, change.place), evidence, text)

    def _tells(self, change: Change) -> bool:
        if change.delta is None or change.comparable is Comparable.NO:
            return False
        return change.delta <= -SMALLEST_FALL

    def _lost_item(self, cost: ItemCost) -> Proposal:
        place = Place(Instrument.OIT, cost.item.code)
        evidence = Evidence(value=self.result.score(place).value, cost=cost.points, sure=True)
        return Proposal(FindingKind.ITEM_LOST, place, topic_of(self.year, place), evidence, item_text(cost))

    def _staff_and_public(self) -> Iterator[Proposal]:
        iit = {q.topic: q for q in self.year.survey_by_part[Instrument.IIT].questions}
        for question in self.year.survey_by_part[self.year.eit_parts[0]].questions:
            inside = iit.get(question.topic)
            if inside is not None:
                yield from self._gap_on_topic(inside, question)

    def _gap_on_topic(self, inside: Question, outside: Question) -> Iterator[Proposal]:
        place = Place(Instrument.IIT, inside.code)
        others = [Place(part, outside.code) for part in self.year.eit_parts]
        evidence = self.weigher.widest_gap(place, others, "public")
        if evidence is not None and _is_wide(evidence):
            text = with_noise(staff_public_text(inside, outside, evidence), evidence)
            yield Proposal(FindingKind.STAFF_PUBLIC, place, topic_of(self.year, place), evidence, text)

    def _eit_parts(self) -> Iterator[Proposal]:
        if self.year.eit_parts != EIT_PARTS:
            return
        first, second = map(instrument_place, EIT_PARTS)
        yield from self._gap_of_parts(instrument_place(Instrument.EIT), first, second, None)
        for question in self.year.survey_by_part[Instrument.EIT1].questions:
            first, second = (Place(part, question.code) for part in EIT_PARTS)
            yield from self._gap_of_parts(Place(Instrument.EIT, question.code), first, second, question)

    def _gap_of_parts(self, named: Place, first: Place, second: Place, question: Question | None) -> Iterator[Proposal]:
        evidence = self.weigher.widest_gap(first, [second], "other-part")
        if evidence is not None and evidence.difference and (question is None or _is_wide(evidence)):
            text = with_noise(parts_text(question, evidence), evidence)
            topic = None if question is None else self.year.recommendations[question.code].improvement_topic
            yield Proposal(FindingKind.EIT_PARTS, named, topic, evidence, text)

    def _question_at(self, place: Place) -> Question | None:
        return None if place.instrument is None else self.year.question(place.instrument, place.code)


def _is_wide(evidence: Evidence) -> bool:
    return abs(evidence.difference or Decimal(0)) >= SMALLEST_GAP

"""Proposes measures from a result and what the officer made of its weaknesses. Pure."""

import hashlib
from collections.abc import Iterator, Sequence

from prongsai.portal.plans.proposal import Proposal, Proposer
from prongsai.rulebook.advising import advise_on_questions, find_weaknesses
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL_CODE, indicator_place
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.proposing import PlannedMeasure, called_measures, measures_for, unseen_indicators
from prongsai.rulebook.weighing import Concern, Weighing, calls_by_rule, weigh

TO_BE_WRITTEN = "แก้ไขเรื่อง {about}"
LONGEST_TITLE = 300
KEY_LETTERS = 12


def propose(result: AgencyResult, concerns: Sequence[Concern] = ()) -> tuple[Proposal, ...]:
    """What a result calls for once its weaknesses were weighed; without concerns, what the rules alone call for.

    Chosen at once: at least one measure for each indicator, advice on what calls for it, else what keeps it; then a
    measure to be written for each weakness of her own that has no advice. Last, and not chosen: what she dropped.
    """
    advice = advise_on_questions(result)
    unseen = unseen_indicators(result, find_weaknesses(result))
    called, dropped = weigh(result.year, calls_by_rule(result, advice, unseen), concerns, unseen=unseen)
    proposer = Proposer(result, concerns, unseen=unseen)
    put_aside = [
        measure for number in result.year.indicators for measure in called_measures(result, dropped, advice, number)
    ]
    return (
        *(proposer.proposal(measure) for measure in measures_for(result, called, advice)),
        *own_measures(result, concerns),
        *(proposer.proposal(measure, is_dropped=True) for measure in put_aside),
    )


def keepers(result: AgencyResult, proposed: Sequence[Proposal]) -> Iterator[Proposal]:
    """Keeping measures of the indicators that already have advice: offered, not chosen."""
    taken = {proposal.indicator for proposal in proposed if proposal.origin == "keeping"}
    for keeping in result.year.advice.keeping:
        if keeping.indicator not in taken:
            planned = PlannedMeasure(keeping.indicator, keeping.measure, keeping.improvement_topic, None)
            yield Proposer(result).proposal(planned, chosen=False)


def own_measures(result: AgencyResult, concerns: Sequence[Concern]) -> Iterator[Proposal]:
    """A measure still to be written for each kept weakness that names a topic but no figure."""
    for concern in concerns:
        if concern.weighing is Weighing.KEPT and concern.place is None and concern.topic is not None:
            yield _to_be_written(result, concern, _weakest_of_topic(result, concern.topic))


def unanswered(concerns: Sequence[Concern]) -> tuple[Concern, ...]:
    """Kept weaknesses that no single measure answers: of an instrument, of the total, or of nothing in particular."""
    return tuple(concern for concern in concerns if concern.weighing is Weighing.KEPT and not _has_measure(concern))


def _to_be_written(result: AgencyResult, concern: Concern, indicator: int) -> Proposal:
    return Proposal(
        key=f"w-{hashlib.sha256(concern.words.encode()).hexdigest()[:KEY_LETTERS]}",
        origin="own",
        indicator=indicator,
        title=TO_BE_WRITTEN.format(about=" ".join(concern.words.split()))[:LONGEST_TITLE],
        steps=(),
        units=(),
        follow_up="",
        success="",
        topic=concern.topic,
        findings=(concern.words,),
        place=indicator_place(indicator),
        now=result.indicators[indicator],
        chosen=True,
    )


def _weakest_of_topic(result: AgencyResult, topic: int) -> int:
    """Of the indicators that a topic serves the one with the lowest score; one whose score is not known comes last."""
    serving = [entry.indicator for entry in result.year.advice.keeping if entry.improvement_topic == topic]
    scores = {number: score for number in serving if (score := result.indicators[number]) is not None}
    return min(scores, key=lambda number: scores[number]) if scores else serving[0]


def _has_measure(concern: Concern) -> bool:
    if concern.place is None:
        return concern.topic is not None
    return concern.place.code not in {INSTRUMENT_CODE, TOTAL_CODE}

"""What the page of effects shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prongsai.portal.plans import queries
from prongsai.portal.plans.effect import GroupComparison, MeasureEffect, compare_groups, question_places
from prongsai.portal.plans.effects.judging import comparison_for, effects_of
from prongsai.portal.plans.effects.queries import agencies_with_like_measures, peer_changes
from prongsai.portal.plans.models import Measure, Plan
from prongsai.portal.results.scorecard.names import place_name
from prongsai.portal.ui.language import pick
from prongsai.rulebook.comparing import Comparison


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure's name, its effect, and what stands between the years."""

    name: str
    effect: object
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EffectRow:
    """A measure beside its figures and its peers; `may_share` where it seems to work and is not yet shared."""

    measure: Measure
    effect: MeasureEffect
    figures: tuple[FigureLine, ...]
    peers: GroupComparison | None
    done: int
    is_shared: bool

    @property
    def may_share(self) -> bool:
        """Whether it can be offered to others."""
        return self.effect.seems_to_work and self.done > 0 and not self.is_shared


def effect_rows(plan: Plan) -> tuple[EffectRow, ...] | None:
    """Each measure with its effect; `None` while the result of the plan's year is not there."""
    comparison = comparison_for(plan)
    if comparison is None:
        return None
    measures = queries.measures_of(plan)
    effects = effects_of(plan, measures, comparison)
    peers = peer_groups(plan, measures, comparison)
    shared = queries.shared_measures(plan)
    return tuple(
        EffectRow(
            measure=measure,
            effect=effects[measure.pk],
            figures=_lines(effects[measure.pk], comparison),
            peers=peers.get(measure.question),
            done=sum(step.state == "verified" for step in measure.steps.all()),
            is_shared=measure.pk in shared,
        )
        for measure in measures
    )


def peer_groups(plan: Plan, measures: Sequence[Measure], comparison: Comparison) -> Mapping[str, GroupComparison]:
    """By question of the year of the result: agencies with a measure for it beside those without. Three queries."""
    later = {
        measure.question: place.code
        for measure in measures
        if measure.question
        for place in question_places(comparison, measure.question)
    }
    codes = {(code, was) for was, code in later.items()}
    changes = peer_changes(plan.agency, year=plan.year, codes=codes)
    having = agencies_with_like_measures(plan.agency, year=plan.year, questions=later)
    return {was: compare_groups(changes[code], having.get(was, set())) for was, code in later.items()}


def _lines(effect: MeasureEffect, comparison: Comparison) -> tuple[FigureLine, ...]:
    return tuple(
        FigureLine(
            name=place_name(comparison.now.year, figure.place),
            effect=figure,
            reasons=tuple(pick(entry.reason_th, entry.reason_en) for entry in figure.breaks),
        )
        for figure in effect.figures
    )

import pytest

from prongsai.portal.agencies.queries import agencies_by_code
from prongsai.portal.demonstration.accounts import NEIGHBOUR
from prongsai.portal.demonstration.plans import OVER, UNDER_WAY
from prongsai.portal.plans.effects.judging import comparison_for, effects_of
from prongsai.portal.plans.queries import measures_of, plan_in_force, steps_of


@pytest.fixture
def plan_of(loaded):
    return lambda year: plan_in_force(agencies_by_code()[NEIGHBOUR].pk, year)


def test_of_the_plan_that_is_over_every_step_was_checked_and_its_effect_can_be_seen(plan_of):
    plan = plan_of(OVER)
    assert {step.state for step in steps_of(plan)} == {"verified"}
    assert plan.progress_public
    measures = measures_of(plan)
    assert all(measure.outcome for measure in measures)
    effects = effects_of(plan, measures, comparison_for(plan))
    verdicts = {figure.verdict for effect in effects.values() for figure in effect.figures}
    assert len(verdicts) > 1, "the demonstration shows more than one kind of effect"


def test_of_the_plan_that_is_under_way_something_waits_for_everybody(plan_of):
    assert {step.state for step in steps_of(plan_of(UNDER_WAY))} == {"planned", "doing", "reported", "verified"}

"""How the journal names plans and their parts: by number, never by person."""

from prongsai.portal.plans.models import Plan, Step


def plan_path(plan: Plan) -> str:
    """A version of a plan."""
    return f"agencies/{plan.agency.code}/plans/{plan.year}/versions/{plan.version}"


def step_path(step: Step) -> str:
    """A step, wherever its plan's version."""
    return f"{plan_path(step.measure.plan)}/steps/{step.pk}"

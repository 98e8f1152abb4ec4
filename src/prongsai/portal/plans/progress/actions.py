"""Shows or hides the progress of a plan."""

from django.db import transaction

from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.locking import lock_plan
from prongsai.portal.plans.models import Plan, PlanState
from prongsai.portal.plans.naming import plan_path


@transaction.atomic
def show_progress(*, seat: Seat, plan: Plan, is_public: bool) -> Plan:
    """Let everybody see how far an approved plan has come, or no longer."""
    plan = lock_plan(plan, PlanState.APPROVED)
    plan.progress_public = is_public
    plan.save()
    verb = "plan.show" if is_public else "plan.hide"
    append_line(actor=seat.actor, verb=verb, object=plan_path(plan), detail={})
    return plan

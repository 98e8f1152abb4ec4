"""Addresses of an agency's plans, below /office/<agency_code>/plans/."""

from django.urls import path

from prongsai.portal.plans.answering import views as answering
from prongsai.portal.plans.doing import views as doing
from prongsai.portal.plans.drafting import views as drafting
from prongsai.portal.plans.effects import views as effects
from prongsai.portal.plans.progress import views as progress
from prongsai.portal.plans.stepping import views as stepping

app_name = "plans"
YEAR = "<fiscal_year:year>/"
MEASURE = f"{YEAR}measures/<int:measure_id>/"
STEP = f"{YEAR}steps/<int:step_id>/"
EVIDENCE = "evidence/<int:evidence_id>/"
urlpatterns = [
    path("", drafting.show_plans, name="plans"),
    path("assigned/", answering.show_assigned, name="assigned"),
    path(YEAR, drafting.show_plan, name="plan"),
    path(f"{YEAR}send/", drafting.send, name="send"),
    path(f"{YEAR}revise/", drafting.revise, name="revise"),
    path(f"{YEAR}approve/", answering.approve, name="approve"),
    path(f"{YEAR}publish/", progress.publish, name="publish"),
    path(f"{YEAR}versions/<int:version>/", answering.show_version, name="version"),
    path(f"{YEAR}measures/new/", drafting.add_measure, name="add-measure"),
    path(MEASURE, stepping.show_measure, name="measure"),
    path(f"{MEASURE}edit/", drafting.edit_measure, name="edit-measure"),
    path(f"{MEASURE}remove/", drafting.remove_measure, name="remove-measure"),
    path(f"{MEASURE}move/", drafting.move_measure, name="move-measure"),
    path(f"{MEASURE}answer/", answering.answer_measure, name="answer-measure"),
    path(f"{MEASURE}outcome/", stepping.write_outcome, name="write-outcome"),
    path(f"{MEASURE}share/", effects.share, name="share-measure"),
    path(f"{YEAR}board/", doing.show_board, name="board"),
    path(f"{YEAR}list/", doing.show_list, name="list"),
    path(f"{YEAR}hand-over/", doing.hand_over_evidence, name="hand-over"),
    path(f"{YEAR}timeline/", doing.show_timeline, name="timeline"),
    path(f"{YEAR}effect/", effects.show_effect, name="effect"),
    path(STEP, stepping.show_step, name="step"),
    path(f"{STEP}report/", stepping.report, name="report"),
    path(f"{STEP}check/", stepping.check, name="check"),
    path(EVIDENCE, stepping.download, name="evidence"),
    path(f"{EVIDENCE}item/", stepping.mark_for_item, name="mark-evidence"),
    path(f"{EVIDENCE}public/", stepping.show_evidence, name="show-evidence"),
]

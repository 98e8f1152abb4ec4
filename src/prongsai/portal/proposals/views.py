"""Choosing what a plan starts from."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import queries as plans
from prongsai.portal.plans.drafting import actions
from prongsai.portal.plans.drafting.inputs import MeasureInput
from prongsai.portal.plans.drafting.pages import chosen_measures
from prongsai.portal.plans.refusals import PlanRefusedError
from prongsai.portal.proposals.document_page import DocumentMeasures
from prongsai.portal.proposals.forms import ProposalForm
from prongsai.portal.proposals.from_document import not_yet_there
from prongsai.portal.proposals.page import page_for, ticked
from prongsai.portal.results.queries import scored_years


@office_view(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Choose what to take over; this starts the plan where there is none yet."""
    result = scored_years(seat.agency.pk).get(year - 1)
    if result is None:
        raise Http404(f"no result of {year - 1}")
    page, plan = page_for(seat, result), plans.newest_plan(seat.agency.pk, year)
    form = ProposalForm(request.POST if request.method == "POST" else None, keys=page.keys)
    if not form.is_valid():
        typed = request.POST.getlist("chosen") if form.is_bound else None
        chosen = ticked(page, typed, has_plan=plan is not None)
        contents = {"seat": seat, "year": year, "plan": plan, "page": page, "form": form, "chosen": chosen}
        return render(request, "proposals/choose.html", contents)
    measures = chosen_measures(seat, page.proposals, form.cleaned_data["chosen"], year)
    try:
        if plan is None:
            actions.start_plan(seat=seat, result_year=year - 1, measures=measures)
        else:
            actions.add_measures(seat=seat, plan=plan, measures=measures)
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect("plans:plan", seat.agency.code, year)


@office_view(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def choose_from_document(request: HttpRequest, seat: Seat, draft_id: int) -> HttpResponse:
    """Choose which measures of a document that was read go into a plan, as unfinished ones."""
    document = DocumentMeasures(seat, draft_id)
    form = document.form(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        contents = {"seat": seat, "document": document, "form": form, "lines": document.lines(form)}
        return render(request, "proposals/from_document.html", contents)
    year, measures = form.cleaned_data["year"], document.chosen(form)
    try:
        added = _put_into_plan(seat, year, measures)
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        left = len(measures) - added
        messages.success(request, _("เพิ่ม %(count)s มาตรการจากเอกสารลงในร่างแผนแล้ว") % {"count": added})
        if left:
            messages.info(request, _("ข้าม %(count)s มาตรการที่มีในแผนแล้ว") % {"count": left})
    return redirect("plans:plan", seat.agency.code, year)


def _put_into_plan(seat: Seat, year: int, measures: list[MeasureInput]) -> int:
    """Start the year's plan with them, or add those that it does not have; gives back how many were written."""
    plan = plans.newest_plan(seat.agency.pk, year)
    if plan is None:
        actions.start_plan(seat=seat, result_year=year - 1, measures=measures)
        return len(measures)
    new = not_yet_there(measures, [measure.title for measure in plans.measures_of(plan)])
    if new:
        actions.add_measures(seat=seat, plan=plan, measures=new)
    return len(new)

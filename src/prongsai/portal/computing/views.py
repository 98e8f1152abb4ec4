"""The office's page of a round's results."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.computing import actions, queries
from prongsai.portal.computing.forms import ComputeForm
from prongsai.portal.computing.refusals import ComputingRefusedError
from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.access import open_round
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.pinned import with_pinned_rules

RESULTS = "computing:results"
AT_ONCE = 2.0
"""Seconds of work that a request does itself; the clock does the rest."""


@national_view(Permission.RUN_ROUNDS)
@require_safe
@with_pinned_rules
def show_results(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """How far the computation is, what came out, what changed since the edition before."""
    return render(request, "computing/results.html", _page(request, seat, open_round(slug)))


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def compute(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Compute the round as it stands."""
    facts, form = open_round(slug), ComputeForm(request.POST)
    if form.is_valid():
        try:
            number = actions.start_computation(seat=seat, facts=facts, reason=form.cleaned_data["reason"])
        except ComputingRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            is_done = actions.go_on(computation_id=number, seconds=AT_ONCE)
            messages.success(request, _("คำนวณเสร็จแล้ว") if is_done else _("กำลังคำนวณ ระบบทำต่อเอง ปิดหน้านี้ได้"))
            return redirect(RESULTS, slug)
    return render(request, "computing/results.html", _page(request, seat, facts, form))


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def release(request: HttpRequest, seat: NationalSeat, slug: str, edition: int) -> HttpResponse:
    """Let an edition be published."""
    facts = open_round(slug)
    found = next((one for one in queries.computations_of(facts.id) if one.edition == edition), None)
    if found is None:
        raise Http404(f"no edition {edition}")
    try:
        actions.release_results(seat=seat, facts=facts, edition=edition)
    except ComputingRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        actions.go_on(computation_id=found.id, seconds=AT_ONCE)
        messages.success(request, _("สั่งประกาศผลแล้ว"))
    return redirect(RESULTS, slug)


def _page(
    request: HttpRequest, seat: NationalSeat, facts: RoundFacts, form: ComputeForm | None = None
) -> dict[str, Any]:
    editions = queries.computations_of(facts.id)
    newest, before = (*editions, None, None)[:2]
    words, page, order = request.GET.get("q", "").strip()[:100], request.GET.get("page"), request.GET.get("order", "")
    is_done = newest is not None and newest.finished_at is not None
    return {
        "seat": seat,
        "round": facts,
        "editions": editions,
        "newest": newest,
        "before": before,
        "is_running": newest is not None and not is_done,
        "words": words,
        "order": order,
        "lines": queries.results_of(newest, before, words=words, order=order, page=page) if newest else None,
        "changed": queries.count_changed(newest, before) if newest and before and is_done else None,
        "form": form or ComputeForm(),
    }

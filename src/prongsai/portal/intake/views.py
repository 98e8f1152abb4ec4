"""Files of answers: sent, shown as they were understood, stored or forgotten."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.intake import actions
from prongsai.portal.intake.access import check_takes_answers, open_waiting
from prongsai.portal.intake.forms import AnswersFileForm
from prongsai.portal.intake.mapping import mapping_lines
from prongsai.portal.intake.queries import waiting_answers
from prongsai.portal.intake.reading import read_upload
from prongsai.portal.intake.refusals import IntakeRefusedError
from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.access import open_round
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.rounds.queries import RoundFacts

UNUSABLE = 422
PAGES_AT_ONCE = 20
"""Pages that one request stores; a larger file is gone on with by pressing once more."""


@national_view(Permission.RUN_ROUNDS)
@require_safe
@with_pinned_rules
def show_files(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Where a file of answers is sent; one that was not finished is shown."""
    facts = open_round(slug)
    form = AnswersFileForm(facts=facts, initial={"agency": request.GET.get("agency", "")})
    return _answer(request, seat, facts, form)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def process_file(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Read a file and show how it was understood, or name every mistake by row and column."""
    facts = open_round(slug)
    form = AnswersFileForm(request.POST, request.FILES, facts=facts)
    try:
        check_takes_answers(facts)
    except IntakeRefusedError as refusal:
        form.add_error(None, str(refusal))
    if not form.is_valid():
        return _answer(request, seat, facts, form, status=UNUSABLE)
    upload, aim = form.cleaned_data["file"], form.aim
    outcome = read_upload(upload.name, upload.read(), aim)
    if outcome.found is None or not outcome.found.rows:
        return _answer(request, seat, facts, form, status=UNUSABLE, outcome=outcome)
    waiting = actions.keep_waiting_answers(aim=aim, name=upload.name, found=outcome.found, actor=seat.actor)
    contents = {"seat": seat, "round": facts, "waiting": waiting, "outcome": outcome, "found": outcome.found}
    contents["mapping"] = mapping_lines(outcome.found)
    return render(request, "intake/waiting.html", contents)


@national_view(Permission.RUN_ROUNDS)
@require_safe
@with_pinned_rules
def show_waiting(request: HttpRequest, seat: NationalSeat, slug: str, file_id: int) -> HttpResponse:
    """How far a file is."""
    facts = open_round(slug)
    contents = {"seat": seat, "round": facts, "waiting": open_waiting(seat, facts.id, file_id)}
    return render(request, "intake/waiting.html", contents)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def confirm_store(request: HttpRequest, seat: NationalSeat, slug: str, file_id: int) -> HttpResponse:
    """Let the rows of a file count, as many pages as fit into a request."""
    facts = open_round(slug)
    waiting = open_waiting(seat, facts.id, file_id)
    try:
        for _page in range(PAGES_AT_ONCE):
            stored = actions.store_page(round=facts, waiting=waiting, actor=seat.actor)
            if not stored.left:
                break
    except IntakeRefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect("intake:file", slug, file_id)
    if stored.left:
        return redirect("intake:file", slug, file_id)
    numbers = {"counted": waiting.counted, "repeated": waiting.repeated}
    messages.success(request, _("นับแล้ว %(counted)s คำตอบ เคยนับไปก่อนแล้ว %(repeated)s แถว ลบไฟล์แล้ว") % numbers)
    return redirect("intake:files", slug)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def confirm_discard(request: HttpRequest, seat: NationalSeat, slug: str, file_id: int) -> HttpResponse:
    """Forget what still waits."""
    facts = open_round(slug)
    actions.discard_waiting(round=facts, waiting=open_waiting(seat, facts.id, file_id), actor=seat.actor)
    messages.success(request, _("ลบไฟล์ที่รออยู่แล้ว"))
    return redirect("intake:files", slug)


def _answer(
    request: HttpRequest,
    seat: NationalSeat,
    facts: RoundFacts,
    form: AnswersFileForm,
    *,
    status: int = 200,
    **more: Any,  # noqa: ANN401 - a template takes anything
) -> HttpResponse:
    contents = {"seat": seat, "round": facts, "form": form, "waiting": waiting_answers(facts.id, seat.actor), **more}
    return render(request, "intake/files.html", contents, status=status)

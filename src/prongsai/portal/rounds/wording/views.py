"""The pages of a round's official wording."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.access import open_round
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.questionnaires import Texts, wording_in_force
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.wording.actions import set_wording
from prongsai.portal.rounds.wording.bringing import FileForm, read_upload
from prongsai.portal.rounds.wording.page import wording_page
from prongsai.portal.rounds.wording.typed import typed_wording
from prongsai.rulebook.survey_wording import problems_of
from prongsai.sheets.wording_file import wording_csv, wording_xlsx

PAGE = "rounds/wording.html"
UNUSABLE = 422
LONGEST_NUMBER = 9
KINDS = {
    "csv": (wording_csv, "text/csv; charset=utf-8"),
    "xlsx": (wording_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def show_wording(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """The instrument's own words beside those in force."""
    return render(request, PAGE, wording_page(seat, open_round(slug)) | {"form": FileForm()})


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def save_wording(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Take what was typed, or show what is wrong with it."""
    facts = open_round(slug)
    fields = {name: str(value) for name, value in request.POST.items()}
    typed = typed_wording(instrument_of(facts), fields)
    return _save(request, seat, facts, typed, seen=fields.get("seen", ""))


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def process_file(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Take what a file says, or name every mistake by row and column."""
    facts, form = open_round(slug), FileForm(request.POST, request.FILES)
    found = read_upload(form, instrument_of(facts))
    if found is None:
        contents = wording_page(seat, facts) | {"form": form}
        return render(request, PAGE, contents, status=UNUSABLE)
    return _save(request, seat, facts, found, seen=request.POST.get("seen", ""), form=form)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def restore_own(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Back to the instrument's own words, as a new revision."""
    return _save(request, seat, open_round(slug), (), seen=request.POST.get("seen", ""))


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def download_wording(request: HttpRequest, seat: NationalSeat, slug: str, kind: str) -> HttpResponse:  # noqa: ARG001 - the guard's signature
    """The words in force as a file that can be brought back."""
    facts = open_round(slug)
    write, content_type = KINDS[kind]
    response = HttpResponse(write(wording_in_force(facts)), content_type=content_type)
    name = f"{facts.slug}-wording-{facts.wording_revision}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _save(
    request: HttpRequest,
    seat: NationalSeat,
    facts: RoundFacts,
    typed: Texts,
    *,
    seen: str,
    form: FileForm | None = None,
) -> HttpResponse:
    problems = problems_of(instrument_of(facts), typed) if typed else []
    refusals = []
    if not problems:
        try:
            written_from = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) <= LONGEST_NUMBER else -1
            saved = set_wording(actor=seat.actor, round_id=facts.id, seen=written_from, wording=typed)
        except RoundRefusedError as refusal:
            refusals.append(str(refusal))
        else:
            messages.success(request, _("ถ้อยคำที่ใช้อยู่คือฉบับที่ %(revision)s") % {"revision": saved.wording_revision})
            return redirect("national-rounds:wording", facts.slug)
    contents = wording_page(seat, facts, typed or None, problems, refusals) | {"form": form or FileForm()}
    return render(request, PAGE, contents, status=UNUSABLE)

"""The surveys as the agency's officer sees them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.surveys.actions import make_codes, make_links
from prongsai.portal.surveys.collecting.access import Collecting, open_collecting
from prongsai.portal.surveys.collecting.forms import CodesForm
from prongsai.portal.surveys.collecting.notices import NoticeKind, notice_file, slips_file
from prongsai.portal.surveys.collecting.page import collecting_page
from prongsai.portal.surveys.offline_form import offline_form
from prongsai.rulebook.instrument import Instrument

PAGE = "surveys/collecting.html"


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_surveys(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """How far the surveys are, and what brings people to them."""
    here = open_collecting(seat, slug)
    return render(request, PAGE, _contents(seat, here, CodesForm(facts=here.facts)))


@office_view(Permission.TAKE_PART)
@require_POST
@with_pinned_rules
def open_addresses(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:  # noqa: ARG001 - the guard's signature
    """Give the agency its short addresses."""
    here = open_collecting(seat, slug)
    make_links(round_id=here.round.id, agency_id=seat.agency.pk, agency_code=seat.agency.code, actor=seat.actor)
    return redirect("collecting:surveys", seat.agency.code, slug)


@office_view(Permission.TAKE_PART)
@require_POST
@with_pinned_rules
def print_codes(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Make one-time codes and hand them out as slips, this once: they are not kept."""
    here = open_collecting(seat, slug)
    form = CodesForm(request.POST, facts=here.facts)
    if not here.links or not form.is_valid():
        return render(request, PAGE, _contents(seat, here, form), status=422)
    codes = make_codes(round_id=here.round.id, agency_id=seat.agency.pk, wanted=form.wanted, actor=seat.actor)
    address = _address(request, here, Instrument.IIT)
    content = slips_file(here.round, here.facts, codes, address=address, closes_on=here.closes_on)
    return _pdf(content, f"iit-codes-{here.round.year}-{seat.agency.code}")


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def print_notice(request: HttpRequest, seat: Seat, slug: str, *, kind: NoticeKind, part: str) -> HttpResponse:
    """A poster or cards for a part that people answer by its address."""
    here = open_collecting(seat, slug)
    instrument = next((one for one in here.links if one.value.lower() == part), None)
    if instrument is None:
        raise Http404("this part has no address")
    address = _address(request, here, instrument)
    content = notice_file(kind, here.round, here.facts, instrument, address=address, closes_on=here.closes_on)
    return _pdf(content, f"{kind}-{part}-{here.round.year}-{seat.agency.code}")


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def download_form(request: HttpRequest, seat: Seat, slug: str, part: str) -> HttpResponse:  # noqa: ARG001 - the guard's signature
    """A questionnaire that people answer by its address, for ODK and KoboToolbox."""
    here = open_collecting(seat, slug)
    instrument = next((one for one in here.links if one.value.lower() == part), None)
    if instrument is None:
        raise Http404("this part has no address")
    return offline_form(here.round, instrument)


def _contents(seat: Seat, here: Collecting, form: CodesForm) -> dict[str, object]:
    page = collecting_page(
        here.round, here.facts, is_open=here.is_open, opens_at=here.opens_at, closes_at=here.closes_at
    )
    may_prepare = seat.may(Permission.TAKE_PART)
    units = list(zip(page.units, form, strict=True))
    return {"seat": seat, "round": here.round, "page": page, "form": form, "units": units, "may_prepare": may_prepare}


def _address(request: HttpRequest, here: Collecting, part: Instrument) -> str:
    return request.build_absolute_uri(reverse("surveys:answer", args=[here.links[part].code]))


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y%m%d}.pdf"'
    return response

"""The public pages of disclosure."""

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from prongsai.portal.disclosures.public.access import open_agency, open_disclosure, open_file
from prongsai.portal.disclosures.public.csv_file import items_csv
from prongsai.portal.disclosures.public.queries import public_years
from prongsai.portal.files.serving import serve_file

A_MINUTE, A_DAY = 60, 86_400


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def show_newest(_request: HttpRequest, code: str) -> HttpResponse:
    """On to the newest year."""
    years = public_years(open_agency(code).pk)
    if not years:
        raise Http404(f"nothing confirmed by {code}")
    return redirect("disclosure:show", code, years[0])


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def show(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Every item of a year with its addresses."""
    page = open_disclosure(code, year)
    contents = {"page": page, "agency": page.agency, "years": public_years(page.agency.pk)}
    return render(request, "public_oit/page.html", contents)


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # its types know no parts of an address
def embed(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The items alone, for a frame in the agency's own site; it has no form and reads no cookie."""
    page = open_disclosure(code, year)
    response = render(request, "public_oit/embed.html", {"page": page, "agency": page.agency})
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def download_items(_request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The items as CSV."""
    response = HttpResponse(items_csv(open_disclosure(code, year)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="oit-{code}-{year}.csv"'
    return response


@require_safe
def download_file(_request: HttpRequest, code: str, file_id: int, name: str) -> HttpResponseBase:  # noqa: ARG001 - the name is for people
    """A file that the agency publishes here."""
    file = open_file(code, file_id)
    cache = f"public, max-age={A_DAY}"
    return serve_file(sha256=file.sha256, name=file.name, media_type=file.media_type, cache=cache, in_place=True)

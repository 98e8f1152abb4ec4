"""The agency's page of its published files."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.disclosures.public.queries import files_of, public_years
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.disclosures.uploading import actions
from prongsai.portal.disclosures.uploading.forms import UploadForm
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission

FILES = "oit-files:files"


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_files(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The files with their addresses, to be given for items."""
    return _page(request, seat, UploadForm())


@office_view(Permission.DISCLOSE)
@require_POST
def upload(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Publish files."""
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            actions.publish_files(seat=seat, files=form.cleaned_data["documents"])
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("เผยแพร่แล้ว คัดลอกที่อยู่ไปใส่ในข้อ OIT ได้"))
            return redirect(FILES, seat.agency.code)
    return _page(request, seat, form)


@office_view(Permission.DISCLOSE)
@require_POST
def withdraw(request: HttpRequest, seat: Seat, file_id: int) -> HttpResponse:
    """Take a file back."""
    if all(file.pk != file_id for file in files_of(seat.agency.pk)):
        raise Http404(f"no file {file_id}")
    try:
        actions.withdraw_file(seat=seat, file_id=file_id)
    except DisclosureRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ถอนแฟ้มแล้ว ที่อยู่เดิมเปิดไม่ได้อีก"))
    return redirect(FILES, seat.agency.code)


def _page(request: HttpRequest, seat: Seat, form: UploadForm) -> HttpResponse:
    contents = {
        "seat": seat,
        "form": form,
        "files": files_of(seat.agency.pk),
        "years": public_years(seat.agency.pk),
        "home": request.build_absolute_uri("/").rstrip("/"),
        "may_publish": seat.may(Permission.DISCLOSE),
    }
    return render(request, "public_oit/files.html", contents)

"""Writes the agency's templates."""

from django.db import transaction
from django.utils import timezone

from prongsai.portal.documents.models import AgencyTemplate, TemplatedPaper
from prongsai.portal.files.keeping import keep
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat


@transaction.atomic
def bring_template(
    *, seat: Seat, paper: TemplatedPaper, name: str, file_name: str, content: bytes, logo: bytes | None
) -> AgencyTemplate:
    """Keep a template that was checked; it takes the place of the one before. Approved papers stay as they are."""
    values = {
        "name": name,
        "file_name": file_name[-120:],
        "text": content.decode("utf-8"),
        "logo_sha256": "" if logo is None else keep(logo),
        "brought_at": timezone.now(),
    }
    template, _is_new = AgencyTemplate.objects.update_or_create(agency=seat.agency, paper=paper, defaults=values)
    append_line(actor=seat.actor, verb="template.bring", object=_path(seat, paper), detail={"name": name})
    return template


@transaction.atomic
def remove_template(*, seat: Seat, paper: TemplatedPaper) -> None:
    """Let the paper be written as it comes; without a template nothing happens."""
    removed, _by_model = AgencyTemplate.objects.filter(agency=seat.agency, paper=paper).delete()
    if removed:
        append_line(actor=seat.actor, verb="template.remove", object=_path(seat, paper))


def _path(seat: Seat, paper: TemplatedPaper) -> str:
    return f"agencies/{seat.agency.code}/templates/{paper.value}"

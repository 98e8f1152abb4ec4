"""Writes the agency's templates."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from prongsai.portal.documents.models import AgencyTemplate, TemplatedPaper
from prongsai.portal.files.keeping import keep
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat

EMBLEM = "ตราของหน่วยงาน"


@transaction.atomic
def bring_template(
    *, seat: Seat, paper: TemplatedPaper, name: str, file_name: str, content: bytes, logo: bytes | None
) -> AgencyTemplate:
    """Keep a template that was checked; it takes the place of the one before. Approved papers stay as they are.

    Without a new logo the one before stays.
    """
    values = {
        "name": name,
        "file_name": file_name[-120:],
        "text": content.decode("utf-8"),
        "brought_at": timezone.now(),
    }
    if logo is not None:
        values["logo_sha256"] = keep(logo)
    template, _is_new = AgencyTemplate.objects.update_or_create(agency=seat.agency, paper=paper, defaults=values)
    append_line(actor=seat.actor, verb="template.bring", object=_path(seat, paper), detail={"name": name})
    return template


@transaction.atomic
def bring_emblem(*, seat: Seat, logo: bytes, papers: Mapping[TemplatedPaper, str]) -> None:
    """Put a checked logo on several papers; a template that one has stays, else it gets the text given for it."""
    digest, now = keep(logo), timezone.now()
    for paper, text in papers.items():
        changed = {"logo_sha256": digest, "brought_at": now}
        AgencyTemplate.objects.update_or_create(
            agency=seat.agency, paper=paper, defaults=changed, create_defaults={**changed, "name": EMBLEM, "text": text}
        )
    path = f"agencies/{seat.agency.code}/templates"
    append_line(actor=seat.actor, verb="template.emblem", object=path, detail={"papers": sorted(papers)})


@transaction.atomic
def remove_template(*, seat: Seat, paper: TemplatedPaper) -> None:
    """Let the paper be written as it comes; without a template nothing happens."""
    removed, _by_model = AgencyTemplate.objects.filter(agency=seat.agency, paper=paper).delete()
    if removed:
        append_line(actor=seat.actor, verb="template.remove", object=_path(seat, paper))


def _path(seat: Seat, paper: TemplatedPaper) -> str:
    return f"agencies/{seat.agency.code}/templates/{paper.value}"

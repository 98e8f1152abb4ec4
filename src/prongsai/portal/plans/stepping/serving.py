"""Hands out evidence so that no browser runs it: always as a download, under the type its content showed."""

from django.http import FileResponse, Http404, HttpResponseBase
from django.utils.http import content_disposition_header

from prongsai.portal.files.keeping import path_of
from prongsai.portal.plans.models import Evidence, EvidenceKind

LOCKED_UP = "default-src 'none'; sandbox"


def serve_evidence(evidence: Evidence) -> HttpResponseBase:
    """The file as an attachment; a picture keeps its type so that a page can show it in place."""
    if evidence.kind == EvidenceKind.LINK:
        raise Http404("a link is not kept here")
    file = path_of(evidence.sha256)
    if not file.exists():
        raise Http404(f"evidence {evidence.pk} has lost its file")
    response = FileResponse(file.open("rb"), content_type=evidence.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=evidence.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = LOCKED_UP
    response["Cache-Control"] = "private, max-age=3600"
    response["ETag"] = f'"{evidence.sha256}"'
    return response

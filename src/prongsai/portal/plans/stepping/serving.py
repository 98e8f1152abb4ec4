"""Hands out evidence: always as a download, under the type its content showed."""

from django.http import Http404, HttpResponseBase

from prongsai.portal.files.serving import serve_file
from prongsai.portal.plans.models import Evidence, EvidenceKind


def serve_evidence(evidence: Evidence) -> HttpResponseBase:
    """The file as an attachment; a picture keeps its type so that a page can show it in place."""
    if evidence.kind == EvidenceKind.LINK:
        raise Http404("a link is not kept here")
    return serve_file(
        sha256=evidence.sha256, name=evidence.name, media_type=evidence.media_type, cache="private, max-age=3600"
    )

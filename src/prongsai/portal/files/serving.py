"""Hands out kept bytes so that no browser runs anything in them: the only place that says how."""

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

from prongsai.portal.files.keeping import path_of, read_packed
from prongsai.portal.files.recognising import JPEG, PDF, PNG, WEBP

SHOWN_IN_PLACE = frozenset({PDF.media_type, PNG.media_type, JPEG.media_type, WEBP.media_type})
"""Types that browsers show themselves; the others are downloads."""

LOCKED_UP = "default-src 'none'; sandbox"
NOTHING_RUNS = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'"
)
"""For what is shown in place: in a sandbox browsers show no PDF."""

UNKNOWN_TYPE = "application/octet-stream"


def serve_file(*, sha256: str, name: str, media_type: str, cache: str, in_place: bool = False) -> HttpResponseBase:
    """Bytes that `keep` stored, under the type that their content showed, as a download.

    `in_place` lets pictures and PDF be shown by the browser. `cache` is the whole Cache-Control. Raises `Http404` where
    the bytes are gone.
    """
    stored = path_of(sha256)
    if not stored.exists():
        raise Http404(f"the content {sha256[:12]} is lost")
    shown = in_place and media_type in SHOWN_IN_PLACE
    response = FileResponse(stored.open("rb"), content_type=media_type)
    response["Cache-Control"] = cache
    return _guarded(response, sha256, name, policy=NOTHING_RUNS if in_place else LOCKED_UP, as_attachment=not shown)


def serve_packed(*, sha256: str, name: str) -> HttpResponseBase:
    """Bytes that `keep_packed` stored, which a web site sent: a download of no type. Raises `Http404` as above."""
    try:
        response = HttpResponse(read_packed(sha256), content_type=UNKNOWN_TYPE)
    except FileNotFoundError:
        raise Http404(f"the content {sha256[:12]} is not kept") from None
    return _guarded(response, sha256, name, policy=LOCKED_UP, as_attachment=True)


def _guarded(
    response: HttpResponseBase, sha256: str, name: str, *, policy: str, as_attachment: bool
) -> HttpResponseBase:
    response.headers["Content-Disposition"] = str(content_disposition_header(as_attachment, name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = policy
    response["ETag"] = f'"{sha256}"'
    return response

"""Hands out an agency's published files so that no browser runs anything in them."""

from django.http import FileResponse, Http404, HttpResponseBase
from django.utils.http import content_disposition_header

from prongsai.portal.disclosures.models import UploadedFile
from prongsai.portal.files.keeping import path_of
from prongsai.portal.files.recognising import JPEG, PDF, PNG, WEBP

SHOWN_IN_PLACE = frozenset({PDF.media_type, PNG.media_type, JPEG.media_type, WEBP.media_type})
"""Types that browsers show themselves; the others are downloads."""

NOTHING_RUNS = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'none'"
)
A_DAY = 86_400


def serve_file(file: UploadedFile) -> HttpResponseBase:
    """The bytes under the type that they showed when they were brought."""
    stored = path_of(file.sha256)
    if not stored.exists():
        raise Http404(f"file {file.pk} has lost its content")
    response = FileResponse(stored.open("rb"), content_type=file.media_type)
    in_place = file.media_type in SHOWN_IN_PLACE
    response.headers["Content-Disposition"] = str(content_disposition_header(not in_place, file.name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = NOTHING_RUNS
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    response["ETag"] = f'"{file.sha256}"'
    return response

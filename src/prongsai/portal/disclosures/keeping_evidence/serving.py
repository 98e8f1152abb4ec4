"""Hands out the very bytes that an address sent when it was looked at."""

from django.http import Http404, HttpResponseBase

from prongsai.portal.disclosures.models import Capture
from prongsai.portal.files.serving import serve_packed

ENDINGS = {
    "application/pdf": ".pdf",
    "text/html": ".html.txt",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
"""By type; a page is saved as text, so that opening it runs nothing either."""


def serve_capture(capture: Capture) -> HttpResponseBase:
    """A download named after its hash; raises `Http404` where nothing was kept."""
    if not capture.sha256:
        raise Http404(f"nothing was sent to {capture.pk}")
    ending = ENDINGS.get(capture.media_type.partition(";")[0].strip(), ".bin")
    return serve_packed(sha256=capture.sha256, name=f"{capture.sha256[:12]}{ending}")

"""Hands out the files of approved versions as they were kept: never written anew, and never other bytes."""

import hashlib

from django.http import Http404, HttpResponse

from prongsai.portal.documents.models import PaperVersion
from prongsai.portal.documents.rendering import Format
from prongsai.portal.files.keeping import path_of
from prongsai.portal.results.analysis import content_type


def file_answer(content: bytes, name: str, file_format: Format) -> HttpResponse:
    """A file to save."""
    response = HttpResponse(content, content_type=content_type(file_format))
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def serve_version(version: PaperVersion, name: str, file_format: Format) -> HttpResponse:
    """The file that was approved; one that is lost or was changed outside the portal is not handed out."""
    digest = _digest(version, file_format)
    content = _kept(digest)
    if content is None:
        raise Http404(f"the {file_format} of {version} is no longer what was approved")
    response = file_answer(content, name, file_format)
    response["ETag"] = f'"{digest}"'
    return response


def is_whole(version: PaperVersion) -> bool:
    """Whether both files are there, byte by byte as they were approved."""
    return _kept(version.pdf_sha256) is not None and _kept(version.docx_sha256) is not None


def _digest(version: PaperVersion, file_format: Format) -> str:
    return version.pdf_sha256 if file_format == "pdf" else version.docx_sha256


def _kept(digest: str) -> bytes | None:
    file = path_of(digest)
    content = file.read_bytes() if file.exists() else b""
    return content if hashlib.sha256(content).hexdigest() == digest else None

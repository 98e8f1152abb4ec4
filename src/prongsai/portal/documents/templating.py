"""Writes a kind of paper as the agency wants it: in Thai, with its template laid over it where it has one."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import get_language, override

from prongsai.papers.content import Document
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.queries import AgencyTemplate
from prongsai.portal.documents.sources import Sources
from prongsai.portal.files.keeping import path_of

if TYPE_CHECKING:
    from prongsai.papers.templates import Template

OF_THE_RESULTS_YEAR = frozenset({"analysis", "memo"})
"""Papers on a result; the others are of the year after it."""


def written(kind: Kind, sources: Sources, year: int, head: Head) -> Document:
    """The paper as it would be written now, without anybody's rewording; a template that cannot be used is left out."""
    with override("th"):
        document = kind.write(sources, year, head)
    stored = sources.templates.get(kind.template)
    template = None if stored is None else usable(stored)
    return document if template is None else _laid_over(document, template, kind, sources, year, head.dated)


def problem_with(stored: AgencyTemplate) -> str:
    """Why a stored template cannot be used any more, in the page's language; empty where it can."""
    from prongsai.papers.templates import TemplateError

    try:
        read_stored(stored)
    except TemplateError as problem:
        return problem.text("en" if (get_language() or "th").startswith("en") else "th")
    return ""


def read_stored(stored: AgencyTemplate) -> "Template":
    """The template from what is kept of it. Raises `TemplateError` where a later version of this program refuses it."""
    from prongsai.papers.templates import read_template

    return read_template(stored.text.encode(), file=stored.file_name, logo=kept_logo(stored))


def kept_logo(stored: AgencyTemplate) -> bytes | None:
    """The logo that came with a template."""
    file = path_of(stored.logo_sha256) if stored.logo_sha256 else None
    return file.read_bytes() if file is not None and file.exists() else None


def usable(stored: AgencyTemplate) -> "Template | None":
    """The template from what is kept of it; `None` where a later version of this program refuses it."""
    from prongsai.papers.templates import TemplateError

    try:
        return read_stored(stored)
    except TemplateError:
        return None


def _laid_over(
    document: Document, template: "Template", kind: Kind, sources: Sources, year: int, dated: date | None
) -> Document:
    from prongsai.papers.templates import apply_template, placeholder_values

    result = sources.years[year if kind.template in OF_THE_RESULTS_YEAR else year - 1]
    values = placeholder_values(result, agency_name=sources.agency.name_th, written_on=dated or timezone.localdate())
    return apply_template(document, template, values)

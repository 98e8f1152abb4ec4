"""What is published of the plan in force: the announcement with its tables, without the chain of approval."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document
from prongsai.portal.documents.gathering import plan
from prongsai.portal.documents.head import Head, with_head_lines
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources


def write(sources: Sources, year: int, head: Head) -> Document:
    """The announcement; the last of the chain announces."""
    from prongsai.papers.measures_plan.writing import plan_announcement_document

    document = plan_announcement_document(plan.contents_of(sources, year, head), head.digits)
    return with_head_lines(document, replace(head, dated=None))


ANNOUNCEMENT = Kind(
    slug="announcement",
    title=_("ประกาศมาตรการ (ฉบับเผยแพร่)"),
    years=plan.years,
    figures=plan.figures,
    write=write,
    roles=("ผู้ประกาศ",),
    template="announcement",
)

"""The order that appoints the working group of the year after a result."""

from collections.abc import Collection
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document
from prongsai.portal.documents.figures import result_figures
from prongsai.portal.documents.head import Head, signature_of
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources
from prongsai.thai.numerals import to_arabic_digits


def years(sources: Sources) -> Collection[int]:
    """The years after a result."""
    return [year + 1 for year in sources.years]


def figures(sources: Sources, year: int) -> dict[str, str]:
    """The total and the level, which are all that an order names."""
    named = (f"score/{year - 1}/total", f"level/{year - 1}")
    return {key: text for key, text in result_figures(sources.years[year - 1]).items() if key in named}


def write(sources: Sources, year: int, head: Head) -> Document:
    """The order; members and duties are passages, so that the office puts its own in their place."""
    from prongsai.papers.order import order_document, working_group_order

    contents = working_group_order(
        sources.years[year - 1],
        agency_name=sources.agency.name_th,
        number=_without_year(head.number),
        dated=head.dated,
        signature=signature_of(head.chain[-1]) if head.chain and head.chain[-1].post else None,
    )
    subject = (head.subject,) if head.subject else contents.subject
    return order_document(replace(contents, subject=subject), head.digits)


def _without_year(number: str) -> str:
    """What stands before the stroke: the form of an order adds the year itself."""
    before, stroke, year = number.rpartition("/")
    is_year = len(year) == len("2569") and to_arabic_digits(year).isdecimal()
    return before.strip() if stroke and is_year else number


ORDER = Kind(
    slug="order",
    title=_("คำสั่งแต่งตั้งคณะทำงาน"),
    years=years,
    figures=figures,
    write=write,
    roles=("ผู้สั่ง",),
    template="order",
)

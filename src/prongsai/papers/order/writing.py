"""Puts an order on its form and hands it to a renderer."""

from datetime import date

from prongsai.papers import typography as measures
from prongsai.papers.content import Document, Section
from prongsai.papers.order.contents import OrderContents
from prongsai.papers.order.layout import order_blocks
from prongsai.papers.plan_tables import SUBJECT, Format, rendered
from prongsai.thai.numerals import DigitStyle


def write_order(
    contents: OrderContents,
    *,
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The order as a file."""
    return rendered(order_document(contents, digits), format=format, written_on=written_on)


def order_document(contents: OrderContents, digits: DigitStyle) -> Document:
    """The order in the content model."""
    return Document(
        title=f"คำสั่ง{contents.agency_name} เรื่อง {' '.join(contents.subject)}",
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        first_top_cm=measures.EMBLEM_TOP_CM,
        sections=(Section(order_blocks(contents)),),
    )

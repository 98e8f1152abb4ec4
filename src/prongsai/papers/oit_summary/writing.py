"""Puts the summary together and hands it to a renderer."""

from datetime import date

from prongsai.papers.content import Block, Document, Heading, Margins, Paragraph, Section
from prongsai.papers.oit_summary.contents import SummaryContents
from prongsai.papers.oit_summary.tables import items_table, totals_table
from prongsai.papers.plan_tables import SUBJECT, Format, rendered, title_lines
from prongsai.thai.dates import format_date
from prongsai.thai.numerals import DigitStyle

MARGINS = Margins(2.0, 2.0, 2.0, 1.8)


def write_summary(
    contents: SummaryContents,
    *,
    format: Format,  # noqa: A002 - the word that callers know
    digits: DigitStyle = "thai",
    written_on: date | None = None,
) -> bytes:
    """The summary as a file."""
    return rendered(summary_document(contents, digits), format=format, written_on=written_on)


def summary_document(contents: SummaryContents, digits: DigitStyle = "thai") -> Document:
    """The summary in the content model: totals first, then every item."""
    return Document(
        title=f"สรุปการเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. {contents.year} {contents.agency_name}",
        author=contents.agency_name,
        subject=SUBJECT,
        digits=digits,
        sections=(Section(_blocks(contents), landscape=True, margins=MARGINS),),
    )


def _blocks(contents: SummaryContents) -> tuple[Block, ...]:
    return (
        *title_lines(
            f"สรุปการเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. {contents.year}",
            contents.agency_name,
            f"ข้อมูล ณ วันที่ {format_date(contents.as_of)}",
        ),
        Heading("สรุปตามตัวชี้วัดย่อย", key="totals"),
        totals_table(contents),
        Paragraph(
            "ช่องมีผลต่อคะแนนรวม คือคะแนนรวมของหน่วยงานที่เพิ่มขึ้นเมื่อข้อนั้นครบถ้วน ก่อนปัดเศษ ข้อที่ยังไม่ตรวจนับเป็นคะแนนที่ยังไม่ได้",
            style="note",
        ),
        Heading("รายข้อ", key="items"),
        items_table(contents),
    )

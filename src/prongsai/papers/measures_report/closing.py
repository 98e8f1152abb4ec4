"""The end of the report: evidence of each measure, what is not finished and why, who signs."""

from collections.abc import Iterator

from prongsai.papers.content import (
    Block,
    BulletList,
    Column,
    Fillable,
    Heading,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.papers.measures_report.contents import Evidence, ReportContents
from prongsai.papers.measures_report.wording import STATES, reason_text
from prongsai.thai.dates import format_short_date

LINES_FOR_UNFINISHED = 5


def closing_blocks(contents: ReportContents) -> tuple[Block, ...]:
    """Evidence, unfinished steps, signatures."""
    return (
        Heading("หลักฐานประกอบ", key="evidence"),
        *_evidence(contents),
        Heading("ขั้นตอนที่ยังไม่แล้วเสร็จ", key="unfinished"),
        *_unfinished(contents),
        Heading("ผู้รายงานและผู้รับรอง", key="signatures"),
        SignatureBlock(contents.signatures, columns=2),
    )


def _evidence(contents: ReportContents) -> Iterator[Block]:
    for number, measure in enumerate(contents.measures, 1):
        yield Paragraph(f"{number}. {measure.title}", style="plain", keep_with_next=True)
        if measure.to_fill:
            yield Fillable()
            continue
        yield BulletList(tuple(map(_evidence_text, measure.evidence)) or ("ยังไม่มีหลักฐาน",))


def _evidence_text(evidence: Evidence) -> str:
    day = f" ({format_short_date(evidence.given_on)})" if evidence.given_on else ""
    return f"{evidence.title}{day}" + (f" {evidence.where}" if evidence.where else "")


def _unfinished(contents: ReportContents) -> Iterator[Block]:
    if contents.to_fill:
        yield Paragraph("ระบุขั้นตอนที่ยังไม่แล้วเสร็จ พร้อมเหตุผลและกำหนดเวลาใหม่ (ถ้ามี)", style="plain", keep_with_next=True)
        yield Fillable(lines=LINES_FOR_UNFINISHED)
        return
    columns = (Column("มาตรการ", 3), Column("ขั้นตอน", 3.4), Column("สถานะ", 1.8), Column("เหตุผล", 3))
    rows = tuple(
        Row((f"{number}. {measure.title}", step.text, STATES[step.state], reason_text(step)))
        for number, measure in enumerate(contents.measures, 1)
        for step in measure.unfinished
    )
    yield Table(columns, rows, empty_text="ดำเนินการครบทุกขั้นตอนแล้ว")

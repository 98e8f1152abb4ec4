"""The end of the report: evidence of each measure, what is not finished and why, who signs."""

from collections.abc import Iterator

from prongsai.papers.content import (
    Block,
    BulletList,
    Column,
    Heading,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.papers.measures_report.contents import Evidence, ReportContents
from prongsai.papers.measures_report.wording import STATES, reason_text
from prongsai.thai.dates import format_short_date


def closing_blocks(contents: ReportContents) -> tuple[Block, ...]:
    """Evidence, unfinished steps, signatures."""
    return (
        Heading("หลักฐานประกอบ"),
        *_evidence(contents),
        Heading("ขั้นตอนที่ยังไม่แล้วเสร็จ"),
        _unfinished(contents),
        Heading("ผู้รายงานและผู้รับรอง"),
        SignatureBlock(contents.signatures, columns=2),
    )


def _evidence(contents: ReportContents) -> Iterator[Block]:
    for number, measure in enumerate(contents.measures, 1):
        yield Paragraph(f"{number}. {measure.title}", style="plain", keep_with_next=True)
        yield BulletList(tuple(map(_evidence_text, measure.evidence)) or ("ยังไม่มีหลักฐาน",))


def _evidence_text(evidence: Evidence) -> str:
    day = f" ({format_short_date(evidence.given_on)})" if evidence.given_on else ""
    return f"{evidence.title}{day}" + (f" {evidence.where}" if evidence.where else "")


def _unfinished(contents: ReportContents) -> Table:
    columns = (Column("มาตรการ", 3), Column("ขั้นตอน", 3.4), Column("สถานะ", 1.8), Column("เหตุผล", 3))
    rows = tuple(
        Row((f"{number}. {measure.title}", step.text, STATES[step.state], reason_text(step)))
        for number, measure in enumerate(contents.measures, 1)
        for step in measure.unfinished
    )
    return Table(columns, rows, empty_text="ดำเนินการครบทุกขั้นตอนแล้ว")

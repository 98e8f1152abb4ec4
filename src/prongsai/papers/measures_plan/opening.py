"""The announcement that opens the plan, and the result it answers in short."""

from collections.abc import Iterator
from dataclasses import replace

from prongsai.papers.analysis_report.wording import score_text
from prongsai.papers.content import (
    Block,
    BulletList,
    Column,
    Heading,
    Paragraph,
    Row,
    Signature,
    SignatureBlock,
    Table,
)
from prongsai.papers.measures_plan.contents import PlanContents
from prongsai.papers.plan_tables import title_lines
from prongsai.thai.dates import format_date


def announcement_blocks(contents: PlanContents) -> tuple[Block, ...]:
    """Who announces what, on which ground, from when."""
    return (
        *title_lines(
            f"ประกาศ{contents.agency_name}",
            "เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            f"ประจำปีงบประมาณ พ.ศ. {contents.plan_year}",
        ),
        *contents.state.note,
        Paragraph(_ground(contents)),
        Paragraph(_decision(contents)),
        Paragraph("ให้หน่วยงานผู้รับผิดชอบดำเนินการตามขั้นตอนและระยะเวลาที่กำหนด และรายงานผลตามวิธีการติดตามของแต่ละมาตรการ"),
        *_announced_on(contents),
        SignatureBlock((_announcer(contents),)),
    )


def _ground(contents: PlanContents) -> str:
    where = f" {contents.place}" if contents.place else ""
    return (
        f"ด้วย{contents.agency_name}{where} ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
        f"ประจำปีงบประมาณ พ.ศ. {contents.result_year} แล้ว {_result(contents)}"
    )


def _result(contents: PlanContents) -> str:
    if contents.total is None:
        return "โดยยังไม่ทราบคะแนนรวม"
    return f"ได้คะแนนรวม {score_text(contents.total)} คะแนน {contents.level}".rstrip()


def _decision(contents: PlanContents) -> str:
    served = sum(1 for indicator in contents.indicators if indicator.measures)
    return (
        f"เพื่อนำผลการวิเคราะห์ไปสู่การปฏิบัติ จึงกำหนดมาตรการ {len(contents.measures)} มาตรการ สำหรับ {served} ตัวชี้วัด "
        "โดยมีรายละเอียดแนบท้ายประกาศนี้"
    )


def _announced_on(contents: PlanContents) -> Iterator[Block]:
    if contents.approved_on is not None:
        yield Paragraph(f"ประกาศ ณ วันที่ {format_date(contents.approved_on)}", keep_with_next=True)


def _announcer(contents: PlanContents) -> Signature:
    """The executive, last in the chain; there as who orders, here as who announces."""
    last = contents.signatures[-1] if contents.signatures else Signature()
    day = "" if contents.approved_on is None else format_date(contents.approved_on)
    return replace(last, role="", opinion="", dated=day)


def result_blocks(contents: PlanContents) -> tuple[Block, ...]:
    """The indicators with their scores, then the findings that the agency kept."""
    columns = (Column("เครื่องมือ", 1.2, "centre"), Column("ตัวชี้วัด", 5.6), Column("คะแนน", 1.4, "right"))
    rows = [Row((one.instrument, f"{one.number}. {one.name}", score_text(one.score))) for one in contents.indicators]
    total = Row(("", f"คะแนนรวม {contents.level}".rstrip(), score_text(contents.total)), kind="total")
    return (
        Heading(f"ผลการประเมินโดยสรุป ปีงบประมาณ พ.ศ. {contents.result_year}"),
        Table(columns, (*rows, total)),
        *_findings(contents),
    )


def _findings(contents: PlanContents) -> Iterator[Block]:
    if contents.findings:
        yield Heading("ข้อค้นพบจากการวิเคราะห์", level=2)
        yield BulletList(contents.findings)

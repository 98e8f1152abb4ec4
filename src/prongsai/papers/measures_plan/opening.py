"""The announcement that opens the plan, and the result it answers in short."""

from collections.abc import Iterator
from decimal import Decimal

from prongsai.papers.analysis_report.wording import score_text
from prongsai.papers.announcement import AnnouncementContents
from prongsai.papers.content import (
    Block,
    BulletList,
    Column,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
)
from prongsai.papers.measures_plan.contents import PlanContents
from prongsai.papers.plan_tables import baht_text
from prongsai.thai.amounts import baht_words

DUTY = "ให้หน่วยงานผู้รับผิดชอบดำเนินการตามขั้นตอนและระยะเวลาที่กำหนด และรายงานผลตามวิธีการติดตามของแต่ละมาตรการ"


def announcement_of(contents: PlanContents) -> AnnouncementContents:
    """Who announces what, on which ground, from when."""
    return AnnouncementContents(
        agency_name=contents.agency_name,
        subject=(
            "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            f"ประจำปีงบประมาณ พ.ศ. {contents.plan_year}",
        ),
        body=(
            Paragraph(_ground(contents), key="announcement/ground"),
            Paragraph(_decision(contents), key="announcement/decision"),
            Paragraph(DUTY, key="announcement/duty"),
        ),
        announced_on=contents.approved_on,
        signature=contents.signatures[-1] if contents.signatures else Signature(),
        note=contents.state.note,
        emblem=contents.emblem,
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
        f"{_budget(contents)}โดยมีรายละเอียดแนบท้ายประกาศนี้"
    )


def _budget(contents: PlanContents) -> str:
    """All budgets together in figures and words; nothing where none was said or all is free."""
    said = [measure.budget for measure in contents.measures if measure.budget is not None]
    total = sum(said, Decimal(0))
    if not total:
        return ""
    whole = "งบประมาณรวม" if len(said) == len(contents.measures) else "งบประมาณเท่าที่ระบุรวม"
    return f"{whole} {baht_text(total)} ({baht_words(total)}) "


def result_blocks(contents: PlanContents) -> tuple[Block, ...]:
    """The indicators with their scores, then the findings that the agency kept."""
    columns = (Column("เครื่องมือ", 1.2, "centre"), Column("ตัวชี้วัด", 5.6), Column("คะแนน", 1.4, "right"))
    rows = [Row((one.instrument, f"{one.number}. {one.name}", score_text(one.score))) for one in contents.indicators]
    total = Row(("", f"คะแนนรวม {contents.level}".rstrip(), score_text(contents.total)), kind="total")
    return (
        Heading(f"ผลการประเมินโดยสรุป ปีงบประมาณ พ.ศ. {contents.result_year}", key="result"),
        Table(columns, (*rows, total)),
        *_findings(contents),
    )


def _findings(contents: PlanContents) -> Iterator[Block]:
    if contents.findings:
        yield Heading("ข้อค้นพบจากการวิเคราะห์", level=2)
        yield BulletList(contents.findings, key="result/findings")

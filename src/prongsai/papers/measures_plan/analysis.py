"""Part one of the plan: every question with its score, and what is to be mended or kept."""

from collections.abc import Iterator

from prongsai.papers.analysis_report.wording import score_text
from prongsai.papers.content import Block, Cell, Column, Heading, Paragraph, Row, Table
from prongsai.papers.measures_plan.contents import IndicatorPlan, PlanContents, QuestionLine
from prongsai.papers.plan_tables import continued, lines_cell

KEEP = "รักษาระดับนี้ไว้"
FULL_POINTS = 100


def analysis_blocks(contents: PlanContents) -> tuple[Block, ...]:
    """The issue table in the order of the indicators."""
    columns = (
        Column("ลำดับ", 0.9, "centre"),
        Column("ตัวชี้วัด", 2.0),
        Column("เครื่องมือ", 1.4),
        Column("ข้อคำถาม", 3.0),
        Column("คะแนน", 1.1, "right"),
        Column("ข้อบกพร่อง / แก้ไข-ปรับปรุง / รักษาระดับ", 7.0),
    )
    rows = tuple(row for indicator in contents.indicators for row in _rows(indicator))
    return (
        Heading(f"ส่วนที่ 1 ผลการวิเคราะห์การประเมิน ITA ปีงบประมาณ พ.ศ. {contents.result_year}", key="analysis"),
        Paragraph(f"ข้อ OIT ที่อ้างอิงเป็นเลขข้อของปีงบประมาณ พ.ศ. {contents.result_year}", style="note"),
        Table(columns, rows),
    )


def _rows(indicator: IndicatorPlan) -> Iterator[Row]:
    if not indicator.questions:
        yield _row(indicator, "ทั้งตัวชี้วัด", indicator.instrument, score_text(indicator.score), _unseen(indicator))
    for position, line in enumerate(indicator.questions):
        question = f"{line.code} {line.topic}".rstrip()
        yield _row(indicator, question, line.part, score_text(line.score), _what_follows(line), first=not position)


def _row(indicator: IndicatorPlan, question: str, part: str, score: str, what: Cell, *, first: bool = True) -> Row:
    number = f"{indicator.number}" if first else ""
    return Row((number, continued(indicator.name, first=first), part, question, score, what))


def _what_follows(line: QuestionLine) -> Cell:
    if not line.issue and not line.advice:
        return Cell("ไม่มีข้อมูล" if line.score is None else KEEP)
    return lines_cell(
        f"ข้อบกพร่อง: {line.issue}" if line.issue else "",
        f"แก้ไข-ปรับปรุง: {line.advice}" if line.advice else "",
    )


def _unseen(indicator: IndicatorPlan) -> Cell:
    if indicator.score == FULL_POINTS:
        return Cell(KEEP)
    return Cell("ไม่ทราบคะแนนรายข้อ")

"""Part two of the plan: every indicator into practice; or the same measures by the seven topics."""

from collections.abc import Iterator

from prongsai.papers.content import Block, BulletList, Cell, Column, Heading, Row, Table
from prongsai.papers.measures_plan.contents import IndicatorPlan, Measure, PlanContents, Topic
from prongsai.papers.plan_tables import budget_text, continued, lines_cell, period_text, steps_cell, units_text

OTHER_TOPICS = "ประเด็นอื่น"
MISSING = "ยังไม่มีมาตรการ โปรดเพิ่มก่อนเสนออนุมัติ"


def practice_blocks(contents: PlanContents) -> tuple[Block, ...]:
    """The table into practice, with exactly the columns of the offices' form."""
    columns = (
        Column("ที่", 0.5, "centre"),
        Column("ตัวชี้วัด", 1.7),
        Column("มาตรการ/แนวทาง", 2.6),
        Column("ขั้นตอนหรือวิธีการปฏิบัติ", 4.0),
        Column("ระยะเวลาดำเนินการ", 1.5),
        Column("หน่วยงานผู้รับผิดชอบ", 2.0),
        Column("การติดตาม/รายงานผล", 3.2),
    )
    rows = tuple(row for indicator in contents.indicators for row in _indicator_rows(indicator))
    title = f"ส่วนที่ 2 การนำผลการวิเคราะห์ไปสู่การปฏิบัติ ปีงบประมาณ พ.ศ. {contents.plan_year}"
    return (Heading(title, key="practice"), Table(columns, rows))


def _indicator_rows(indicator: IndicatorPlan) -> Iterator[Row]:
    if not indicator.measures:
        yield Row((f"{indicator.number}", indicator.name, Cell(MISSING, span=5)))
    for position, measure in enumerate(indicator.measures):
        first = not position
        yield Row((
            f"{indicator.number}" if first else "",
            continued(indicator.name, first=first),
            _what(measure),
            steps_cell(measure.steps),
            period_text(measure.period),
            units_text(measure.unit, measure.other_units),
            lines_cell(measure.follow_up, f"ตัวชี้วัดความสำเร็จ: {measure.success}" if measure.success else ""),
        ))  # fmt: skip


def _what(measure: Measure) -> Cell:
    return lines_cell(
        measure.title,
        f"(จาก{measure.origin})" if measure.origin else "",
        *(f"ข้อค้นพบ: {finding}" for finding in measure.findings),
        budget_text(measure.budget),
    )


def topic_blocks(contents: PlanContents) -> tuple[Block, ...]:
    """The seven-topics form; a topic that no measure serves says so, a measure without a topic comes last."""
    columns = (
        Column("ประเด็น", 2.2),
        Column("ข้อบกพร่อง", 3.0),
        Column("มาตรการ โครงการ หรือกิจกรรม", 3.0),
        Column("ขั้นตอนหรือวิธีการปฏิบัติ", 4.2),
        Column("ระยะเวลา", 1.5),
        Column("ผู้รับผิดชอบ", 2.0),
    )
    known = {topic.number for topic in contents.topics}
    rows = [
        row
        for topic in contents.topics
        for row in _topic_rows(topic, [one for one in contents.measures if one.topic == topic.number])
    ]
    others = [measure for measure in contents.measures if measure.topic not in known]
    if others:
        rows += _topic_rows(Topic(0, OTHER_TOPICS), others)
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสตามประเด็น ปีงบประมาณ พ.ศ. {contents.plan_year}"
    return (Heading(title, key="topics"), Table(columns, tuple(rows)))


def _topic_rows(topic: Topic, measures: list[Measure]) -> Iterator[Row]:
    name = f"{topic.number}. {topic.name}" if topic.number else topic.name
    if not measures:
        yield Row((name, _shortcomings(topic), Cell(MISSING, span=4)))
    for position, measure in enumerate(measures):
        yield Row((
            continued(name, first=not position),
            Cell() if position else _shortcomings(topic),
            _what(measure),
            steps_cell(measure.steps),
            period_text(measure.period),
            units_text(measure.unit, measure.other_units),
        ))  # fmt: skip


def _shortcomings(topic: Topic) -> Cell:
    if not topic.shortcomings:
        return Cell("ไม่พบข้อบกพร่องจากผลคะแนน")
    return Cell(blocks=(BulletList(topic.shortcomings),))

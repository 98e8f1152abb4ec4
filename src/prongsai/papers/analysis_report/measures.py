"""The report's third part: measures for every indicator, the seven topics, and the agency's constraints to fill in."""

from collections.abc import Iterator

from prongsai.papers.analysis_report.contents import AnalysisContents
from prongsai.papers.content import Block, Cell, Column, Fillable, Heading, NumberedList, Paragraph, Row, Table
from prongsai.rulebook.proposing import PlannedMeasure
from prongsai.thai.periods import fiscal_year_bounds, format_period

CONSTRAINTS = (
    "ด้านบุคลากร (จำนวน ความรู้ การโยกย้าย)",
    "ด้านเศรษฐกิจ สังคม และวิถีชีวิตของประชาชนในพื้นที่",
    "ด้านเทคโนโลยีและเครือข่ายสื่อสาร",
    "ด้านงบประมาณและกฎหมาย",
)
LINES_PER_CONSTRAINT = 2


def measure_blocks(contents: AnalysisContents) -> tuple[Block, ...]:
    """The table into practice: every indicator has at least one measure."""
    next_year = contents.year.year + 1
    period = format_period(fiscal_year_bounds(next_year))
    columns = (
        Column("ที่", 0.5, "centre"),
        Column("ตัวชี้วัด", 1.7),
        Column("มาตรการ / แนวทาง", 2.4),
        Column("ขั้นตอนหรือวิธีการปฏิบัติ", 4.0),
        Column("ระยะเวลาดำเนินการ", 1.5),
        Column("หน่วยงานผู้รับผิดชอบ", 1.9),
        Column("การติดตาม / รายงานผล", 3.4),
    )
    return (
        Heading(f"4. มาตรการเพื่อนำผลไปสู่การปฏิบัติ ปีงบประมาณ พ.ศ. {next_year}", key="measures"),
        Paragraph(
            "มาตรการ ขั้นตอน ระยะเวลา ผู้รับผิดชอบ และการติดตามในตารางเป็นข้อเสนอจากผลคะแนน "
            "หน่วยงานปรับให้ตรงกับภารกิจและโครงสร้างของตนก่อนลงนาม",
            style="note",
            key="measures/note",
        ),
        Table(columns, tuple(_rows(contents, period))),
    )


def _rows(contents: AnalysisContents, period: str) -> Iterator[Row]:
    shown: set[int] = set()
    for planned in contents.measures:
        first = planned.indicator not in shown
        shown.add(planned.indicator)
        measure = planned.measure
        yield Row((
            f"{planned.indicator}" if first else "",
            contents.year.indicators[planned.indicator].name_th if first else "",
            f"{measure.title_th}{_origin(planned)}",
            Cell(blocks=(NumberedList(measure.steps_th),)),
            period,
            " / ".join(measure.units_th),
            Cell(
                blocks=(
                    Paragraph(measure.follow_up_th, style="plain"),
                    Paragraph(f"ความสำเร็จ: {measure.success_th}", style="plain"),
                )
            ),
        ))  # fmt: skip


def _origin(planned: PlannedMeasure) -> str:
    return f" (ประเด็นของข้อ {planned.question})" if planned.question else ""


def topic_blocks(contents: AnalysisContents) -> tuple[Block, ...]:
    """Whether each of the seven topics is served by a measure."""
    columns = (Column("ประเด็น", 4), Column("มาตรการที่รองรับ", 6))
    rows = tuple(
        Row((
            f"{topic.number}. {topic.name_th}",
            Cell(blocks=(NumberedList(_titles(measures)),)) if measures else Cell("ยังไม่มีมาตรการรองรับ โปรดเพิ่มเติม"),
        ))
        for topic, measures in contents.topics
    )  # fmt: skip
    return (Heading("5. ความครอบคลุมประเด็น 7 ด้าน", key="topics"), Table(columns, rows))


def _titles(measures: tuple[PlannedMeasure, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(planned.measure.title_th for planned in measures))


def constraint_blocks() -> tuple[Block, ...]:
    """The agency's constraints, for her to fill in."""
    return (
        Heading("6. ข้อจำกัดของหน่วยงาน", key="constraints"),
        Paragraph("ระบุข้อจำกัดที่มีผลต่อการดำเนินการตามมาตรการ และวิธีที่หน่วยงานจะรับมือ", key="constraints/held-back-by"),
        *(Fillable(label, lines=LINES_PER_CONSTRAINT) for label in CONSTRAINTS),
    )

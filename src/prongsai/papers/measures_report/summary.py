"""The report's first page: what is reported on, and how far things have come."""

from collections import Counter
from collections.abc import Iterator

from prongsai.papers.content import Block, BulletList, Column, Heading, Paragraph, Row, Table
from prongsai.papers.measures_report.contents import Movement, ReportContents
from prongsai.papers.measures_report.wording import READINGS, STATES
from prongsai.papers.plan_tables import title_lines
from prongsai.thai.dates import format_date

OPEN_COUNT = "........"


def summary_blocks(contents: ReportContents) -> tuple[Block, ...]:
    """Titles, the day, counts of steps and of what the scores did."""
    return (
        *title_lines(
            "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            f"ประจำปีงบประมาณ พ.ศ. {contents.plan_year}",
            contents.agency_name,
            contents.place,
        ),
        *contents.state.note,
        Paragraph(_opening(contents), key="summary/opening"),
        Heading("ภาพรวมการดำเนินการ"),
        _steps(contents),
        *_scores(contents),
    )


def _opening(contents: ReportContents) -> str:
    finished = sum(1 for measure in contents.measures if measure.steps and not measure.unfinished)
    done = OPEN_COUNT if contents.to_fill else f"{finished}"
    return (
        f"{contents.agency_name} ขอรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
        f"ปีงบประมาณ พ.ศ. {contents.plan_year} ฉบับที่ {contents.version} ข้อมูล ณ วันที่ {format_date(contents.as_of)} "
        f"มีมาตรการ {len(contents.measures)} มาตรการ ดำเนินการครบทุกขั้นตอนแล้ว {done} มาตรการ"
    )


def _steps(contents: ReportContents) -> Table:
    counts = Counter[str](step.state for measure in contents.measures for step in measure.steps)
    if contents.to_fill:
        rows = [Row((name, OPEN_COUNT)) for state, name in STATES.items() if state != "open"]
    else:
        rows = [Row((name, f"{counts[state]}")) for state, name in STATES.items() if counts[state]]
    total = Row(("รวม", f"{counts.total()}"), kind="total")
    return Table((Column("สถานะของขั้นตอน", 5), Column("จำนวนขั้นตอน", 2, "right")), (*rows, total))


def _scores(contents: ReportContents) -> Iterator[Block]:
    counts = Counter(change.movement for measure in contents.measures for change in measure.changes)
    if counts:
        yield Heading("คะแนนที่เกี่ยวข้องกับมาตรการ")
        yield BulletList(tuple(f"{READINGS[one]} {counts[one]} รายการ" for one in Movement if counts[one]))
        yield Paragraph(
            "คะแนนเปลี่ยนได้จากหลายสาเหตุ การที่คะแนนเปลี่ยนหลังมีมาตรการยังไม่พิสูจน์ว่ามาตรการเป็นสาเหตุ "
            "ความต่างที่อยู่ในช่วงความคลาดเคลื่อนไม่นับเป็นการเพิ่มขึ้นหรือลดลง และคะแนนข้ามปีที่แบบวัดเปลี่ยนไม่นำมาเทียบกัน",
            style="note",
            key="summary/scores-note",
        )

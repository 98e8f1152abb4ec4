"""The report's wide tables: every measure with what was done and came of it, then the scores before and after."""

from collections.abc import Iterator

from prongsai.papers.analysis_report.wording import score_text
from prongsai.papers.content import Block, Cell, Column, Heading, Row, Table
from prongsai.papers.measures_report.contents import ReportContents, ReportedMeasure
from prongsai.papers.measures_report.wording import (
    change_sentence,
    delta_text,
    has_fallen,
    reading_text,
    step_text,
    verdict_text,
)
from prongsai.papers.plan_tables import TO_FILL, lines_cell, period_text, steps_cell, units_text


def result_blocks(contents: ReportContents) -> tuple[Block, ...]:
    """The table of the offices' form, one row a measure."""
    columns = (
        Column("มาตรการ/กิจกรรม", 2.1),
        Column("วิธีดำเนินการ", 3.0),
        Column("ระยะเวลา", 1.5),
        Column("ผู้รับผิดชอบ", 1.5),
        Column("ผลการดำเนินการ", 3.1),
        Column("ผลลัพธ์หรือความสำเร็จ", 4.9),
    )
    rows = tuple(_row(number, measure) for number, measure in enumerate(contents.measures, 1))
    return (Heading("ผลการดำเนินการรายมาตรการ", key="results"), Table(columns, rows))


def _row(number: int, measure: ReportedMeasure) -> Row:
    return Row((
        lines_cell(f"{number}. {measure.title}", f"(ตัวชี้วัดที่ {measure.indicator} {measure.indicator_name})"),
        steps_cell([step.text for step in measure.steps]),
        period_text(measure.period),
        units_text(measure.unit, measure.other_units),
        steps_cell([step_text(step) for step in measure.steps]),
        _outcome(measure),
    ))  # fmt: skip


def _outcome(measure: ReportedMeasure) -> Cell:
    words = "ข้อความของหน่วยงาน ซึ่งต้องอ่านคู่กับคะแนนที่ลดลง" if has_fallen(measure) else "หน่วยงานรายงานว่า"
    return lines_cell(
        *(change_sentence(change) for change in measure.changes),
        f"ตัวชี้วัดความสำเร็จ: {measure.success}" if measure.success else "",
        verdict_text(measure),
        f"{words}: {measure.outcome}" if measure.outcome else "",
        f"ผลลัพธ์ที่เกิดขึ้น: {TO_FILL} {TO_FILL}" if measure.to_fill and not measure.outcome else "",
    )


def score_blocks(contents: ReportContents) -> tuple[Block, ...]:
    """The same scores side by side; nothing where no measure has one."""
    rows = tuple(_score_rows(contents))
    if not rows:
        return ()
    columns = (
        Column("มาตรการ", 4.0),
        Column("ข้อคำถาม", 2.8),
        Column("ก่อน", 2.4, "right"),
        Column("หลัง", 2.4, "right"),
        Column("ผลต่าง", 1.3, "right"),
        Column("อ่านได้ว่า", 3.2),
    )
    return (Heading("คะแนนก่อนและหลังดำเนินการ", key="scores"), Table(columns, rows))


def _score_rows(contents: ReportContents) -> Iterator[Row]:
    for number, measure in enumerate(contents.measures, 1):
        for change in measure.changes:
            yield Row((
                f"{number}. {measure.title}",
                change.name,
                f"{score_text(change.before)} (ปี {change.before_year})",
                f"{score_text(change.after)} (ปี {change.after_year})",
                delta_text(change),
                reading_text(change),
            ))  # fmt: skip

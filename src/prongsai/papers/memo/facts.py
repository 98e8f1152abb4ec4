"""The facts of a memo on a result: total and level, change, scores in their order, what is below the target."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from prongsai.papers.analysis_report.level_reasons import level_reasons
from prongsai.papers.analysis_report.wording import level_name, place_name, score_text
from prongsai.papers.content import Block, Paragraph
from prongsai.papers.memo.score_table import ScoreTable, score_blocks
from prongsai.rulebook.comparing import Comparable, Comparison
from prongsai.rulebook.evidence import TOTAL, indicator_place
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.thai.spelling import apart


def fact_blocks(
    result: AgencyResult, agency_name: str, comparison: Comparison | None, scores: ScoreTable
) -> tuple[Block, ...]:
    """Everything between what led to the memo and what it proposes."""
    return (
        Paragraph(_result(result, agency_name), key="facts/result"),
        *_change(comparison),
        *score_blocks(result, comparison, scores),
        *_standing(result),
        *_doubts(result),
    )


def _result(result: AgencyResult, agency_name: str) -> str:
    year, total = result.year.year, result.total
    known = f"ผลการประเมินประจำปีงบประมาณ พ.ศ. {year} ปรากฏว่า {agency_name}"
    if total is None:
        values = (*result.indicators.values(), *result.instruments.values())
        partly = " โดยทราบคะแนนเฉพาะส่วนที่แสดงต่อไปนี้" if any(value is not None for value in values) else ""
        return f"{known}ยังไม่ทราบคะแนนรวม จึงยังตัดสินระดับผลการประเมินไม่ได้{partly}"
    return (
        f"{known}ได้คะแนนรวม {score_text(total)} คะแนน ผลการประเมินอยู่ใน{_level(result)} {_against_target(result, total)}"
    )


def _level(result: AgencyResult) -> str:
    """The level, or the least that it can be with what is missing to know more."""
    name = level_name(result.level.label or "")
    if result.level.certain:
        return name
    return f"{name}เป็นอย่างน้อย ({level_reasons(result.level).above})"


def _against_target(result: AgencyResult, total: Decimal) -> str:
    target = result.year.round.target
    if total == target:
        return f"เท่ากับค่าเป้าหมาย {target:.2f} คะแนน"
    side = "สูง" if result.reaches_target(TOTAL) else "ต่ำ"
    return f"{side}กว่าค่าเป้าหมาย {target:.2f} คะแนน อยู่ {abs(total - target):.2f} คะแนน"


def _change(comparison: Comparison | None) -> Iterator[Block]:
    """Last year's total, and the difference only where the two years may stand side by side."""
    change = comparison and comparison.change(TOTAL)
    if comparison is None or not change or change.delta is None:
        return
    before = f"เมื่อเทียบกับปีงบประมาณ พ.ศ. {comparison.before.year.year} ซึ่งได้คะแนนรวม {score_text(change.before)} คะแนน"
    reasons = " และ".join(apart(entry.reason_th) for entry in change.breaks)
    if change.comparable is Comparable.NO:
        said = f"{before} คะแนนของสองปีเทียบกันไม่ได้ เนื่องจาก{reasons}"
    elif not change.delta:
        said = f"{before} คะแนนรวมคงเดิม"
    else:
        said = f"{before} คะแนนรวม{'เพิ่มขึ้น' if change.delta > 0 else 'ลดลง'} {abs(change.delta):.2f} คะแนน"
    if change.comparable is Comparable.CAUTION:
        said = f"{said} ทั้งนี้ ควรเทียบด้วยความระมัดระวัง เนื่องจาก{reasons}"
    yield Paragraph(said, key="facts/last-year")


def _standing(result: AgencyResult) -> Iterator[Block]:
    """Which indicator is lowest, and which are below the target."""
    known = {number: value for number, value in result.indicators.items() if value is not None}
    if known:
        all_known = len(known) == len(result.indicators)
        of_the_known = "" if all_known else f"จาก {len(known)} ตัวชี้วัดที่ทราบคะแนน "
        lowest = lowest_names(result)
        edge = f"ตัวชี้วัดที่ได้คะแนนต่ำที่สุด คือ {lowest} ได้ {score_text(min(known.values()))} คะแนน และ" if lowest else ""
        yield Paragraph(f"{of_the_known}{edge}{_below_target(result, known)}", key="facts/standing")


def _below_target(result: AgencyResult, known: Iterable[int]) -> str:
    target = result.year.round.target
    places = [indicator_place(number) for number in known]
    below = [place_name(place, result.year) for place in places if result.reaches_target(place) is False]
    if not below:
        return f"ไม่มีตัวชี้วัดใดต่ำกว่าค่าเป้าหมาย {target:.2f} คะแนน"
    return f"มีตัวชี้วัดที่ต่ำกว่าค่าเป้าหมาย {target:.2f} คะแนน จำนวน {len(below)} ตัวชี้วัด ได้แก่ {' '.join(below)}"


def lowest_names(result: AgencyResult) -> str:
    """The lowest of the known indicators; empty where all are alike or fewer than two are known."""
    known = {number: value for number, value in result.indicators.items() if value is not None}
    if len(set(known.values())) < 2:  # noqa: PLR2004 - all alike: none stands out
        return ""
    edge = min(known.values())
    lowest = [indicator_place(number) for number, value in known.items() if value == edge]
    return " และ".join(place_name(place, result.year) for place in lowest)


def _doubts(result: AgencyResult) -> Iterator[Block]:
    """Figures that do not agree with one another must be seen before anybody signs."""
    for entry in result.contradictions:
        name = place_name(entry.place, result.year)
        yield Paragraph(
            f"ทั้งนี้ {name} มีผู้ระบุไว้ {entry.stated:.2f} คะแนน แต่คำนวณจากคะแนนส่วนประกอบได้ {entry.computed:.2f} คะแนน "
            "จึงต้องตรวจสอบให้ตรงกันก่อนลงนาม",
            key="facts/doubt",
        )

"""Sentences on what a score did; a fall is never success, and what does not compare is said not to."""

from decimal import Decimal

from prongsai.papers.analysis_report.wording import score_text
from prongsai.papers.content_forms import TICK
from prongsai.papers.measures_report.contents import Movement, ReportedMeasure, ReportedStep, ScoreChange
from prongsai.papers.plan_tables import TO_FILL
from prongsai.rulebook.comparing import Comparable
from prongsai.thai.dates import format_short_date

STATES = {
    "verified": "ดำเนินการแล้ว",
    "reported": "รายงานว่าแล้วเสร็จ รอการตรวจ",
    "doing": "อยู่ระหว่างดำเนินการ",
    "planned": "ยังไม่เริ่มดำเนินการ",
    "open": "รอกรอกผล",
}
READINGS = {
    Movement.ROSE: "เพิ่มขึ้น",
    Movement.FELL: "ลดลง",
    Movement.SAME: "คงเดิม",
    Movement.WITHIN_NOISE: "อยู่ในช่วงความคลาดเคลื่อน",
    Movement.NOT_COMPARABLE: "เทียบกันไม่ได้",
    Movement.UNKNOWN: "ยังไม่ทราบ",
}
UNKNOWN_NOISE = "ไม่ทราบจำนวนผู้ตอบ จึงไม่ทราบความคลาดเคลื่อน"
FALL_IS_NO_SUCCESS = "คะแนนที่วัดได้ลดลง จึงไม่นับเป็นความสำเร็จ"


def step_text(step: ReportedStep) -> str:
    """`ดำเนินการแล้ว (5 มิ.ย. 2569): …`; dots to write on while nobody has said anything."""
    if step.state == "open":
        return TO_FILL
    day = f" ({format_short_date(step.done_on)})" if step.done_on else ""
    return f"{STATES[step.state]}{day}" + (f": {step.result}" if step.result else "")


def reason_text(step: ReportedStep) -> str:
    """Why a step is not finished, as far as anybody said."""
    if step.reason:
        return step.reason
    return "รอผู้ตรวจ" if step.state == "reported" else "ยังไม่ได้ระบุเหตุผล"


def change_sentence(change: ScoreChange) -> str:
    """Both scores with their years, and how far they may be read."""
    match change.movement:
        case Movement.UNKNOWN:
            return f"{change.name}: {_both(change)} จึงยังบอกการเปลี่ยนแปลงไม่ได้"
        case Movement.NOT_COMPARABLE:
            reason = f" เพราะ{change.break_reason}" if change.break_reason else ""
            return f"{change.name}: {_both(change)} คะแนนของสองปีเทียบกันไม่ได้{reason}"
        case Movement.SAME:
            return f"{change.name}: {_both(change)} คะแนนคงเดิม"
        case Movement.WITHIN_NOISE:
            return f"{change.name}: {_both(change)} ต่างกัน {_points(change)} คะแนน{_noise(change)}"
        case movement:
            moved = f"{READINGS[movement]} {_points(change)} คะแนน"
            return f"{change.name}: {_both(change)} {moved}{_noise(change)}{_care(change)}"


def reading_text(change: ScoreChange) -> str:
    """The last cell of the table of scores: one word, or two with a warning."""
    care = change.movement in {Movement.ROSE, Movement.FELL} and change.comparable is Comparable.CAUTION
    unsure = change.movement in {Movement.ROSE, Movement.FELL} and change.beyond_noise is None
    notes = [note for note, holds in (("เทียบด้วยความระมัดระวัง", care), ("ไม่ทราบความคลาดเคลื่อน", unsure)) if holds]
    return READINGS[change.movement] + (f" ({' · '.join(notes)})" if notes else "")


def delta_text(change: ScoreChange) -> str:
    """`+17.66`, `-25.00`; nothing where the years do not compare."""
    if change.delta is None or change.movement is Movement.NOT_COMPARABLE:
        return "-"
    return f"{change.delta:+.2f}"


def verdict_text(measure: ReportedMeasure) -> str:
    """Whether the measure reached what it promised; a fall in the figures stands before any claim."""
    if measure.to_fill:
        return f"บรรลุตัวชี้วัดความสำเร็จหรือไม่: {TICK} บรรลุ {TICK} ไม่บรรลุ"
    if has_fallen(measure):
        said = "ถึงเป้าหมายที่ตั้งไว้ แต่" if measure.reached else ""
        return f"{said}{FALL_IS_NO_SUCCESS}"
    if measure.reached is None:
        return "ยังไม่ทราบว่าบรรลุตัวชี้วัดความสำเร็จหรือไม่"
    return "บรรลุตัวชี้วัดความสำเร็จ" if measure.reached else "ยังไม่บรรลุตัวชี้วัดความสำเร็จ"


def has_fallen(measure: ReportedMeasure) -> bool:
    """Whether any score of the measure fell by more than chance."""
    return any(change.movement is Movement.FELL for change in measure.changes)


def _both(change: ScoreChange) -> str:
    return f"ปี {change.before_year} {_score(change.before)} ปี {change.after_year} {_score(change.after)}"


def _score(value: Decimal | None) -> str:
    return "ยังไม่มีคะแนน" if value is None else f"ได้ {score_text(value)}"


def _points(change: ScoreChange) -> str:
    return f"{abs(change.delta or 0):.2f}"


def _noise(change: ScoreChange) -> str:
    width = f" ({change.half_width:.2f} คะแนน)" if change.half_width is not None else ""
    if change.beyond_noise is None:
        return f" ({UNKNOWN_NOISE})"
    if change.beyond_noise:
        return f" เกินความคลาดเคลื่อน{width}"
    return f" อยู่ในช่วงความคลาดเคลื่อน{width} ยังไม่ถือว่าเพิ่มขึ้นหรือลดลง"


def _care(change: ScoreChange) -> str:
    if change.comparable is not Comparable.CAUTION:
        return ""
    return f" ควรเทียบด้วยความระมัดระวัง{': ' + change.break_reason if change.break_reason else ''}"

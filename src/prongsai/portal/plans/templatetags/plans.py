"""What the templates of plans need: days, periods, money, origins."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from prongsai.portal.plans.doing.lines import MonthCell
from prongsai.portal.plans.effect import Verdict
from prongsai.portal.plans.models import Measure, Origin, StepState
from prongsai.portal.results.figures import place_from
from prongsai.portal.results.scorecard.names import place_name
from prongsai.portal.ui.language import is_english, pick
from prongsai.rulebook.instrument import Question
from prongsai.rulebook.loading import load_year
from prongsai.thai.periods import Period, format_period

register = template.Library()
UNKNOWN = "–"


@register.filter
def period(measure: Any) -> str:  # noqa: ANN401 - a measure as stored or as frozen
    """From when to when: ต.ค. 2568 - ก.ย. 2569."""
    if measure.starts is None or measure.ends is None:
        return UNKNOWN
    if is_english():
        return f"{date_format(measure.starts, 'j M Y')} – {date_format(measure.ends, 'j M Y')}"
    return format_period(Period(measure.starts, measure.ends))


@register.filter
def baht(amount: Decimal) -> str:
    """Money with its unit: 20,000.00 บาท."""
    return f"{amount:,.2f} {'baht' if is_english() else 'บาท'}"


@register.filter
def origin_name(origin: str) -> str:
    """Where a proposal comes from."""
    return str(Origin(origin).label)


@register.filter
def success_place(measure: Measure) -> str:
    """What the target's score is of."""
    if not measure.success_code:
        return ""
    place = place_from(measure.success_instrument, measure.success_code)
    return place_name(load_year(measure.plan.result_year), place)


@register.filter
def has_overdue(cell: MonthCell) -> bool:
    """Whether a step of the month is overdue."""
    return any(line.is_overdue for line in cell.due)


@register.filter
def all_verified(cell: MonthCell) -> bool:
    """Whether every step of the month was verified."""
    return all(line.step.state == StepState.VERIFIED for line in cell.due)


@register.filter
def signed(points: Decimal | None) -> str:
    """Points with their sign: +3.10."""
    return UNKNOWN if points is None else f"{points:+.2f}"


@register.filter
def of_step(warnings: dict[int, Any], step_id: int) -> Any:  # noqa: ANN401 - warnings as the review groups them
    """The warnings of one step."""
    return warnings.get(step_id, ())


@register.filter
def typed_reason(typed: dict[int, str], measure_id: int) -> str:
    """What somebody typed about a measure and could not save."""
    return typed.get(measure_id, "")


@register.filter
def topic_name(question: Question) -> str:
    """What a question is about."""
    return pick(question.topic_th, question.topic_en)


@register.filter
def verdict_name(verdict: Verdict) -> str:
    """What may be said of a change."""
    return {
        Verdict.ROSE: _("สูงขึ้นเกินความคลาดเคลื่อน"),
        Verdict.FELL: _("ลดลงเกินความคลาดเคลื่อน"),
        Verdict.NOISE: _("อยู่ในความคลาดเคลื่อน"),
        Verdict.UNSURE: _("บอกไม่ได้ว่าเกินความคลาดเคลื่อนหรือไม่ เพราะไม่ทราบจำนวนผู้ตอบ"),
        Verdict.BROKEN: _("เทียบกันไม่ได้"),
        Verdict.MISSING: _("ไม่มีคะแนนครบสองปี"),
    }[verdict]

"""What templates need beyond Django: scores, bars, badges, dates and the way to the other language."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from prongsai.portal.ui.language import is_english, pick
from prongsai.thai.dates import format_date, format_short_date

register = template.Library()
UNKNOWN = "–"


@register.filter
def score(value: object) -> str:
    """A score with two decimals, a dash where it is not known."""
    return f"{value:.2f}" if isinstance(value, Decimal) else UNKNOWN


@register.filter
def plain(value: Decimal | None) -> str:
    """A number without needless zeros: 85, 99.5."""
    return UNKNOWN if value is None else f"{value.normalize():f}"


@register.filter
def name_of(named: Any) -> str:  # noqa: ANN401 - anything with name_th and name_en
    """The name in the page's language."""
    return pick(named.name_th, named.name_en)


@register.filter
def title_of(titled: Any) -> str:  # noqa: ANN401 - anything with title_th and title_en
    """The title in the page's language."""
    return pick(titled.title_th, titled.title_en)


@register.filter
def long_date(moment: datetime) -> str:
    """A day as people write it: 5 มิถุนายน 2569."""
    day = timezone.localtime(moment).date()
    return date_format(day, "j F Y") if is_english() else format_date(day)


@register.filter
def short_day(day: date) -> str:
    """A day in short: 30 ก.ย. 2569."""
    return date_format(day, "j M Y") if is_english() else format_short_date(day)


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, code: str) -> str:
    """This page's address in another language; the first page where this one has none."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return "/" if code == "th" else f"/{code}/"
    here = request.get_full_path()
    there = translate_url(here, code)
    if there != here or code == get_language():
        return there
    return "/" if code == "th" else f"/{code}/"


@register.inclusion_tag("ui/parts/bar.html")
def bar(value: Decimal | None, target: Decimal | None = None) -> dict[str, Decimal | None]:
    """A score as a bar from 0 to 100 with a tick at the target; decoration beside the number."""
    return {"value": value, "target": target}


@register.inclusion_tag("ui/parts/level.html")
def level_badge(label: str, tone: str, *, certain: bool = True, large: bool = False) -> dict[str, object]:
    """A level with its colour and sign; says "at least" where a higher one is still open."""
    return {"label": label, "tone": tone, "certain": certain, "large": large}


@register.inclusion_tag("ui/parts/change.html")
def change(mark: object) -> dict[str, object]:
    """How a figure moved since the year before."""
    return {"mark": mark}


@register.inclusion_tag("ui/parts/icon.html")
def icon(name: str) -> dict[str, str]:
    """A small drawing that says nothing to a screen reader."""
    return {"name": name}

"""What the templates of papers need: days that may be missing, and orders in words."""

from datetime import date

from django import template
from django.utils.formats import date_format

from prongsai.portal.documents.models import Order
from prongsai.portal.ui.language import is_english
from prongsai.thai.dates import format_date

register = template.Library()
UNKNOWN = "–"


@register.filter
def day(value: date | None) -> str:
    """A day as people write it: 5 มิถุนายน 2569; a dash where there is none."""
    if value is None:
        return UNKNOWN
    return date_format(value, "j F Y") if is_english() else format_date(value)


@register.filter
def order_name(order: str) -> str:
    """What was ordered, in the page's language."""
    return str(Order(order).label)

"""What templates about rounds need: the mark of a rehearsal, counts as people read them."""

from datetime import datetime, timedelta

from django import template

from prongsai.portal.rounds.facts import RoundFacts, rehearsal_mark
from prongsai.portal.ui.templatetags.portal import long_date

register = template.Library()
UNKNOWN = "–"


@register.inclusion_tag("rounds/parts/rehearsal.html")
def rehearsal_banner(facts: RoundFacts | None) -> dict[str, str]:
    """The mark that stands on every page of a rehearsal; nothing for a real round."""
    return {"mark": rehearsal_mark(facts) if isinstance(facts, RoundFacts) else ""}


@register.filter
def last_day(closes_at: datetime) -> str:
    """The last day that belongs to a phase, all of it, as people write it."""
    return long_date(closes_at - timedelta(microseconds=1))


@register.filter
def count(value: int | None) -> str:
    """A number of people or things with commas; a dash where it is not known."""
    return UNKNOWN if value is None else f"{value:,}"

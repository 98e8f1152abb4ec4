"""What templates about rounds need: the mark of a rehearsal, counts as people read them."""

from django import template

from prongsai.portal.rounds.facts import RoundFacts, rehearsal_mark

register = template.Library()
UNKNOWN = "–"


@register.inclusion_tag("rounds/parts/rehearsal.html")
def rehearsal_banner(facts: RoundFacts | None) -> dict[str, str]:
    """The mark that stands on every page of a rehearsal; nothing for a real round."""
    return {"mark": rehearsal_mark(facts) if isinstance(facts, RoundFacts) else ""}


@register.filter
def count(value: int | None) -> str:
    """A number of people or things with commas; a dash where it is not known."""
    return UNKNOWN if value is None else f"{value:,}"

"""Which groups of the years' rules the portal's types of agencies belong to."""

from prongsai.portal.ui.language import pick
from prongsai.rulebook.loading import agency_types


def rule_types(agency_type: str) -> tuple[str, ...]:
    """The groups that an agency of this type can belong to; empty where no rule names it."""
    found = agency_types().get(agency_type)
    return tuple(group.th for group in found.groups) if found else ()


def rule_type(agency_type: str, chosen: str = "") -> str:
    """The group that counts: the only one, else the one that was chosen; "" where neither is known."""
    possible = rule_types(agency_type)
    if len(possible) == 1:
        return possible[0]
    return chosen if chosen in possible else ""


def group_name(rule_type: str) -> str:
    """A group's name in the page's language; "" for none."""
    named = {group.th: group for one in agency_types().values() for group in one.groups}.get(rule_type)
    return pick(named.th, named.en) if named else rule_type

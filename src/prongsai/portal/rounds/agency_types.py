"""Reads which groups of the years' rules the portal's types of agencies belong to."""

from functools import cache
from importlib.resources import files

from msgspec import Struct

from prongsai.portal.ui.language import pick
from prongsai.rulebook.loading import read_file


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """A group of agencies: its name in the rules, and that name in English."""

    th: str
    en: str


def rule_types(agency_type: str) -> tuple[str, ...]:
    """The groups that an agency of this type can belong to; empty where no rule names it."""
    return tuple(group.th for group in _table().get(agency_type, ()))


def rule_type(agency_type: str, chosen: str = "") -> str:
    """The group that counts: the only one, else the one that was chosen; "" where neither is known."""
    possible = rule_types(agency_type)
    if len(possible) == 1:
        return possible[0]
    return chosen if chosen in possible else ""


def group_name(rule_type: str) -> str:
    """A group's name in the page's language; "" for none."""
    named = {group.th: group for groups in _table().values() for group in groups}.get(rule_type)
    return pick(named.th, named.en) if named else rule_type


@cache
def _table() -> dict[str, tuple[Group, ...]]:
    return read_file(files("prongsai.portal.rounds"), "agency_types.yaml", dict[str, tuple[Group, ...]])

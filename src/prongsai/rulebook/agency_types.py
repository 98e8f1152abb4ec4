"""Types of agencies, the groups by which the years' rules on samples name them, and how people write them."""

from collections.abc import Iterator, Mapping

from msgspec import Struct


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """A group of agencies: its name in the rules, and that name in English."""

    th: str
    en: str


class AgencyType(Struct, frozen=True, forbid_unknown_fields=True):
    """A type: its name, its abbreviation if it has one, and the groups that an agency of this type can belong to."""

    name: str
    short: str = ""
    groups: tuple[Group, ...] = ()


AgencyTypes = Mapping[str, AgencyType]
"""The types by their codes."""


def type_names(types: AgencyTypes) -> dict[str, str]:
    """What a type may be written as, and the name that stands for it in the rules.

    Understood are its code, its name, its abbreviation, the name with the abbreviation in brackets, and its groups.
    """
    return dict(spelling for code, one in types.items() for spelling in _spellings(code, one))


def type_codes(types: AgencyTypes) -> dict[str, str]:
    """The code of the type that a name in the rules, its own or a group's, belongs to."""
    return {name: code for code, one in types.items() for name in (one.name, *(group.th for group in one.groups))}


def _spellings(code: str, one: AgencyType) -> Iterator[tuple[str, str]]:
    ways = [code, one.name]
    if one.short:
        ways += [one.short, f"{one.name} ({one.short})"]
    yield from ((way, one.name) for way in ways)
    yield from ((group.th, group.th) for group in one.groups)

"""The journal in words: who, did what, to which thing, when; and whether its chain is whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from prongsai.portal.journal.queries import ChainReport, JournalLine, count_lines, verify_chain
from prongsai.portal.office.desk import journal_verbs
from prongsai.portal.people.queries import names_of_actors
from prongsai.portal.people.roles import Role

CHECKED_UNASKED = 5000
"""A longer journal is walked only when somebody asks: every line is hashed anew."""

MACHINES = {"demonstration", "invitation", "command"}


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A journal line as it is read."""

    at: datetime
    who: str
    did: str
    thing: str
    detail: str
    mark: str


def check_chain(*, asked: bool) -> ChainReport | None:
    """Whether every line follows from the one before; `None` where it was not looked at."""
    return verify_chain() if asked or count_lines() <= CHECKED_UNASKED else None


def in_words(lines: Iterable[JournalLine], *, home: str) -> list[SpokenLine]:
    """The lines with names for numbers and words for verbs; `home` is the journal's name of what the page is about."""
    lines = list(lines)
    named = {line.actor for line in lines} | {f"person/{line.detail.get('person')}" for line in lines}
    names, verbs = names_of_actors(named), journal_verbs()
    return [
        SpokenLine(
            at=line.at,
            who=_who(line.actor, names),
            did=str(verbs.get(line.verb, line.verb)),
            thing=line.object.removeprefix(home).strip("/"),
            detail=_detail(line.detail, names),
            mark=line.hash[:12],
        )
        for line in lines
    ]


def _who(actor: str, names: Mapping[str, str]) -> str:
    return _("ระบบ") if actor in MACHINES else names.get(actor, actor)


def _detail(detail: Mapping[str, object], names: Mapping[str, str]) -> str:
    """What people ask for first: names, roles, figures; hashes and numbers of persons are left to the chain."""
    of = names.get(f"person/{detail.get('person')}")
    shown = [
        of,
        _role(detail.get("role")),
        *(detail.get(name) for name in ("before", "name", "total", "level", "codes", "reason")),
    ]
    units = detail.get("units")
    return " · ".join(
        [str(part) for part in shown if part] + ([str(u) for u in units] if isinstance(units, list) else [])
    )


def _role(value: object) -> str:
    return str(Role(value).label) if value in Role.values else ""

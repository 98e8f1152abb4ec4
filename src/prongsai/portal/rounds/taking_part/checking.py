"""What a participation still lacks, or what in it does not add up: in words, each with the field it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.rounds.agency_types import rule_types
from prongsai.portal.rounds.models import Participation
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.sampling import sizes_asked

NEEDED = {"website", "address", "contact_phone", "staff", "clients"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to put right before submitting; `field` is the name in the form."""

    field: str
    text: str


def problems_of(row: Participation, rules: YearInstrument) -> list[Problem]:
    """Everything that keeps the participation from being submitted; empty when it is ready."""
    return [*_missing(row), *_unsaid(row, rules), *_staff(row), *_clients(row)]


def staff_outside_units(row: Participation) -> int | None:
    """Staff of the agency who belong to no unit, as a mayor does; `None` where it cannot be said."""
    if row.staff is None:
        return None
    return row.staff - sum(entry.staff for entry in row.units.all())


def asks_size(agency_type: str, rules: YearInstrument) -> bool:
    """Whether a minimum of this year depends on the size of agencies of this type."""
    return any(
        sizes_asked(rules, part, agency_type=group)
        for part in rules.survey_by_part
        for group in rule_types(agency_type) or ("",)
    )


def _missing(row: Participation) -> Iterator[Problem]:
    for field in row._meta.fields:  # noqa: SLF001 - Django's public name for the columns
        if field.name in NEEDED and not getattr(row, field.name):
            yield Problem(field.name, _("ยังไม่มี: %(field)s") % {"field": field.verbose_name})


def _unsaid(row: Participation, rules: YearInstrument) -> Iterator[Problem]:
    possible = rule_types(row.agency.type)
    if len(possible) > 1 and row.rule_type not in possible:
        yield Problem("rule_type", _("เลือกกลุ่มของหน่วยงานตามเกณฑ์"))
    if not row.size and asks_size(row.agency.type, rules):
        yield Problem("size", _("เลือกขนาดของหน่วยงาน เพราะจำนวนตัวอย่างขั้นต่ำของประเภทนี้ต่างกันตามขนาด"))


def _staff(row: Participation) -> Iterator[Problem]:
    outside = staff_outside_units(row)
    if not row.units.all():
        yield Problem("units", _("กรอกจำนวนบุคลากรของสำนัก/กองอย่างน้อยหนึ่งแห่ง"))
    if outside is not None and outside < 0:
        yield Problem(
            "staff",
            _("บุคลากรของสำนัก/กองรวมกันมากกว่าทั้งหน่วยงานอยู่ %(more)s คน แก้ตัวเลขใดตัวเลขหนึ่ง") % {"more": -outside},
        )


def _clients(row: Participation) -> Iterator[Problem]:
    services = list(row.services.all())
    if not services:
        yield Problem("services", _("กรอกงานบริการอย่างน้อยหนึ่งงาน"))
    for service in services:
        if row.clients is not None and service.clients > row.clients:
            yield Problem(
                "services",
                _("“%(service)s” มีผู้รับบริการ %(found)s คน มากกว่าทั้งหน่วยงานซึ่งมี %(all)s คน")
                % {"service": service.name, "found": service.clients, "all": row.clients},
            )

"""Turns rows into facts: what was confirmed last counts, else what is written so far."""

from typing import Any

from prongsai.portal.rounds.agency_types import rule_type
from prongsai.portal.rounds.facts import (
    ExtensionFacts,
    ParticipationFacts,
    ParticipationLine,
    PhaseFacts,
    RoundFacts,
    ServiceFacts,
    UnitFacts,
)
from prongsai.portal.rounds.minimums import minimum_samples
from prongsai.portal.rounds.models import Participation, Round, RoundPhase
from prongsai.portal.rounds.states import RoundState
from prongsai.rulebook.instrument import Phase, YearInstrument


def round_of(row: Round) -> RoundFacts:
    """A round."""
    return RoundFacts(
        id=row.pk,
        slug=row.slug,
        name_th=row.name_th,
        name_en=row.name_en,
        year=row.year,
        revision=row.revision,
        sha256=row.sha256,
        is_rehearsal=row.is_rehearsal,
        state=RoundState(row.state),
        wording_revision=row.wording_revision,
        wording_sha256=row.wording_sha256,
        asks_sms=row.asks_sms,
        counting_closed_on=row.counting_closed_on,
    )


def phase_of(row: RoundPhase, named: Phase | None) -> PhaseFacts:
    """A phase with its extensions, which must have been fetched."""
    extensions = tuple(
        ExtensionFacts(given.closed_at, given.closes_at, given.reason, given.by, given.at)
        for given in row.extensions.all()
    )
    return PhaseFacts(
        key=row.key,
        name_th=named.name_th if named else row.key,
        name_en=named.name_en if named else row.key,
        opens_at=row.opens_at,
        closes_at=max((given.closes_at for given in extensions), default=row.closes_at),
        extensions=extensions,
    )


def line_of(row: Participation, year: YearInstrument) -> ParticipationLine:
    """An agency in a round as lists show it; agency and confirmed copy must have been fetched."""
    return ParticipationLine(**_shared(row, year))


def participation_of(row: Participation, year: YearInstrument) -> ParticipationFacts:
    """An agency in a round with its units and services."""
    copy = row.confirmed_copy
    return ParticipationFacts(
        **_shared(row, year),
        version=copy.version if copy else 0,
        rule_type=_rule_type(row),
        **(_said_in(copy.contents) if copy else _written(row)),
    )


def _shared(row: Participation, year: YearInstrument) -> dict[str, Any]:
    counted = row.confirmed_copy or row
    minimums = minimum_samples(
        year, rule_type=_rule_type(row), size=counted.size, staff=counted.staff, clients=counted.clients
    )
    return {
        "id": row.pk,
        "agency_id": row.agency_id,
        "agency_code": row.agency.code,
        "agency_name_th": row.agency.name_th,
        "agency_name_en": row.agency.name_en,
        "agency_type": row.agency.type,
        "province": row.agency.province,
        "state": row.state,
        "state_label": str(row.get_state_display()),
        "is_confirmed": row.confirmed_copy is not None,
        "size": counted.size,
        "staff": counted.staff,
        "clients": counted.clients,
        "minimums": minimums,
    }


def _rule_type(row: Participation) -> str:
    """A copy keeps the group that counted; before it the group follows from the agency's type and the choice."""
    return row.confirmed_copy.rule_type if row.confirmed_copy else rule_type(row.agency.type, row.rule_type)


def _said_in(contents: dict[str, Any]) -> dict[str, Any]:
    """What a confirmed copy says beside its figures."""
    return {
        **{name: contents[name] for name in ("website", "address", "contact_phone")},
        "units": tuple(UnitFacts(unit["id"], unit["name"], unit["staff"]) for unit in contents["units"]),
        "services": tuple(ServiceFacts(service["name"], service["clients"]) for service in contents["services"]),
    }


def _written(row: Participation) -> dict[str, Any]:
    """The same from the rows as they are now; two queries."""
    return {
        **{name: getattr(row, name) for name in ("website", "address", "contact_phone")},
        "units": tuple(
            UnitFacts(entry.unit_id, entry.unit.name, entry.staff) for entry in row.units.select_related("unit")
        ),
        "services": tuple(ServiceFacts(service.name, service.clients) for service in row.services.all()),
    }

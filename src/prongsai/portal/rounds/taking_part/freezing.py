"""What an executive confirms: the whole participation as plain data, and its hash."""

from typing import Any

from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.rounds.agency_types import rule_type
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.minimums import minimum_samples
from prongsai.portal.rounds.models import Participation
from prongsai.portal.rounds.queries import instrument_of, written_participation
from prongsai.rulebook.instrument import YearInstrument


def contents_of(row: Participation, rules: YearInstrument) -> dict[str, Any]:
    """All that the participation says now, names written out; units and services in order."""
    return {
        "round": row.round.slug,
        "year": row.round.year,
        "is_rehearsal": row.round.is_rehearsal,
        "instrument_sha256": row.round.sha256,
        "agency": row.agency.code,
        "agency_name_th": row.agency.name_th,
        "agency_name_en": row.agency.name_en,
        "agency_type": row.agency.type,
        "rule_type": rule_type(row.agency.type, row.rule_type),
        **{name: getattr(row, name) for name in ("size", "website", "address", "contact_phone", "staff", "clients")},
        "units": [{"id": entry.unit_id, "name": entry.unit.name, "staff": entry.staff} for entry in _units(row)],
        "services": [{"name": service.name, "clients": service.clients} for service in row.services.all()],
        "minimums": _minimums(row, rules),
    }


def confirmable_hash(facts: RoundFacts, agency_id: int) -> str:
    """The hash of what an agency has written so far: what an executive says that she has seen."""
    row = written_participation(facts.id, agency_id)
    if row is None:
        raise KeyError(f"{facts.slug}: agency {agency_id} does not take part")
    return fingerprint_of(contents_of(row, instrument_of(facts)))


def _units(row: Participation) -> list[Any]:
    return list(row.units.select_related("unit"))


def _minimums(row: Participation, rules: YearInstrument) -> list[dict[str, Any]]:
    group = rule_type(row.agency.type, row.rule_type)
    found = minimum_samples(rules, rule_type=group, size=row.size, staff=row.staff, clients=row.clients)
    return [
        {"part": part.value, "minimum": sample.minimum, "confidence": sample.confidence}
        for part, sample in found.items()
    ]

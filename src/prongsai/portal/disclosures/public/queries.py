"""Finds what is public of an agency's disclosure: only what an executive confirmed in a real round."""

from collections.abc import Collection

from django.db.models import QuerySet

from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.keeping_evidence.queries import latest_captures
from prongsai.portal.disclosures.models import Capture, Disclosure, UploadedFile
from prongsai.portal.disclosures.queries import confirmed_disclosure
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import RulesChangedError, round_by_id


def public_round(agency_id: int, year: int) -> RoundFacts | None:
    """The real round in which the agency confirmed its answers of a year; two queries."""
    found = _confirmed().filter(agency_id=agency_id, round__year=year).values_list("round_id", flat=True).first()
    return None if found is None else round_by_id(found)


def public_answers(agency_id: int, year: int) -> dict[str, AnsweredItem]:
    """What the agency confirmed for the items of a year in a real round, by item; three queries."""
    facts = public_round(agency_id, year)
    confirmed = confirmed_disclosure(facts.id, agency_id) if facts else None
    return {} if confirmed is None else dict(confirmed.items)


def public_round_before(agency_id: int, year: int) -> RoundFacts | None:
    """The newest real round of an earlier year in which the agency confirmed answers; two queries."""
    earlier = _confirmed().filter(agency_id=agency_id, round__year__lt=year).order_by("-round__year")
    found = earlier.values_list("round_id", flat=True).first()
    try:
        return None if found is None else round_by_id(found)
    except RulesChangedError:
        return None  # what its items were can no longer be told


def public_years(agency_id: int) -> list[int]:
    """The years of which something is public, newest first; one query."""
    rows = _confirmed().filter(agency_id=agency_id).order_by("-round__year")
    return list(rows.values_list("round__year", flat=True))


def public_agencies() -> QuerySet[Disclosure, int]:
    """The numbers of the agencies of which something is public, as a part of another query."""
    return _confirmed().order_by().values_list("agency_id", flat=True)


def last_looks(agency_id: int, urls: Collection[str]) -> dict[str, Capture]:
    """The last look at each address; one query."""
    return latest_captures(agency_id, urls)


def find_public_file(agency_id: int, file_id: int) -> UploadedFile | None:
    """A file that the agency publishes here, unless it was withdrawn; one query."""
    return UploadedFile.objects.filter(agency_id=agency_id, pk=file_id, withdrawn_at=None).first()


def files_of(agency_id: int) -> list[UploadedFile]:
    """Everything that an agency put here, newest first; one query."""
    return list(UploadedFile.objects.filter(agency_id=agency_id))


def _confirmed() -> QuerySet[Disclosure]:
    return Disclosure.objects.filter(round__is_rehearsal=False, confirmed_copy__isnull=False)

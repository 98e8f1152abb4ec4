"""Finds what is public of an agency's disclosure: only what an executive confirmed in a real round."""

from collections.abc import Collection

from prongsai.portal.disclosures.keeping_evidence.queries import latest_captures
from prongsai.portal.disclosures.models import Capture, Disclosure, UploadedFile
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import round_by_id


def public_round(agency_id: int, year: int) -> RoundFacts | None:
    """The real round in which the agency confirmed its answers of a year; two queries."""
    rows = Disclosure.objects.filter(
        agency_id=agency_id, round__year=year, round__is_rehearsal=False, confirmed_copy__isnull=False
    )
    found = rows.values_list("round_id", flat=True).first()
    return None if found is None else round_by_id(found)


def public_years(agency_id: int) -> list[int]:
    """The years of which something is public, newest first; one query."""
    rows = Disclosure.objects.filter(
        agency_id=agency_id, round__is_rehearsal=False, confirmed_copy__isnull=False
    ).order_by("-round__year")
    return list(rows.values_list("round__year", flat=True))


def last_looks(agency_id: int, urls: Collection[str]) -> dict[str, Capture]:
    """The last look at each address; one query."""
    return latest_captures(agency_id, urls)


def find_public_file(agency_id: int, file_id: int) -> UploadedFile | None:
    """A file that the agency publishes here, unless it was withdrawn; one query."""
    return UploadedFile.objects.filter(agency_id=agency_id, pk=file_id, withdrawn_at=None).first()


def files_of(agency_id: int) -> list[UploadedFile]:
    """Everything that an agency put here, newest first; one query."""
    return list(UploadedFile.objects.filter(agency_id=agency_id))

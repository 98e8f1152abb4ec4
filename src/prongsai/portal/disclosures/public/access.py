"""Finds an agency's public disclosure, or says that it is not there."""

from django.http import Http404

from prongsai.portal.agencies.queries import Agency, find_agency
from prongsai.portal.disclosures.models import UploadedFile
from prongsai.portal.disclosures.public.page import PublicDisclosure, public_disclosure
from prongsai.portal.disclosures.public.queries import find_public_file, public_round


def open_agency(code: str) -> Agency:
    """An agency."""
    found = find_agency(code)
    if found is None:
        raise Http404(f"no agency {code}")
    return found


def open_disclosure(code: str, year: int) -> PublicDisclosure:
    """What the agency's executive confirmed for a real round of the year."""
    agency = open_agency(code)
    facts = public_round(agency.pk, year)
    if facts is None:
        raise Http404(f"nothing confirmed by {code} for {year}")
    return public_disclosure(agency, facts)


def open_file(code: str, file_id: int) -> UploadedFile:
    """A file that the agency publishes here."""
    found = find_public_file(open_agency(code).pk, file_id)
    if found is None:
        raise Http404(f"no file {file_id} of {code}")
    return found

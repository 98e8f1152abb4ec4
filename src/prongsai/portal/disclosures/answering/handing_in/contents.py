"""What is handed in: every item of the year in order, and the hash by which an executive confirms what she saw."""

from prongsai.portal.disclosures.answering.queries import written_items
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.freezing import contents_of
from prongsai.portal.disclosures.models import Disclosure
from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.rounds.queries import instrument_of, round_by_id


def answers_in_order(row: Disclosure) -> list[AnsweredItem]:
    """Every item of the round's year as it is written now; three queries."""
    written = written_items(row.pk)
    found = []
    for code in instrument_of(round_by_id(row.round_id)).items:
        given = written[code].given if code in written else None
        found.append(
            AnsweredItem(code)
            if given is None
            else AnsweredItem(code, given.urls, given.explanation, given.not_applicable)
        )
    return found


def confirmable_hash(disclosure_id: int | None) -> str:
    """What an executive's page carries along: the hash of the answers as they are now; empty before the first word."""
    if disclosure_id is None:
        return ""
    row = Disclosure.objects.select_related("agency", "round").get(pk=disclosure_id)
    return fingerprint_of(contents_of(row, answers_in_order(row)))

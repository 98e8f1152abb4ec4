"""Writes what an officer brings; the results themselves are stored by `results.actions`."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from prongsai.portal.bringing.models import WaitingFile
from prongsai.portal.bringing.preview import FileYear
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.results.actions import bring_result, discard_result
from prongsai.portal.results.figures import Figure
from prongsai.portal.results.queries import PublishedYear

LONGEST_NAME, LONGEST_NOTE = 200, 500


def save_result(*, seat: Seat, year: int, figures: Sequence[Figure], source_note: str) -> None:
    """Keep the figures of a year for the agency."""
    _bring(seat, year, figures, source_note)


def carry_over(*, seat: Seat, published: PublishedYear) -> None:
    """Take the published figures of a year as the beginning of the agency's own."""
    _bring(seat, published.result.year, published.figures, published.result.source_note)


def discard_own_result(*, seat: Seat, year: int) -> None:
    """Remove what the agency keeps of a year; the published result stands again where there is one."""
    discard_result(actor=seat.actor, agency_id=seat.agency.pk, agency_code=seat.agency.code, year=year)


@transaction.atomic
def keep_waiting_file(*, seat: Seat, name: str, rows: Sequence[Sequence[Any]]) -> WaitingFile:
    """Keep a file that could be read; it takes the place of the one this person sent before."""
    WaitingFile.objects.filter(agency_id=seat.agency.pk, sent_by=seat.actor).delete()
    waiting = WaitingFile.objects.create(
        agency_id=seat.agency.pk,
        sent_by=seat.actor,
        sent_at=timezone.now(),
        name=name[-LONGEST_NAME:],
        rows=[list(row) for row in rows],
    )
    append_line(
        actor=seat.actor,
        verb="scores-file.send",
        object=f"agencies/{seat.agency.code}/scores-files/{waiting.pk}",
        detail={"rows": len(rows)},
    )
    return waiting


@transaction.atomic
def take_over_file(*, seat: Seat, waiting: WaitingFile, years: Sequence[FileYear]) -> None:
    """Keep the chosen years of a waiting file for the agency; the file waits no longer."""
    name, number = waiting.name, waiting.pk
    waiting.delete()
    for entry in years:
        _bring(seat, entry.year, entry.figures, name)
    append_line(
        actor=seat.actor,
        verb="scores-file.take-over",
        object=f"agencies/{seat.agency.code}/scores-files/{number}",
        detail={"years": ", ".join(str(entry.year) for entry in years)},
    )


def _bring(seat: Seat, year: int, figures: Sequence[Figure], source_note: str) -> None:
    bring_result(
        actor=seat.actor,
        agency_id=seat.agency.pk,
        agency_code=seat.agency.code,
        year=year,
        figures=figures,
        source_note=source_note,
    )

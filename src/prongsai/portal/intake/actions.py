"""Keeps a file of answers until the office's word, and stores it page by page. The journal gets numbers only."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from prongsai.portal.intake.access import Aim, aim_of, check_takes_answers
from prongsai.portal.intake.models import WaitingAnswers, WaitingPage
from prongsai.portal.intake.refusals import IntakeRefusedError
from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.naming import participation_path
from prongsai.portal.rounds.queries import RoundFacts
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running.closing import hold_counting
from prongsai.portal.surveys.actions import Sent, Source, store_answer
from prongsai.rulebook.survey_flow import Questionnaire, unpack
from prongsai.sheets.answers_file import AnswerRow, AnswersFile

ROWS_ON_A_PAGE = 500
LONGEST_NAME = 200
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of a page: rows counted now, rows that had counted before, rows that still wait."""

    counted: int
    repeated: int
    left: int


@transaction.atomic
def keep_waiting_answers(*, aim: Aim, name: str, found: AnswersFile, actor: str) -> WaitingAnswers:
    """Keep the good rows of a file; it takes the place of the person's last one, and of what nobody came back to."""
    forget_old_files(now=timezone.now())
    WaitingAnswers.objects.filter(round_id=aim.round.id, sent_by=actor).delete()
    waiting = WaitingAnswers.objects.create(
        round_id=aim.round.id,
        agency_id=aim.agency_id,
        part=aim.part.value,
        sent_by=actor,
        sent_at=timezone.now(),
        name=name[-LONGEST_NAME:],
        total=len(found.rows),
    )
    WaitingPage.objects.bulk_create(_pages(waiting, found.rows))
    append_line(
        actor=actor,
        verb="answers-file.read",
        object=participation_path(aim.agency_code, aim.round.slug),
        detail={"part": aim.part.value, "rows": len(found.rows), "problems": len(found.problems)},
    )
    return waiting


def store_page(*, round: RoundFacts, waiting: WaitingAnswers, actor: str) -> Stored:  # noqa: A002
    """Store the next rows of a waiting file, all or none of them; with the last ones the file is gone.

    A row that counted before, also from a page that broke off, is not counted again. Raises `IntakeRefusedError`.
    """
    check_takes_answers(round)
    with transaction.atomic():
        _hold(round)
        page = WaitingPage.objects.select_for_update().filter(answers=waiting).first()
        rows = page.rows if page else []
        counted = sum(_store(row, round.id, waiting, aim_of(round, waiting).questionnaire) for row in rows)
        stored = _settle(waiting, page, counted, len(rows) - counted)
        append_line(
            actor=actor,
            verb="answers-file.store",
            object=participation_path(waiting.agency.code, round.slug),
            detail={"part": waiting.part, "counted": counted, "repeated": stored.repeated, "left": stored.left},
        )
    return stored


def forget_old_files(*, now: datetime) -> int:
    """Forget the waiting files that nobody came back to within a day; returns how many."""
    old = WaitingAnswers.objects.filter(sent_at__lt=now - KEPT)
    many = old.count()
    old.delete()
    return many


@transaction.atomic
def discard_waiting(*, round: RoundFacts, waiting: WaitingAnswers, actor: str) -> None:  # noqa: A002
    """Forget the rows that still wait; what was stored stays."""
    left = waiting.left
    waiting.delete()
    append_line(
        actor=actor,
        verb="answers-file.discard",
        object=participation_path(waiting.agency.code, round.slug),
        detail={"part": waiting.part, "rows": left},
    )


def _hold(round: RoundFacts) -> None:  # noqa: A002
    try:
        hold_counting(round.id)
    except RoundRefusedError as refusal:
        raise IntakeRefusedError(str(refusal)) from None


def _pages(waiting: WaitingAnswers, rows: Sequence[AnswerRow]) -> list[WaitingPage]:
    starts = range(0, len(rows), ROWS_ON_A_PAGE)
    cut = [rows[start : start + ROWS_ON_A_PAGE] for start in starts]
    return [WaitingPage(answers=waiting, rows=[[row.packed, row.mark] for row in page]) for page in cut]


def _store(row: Sequence[str], round_id: int, waiting: WaitingAnswers, questionnaire: Questionnaire) -> bool:
    """Whether it is a new one. Its key is made of its mark and the round, so that a rehearsal does not use it up."""
    packed, mark = row
    counted = store_answer(
        sent=Sent(
            round_id=round_id,
            agency_id=waiting.agency_id,
            questionnaire=questionnaire,
            choices=unpack(questionnaire, packed),
            key=hashlib.sha256(f"intake|{round_id}|{mark}".encode()).hexdigest(),
            source=Source.FILE,
        )
    )
    return counted.is_new


def _settle(waiting: WaitingAnswers, page: WaitingPage | None, counted: int, repeated: int) -> Stored:
    if page is not None:
        page.delete()
    waiting.counted += counted
    waiting.repeated += repeated
    if waiting.pages.exists():
        waiting.save(update_fields=["counted", "repeated"])
    else:
        waiting.delete()
    return Stored(counted, repeated, waiting.left)

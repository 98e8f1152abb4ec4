"""Stores answers and codes. Answers leave no journal line: what leaves no trace cannot be joined (ADR 8)."""

import random
from collections.abc import Mapping

from django.db import connection, transaction

from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.queries import journal_path
from prongsai.portal.rounds.running.closing import hold_counting
from prongsai.portal.surveys.answering import Counted, Refusal, RefusedAnswerError, Sent, store_answer
from prongsai.portal.surveys.marks import as_typed, digest, draw_code
from prongsai.portal.surveys.models import AccessCode, Answer, Part, SentForm, Source, Standing, SurveyLink
from prongsai.portal.surveys.queries import free_link

__all__ = [
    "Counted",
    "Refusal",
    "RefusedAnswerError",
    "Sent",
    "Source",
    "count_late_interviews",
    "make_codes",
    "make_links",
    "mix_answers",
    "store_answer",
]


@transaction.atomic
def count_late_interviews(*, round_id: int, agency_id: int, actor: str) -> int:
    """Let the interviews of an agency count that came when the phase was over, all of them; returns how many.

    Raises `RoundRefusedError` once counting is closed.
    """
    hold_counting(round_id)
    late = Answer.objects.filter(
        round_id=round_id, agency_id=agency_id, source=Source.INTERVIEW, standing=Standing.SET_ASIDE
    )
    many = late.update(standing=Standing.COUNTED)
    append_line(
        actor=actor,
        verb="survey.count-late",
        object=journal_path(round_id, agency_id),
        detail={"interviews": many},
    )
    return many


@transaction.atomic
def make_codes(*, round_id: int, agency_id: int, wanted: Mapping[int | None, int], actor: str) -> list[str]:
    """Make one-time codes, so many for each unit (`None`: the whole agency), and return them shuffled.

    They are not kept: who does not print or hand them out now makes new ones.
    """
    codes, rows = [], []
    for unit_id, many in wanted.items():
        for _ in range(many):
            code = draw_code()
            codes.append(code)
            rows.append(
                AccessCode(
                    round_id=round_id, agency_id=agency_id, unit_id=unit_id, digest=digest("code", as_typed(code))
                )
            )
    AccessCode.objects.bulk_create(rows, batch_size=500)
    random.SystemRandom().shuffle(codes)
    append_line(
        actor=actor,
        verb="survey.make-codes",
        object=journal_path(round_id, agency_id),
        detail={"codes": len(codes)},
    )
    return codes


@transaction.atomic
def make_links(*, round_id: int, agency_id: int, agency_code: str, actor: str) -> None:
    """Give an agency its short addresses in a round, one for staff and one for citizens; those it has stay."""
    for part, letter in ((Part.IIT, "i"), (Part.EIT1, "e")):
        wanted = {"round_id": round_id, "agency_id": agency_id, "part": part}
        if not SurveyLink.objects.filter(**wanted).exists():
            code = free_link(f"{agency_code}-{letter}")
            SurveyLink.objects.create(code=code, **wanted)
            append_line(
                actor=actor,
                verb="survey.make-link",
                object=journal_path(round_id, agency_id),
                detail={"code": code},
            )


def mix_answers(*, round_id: int) -> int:
    """Write the answers and counted forms of a round anew in random order, a statement each; returns how many answers.

    On PostgreSQL this leaves one transaction for all of them and an order that tells nothing. The embedded database
    lays rows down by their random number, so there is nothing to mix.
    """
    if connection.vendor != "postgresql":
        return 0
    with transaction.atomic():
        _write_anew(SentForm, round_id)
        return _write_anew(Answer, round_id)


def _write_anew(model: type[Answer] | type[SentForm], round_id: int) -> int:
    table = model._meta.db_table  # noqa: SLF001 - public in Django in spite of its name
    columns = ", ".join(str(field.column) for field in model._meta.concrete_fields)  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH taken AS (DELETE FROM {table} WHERE round_id = %s RETURNING {columns}) "  # noqa: S608 - the model's names
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM taken ORDER BY random()",
            [round_id],
        )
        return int(cursor.rowcount)

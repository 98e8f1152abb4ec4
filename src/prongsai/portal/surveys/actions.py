"""Stores answers and codes. Answers leave no journal line: what leaves no trace cannot be joined (ADR 8)."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection, transaction
from django.utils import timezone

from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.queries import journal_path
from prongsai.portal.rounds.running.closing import hold_counting
from prongsai.portal.surveys.devices import standing_of, standing_of_number
from prongsai.portal.surveys.marks import as_typed, digest, draw_code, receipt_number, receipt_of
from prongsai.portal.surveys.models import AccessCode, Answer, Part, SentForm, Source, Standing, SurveyLink
from prongsai.portal.surveys.queries import free_link
from prongsai.portal.surveys.storing import Kept, NoCodeToSpendError, keep_answer, note_form, spend_code
from prongsai.rulebook.survey_flow import Questionnaire, pack

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


class Refusal(StrEnum):
    """Why an answer was not stored."""

    CODE_UNKNOWN = "code-unknown"
    CODE_SPENT = "code-spent"


class RefusedAnswerError(Exception):
    """The answer was not stored, and nothing else changed."""

    def __init__(self, reason: Refusal) -> None:
        """Say why."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sent:
    """A finished form as it came in: for whom, what was chosen, and the key that makes it single.

    `code` is the one-time code of staff; without one none is asked for. `device` is what marks repeated answers. What
    `is_late` is kept without counting until the office takes it in. Where the round asks for a telephone number,
    `number` is the mark of one that was confirmed by a code.
    """

    round_id: int
    agency_id: int
    questionnaire: Questionnaire
    choices: Mapping[str, int]
    key: str
    code: str | None = None
    source: Source = Source.WEB
    device: str | None = None
    is_assisted: bool = False
    is_late: bool = False
    asks_number: bool = False
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """The receipt of a stored answer; `is_new` is false where the same form had been stored before."""

    receipt: str
    is_new: bool


def store_answer(*, sent: Sent) -> Counted:
    """Store a finished form once, spending its code with it.

    Raises `AnswerError` for choices that are not offered and `RefusedAnswerError` for a code that does not let in. The
    same key gives the same receipt however often it comes, also where its code is spent by now.
    """
    packed = pack(sent.questionnaire, sent.choices)
    number = receipt_number(sent.key)
    with transaction.atomic():
        is_new = note_form(sent.round_id, number)
        if is_new:
            _store(sent, packed)
    return Counted(receipt_of(number), is_new)


def _store(sent: Sent, packed: str) -> None:
    unit_id = None if sent.code is None else _spend(sent, sent.code)
    keep_answer(
        Kept(
            round_id=sent.round_id,
            agency_id=sent.agency_id,
            unit_id=unit_id,
            part=Part(sent.questionnaire.part.value),
            day=timezone.localdate(),
            choices=packed,
            source=sent.source,
            standing=_standing(sent),
            is_assisted=sent.is_assisted,
        )
    )


def _standing(sent: Sent) -> Standing:
    if sent.is_late:
        return Standing.SET_ASIDE
    if sent.device is None:
        return Standing.COUNTED
    by_device = standing_of(sent.device)
    return standing_of_number(sent.number) if sent.asks_number else by_device


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


def _spend(sent: Sent, code: str) -> int | None:
    """Spend a code of this round and agency; returns the unit for which it was made."""
    try:
        return spend_code(sent.round_id, sent.agency_id, code)
    except NoCodeToSpendError:
        codes = AccessCode.objects.filter(round_id=sent.round_id, agency_id=sent.agency_id)
        is_spent = codes.filter(digest=digest("code", as_typed(code))).exists()
        raise RefusedAnswerError(Refusal.CODE_SPENT if is_spent else Refusal.CODE_UNKNOWN) from None


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

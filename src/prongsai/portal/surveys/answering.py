"""Takes a finished form in: once however often it comes, with its code, and never after the counting is closed.

On a database server that costs two trips, as the simplest form does: all that may refuse the form is sent together,
then the answer with the end of the transaction.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from prongsai.portal.rounds.asking import few_trips, once_more_if_cut_off
from prongsai.portal.rounds.running_now import AskedRunning
from prongsai.portal.rounds.states import ANSWERING
from prongsai.portal.surveys.devices import count_device, count_number, mark_of
from prongsai.portal.surveys.marks import as_typed, digest, receipt_number, receipt_of
from prongsai.portal.surveys.models import AccessCode, Part, Source, Standing
from prongsai.portal.surveys.storing import Kept, NoCodeToSpendError, keep_answer, note_form, spend_code
from prongsai.rulebook.survey_flow import Questionnaire, pack


class Refusal(StrEnum):
    """Why an answer was not stored."""

    CODE_UNKNOWN = "code-unknown"
    CODE_SPENT = "code-spent"
    CLOSED = "closed"


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

    @property
    def needs_open_round(self) -> bool:
        """Whether it is refused when the round takes no answers. Who stores a file holds the counting himself."""
        return not self.is_late and self.source is not Source.FILE


@dataclass(frozen=True, slots=True)
class Counted:
    """The receipt of a stored answer; `is_new` is false where the same form had been stored before."""

    receipt: str
    is_new: bool


class _RepeatedError(Exception):
    """The form was counted before: whatever else was sent with it must not be."""


def store_answer(*, sent: Sent) -> Counted:
    """Store a finished form once, spending its code with it.

    Raises `AnswerError` for choices that are not offered and `RefusedAnswerError` for a round that takes no answers now
    or a code that does not let in. The same key gives the same receipt however often it comes, also where its code is
    spent or the counting closed by now.
    """
    packed, number = pack(sent.questionnaire, sent.choices), receipt_number(sent.key)
    try:
        is_new = once_more_if_cut_off(lambda: _store(sent, packed, number))
    except NoCodeToSpendError:
        raise RefusedAnswerError(_why_refused(sent)) from None
    return Counted(receipt_of(number), is_new)


def _store(sent: Sent, packed: str, number: str) -> bool:
    """Whether it is stored now, and was not before."""
    mark = None if sent.device is None else mark_of(sent.device)
    try:
        with few_trips():
            _store_first(sent, packed, number, mark)
    except _RepeatedError:
        return False
    return True


def _store_first(sent: Sent, packed: str, number: str, mark: str | None) -> None:
    """Everything is asked before the first thing is read."""
    running = AskedRunning(sent.round_id, ANSWERING, is_held=True) if sent.needs_open_round else None
    is_new = note_form(sent.round_id, number)
    unit_id = None if sent.code is None else spend_code(sent.round_id, sent.agency_id, sent.code)
    standing = _count(sent, mark)
    if not is_new():
        raise _RepeatedError
    if running and not running.read().is_open(timezone.now()):
        raise RefusedAnswerError(Refusal.CLOSED)
    keep_answer(
        Kept(
            round_id=sent.round_id,
            agency_id=sent.agency_id,
            unit_id=unit_id() if unit_id else None,
            part=Part(sent.questionnaire.part.value),
            day=timezone.localdate(),
            choices=packed,
            source=sent.source,
            standing=standing(),
            is_assisted=sent.is_assisted,
        )
    )


def _count(sent: Sent, mark: str | None) -> Callable[[], Standing]:
    """Count the device and the number; reads as the standing of the answer."""
    if sent.is_late:
        return lambda: Standing.SET_ASIDE
    if mark is None:
        return lambda: Standing.COUNTED
    by_device = count_device(mark)
    return count_number(sent.number) if sent.asks_number else by_device


def _why_refused(sent: Sent) -> Refusal:
    codes = AccessCode.objects.filter(round_id=sent.round_id, agency_id=sent.agency_id)
    is_spent = codes.filter(digest=digest("code", as_typed(sent.code or ""))).exists()
    return Refusal.CODE_SPENT if is_spent else Refusal.CODE_UNKNOWN

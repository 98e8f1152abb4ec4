"""Counts a round's surveys, reminds agencies that are short, decides on answers that wait for review."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db import IntegrityError, transaction
from django.utils import timezone

from prongsai.portal.journal.actions import append_line
from prongsai.portal.rounds.bangkok import first_day, last_day
from prongsai.portal.rounds.naming import participation_path
from prongsai.portal.rounds.queries import ParticipationLine, RoundFacts, all_participations, calendar
from prongsai.portal.rounds.running.closing import close_counting, hold_counting
from prongsai.portal.surveys.access import PHASE
from prongsai.portal.surveys.actions import mix_answers
from prongsai.portal.surveys.models import Answer, Standing
from prongsai.portal.surveys.watching.mailing import mail_officers
from prongsai.portal.surveys.watching.models import CountedPart, Counting, ShortReminder
from prongsai.portal.surveys.watching.queries import RawCount, raw_counts, short_parts
from prongsai.rulebook.instrument import Instrument
from prongsai.statistics.pace import pace, window
from prongsai.thai.sorting import sorting_key

BATCH = 500
BETWEEN_REMINDERS = timedelta(days=7)
VERDICTS: Mapping[str, Standing] = {"count": Standing.COUNTED, "set-aside": Standing.SET_ASIDE}
NOTHING = RawCount(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of the surveys, and today, which stands for days that are not set."""

    opened: date
    closes: date
    today: date


def count_answers(*, round: RoundFacts) -> int:  # noqa: A002 - the area's own word
    """Count a round's surveys anew, agency by agency; returns how many surveys.

    What only follows from answers leaves no line in the journal: a clock does this every few minutes.
    """
    span = _span(round)
    since, _ = window(opened=span.opened, today=span.today)
    counted = raw_counts(round.id, since=since, until=span.today)
    in_order = sorted(all_participations(round.id), key=lambda line: sorting_key(line.agency_name_th))
    rows = [row for line in in_order for row in _rows(line, counted, round.id, span)]
    with transaction.atomic():
        Counting.objects.update_or_create(round_id=round.id, defaults={"counted_at": timezone.now()})
        CountedPart.objects.filter(round_id=round.id).delete()
        CountedPart.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


def remind_short_agencies(*, round: RoundFacts, address: str, actor: str, most: int) -> int:  # noqa: A002
    """E-mail the officers of agencies that will miss a minimum, at most `most` agencies; returns how many.

    An agency is told once in seven days, however often this runs, and only how many answered.
    """
    today, reminded = timezone.localdate(), 0
    for agency_id, parts in list(short_parts(round.id, since=today - BETWEEN_REMINDERS)):
        if reminded < most:
            reminded += _remind(round, agency_id, parts, address=address, actor=actor, today=today)
    return reminded


def close_round(*, round: RoundFacts, actor: str) -> RoundFacts:  # noqa: A002
    """Close the counting of a round, mix its answers and count them for the last time.

    What still waits for review counts. Raises `RoundRefusedError` while answers may still come.
    """
    closed = close_counting(actor=actor, round_id=round.id)
    mix_answers(round_id=round.id)
    count_answers(round=closed)
    return closed


@transaction.atomic
def review_group(
    *,
    round: RoundFacts,  # noqa: A002
    agency_id: int,
    agency_code: str,
    part: Instrument,
    day: date,
    verdict: Literal["count", "set-aside"],
    actor: str,
) -> int:
    """Let all answers of an agency's survey that wait since a day count, or set all aside; returns how many.

    Where none wait any more nothing is written. Raises `RoundRefusedError` once counting is closed.
    """
    hold_counting(round.id)
    waiting = Answer.objects.filter(
        round_id=round.id, agency_id=agency_id, part=part.value, day=day, standing=Standing.TO_REVIEW
    )
    many = waiting.update(standing=VERDICTS[verdict])
    if many:
        append_line(
            actor=actor,
            verb=f"survey.review-{verdict}",
            object=participation_path(agency_code, round.slug),
            detail={"part": part.value, "day": day.isoformat(), "answers": many},
        )
    return many


def _span(round: RoundFacts) -> Span:  # noqa: A002
    phase, today = next(phase for phase in calendar(round) if phase.key == PHASE), timezone.localdate()
    if phase.opens_at is None or phase.closes_at is None:
        return Span(today, today, today)
    return Span(first_day(phase.opens_at), last_day(phase.closes_at), today)


def _rows(
    line: ParticipationLine, counted: Mapping[tuple[int, Instrument], RawCount], round_id: int, span: Span
) -> Iterator[CountedPart]:
    for part, sample in line.minimums.items():
        found = counted.get((line.agency_id, part), NOTHING)
        outlook = pace(
            found.answers,
            found.recent,
            minimum=sample.minimum,
            opened=span.opened,
            today=span.today,
            closes=span.closes,
        )
        yield CountedPart(
            round_id=round_id,
            agency_id=line.agency_id,
            part=part.value,
            answers=found.answers,
            to_review=found.to_review,
            recent=found.recent,
            minimum=sample.minimum,
            needs_confirmation=sample.needs_confirmation,
            prospect=outlook.prospect,
            expected=outlook.expected,
            needed_a_day=outlook.needed_a_day,
        )


def _remind(
    round: RoundFacts,  # noqa: A002
    agency_id: int,
    parts: Sequence[CountedPart],
    *,
    address: str,
    actor: str,
    today: date,
) -> bool:
    """Claim it first, so that two who remind at once send one e-mail; give back what could not be mailed."""
    agency = parts[0].agency
    try:
        with transaction.atomic():
            claim = ShortReminder.objects.create(round_id=round.id, agency_id=agency_id, day=today)
            append_line(
                actor=actor,
                verb="survey.remind",
                object=participation_path(agency.code, round.slug),
                detail={part.part: part.answers for part in parts},
            )
    except IntegrityError:
        return False
    try:
        return mail_officers(round=round, agency=agency, parts=parts, address=address) > 0
    except OSError as problem:  # a mail server that is down or refuses; smtplib's errors are of this kind
        with transaction.atomic():
            claim.delete()
            append_line(
                actor=actor,
                verb="survey.remind-fail",
                object=participation_path(agency.code, round.slug),
                detail={"problem": type(problem).__name__},
            )
        return False

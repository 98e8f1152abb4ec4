"""Sends reminders: claimed first, so that two commands at once send one e-mail."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.journal.actions import append_line
from prongsai.portal.plans.models import Reminder, ReminderLine
from prongsai.portal.plans.reminding.mailing import mail_reminder
from prongsai.portal.plans.reminding.queries import Recipient, already_told, open_steps, recipients
from prongsai.portal.plans.reminding.selecting import DueStep, due_steps

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail

ACTOR = "reminders"


def send_reminders(*, today: date, address: str = "") -> int:
    """Remind everybody whose units have steps that are due; gives back how many e-mails went out.

    A person gets at most one e-mail a day, however often this runs. `address` is where the portal is reached.
    """
    sent = 0
    for agency, steps in open_steps(today).items():
        for person, own in recipients(agency, steps):
            due = tuple(due_steps(own, today, already_told(person.pk)))
            reminder = claim_reminder(agency=agency, person=person, due=due, today=today) if due else None
            if reminder is not None:
                sent += _deliver(agency, person, due, reminder, address)
    return sent


def claim_reminder(*, agency: Agency, person: Recipient, due: Sequence[DueStep], today: date) -> Reminder | None:
    """Write down that a person is reminded today; `None` where that was done already."""
    try:
        with transaction.atomic():
            reminder = Reminder.objects.create(person_id=person.pk, day=today)
            lines = [ReminderLine(reminder=reminder, step=entry.step, kind=entry.kind) for entry in due]
            ReminderLine.objects.bulk_create(lines)
            detail: Detail = {"person": person.pk, "steps": [entry.step.pk for entry in due]}
            append_line(actor=ACTOR, verb="reminder.send", object=f"agencies/{agency.code}/reminders", detail=detail)
    except IntegrityError:
        return None
    return reminder


@transaction.atomic
def release_reminder(*, agency: Agency, reminder: Reminder, problem: str) -> None:
    """Take a claim back where the e-mail could not be sent, so that the next run tries again."""
    person = reminder.person_id
    reminder.delete()
    detail: Detail = {"person": person, "problem": problem}
    append_line(actor=ACTOR, verb="reminder.fail", object=f"agencies/{agency.code}/reminders", detail=detail)


def _deliver(agency: Agency, person: Recipient, due: Sequence[DueStep], reminder: Reminder, address: str) -> bool:
    try:
        mail_reminder(agency=agency, person=person, due=due, address=address)
    except OSError as problem:  # a mail server that is down or refuses; smtplib's errors are of this kind
        release_reminder(agency=agency, reminder=reminder, problem=type(problem).__name__)
        return False
    return True

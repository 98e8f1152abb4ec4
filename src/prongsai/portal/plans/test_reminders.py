"""Reminders: due in fourteen and three days, overdue, at most one e-mail to a person on a day."""

from datetime import date

import pytest
from django.core import mail
from django.core.management import call_command

from prongsai.portal.journal.queries import lines_about
from prongsai.portal.plans.models import Reminder, ReminderKind
from prongsai.portal.plans.reminding import actions
from prongsai.portal.plans.reminding.actions import send_reminders
from prongsai.portal.plans.reminding.selecting import kind_of

FIRST_DUE = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("today", "kind"),
    [
        (date(2025, 12, 16), None),
        (date(2025, 12, 17), ReminderKind.SOON),
        (date(2025, 12, 27), ReminderKind.SOON),
        (date(2025, 12, 28), ReminderKind.NOW),
        (FIRST_DUE, ReminderKind.NOW),
        (date(2026, 1, 1), ReminderKind.OVERDUE),
    ],
)
def test_the_reason_follows_from_the_day(today, kind):
    assert kind_of(FIRST_DUE, today) is kind


def test_a_step_without_a_date_hurries_nobody():
    assert kind_of(None, FIRST_DUE) is None


def recipients():
    return sorted(message.to[0] for message in mail.outbox)


def test_units_are_reminded_of_their_own_steps_once_a_day(plan, unit_head, contributor, other_unit_head, officer):
    assert send_reminders(today=date(2025, 12, 20)) == 3
    assert recipients() == ["contributor@cast.example", "other-unit-head@cast.example", "unit-head@cast.example"]
    assert send_reminders(today=date(2025, 12, 20)) == 0
    assert send_reminders(today=date(2025, 12, 21)) == 0  # "within fourteen days" is said once
    assert send_reminders(today=date(2025, 12, 29)) == 3  # "within three days" is another reason
    assert send_reminders(today=date(2026, 1, 2)) == 3
    assert send_reminders(today=date(2026, 1, 3)) == 3  # overdue goes on, once a day


def test_a_reminder_is_journalled_by_number(plan, unit_head):
    send_reminders(today=date(2025, 12, 20), address="https://portal.test")
    lines = list(lines_about("agencies/town/reminders"))
    assert [line.verb for line in lines] == ["reminder.send"] * len(mail.outbox)
    assert "https://portal.test/office/town/plans/2569/list/" in mail.outbox[0].body
    assert "@" not in str([line.detail for line in lines])


def test_what_was_reported_is_not_reminded_of(plan, reported, contributor):
    mail.outbox.clear()
    send_reminders(today=date(2026, 1, 2))
    assert "contributor@cast.example" not in recipients()


def test_a_mail_server_that_is_down_is_tried_again(plan, unit_head, monkeypatch):
    def refuse(**_named):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(actions, "mail_reminder", refuse)
        assert send_reminders(today=date(2026, 1, 2)) == 0
    assert not Reminder.objects.exists()
    assert "reminder.fail" in [line.verb for line in lines_about("agencies/town/reminders")]
    assert send_reminders(today=date(2026, 1, 2)) > 0


@pytest.mark.django_db
def test_the_command_says_how_many_went_out(capsys):
    call_command("send_reminders")
    assert capsys.readouterr().out == "reminders sent: 0\n"

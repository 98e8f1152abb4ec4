"""Reminds units of steps that are due; to be run once a day by a clock."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from prongsai.portal.plans.reminding.actions import send_reminders


class Command(BaseCommand):
    """Sends the day's reminders."""

    help = "Reminds units by e-mail of steps due in 14 and 3 days and of overdue ones; safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the portal is reached from outside."""
        parser.add_argument("--address", default="", help="address of the portal for the links, https://…")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own arguments
        """Send and say how many went out."""
        sent = send_reminders(today=timezone.localdate(), address=options["address"])
        self.stdout.write(f"reminders sent: {sent}")

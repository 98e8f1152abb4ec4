"""Reminds agencies that will miss a minimum; to be run once a day by a clock, after `count_answers`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from prongsai.portal.rounds.queries import rounds_in_order
from prongsai.portal.rounds.states import lets
from prongsai.portal.surveys.access import PHASE
from prongsai.portal.surveys.watching.actions import remind_short_agencies

ALL_OF_THEM = 100_000


class Command(BaseCommand):
    """Sends the reminders."""

    help = "E-mails the officers of agencies that will miss a minimum, each once in seven days; safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where the portal is reached from outside."""
        parser.add_argument("--address", default="", help="address of the portal for the links, https://…")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 - Django's own arguments
        """Send and say how many agencies were told."""
        address = options["address"]
        told = sum(
            remind_short_agencies(round=facts, address=address, actor="reminders", most=ALL_OF_THEM)
            for facts in rounds_in_order()
            if lets(facts.state, PHASE)
        )
        self.stdout.write(f"agencies reminded: {told}")

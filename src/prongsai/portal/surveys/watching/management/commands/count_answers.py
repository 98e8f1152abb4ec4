"""Counts the answers of rounds that collect; to be run every few minutes by a clock."""

from typing import Any

from django.core.management.base import BaseCommand

from prongsai.portal.rounds.queries import rounds_in_order
from prongsai.portal.rounds.states import lets
from prongsai.portal.surveys.access import PHASE
from prongsai.portal.surveys.watching.actions import count_answers


class Command(BaseCommand):
    """Counts."""

    help = "Counts the answers of each round that collects, for the pages that watch it; safe to repeat."

    def handle(self, *_args: Any, **_options: Any) -> None:  # noqa: ANN401 - Django's own arguments
        """Count and say how many surveys there are."""
        for facts in rounds_in_order():
            if lets(facts.state, PHASE):
                self.stdout.write(f"{facts.slug}: surveys counted: {count_answers(round=facts)}")

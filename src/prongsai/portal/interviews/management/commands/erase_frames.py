"""Erases lists of clients whose day has come; to be run once a day by a clock."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from prongsai.portal.interviews.sampling.actions import erase_frames


class Command(BaseCommand):
    """Erases what is due."""

    help = "Erases the clients of interviews (EIT part 2) whose day of erasing has come; safe to repeat."

    def handle(self, *_args: Any, **_options: Any) -> None:  # noqa: ANN401 - Django's own arguments
        """Erase and say how many."""
        erased = erase_frames(actor="erase_frames", today=timezone.localdate())
        self.stdout.write(f"clients erased: {erased}")

"""`load_demonstration`: loads the published figures and the fictional province."""

from django.core.management.base import BaseCommand

from prongsai.portal.demonstration.actions import load_demonstration


class Command(BaseCommand):
    """Loads the demonstration."""

    help = "Loads published figures of real agencies and a fictional province; safe to repeat."

    def handle(self, *_args: object, **_options: object) -> None:
        """Load and say how many agencies there are."""
        agencies = load_demonstration()
        self.stdout.write(f"{agencies} agencies are loaded; open http://127.0.0.1:8000/")

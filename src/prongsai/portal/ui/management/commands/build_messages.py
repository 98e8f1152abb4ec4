"""`build_messages`: compiles the translations."""

from django.core.management.base import BaseCommand

from prongsai.portal.ui.messages import build_messages


class Command(BaseCommand):
    """Compiles the translations."""

    help = "Compiles the translations (.po to .mo) that changed; needs no gettext tools."

    def handle(self, *_args: object, **_options: object) -> None:
        """Build and say what was built."""
        written = build_messages()
        self.stdout.write("\n".join(str(file) for file in written) or "translations are up to date")

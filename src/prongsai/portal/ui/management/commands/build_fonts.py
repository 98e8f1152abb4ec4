"""`build_fonts`: makes the web fonts that are not there yet."""

from django.core.management.base import BaseCommand

from prongsai.portal.ui.fonts import build_fonts


class Command(BaseCommand):
    """Makes the web fonts."""

    help = "Makes the web fonts (Sarabun, Thai and Latin, WOFF2) that are not there yet."

    def handle(self, *_args: object, **_options: object) -> None:
        """Build and say what was built."""
        written = build_fonts()
        self.stdout.write("\n".join(str(file) for file in written) or "fonts are there already")

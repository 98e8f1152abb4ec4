"""`prongsai demo` and `prongsai serve`: prepares and runs the portal."""

import os

from prongsai.commands.outcome import DONE


def load_demonstration() -> int:
    """Prepare the database and load the demonstration; safe to repeat."""
    from prongsai.portal.config import serving

    _point_at_settings()
    serving.prepare(demonstration=True)
    return DONE


def serve(*, host: str, port: int) -> int:
    """Serve the portal until it is stopped."""
    from prongsai.portal.config import serving

    _point_at_settings()
    serving.prepare(demonstration=False)
    print(f"http://{host}:{port}/", *serving.demonstration_accounts(), sep="\n", flush=True)
    serving.serve(host=host, port=port)
    return DONE


def _point_at_settings() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.portal.config.settings")

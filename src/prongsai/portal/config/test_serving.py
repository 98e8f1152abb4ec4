import os
import socket
import subprocess
import sys

import pytest

from prongsai.portal.config.serving import PortTakenError, refuse_taken_port


def test_a_port_that_is_taken_is_refused_in_words():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTakenError, match="choose another port"):
            refuse_taken_port("127.0.0.1", port)


@pytest.mark.apart
def test_preparing_from_nothing_loads_the_demonstration_and_may_be_repeated(tmp_path):
    program = "from prongsai.portal.config.serving import prepare; print(prepare(demonstration=True))"
    surroundings = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": str(tmp_path / "home")}
    said = [
        subprocess.run([sys.executable, "-c", program], env=surroundings, text=True, capture_output=True, check=True)
        for _ in range(2)
    ]
    assert "agencies_loaded=34" in said[0].stdout
    assert "migrations=0" in said[1].stdout
    assert (tmp_path / "home" / "static").is_dir()

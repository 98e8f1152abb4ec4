import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from prongsai.fetching.kinds import Kind
from prongsai.fetching.looking.apart import look_apart
from prongsai.fetching.looking.findings import Finding, FindingKey, TextState
from prongsai.fetching.looking.forks import FORKS
from prongsai.fetching.looking.looking import Said, look
from prongsai.fetching.looking.test_looking import EXPECTED, WORDS, html

HEAVY = html("<i>x</i>" * 200_000)


def test_a_look_apart_sees_what_a_look_sees():
    said = Said("text/html", "https://x.go.th/แผน", "Mon, 02 Feb 2026 08:00:00 GMT")
    assert look_apart(html(WORDS), EXPECTED, said) == look(html(WORDS), EXPECTED, said)


@pytest.mark.parametrize("bounds", [{"megabytes": 60}, {"seconds": 0}])
def test_a_file_that_is_too_heavy_is_named_and_hurts_nobody(bounds):
    found = look_apart(HEAVY, EXPECTED, **bounds)
    assert (found.kind, found.state, found.findings) == (
        Kind.HTML,
        TextState.NOT_READ,
        (Finding(FindingKey.TOO_HEAVY),),
    )
    assert look_apart(html(WORDS), EXPECTED) == look(html(WORDS), EXPECTED)


def test_many_at_once_each_get_their_own_answer():
    files = [html(f"{WORDS} ลำดับที่ {number}") for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda file: look_apart(file, EXPECTED), files))
    assert found == [look(file, EXPECTED) for file in files]


def test_the_process_behind_it_is_started_again_when_it_is_gone():
    look_apart(html(WORDS), EXPECTED)
    os.kill(FORKS._process.pid, signal.SIGKILL)
    assert look_apart(html(WORDS), EXPECTED).text == look(html(WORDS), EXPECTED).text


def test_many_that_find_it_gone_start_it_once(monkeypatch):
    look_apart(html(WORDS), EXPECTED)
    os.kill(FORKS._process.pid, signal.SIGKILL)
    FORKS._process.wait()
    started = []
    monkeypatch.setattr(FORKS, "_start", lambda start=FORKS._start: (started.append(1), start()))
    files = [html(f"{WORDS} ลำดับที่ {number}") for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda file: look_apart(file, EXPECTED).text, files))
    assert found == [look(file, EXPECTED).text for file in files]
    assert len(started) == 1


def test_a_process_that_was_forked_from_one_that_looks_has_looks_of_its_own():
    look_apart(html(WORDS), EXPECTED)
    ends, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writes, look_apart(html(WORDS), EXPECTED).text.encode())
        FORKS.close()
        os._exit(0)
    os.waitpid(child, 0)
    seen = os.read(ends, 100_000).decode()
    os.close(ends)
    os.close(writes)
    assert seen == look_apart(html(WORDS), EXPECTED).text != ""

import pytest

from prongsai.fetching.kinds import Kind
from prongsai.fetching.looking.apart import look_apart
from prongsai.fetching.looking.findings import Finding, FindingKey, TextState
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

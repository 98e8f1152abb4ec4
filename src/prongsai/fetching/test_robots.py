import time

import pytest

from prongsai.fetching.robots import Robots, read_robots


def allows(text, path):
    return read_robots(text.encode(), "Prongsai").allow(path)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /a # why", "/abc", False),
        ("User-agent: *\nDisallow: /a\nAllow: /ab", "/abc", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: prongsai/2.0\nAllow: /", "/a", True),
        ("User-agent: Prongsai\nAllow: /\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/plan.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/plan.pdf?v=1", True),
        ("User-agent: *\nDisallow: /a*b*c", "/axxbxxcxx", False),
        ("User-agent: *\nDisallow: /a*b*c", "/axxcxxb", True),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /*aba$", "/aba", False),
        ("User-agent: *\nDisallow: /ab*ba$", "/aba", True),
        ("User-agent: *\nDisallow: /แผน", "/%E0%B9%81%E0%B8%9C%E0%B8%99", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a", "/a", False),
        ("Disallow: /", "/a", True),
        ("<html>no robots here: at all</html>", "/a", True),
    ],
)
def test_rules_are_read_as_the_standard_says(text, path, allowed):
    assert allows(text, path) is allowed


def test_a_pattern_made_to_be_slow_is_not():
    text = "User-agent: *\n" + f"Disallow: /{'*a' * 900}b\n" * 50
    began = time.monotonic()
    assert allows(text, "/" + "a" * 4000)
    assert time.monotonic() - began < 1


def test_a_delay_is_read():
    assert read_robots(b"User-agent: *\nCrawl-delay: 2.5", "Prongsai").delay == 2.5
    assert read_robots(b"\xff\xfe\x00", "Prongsai") == Robots()

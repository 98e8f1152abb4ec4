"""What a server can do wrong or on purpose: nothing hangs, nothing fills memory or disk, everything has a name."""

import gzip
import time
import zlib
from dataclasses import replace

import brotli
import pytest
from tests.web_site import PAGE, SMALL, fetched_from

from prongsai.fetching.kinds import Kind
from prongsai.fetching.limits import Limits
from prongsai.fetching.outcomes import Outcome


def test_an_endless_body_is_cut_off(site):
    def pour(_request, link):
        link.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
        while not site.over.is_set():
            link.sendall(b"x" * 10_000)

    site.raw("/", pour)
    found = fetched_from(site, "/")
    assert (found.outcome, found.status, found.body, found.spool) == (Outcome.TOO_LARGE, 200, None, None)


def test_a_file_that_says_it_is_too_large_is_not_begun(site, tmp_path):
    site.raw("/", b"HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n%PDF-1.7")
    began = time.monotonic()
    assert fetched_from(site, "/", spool_folder=tmp_path).outcome is Outcome.TOO_LARGE
    assert time.monotonic() - began < SMALL.silence_seconds / 2


def test_nothing_is_left_on_disk_of_what_is_cut_off(site, tmp_path):
    site.page("/", b"<html>" + b"x" * 60_000)
    assert fetched_from(site, "/", spool_folder=tmp_path).outcome is Outcome.TOO_LARGE
    assert not list(tmp_path.iterdir())


def test_silence_is_too_slow(site):
    def stop_midway(_request, link):
        link.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<html>")
        site.over.wait(30)

    site.raw("/", stop_midway)
    began = time.monotonic()
    assert fetched_from(site, "/", replace(SMALL, silence_seconds=0.3)).outcome is Outcome.TOO_SLOW
    assert time.monotonic() - began < SMALL.seconds / 2


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"])
def test_a_slow_drip_ends_with_the_time_of_the_fetch(site, first):
    def drip(_request, link):
        link.sendall(first)
        for letter in b"HTTP/1.1 200 OK and more that never ends" * 100:
            link.sendall(bytes([letter]))
            site.over.wait(0.05)

    site.raw("/", drip)
    began = time.monotonic()
    assert fetched_from(site, "/", replace(SMALL, seconds=0.8)).outcome is Outcome.TOO_SLOW
    assert time.monotonic() - began < SMALL.silence_seconds / 2


def packed_with_zlib(data, window):
    engine = zlib.compressobj(9, zlib.DEFLATED, window)
    return engine.compress(data) + engine.flush()


PACKINGS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": lambda data: packed_with_zlib(data, -15),
    "br": lambda data: brotli.compress(data, quality=5),
}


@pytest.mark.parametrize("name", PACKINGS)
def test_what_is_packed_comes_unpacked(site, name):
    body = PAGE * 900
    site.page("/", PACKINGS[name](body), headers={"Content-Encoding": name})
    found = fetched_from(site, "/")
    assert (found.outcome, found.read()) == (Outcome.OK, body)
    found.discard()


@pytest.mark.parametrize("name", PACKINGS)
def test_a_bomb_is_cut_off_while_it_unpacks(site, name, tmp_path):
    bomb = PACKINGS[name](b"<html>" + b"\0" * 10_000_000)
    assert len(bomb) < SMALL.wire_bytes
    site.page("/", bomb, headers={"Content-Encoding": name})
    found = fetched_from(site, "/", spool_folder=tmp_path)
    assert found.outcome in {Outcome.TOO_LARGE, Outcome.WRONG_TYPE}
    assert not list(tmp_path.iterdir())


def test_a_gzip_file_of_several_parts_comes_whole(site):
    site.page("/", gzip.compress(PAGE) + gzip.compress(b" and more"), headers={"Content-Encoding": "gzip"})
    assert fetched_from(site, "/").body == PAGE + b" and more"


@pytest.mark.parametrize("name", PACKINGS)
def test_packed_content_without_its_end_is_cut_off(site, name):
    site.page("/", PACKINGS[name]("".join(map(str, range(3000))).encode())[:-9], headers={"Content-Encoding": name})
    assert fetched_from(site, "/").outcome is Outcome.CUT_OFF


@pytest.mark.parametrize("name", PACKINGS)
def test_content_that_is_not_packed_as_it_says_is_malformed(site, name):
    site.page("/", b"\xffno packing at all\xff" * 9, headers={"Content-Encoding": name})
    assert fetched_from(site, "/").outcome is Outcome.MALFORMED_ANSWER


@pytest.mark.parametrize("name", ["zstd", "gzip, br", "compress"])
def test_a_packing_that_was_not_asked_for_is_not_opened(site, name):
    site.page("/", PAGE, headers={"Content-Encoding": name})
    assert fetched_from(site, "/").outcome is Outcome.UNKNOWN_ENCODING


def test_what_is_no_document_is_refused_by_its_bytes_not_its_name(site):
    site.page("/plan.pdf", b"MZ\x90\x00\x03" + bytes(range(256)) * 60, headers={"Content-Type": "application/pdf"})
    assert fetched_from(site, "/plan.pdf").outcome is Outcome.WRONG_TYPE


def test_a_film_is_not_begun(site):
    site.page("/film", b"<html>", headers={"Content-Type": "video/mp4"})
    assert fetched_from(site, "/film").outcome is Outcome.WRONG_TYPE


def test_a_kind_that_the_caller_does_not_want_is_refused(site):
    site.page("/plan", PAGE)
    assert fetched_from(site, "/plan", limits=Limits(kinds=frozenset({Kind.PDF}))).outcome is Outcome.WRONG_TYPE


@pytest.mark.parametrize(
    "flood",
    [
        "".join(f"X-{number}: y\r\n" for number in range(5000)),
        f"X-Long: {'y' * 20_000}\r\n",
        "".join(f"X-{number}: {'y' * 8000}\r\n" for number in range(20)),
    ],
)
def test_a_flood_of_headers_is_cut_off(site, flood):
    site.raw("/", f"HTTP/1.1 200 OK\r\n{flood}Content-Length: 0\r\n\r\n".encode())
    assert fetched_from(site, "/").outcome is Outcome.HEADERS_TOO_LARGE


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nnonsense\r\n", Outcome.MALFORMED_ANSWER),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nx\r\n0\r\n\r\n", Outcome.MALFORMED_ANSWER),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n", Outcome.CUT_OFF),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<html>", Outcome.CUT_OFF),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n<html>abc", Outcome.MALFORMED_ANSWER),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n<html>", Outcome.MALFORMED_ANSWER),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Outcome.MALFORMED_ANSWER),
        (b"", Outcome.CUT_OFF),
    ],
)
def test_what_is_no_proper_http_is_named(site, answer, outcome):
    site.raw("/", answer)
    site.ends_after("/")
    assert fetched_from(site, "/").outcome is outcome

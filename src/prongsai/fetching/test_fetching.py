"""What a fetch brings, follows and tells, against sites that stand on this machine."""

import asyncio
import hashlib

import pytest
from tests.web_site import HASTE, NOON, PAGE, fetched_from

from prongsai.fetching.fetching import Fetcher, fetch_now
from prongsai.fetching.kinds import Kind
from prongsai.fetching.outcomes import Outcome


def test_a_page_comes_with_all_that_is_known_of_it(site):
    site.page("/plan", PAGE, headers={"Content-Type": "text/html; charset=utf-8", "ETag": '"7"', "X-Two": "a"})
    found = fetched_from(site, "/plan#here")
    assert (found.outcome, found.status, found.body, found.size) == (Outcome.OK, 200, PAGE, len(PAGE))
    assert found.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert (found.content_type_said, found.content_type_found) == ("text/html; charset=utf-8", Kind.HTML)
    assert (found.etag, found.fetched_at, found.hops) == ('"7"', NOON, ())
    assert found.final_url == site.url("/plan")
    assert site.asked[0].headers["user-agent"].startswith("Prongsai/")
    assert "cookie" not in site.asked[0].headers


def test_a_large_file_goes_to_the_disk_and_can_be_discarded(site, tmp_path):
    body = b"%PDF-1.7\n" + b"x" * 40_000
    site.page("/plan.pdf", body)
    found = fetched_from(site, "/plan.pdf", spool_folder=tmp_path)
    assert found.body is None
    assert found.spool.parent == tmp_path
    assert (found.read(), found.size, found.content_type_found) == (body, len(body), Kind.PDF)
    found.discard()
    assert not list(tmp_path.iterdir())


def test_redirects_are_followed_and_told(site):
    site.redirect("/old", "/newer", status=301)
    site.redirect("/newer", site.url("/แผน", host="plans.municipality.example"))
    site.page("/%E0%B9%81%E0%B8%9C%E0%B8%99", PAGE)
    found = fetched_from(site, "/old")
    assert found.outcome is Outcome.OK
    assert [(hop.status, hop.to.rpartition("/")[2]) for hop in found.hops] == [(301, "newer"), (302, "แผน")]
    assert found.final_url.startswith("http://plans.municipality.example")


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (401, Outcome.NEEDS_SIGN_IN),
        (403, Outcome.FORBIDDEN),
        (404, Outcome.DEAD_LINK),
        (410, Outcome.DEAD_LINK),
        (418, Outcome.REFUSED_BY_SERVER),
        (500, Outcome.SERVER_ERROR),
        (503, Outcome.SERVER_ERROR),
        (302, Outcome.MALFORMED_ANSWER),
        (304, Outcome.NOT_MODIFIED),
    ],
)
def test_a_status_has_its_outcome(site, status, outcome):
    site.page("/plan", status=status)
    found = fetched_from(site, "/plan")
    assert (found.outcome, found.status, found.body) == (outcome, status, None)


def test_a_file_that_did_not_change_is_not_sent_again(site):
    site.page("/plan", status=304)
    fetched_from(site, "/plan", if_none_match='"7"', if_modified_since="Thu, 01 Jan 2026 00:00:00 GMT")
    headers = site.asked[0].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"7"', "Thu, 01 Jan 2026 00:00:00 GMT")


def test_a_condition_cannot_bring_in_a_header(site):
    site.page("/plan", PAGE)
    assert fetched_from(site, "/plan", if_none_match='"7"\r\nCookie: stolen').outcome is Outcome.OK
    assert not {"cookie", "if-none-match"} & set(site.asked[0].headers)


def test_a_redirect_loop_ends(site):
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    found = fetched_from(site, "/a")
    assert (found.outcome, len(found.hops), site.paths) == (Outcome.REDIRECT_LOOP, 2, ["/a", "/b"])


def test_an_endless_way_ends(site):
    def on_and_on(request, link):
        number = int(request.path.rpartition("/")[2]) + 1
        link.sendall(f"HTTP/1.1 302 On\r\nLocation: /on/{number}\r\nContent-Length: 0\r\n\r\n".encode())

    site.raw("*", on_and_on)
    found = fetched_from(site, "/on/1")
    assert (found.outcome, len(site.asked)) == (Outcome.TOO_MANY_REDIRECTS, 9)


def test_headers_can_be_stored_whatever_bytes_they_have(site):
    site.raw("/", b"HTTP/1.1 200 OK\r\nX-Name: \xe0\xe1\xff\r\nContent-Length: 0\r\n\r\n")
    found = fetched_from(site, "/")
    assert found.headers["x-name"].encode("utf-8").decode("utf-8")
    assert found.content_type_found is Kind.EMPTY


def test_a_redirect_in_an_old_thai_encoding_is_followed_byte_for_byte(site):
    site.raw("/", "HTTP/1.1 302 On\r\nLocation: /แผน\r\nContent-Length: 0\r\n\r\n".encode("cp874"))
    site.page("/%E1%BC%B9", PAGE)
    assert fetched_from(site, "/").outcome is Outcome.OK


@pytest.mark.parametrize("url", ["", "   ", "not a url", "http://", "http:///x", "http://a b.example/", "x" * 5000])
def test_what_is_no_url_is_named(url):
    assert fetch_now(url, politeness=HASTE).outcome is Outcome.MALFORMED_URL


def test_a_fetcher_that_is_not_open_says_so():
    with pytest.raises(RuntimeError, match="async with"):
        asyncio.run(Fetcher(politeness=HASTE).fetch("http://www.municipality.example/"))

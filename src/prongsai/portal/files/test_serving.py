"""Kept bytes are handed out so that no browser runs them, whatever they are and however they are called."""

import io

import pytest
from django.http import Http404

from prongsai.portal.files.keeping import keep, keep_packed
from prongsai.portal.files.recognising import PDF
from prongsai.portal.files.serving import LOCKED_UP, NOTHING_RUNS, serve_file, serve_packed

SCRIPT = b"<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def state(settings, tmp_path):
    settings.STATE = tmp_path


def served(content, media_type, *, in_place):
    return serve_file(sha256=keep(content), name="แผน.pdf", media_type=media_type, cache="private", in_place=in_place)


def test_a_file_is_a_download_in_a_sandbox_unless_a_browser_shows_its_type_itself():
    asked = [(PDF.media_type, True), (PDF.media_type, False), ("text/html", True)]
    answers = [served(SCRIPT, media_type, in_place=in_place) for media_type, in_place in asked]
    said = [(answer["Content-Disposition"].split(";")[0], answer["Content-Security-Policy"]) for answer in answers]
    assert said == [("inline", NOTHING_RUNS), ("attachment", LOCKED_UP), ("attachment", NOTHING_RUNS)]
    assert {answer["X-Content-Type-Options"] for answer in answers} == {"nosniff"}
    for close in [close for answer in answers for close in answer._resource_closers]:
        close()


def test_what_a_web_site_sent_has_no_type():
    answer = serve_packed(sha256=keep_packed(io.BytesIO(SCRIPT)), name='page".html')
    assert answer.content == SCRIPT
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == LOCKED_UP


def test_what_is_lost_is_not_there():
    with pytest.raises(Http404):
        serve_file(sha256="0" * 64, name="a.pdf", media_type=PDF.media_type, cache="private")
    with pytest.raises(Http404):
        serve_packed(sha256="0" * 64, name="a.pdf")

import gzip

import pytest
from django.test import RequestFactory

from prongsai.portal.surveys.kept_pages import MARK, KeptPage

PAGE = "<p>คำถาม</p>" * 500 + f"<b>{MARK}</b>" + "<p>ท้าย</p>"


@pytest.fixture
def page():
    return KeptPage(PAGE)


def asked(accepts):
    return RequestFactory().get("/", headers={"Accept-Encoding": accepts})


@pytest.mark.parametrize("accepts", ["gzip", "br, gzip;q=0.5"])
def test_each_visitor_gets_the_page_with_her_own_word_and_compressed(page, accepts):
    for word in ("first-word", "second-word", "first-word"):
        response = page.response(asked(accepts), word)
        assert response["Content-Encoding"] == "gzip"
        assert response["Vary"] == "Accept-Encoding"
        assert gzip.decompress(response.content).decode() == PAGE.replace(MARK, word)
        assert len(response.content) < 1000


@pytest.mark.parametrize("accepts", ["", "br", "identity"])
def test_who_does_not_ask_for_it_gets_the_page_as_it_is(page, accepts):
    response = page.response(asked(accepts), "word")
    assert not response.has_header("Content-Encoding")
    assert response.content.decode() == PAGE.replace(MARK, "word")

"""How the API answers, whatever it is asked: headers, languages, methods, and refusals that say what to write."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def refusal(client, address, status, **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == status, response.content.decode()
    found = response.json()
    assert {"where", "found", "write"} <= set(found)
    return found


def test_a_public_answer_may_be_kept_and_read_by_pages_of_other_sites(client, don):
    response = client.get("/api/v1/results")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies
    assert "น" in response.content.decode()  # not escaped


def test_an_answer_that_is_known_is_not_sent_again(client, don, publish):
    tag = client.get("/api/v1/agencies/don")["ETag"]
    again = client.get("/api/v1/agencies/don", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    publish("don", 2565)
    assert client.get("/api/v1/agencies/don", headers={"If-None-Match": tag}).status_code == 200


def test_data_is_the_same_in_every_language(client, don):
    for address in ("", "agencies", "results", "agencies/don", "agencies/don/2567", "instruments/2567"):
        thai, english = (
            client.get(f"/api/v1/{address}", headers={"Accept-Language": language}).content for language in ("th", "en")
        )
        assert thai == english, address


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "th"),
        ("en", "en"),
        ("en-US,en;q=0.9", "en"),
        ("de, en;q=0.5, th;q=0.4", "en"),
        ("th, en", "th"),
        ("*", "th"),
    ],
)
def test_mistakes_are_told_in_thai_unless_english_is_asked_for(client, asked, language):
    response = client.get("/api/v1/results?year=2025", headers={"Accept-Language": asked})
    assert response["Content-Language"] == language
    assert "Accept-Language" in response["Vary"]
    assert ("พ.ศ." in response.json()["write"]) == (language == "th")


def test_a_christian_year_is_answered_with_the_buddhist_one(client, don):
    for address in ("results?year=2024", "agencies/don/2024", "instruments/๒๐๒๔", "disclosure/don/2024"):
        found = refusal(client, f"/api/v1/{address}", 400, accept_language="en")
        assert found["where"] == "year"
        assert "2567" in found["write"]


def test_thai_digits_are_understood(client, don):
    assert client.get("/api/v1/agencies/don/๒๕๖๗").json() == client.get("/api/v1/agencies/don/2567").json()


@pytest.mark.parametrize(
    ("address", "where", "word"),
    [
        ("agencies/nobody", "agency", "nobody"),
        ("agencies/nobody/2567", "agency", "nobody"),
        ("disclosure/nobody/2567", "agency", "nobody"),
        ("disclosure/don/2567", "agency", "don"),
        ("agencies/don/2560", "year", "2567, 2566"),
        ("instruments/2499", "year", "2569"),
        ("results?page=2", "page", "1"),
        ("nowhere", "address", "/api/v1/"),
        ("agencies/%00", "address", "/api/v1/"),
        ("results/", "address", "/api/v1/"),
        ("../openapi", "address", "/api/v1/"),
    ],
)
def test_what_is_not_there_says_what_is(client, don, address, where, word):
    found = refusal(client, f"/api/v1/{address}", 404)
    assert found["where"] == where
    assert word in found["found"] + found["write"]


@pytest.mark.parametrize(
    ("question", "where", "word"),
    [
        ("yr=2567", "?", "year, type, province, page"),
        ("year=next", "year", "2568"),
        ("year=2566&year=2567", "year", "2566, 2567"),
        ("type=spaceship", "type", "university"),
        ("province=Pattani", "province", "ปัตตานี"),
        ("page=0", "page", "1"),
        ("page=-1", "page", "1"),
        ("page=" + "9" * 400, "page", "1"),
        ("year=%00", "year", "2568"),
        ("province=%00", "province", "ปัตตานี"),
    ],
)
def test_a_question_that_makes_no_sense_says_what_to_write(client, don, question, where, word):
    found = refusal(client, f"/api/v1/results?{question}", 400)
    assert found["where"] == where
    assert word in found["found"] + found["write"]


@pytest.mark.parametrize("words", ["%00", "x" * 81])
def test_words_that_cannot_be_searched_for_are_refused(client, words):
    assert refusal(client, f"/api/v1/agencies?q={words}", 400)["where"] == "q"


@pytest.mark.parametrize("address", ["", "agencies", "instruments/2568?x=1"])
def test_a_question_nobody_asked_for_is_refused(client, address):
    assert refusal(client, f"/api/v1/{address.partition('?')[0]}?x=1", 400)["where"] == "?"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_only_reading_is_allowed(method):
    client = Client(enforce_csrf_checks=True)
    for address in ("/api/v1/", "/api/v1/agencies", "/api/openapi.json"):
        response = client.generic(method, address, "{}", content_type="application/json")
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
        assert method in response.json()["found"]
        assert "Access-Control-Allow-Origin" not in response


def test_a_head_is_answered_without_a_body(client, don):
    response = client.head("/api/v1/results")
    assert (response.status_code, response.content) == (200, b"")


def test_a_megabyte_is_refused_in_words(client, officer):
    for browser in (client, officer):
        response = browser.post("/api/v1/score", b" " * 1_100_000, content_type="application/json")
        assert response.status_code == 413
        assert "1048576" in response.json()["write"]


@pytest.mark.parametrize(("language", "word"), [("th", "ลองใหม่"), ("en", "again")])
def test_a_fault_of_the_portal_is_told_as_json(monkeypatch, language, word):
    monkeypatch.setattr("prongsai.portal.api.views.provinces_told", lambda: 1 / 0)
    response = Client(raise_request_exception=False).get("/api/v1/", headers={"Accept-Language": language})
    assert response.status_code == 500
    assert word in response.json()["write"]

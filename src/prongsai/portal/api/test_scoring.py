"""Rows that are sent are scored, mistakes are told by row and column; `tests/test_api.py` has the command beside it."""

import json

import pytest
from django.test import Client

from prongsai.portal.api.scoring import MOST_COLUMNS, MOST_ROWS, MOST_SCORED

pytestmark = pytest.mark.django_db

ROWS = [
    {"agency": "เทศบาลตัวอย่าง", "year": 2568, "instrument": "IIT", "code": "i1", "score": "๙๕.๗๖"},
    {"agency": "เทศบาลตัวอย่าง", "year": "๒๕๖๘", "instrument": "EIT1", "code": "instrument", "score": 94.51},
    {"agency": "เทศบาลตัวอย่าง", "year": 2568, "instrument": None, "code": 8, "score": "91.73"},
    *({"agency": "อบต. อื่น", "year": 2567, "code": number, "score": "90.00", "n": 9} for number in range(1, 11)),
    {"agency": "อบต. อื่น", "year": 2567, "code": "total", "score": "95"},
]


def test_rows_come_to_scores_level_and_contradictions(send):
    found = send(ROWS)
    assert [agency["total"] for agency in found] == [None, "90.00"]
    assert found[0]["instruments"]["EIT1"] == "94.51"
    assert found[1]["contradictions"] == [{"what": "total", "printed": "95.00", "computed": "90.00"}]


def test_a_year_picks_its_rows_and_stands_where_none_is_written(send):
    rows = [{"code": "total", "score": 90}, {"code": "total", "score": 80, "year": 2567}]
    assert [(agency["year"], agency["total"]) for agency in send(rows, year="๒๕๖๘")] == [(2568, "90.00")]


def test_a_year_without_rules_is_told(send):
    assert "2569" in send([{"code": "total", "score": 90}], status=422, year="2499")["write"]
    assert send([{"code": "total", "score": 90}], status=400, year="2025")["where"] == "year"


@pytest.mark.parametrize(
    ("wrong", "column", "word"),
    [
        ({"score": "101"}, "score", "0 ถึง 100"),
        ({"score": "1e2"}, "score", "0 ถึง 100"),
        ({"year": 2025}, "year", "2568"),
        ({"year": None}, "year", "?year="),
        ({"code": "i99"}, "code", ""),
        ({"n": "many"}, "n", "จำนวนเต็ม"),
        ({"score": [1]}, "score", "0 ถึง 100"),
    ],
)
def test_a_mistake_is_told_by_row_and_column(send, wrong, column, word):
    found = send([ROWS[0], ROWS[0] | wrong], status=422)
    assert (found["row"], found["column"], found["others"], found["count"]) == (2, column, [], 1)
    assert word in found["write"]


def test_every_mistake_is_told_in_english_too(send):
    found = send([{"year": 2568, "code": "i1", "instrument": "IIT", "score": 200}] * 30, status=422, language="en")
    assert (found["where"], found["row"], found["count"]) == ("body row 1 column score", 1, 30)
    assert [other["row"] for other in found["others"]] == list(range(2, 21))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[",
        b"[]",
        b"{}",
        b"[1]",
        b"null",
        b'[{"code": "total", "code": "total", "score": 1}]',
        b"[" * 100_000,
        b'[{"score": ' + b"[" * 900 + b"]" * 900 + b"}]",
        b"agency,year,code,score\n,2568,total,90",
        b"PK\x03\x04 a workbook",
        b"\xff\xfe[\x00",
        b"\x00",
        b'[{"code": "total", "score": "\\ud800", "year": 2568}]',
        b'[{"\\ud800": 1, "score": 1, "SCORE": 2}]',
        b"[" + b",".join(b'{"a": 1}' for _ in range(MOST_ROWS + 1)) + b"]",
        b"[" + b",".join(b'{"a%d": 1}' % n for n in range(MOST_COLUMNS + 1)) + b"]",
        b"[{" + b",".join(b'"a%d": 1' % n for n in range(60_000)) + b"}]",
    ],
)
def test_whatever_is_sent_is_refused_in_words(send, body):
    found = send(body, status=422)
    assert found["where"]
    assert found["write"]


def test_only_so_many_agencies_are_scored_at_a_time(send):
    rows = [{"agency": f"a{number}", "year": 2568, "code": "total", "score": 90} for number in range(MOST_SCORED + 1)]
    assert len(send(rows[1:])) == MOST_SCORED
    assert str(MOST_SCORED) in send(rows, status=422)["write"]


def test_nobody_needs_a_session_or_a_token_and_nothing_is_kept(don, django_assert_num_queries):
    client = Client(enforce_csrf_checks=True)
    with django_assert_num_queries(0):
        response = client.post("/api/v1/score", json.dumps(ROWS), content_type="text/plain")
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in response
    assert not response.cookies
    assert client.get("/api/v1/score").status_code == 405

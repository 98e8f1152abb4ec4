"""Requests to the API as programs make them; every answer is checked against the description, to the last key.

`ask("agencies/don", year=2567)` gives what is answered below `/api/v1/`, `send(rows)` what rows come to; both take the
status that is expected, and a language.
"""

import copy
import json

import jsonschema
import pytest
from django.urls import resolve

from prongsai.portal.api.description.document import describe
from prongsai.portal.api.description.endpoints import ENDPOINTS

__all__ = ["ask", "send"]


@pytest.fixture
def ask(client):
    """Asks below `/api/v1/` and gives the answer back, checked against the description; another status is a failure."""

    def act(address, status=200, *, language="", **asked):
        response = client.get(f"/api/v1/{address}", asked, headers={"Accept-Language": language})
        assert response.status_code == status, response.content.decode()
        return checked(response)

    return act


@pytest.fixture
def send(client):
    """Sends rows to be scored, or a body as it is."""

    def act(rows, status=200, *, language="", **asked):
        body = rows if isinstance(rows, (str, bytes)) else json.dumps(rows, ensure_ascii=False)
        response = client.post(
            "/api/v1/score",
            body,
            content_type="application/json",
            query_params=asked,
            headers={"Accept-Language": language},
        )
        assert response.status_code == status, response.content.decode()
        return checked(response)

    return act


def checked(response):
    """What was answered, if the description of its address says so of its status, to the last key."""
    assert response["Content-Type"] == "application/json; charset=utf-8"
    content = json.loads(response.content)
    name = resolve(response.request["PATH_INFO"]).url_name
    endpoint = next((one for one in ENDPOINTS if one.name == name), None)
    if endpoint is not None and str(response.status_code) != "405":
        document = closed(describe())
        said = document["paths"][endpoint.path][endpoint.method]["responses"][str(response.status_code)]
        schema = said["content"]["application/json"]["schema"] | {"components": document["components"]}
        jsonschema.Draft202012Validator(schema).validate(content)
    return content


def closed(document):
    """The description without room for keys that it does not name."""
    document = copy.deepcopy(document)
    for schema in document["components"]["schemas"].values():
        if "properties" in schema:
            schema["additionalProperties"] = False
    return document

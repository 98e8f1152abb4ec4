"""The description tells of every address and of nothing else. What is answered is checked against it in `../test_*.py`."""

import json

import jsonschema
import pytest
from django.urls import reverse

from prongsai.portal.api.description.document import describe
from prongsai.portal.api.description.endpoints import ENDPOINTS
from prongsai.portal.api.urls import urlpatterns

UNDESCRIBED = {"description", "unknown"}


def test_every_address_is_described_and_nothing_else_is():
    assert {entry.name for entry in urlpatterns} - UNDESCRIBED == {endpoint.name for endpoint in ENDPOINTS}


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_an_address_is_described_as_it_is(endpoint):
    parts = {parameter.name: parameter.name for parameter in endpoint.parameters if parameter.in_path}
    assert reverse(f"api:{endpoint.name}", kwargs=parts) == endpoint.path.format(**parts)


def test_the_description_is_served_as_it_is_written(client):
    response = client.get("/api/openapi.json")
    assert response.json() == json.loads(json.dumps(describe()))
    assert response["Access-Control-Allow-Origin"] == "*"


def test_its_schemas_are_schemas_and_every_reference_leads_somewhere():
    document = describe()
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    written = json.dumps(document)
    for part in written.split('"#/components/schemas/')[1:]:
        assert part.partition('"')[0] in document["components"]["schemas"]


def test_the_description_names_no_other_site():
    assert "http" not in json.dumps(describe())

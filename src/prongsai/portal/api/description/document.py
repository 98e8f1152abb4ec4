"""The OpenAPI document, written from the endpoints' types: nothing in it is kept by hand."""

from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from prongsai.portal.api.description.endpoints import ENDPOINTS, Endpoint, Parameter

Part = dict[str, Any]
TELLS = (
    "Published results of Thailand's Integrity and Transparency Assessment. Scores are strings with two decimals, "
    "years are of the Buddhist era, and what is not known is null. Mistakes are told in Thai, or in English for "
    "`Accept-Language: en`."
)
REFERENCE = "#/components/schemas/{name}"


@cache
def describe() -> Part:
    """The document; OpenAPI 3.1, whose schemas are JSON Schema 2020-12."""
    types = list(dict.fromkeys(kind for endpoint in ENDPOINTS for kind in _types_of(endpoint)))
    written, components = msgspec.json.schema_components(types, ref_template=REFERENCE)
    schemas = {repr(kind): schema for kind, schema in zip(types, written, strict=True)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Prongsai",
            "version": version("prongsai"),
            "description": TELLS,
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "paths": {endpoint.path: {endpoint.method: _operation(endpoint, schemas)} for endpoint in ENDPOINTS},
        "components": {"schemas": components},
    }


def _types_of(endpoint: Endpoint) -> list[Any]:
    taken = [] if endpoint.body is None else [endpoint.body]
    return [endpoint.answer, *taken, *(kind for _, kind in endpoint.refusals)]


def _operation(endpoint: Endpoint, schemas: dict[str, Part]) -> Part:
    answers = {"200": _content("The answer.", schemas[repr(endpoint.answer)])}
    refusals = {str(status): _content("What is wrong.", schemas[repr(kind)]) for status, kind in endpoint.refusals}
    operation: Part = {
        "operationId": endpoint.name,
        "summary": endpoint.tells,
        "parameters": [_parameter(parameter) for parameter in endpoint.parameters],
        "responses": answers | refusals,
    }
    if endpoint.body is not None:
        operation["requestBody"] = {"required": True, **_content("Rows.", schemas[repr(endpoint.body)])}
    return operation


def _parameter(parameter: Parameter) -> Part:
    return {
        "name": parameter.name,
        "in": "path" if parameter.in_path else "query",
        "required": parameter.in_path,
        "description": parameter.tells,
        "schema": dict(parameter.schema),
    }


def _content(tells: str, schema: Part) -> Part:
    return {"description": tells, "content": {"application/json": {"schema": schema}}}

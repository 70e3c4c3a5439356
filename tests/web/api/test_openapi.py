from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from foedera.web.api import openapi
from foedera.web.api.openapi import examples
from foedera.web.app import create_app
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from httpx2 import Response

RESET = bool(os.environ.get("FOEDERA_RESET_GOLDEN"))
FILE = Path(openapi.__file__).with_name("examples.json")
DEEP = 5
DIGEST = re.compile(r"^[0-9a-f]{64}$|^[0-9a-f]{12}$")


def cut(value: Any, depth: int = 0) -> Any:
    """A value cut short: the first items of arrays, and nothing from a certain depth on."""
    if isinstance(value, list):
        many = 1 if any(isinstance(one, dict) for one in value) else 3
        return [] if depth > DEEP else [cut(one, depth + 1) for one in value[:many]]
    if isinstance(value, dict):
        return {key: cut(one, depth + 1) for key, one in value.items()}
    return "0" * len(value) if isinstance(value, str) and DIGEST.match(value) else value


def request(client: TestClient, example: dict[str, Any]) -> Response:
    sent = example.get("sent")
    if sent is None:
        return client.get(example["request"])
    return client.post(example["request"], content=sent["body"], headers={"content-type": sent["type"]})


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def test_every_example_is_what_is_answered(client: TestClient) -> None:
    found = {}
    for name, example in examples().items():
        response = request(client, example)
        assert response.status_code == 200, (name, response.text)
        found[name] = {**example, "response": cut(response.json())}
    if RESET:
        FILE.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert json.loads(FILE.read_text(encoding="utf-8")) == found


def test_every_operation_has_an_example_and_words(document: dict[str, Any]) -> None:
    told = {operation["operationId"]: operation for _, _, operation in operations(document)}
    assert set(told) == set(examples())
    for name, operation in told.items():
        assert operation["summary"], name
        assert operation["description"].strip().endswith("."), name
        assert "example" in operation["responses"]["200"]["content"]["application/json"], name


def test_every_parameter_is_described_and_bounded(document: dict[str, Any]) -> None:
    for path, _, operation in operations(document):
        for parameter in operation.get("parameters", ()):
            schema = next((one for one in parameter["schema"].get("anyOf", ()) if one["type"] != "null"), None)
            bounded = {"maxLength", "maxItems", "maximum", "enum"} & set(schema or parameter["schema"])
            is_flag = parameter["schema"].get("type") == "boolean"
            assert parameter["description"], (path, parameter["name"])
            assert bounded or is_flag, (path, parameter["name"])


def test_every_error_is_problem_json(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        errors = {status: one for status, one in operation["responses"].items() if status != "200"}
        assert {"400", "414", "422", "503"} <= set(errors), path
        assert method == "get" or {"403", "408", "413", "415"} <= set(errors), path
        assert all(list(one["content"]) == ["application/problem+json"] for one in errors.values()), path


def test_every_reference_leads_to_a_schema(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    for _, _, operation in operations(document):
        operation["responses"]["200"]["content"]["application/json"].pop("example")
    refs = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(document)))
    known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert refs
    assert refs <= known


def test_every_answer_is_valid_against_its_schema(client: TestClient, document: dict[str, Any]) -> None:
    for _, _, operation in operations(document):
        name = operation["operationId"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        jsonschema.Draft202012Validator(whole).validate(request(client, examples()[name]).json())


def test_servers_of_the_document_have_the_prefix() -> None:
    with TestClient(create_app(Settings(prefix="/law"))) as client:
        made = client.get("/law/openapi.json").json()
        page = client.get("/law/api").text
        missing = client.get("/law/api/v1/nothing").json()
        rows = client.get("/law/api/v1/treaties?limit=2")
    assert made["servers"] == [{"url": "/law"}]
    assert 'href="/law/openapi.json"' in page
    assert 'href="/law/api/v1/ask?' in page
    assert missing["type"] == "/law/api#problem-not-found"
    assert missing["instance"] == "/law/api/v1/nothing"
    assert '</law/api/v1/treaties?limit=2&offset=2>; rel="next"' in rows.headers["link"]

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest

from foedera import load

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_corpus_says_its_version_and_what_its_silence_means(client: TestClient) -> None:
    found = client.get("/api/v1/corpus").json()
    world = load().world
    assert found["digest"] == world.digest
    assert found["digest"].startswith(found["version"])
    assert found["counts"]["instruments"] == len(world.records.instruments)
    assert [one["id"] for one in found["coverage"]] == list(world.records.coverage)
    assert found["problems"] == []


def test_kinds_have_the_names_of_their_roles(client: TestClient) -> None:
    found = {one["id"]: one for one in client.get("/api/v1/kinds").json()}
    assert (found["arms_transfer"]["actor"], found["arms_transfer"]["target"]) == ("supplier", "recipient")


def test_every_schema_is_one(client: TestClient) -> None:
    names = client.get("/api/v1/schemas").json()
    assert {"treaty", "scenario", "answer", "reading"} <= set(names)
    for name in names:
        jsonschema.Draft202012Validator.check_schema(client.get(f"/api/v1/schemas/{name}").json())


@pytest.mark.parametrize("path", ["/api/v1/corpus", "/api/v1/treaties", "/openapi.json", "/api"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""

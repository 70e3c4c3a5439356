from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from foedera import load
from foedera.render.reading_json import reading
from foedera.web.app import create_app
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from httpx2 import Response

TEXT = "The treaty of 19 June 2024 between Russia and the DPRK is in force."


def post(client: TestClient, body: str | bytes, media_type: str, query: str = "") -> Response:
    return client.post(f"/api/v1/read{query}", content=body, headers={"content-type": media_type})


def verdicts(response: Response) -> list[str]:
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return [claim["verdict"] for claim in found["documents"][0]["claims"]]


def test_text_is_read_as_python_reads_it(client: TestClient) -> None:
    sent = post(client, TEXT, "text/plain", "?dated=2025-01-15&on=2025-02-01&name=note.txt")
    expected = reading(load().read_text(TEXT, "note.txt", dated="2025-01-15", on="2025-02-01"))
    assert sent.json() == expected
    assert sent.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("text/markdown", f"# News\n\n{TEXT}\n"),
        ("text/html; charset=utf-8", f"<!doctype html><html><body><p>{TEXT}</p></body></html>"),
        ("application/json", json.dumps({"text": TEXT, "dated": "2025-01-15"})),
    ],
)
def test_every_format_gives_the_same_verdict(client: TestClient, media_type: str, body: str) -> None:
    expected = verdicts(post(client, TEXT, "text/plain", "?dated=2025-01-15"))
    assert expected
    assert verdicts(post(client, body, media_type, "?dated=2025-01-15")) == expected


def test_day_of_the_document_decides(client: TestClient) -> None:
    before, after = (post(client, TEXT, "text/plain", f"?dated={day}") for day in ("2024-11-30", "2025-01-15"))
    assert verdicts(before) != verdicts(after)


@pytest.mark.parametrize(
    ("media_type", "body", "query", "status", "kind"),
    [
        ("image/png", TEXT, "", 415, "media-type"),
        ("application/json", "{", "", 422, "parameters"),
        ("application/json", "[]", "", 422, "parameters"),
        ("application/json", "[" * 100_000, "", 422, "parameters"),
        ("application/json", '{"text": 5}', "", 422, "parameters"),
        ("application/json", '{"text": "x", "colour": "y"}', "", 422, "parameters"),
        ("application/json", '{"text": "x", "dated": "soon"}', "", 400, "question"),
        ("application/pdf", TEXT, "", 422, "document"),
        ("text/plain", "", "", 422, "document"),
        ("text/plain", TEXT, "?dated=2024-13-01", 400, "question"),
        ("text/plain", TEXT, "?colour=red", 422, "parameters"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    client: TestClient, media_type: str, body: str, query: str, status: int, kind: str
) -> None:
    response = post(client, body, media_type, query)
    assert response.status_code == status, response.text
    assert response.json()["type"].endswith(f"#problem-{kind}")


def test_half_characters_do_no_harm(client: TestClient) -> None:
    response = post(client, f'{{"text": "\\ud800 {TEXT}", "name": "\\udfff"}}', "application/json")
    assert response.status_code == 200
    assert response.json()["documents"][0]["text"] == f"? {TEXT}"


def test_document_that_is_too_long_is_refused() -> None:
    with TestClient(create_app(Settings(read_chars=50, max_body=200))) as client:
        long, longer = post(client, TEXT, "text/plain"), post(client, TEXT * 9, "text/plain")
    assert long.status_code == 413
    assert long.json()["type"].endswith("#problem-too-long")
    assert longer.status_code == 413
    assert longer.headers["content-type"] == "application/problem+json"

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_words_find_records_the_best_first(client: TestClient) -> None:
    found = client.get("/api/v1/search?q=kursk&limit=5").json()
    assert {"kind": "place", "id": "kursk"}.items() <= found["items"][0].items()


def test_kind_narrows_what_is_found(client: TestClient) -> None:
    found = client.get("/api/v1/search?q=nato&kind=treaty").json()
    assert {one["kind"] for one in found["items"]} == {"treaty"}
    assert found["items"][0]["id"] == "north-atlantic-1949"


def test_search_for_nothing_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/search?q=").status_code == 422
    assert client.get("/api/v1/search?q=x&kind=mood").status_code == 422


def test_nonsense_finds_nothing(client: TestClient) -> None:
    assert client.get("/api/v1/search?q=zzzqqqxxx").json()["total"] == 0

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.testclient import TestClient

QUESTION = "actor=RUS&target=POL&on=2025-01-01"


def test_map_gives_each_state_its_weightiest_status(client: TestClient) -> None:
    found = client.get(f"/api/v1/map?{QUESTION}&layer=help").json()
    states = {one["state"]: one for one in found["states"]}
    assert len(states) == len(found["states"])
    assert states["DEU"]["status"] == "due"
    assert states["DEU"]["is_help"]
    assert "north-atlantic-1949/5" in states["DEU"]["provisions"]


def test_map_of_another_layer_shows_other_findings(client: TestClient) -> None:
    found = client.get(f"/api/v1/map?{QUESTION}&layer=prohibitions").json()
    assert {one["modality"] for one in found["states"]} == {"must_not"}


def test_layer_that_is_none_is_refused(client: TestClient) -> None:
    assert client.get(f"/api/v1/map?{QUESTION}&layer=moods").status_code == 422


def test_network_gives_instruments_with_those_they_hold(client: TestClient) -> None:
    found = client.get("/api/v1/network?on=1962-10-16&kind=defence").json()
    warsaw = next(one for one in found["instruments"] if one["instrument"].startswith("warsaw"))
    assert "SUN" in warsaw["holds"]
    assert client.get("/api/v1/network?on=1962-10-16&kind=dance").status_code == 400

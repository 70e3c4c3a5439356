from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from foedera import load

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def get(client: TestClient, path: str) -> Any:
    response = client.get(f"/api/v1{path}")
    assert response.status_code == 200, response.text
    return response.json()


def test_pages_of_a_list_follow_their_links_to_the_end(client: TestClient) -> None:
    address, ids = "/api/v1/treaties?limit=7", []
    while address:
        response = client.get(address)
        ids += [one["id"] for one in response.json()["items"]]
        links = {rel: to for to, rel in re.findall(r'<([^>]+)>; rel="(\w+)"', response.headers["link"])}
        address = links.get("next", "")
    assert ids == sorted(load().world.records.instruments)
    assert links["last"].endswith("offset=56")
    assert links["prev"].endswith("offset=49")


def test_filters_of_a_list_narrow_it_and_stay_in_its_links(client: TestClient) -> None:
    response = client.get("/api/v1/treaties?party=PRK&kind=defence&limit=1")
    assert 0 < response.json()["total"] < 20
    assert all("party=PRK&kind=defence" in one for one in response.headers["link"].split(","))


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "offset=-1", "limit=x", "offset=99999999999999999999"])
def test_part_of_a_list_that_is_out_of_bounds_is_refused(client: TestClient, query: str) -> None:
    response = client.get(f"/api/v1/states?{query}")
    assert response.status_code == 422
    assert response.json()["parameters"]


def test_page_past_the_end_is_empty(client: TestClient) -> None:
    found = get(client, "/states?offset=5000")
    assert found["items"] == []
    assert found["total"] == len(load().world.records.states)


@pytest.mark.parametrize("name", ["treaties", "states", "places", "events", "officials", "sources", "cases"])
def test_every_row_of_a_list_leads_to_its_record(client: TestClient, name: str) -> None:
    for row in get(client, f"/{name}?limit=20")["items"]:
        assert get(client, f"/{name}/{row['id']}")["id"] == row["id"]


def test_treaty_on_a_day_says_whether_it_stands_and_whom_it_binds(client: TestClient) -> None:
    eve, day = (get(client, f"/treaties/rus-prk-2024?on={on}")["on"] for on in ("2024-12-03", "2024-12-04"))
    assert eve["in_force"]["truth"] == "false"
    assert day["in_force"]["truth"] == "true"
    assert day["parties"] == {"RUS": "true", "PRK": "true"}


def test_clause_has_all_its_versions_unless_one_is_named(client: TestClient) -> None:
    every = get(client, "/treaties/collective-security-1992/2")["provisions"]
    one = get(client, "/treaties/collective-security-1992/2@1992")["provisions"]
    assert len(every) == 2
    assert len(one) == 1


def test_clause_with_brackets_in_its_number_is_found(client: TestClient) -> None:
    assert get(client, "/treaties/eu-lisbon-2007/42(7)")["provisions"]


def test_obligations_are_those_of_the_command_line(client: TestClient) -> None:
    found = get(client, "/states/PRK/obligations?on=2024-12-10")
    expected = load().standing("PRK", on="2024-12-10")
    assert found["format"] == "foedera.standing/1"
    assert [one["instrument"] for one in found["instruments"]] == [one.instrument.id for one in expected]


def test_comparison_says_what_differs(client: TestClient) -> None:
    found = get(client, "/compare?clause=rus-prk-2024/4&clause=chn-prk-1961/2")
    assert found["clauses"] == ["rus-prk-2024/4", "chn-prk-1961/2"]
    assert {one["differs"] for one in found["features"]} == {True, False}


def test_one_clause_is_no_comparison(client: TestClient) -> None:
    assert client.get("/api/v1/compare?clause=rus-prk-2024/4").status_code == 422


def test_citation_without_a_name_is_of_foedera_and_its_corpus(client: TestClient) -> None:
    (found,) = get(client, "/cite")
    assert load().world.digest[:12] in found["title"]


@pytest.mark.parametrize(
    "path",
    [
        "/treaties/nothing", "/treaties/rus-prk-2024/99", "/states/Utopia", "/places/nowhere", "/events/none",
        "/officials/nobody", "/sources/none", "/doctrine/none", "/cases/none", "/schemas/none", "/nothing",
        "/states/Utopia/obligations?on=2024-12-10", "/treaties/a/b/c", "/treaties/%00",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_problem_of_its_own_kind(client: TestClient, path: str) -> None:
    response = client.get(f"/api/v1{path}")
    problem = response.json()
    assert response.status_code == 404
    assert problem["type"] == "/api#problem-not-found"
    assert problem["request_id"] == response.headers["x-request-id"]


def test_name_that_is_nearly_one_gets_a_hint(client: TestClient) -> None:
    assert "GBR" in client.get("/api/v1/states/Untied%20Kingdom").json()["hint"]


def test_day_that_is_none_is_no_missing_record(client: TestClient) -> None:
    assert client.get("/api/v1/treaties/rus-prk-2024?on=2024-02-30").status_code == 400


def test_method_that_an_address_does_not_take_is_refused_with_those_it_takes(client: TestClient) -> None:
    response = client.get("/api/v1/read")
    assert response.status_code == 405
    assert response.headers["allow"] == "POST, OPTIONS"
    assert response.json()["type"] == "/api#problem-method"

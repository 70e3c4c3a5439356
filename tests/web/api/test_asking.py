from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from foedera import load
from foedera.render import jsonable
from foedera.web.app import create_app
from foedera.web.packing import pack
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from httpx2 import Response

KURSK = "/api/v1/ask?actor=UKR&target=RUS&on=2024-12-10&at=kursk"
SCENARIO = """kind: scenario
on: 2025-01-01
events:
  - type: arms_transfer
    roles: {supplier: [PRK], recipient: [RUS]}
    attributes: {item: heavy}
"""
TREATY = """kind: treaty
id: imagined
title: Imagined Treaty
binding: legal
in_force: {on: 2020-01-01}
parties:
  - {state: KOR}
  - {state: JPN}
sources: []
confidence: memory
provisions:
  - article: 1
    kind: [defence]
    summary: Help against an attack.
    when: {armed_attack: {on: beneficiary, by: any_state}}
    duties:
      - {who: obligor, must: give_military_assistance, to: beneficiary}
    sources: []
    confidence: memory
"""


def statuses(answer: dict[str, Any], provision: str) -> set[str]:
    return {one["status"] for one in answer["findings"] if one["provision"] == provision}


def post(client: TestClient, body: str | bytes, media_type: str = "application/yaml", query: str = "") -> Response:
    return client.post(f"/api/v1/ask{query}", content=body, headers={"content-type": media_type})


def test_answer_is_what_python_gives(client: TestClient) -> None:
    treaties = load()
    expected = jsonable.answer(treaties.world, treaties.ask("UKR", "RUS", on="2024-12-10", at="kursk"))
    assert client.get(KURSK).json() == expected


def test_names_are_as_good_as_ids(client: TestClient) -> None:
    named = client.get("/api/v1/ask?actor=ukraine&target=russia&on=2024-12-10&at=Kursk").json()
    assert named == client.get(KURSK).json()


def test_derivations_can_be_left_out(client: TestClient) -> None:
    without = client.get(f"{KURSK}&derivations=false").json()
    assert without["findings"]
    assert all("derivation" not in one for one in without["findings"])


def test_all_gives_more_findings(client: TestClient) -> None:
    short, whole = (client.get(f"{KURSK}&derivations=false&all={one}").json() for one in ("false", "true"))
    assert len(whole["findings"]) > len(short["findings"])


def test_view_and_switch_change_the_status(client: TestClient) -> None:
    assert "arguable" in statuses(client.get(KURSK).json(), "rus-prk-2024/4")
    assert "due" in statuses(client.get(f"{KURSK}&view=RUS").json(), "rus-prk-2024/4")
    switched = client.get(f"{KURSK}&assume=self_defence:true").json()
    assert "due" not in statuses(switched, "rus-prk-2024/4")


def test_treaty_left_out_gives_no_finding(client: TestClient) -> None:
    assert not statuses(client.get(f"{KURSK}&without=rus-prk-2024").json(), "rus-prk-2024/4")


def test_treaty_supposed_gives_a_finding(client: TestClient) -> None:
    query = f"/api/v1/ask?actor=PRK&target=KOR&on=2025-01-01&with={pack(TREATY)}"
    assert statuses(client.get(query).json(), "imagined/1") == {"due"}


def test_problems_of_what_is_supposed_are_listed_with_places(client: TestClient) -> None:
    broken = TREATY.replace("JPN", "JPNX")
    response = client.get(f"/api/v1/ask?actor=PRK&target=KOR&on=2025-01-01&with={pack(broken)}")
    problem = response.json()
    assert response.status_code == 400
    assert problem["type"].endswith("#problem-corpus")
    assert [(one["line"], one["column"]) for one in problem["problems"] if one["severity"] == "error"] == [(8, 13)]


@pytest.mark.parametrize(
    ("query", "status", "kind", "hint"),
    [
        ("actor=Ukrane&target=RUS&on=2024-12-10", 400, "question", "UKR"),
        ("actor=UKR&target=RUS&on=2024-02-30", 400, "question", "2024-12-10"),
        ("actor=UKR&target=RUS&on=2024", 422, "parameters", ""),
        ("actor=UKR&target=RUS", 422, "parameters", ""),
        ("actor=UKR&target=RUS&on=2024-12-10&veiw=RUS", 422, "parameters", ""),
        ("actor=UKR&target=RUS&on=2024-12-10&assume=war:true", 400, "question", "state_of_war"),
        ("actor=UKR&target=RUS&on=2024-12-10&assume=request", 400, "question", "NAME:VALUE"),
        ("actor=UKR&target=RUS&on=2024-12-10&with=nonsense", 400, "question", "paste"),
        (f"actor={'x' * 301}&target=RUS&on=2024-12-10", 422, "parameters", ""),
    ],
)
def test_question_that_cannot_be_asked_says_what_would_do(
    client: TestClient, query: str, status: int, kind: str, hint: str
) -> None:
    response = client.get(f"/api/v1/ask?{query}")
    problem = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["type"].endswith(f"#problem-{kind}")
    assert problem["status"] == status
    assert hint in problem["hint"]


def test_misspelt_parameter_is_refused_with_what_was_meant(client: TestClient) -> None:
    problem = client.get(f"{KURSK}&veiw=RUS").json()
    message = "there is no such parameter; did you mean 'view'?"
    assert problem["parameters"] == [{"name": "veiw", "message": message}]


def test_question_that_is_too_much_work_is_refused_as_such() -> None:
    with TestClient(create_app(Settings(budget=5))) as client:
        response = client.get(KURSK)
        posted = post(client, SCENARIO)
    for one in (response, posted):
        assert one.status_code == 422
        assert one.json()["type"].endswith("#problem-step-budget")


def test_scenario_is_answered_alike_in_yaml_and_json(client: TestClient) -> None:
    events = [
        {
            "type": "arms_transfer",
            "roles": {"supplier": ["PRK"], "recipient": ["RUS"]},
            "attributes": {"item": "heavy"},
        }
    ]
    text = json.dumps({"kind": "scenario", "on": "2025-01-01", "events": events}, indent="\t")
    in_yaml, in_json = post(client, SCENARIO), post(client, text, "application/json")
    assert in_yaml.status_code == 200
    assert in_yaml.json()["findings"]
    assert in_yaml.json() == in_json.json()
    assert in_yaml.headers["cache-control"] == "no-store"


def test_scenario_of_many_events_is_answered_without_derivations_only(client: TestClient) -> None:
    sides = list(itertools.permutations(("USA", "RUS", "CHN", "GBR", "FRA"), 2))
    attacks = [f"  - {{type: armed_attack, roles: {{attacker: [{one}], victim: [{two}]}}}}" for one, two in sides]
    many = "\n".join(("kind: scenario", "on: 2025-01-01", "events:", *attacks))
    assert len(sides) == 20
    assert post(client, many, query="?derivations=false").status_code == 200
    refused = post(client, many)
    assert refused.status_code == 422
    assert "without derivations" in refused.json()["hint"]


def test_problems_beyond_the_first_fifty_are_counted(client: TestClient) -> None:
    problem = post(client, "".join("- 1\n" for _ in range(80))).json()
    assert len(problem["problems"]) == 50
    assert problem["more_problems"] == 30


def test_scenario_with_errors_gets_the_loaders_own_messages(client: TestClient) -> None:
    problem = post(client, SCENARIO.replace("events:", "evnts:")).json()
    assert problem["type"].endswith("#problem-corpus")
    assert any("evnts" in one["message"] and one["line"] == 3 for one in problem["problems"])


def test_unknown_names_of_a_scenario_are_listed_with_their_places(client: TestClient) -> None:
    wrong = SCENARIO.replace("supplier: [PRK]", "suplier: [Atlantis]").replace("item: heavy", "item: heavie")
    problem = post(client, wrong).json()
    assert problem["type"].endswith("#problem-corpus")
    found = [(one["code"], one["line"], one["column"], one["hint"]) for one in problem["problems"]]
    assert found == [
        ("E403", 5, 13, "did you mean 'supplier'?"),
        ("E204", 5, 23, "search for it: the search forgives spelling"),
        ("E406", 6, 24, "did you mean 'heavy'?"),
    ]


@pytest.mark.parametrize("body", ["", "[", "kind: treaty", b"\xff\xfe\x00", "- " * 5000, '{"kind": "scenario"}'])
def test_body_that_is_no_scenario_is_refused(client: TestClient, body: str | bytes) -> None:
    response = post(client, body)
    assert response.status_code == 400
    assert response.json()["type"].endswith("#problem-corpus")


def test_media_type_that_is_not_read_is_refused(client: TestClient) -> None:
    response = post(client, SCENARIO, "application/x-www-form-urlencoded")
    assert response.status_code == 415
    assert "application/yaml" in response.json()["hint"]


def test_what_if_tells_what_changes(client: TestClient) -> None:
    query = "actor=KOR&target=PRK&on=2025-06-01&without=chn-prk-1961"
    found = client.get(f"/api/v1/what-if?{query}").json()
    assert found["before"]["question"]["suppositions"] == []
    assert found["after"]["question"]["suppositions"] == [{"without": "chn-prk-1961"}]
    lost = next(one for one in found["changes"] if one["provision"] == "chn-prk-1961/2" and one["obligor"] == "CHN")
    assert lost["before"] == "due"
    assert lost["after"] is None


def test_what_if_without_a_supposition_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/what-if?actor=KOR&target=PRK&on=2025-06-01").status_code == 400

"""Scenario: a text becomes an address, its answer stands there, and what is wrong with it is told with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from foedera.web.packing import pack, unpack
from foedera.web.pages.scenario import EXAMPLES

if TYPE_CHECKING:
    from starlette.testclient import TestClient

KURSK = EXAMPLES["kursk"][1]
EVENT = "  - {type: armed_attack, roles: {attacker: [USA], victim: [PRK]}, attributes: {scale: large}}\n"
ONE = f"kind: scenario\non: 2025-06-01\nevents:\n{EVENT}"
SUPPOSED = f"""{ONE}instruments:
  - kind: instrument
    id: fra-prk-supposed
    title: A supposed treaty between France and North Korea
    binding: legal
"""


def post(client: TestClient, text: str) -> Any:
    """The form, as a browser posts it."""
    return client.post("/scenario", files={"text": (None, text)}, follow_redirects=False)


def at(client: TestClient, text: str, more: str = "") -> Any:
    """The view of a scenario."""
    return client.get(f"/scenario?text={pack(text)}{more}")


def test_a_scenario_that_is_sent_gets_an_address_that_holds_all_of_it(client: TestClient) -> None:
    answer = post(client, KURSK.replace("\n", "\r\n"))
    assert answer.status_code == 303
    assert answer.headers["cache-control"] == "no-store"
    address = answer.headers["location"]
    assert unpack(address.partition("text=")[2]) == KURSK
    view = client.get(address)
    assert view.status_code == 200
    assert "North Korea" in view.text
    assert "The attack of August 2024" in view.text
    assert "as of <time" in view.text


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_offered_fills_the_form_and_has_an_answer(client: TestClient, name: str) -> None:
    assert f"/scenario?example={name}" in client.get("/scenario").text
    form = client.get(f"/scenario?example={name}").text
    assert "kind: scenario" in form
    assert 'class="answer"' not in form
    assert 'class="answer"' in at(client, EXAMPLES[name][1]).text


def test_findings_have_derivations_and_links_and_open_questions_have_switches(client: TestClient) -> None:
    text = at(client, KURSK).text
    assert '<ul class="steps">' in text
    assert 'href="/treaties/rus-prk-2024' in text
    assert 'id="hinge-A"' in text
    assert re.search(r'<a href="/scenario\?text=[^"]*&amp;assume=request%3Atrue"', text)


def test_a_switch_changes_the_answer_and_the_change_is_told(client: TestClient) -> None:
    plain = at(client, ONE)
    assert "What the switches change" not in plain.text
    switched = at(client, ONE, "&assume=state_of_war:true")
    assert "What the switches change" in switched.text
    assert re.search(r"arguable</span> →.*China must give", switched.text)
    back = re.search(r'data-switch="state_of_war".*?<a href="([^"]*)">as assumed</a>', switched.text, re.DOTALL)
    assert back
    assert "assume" not in back[1]


def test_an_unknown_switch_is_refused(client: TestClient) -> None:
    assert at(client, ONE, "&assume=weather:true").status_code == 400
    assert at(client, ONE, "&assume=weather").status_code == 400


def test_findings_of_one_state_have_an_address(client: TestClient) -> None:
    text = at(client, ONE, "&obligor=CHN").text
    assert "Only what binds China" in text
    assert "chn-prk-1961/2" in text


def test_a_mistake_is_told_with_its_line_and_the_text_stands_beside_it(client: TestClient) -> None:
    broken = "kind: scenario\non: 2025-06-01\nevnts: []\n"
    answer = at(client, broken)
    assert answer.status_code == 400
    assert "scenario.yaml:3:1: error[E403]" in answer.text
    assert "did you mean &#39;events&#39;?" in answer.text
    assert '<li id="L3" class="differs"><span class="number">3</span><code>evnts: [] <strong>← E403' in answer.text
    assert "evnts: []\n</textarea>" in answer.text


def test_unknown_names_are_told_with_their_lines_and_stay_in_the_form(client: TestClient) -> None:
    wrong = KURSK.replace("[kursk]", "[kursq]").replace("requester: [RUS]", "requestor: [Atlantis]")
    answer = at(client, wrong)
    assert answer.status_code == 400
    assert "scenario.yaml:9:10: error[E206]" in answer.text
    assert "did you mean kursk (Kursk)?" in answer.text
    assert "scenario.yaml:12:13: error[E403]" in answer.text
    assert "scenario.yaml:12:25: error[E204]" in answer.text
    assert "search for it" in answer.text
    assert "foedera list" not in answer.text
    assert '<li id="L9" class="differs">' in answer.text
    assert "[kursq]" in answer.text.partition("<textarea")[2]


def test_a_supposed_treaty_is_checked_against_the_corpus(client: TestClient) -> None:
    answer = at(client, SUPPOSED + "    parties: [{state: FRANCONIA}]\n    provisions: []\n")
    assert answer.status_code == 400
    assert "FRANCONIA" in answer.text


@pytest.mark.parametrize(
    ("text", "status", "message"),
    [
        ("kind: instrument\nid: x\n", 400, "error["),
        ("[" * 5_000, 400, "error["),
        ("a: &a [x]\nb: [*a, *a]\n", 400, "error["),
        (ONE.replace("USA", "Atlantis"), 400, "Atlantis"),
        (ONE.replace("armed_attack", "armed_atack"), 400, "armed_atack"),
        (ONE + 30 * EVENT, 422, "events"),
        ("kind: scenario\x00", 400, "error["),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_reason(
    client: TestClient, text: str, status: int, message: str
) -> None:
    answer = at(client, text)
    assert answer.status_code == status
    assert message in answer.text
    assert "Traceback" not in answer.text


def test_everything_of_many_events_is_not_shown_on_one_page(client: TestClient) -> None:
    three = ONE + 2 * EVENT
    assert at(client, three).status_code == 200
    assert at(client, three, "&all=1").status_code == 422
    assert "all=1" not in at(client, three).text
    assert "all=1" in at(client, ONE).text


def test_a_broken_address_is_refused(client: TestClient) -> None:
    assert client.get("/scenario?text=nonsense").status_code == 400
    assert client.get("/scenario?text=" + "A" * 9_000).status_code == 400


def test_a_scenario_too_long_for_an_address_is_answered_without_one(client: TestClient) -> None:
    noise = "".join(f"# {hash((1, number)):x}{hash((number, 2)):x}\n" for number in range(600))
    answer = post(client, ONE + noise)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "too long for an address" in answer.text
    assert "China" in answer.text
    assert "data-address" not in answer.text
    assert "assume=" not in answer.text


def test_an_empty_or_huge_scenario_is_refused(client: TestClient) -> None:
    assert post(client, "  ").status_code == 400
    assert post(client, "# x\n" * 60_000).status_code == 413


def test_letters_of_a_scenario_are_never_markup(client: TestClient) -> None:
    evil = ONE.replace("kind: scenario", "kind: scenario\ntitle: '</textarea><script>alert(1)</script>'")
    assert "<script>alert" not in at(client, evil).text
    assert "<script>alert" not in at(client, evil.replace("events", "evnts")).text

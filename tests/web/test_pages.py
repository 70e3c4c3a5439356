"""Ask, map, what-if and network as pages: what stands on them, and what is said of nonsense."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from foedera.api import load
from foedera.web.pages.what_if import EXAMPLE

if TYPE_CHECKING:
    from starlette.testclient import TestClient

KURSK = {"actor": "UKR", "target": "RUS", "on": "2024-12-10", "at": "kursk"}
POLAND = {"actor": "RUS", "target": "POL", "on": "2025-01-01"}
KOREA = {"actor": "KOR", "target": "PRK", "on": "2025-06-01"}
QUESTIONS = [KURSK, POLAND, KOREA, {"actor": "ARG", "target": "GBR", "on": "1982-04-02", "at": "falklands"}]


def table_of(text: str) -> dict[str, str]:
    return dict(re.findall(r'<tr data-state="([^"]+)" data-status="([^"]+)">', text))


def map_of(text: str) -> dict[str, str]:
    drawn = text[text.index('<svg class="map"') : text.index("</svg>", text.index('<svg class="map"'))]
    links = re.findall(r'<a class="([^"]*)" href="([^"]*)"', drawn)
    found = {}
    for classes, href in links:
        state = re.search(r"obligor=([^&]+)", html.unescape(href))
        status = [one for one in classes.split() if one not in ("attacker", "victim")]
        if state and status:
            found[state[1]] = status[0]
    return found


@pytest.mark.parametrize("layer", ["duties", "help", "liberties", "prohibitions"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_map_and_table_say_the_same(client: TestClient, question: dict[str, str], layer: str) -> None:
    text = client.get("/map", params={**question, "layer": layer}).text
    assert map_of(text) == table_of(text)


def test_map_of_a_place_outside_the_treaty_area_colours_nobody_for_it(client: TestClient) -> None:
    """Article 5 does not reach the Falkland Islands, so no help is due from the NATO states."""
    text = client.get("/map", params={**QUESTIONS[3], "layer": "help"}).text
    assert "USA" not in table_of(text)


def test_area_map_tells_home_from_overseas(client: TestClient) -> None:
    found = table_of(client.get("/map/area/north-atlantic-1949/5", params={"on": "2025-01-01"}).text)
    assert found["TUR"] == found["USA"] == found["canary-islands"] == "inside"
    assert found["french-guiana"] == found["hawaii"] == found["falklands"] == "outside"


def test_treaty_map_tells_the_bound_on_the_day(client: TestClient) -> None:
    found = table_of(client.get("/map/treaty/warsaw-1955", params={"on": "1970-01-01"}).text)
    assert found["SUN"] == found["POL"] == "inside"
    assert "ALB" not in found


def test_answer_begins_with_the_sentence_and_counts(client: TestClient) -> None:
    text = client.get("/ask", params=KURSK).text
    assert re.search(r'<p class="answer"><strong>[^<]*North Korea[^<]*may have to help', text)
    counts = dict(re.findall(r'href="#(must|arguable|barred)">[^<]*<b>(\d+)</b>', text))
    assert int(counts["must"]) > 0
    assert int(counts["barred"]) == 1


def test_counts_are_of_what_is_shown_with_the_states_beside_them(client: TestClient) -> None:
    text = client.get("/ask", params={"actor": "RUS", "target": "POL", "on": "2025-06-01"}).text
    counts = dict(re.findall(r'href="#(\w+)">[^<]*<b>(\d+)</b>', text))
    buckets = re.findall(
        r'<section class="bucket (\w+)".*?<span class="count">([^<]*)</span>(.*?)</section>', text, re.DOTALL
    )
    assert {name for name, _, _ in buckets} <= set(counts)
    for name, heading, shown in buckets:
        assert heading.split(" ")[0] == counts[name] == str(shown.count('<article class="finding'))
    must = next(heading for name, heading, _ in buckets if name == "must")
    assert re.fullmatch(r"\d+ \(\d+ state by state\)", must)


def test_every_finding_has_its_derivation_with_places_in_the_corpus(client: TestClient) -> None:
    text = client.get("/ask", params=KURSK).text
    findings = text.split('<article class="finding')[1:]
    assert findings
    for one in findings:
        assert '<ul class="steps">' in one
        assert "/corpus/corpus/" in one


def test_states_told_together_have_their_own_derivations(client: TestClient) -> None:
    text = client.get("/ask", params={**POLAND, "obligor": "DEU"}).text
    assert "Only what binds Germany" in text
    assert "Own derivation of" not in text
    assert "France must" not in text


def test_switch_changes_the_answer_and_the_changes_are_listed(client: TestClient) -> None:
    text = client.get("/ask", params={**KURSK, "assume": "self_defence:true"}).text
    assert "What the switches change" in text
    assert 'aria-current="true">yes' in text


@pytest.mark.parametrize("path", ["/ask", "/map", "/what-if"])
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"actor": "Ruritania"}, "no state is called"),
        ({"on": "tomorrow"}, "is not a day"),
        ({"at": "atlantis"}, "no place is called"),
        ({"assume": "mood"}, "is not a pair"),
        ({"with": "!!!"}, "broken"),
        ({"actor": "x" * 4000}, "too long"),
        ({"on": ""}, "lacks"),
    ],
)
def test_nonsense_is_told_in_words(client: TestClient, path: str, changed: dict[str, str], said: str) -> None:
    response = client.get(path, params={**KURSK, **changed})
    assert response.status_code == 400
    assert said in html.unescape(response.text).lower()
    assert "<main" in response.text


def test_markup_in_an_address_stays_text(client: TestClient) -> None:
    for path in ("/ask", "/map", "/what-if", "/network", "/search", "/compare", "/read"):
        text = client.get(path, params={**KURSK, "actor": "<script>x</script>", "q": "<script>x</script>"}).text
        assert "<script>x" not in text


def test_what_if_without_a_treaty_shows_what_is_lost(client: TestClient) -> None:
    text = client.get("/what-if", params={**KOREA, "without": "chn-prk-1961"}).text
    changes = text[text.index('id="changes"') : text.index('class="beside"')]
    assert "China must give military and other assistance to North Korea" in changes
    assert "due" in changes
    assert "rus-prk-2024" not in changes


@pytest.mark.parametrize("path", ["/ask", "/map", "/what-if"])
def test_question_without_states_is_a_form_that_keeps_what_is_given(client: TestClient, path: str) -> None:
    response = client.get(path, params={"on": "2024-12-10", "without": "north-atlantic-1949"})
    assert response.status_code == 200
    assert 'name="on" value="2024-12-10"' in response.text
    assert re.search(r'name="without"[^>]*value="north-atlantic-1949"', response.text)


def test_supposed_records_go_into_an_address_that_says_it_all(client: TestClient) -> None:
    response = client.post("/what-if", params=KURSK, data={"text": EXAMPLE}, follow_redirects=False)
    assert response.status_code == 303
    text = client.get(response.headers["location"]).text
    changes = text[text.index('id="changes"') : text.index('class="beside"')]
    assert "Poland must give military and other assistance to Russia" in changes
    before, _, after = text[text.index('class="beside"') :].partition("As supposed")
    assert "imagined-pact/1" not in before
    assert "imagined-pact/1" in after


def test_problems_of_supposed_records_are_shown_with_their_places(client: TestClient) -> None:
    broken = EXAMPLE.replace("state: POL", "state: POLL")
    response = client.post("/what-if", params=KURSK, data={"text": broken})
    assert response.status_code == 400
    assert "supposed.yaml:7" in response.text
    assert "POLL" in response.text
    assert response.headers["cache-control"] == "no-store"


def test_network_filters_by_kind_region_and_focus(client: TestClient) -> None:
    day = {"on": "1962-10-16"}
    drawn = [
        client.get("/network", params={**day, **more})
        .text.partition('class="scroller"')[2]
        .partition('class="all-days"')[0]
        for more in ({}, {"region": "europe", "kind": "defence"}, {"focus": "PRK"})
    ]
    whole, europe, korea = drawn
    assert whole.count("<a ") > europe.count("<a ") > korea.count("<a ")
    assert "warsaw-1955" in europe
    assert "rio-1947" not in europe
    assert client.get("/network", params={**day, "region": "atlantis"}).status_code == 400


@pytest.mark.parametrize("path", ["/ask", "/map", "/what-if", "/network"])
def test_day_and_version_stand_on_every_view(client: TestClient, path: str) -> None:
    version = client.get("/health").json()["corpus"][:12]
    text = client.get(path, params=KOREA).text
    assert version in text
    assert '<time datetime="2025-06-01">' in text
    assert "Cite this view" in text


def test_roles_on_the_map_are_those_of_the_kind_of_event(client: TestClient) -> None:
    question = {"actor": "PRK", "target": "RUS", "on": "2025-01-01", "event": "arms_transfer", "given": "item:heavy"}
    text = client.get("/map", params=question).text
    assert "North Korea (supplier)" in text
    assert "Russia (recipient)" in text
    assert "attacker" not in re.sub(r'class="[^"]*"|id="[^"]*"|href="[^"]*"|<option.*', "", text)


def test_area_map_says_why(client: TestClient) -> None:
    text = client.get("/map/area/north-atlantic-1949/5", params={"on": "2025-01-01"}).text
    row = text[text.index('data-state="french-guiana"') :].partition("</tr>")[0]
    assert 'class="truth no"' in row


def test_map_says_what_is_not_covered(client: TestClient) -> None:
    text = client.get("/map", params=POLAND).text
    assert "Not covered" in text
    assert "not concerned" not in text


def test_map_of_a_treaty_says_that_not_all_parties_are_on_record(client: TestClient) -> None:
    text = client.get("/map/treaty/npt-1968", params={"on": "2020-01-01"}).text
    assert "as far as is on record" in text
    whys = [one.why for one in load().world.records.coverage.values() if one.instrument == "npt-1968"]
    assert whys
    assert whys[0][:60] in html.unescape(text)

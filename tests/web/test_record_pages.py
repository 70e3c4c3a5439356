"""Pages of places, events, organs, office-holders, sources and rules."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import pytest
from page_text import text_of

from foedera.api import load

PARTS = ("actors", "places", "events", "officials", "sources", "doctrine")


@pytest.mark.parametrize("part", PARTS)
def test_every_record_has_a_page_and_an_unknown_one_does_not(client, part: str) -> None:
    for name in getattr(load().world.records, part):
        assert client.get(f"/{part}/{name}").status_code == 200, name
    missing = client.get(f"/{part}/no-such-record")
    assert missing.status_code == 404
    assert "no-such-record" in missing.text


def test_a_place_names_every_claim_and_who_administers_it(client) -> None:
    text = text_of(client.get("/places/senkaku"))
    assert "No position is taken on whose it is" in text
    claims = text.split("Who claims it", 1)[1].split("Who recognises", 1)[0]
    assert all(name in claims for name in ("Japan", "Taiwan", "China"))


def test_doubtful_days_are_told_in_words(client) -> None:
    assert "1971-02-23 or 1971-06-11" in text_of(client.get("/places/senkaku"))


def test_a_day_says_who_administers_a_place(client) -> None:
    assert "On 1960-01-01 administered by United States" in text_of(client.get("/places/senkaku?on=1960-01-01"))


def test_a_place_says_how_the_map_draws_it(client) -> None:
    assert "drawn as Algeria</dd>" in client.get("/places/algeria-departments").text
    assert "in no state’s colour while more than one holds or claims it" in client.get("/places/mayotte").text
    assert "On the map" not in client.get("/places/kursk").text
    assert "On the map" not in client.get("/places/aruba").text


def test_an_event_has_each_position_with_its_day_and_source(client) -> None:
    text = text_of(client.get("/events/korean-war-1950"))
    assert "1950-06-27 United Nations Security Council asserts it" in text
    assert "1950-07-04 Soviet Union denies it" in text
    assert "events-ussr-statement-1950" in text


def test_an_organ_shows_what_it_said(client) -> None:
    assert "asserts it" in client.get("/actors/unsc").text


def test_a_source_names_the_records_that_cite_it(client) -> None:
    page = client.get("/sources/events-scr-83").text
    assert "/events/korean-war-1950" in page


def test_a_disputed_attribution_is_said(client) -> None:
    organs = load().world.records.actors.values()
    disputed = next(one.id for one in organs if one.attribution == "disputed")
    assert "the attribution is disputed" in client.get(f"/actors/{disputed}").text


def test_a_bad_day_is_refused(client) -> None:
    assert client.get("/events/korean-war-1950?on=x").status_code == 400


def test_links_of_a_page_lead_somewhere_and_anchors_exist(client) -> None:
    starts = (
        "/treaties/rus-prk-2024?on=2024-12-10",
        "/states/KOR?on=2024-12-10",
        "/events/rus-ukr-2022",
        "/places/crimea",
    )
    own = re.compile("/(treaties|states|places|events|officials|actors|sources|doctrine|cases|corpus)/")
    pages: dict[str, str] = {}
    for start in starts:
        for address in {html.unescape(one) for one in re.findall(r'href="([^"]+)"', client.get(start).text)}:
            parts = urlsplit(address)
            if not own.match(parts.path):
                continue
            page = address.partition("#")[0]
            if page not in pages:
                response = client.get(page)
                assert response.status_code == 200, (start, address)
                pages[page] = response.text
            assert not parts.fragment or f'id="{parts.fragment}"' in pages[page], (start, address)
    assert len(pages) > 100

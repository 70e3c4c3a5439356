"""The page of a state: what binds it on a day, and what is open."""

from __future__ import annotations

import re

from page_text import text_of

from foedera.api import load
from foedera.truth import Truth


def test_a_state_that_is_gone_is_shown_as_of_its_last_day(client) -> None:
    response = client.get("/states/SUN", follow_redirects=False)
    assert response.headers["location"] == "/states/SUN?on=1991-12-25"


def test_a_name_leads_to_the_id_and_an_organ_to_its_own_page(client) -> None:
    assert (
        client.get("/states/Russia?on=2020-01-01", follow_redirects=False).headers["location"].startswith("/states/RUS")
    )
    assert client.get("/states/unsc", follow_redirects=False).headers["location"].startswith("/actors/unsc")


def test_an_id_that_is_also_the_name_of_an_organ_is_the_state(client) -> None:
    assert client.get("/states/CPV?on=2020-01-01").status_code == 200


def test_every_instrument_that_binds_is_on_the_page(client) -> None:
    page = client.get("/states/PRK?on=2024-12-10").text
    found = load().standing("PRK", on="2024-12-10")
    assert found
    for one in found:
        assert all(f">{clause.id}</a>" in page for clause in (*one.owes, *one.owed)), one.instrument.id


def test_what_is_open_says_why(client) -> None:
    found = [one for one in load().standing("RUS", on="2024-12-10") if one.step.truth is Truth.UNKNOWN]
    page = client.get("/states/RUS?on=2024-12-10").text
    opened = page.split('id="open"', 1)[1].split("<h3>", 1)[0]
    assert all(one.instrument.title in opened for one in found)
    assert '<ul class="steps">' in opened


def test_a_clause_of_disputed_legal_force_is_not_said_to_bind(client) -> None:
    page = client.get("/states/RUS?on=2024-12-10").text
    row = next(row for row in page.split("<tr>") if ">budapest-1994/1</a>" in row)
    assert "whether it binds in law is disputed" in row
    assert ">binds<" not in row


def test_partners_are_those_of_the_day(client) -> None:
    partners = client.get("/states/PRK?on=1965-01-01").text.split('id="partners"', 1)[1].split("</table>", 1)[0]
    assert "/states/SUN" in partners
    assert "/states/RUS" not in partners


def test_the_timeline_and_its_table_name_the_same_instruments(client) -> None:
    page = client.get("/states/PRK?on=2024-12-10").text.split('id="timeline"', 1)[1].split("</section>", 1)[0]
    picture, table = page.split("</svg>", 1)
    drawn = set(re.findall(r'href="(/treaties/[^"?]+)', picture))
    told = set(re.findall(r'href="(/treaties/[^"?]+)', table))
    assert drawn == told


def test_disputed_statehood_shows_the_positions(client) -> None:
    text = text_of(client.get("/states/TWN?on=2024-01-01"))
    assert "Its statehood is disputed" in text
    assert "Positions on its statehood" in text


def test_places_are_told_without_taking_a_side(client) -> None:
    for state in ("JPN", "CHN"):
        assert "Claims Senkaku" in text_of(client.get(f"/states/{state}?on=2024-12-10"))


def test_a_state_says_how_the_map_draws_it_with_sources(client) -> None:
    text = text_of(client.get("/states/SUN?on=1985-01-01"))
    assert "drawn as Russia, Ukraine (until 1991-08-24" in text
    assert "never recognised the annexation of the Baltic states" in text
    assert "Drawn with Panama, which separated from it in 1903" in text_of(client.get("/states/COL?on=2020-01-01"))
    assert "shown at latitude 52.52, longitude 13.41" in text_of(client.get("/states/DDR?on=1985-01-01"))
    assert "On the map" not in text_of(client.get("/states/POL?on=1985-01-01"))


def test_nobody_is_not_found(client) -> None:
    response = client.get("/states/atlantis?on=2020-01-01")
    assert response.status_code == 404
    assert "`foedera" not in response.text


def test_every_state_has_a_page(client) -> None:
    for name in load().world.records.states:
        assert client.get(f"/states/{name}").status_code == 200, name


def test_duties_name_the_state_and_a_partner_that_is_alone(client) -> None:
    text = text_of(client.get("/states/USA?on=2020-01-01"))
    binds = text[text.index("What binds it on") : text.index("What protects it")]
    assert "United States must act to meet the common danger with Japan;" in binds
    assert "United States must act to meet the common danger with the beneficiary;" in binds
    assert "the obligor must" not in binds


def test_what_binds_stands_before_what_is_open(client) -> None:
    page = client.get("/states/RUS?on=2025-01-01").text
    table = page[page.index("<h3>Nonaggression") :].partition("</table>")[0]
    words = re.findall(r'<span class="truth (yes|open|no)">', table)
    assert words.index("open") == words.count("yes") > 0
    assert page.index("<h3>Defence") < page.index('id="open"')


def test_state_that_did_not_exist_is_bound_by_nothing_and_says_who_did(client):
    text = client.get("/states/RUS", params={"on": "1990-01-01"}).text
    assert "Russia did not exist on 1990-01-01 (it is recorded from 1991-12-26): nothing binds it then." in text
    assert '<a href="/states/SUN?on=1990-01-01">Soviet Union on that day</a>' in text

"""The page of an instrument says all that is on record of it, as of a day."""

from __future__ import annotations

import re

from page_text import text_of

from foedera.api import load


def test_without_a_day_it_is_shown_as_of_today_and_the_address_says_so(client) -> None:
    response = client.get("/treaties/rus-prk-2024", follow_redirects=False)
    assert response.status_code == 302
    assert re.fullmatch(r"/treaties/rus-prk-2024\?on=\d{4}-\d\d-\d\d", response.headers["location"])


def test_a_name_leads_to_the_address_with_the_id(client) -> None:
    response = client.get("/treaties/North Atlantic Treaty?on=2000-01-01", follow_redirects=False)
    assert response.headers["location"] == "/treaties/north-atlantic-1949?on=2000-01-01"


def test_it_is_in_force_on_one_day_and_not_on_another(client) -> None:
    assert "In force: yes" in text_of(client.get("/treaties/rus-prk-2024?on=2024-12-10"))
    before = text_of(client.get("/treaties/rus-prk-2024?on=2024-08-06"))
    assert "In force: no" in before
    assert "Bound then: nobody" in before


def test_who_is_open_is_named_with_what_it_hinges_on(client) -> None:
    text = text_of(client.get("/treaties/moscow-declaration-2001?on=2025-06-01"))
    assert "In force: open" in text
    assert "hinges on:" in text


def test_entry_and_exit_stand_in_the_picture_and_in_the_table(client) -> None:
    page = client.get("/treaties/warsaw-1955?on=1960-01-01").text
    picture, table = page.split('<svg class="lifelines" ', 1)[1].split("<table>", 1)
    assert "Albania" in picture.split("</svg>")[0]
    albania = next(row for row in table.split("<tr>") if "/states/ALB" in row)
    assert "1968" in albania


def test_supersession_is_told_from_both_sides(client) -> None:
    assert "Supersedes Treaty of Friendship" in text_of(client.get("/treaties/rus-prk-2024?on=2024-12-10"))
    assert "Superseded by Treaty on Comprehensive" in text_of(client.get("/treaties/rus-prk-2000?on=2024-12-10"))


def test_a_clause_stands_in_words_with_its_axes(client) -> None:
    text = text_of(client.get("/treaties/rus-prk-2024?on=2024-12-10"))
    assert "an armed attack on the beneficiary by any state" in text
    assert "no discretion, by all means, at once" in text


def test_every_source_of_an_instrument_has_its_anchor(client) -> None:
    instrument = load().world.records.instruments["north-atlantic-1949"]
    page = client.get("/treaties/north-atlantic-1949?on=2024-12-10").text
    assert all(f'id="source-{name}"' in page for name in instrument.references)


def test_disputed_force_shows_both_positions(client) -> None:
    text = text_of(client.get("/treaties/budapest-1994?on=2024-12-10"))
    assert "of disputed legal force" in text
    assert "asserts it" in text
    assert "denies it" in text


def test_the_cases_that_use_it_are_linked(client) -> None:
    assert 'href="/cases/kursk-no-view"' in client.get("/treaties/rus-prk-2024?on=2024-12-10").text


def test_the_line_in_the_corpus_is_linked(client) -> None:
    page = client.get("/treaties/rus-prk-2024?on=2024-12-10").text
    assert 'href="/corpus/corpus/instruments/rus-prk-2024.yaml#L1"' in page


def test_an_unknown_instrument_is_said_to_be_unknown(client) -> None:
    response = client.get("/treaties/rus-prk-2025?on=2024-12-10")
    assert response.status_code == 404
    assert "did you mean" in response.text.lower()


def test_a_day_that_is_none_is_refused_with_a_hint(client) -> None:
    response = client.get("/treaties/rus-prk-2024?on=yesterday")
    assert response.status_code == 400
    assert "Write the day as 2024-12-10" in response.text


def test_every_instrument_has_a_page_on_the_first_and_a_late_day(client) -> None:
    for name in load().world.records.instruments:
        for on in ("1816-01-01", "2025-01-01"):
            assert client.get(f"/treaties/{name}?on={on}").status_code == 200, name


def test_the_same_as_data_is_one_link_away(client) -> None:
    for page in ("/treaties/rus-prk-2024?on=2024-12-10", "/states/PRK?on=2024-12-10", "/events/korean-war-1950"):
        found = re.findall(r'href="(/api/v1[^"]*)"', client.get(page).text)
        assert found
        assert all(client.get(one).status_code == 200 for one in found)


def test_a_suspension_that_runs_stands_beside_in_force_with_who_disputes_it(client) -> None:
    text = text_of(client.get("/treaties/korean-armistice-1953?on=2020-01-01"))
    status = text[text.index("In force: yes") : text.index("Bound then")]
    assert "no longer in effect, in the view of North Korea; in effect, in the view of South Korea" in (
        status.replace(" ;", ";")
    )
    before = text_of(client.get("/treaties/korean-armistice-1953?on=2012-01-01"))
    assert "2013" not in before[before.index("In force: yes") : before.index("Bound then")]
    halted = text_of(client.get("/treaties/inter-korean-military-2018?on=2025-01-01"))
    assert "Suspension on record: North Korea toward South Korea" in halted


def test_a_treaty_to_which_others_yield_does_not_prevail_by_its_own_force(client) -> None:
    text = text_of(client.get("/treaties/north-atlantic-1949?on=2020-01-01"))
    assert "Yield to it by their own terms" in text
    assert "Prevails" not in text


def test_organ_that_is_itself_a_party_is_bound_without_a_doubt_whose_organ_it_is(client):
    text = client.get("/treaties/korean-armistice-1953", params={"on": "2025-01-01"}).text
    bound = text[text.index("Bound then:") :].partition("</p>")[0]
    assert "United Nations Command in Korea" in bound
    assert "binds United Nations Command in Korea as a state" not in text

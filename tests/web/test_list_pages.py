"""Lists filter, sort and say when nothing fits."""

from __future__ import annotations

import re

import pytest
from paging_help import pages, way

from foedera.api import load
from foedera.web.paging import ROWS

LISTS = {
    "treaties": "instruments",
    **{name: name for name in ("states", "places", "events", "officials", "actors", "sources", "doctrine")},
}


def ids(response) -> list[str]:
    return [re.sub("<[^>]+>", "", row) for row in re.findall(r'<th scope="row">(.*?)</th>', response.text)]


@pytest.mark.parametrize(("path", "part"), LISTS.items())
def test_a_list_has_every_record(client, path: str, part: str) -> None:
    found = [one for response in pages(client, f"/{path}") for one in ids(response)]
    assert sorted(found) == sorted(getattr(load().world.records, part))


def test_filters_narrow_together(client) -> None:
    every = ids(client.get("/treaties?party=Russia"))
    on_day = ids(client.get("/treaties?party=Russia&on=2024-12-10"))
    defence = ids(client.get("/treaties?party=Russia&on=2024-12-10&kind=defence"))
    assert set(defence) < set(on_day)
    assert "rus-prk-2024" in defence
    assert "rus-prk-2000" in every
    assert "rus-prk-2000" not in on_day


def test_every_word_of_the_text_must_fit(client) -> None:
    assert ids(client.get("/states?text=Korea+north")) == ["PRK"]


def test_a_column_sorts_both_ways_with_empty_cells_last(client) -> None:
    rising = ids(client.get("/treaties?sort=ended"))
    falling = ids(client.get("/treaties?sort=ended&order=falling"))
    assert rising[0] != falling[0]
    assert "north-atlantic-1949" not in (*rising[:5], *falling[:5])
    assert 'aria-sort="descending"' in client.get("/treaties?sort=ended&order=falling").text


def test_an_unknown_party_or_day_is_told_above_the_form(client) -> None:
    for query, said in (
        ("party=Rusia", "Did you mean"),
        ("on=2024-13-01", "Write the day"),
        ("kind=lunch", "kind of clause"),
    ):
        response = client.get(f"/treaties?{query}")
        assert response.status_code == 400
        assert said in response.text
        assert "<form" in response.text.split("<main", 1)[1]


def test_nothing_found_is_said_with_a_way_on(client) -> None:
    response = client.get("/treaties?text=qqqq")
    assert response.status_code == 200
    assert "0 entries with these filters" in response.text
    assert "/search?q=qqqq" in response.text


def test_an_order_that_is_no_column_changes_nothing(client) -> None:
    assert ids(client.get("/states?sort=__class__")) == ids(client.get("/states"))


def test_a_list_that_fits_one_page_has_no_ways_to_others(client) -> None:
    response = client.get("/treaties")
    assert 'aria-label="Pages of the list"' not in response.text
    assert f"{len(load().world.records.instruments)} entries." in response.text


def test_a_long_list_says_which_part_is_shown_and_leads_to_the_others(client) -> None:
    total = len(load().world.records.states)
    last = (total - 1) // ROWS + 1
    first = client.get("/states")
    assert len(ids(first)) == ROWS
    assert f"1 to {ROWS} of {total} entries." in first.text
    assert (way(first, "first"), way(first, "prev")) == (None, None)
    assert (way(first, "next"), way(first, "last")) == ("/states?page=2", f"/states?page={last}")
    end = client.get(f"/states?page={last}")
    assert f"{(last - 1) * ROWS + 1} to {total} of {total} entries." in end.text
    assert f"<h1>States, page {last} of {last}</h1>" in end.text
    assert (way(end, "next"), way(end, "last")) == (None, None)
    assert (way(end, "first"), way(end, "prev")) == ("/states", f"/states?page={last - 1}" if last > 2 else "/states")


def test_filters_and_order_stay_from_page_to_page_and_a_new_order_begins_at_the_first(client) -> None:
    walked = list(pages(client, "/states?text=a&sort=name&order=falling"))
    assert len(walked) > 1
    assert all('name="text" value="a"' in one.text for one in walked)
    names = [one for response in walked for one in ids(response)]
    assert len(names) == len(set(names)) > ROWS
    heads = re.findall(r'<th scope="col"[^>]*><a href="([^"]*)"', walked[1].text)
    assert heads
    assert not any("page=" in one for one in heads)


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [
        ("99", 404, "There is no page 99"),
        ("1000000", 404, "There is no page 1000000"),
        ("0", 400, "is not the number of a page"),
        ("two", 400, "is not the number of a page"),
        ("-1", 400, "is not the number of a page"),
        ("²", 400, "is not the number of a page"),
    ],
)
@pytest.mark.parametrize("path", ["/states", "/treaties", "/cases", "/search?q=korea&kind=state"])
def test_a_page_that_is_none_is_told_with_a_way_back(client, path: str, number: str, status: int, said: str) -> None:
    response = client.get(f"{path}{'&' if '?' in path else '?'}page={number}")
    assert response.status_code == status
    assert said in response.text
    assert "Nothing has" not in response.text
    back = way(response, "first")
    assert back
    assert client.get(back).status_code == 200


def test_a_page_beyond_the_end_tells_how_many_there_are(client) -> None:
    response = client.get("/treaties?page=2")
    assert f"The list has {len(load().world.records.instruments)} entries on 1 page." in response.text

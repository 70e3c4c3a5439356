"""Lists filter, sort and say when nothing fits."""

from __future__ import annotations

import re

import pytest

from foedera.api import load

LISTS = {
    "treaties": "instruments",
    **{name: name for name in ("states", "places", "events", "officials", "actors", "sources", "doctrine")},
}


def ids(response) -> list[str]:
    return [re.sub("<[^>]+>", "", row) for row in re.findall(r'<th scope="row">(.*?)</th>', response.text)]


@pytest.mark.parametrize(("path", "part"), LISTS.items())
def test_a_list_has_every_record(client, path: str, part: str) -> None:
    assert sorted(ids(client.get(f"/{path}"))) == sorted(getattr(load().world.records, part))


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

"""The search page: groups, offers, bounds."""

from __future__ import annotations

import html
import re

import pytest
from paging_help import pages

from foedera.engine.search import MAX_HITS
from foedera.web.paging import ROWS


def links(response) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'href="([^"]+)"', response.text.split("<main", 1)[1])]


def test_a_clause_named_by_its_article_is_offered_first(client) -> None:
    assert links(client.get("/search?q=Article+5+NATO"))[0] == "/treaties/north-atlantic-1949/5"


def test_a_record_on_a_day_is_offered_and_hits_keep_the_day(client) -> None:
    found = links(client.get("/search?q=PRK+2024-12-10"))
    assert found[0] == "/states/PRK?on=2024-12-10"
    assert "/treaties/rus-prk-2024?on=2024-12-10" in found


def test_a_question_is_offered_with_its_day_and_place(client) -> None:
    found = links(client.get("/search?q=Ukraine+attacks+Russia+at+Kursk+2024-12-10"))
    assert found[0] == "/ask?actor=UKR&target=RUS&on=2024-12-10&at=kursk"
    assert client.get(found[0]).status_code == 200


def test_a_day_alone_offers_views_of_that_day(client) -> None:
    assert "/treaties?on=2024-12-10" in links(client.get("/search?q=2024-12-10"))


def test_hits_stand_under_their_kind_and_one_kind_can_be_seen_whole(client) -> None:
    page = client.get("/search?q=korea")
    more = next(one for one in links(page) if "kind=clause" in one)
    whole = client.get(more)
    assert whole.text.count("<li><a") > 8
    assert '<h2 id="state">' not in whole.text


def test_the_number_of_hits_is_bounded(client) -> None:
    for query, most in (("treaty", MAX_HITS), ("treaty&kind=clause", ROWS)):
        shown = re.findall("<li><a href", client.get(f"/search?q={query}").text.split('role="status"', 1)[1])
        assert 0 < len(shown) <= most


def test_of_one_kind_every_hit_is_on_some_page(client) -> None:
    walked = list(pages(client, "/search?q=treaty&kind=clause"))
    total = int(re.search(r"1 to 100 of (\d+) hits", walked[0].text)[1])
    found = [one for page in walked for one in re.findall(r'<li><a href="(/treaties/[^"]+)"', page.text)]
    assert len(found) == len(set(found)) == total > ROWS
    assert all(f'<span class="count">{total}</span>' in page.text for page in walked)
    assert "page=" not in next(one for one in links(walked[1]) if "kind" not in one and "q=treaty" in one)


@pytest.mark.parametrize(
    "query", ["", "%20", "zzzzqqq", "%00%ff", "x" * 3000, "<script>alert(1)</script>", "kind&kind=lunch"]
)
def test_nonsense_gives_a_page_that_helps(client, query: str) -> None:
    response = client.get(f"/search?q={query}")
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "What can be searched" in response.text or "shown" in response.text


def test_every_hit_leads_to_a_page(client) -> None:
    for query in ("korea", "self defence", "nuclear attack", "putin", "crimea"):
        for address in links(client.get(f"/search?q={query}")):
            if address.startswith("/"):
                assert client.get(address).status_code == 200, address


def test_a_word_that_nothing_has_is_said(client) -> None:
    assert "No record has “foederis”" in client.get("/search?q=casus+foederis").text
    assert "No record has" not in client.get("/search?q=mutual+asistance").text

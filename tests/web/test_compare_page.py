"""Clauses side by side: what differs is marked by a sign, a word and word by word."""

from __future__ import annotations

import re

from foedera.api import load
from foedera.engine.compare import compare
from foedera.web.pages.compare import marked

THREE = ("rus-prk-2024/4", "chn-prk-1961/2", "north-atlantic-1949/5")
ADDRESS = "/compare?" + "&".join(f"clause={one}" for one in THREE)


def test_the_table_says_what_the_engine_compares(client) -> None:
    page = client.get(ADDRESS).text
    _, features = compare(load().world, list(THREE))
    rows = re.findall(r"<tr( class=\"differing\")?><th scope=\"row\">(.*?)<br>", page)
    assert [(bool(mark), name) for mark, name in rows] == [(one.differs, one.name.capitalize()) for one in features]
    assert page.count("≠</b> differs") == sum(one.differs for one in features)


def test_only_words_that_not_all_have_are_marked() -> None:
    one, two, three = marked(("must give help", "must give arms", "must give"))
    assert one == "must give <mark>help</mark>"
    assert two == "must give <mark>arms</mark>"
    assert three == "must give"


def test_marked_text_is_escaped_and_whole() -> None:
    one, two = marked(("<b> & c", "<b> & d"))
    assert one == "&lt;b&gt; &amp; <mark>c</mark>"
    assert re.sub("<[^>]+>", "", two) == "&lt;b&gt; &amp; d"


def test_one_clause_asks_for_another_and_keeps_it(client) -> None:
    response = client.get("/compare?clause=rus-prk-2024/4")
    assert response.status_code == 200
    assert "Name one clause more" in response.text
    assert 'value="rus-prk-2024/4"' in response.text


def test_an_unknown_clause_keeps_what_was_typed(client) -> None:
    response = client.get("/compare?clause=rus-prk-2024/4&clause=rus-prk-2024/99")
    assert response.status_code == 400
    assert "has no clause" in response.text
    assert 'value="rus-prk-2024/99"' in response.text


def test_more_than_six_are_refused(client) -> None:
    response = client.get("/compare?" + "&".join(f"clause=un-charter/{ix}" for ix in range(7)))
    assert response.status_code == 400
    assert "at most 6" in response.text


def test_the_same_clause_twice_counts_once(client) -> None:
    assert "Name one clause more" in client.get("/compare?clause=rus-prk-2024/4&clause=rus-prk-2024/4").text


def test_clauses_are_headed_by_names_not_by_ids_alone(client) -> None:
    page = client.get(ADDRESS).text
    assert re.search(r"<h1>[^<]*Washington Treaty, article 5</h1>", page)
    assert "rus-prk-2024/4" not in page[page.index("<h1>") : page.index("</h1>")]
    assert page.count("Washington Treaty, article 5<br>") == 1

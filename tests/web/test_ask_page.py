"""The page of an answer: what binds one state alone, terms in words, and what is said of a question that fails."""

from __future__ import annotations

import html
import re

import pytest
from page_text import text_of

KURSK = {"actor": "UKR", "target": "RUS", "on": "2024-12-10", "at": "kursk"}


def chosen(text: str) -> list[str]:
    menu = text[text.index('<select name="obligor">') :].partition("</select>")[0]
    return re.findall(r'<option value="([^"]+)"', menu)


def test_what_binds_one_state_can_be_chosen_and_the_question_stays(client) -> None:
    response = client.get("/ask", params={**KURSK, "all": "1"})
    form = response.text[: response.text.index('<select name="obligor">')].rpartition("<form")[2]
    kept = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    assert kept == {**KURSK, "all": "1"}
    assert {"PRK", "USA"} <= set(chosen(response.text))
    one = client.get("/ask", params={**kept, "obligor": "PRK"})
    assert "Only what binds North Korea" in text_of(one)
    assert '<option value="PRK" selected>' in one.text
    assert set(chosen(one.text)) == set(chosen(response.text))


@pytest.mark.parametrize(
    ("words", "said"), [("is the DPRK bound", "rus-prk-2024/4"), ("why not NATO", "no within the area of article 6")]
)
def test_examples_lead_to_where_the_reason_stands(client, words: str, said: str) -> None:
    address = re.search(rf'<a href="([^"]+)">[^<]*{words}', client.get("/").text)
    assert address
    answer = client.get(html.unescape(address[1]))
    assert answer.status_code == 200
    assert "Only what binds" in answer.text
    assert said in text_of(answer)


def test_terms_of_a_finding_are_words_and_norms_that_bar_it_are_links(client) -> None:
    text = text_of(client.get("/ask", params=KURSK))
    assert "No discretion, by all means, at once" in text
    assert "Within the limits of un-charter/51" in text
    assert "discretion:" not in text
    assert "Barred by unscr-1874/9@export (rule un-charter/103 )" in text
    assert "state-responsibility-2001/16 , un-charter/2(4) (rule" in text
    assert "(rule state-responsibility-2001/16" not in text


def test_a_label_that_is_no_number_is_not_called_an_article(client) -> None:
    text = text_of(client.get("/ask?actor=RUS&target=UKR&on=2025-06-01&all=1"))
    assert "Northern Ireland and Ukraine, new attack" in text
    assert "North Atlantic Treaty, article 4" in text
    assert "rticle new" not in text


def test_a_derivation_does_not_say_twice_how_steps_join(client) -> None:
    text = text_of(client.get("/ask?actor=CHN&target=JPN&on=2024-12-10&at=senkaku&all=1"))
    assert "this does not hold" in text
    assert "this does not hold if this does not hold" not in text
    assert "at least one of these holds if one" not in text


@pytest.mark.parametrize("path", ["/ask", "/map", "/what-if"])
def test_a_state_that_did_not_exist_gives_way_to_one_that_did(client, path: str) -> None:
    response = client.get(f"{path}?actor=Austria&target=SRB&on=1914-07-28&at=")
    assert response.status_code == 400
    address = re.search(r'<a href="([^"]+)">Ask for Austria-Hungary</a>', response.text)
    assert address
    then = client.get(html.unescape(address[1]))
    assert "Ask for Kingdom of Serbia" in then.text
    last = re.search(r'<a href="([^"]+)">Ask for Kingdom of Serbia</a>', then.text)
    assert client.get(html.unescape(last[1])).status_code == 200


def test_a_question_that_does_not_go_together_is_not_sent_to_the_search(client) -> None:
    both = client.get("/ask?actor=RUS&target=Russia&on=2020-01-01")
    assert "cannot be both" in both.text
    assert "Search for it" not in both.text
    assert "Search for it" in client.get("/ask?actor=Qqqqzz&target=RUS&on=2020-01-01").text


def test_attributes_are_offered_with_their_values(client) -> None:
    text = client.get("/ask").text
    menu = text[text.index('<datalist id="attributes">') :].partition("</datalist>")[0]
    assert {"item:heavy", "weapon:nuclear", "sent_by:"} <= set(re.findall(r'value="([^"]+)"', menu))
    assert 'list="attributes"' in text

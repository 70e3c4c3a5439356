"""How pages speak of other records: days in words, names as links, sources where they stand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from foedera.api import load
from foedera.dates import Day, Span
from foedera.problems import Mark
from foedera.web.links import Links
from foedera.web.pages.mentions import Mentions, day_words, span_words, written


@pytest.fixture(scope="module")
def say() -> Mentions:
    world = load().world
    edition = SimpleNamespace(files={"corpus/a.yaml": None})
    return Mentions(SimpleNamespace(world=world, links=Links("/x", edition.files), edition=edition), "2024-12-10")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-12-04", "2024-12-04"),
        ("1815-06", "1815-06"),
        ("[1995-09-07,1996-09-10]", "1995-09-07 or 1996-09-10"),
        ("[2024-01-15..2024-02-01]", "between 2024-01-15 and 2024-02-01"),
        ("[2024-01-15..]", "2024-01-15 or later"),
        ("[..2024-01-15]", "2024-01-15 or earlier"),
    ],
)
def test_a_day_is_told_in_words(text: str, words: str) -> None:
    assert day_words(Day.parse(text)) == words


def test_a_span_is_told_in_words() -> None:
    since, until = Day.parse("1955-05-14"), Day.parse("1991-07-01")
    assert span_words(Span(since, until)) == "from 1955-05-14 until 1991-07-01"
    assert span_words(Span(since)) == "from 1955-05-14"
    assert span_words(Span()) == "at all times"


def test_a_day_does_not_break_and_a_text_is_escaped() -> None:
    assert written("[2024-01-15..]") == '<span class="date">2024-01-15</span> or later'
    assert written("<b> & 2024-01-15") == '&lt;b&gt; &amp; <span class="date">2024-01-15</span>'
    assert written("[no day") == "[no day"


def test_a_name_is_a_link_that_keeps_prefix_and_day(say: Mentions) -> None:
    assert say.named("PRK") == '<a href="/x/states/PRK?on=2024-12-10">North Korea</a>'
    assert say.named("nobody") == "nobody"


def test_doctrine_is_linked_with_or_without_its_prefix(say: Mentions) -> None:
    assert say.named("doctrine:short-form") == say.named("short-form")
    assert 'href="/x/doctrine/short-form"' in say.cited("doctrine:short-form")


def test_roles_are_words_and_actors_are_links(say: Mentions) -> None:
    assert say.who("beneficiary") == "the beneficiary"
    assert "/states/RUS" in say.who("RUS")
    assert "/treaties/un-charter" in say.who("party:un-charter")
    assert say.everyone(()) == "the parties"


def test_a_source_of_an_instrument_is_linked_on_its_page_and_a_shared_one_on_its_own(say: Mentions) -> None:
    instrument = load().world.records.instruments["rus-prk-2024"]
    assert "/x/treaties/rus-prk-2024?on=2024-12-10#source-kcna" in say.sources(("kcna",), instrument)
    assert "/x/sources/events-scr-83" in say.sources(("events-scr-83",), instrument)


def test_a_place_in_the_corpus_is_a_link_and_one_in_imported_data_is_not(say: Mentions) -> None:
    assert 'href="/x/corpus/corpus/a.yaml#L7"' in say.text(Mark("corpus/a.yaml", 7, 1, 7, 2))
    assert say.text(Mark("atop.csv", 7, 1, 7, 2)) == "atop.csv, line 7"
    assert say.text(None) == ""


def test_what_is_not_said_to_be_checked_is_not_said_to_be_verified(say: Mentions) -> None:
    assert say.checked(None) == "not said"
    assert say.checked(None, "memory") == "from memory"

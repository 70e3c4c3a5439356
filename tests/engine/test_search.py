"""Search: what is meant comes first, however it is written."""

from __future__ import annotations

import time

import pytest

from foedera.api import load
from foedera.corpus.load import load_cases
from foedera.engine.search import MAX_HITS, Index, build, missing, search
from foedera.engine.search_entries import Entry, entries
from foedera.engine.search_wishes import Wish, wishes, words_of


@pytest.fixture(scope="module")
def world():
    return load().world


@pytest.fixture(scope="module")
def index(world) -> Index:
    return build(entries(world, load_cases(None)))


def first(index: Index, query: str) -> str:
    return search(index, query)[0].entry.id


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("NATO", "north-atlantic-1949"),
        ("rus-prk-2024", "rus-prk-2024"),
        ("rus-prk-2024/4", "rus-prk-2024/4"),
        ("RUS", "RUS"),
        ("north KOREA", "PRK"),
        ("northkorea", "PRK"),
        ("nrth koera", "PRK"),
        ("Ukrane", "UKR"),
        ("sao tome", "STP"),
        ("CÔTE D'IVOIRE", "CIV"),
        ("senkakus", "senkaku"),
        ("washingotn traety", "north-atlantic-1949"),
        ("pact warsaw", "warsaw-1955"),
        ("Putin", "vladimir-putin"),
        ("Security Council", "unsc"),
        ("neutrality", "neutrality"),
        ("self defence", "self-defence"),
        ("soviet union china treaty 1950", "chn-sun-1950"),
    ],
)
def test_what_is_meant_comes_first(index: Index, query: str, expected: str) -> None:
    assert first(index, query) == expected


def test_order_of_words_does_not_matter(index: Index) -> None:
    one = [hit.entry.id for hit in search(index, "mutual assistance 1961")]
    assert one == [hit.entry.id for hit in search(index, "1961 assistance mutual")]
    assert {"chn-prk-1961", "sun-prk-1961"} <= set(one[:2])


def test_a_plural_finds_what_is_named_in_the_singular(index: Index) -> None:
    found = {hit.entry.id for hit in search(index, "sanctions north korea arms")}
    assert "unscr-1718/8(a)(i)" in found


def test_an_exact_name_does_not_hide_what_else_has_the_words(index: Index) -> None:
    found = [hit.entry.id for hit in search(index, "north korea")]
    assert found[0] == "PRK"
    assert "rus-prk-2024" in found


def test_every_kind_of_record_is_found_by_its_own_id(index: Index) -> None:
    for one in {entry.kind: entry for entry in index.entries}.values():
        assert one in [hit.entry for hit in search(index, one.id, kind=one.kind)], one


def test_a_kind_can_be_asked_for_alone(index: Index) -> None:
    found = search(index, "korea", kind="clause")
    assert found
    assert {hit.entry.kind for hit in found} == {"clause"}


@pytest.mark.parametrize("query", ["", " ", "!!!", "zzzzzqqqq", "x" * 5000, "\0\udcff"])
def test_nonsense_finds_nothing(index: Index, query: str) -> None:
    assert search(index, query) == ()


def test_the_number_of_hits_is_bounded(index: Index) -> None:
    assert len(search(index, "treaty of the state")) <= MAX_HITS


def test_a_long_query_is_fast(index: Index) -> None:
    query = "mutual assistance defnce teraty of korea china russia japan sanctons nuclear weapns armistice" * 5
    search(index, "warm")
    started = time.perf_counter()
    search(index, query)
    assert time.perf_counter() - started < 0.2


def test_an_entry_that_lacks_a_word_is_left_out_if_another_has_both() -> None:
    one = Entry("treaty", "a", "Pact of Rome", "", ("a", "Pact of Rome"))
    other = Entry("treaty", "b", "Pact of Paris", "", ("b", "Pact of Paris"))
    assert [hit.entry.id for hit in search(build([one, other]), "pact paris")] == ["b"]


@pytest.mark.parametrize(
    ("query", "wish"),
    [
        ("UKR attacks RUS", Wish("question", ("UKR", "RUS"))),
        ("Ukraine attacks Russia at Kursk on 2024-12-10", Wish("question", ("UKR", "RUS"), "2024-12-10", "kursk")),
        ("If China invades Taiwan?", Wish("question", ("CHN", "TWN"))),
        ("russia -> poland 2025-01-01", Wish("question", ("RUS", "POL"), "2025-01-01")),
        ("Russia threatens Poland", Wish("question", ("RUS", "POL"), event="threat_of_attack")),
        ("Article 5 NATO", Wish("clause", ("north-atlantic-1949/5",))),
        ("art. 5 of the North Atlantic Treaty", Wish("clause", ("north-atlantic-1949/5",))),
        ("NATO 5", Wish("clause", ("north-atlantic-1949/5",))),
        ("article 5 usa japan 1960", Wish("clause", ("usa-jpn-1960/V",))),
        ("PRK 2024-12-10", Wish("record", ("PRK",), "2024-12-10")),
        ("Crimea, 2015-01-01", Wish("record", ("crimea",), "2015-01-01")),
        ("2024-12-10", Wish("day", (), "2024-12-10")),
    ],
)
def test_what_a_query_plainly_asks_for_is_recognised(world, index: Index, query: str, wish: Wish) -> None:
    assert wishes(world, index, query)[0] == wish


@pytest.mark.parametrize(
    "query", ["mutual assistance", "X attacks Y", "RUS attacks RUS", "PRK 2024-13-45", "article 5", ""]
)
def test_plain_words_ask_for_nothing_more(world, index: Index, query: str) -> None:
    assert wishes(world, index, query) == ()


def test_the_day_is_no_word_to_look_for() -> None:
    assert words_of("PRK 2024-12-10") == "PRK"
    assert words_of("2024-12-10") == "2024-12-10"


def test_words_that_nothing_has_are_told(index: Index) -> None:
    assert missing(index, "casus foederis") == ("foederis",)
    assert missing(index, "mutual asistance") == ()
    assert missing(index, "nrth koera") == ()


def test_a_word_that_is_only_far_from_others_finds_nothing(index: Index) -> None:
    assert search(index, "entente") == ()

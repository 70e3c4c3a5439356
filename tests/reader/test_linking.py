"""From the words for an instrument to its record."""

from __future__ import annotations

import pytest
from reading_help import read, world

from foedera.reader.lexicon import lexicon

NAMED = [
    ("The North Atlantic Treaty is short.", "north-atlantic-1949"),
    ("The Washington Treaty is short.", "north-atlantic-1949"),
    ("The Pact of Paris outlawed war.", "kellogg-briand-1928"),
    ("The Tashkent Treaty is renewed.", "collective-security-1992"),
    ("The Budapest Memorandum of 1994 is cited.", "budapest-1994"),
    ("The Treaty of Lisbon changed that.", "eu-lisbon-2007"),
    ("The Sino-Soviet alliance is history.", "chn-sun-1950"),
    ("The Warsaw Pact is history.", "warsaw-1955"),
    ("The Camp David commitment holds.", "camp-david-2023"),
    ("The Charter of the United Nations forbids it.", "un-charter"),
    ("The U.N. Charter forbids it.", "un-charter"),
    ("The NPT has many parties.", "npt-1968"),
]
DESCRIBED = [
    ("The 1961 treaty with China stands.", "chn-prk-1961"),
    ("Beijing's 1961 treaty with Pyongyang stands.", "chn-prk-1961"),
    ("The 1961 treaty between the Soviet Union and North Korea lapsed.", "sun-prk-1961"),
    ("The 2024 treaty between Moscow and Pyongyang stands.", "rus-prk-2024"),
    ("The 2000 treaty between Russia and North Korea is forgotten.", "rus-prk-2000"),
    ("The treaty of 1953 between the United States and South Korea stands.", "usa-kor-1953"),
    ("The mutual defence treaty with South Korea binds Washington.", "usa-kor-1953"),
    ("The Mutual Defense Treaty with Manila binds Washington.", "usa-phl-1951"),
    ("The Mutual Defense Treaty between the United States and the Republic of China ended.", "usa-twn-1954"),
    ("The 1951 US-Japan treaty was replaced.", "usa-jpn-1951"),
    ("The U.S.-Japan Security Treaty of 1960 stands.", "usa-jpn-1960"),
    ("The Franco-German treaty of 2019 stands.", "aachen-2019"),
    ("The Franco-Greek pact of 2021 stands.", "fra-grc-2021"),
    ("The pact between Riyadh and Islamabad stands.", "sau-pak-2025"),
    ("The treaty with Tehran is new, the Kremlin said.", "rus-irn-2025"),
    ("Moscow's 2024 pact with Minsk stands.", "rus-blr-2024"),
    ("The 2001 treaty between Russia and China runs on.", "chn-rus-2001"),
    ("The inter-Korean military agreement of 2018 is suspended.", "inter-korean-military-2018"),
    ("The Korean armistice holds.", "korean-armistice-1953"),
    ("The Arab League's Joint Defence Treaty is old.", "arab-joint-defence-1950"),
    ("France and Greece signed a strategic partnership agreement.", "fra-grc-2021"),
    ("Japan and the Philippines signed a Reciprocal Access Agreement.", "jpn-phl-2024"),
]
GROUPS = [
    ("The Moscow and Pyongyang Declarations of 2000 and 2001 are cited.",
     "pyongyang-declaration-2000 moscow-declaration-2001"),
    ("Resolutions 1718 and 1874 bind all.", "unscr-1718 unscr-1874"),
    ("Resolutions 1718 (2006) and 2397 (2017) bind all.", "unscr-1718 unscr-2397"),
    ("UNSCR 1874 and 2087 bind all.", "unscr-1874 unscr-2087"),
    ("Security Council resolutions of 2016-2017 cut trade.",
     "unscr-2270 unscr-2321 unscr-2356 unscr-2371 unscr-2375 unscr-2397"),
    ("The resolutions of 2016 and 2017 cut trade with North Korea.",
     "unscr-2270 unscr-2321 unscr-2356 unscr-2371 unscr-2375 unscr-2397"),
    ("The treaties of 1961 gave Pyongyang two protectors.", "chn-prk-1961 sun-prk-1961"),
    ("Both treaties of 1961 were signed in July, Pyongyang recalls.", "chn-prk-1961 sun-prk-1961"),
]  # fmt: skip
UNKNOWN = [
    ("The Treaty of Rapallo of 1922 shocked the West.", "The Treaty of Rapallo of 1922"),
    ("The INF Treaty is dead.", "The INF Treaty"),
    ("The Treaty of Versailles is history.", "The Treaty of Versailles"),
    ("The Locarno treaties of 1925 are forgotten.", "The Locarno treaties of 1925"),
    ("Resolution 9999 says nothing.", "Resolution 9999"),
    ("The 1907 treaty between Japan and Russia is history.", "The 1907 treaty between Japan and Russia"),
    ("The 1939 treaty between Germany and the Soviet Union is history.",
     "The 1939 treaty between Germany and the Soviet Union"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_instrument_is_known_by_its_names(text: str, expected: str) -> None:
    assert read(text).ids("instrument") == [expected]


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_instrument_is_known_by_its_parties_year_and_kind(text: str, expected: str) -> None:
    assert read(text).ids("instrument") == [expected]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_several_instruments_are_known_by_numbers_years_and_places(text: str, expected: str) -> None:
    assert read(text).ids("instrument") == [expected]


@pytest.mark.parametrize(("text", "words"), UNKNOWN)
def test_instrument_that_the_corpus_lacks_is_listed_with_a_reason_and_not_linked(text: str, words: str) -> None:
    (found,) = [one for one in read(text).mentions if one.type == "instrument"]
    assert (found.text, found.ids, found.score) == (words, (), 0.0)
    assert found.why


def test_every_title_of_the_corpus_links_to_its_own_record() -> None:
    wrong = []
    for instrument in world().records.instruments.values():
        ids = " ".join(read(f"{instrument.title} is on record.").ids("instrument", "provision")[:1]).split()
        if instrument.id not in {one.partition("/")[0] for one in ids}:
            wrong.append((instrument.id, ids))
    assert wrong == []


def test_names_are_searched_in_capitals_and_with_either_apostrophe_and_spelling() -> None:
    names = set(lexicon(world()).titles.names)
    assert {"WARSAW PACT", "Warsaw Pact", "US–Philippines Mutual Defense Treaty"} <= names
    assert read("The Mutual Defence Treaty between the United States of America and the Republic of Korea").ids(
        "instrument"
    ) == ["usa-kor-1953"]


def test_full_name_is_surer_than_a_description_and_a_description_than_a_reference() -> None:
    found = read("The Warsaw Pact ended. The 1961 treaty with China stands. The treaty has no end.").mentions
    name, description, reference = [one for one in found if one.type == "instrument"]
    assert (name.how, description.how, reference.how) == ("name", "description", "reference")
    assert 1 >= name.score > reference.score > 0
    assert 1 >= description.score > 0


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("The treaty with the Soviet Union is history.", {"chn-sun-1950", "sun-prk-1961", "sun-vnm-1978"}),
        ("The 1951 treaty with the United States is old.", {"anzus-1951", "usa-jpn-1951", "usa-phl-1951"}),
    ],
)
def test_words_that_fit_several_records_equally_are_not_linked_but_keep_all(text: str, alternatives: set[str]) -> None:
    (found,) = [one for one in read(text).mentions if one.type == "instrument"]
    assert (found.ids, {one.id for one in found.alternatives}) == ((), alternatives)
    assert "several" in found.why


def test_year_without_parties_means_the_treaty_of_the_parties_spoken_of() -> None:
    text = "Russia and North Korea signed a strategic partnership treaty in June 2024. The 1961 treaty lapsed."
    assert read(text).ids("instrument")[-1] == "sun-prk-1961"


def test_part_with_a_name_of_its_own_is_found_inside_its_instrument() -> None:
    assert read("Ankara and Baku signed the Shusha Declaration.").ids() == ["aze-tur-2010/Shusha"]

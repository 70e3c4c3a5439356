"""Phrases that name instruments: which words belong to them."""

from __future__ import annotations

import pytest
from reading_help import read

PHRASES = [
    ("The 1961 treaty with China, signed in July, stands.", ["The 1961 treaty with China"]),
    ("North Korea's 1961 treaty with China still stands.", ["North Korea's 1961 treaty with China"]),
    ("Moscow's 2024 pact with Minsk covers nuclear weapons.", ["Moscow's 2024 pact with Minsk"]),
    ("He read the treaty of 1953 between the United States and South Korea aloud.",
     ["the treaty of 1953 between the United States and South Korea"]),
    ("The Treaty of Good-Neighbourliness and Friendly Cooperation between China and Russia runs on.",
     ["The Treaty of Good-Neighbourliness and Friendly Cooperation between China and Russia"]),
    ("The Moscow and Pyongyang Declarations of 2000 and 2001 are still cited.",
     ["The Moscow and Pyongyang Declarations of 2000 and 2001"]),
    ("Resolutions 2270, 2321 and 2397 ban coal.", ["Resolutions 2270, 2321 and 2397"]),
    ("Resolutions 1718 (2006) and 2397 (2017) bind all members.", ["Resolutions 1718 (2006) and 2397 (2017)"]),
    ("UNSCR 1874 and 2087 are cited together.", ["UNSCR 1874 and 2087"]),
    ("UNSCR 2270 and 40 other papers were read.", ["UNSCR 2270"]),
    ("The Council's resolutions of 2016-2017 cut trade with Pyongyang.", ["The Council's resolutions of 2016-2017"]),
    ("The inter-Korean military agreement of 19 September 2018 was suspended.",
     ["The inter-Korean military agreement of 19 September 2018"]),
    ("Saudi Arabia and Pakistan signed a Strategic Mutual Defence Agreement in Riyadh.",
     ["a Strategic Mutual Defence Agreement"]),
    ("Britain and Ukraine signed an agreement on security cooperation in Kyiv on Friday.",
     ["an agreement on security cooperation"]),
    ("We signed the ANZUS treaty in 1951.", ["the ANZUS treaty"]),
    ("The US-Japan Security Treaty of 1960 is old.", ["The US-Japan Security Treaty of 1960"]),
    ("The ECOWAS protocol of 1981 on mutual assistance is rarely used.",
     ["The ECOWAS protocol of 1981 on mutual assistance"]),
    ("The Warsaw Treaty and the North Atlantic Treaty faced each other.",
     ["The Warsaw Treaty", "the North Atlantic Treaty"]),
]  # fmt: skip
NOTHING = [
    "They deal with it, and a great deal more.",
    "It accords with practice, which charters a ship, that documents it.",
    "Our treaty allies and alliance partners met the treaty body.",
    "The peaceful resolution of the conflict is near.",
    "The resolution of these disputes takes years.",
    "A text message and a statement came late.",
    "He signed the guest book and left a note.",
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrase_has_all_words_that_tell_which_instrument_and_no_more(text: str, expected: list[str]) -> None:
    assert [words for words, _ in read(text).links("instrument")] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_for_other_things_name_no_instrument(text: str) -> None:
    assert read(text).links() == []


def test_clause_that_a_treaty_has_is_no_instrument() -> None:
    found = read("The Franco-German treaty of 2019 has a defence clause and no exit clause.")
    assert found.links() == [("The Franco-German treaty of 2019", "aachen-2019")]


def test_year_in_a_name_and_the_names_in_it_are_mentions_inside_it() -> None:
    found = read("The 1961 treaty with China stands.")
    outer = found.mentions[0]
    inner = [(one.text, one.type) for one in found.mentions[1:] if outer.start <= one.start and one.end <= outer.end]
    assert inner == [("1961", "date"), ("China", "state")]

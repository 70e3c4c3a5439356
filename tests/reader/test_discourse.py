"""What "the treaty", "this document" and "it" stand for, from sentence to sentence."""

from __future__ import annotations

import pytest
from reading_help import read

ANZUS, WARSAW, NATO = "anzus-1951", "warsaw-1955", "north-atlantic-1949"
REFERENCES = [
    ("The Russia-North Korea treaty is new. The treaty has 23 articles.", "The treaty", "rus-prk-2024"),
    ("The Russia-North Korea treaty is new. This document was read aloud.", "This document", "rus-prk-2024"),
    ("The Russia-North Korea treaty is new. The pact binds both.", "The pact", "rus-prk-2024"),
    ("The Budapest Memorandum is short. The memorandum has six points.", "The memorandum", "budapest-1994"),
    ("The Korean armistice is old. The truce holds.", "The truce", "korean-armistice-1953"),
    ("Resolution 1718 bans arms. The resolution set up a committee.", "The resolution", "unscr-1718"),
    ("The Washington Declaration is short. The declaration is political.", "The declaration",
     "washington-declaration-2023"),
    ("The Liptako-Gourma Charter is new. The charter binds three states.", "The charter", "liptako-gourma-2023"),
    ("The US-Japan Treaty of 1960 is old. The Russia-North Korea treaty is new. Japan and America signed their pact.",
     "their pact", "usa-jpn-1960"),
    ("The Warsaw Pact was older than its rival. Officers then cited this text.", "this text", WARSAW),
    ("Seoul cites its alliance with the US. The alliance is old.", "The alliance", "usa-kor-1953"),
]  # fmt: skip
OF_TWO = "The Warsaw Treaty was signed in 1955, the North Atlantic Treaty in 1949. "
GROUPS = [
    ("The North Atlantic Treaty and the Warsaw Treaty faced each other. These treaties shaped an age.",
     "These treaties", f"{NATO} {WARSAW}"),
    ("The ANZUS Treaty was signed in 1951 and the Rio Treaty in 1947. Both treaties are still in force.",
     "Both treaties", f"{ANZUS} rio-1947"),
    ("Resolutions 1718 and 1874 are cited. These resolutions ban arms.", "These resolutions", "unscr-1718 unscr-1874"),
    ("The Moscow and Pyongyang Declarations of 2000 and 2001 are cited. Both documents speak of friendship.",
     "Both documents", "pyongyang-declaration-2000 moscow-declaration-2001"),
    ("The Moscow and Pyongyang Declarations of 2000 and 2001 are cited. The two declarations bind no one.",
     "The two declarations", "pyongyang-declaration-2000 moscow-declaration-2001"),
]  # fmt: skip
NONE = [
    "The ANZUS Treaty is old. A new treaty is needed.",
    "The ANZUS Treaty is old. Any treaty would do, no treaty lasts.",
    "The ANZUS Treaty is old. Treaties end.",
    "The treaty, this document and the pact were read aloud.",
]


@pytest.mark.parametrize(("text", "words", "expected"), REFERENCES)
def test_pointing_words_stand_for_what_is_spoken_of(text: str, words: str, expected: str) -> None:
    found = read(text).mentions[-1]
    assert (found.text, found.ids, found.how) == (words, (expected,), "reference")
    assert 0 < found.score < 1


@pytest.mark.parametrize(("text", "words", "expected"), GROUPS)
def test_plural_stands_for_all_that_were_named_together(text: str, words: str, expected: str) -> None:
    assert read(text).links()[-1] == (words, expected)


@pytest.mark.parametrize("text", NONE)
def test_indefinite_words_and_words_with_nothing_before_them_stand_for_nothing(text: str) -> None:
    assert [ids for ids in read(text).ids() if ids != ANZUS] == []
    assert read(text).ids().count(ANZUS) == (1 if "ANZUS" in text else 0)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("The old treaty survives.", NATO), ("The older pact survives.", NATO), ("The newer treaty ended.", WARSAW)],
)
def test_old_and_new_are_told_apart_by_the_day_of_signature(sentence: str, expected: str) -> None:
    assert read(OF_TWO + sentence).ids("instrument")[-1] == expected


def test_it_carries_on_from_the_sentence_before() -> None:
    found = read("The Warsaw Pact was signed in 1955. It ended in 1991.")
    assert found.verdicts() == [("signed_on", WARSAW, "supported"), ("ended", WARSAW, "supported")]


def test_it_in_reported_speech_carries_on_too() -> None:
    found = read("The ANZUS Treaty was signed in 1951. Australia said that it entered into force in 1953.")
    assert found.verdicts() == [("signed_on", ANZUS, "supported"), ("in_force_since", ANZUS, "contradicted")]


def test_treaty_that_the_corpus_lacks_is_not_the_one_spoken_of_before() -> None:
    found = read("The Warsaw Pact was signed in 1955. The Treaty of Versailles is older. It was signed in 1919.")
    assert found.links("instrument")[1] == ("The Treaty of Versailles", "")
    assert not [one for one in found.verdicts() if one[2] == "contradicted"]


def test_it_after_a_treaty_that_the_corpus_lacks_is_held_against_no_record() -> None:
    found = read("The Warsaw Pact is history. The Treaty of Rapallo shocked the West. It was signed on 16 April 1922.")
    assert [one.claim.about for one in found.claims("signed_on") if one.claim.about] == []


def test_reference_reaches_into_the_next_paragraph() -> None:
    found = read("The ANZUS Treaty is old.\n\nThe treaty was signed in San Francisco.")
    assert found.verdicts("signed_at") == [("signed_at", ANZUS, "supported")]


def test_each_document_starts_with_nothing_spoken_of() -> None:
    read("The ANZUS Treaty is old.")
    assert read("The treaty was signed in 1952.").verdicts() == []


def test_treaty_described_as_theirs_is_one_of_the_states_just_named():
    text = "The Russia-North Korea treaty is new. Japan and the United States signed their security treaty."
    found = {one.text: one.id for one in read(text).mentions}
    assert found["their security treaty"] == "usa-jpn-1960"


@pytest.mark.parametrize("second", ["It was renewed in 2009.", "It is a military alliance."])
def test_it_is_the_instrument_that_the_sentence_before_spoke_of_not_the_first_of_the_text(second):
    text = f"The ANZUS Treaty was signed in 1951. Its Article 4 is short. The Warsaw Pact dates from 1955. {second}"
    assert read(text).judged[-1].claim.about == (WARSAW,)

"""Names of states, organs, places and persons."""

from __future__ import annotations

import pytest
from reading_help import read

NAMES = [
    ("Moscow and Pyongyang agreed, Beijing did not.", ["RUS", "PRK", "CHN"]),
    ("Russian and North Korean officers met Chinese colleagues.", ["RUS", "PRK", "CHN"]),
    ("MINSK - Belarus spoke for itself.", ["BLR", "BLR"]),
    ("SEOUL, Oct. 1 - South Korea marked the day.", ["KOR", "KOR"]),
    ("The Kremlin told the White House nothing.", ["RUS", "USA"]),
    ("Soviet envoys left Hanoi.", ["SUN", "VNM"]),
    ("The U.S. Embassy in Tokyo was shut.", ["USA", "JPN"]),
    ("The US and the UK stood together.", ["USA", "GBR"]),
    ("Americans and Russians disagree.", ["USA", "RUS"]),
    ("South Korea’s capital is Seoul.", ["KOR", "KOR"]),
    ("The Democratic People's Republic of Korea agreed.", ["PRK"]),
    ("The Democratic People’s Republic of Korea agreed.", ["PRK"]),
    ("The Republic of Korea agreed.", ["KOR"]),
    ("The DPRK and the ROK keep an armistice.", ["PRK", "KOR"]),
    ("The Franco-German engine stalled.", ["FRA", "DEU"]),
]
NOBODY = [
    "Give us time, it tells us, and let us be.",
    "He is to go and may be on it.",
    "The USSRX and Chinatown and Franceville are elsewhere.",
    "An iranian_code stands here.",
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_nouns_adjectives_and_capitals_stand_for_states(text: str, expected: list[str]) -> None:
    assert read(text).ids("state") == expected


@pytest.mark.parametrize("text", NOBODY)
def test_small_words_and_parts_of_words_name_nobody(text: str) -> None:
    assert read(text).ids("state") == []


def test_us_in_small_letters_is_nobody_and_in_capitals_a_state() -> None:
    assert read("The US told us so.").links("state") == [("US", "USA")]


def test_korean_means_the_korea_that_the_document_speaks_of() -> None:
    assert read("PYONGYANG - North Korean officials said the Korean side would wait.").ids("state") == ["PRK"] * 3
    assert read("SEOUL - South Korean officials said the Korean side would wait.").ids("state") == ["KOR"] * 3


def test_korea_without_more_is_read_as_the_south_with_the_north_as_alternative() -> None:
    (found,) = read("Korea waits.").mentions
    assert (found.id, [one.id for one in found.alternatives]) == ("KOR", ["PRK"])
    assert found.score < 1


def test_organisations_and_organs_are_found_under_their_own_names() -> None:
    text = "NATO, the CSTO, the EU and the UN Security Council met; the 1718 Committee did not."
    assert read(text).ids("organ") == [
        *("north-atlantic-1949", "collective-security-1992", "eu-lisbon-2007", "unsc", "unscr-1718")
    ]


def test_office_holders_are_found_by_full_and_family_name() -> None:
    text = "Nikita Khrushchev flew home. Khrushchev was tired. Vladimir Putin was nine."
    assert read(text).ids("person") == ["nikita-khrushchev", "nikita-khrushchev", "vladimir-putin"]


def test_name_inside_the_name_of_an_instrument_counts_too() -> None:
    assert ("Budapest", "HUN") in read("The Budapest Memorandum is short.").links("state")

"""Articles and paragraphs, and whose they are."""

from __future__ import annotations

import pytest
from reading_help import read

OWNED = [
    ("Article 5 of the North Atlantic Treaty is known.",
     [("Article 5 of the North Atlantic Treaty", "north-atlantic-1949/5")]),
    ("Art. 5 of the Washington Treaty is known.", [("Art. 5 of the Washington Treaty", "north-atlantic-1949/5")]),
    ("The pact rests, cf. Art. 5 NAT, on solidarity.", [("Art. 5 NAT", "north-atlantic-1949/5")]),
    ("NATO's Article 5 was invoked once.", [("NATO's Article 5", "north-atlantic-1949/5")]),
    ("Article 5 of NATO was invoked once.", [("Article 5 of NATO", "north-atlantic-1949/5")]),
    ("The fifth article of the North Atlantic Treaty is known.",
     [("The fifth article of the North Atlantic Treaty", "north-atlantic-1949/5")]),
    ("Article five of NATO's treaty is known.", [("Article five of NATO's treaty", "north-atlantic-1949/5")]),
    ("Article V of the US-Japan treaty covers the islands.", [("Article V of the US-Japan treaty", "usa-jpn-1960/V")]),
    ("Article 5 of the US-Japan treaty covers the islands.", [("Article 5 of the US-Japan treaty", "usa-jpn-1960/V")]),
    ("Articles III and IV of the Mutual Defense Treaty with South Korea bind Washington.",
     [("Articles III", "usa-kor-1953/III"), ("IV of the Mutual Defense Treaty with South Korea", "usa-kor-1953/IV")]),
    ("Articles 3 and 5 of the North Atlantic Treaty are often confused.",
     [("Articles 3", "north-atlantic-1949/3"),
      ("5 of the North Atlantic Treaty", "north-atlantic-1949/5")]),
    ("Articles 4, 8 and 22 of the Russia-North Korea treaty were read aloud.",
     [("Articles 4", "rus-prk-2024/4"), ("8", "rus-prk-2024/8"),
      ("22 of the Russia-North Korea treaty", "rus-prk-2024/22")]),
    ("Article 42(7) of the EU treaty is a defence clause.",
     [("Article 42(7) of the EU treaty", "eu-lisbon-2007/42(7)")]),
    ("Article 42.7 of the Treaty on European Union is one.",
     [("Article 42.7 of the Treaty on European Union", "eu-lisbon-2007/42(7)")]),
    ("Article 99 of the North Atlantic Treaty does not exist.",
     [("Article 99 of the North Atlantic Treaty", "north-atlantic-1949/99")]),
    ("Article 7 of the Sino-North Korean treaty has no exit clause.",
     [("Article 7 of the Sino-North Korean treaty", "chn-prk-1961/7")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_article_is_named_with_its_instrument(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text).links("provision") == expected


def test_its_article_is_that_of_the_instrument_spoken_of() -> None:
    text = "The Russia-North Korea treaty entered into force in 2024. Its Article 4 provides for help."
    assert read(text).links("provision") == [("Its Article 4", "rus-prk-2024/4")]


def test_bare_article_is_that_of_the_instrument_spoken_of() -> None:
    text = "The North Atlantic Treaty is short. Article 5 is its heart."
    assert read(text).links("provision") == [("Article 5", "north-atlantic-1949/5")]


def test_bare_article_before_the_only_instrument_of_the_sentence_is_its_own() -> None:
    assert read("Article 2, on help, is the heart of the Sino-North Korean treaty.").links("provision") == [
        ("Article 2", "chn-prk-1961/2")
    ]


def test_article_of_nothing_that_was_named_is_listed_with_a_reason() -> None:
    (found,) = read("Article 12 was read aloud.").mentions
    assert (found.type, found.ids) == ("provision", ())
    assert found.why


def test_article_51_is_that_of_the_charter_where_the_treaty_has_none() -> None:
    text = "The Russia-North Korea treaty is in force. Help is given under Article 51."
    assert read(text).ids("provision") == ["un-charter/51"]


def test_charter_beside_another_treaty_is_that_of_the_united_nations() -> None:
    text = "NATO's Article 5 was invoked once. Article 51 of the Charter remains the basis."
    assert read(text).ids("provision") == ["north-atlantic-1949/5", "un-charter/51"]


def test_article_joined_to_an_article_of_another_text_stays_with_its_own() -> None:
    text = "The Russia-North Korea treaty is new. Its Article 4 and Article 51 of the UN Charter are linked."
    assert read(text).ids("provision") == ["rus-prk-2024/4", "un-charter/51"]


def test_that_article_is_the_one_spoken_of_last() -> None:
    text = "Article 7 of the Sino-North Korean treaty has no exit. That article has never been changed."
    assert read(text).links("provision")[-1] == ("That article", "chn-prk-1961/7")


def test_whole_phrase_and_the_instrument_in_it_are_two_mentions() -> None:
    found = read("Article 4 of the 1953 treaty with South Korea is on bases.")
    assert [(one.text, one.type) for one in found.mentions if one.type in ("instrument", "provision")] == [
        ("Article 4 of the 1953 treaty with South Korea", "provision"),
        ("the 1953 treaty with South Korea", "instrument"),
    ]

"""Where sentences end, and which words they have."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.reader.tokens import sentences

WHOLE = [
    "Art. 5 is clear to every ally.",
    "He met Mr. Kim of the U.N. Security Council on Monday.",
    "The U.S. Senate gave its consent in 1949.",
    "J. F. Kennedy never signed it.",
    "See No. 5, vol. 2, p. 7 of the series.",
    "It entered into force at 10 a.m. on Monday.",
    "He cited e.g. Article 5 and Arts. 3 and 4.",
    "Gen. Smith and Lt. Col. Jones met.",
    '"Is it over?" he asked.',
    "“Never!” the minister shouted.",
    "Article 4.2 stands, at 3.5 per cent.",
    "1. The parties agree to help each other.",
    "The ceremony of Sept. 9 was short.",
    "The pact, cf. Art. 5 NAT, is defensive.",
]
SPLIT = [
    ("The pact holds. It binds both.", ["The pact holds.", "It binds both."]),
    ("It was signed by the U.S. It works.", ["It was signed by the U.S.", "It works."]),
    ("They met in Washington, D.C. The Senate agreed.", ["They met in Washington, D.C.", "The Senate agreed."]),
    ("“It is over.” The minister left.", ["“It is over.”", "The minister left."]),
    ("Wait… what? Yes!", ["Wait… what?", "Yes!"]),
    ("I said (it was late.) Then I left.", ["I said (it was late.)", "Then I left."]),
    ("Q: Who signed?\nA: Both did.", ["Q: Who signed?", "A: Both did."]),
    ("A heading\nThe text begins.", ["A heading", "The text begins."]),
    ("No end", ["No end"]),
]


@pytest.mark.parametrize("text", WHOLE)
def test_full_stop_of_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert [one.text for one in sentences(text)] == [text]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_sentences_end_at_stops_questions_quotes_and_lines(text: str, expected: list[str]) -> None:
    assert [one.text for one in sentences(text)] == expected


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n"])
def test_blank_text_has_no_sentence(text: str) -> None:
    assert list(sentences(text)) == []


def test_words_keep_abbreviations_and_split_marks() -> None:
    (sentence,) = sentences("The U.S.-Japan treaty’s Article 5(a)")
    assert [one.text for one in sentence.tokens] == [
        *("The", "U.S.", "-", "Japan", "treaty", "’", "s", "Article", "5", "(", "a", ")")
    ]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="A.b \n“”\"'U.S?!1", max_size=120))
def test_sentences_and_words_stand_where_they_say_and_lose_nothing_but_blanks(text: str) -> None:
    found = list(sentences(text))
    last = 0
    for sentence in found:
        assert sentence.start >= last
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[last : sentence.start].strip()
        assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
        last = sentence.end
    assert not text[last:].strip()

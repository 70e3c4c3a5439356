"""Who says it: the author, somebody quoted, somebody reported."""

from __future__ import annotations

import pytest
from reading_help import read

SIGNED = "the Warsaw Pact was signed in 1955"
QUOTED = [
    ('"The Warsaw Pact was signed in 1955," the Polish minister said.', "the Polish minister", "POL"),
    ('The Polish minister said: "The Warsaw Pact was signed in 1955."', "The Polish minister", "POL"),
    ('"The Warsaw Pact," said the Polish minister, "was signed in 1955."', "the Polish minister", "POL"),
    ("“The Warsaw Pact was signed in 1955”, says the Polish ambassador.", "the Polish ambassador", "POL"),
    ("«The Warsaw Pact was signed in 1955», a Russian diplomat noted.", "a Russian diplomat", "RUS"),
    ("“It is over. The Warsaw Pact was signed in 1955,” the chairman told students.", "the chairman", None),
]
REPORTED = [
    (f"The Polish minister said that {SIGNED}.", "The Polish minister", "POL"),
    (f"{SIGNED[0].upper()}{SIGNED[1:]}, the Polish ambassador wrote.", "the Polish ambassador", "POL"),
    ("The Warsaw Pact, the Polish president said, was signed in May 1955.", "the Polish president", "POL"),
    ("The Warsaw Pact, the chancellor has repeatedly claimed, was signed in 1955.", "the chancellor", None),
    (f"According to the Polish foreign ministry, {SIGNED}.", "the Polish foreign ministry", "POL"),
    ("The Warsaw Pact was signed in 1955, according to the Polish minister.", "the Polish minister", "POL"),
    (f"As the Polish minister noted, {SIGNED}.", "the Polish minister", "POL"),
    (f"In the view of many lawyers, {SIGNED}.", "many lawyers", None),
    (f"In the words of the German chancellor, {SIGNED}.", "the German chancellor", "DEU"),
    (f"Moscow insists that {SIGNED}.", "Moscow", "RUS"),
    (f"Many historians argue that {SIGNED}.", "Many historians", None),
    (f"Critics say {SIGNED}.", "Critics", None),
    (f"The Kremlin spokesman told reporters on Tuesday that {SIGNED}.", "The Kremlin spokesman", "RUS"),
    (f"A Chinese official, speaking on condition of anonymity, said {SIGNED}.", "A Chinese official", "CHN"),
    ("Moderator: The Warsaw Pact was signed in 1955.", "Moderator", None),
    ("MINISTER: The Warsaw Pact was signed in 1955.", "MINISTER", None),
    ("Q: And now?\nA: The Warsaw Pact was signed in 1955.", "A", None),
]
AUTHOR = [
    f"{SIGNED[0].upper()}{SIGNED[1:]}.",
    f"On this page {SIGNED}.",
    "Poland and Hungary concluded the Warsaw Pact with six others in 1955.",
    "The treaty says that the parties consult. The Warsaw Pact was signed in 1955.",
    "Article 5 states that an attack on one is an attack on all. The Warsaw Pact was signed in 1955.",
    '"History," the minister said. The Warsaw Pact was signed in 1955.',
    "The Warsaw Pact was signed in 1955 and the minister said so.",
    'They call it "the Moscow club". The Warsaw Pact was signed in 1955.',
]


def heard(text: str) -> tuple[str, str, str | None, bool]:
    """The manner, words and id of the speaker of the only signature told, and whether it is an assurance."""
    (found,) = read(text).claims("signed_on")
    speaker = found.claim.speaker
    return speaker.manner, speaker.text, speaker.id, speaker.assures


@pytest.mark.parametrize(("text", "who", "state"), QUOTED)
def test_words_in_quotation_marks_are_the_quoted_speakers(text: str, who: str, state: str | None) -> None:
    assert heard(text) == ("quoted", who, state, False)


@pytest.mark.parametrize(("text", "who", "state"), REPORTED)
def test_reported_words_are_the_reported_speakers(text: str, who: str, state: str | None) -> None:
    assert heard(text) == ("reported", who, state, False)


@pytest.mark.parametrize("text", AUTHOR)
def test_everything_else_is_the_authors(text: str) -> None:
    assert heard(text) == ("author", "author", None, False)


@pytest.mark.parametrize("verb", ["assured reporters", "promised", "denied", "has publicly pledged", "vows"])
def test_assurance_promise_or_denial_is_marked_as_one(verb: str) -> None:
    assert heard(f"Moscow {verb} that {SIGNED}.") == ("reported", "Moscow", "RUS", True)


def test_pronoun_stands_for_the_speaker_before() -> None:
    text = "The Polish minister said it is history. He added that the Warsaw Pact was signed in 1955."
    assert heard(text) == ("reported", "The Polish minister", "POL", False)


def test_quotation_that_stays_open_goes_on_into_the_next_sentence() -> None:
    found = read("The minister said, “The Warsaw Pact was signed in 1955. The Rio Treaty was signed in 1947.” I left.")
    assert [one.claim.speaker.text for one in found.claims("signed_on")] == ["The minister", "The minister"]


def test_next_paragraph_is_the_authors_again() -> None:
    found = read("The minister said, “The Warsaw Pact was signed in 1955.\n\nThe Rio Treaty was signed in 1947.")
    assert [one.claim.speaker.manner for one in found.claims("signed_on")] == ["quoted", "author"]


def test_label_of_a_transcript_holds_for_the_sentences_after_it() -> None:
    found = read("Ambassador: Welcome. The Warsaw Pact was signed in 1955. The Rio Treaty was signed in 1947.")
    assert [one.claim.speaker.text for one in found.claims("signed_on")] == ["Ambassador", "Ambassador"]


def test_false_statement_is_contradicted_whoever_says_it() -> None:
    for text in (
        "The Warsaw Pact was signed in 1949.",
        "Moscow swore that the Warsaw Pact was signed in 1949.",
        '"The Warsaw Pact was signed in 1949," he said.',
    ):
        assert read(text).verdicts("signed_on") == [("signed_on", "warsaw-1955", "contradicted")]

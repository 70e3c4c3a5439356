"""Claims that compare instruments and clauses, tell what they rest on, and what they replace."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_help import read

TREATY = "The 2024 treaty between Russia and North Korea was signed in Pyongyang. "


def told(kind: str, text: str) -> list[tuple[str, str, str]]:
    """Of each claim of a kind what it is about, the others, and the word with its denial ("not same")."""
    return [
        (
            " ".join(one.claim.about),
            " ".join(one.claim.said.others),
            ("not " if one.claim.negated else "") + one.claim.said.word,
        )
        for one in read(text).claims(kind)
        if not one.claim.supposed
    ]


NEW, OLD, SOVIET = "rus-prk-2024", "rus-prk-2000", "sun-prk-1961"


@pytest.mark.parametrize(
    ("sentence", "about", "others", "word"),
    [
        ("The 2024 treaty replaces the 2000 treaty.", NEW, OLD, "replaces"),
        ("The pact supersedes the 1961 Soviet treaty and the 2000 treaty.", NEW, f"{SOVIET} {OLD}", "replaces"),
        ("The pact, signed by both leaders, took the place of the Warsaw Pact.", NEW, "warsaw-1955", "replaces"),
        ("It took over from the 2000 treaty.", NEW, OLD, "replaces"),
        ("The 2000 treaty was superseded in 2024 by the Warsaw Pact.", "warsaw-1955", OLD, "replaces"),
        ("The 2000 treaty has given way to the 2024 treaty.", NEW, OLD, "replaces"),
        ("ANZUS and the Rio Treaty have been replaced by AUKUS.", "aukus-2021", "anzus-1951 rio-1947", "replaces"),
        ("Moscow replaced the 2000 treaty with the 2024 treaty.", NEW, OLD, "replaces"),
        ("With the 2024 treaty, Moscow replaced the 2000 treaty.", NEW, OLD, "replaces"),
        ("Replacing the 2000 treaty, the 2024 treaty goes further.", NEW, OLD, "replaces"),
        ("The 2000 treaty expired, and the 2024 treaty took its place.", NEW, OLD, "replaces"),
        ("The 2024 treaty is the legal successor to the 2000 treaty.", NEW, OLD, "replaces"),
        ("The 2024 treaty does not replace the 2000 treaty.", NEW, OLD, "not replaces"),
        ("Moscow denies that the 2024 treaty replaces the 2000 treaty.", NEW, OLD, "not replaces"),
        ("The 2024 treaty is a continuation of the 2000 treaty.", NEW, OLD, "continues"),
        ("The 2024 treaty builds on the 2000 treaty.", NEW, OLD, "continues"),
        ("The 2000 treaty was scrapped in favour of the 2024 treaty.", NEW, OLD, "replaces"),
        ("The 2000 treaty made way for the 2024 treaty.", NEW, OLD, "replaces"),
        ("The 2000 treaty, since replaced by the 2024 treaty, was short.", NEW, OLD, "replaces"),
        ("The 2000 treaty (replaced by the 2024 treaty) was short.", NEW, OLD, "replaces"),
        ("Replaced by the 2024 treaty, the 2000 treaty is history.", NEW, OLD, "replaces"),
        ("The successor to the 2000 treaty is the 2024 treaty.", NEW, OLD, "replaces"),
        ("The 2000 treaty was the predecessor of the 2024 treaty.", NEW, OLD, "replaces"),
        ("The 2024 treaty renders the 2000 treaty obsolete.", NEW, OLD, "replaces"),
        ("The 2024 treaty did away with the 2000 treaty.", NEW, OLD, "replaces"),
        ("It is the 2000 treaty that the 2024 treaty replaces.", NEW, OLD, "replaces"),
        ("What the 2024 treaty replaced was the 2000 treaty.", NEW, OLD, "replaces"),
        ("In place of the 2000 treaty stands the 2024 treaty.", NEW, OLD, "replaces"),
        ("The transition from the 2000 treaty to the 2024 treaty was quick.", NEW, OLD, "replaces"),
        ("Moscow signed the 2024 treaty, thereby replacing the 2000 treaty.", NEW, OLD, "replaces"),
        ("The 2024 treaty leaves the 2000 treaty untouched.", NEW, OLD, "not replaces"),
        ("The 2000 treaty was superseded, 24 years on, by the 2024 treaty.", NEW, OLD, "replaces"),
        ("Out went the 2000 treaty, in came the 2024 treaty.", NEW, OLD, "replaces"),
        ("First came the 2000 treaty, which the 2024 treaty replaced.", NEW, OLD, "replaces"),
        ("It is a mistake to think that the 2024 treaty replaced the 2000 treaty.", NEW, OLD, "not replaces"),
        ("The treaty came into force on 4 December 2024 and supersedes the 2000 treaty.", NEW, OLD, "replaces"),
    ],
)
def test_what_replaces_or_continues_what(sentence: str, about: str, others: str, word: str) -> None:
    assert told("supersedes", TREATY + sentence) == [(about, others, word)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics of the 2024 treaty replaced the 2000 treaty on the wall.",
        "New soldiers replaced those sent under the 1961 Soviet treaty.",
        "The minister succeeded the signatory of the 2000 treaty.",
        "The 2024 treaty would replace the 2000 treaty.",
        "Will the 2024 treaty replace the 2000 treaty?",
        "If the 2024 treaty replaces the 2000 treaty, nobody will notice.",
        "Lawmakers demand that the 2024 treaty replace the 2000 treaty.",
        "The 2024 treaty continues to apply.",
        "The debate on the 2024 treaty has displaced the debate on the 2000 treaty.",
        "The 2024 treaty overtook the 2000 treaty in the headlines.",
        "Some senators suggested that the 2024 treaty replace the 2000 treaty.",
        "A portrait of the signing of the 2000 treaty was replaced with one of AUKUS leaders.",
        "The transition from the 2000 treaty to friendship was quick.",
        "He left the talks on the 2024 treaty in favour of a meeting about the 2000 treaty.",
    ],
)
def test_what_somebody_else_replaced_or_only_might_replace_is_no_claim(sentence: str) -> None:
    assert told("supersedes", TREATY + sentence) == []


def test_older_one_is_what_the_text_spoke_of_before() -> None:
    text = "The 2000 treaty between Russia and North Korea was signed. The 2024 treaty took the place of the older one."
    assert told("supersedes", text) == [(NEW, OLD, "replaces")]


def test_plural_name_may_be_meant_by_they() -> None:
    text = "The Five Power Defence Arrangements date from 1971. They took the place of ANZUS."
    assert told("supersedes", text) == [("five-power-1971", "anzus-1951", "replaces")]


def test_promise_told_of_by_its_noun_is_the_clause_spoken_of() -> None:
    text = f"{TREATY}Article 4 speaks of attacks. Its promise of help echoes NATO's Article 5."
    assert told("resembles", text) == [(FOUR, FIVE, "like")]


def test_wrong_predecessor_is_contradicted_and_half_right_list_is_partly_right() -> None:
    wrong = read(TREATY + "It replaced the Warsaw Pact.")
    half = read(TREATY + "It supersedes the 2000 treaty and the Warsaw Pact.")
    assert [one.verdict.word for one in wrong.claims("supersedes")] == ["contradicted"]
    assert [one.verdict.word for one in half.claims("supersedes")] == ["partly"]


def test_predecessor_that_the_corpus_lacks_is_still_told() -> None:
    found = read("The Treaty of Aachen was signed in 2019. It replaced the Elysee Treaty of 1963.").claims("supersedes")
    assert [(one.claim.about, one.claim.said.others, one.verdict.word) for one in found] == [
        (("aachen-2019",), (), "not_in_corpus")
    ]


def test_predecessor_that_the_corpus_lacks_is_contradicted_if_the_record_names_another() -> None:
    other = read("The US-Japan Security Treaty of 1960 replaced the Potsdam Agreement.").claims("supersedes")
    same = read("The US-Japan Security Treaty of 1960 replaced an American-Japanese Treaty of 1951.").claims(
        "supersedes"
    )
    assert [one.verdict.word for one in other] == ["contradicted"]
    assert "contradicted" not in [one.verdict.word for one in same]


FOUR, FIVE, TWO = "rus-prk-2024/4", "north-atlantic-1949/5", "chn-prk-1961/2"


@pytest.mark.parametrize(
    ("sentence", "about", "others", "word"),
    [
        ("Article 4 of the 2024 treaty mirrors Article 5 of the North Atlantic Treaty.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty reads almost like Article 5 of the North Atlantic Treaty.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty is modelled on Article 5 of the North Atlantic Treaty.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty is akin to NATO's Article 5.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty is word for word the same as NATO's Article 5.", FOUR, FIVE, "same"),
        ("Article 4 of the 2024 treaty copies NATO's Article 5 word for word.", FOUR, FIVE, "same"),
        ("Article 4 of the 2024 treaty has the same wording as NATO's Article 5.", FOUR, FIVE, "same"),
        ("Article 4 of the 2024 treaty and NATO's Article 5 are identical.", FOUR, FIVE, "same"),
        ("Lifted verbatim from NATO's Article 5, Article 4 of the 2024 treaty is short.", FOUR, FIVE, "same"),
        ("Article 4 of the 2024 treaty is not the same as NATO's Article 5.", FOUR, FIVE, "not same"),
        ("Article 4 of the 2024 treaty differs from NATO's Article 5.", FOUR, FIVE, "unlike"),
        ("Article 4 of the 2024 treaty is no different from NATO's Article 5.", FOUR, FIVE, "not unlike"),
        ("Article 4 of the 2024 treaty is nothing like NATO's Article 5.", FOUR, FIVE, "not like"),
        ("Article 4 of the 2024 treaty bears little resemblance to NATO's Article 5.", FOUR, FIVE, "not like"),
        ("Unlike NATO's Article 5, Article 4 of the 2024 treaty obliges at once.", FOUR, FIVE, "unlike"),
        ("Article 4 of the 2024 treaty, like NATO's Article 5, promises help.", FOUR, FIVE, "like"),
        ("AUKUS is a Pacific version of NATO.", "aukus-2021", "north-atlantic-1949", "like"),
        ("Under Article 4 of the pact help is due, a rule that returns in NATO's Article 5.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty was drafted along the lines of NATO's Article 5.", FOUR, FIVE, "like"),
        ("The parallel between Article 4 of the 2024 treaty and NATO's Article 5 is clear.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty is often likened to NATO's Article 5.", FOUR, FIVE, "like"),
        ("Analysts compare Article 4 of the 2024 treaty to NATO's Article 5.", FOUR, FIVE, "like"),
        ("A clause like NATO's Article 5 stands in Article 4 of the 2024 treaty.", FOUR, FIVE, "like"),
        ("In Article 4 of the 2024 treaty, NATO's Article 5 finds its echo.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty and NATO's Article 5 have much in common.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty and NATO's Article 5 say the same thing.", FOUR, FIVE, "same"),
        ("There is no difference between Article 4 of the 2024 treaty and NATO's Article 5.", FOUR, FIVE, "not unlike"),
        ("Not a comma separates Article 4 of the 2024 treaty from NATO's Article 5.", FOUR, FIVE, "not unlike"),
        ("Article 4 of the 2024 treaty has nothing to do with NATO's Article 5.", FOUR, FIVE, "not like"),
        ("Article 4 of the 2024 treaty is a far cry from NATO's Article 5.", FOUR, FIVE, "unlike"),
        ("Contrary to NATO's Article 5, Article 4 of the 2024 treaty obliged at once.", FOUR, FIVE, "unlike"),
        ("Word for word, Article 4 of the 2024 treaty repeats NATO's Article 5.", FOUR, FIVE, "same"),
        ("Much of Article 4 of the 2024 treaty was taken over from NATO's Article 5.", FOUR, FIVE, "like"),
        ("Diplomats refer to Article 4 of the 2024 treaty as a twin of NATO's Article 5.", FOUR, FIVE, "like"),
        ("Article 4 of the 2024 treaty: a carbon copy of NATO's Article 5.", FOUR, FIVE, "same"),
        ("Article 4 of the 2024 treaty has the same structure as NATO's Article 5.", FOUR, FIVE, "like"),
        ("Between Article 4 of the 2024 treaty and NATO's Article 5 there is no resemblance.", FOUR, FIVE, "not like"),
        ("It is a myth that Article 4 of the 2024 treaty resembles NATO's Article 5.", FOUR, FIVE, "not like"),
    ],
)  # fmt: skip
def test_comparisons_in_many_words(sentence: str, about: str, others: str, word: str) -> None:
    assert told("resembles", TREATY + sentence) == [(about, others, word)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A similar article is contained in the 1961 treaty between China and North Korea.",
        "The same pledge can be found in the 1961 treaty between China and North Korea.",
        "The 1961 treaty between China and North Korea contains a similar clause.",
    ],
)
def test_similar_article_is_compared_with_the_one_spoken_of_before(sentence: str) -> None:
    found = told("resembles", f"{TREATY}Article 4 of the treaty promises help. {sentence}")
    assert [(about.partition("/")[0], others) for about, others, _ in found] == [("rus-prk-2024", "chn-prk-1961")]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO's response mirrored Article 5 of the treaty.",
        "The minister echoed Article 5 of the North Atlantic Treaty.",
        "Like the 1961 Soviet treaty, the 2024 treaty was signed by both leaders.",
        "Like Article 3, Article 4 was drafted in haste.",
        "Pacts like ANZUS are common.",
        "Russia, unlike China, has signed the 2024 treaty.",
        "They are stitching together an Asian copy of NATO.",
        "This gives grounds for associations with the Collective Security Treaty.",
        "The same article also bars hostile alliances.",
        "The seminar will compare Article 4 of the 2024 treaty with NATO's Article 5.",
        "A comparison of Article 4 of the 2024 treaty and NATO's Article 5 fills the chapter.",
        "Kyiv wants a guarantee similar to NATO's Article 5.",
        "Does Article 4 of the 2024 treaty mirror NATO's Article 5?",
    ],
)
def test_likeness_of_something_else_is_no_claim(sentence: str) -> None:
    assert told("resembles", TREATY + sentence) == []


CHARTER = "un-charter/51"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Article 4 promises help in accordance with Article 51 of the UN Charter.", [(FOUR, CHARTER, "")]),
        (
            "Article 4 promises help in line with Article 51 of the UN Charter and the laws of the two states.",
            [(FOUR, CHARTER, ""), (FOUR, "domestic_law", "")],
        ),
        ("Article 4 promises help. That promise hangs on the UN Charter.", [(FOUR, "un-charter", "")]),
        ("Article 4 of the treaty invokes the UN Charter.", [(FOUR, "un-charter", "")]),
        ("Article 4 is subject to the national laws of both sides.", [(FOUR, "domestic_law", "")]),
        ("Such help, as Article 4 says, is given under Article 51 of the UN Charter.", [(FOUR, CHARTER, "")]),
        ("The treaty makes no mention of Article 51 of the UN Charter.", [(NEW, CHARTER, "not ")]),
        ("Help is automatic under Article 4, national laws notwithstanding.", [(FOUR, "domestic_law", "not ")]),
        ("Article 4 passes over Article 51 of the UN Charter in silence.", [(FOUR, CHARTER, "not ")]),
        ("Article 4 is not silent on Article 51 of the UN Charter.", [(FOUR, CHARTER, "")]),
        ("Article 51 of the UN Charter is the legal basis of Article 4 of the 2024 treaty.", [(FOUR, CHARTER, "")]),
        ("Article 51 of the UN Charter goes unmentioned in Article 4 of the 2024 treaty.", [(FOUR, CHARTER, "not ")]),
        ("No mention of Article 51 of the UN Charter is made in Article 4 of the pact.", [(FOUR, CHARTER, "not ")]),
        ("Article 51 of the UN Charter, to which Article 4 of the 2024 treaty refers, is old.", [(FOUR, CHARTER, "")]),
        ("Article 4 subordinates help to the national law of both sides.", [(FOUR, "domestic_law", "")]),
        ("Any help under Article 4 must comply with Article 51 of the UN Charter.", [(FOUR, CHARTER, "")]),
        ("Article 4 obliges Russia, no matter what Article 51 of the UN Charter says.", [(FOUR, CHARTER, "not ")]),
        ("There is not one word in Article 4 about Article 51 of the UN Charter.", [(FOUR, CHARTER, "not ")]),
        ("Nowhere in Article 4 is Article 51 of the UN Charter mentioned.", [(FOUR, CHARTER, "not ")]),
        ("Article 4, it should be recalled, refers to Article 51 of the UN Charter.", [(FOUR, CHARTER, "")]),
        ("Constitutional processes play no part in Article 4.", [(FOUR, "constitutional_processes", "not ")]),
        ("Nowhere does the treaty mention the UN Charter.", [(NEW, "un-charter", "not ")]),
        ("Nothing in the treaty is subject to national law.", [(NEW, "domestic_law", "not ")]),
        ("It binds Russia to send help regardless of its own laws.", [(NEW, "domestic_law", "not ")]),
        ("Without any reference to the UN Charter, the treaty promises help.", [(NEW, "un-charter", "not ")]),
        ("Article 4 sends help without delay, in line with Article 51 of the UN Charter.", [(FOUR, CHARTER, "")]),
        ("If one is attacked, Article 4 promises help in line with the UN Charter.", [(FOUR, "un-charter", "")]),
        ("“Help is given in line with the UN Charter,” Article 4 of the treaty says.", [(FOUR, "un-charter", "")]),
        (
            "Article IV of ANZUS leaves each party to act by its own constitutional processes.",
            [("anzus-1951/IV", "constitutional_processes", "")],
        ),
        (
            "Resolution 1718, adopted under Chapter VII of the UN Charter, bans luxury goods.",
            [("unscr-1718", "un-charter", "")],
        ),
        (
            "Building upon Article 5 of the North Atlantic Treaty, Article 4 of the 2024 treaty promises help.",
            [(FOUR, FIVE, "")],
        ),
    ],
)  # fmt: skip
def test_what_a_clause_rests_on_or_leaves_out(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert told("subject_to", TREATY + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Under Article 4 of the treaty the parties consult.",
        "Kiev invoked Article 51 of the UN Charter.",
        "The minister acted in accordance with Russian law when he signed the treaty.",
        "The parties to the treaty act in accordance with the UN Charter.",
        "The treaty was ratified in accordance with constitutional procedures.",
        "The treaty is in line with international law.",
        "Article 51 of the UN Charter and Article 4 were discussed.",
        "Article 4 was debated, and Kyiv acted under Article 51 of the UN Charter.",
        "Under Article 4 troops came, and Kiev's envoy cited Article 51 of the UN Charter.",
        "Some lawyers wish that Article 4 referred to Article 51 of the UN Charter.",
        "The resolution on the treaty was adopted by parliament in accordance with the law.",
        "Putin, citing Article 51 of the UN Charter, defended the treaty.",
        "Is Article 4 subject to national laws?",
        "Article 4 would be subject to national laws.",
    ],
)
def test_places_acts_of_others_and_questions_are_no_basis(sentence: str) -> None:
    assert told("subject_to", TREATY + sentence) == []


def test_only_the_soviet_one_is_the_one_that_the_soviet_union_is_party_to() -> None:
    text = (
        "Of the Soviet-DPRK treaty of 1961 and the China-DPRK treaty, only the Soviet one is tied to Article 51 of the "
        "UN Charter."
    )
    assert told("subject_to", text) == [(SOVIET, CHARTER, "")]
    assert [verdict for *_, verdict in read(text).verdicts("subject_to")] == ["contradicted"]


def test_false_basis_and_false_silence_are_contradicted() -> None:
    text = (
        "Article 2 of the 1961 treaty between China and North Korea refers to Article 51 of the UN Charter. "
        "Article 5 of the North Atlantic Treaty does not so much as mention Article 51 of the UN Charter."
    )
    assert read(text).verdicts("subject_to") == [
        ("subject_to", TWO, "contradicted"),
        ("subject_to", FIVE, "contradicted"),
    ]


PIECES = (
    "the treaty", "Article 4", "replaces", "mirrors", "is", "not", "in accordance with", "Article 51",
    "the UN Charter", "a military alliance", "legally binding", "aimed at", "China", ",", "and", "“", "”", "by",
    "with", "like", "purely defensive", "?", "officially called", "its", "which", "whose full title is", "Unlike",
    "replaced", "the same as", "under national law",
)  # fmt: skip


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16))
def test_claims_lie_within_the_text_and_never_compare_a_thing_with_itself(pieces: list[str]) -> None:
    text = TREATY + " ".join(pieces)
    for one in read(text).judged:
        assert text[one.claim.start : one.claim.end] == one.claim.text
        assert one.claim.text
        assert not set(one.claim.about) & set(one.claim.said.others)

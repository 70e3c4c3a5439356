"""Claims about what an instrument is and what it is called; and opinions, which are listed but never judged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_help import read

TREATY = "The 2024 treaty between Russia and North Korea was signed in Pyongyang. "
NEW = "rus-prk-2024"


def told(kind: str, text: str) -> list[tuple[str, bool]]:
    """What each claim of a kind is about, and whether it denies."""
    return [(" ".join(one.claim.about), one.claim.negated) for one in read(text).claims(kind) if not one.claim.supposed]


# --- alliances ---


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The 2024 treaty is a military alliance.", False),
        ("It certainly is an alliance.", False),
        ("It is not a military alliance.", True),
        ("This is not about a military alliance, but about friendship.", True),
        ("The treaty does not aim to form a military alliance based on Western patterns.", True),
        ("The treaty makes no military alliance.", True),
        ("The pact amounts to a full military alliance.", False),
        ("The minister calls the 2024 treaty “a military alliance in disguise”.", False),
        ("The minister called it an alliance.", False),
        ("The treaty is neither a military alliance nor a bloc.", True),
        ("The treaty is nothing less than a military alliance.", False),
        ("The treaty is not only a military alliance.", False),
        ("The treaty is anything but an alliance.", True),
        ("Moscow denies that the treaty is an alliance.", True),
        ("The treaty is, as the minister explained to the deputies, no military alliance.", True),
        ("A daily spoke of “a military alliance in all but name”.", False),
        ("The pact makes the two countries military allies.", False),
        ("The pact turned the two neighbours into allies.", False),
        ("With the 2024 treaty, Moscow and Pyongyang have become allies.", False),
        ("The pact elevates the relationship to the level of an alliance.", False),
        ("By signing the pact, the two leaders formed an alliance.", False),
        ("The pact is nothing short of an alliance.", False),
        ("The pact stops short of an alliance.", True),
        ("The pact is a partnership, not an alliance.", True),
        ("The pact is a partnership rather than an alliance.", True),
        ("The pact does not mean the creation of a military alliance.", True),
        ("The pact does not turn the two countries into an alliance.", True),
        ("The pact is described by its makers as anything but an alliance.", True),
    ],
)
def test_alliance_affirmed_or_denied(sentence: str, negated: bool) -> None:
    assert told("is_alliance", TREATY + sentence) == [(NEW, negated)]
    assert {one.verdict.word for one in read(TREATY + sentence).claims("is_alliance")} == {"definitional"}


def test_organisation_that_is_called_an_alliance_stands_for_its_treaty() -> None:
    assert told("is_alliance", "NATO is a military alliance.") == [("north-atlantic-1949", False)]
    text = "The SCO Charter was signed in 2002. The organisation is therefore not a military alliance."
    assert told("is_alliance", text) == [("sco-charter-2002", True)]
    assert told("is_alliance", "The Warsaw Pact, a military alliance led by Moscow, is gone.") == [
        ("warsaw-1955", False)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the treaty neither side may join a military alliance against the other.",
        "The alliance was signed in Pyongyang.",
        "Kim wants an alliance.",
        "Is the treaty an alliance?",
        "Whether the treaty is an alliance is a matter of taste.",
        "Russia is a member of a military alliance.",
        "Under the treaty they swore never to form an alliance against the other.",
        "The opposition alliance voted against the treaty.",
        "Some fear that the treaty could become a military alliance.",
    ],
)
def test_alliance_as_a_name_a_duty_or_a_question_is_no_claim(sentence: str) -> None:
    assert told("is_alliance", TREATY + sentence) == []


# --- defensive, peaceful, offensive ---


@pytest.mark.parametrize(
    ("sentence", "word", "negated", "verdict"),
    [
        ("The pact is purely defensive.", "defensive", False, "supported"),
        ("The pact is of a purely defensive character.", "defensive", False, "supported"),
        ("The pact, the minister said, is “purely defensive”.", "defensive", False, "supported"),
        ("The pact is a defensive treaty.", "defensive", False, "supported"),
        ("The pact is exclusively peaceful and defensive in nature.", "peaceful", False, "not_checkable"),
        ("The pact is offensive in nature.", "offensive", False, "contradicted"),
        ("The pact is not offensive.", "offensive", True, "supported"),
        ("The pact's purpose is purely defensive.", "defensive", False, "supported"),
        ("The character of the pact is defensive.", "defensive", False, "supported"),
        ("The defensive character of the pact is plain.", "defensive", False, "supported"),
        ("The pact is designed solely for defence.", "defensive", False, "supported"),
        ("The pact is about defence, not attack.", "defensive", False, "supported"),
        ("There is nothing offensive about the pact.", "offensive", True, "supported"),
        ("The pact contains nothing offensive.", "offensive", True, "supported"),
        ("The Kremlin calls the pact purely defensive.", "defensive", False, "supported"),
        ("The minister branded the pact an offensive alliance.", "offensive", False, "contradicted"),
        ("The offensive nature of the pact is plain.", "offensive", False, "contradicted"),
        ("The pact has nothing defensive about it.", "defensive", True, "contradicted"),
    ],
)
def test_defensive_peaceful_and_offensive(sentence: str, word: str, negated: bool, verdict: str) -> None:
    found = read(TREATY + sentence).claims("is_defensive")
    assert [(one.claim.said.word, one.claim.negated, one.verdict.word) for one in found] == [(word, negated, verdict)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty was signed in a peaceful ceremony.",
        "Putin called for a peaceful settlement under the treaty.",
        "An offensive began after the treaty.",
        "The treaty allows defensive weapons.",
        "The minister was defensive about the treaty.",
        "Opponents found the treaty offensive to national pride.",
        "A charm offensive preceded the treaty.",
        "The parties to the treaty settle disputes by peaceful means.",
    ],
)
def test_other_peaceful_and_defensive_things_are_no_claim(sentence: str) -> None:
    assert told("is_defensive", TREATY + sentence) == []


# --- aimed at somebody ---


@pytest.mark.parametrize(
    ("sentence", "states", "negated"),
    [
        ("The treaty is not directed against third countries.", (), True),
        ("The treaty is aimed at nobody.", (), True),
        ("The treaty targets no third country.", (), True),
        ("The text says in black and white that it is not aimed at any third state.", (), True),
        ("The treaty is aimed squarely at China.", ("CHN",), False),
        ("The treaty targets the United States and South Korea.", ("USA", "KOR"), False),
        ("The treaty, a bloc aimed at Japan, is new.", ("JPN",), False),
        ("Officials in Warsaw call it a pistol pointed at Poland.", ("POL",), False),
        ("The treaty is an anti-Chinese pact.", ("CHN",), False),
        ("The treaty names Japan as the common adversary.", ("JPN",), False),
        ("The treaty names no adversary.", (), True),
        ("The treaty was concluded against the United States.", ("USA",), False),
        ("The treaty has Japan in its sights.", ("JPN",), False),
        ("The thrust of the treaty is directed against Japan.", ("JPN",), False),
        ("The target of the treaty is Japan.", ("JPN",), False),
        ("No third country is the target of the treaty.", (), True),
        ("Aimed at Japan, the treaty was signed in June.", ("JPN",), False),
        ("Japan was named as the adversary in the treaty.", ("JPN",), False),
        ("Japan is not the declared enemy in the treaty.", ("JPN",), True),
        ("The treaty is aimed at China, Japan says.", ("CHN",), False),
        ("Neither the treaty nor the talks were new; the treaty is directed against Japan.", ("JPN",), False),
    ],
)
def test_whom_it_is_said_to_be_aimed_at(sentence: str, states: tuple[str, ...], negated: bool) -> None:
    found = read(TREATY + sentence).claims("directed_against")
    assert [(one.claim.said.states, one.claim.negated) for one in found] == [(states, negated)]


def test_neither_nor_denies_of_both() -> None:
    text = "Neither the 2024 treaty between Russia and North Korea nor the Warsaw Pact was aimed at Seoul."
    assert told("directed_against", text) == [("rus-prk-2024 warsaw-1955", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The exercises held under the treaty were aimed at Japan.",
        "The treaty is aimed at deepening partnership.",
        "Under the treaty, no force may be directed against Japan.",
        "The treaty bars agreements directed against the other party.",
        "Resolution 2397 targets North Korea's oil imports.",
        "The missiles are aimed at Seoul, the treaty notwithstanding.",
        "An attack directed against Japan triggers the treaty.",
        "Protests directed against the treaty filled Seoul.",
        "The criticism was aimed at the treaty, not at China.",
    ],
)
def test_aims_of_other_things_and_purposes_are_no_claim(sentence: str) -> None:
    assert told("directed_against", TREATY + sentence) == []


# --- binding ---


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("The Washington Declaration is not legally binding.", "legal", True),
        ("The Washington Declaration is legally binding.", "legal", False),
        ("The Washington Declaration was signed. This legally binding declaration obliges all.", "legal", False),
        ("The non-binding Washington Declaration was signed.", "legal", True),
        ("The Washington Declaration has no legal force.", "legal", True),
        ("The Washington Declaration, which binds both sides under international law, is new.", "legal", False),
        ("The Washington Declaration, which officials in Seoul describe as legally binding, is new.", "legal", False),
        ("Seoul regards the Washington Declaration as legally binding.", "legal", False),
        ("The Washington Declaration is merely a political statement.", "political", False),
        ("The Washington Declaration was not binding.", "legal", True),
        ("The Washington Declaration, binding on nobody, is new.", "legal", True),
        ("Under the Washington Declaration both sides are legally bound to consult.", "legal", False),
        ("The Washington Declaration is no treaty at all.", "legal", True),
        ("The Washington Declaration is not a formal treaty.", "legal", True),
        ("The Washington Declaration has the status of a treaty.", "legal", False),
        ("The Washington Declaration is a treaty under international law.", "legal", False),
        ("The Washington Declaration gives rise to legal obligations.", "legal", False),
        ("The Washington Declaration falls short of a legally binding treaty.", "legal", True),
        ("The Washington Declaration is devoid of legal force.", "legal", True),
        ("The Washington Declaration binds nobody.", "legal", True),
        ("The Washington Declaration is politically, not legally, binding.", "political", False),
        ("The Washington Declaration is nothing more than a political commitment.", "political", False),
        ("The Washington Declaration is not just a political declaration.", "political", True),
        ("The Washington Declaration is only a declaration of intent.", "political", False),
        ("The binding force of the Washington Declaration is beyond doubt.", "legal", False),
        ("The non-binding nature of the Washington Declaration is plain.", "legal", True),
        ("There is no doubt that the Washington Declaration is legally binding.", "legal", False),
    ],
)
def test_force_in_law(text: str, word: str, negated: bool) -> None:
    found = read(text).claims("binding")
    assert [(one.claim.about, one.claim.said.word, one.claim.negated) for one in found] == [
        (("washington-declaration-2023",), word, negated)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "They demanded a legally binding treaty from Moscow.",
        "Is the treaty legally binding?",
        "The treaty would be legally binding if ratified.",
        "The political declaration was followed by the treaty.",
        "Ukraine wanted the treaty to be legally binding.",
        "Had the treaty been legally binding, Congress would have voted.",
        "The treaty is not a treaty of friendship.",
        "A non-binding vote on the treaty was held.",
        "The treaty binds the two peoples together in friendship.",
        "The binding force of the treaty is disputed.",
    ],
)
def test_wishes_and_other_texts_are_no_claim_about_its_force(sentence: str) -> None:
    assert told("binding", TREATY + sentence) == []


def test_resolution_is_no_treaty_and_binds_all_the_same() -> None:
    assert read("Resolution 1718 is not a treaty.").claims("binding") == []


def test_disputed_force_makes_either_statement_partly_right() -> None:
    for words in ("is not a treaty", "is a treaty in the sense of international law", "was no treaty at all"):
        found = read(f"The Budapest Memorandum {words}.").claims("binding")
        assert [one.verdict.word for one in found] == ["partly"]


# --- titles ---


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (("ANZUS, officially the Security Treaty between Australia, New Zealand and the United States of America, is "
         "old."), "Security Treaty between Australia, New Zealand and the United States of America"),
        ("ANZUS is officially called the “Security Treaty”.", "Security Treaty"),
        ("ANZUS, whose full title is Treaty of Eternal Friendship, is old.", "Treaty of Eternal Friendship"),
        ("ANZUS is old. Its full name is Treaty of Eternal Friendship.", "Treaty of Eternal Friendship"),
        ("The official title of ANZUS is Treaty of Eternal Friendship.", "Treaty of Eternal Friendship"),
        ("ANZUS (full title: Treaty of Eternal Friendship) is old.", "Treaty of Eternal Friendship"),
        ("ANZUS — officially, the Treaty of Eternal Friendship — is old.", "Treaty of Eternal Friendship"),
        ("Officially, ANZUS is the Treaty of Eternal Friendship.", "Treaty of Eternal Friendship"),
        ("ANZUS bears the title “Treaty of Eternal Friendship”.", "Treaty of Eternal Friendship"),
        ("ANZUS was signed under the title Treaty of Eternal Friendship.", "Treaty of Eternal Friendship"),
    ],
)  # fmt: skip
def test_official_titles(text: str, quote: str) -> None:
    found = read(text).claims("titled")
    assert [(one.claim.about, one.claim.said.quote) for one in found] == [(("anzus-1951",), quote)]


def test_title_without_a_word_of_those_on_record_is_contradicted() -> None:
    wrong = read("ANZUS, officially the Treaty of Eternal Brotherhood, is old.").claims("titled")
    assert [one.verdict.word for one in wrong] == ["contradicted"]


def test_titles_of_persons_and_common_nouns_are_none() -> None:
    text = "Kim, formally the Chairman of the Commission, signed. The treaty, officially called a partnership, is new."
    assert told("titled", TREATY + text) == []
    text = "A book entitled The Long Peace discusses the treaty. His lecture is titled End Times."
    assert told("titled", TREATY + text) == []


# --- opinions ---


@pytest.mark.parametrize(
    "sentence",
    [
        "The treaty will become a solid pillar of peace.",
        "Would our soldiers be ready if the treaty called them up?",
        "Historians will call the treaty the best bargain ever made.",
        "Critics fear that the pact will outlive its purpose.",
        "Could it save the regime?",
    ],
)
def test_opinions_predictions_and_questions_are_listed_and_not_judged(sentence: str) -> None:
    found = [one for one in read(TREATY + sentence).judged if one.claim.start >= len(TREATY)]
    assert [(one.claim.kind, one.claim.about, one.verdict.word) for one in found] == [
        ("opinion", (NEW,), "not_checkable")
    ]


def test_sentence_with_a_claim_is_no_opinion_besides() -> None:
    text = "This shabby treaty between Russia and North Korea was signed in June 2024."
    assert read(text).claims("opinion") == []
    assert read(text).claims("signed_on")


def test_sentence_that_speaks_of_no_instrument_is_no_opinion() -> None:
    assert read("Historians will call him the best president.").claims("opinion") == []


@settings(derandomize=True, max_examples=80, deadline=None)
@given(
    st.sampled_from(("is", "is not", "was", "is hardly", "is certainly")),
    st.sampled_from(("The pact", "It", "The treaty")),
)
def test_denial_and_affirmation_are_never_the_same_claim(verb: str, subject: str) -> None:
    for what, kind in (
        ("a military alliance", "is_alliance"),
        ("purely defensive", "is_defensive"),
        ("legally binding", "binding"),
    ):
        assert told(kind, f"{TREATY}{subject} {verb} {what}.") == [(NEW, verb in ("is not", "is hardly"))]

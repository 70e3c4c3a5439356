"""Claims about signature, adoption and entry into force, with the verdicts that they get."""

from __future__ import annotations

import pytest
from reading_help import read

TRUE_DATES = [
    ("The Warsaw Pact was signed on 14 May 1955.", "warsaw-1955"),
    ("The Warsaw Pact was signed in May 1955.", "warsaw-1955"),
    ("The Warsaw Pact was signed in 1955.", "warsaw-1955"),
    ("The Mutual Defense Treaty with South Korea was signed on 1 October 1953 and ratified in 1954.", "usa-kor-1953"),
    ("The Kellogg-Briand Pact, signed in Paris on 27 August 1928, outlawed war.", "kellogg-briand-1928"),
    ("Signed on 4 April 1949, the North Atlantic Treaty is short.", "north-atlantic-1949"),
    ("On 4 April 1949, twelve states signed the North Atlantic Treaty in Washington.", "north-atlantic-1949"),
    ("The signing of the North Atlantic Treaty on 4 April 1949 took an hour.", "north-atlantic-1949"),
    ("The Budapest Memorandum, dated 5 December 1994, has six points.", "budapest-1994"),
    ("The Treaty of Aachen dates from 22 January 2019.", "aachen-2019"),
    ("The treaty with Japan was concluded in Washington on 19 January 1960, the White House said.", "usa-jpn-1960"),
    ("Five Power Defence Arrangements, agreed in 1971, bind London to consult.", "five-power-1971"),
    ("The Camp David commitment was unveiled on 18 August 2023.", "camp-david-2023"),
    ("The Washington Declaration was adopted in April 2023.", "washington-declaration-2023"),
    ("Saudi Arabia and Pakistan signed a Strategic Mutual Defence Agreement in Riyadh on 17 September 2025.",
     "sau-pak-2025"),
    ("Mongolia and Russia signed a friendship treaty in Ulaanbaatar on 3 September 2019.", "rus-mng-2019"),
    ("We signed the ANZUS treaty in 1951.", "anzus-1951"),
    ("Putin arrived in Pyongyang on June 19, 2024 and signed the strategic partnership treaty with North Korea.",
     "rus-prk-2024"),
    ("The 1961 treaty with China, which Pyongyang signed on July 11, has no end date.", "chn-prk-1961"),
]  # fmt: skip
FALSE_DATES = [
    ("The Warsaw Pact was signed on 15 May 1955.", "warsaw-1955"),
    ("The Warsaw Pact was signed in June 1955.", "warsaw-1955"),
    ("The Warsaw Pact was signed in 1954.", "warsaw-1955"),
    ("The Russia-North Korea strategic partnership treaty was signed on July 19, 2024.", "rus-prk-2024"),
    ("The Budapest Memorandum was signed by Bill Clinton in 1995.", "budapest-1994"),
    ("Boris Yeltsin signed the Budapest Memorandum in 1993.", "budapest-1994"),
    ("On 5 April 1949, twelve states signed the North Atlantic Treaty.", "north-atlantic-1949"),
    ("The Tashkent Treaty, signed on 15 May 1993, is the basis of the CSTO.", "collective-security-1992"),
    ("We signed the ANZUS treaty in 1952.", "anzus-1951"),
    ("The Washington Declaration was adopted in May 2023.", "washington-declaration-2023"),
]
TRUE_PLACES = [
    ("The Rio Treaty was signed in Rio de Janeiro on 2 September 1947.", "rio-1947"),
    ("The SCO Charter was signed in St. Petersburg on June 7, 2002.", "sco-charter-2002"),
    ("The Korean armistice was signed at Panmunjom on 27 July 1953.", "korean-armistice-1953"),
    ("The North Atlantic Treaty was signed at Washington, D.C., on 4 April 1949.", "north-atlantic-1949"),
    ("In Washington, on 4 April 1949, the North Atlantic Treaty was signed.", "north-atlantic-1949"),
    ("At Camp David, the three leaders adopted the Commitment to Consult.", "camp-david-2023"),
    ("Britain and Ukraine signed an agreement on security cooperation in Kyiv on 12 January 2024.", "gbr-ukr-2024"),
    ("The Liptako-Gourma Charter was signed in Bamako on 16 September 2023.", "liptako-gourma-2023"),
    ("The Collective Security Treaty took effect in 1994, two years after its signature in Tashkent.",
     "collective-security-1992"),
]  # fmt: skip
FALSE_PLACES = [
    ("The Warsaw Pact was signed in Moscow.", "warsaw-1955"),
    ("The Korean armistice was signed in Geneva on July 27, 1953.", "korean-armistice-1953"),
    ("The two presidents signed the Washington Declaration in Seoul.", "washington-declaration-2023"),
    ("In Brussels, the North Atlantic Treaty was signed.", "north-atlantic-1949"),
    ("Japanese officials claim that the 1960 security treaty with the US was signed in Tokyo.", "usa-jpn-1960"),
]
SIGNERS = [
    ("The Budapest Memorandum was signed by Boris Yeltsin.", "boris-yeltsin", "supported"),
    ("Leonid Kuchma, Bill Clinton, John Major and Boris Yeltsin signed the Budapest Memorandum.",
     "leonid-kuchma bill-clinton john-major boris-yeltsin", "supported"),
    ("Vladimir Putin signed the Budapest Memorandum in 1994.", "vladimir-putin", "contradicted"),
    ("The Treaty of Aachen was signed by Emmanuel Macron and Angela Merkel.", "emmanuel-macron angela-merkel",
     "supported"),
    ("The 1961 treaty with China, signed by Zhou Enlai and Kim Il Sung, stands.",
     "zhou-enlai kim-il-sung", "supported"),
    ("The Soviet-North Korean treaty was signed by Nikita Khrushchev in Moscow.", "nikita-khrushchev", "supported"),
]  # fmt: skip
OFFICES = [
    ("The two presidents signed the Washington Declaration.", "The two presidents", "supported"),
    ("The foreign ministers of Russia and North Korea signed the 2000 treaty.",
     "The foreign ministers of Russia", "supported"),
    ("The North Atlantic Treaty was signed by the foreign ministers.", "the foreign ministers", "not_in_corpus"),
]  # fmt: skip
IN_FORCE = [
    ("The Warsaw Pact was signed on 14 May 1955 and entered into force on 5 June 1955.", "warsaw-1955", "supported"),
    ("The Treaty of Lisbon entered into force on 1 December 2009.", "eu-lisbon-2007", "supported"),
    ("The Mutual Defense Treaty with the Republic of China took effect on March 3, 1955.", "usa-twn-1954", "supported"),
    ("The treaty of Aachen has been in force since 22 January 2020.", "aachen-2019", "supported"),
    ("The ANZUS pact came into force on April 29, 1952.", "anzus-1951", "supported"),
    ("Although signed in 1951, the ANZUS Treaty entered into force only in 1952.", "anzus-1951", "supported"),
    ("The 2001 treaty between Russia and China has been in force since 16 July 2001.", "chn-rus-2001", "contradicted"),
    ("The North Atlantic Treaty came into force on the day of its signature.", "north-atlantic-1949", "contradicted"),
    ("The Non-Proliferation Treaty entered into force in 1968.", "npt-1968", "contradicted"),
]
ADOPTED = [
    ("Resolution 1718 was adopted on 14 October 2006.", "unscr-1718", "supported"),
    ("Resolution 1718, adopted on 14 October 2006, set up the 1718 Committee.", "unscr-1718", "supported"),
    ("The Council adopted resolution 1874 on 12 June 2009.", "unscr-1874", "supported"),
    ("Resolution 2375 was adopted in New York on 11 September 2017.", "unscr-2375", "supported"),
    (
        "Resolution 1718 was adopted on 14 October 2006 after a nuclear test on 9 October 2006.",
        "unscr-1718",
        "supported",
    ),
    ("Resolution 2397 was passed on 22 December 2016.", "unscr-2397", "contradicted"),
    ("The Council approved resolution 2094 in March 2014.", "unscr-2094", "contradicted"),
]
NOT_JUDGED = [
    "Was the Rio Treaty signed in 1948?",
    "If the ANZUS Treaty was signed in 1953, someone owes us an explanation.",
    "The minister hopes that the Rio Treaty was signed in 1948.",
    "The Rio Treaty will be signed in 2030.",
]
NO_CLAIM = [
    "Lawmakers concluded that the North Atlantic Treaty works, in 1994.",
    "The North Atlantic Treaty entered into force four months after it was signed.",
    "He signed up in 1955 and read the Warsaw Pact.",
    "The treaty was signed on July 19, 2024.",
    "Australia ratified the ANZUS Treaty in 1952.",
]


@pytest.mark.parametrize(("text", "about"), TRUE_DATES)
def test_right_day_month_or_year_of_signature_is_supported(text: str, about: str) -> None:
    assert read(text).verdicts("signed_on") == [("signed_on", about, "supported")]


@pytest.mark.parametrize(("text", "about"), FALSE_DATES)
def test_wrong_day_month_or_year_of_signature_is_contradicted(text: str, about: str) -> None:
    assert read(text).verdicts("signed_on") == [("signed_on", about, "contradicted")]


@pytest.mark.parametrize(("text", "about"), TRUE_PLACES)
def test_right_place_is_supported(text: str, about: str) -> None:
    assert read(text).verdicts("signed_at") == [("signed_at", about, "supported")]


@pytest.mark.parametrize(("text", "about"), FALSE_PLACES)
def test_wrong_place_is_contradicted(text: str, about: str) -> None:
    assert read(text).verdicts("signed_at") == [("signed_at", about, "contradicted")]


@pytest.mark.parametrize(("text", "persons", "verdict"), SIGNERS)
def test_signers_by_name(text: str, persons: str, verdict: str) -> None:
    (found,) = read(text).claims("signed_by")
    assert (" ".join(found.claim.said.persons), found.verdict.word) == (persons, verdict)


@pytest.mark.parametrize(("text", "words", "verdict"), OFFICES)
def test_signers_by_office(text: str, words: str, verdict: str) -> None:
    (found,) = read(text).claims("signed_by")
    assert found.claim.said.quote.startswith(words)
    assert found.verdict.word == verdict


@pytest.mark.parametrize(("text", "about", "verdict"), IN_FORCE)
def test_entry_into_force(text: str, about: str, verdict: str) -> None:
    assert read(text).verdicts("in_force_since") == [("in_force_since", about, verdict)]


@pytest.mark.parametrize(("text", "about", "verdict"), ADOPTED)
def test_resolutions_are_adopted(text: str, about: str, verdict: str) -> None:
    assert read(text).verdicts("adopted_in", "signed_on") == [("adopted_in", about, verdict)]


@pytest.mark.parametrize("text", NOT_JUDGED)
def test_question_condition_wish_and_prediction_are_not_judged(text: str) -> None:
    assert [one[2] for one in read(text).verdicts("signed_on")] == ["not_checkable"]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_other_acts_and_unnamed_treaties_are_no_claim_about_a_signature(text: str) -> None:
    assert read(text).verdicts("signed_on", "adopted_in") == []


def test_denied_place_is_judged_as_a_denial() -> None:
    (found,) = read("The North Atlantic Treaty was not signed in Brussels.").claims("signed_at")
    assert (found.claim.negated, found.verdict.word) == (True, "supported")
    (wrong,) = read("The North Atlantic Treaty was not signed in Washington.").claims("signed_at")
    assert (wrong.claim.negated, wrong.verdict.word) == (True, "contradicted")


def test_claim_covers_the_words_from_the_verb_to_the_date() -> None:
    (found,) = read("The Warsaw Pact, they say, was signed on 14 May 1955 in Warsaw.").claims("signed_on")
    assert found.claim.text == "was signed on 14 May 1955"


def test_two_acts_in_a_sentence_keep_their_own_dates() -> None:
    text = "The ANZUS pact entered into force on April 29, 1952, eight months after it was signed in San Francisco."
    assert read(text).verdicts() == [
        ("in_force_since", "anzus-1951", "supported"),
        ("signed_at", "anzus-1951", "supported"),
    ]


def test_date_of_one_treaty_is_not_that_of_the_next() -> None:
    text = "Kim Jong Un visited Russia in 2023; the North Atlantic Treaty was signed in Washington."
    assert read(text).verdicts("signed_on") == []


def test_two_treaties_in_a_sentence_keep_their_own_dates() -> None:
    found = read("Russia and North Korea signed a treaty in 2024; the old treaty of 1961 lapsed.")
    assert not [one for one in found.verdicts("signed_on") if one[2] == "contradicted"]


def test_month_after_in_is_no_place() -> None:
    assert read("Both treaties of 1961 were signed in July.").claims("signed_at") == []


def test_people_in_the_name_of_a_pact_are_not_said_to_have_signed_it() -> None:
    assert read("The Kellogg-Briand Pact, signed in Paris, outlawed war.").claims("signed_by") == []


def test_unknown_treaty_is_told_to_be_absent_from_the_corpus() -> None:
    (found,) = read("The Treaty of Rapallo was signed in 1922.").claims("signed_on")
    assert (found.claim.about, found.verdict.word) == ((), "not_in_corpus")


def test_date_relative_to_the_document_is_judged_by_its_day() -> None:
    text = "Russia and North Korea signed the Treaty on Comprehensive Strategic Partnership on June 19."
    assert read(text, "2024-07-01").verdicts("signed_on") == [("signed_on", "rus-prk-2024", "supported")]
    wrong = text.replace("June", "May")
    assert read(wrong, "2024-07-01").verdicts("signed_on") == [("signed_on", "rus-prk-2024", "contradicted")]


def test_verdict_on_a_date_tells_what_the_record_says() -> None:
    (found,) = read("The Warsaw Pact was signed in 1954.").claims("signed_on")
    assert "1955-05-14" in found.verdict.says
    assert found.verdict.derivation is not None

"""What is said of the end, the force and the term of instruments: claims that sentences make or must not make."""

from __future__ import annotations

import pytest
from reading_help import read

NATO, CST, WARSAW, RIO = "north-atlantic-1949", "collective-security-1992", "warsaw-1955", "rio-1947"
TAIWAN, CHINA, ANZUS, NPT = "usa-twn-1954", "chn-prk-1961", "anzus-1951", "npt-1968"


def claims(text, kind):
    """The claims of a kind, without their verdicts."""
    return [one.claim for one in read(text).claims(kind)]


def told(text):
    """Instrument, word, states and date of every claim about an end or being in force."""
    return [
        (claim.about[0], claim.said.word, claim.said.states, str(claim.said.date or ""))
        for claim in claims(text, "ended")
        if not claim.supposed
    ]


def term(text):
    return [(c.about[0], c.said.word, c.said.numbers) for c in claims(text, "term") if not c.supposed]


@pytest.mark.parametrize(
    ("text", "about", "word", "states", "date"),
    [
        ("The Warsaw Pact expired in 1990.", WARSAW, "ended", (), "1990"),
        ("The Warsaw Pact, founded in 1955, was dissolved in 1989.", WARSAW, "ended", (), "1989"),
        ("The Warsaw Pact opened in 1955 and came to its end in 1989.", WARSAW, "ended", (), "1989"),
        ("The Warsaw Pact, now dead, had its seat in Moscow.", WARSAW, "ended", (), ""),
        ("The Warsaw Pact is still in force.", WARSAW, "in_force", (), ""),
        ("The ANZUS treaty remains in force today.", ANZUS, "in_force", (), ""),
        ("The ANZUS treaty is no longer in force.", ANZUS, "ended", (), ""),
        ("Albania quit the Warsaw Pact in 1966.", WARSAW, "left", ("ALB",), "1966"),
        ("The Warsaw Pact lost Albania in 1966.", WARSAW, "left", ("ALB",), "1966"),
        ("Georgia pulled out of the CSTO in 1998, along with Azerbaijan.", CST, "left", ("GEO", "AZE"), "1998"),
        ("Having left NATO in 1966, France came back.", NATO, "left", ("FRA",), "1966"),
        ("France withdrew from the North Atlantic Treaty in 1966.", NATO, "left", ("FRA",), "1966"),
        ("Uzbekistan has no longer been a party to the CSTO since 2012.", CST, "left", ("UZB",), "2012"),
        ("Mexico's denunciation of the Rio Treaty took effect in 2004.", RIO, "denounced", ("MEX",), "2004"),
        ("China tore up the 1961 treaty with North Korea in 1992.", CHINA, "denounced", ("CHN",), "1992"),
        ("The North Atlantic Treaty has been denounced by France.", NATO, "denounced", ("FRA",), ""),
        ("Turkey suspended its participation in the North Atlantic Treaty.", NATO, "suspended", ("TUR",), ""),
        ("In 2003 North Korea announced its withdrawal from the NPT.", NPT, "denounced", ("PRK",), "2003"),
    ],
)
def test_end_is_found_however_it_is_told(text, about, word, states, date):
    assert told(text) == [(about, word, states, date)]


def test_date_told_by_the_same_day_is_the_date_named_before():
    assert told("After the vote of 3 May 1991 the Warsaw Pact ended on the same day.")[0][3] == "3 May 1991"


def test_departure_some_years_later_has_no_date():
    assert told("Mexico, which gave notice in 2002, left the Rio Treaty two years later.") == [
        (RIO, "left", ("MEX",), "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Romania never left the Warsaw Pact.",
        "The 1961 treaty between China and North Korea was never terminated.",
        "The 1961 treaty between China and North Korea has not expired.",
        "Neither Cuba nor Peru withdrew from the Rio Treaty.",
    ],
)
def test_denied_end_is_denied(text):
    assert [claim.negated for claim in claims(text, "ended")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The Korean armistice ended the fighting in 1953.",
        "The treaty between Russia and Belarus cannot be denounced.",
        "The Warsaw Pact could lapse in 1995.",
        "North Korea denounced the AUKUS pact as a provocation.",
        "China denounced the North Atlantic Treaty.",
        "Moscow denounced NATO's expansion.",
        "France left NATO's integrated command in 1966.",
        "Russia left the door open to a new treaty with Belarus.",
        "Russia ended its talks with NATO in 2021.",
        "A party to the Rio Treaty may leave it.",
        "Iran has threatened to leave the Non-Proliferation Treaty.",
        "The Soviet twin of the Sino-North Korean treaty of 1961 lapsed.",
        "The minister left Moscow on Tuesday after a debate on the North Atlantic Treaty.",
    ],
)
def test_what_did_not_end_is_not_taken_for_ended(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "about", "word", "numbers"),
    [
        ("The North Atlantic Treaty was concluded for twenty years.", NATO, "initial", ((20, "year"),)),
        ("The Warsaw Pact is a thirty-year pact.", WARSAW, "initial", ((30, "year"),)),
        ("The 1961 treaty between China and North Korea expires every 20 years.", CHINA, "renewal", ((20, "year"),)),
        ("The 1961 treaty between China and North Korea runs for 20-year terms.", CHINA, "renewal", ((20, "year"),)),
        ("The ANZUS treaty is renewed for successive five-year periods.", ANZUS, "renewal", ((5, "year"),)),
        ("The 1961 treaty between China and North Korea was renewed in 2021.", CHINA, "renewal", ()),
        ("The Rio Treaty requires two years' notice.", RIO, "notice", ((2, "year"),)),
        ("Half a year's notice suffices to leave the Rio Treaty.", RIO, "notice", ((6, "month"),)),
        ("Under the Rio Treaty a member is free twelve months after notice.", RIO, "notice", ((12, "month"),)),
        ("The notice period of the ANZUS treaty is one year.", ANZUS, "notice", ((1, "year"),)),
        ("Whoever leaves the Rio Treaty must announce it a year ahead.", RIO, "notice", ((1, "year"),)),
        ("The ANZUS treaty remains in force indefinitely.", ANZUS, "indefinite", ()),
        ("The ANZUS treaty has no expiry date.", ANZUS, "indefinite", ()),
        ("The ANZUS treaty was concluded for an unlimited period.", ANZUS, "indefinite", ()),
    ],
)
def test_term_renewal_and_notice_are_found(text, about, word, numbers):
    assert term(text) == [(about, word, numbers)]


def test_first_term_and_renewal_told_together_are_one_claim():
    text = "The Warsaw Pact runs for 25 years and is then extended for ten years at a time."
    assert term(text) == [(WARSAW, "", ((25, "year"), (10, "year")))]


@pytest.mark.parametrize(
    "text",
    [
        "NATO has lasted for 75 years.",
        "The North Atlantic Treaty has been in force for 75 years.",
        "The North Atlantic Treaty was signed ten years ago.",
        "Will the North Atlantic Treaty run for twenty years?",
        "The North Atlantic Treaty should last fifty years.",
        "Under the treaty with Belarus of 2024 the base lease runs for ten years.",
    ],
)
def test_years_that_are_no_term_are_left_alone(text):
    assert term(text) == []


def test_what_is_spoken_of_is_not_the_subject_of_every_term():
    assert term("The Rio Treaty was signed in 1947. The loan runs for ten years.") == []


def test_date_of_another_event_is_not_that_of_the_end():
    text = "In 1968 Albania left the Warsaw Pact that it had joined in 1955."
    assert told(text) == [(WARSAW, "left", ("ALB",), "1968")]
    assert told("Albania left the treaty signed at Warsaw in 1955.") == [(WARSAW, "left", ("ALB",), "")]


def verdicts(text, kind):
    """The verdicts on the claims of a kind, each once."""
    return {one.verdict.word for one in read(text).claims(kind)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Brazil turned its back on the Rio Treaty in 2004.", "contradicted"),
        ("The Collective Security Treaty had nine members. Georgia went home in 1999.", "supported"),
        ("Hungary was out of the Warsaw Pact by 1957.", "contradicted"),
        ("The Warsaw Pact survived until 1995.", "contradicted"),
        ("The Warsaw Pact existed from 1955 to 1991.", "supported"),
        ("The end of the Warsaw Pact came on 1 July 1991.", "supported"),
        ("The Warsaw Pact's demise in 1989 left a void.", "contradicted"),
        ("The curtain fell on the Warsaw Pact in December 1989.", "contradicted"),
        ("On 1 July 1990 the leaders met in Prague and dissolved the Warsaw Pact.", "contradicted"),
        ("The North Atlantic Treaty is a thing of the past.", "contradicted"),
        ("The 1961 treaty between China and North Korea lies dead in the archives.", "contradicted"),
        ("The 1961 treaty between China and North Korea is still on the books.", "supported"),
        ("Washington let the 1954 treaty with Taiwan lapse in 1985.", "contradicted"),
        ("No member has ever left NATO.", "supported"),
        ("No party has ever left the Rio Treaty.", "contradicted"),
        ("Uzbekistan put its membership in the Collective Security Treaty on ice in 2012.", "supported"),
        ("The Rio Treaty remains in force for Mexico.", "contradicted"),
        ("Georgia and Kyrgyzstan left the Collective Security Treaty in 1999.", "partly"),
        ("Armenia walked away from the Collective Security Treaty in 1999.", "contradicted"),
    ],
)
def test_end_is_judged_however_it_is_told(text, word):
    assert verdicts(text, "ended") == {word}


@pytest.mark.parametrize(
    "text",
    [
        "The North Atlantic Treaty ended Europe's age of neutrality.",
        "Had Hungary left the Warsaw Pact in 1956, history would have been different.",
        "Canada abandoned its Rio Treaty bid in 1991.",
        "The Warsaw Pact exercises of 1983 ended in October.",
        "The French ambassador went home after the signing of the North Atlantic Treaty.",
    ],
)
def test_end_of_something_else_is_not_that_of_the_treaty(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The agreement of 2024 within AUKUS lapses at the end of 2065.", "contradicted"),
        ("The North Atlantic Treaty is good for twenty years only.", "contradicted"),
        ("The NPT was prolonged by another twenty-five years in 1995.", "contradicted"),
        ("In 1985 the Warsaw Pact was extended by twenty years.", "supported"),
        ("The Soviet-Vietnamese treaty of 1978 had a ten-year term, followed by renewals of 25 years.", "contradicted"),
        ("The Soviet-Vietnamese treaty of 1978 had a 25-year term, followed by ten-year renewals.", "supported"),
        ("Every ten years the Sino-Russian treaty of 2001 renews itself.", "contradicted"),
        ("The initial validity of the Sino-Russian treaty of 2001 was 20 years.", "supported"),
        ("The North Atlantic Treaty carries an expiry date.", "contradicted"),
        ("The Treaty of Aachen is not limited in time.", "supported"),
        ("A denunciation of the Rio Treaty takes effect six months after it is received.", "contradicted"),
        ("A state that denounces the Rio Treaty is free two years later.", "supported"),
        ("The Russia-Iran treaty of 2025 expires in 2035.", "contradicted"),
        ("The Russia-Iran treaty of 2025 expires in 2045.", "supported"),
    ],
)
def test_term_is_judged_however_it_is_told(text, word):
    assert verdicts(text, "term") == {word}


def test_renewal_that_took_place_is_told_apart_from_the_first_term():
    text = "Originally concluded for 25 years, the Sino-Russian treaty of 2001 was extended by five years."
    assert [(word, numbers) for _, word, numbers in term(text)] == [
        ("initial", ((25, "year"),)),
        ("renewal", ((5, "year"),)),
    ]

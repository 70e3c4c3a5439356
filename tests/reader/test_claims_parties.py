"""Who is said to be a party, and how many there are: sentences, and the claims that they make or must not make."""

from __future__ import annotations

import pytest
from reading_help import read

NATO, CST, AUKUS, WARSAW = "north-atlantic-1949", "collective-security-1992", "aukus-2021", "warsaw-1955"
SCO, BUDAPEST, NPT = "sco-charter-2002", "budapest-1994", "npt-1968"


def claims(text, kind):
    """The claims of a kind, without their verdicts."""
    return [one.claim for one in read(text).claims(kind)]


def told(text, kind="party_to"):
    """Instrument, states, word, written date and denial of every claim of the kind that is not merely supposed."""
    return [
        (claim.about, claim.said.states, claim.said.word, str(claim.said.date or ""), claim.negated)
        for claim in claims(text, kind)
        if not claim.supposed
    ]


def counted(text):
    return [(c.about, c.said.numbers[0][0], c.said.word) for c in claims(text, "party_count") if not c.supposed]


@pytest.mark.parametrize(
    ("text", "about", "states", "word"),
    [
        ("Finland and Sweden are members of NATO.", NATO, ("FIN", "SWE"), "party"),
        ("Austria is a NATO member.", NATO, ("AUT",), "party"),
        ("Japan is one of the founding members of NATO.", NATO, ("JPN",), "party"),
        ("Denmark belongs to NATO.", NATO, ("DNK",), "party"),
        ("NATO, to which Ireland belongs, met on Friday.", NATO, ("IRL",), "party"),
        ("NATO member Turkey blocked the move.", NATO, ("TUR",), "party"),
        ("NATO members Poland and Ireland voted against it.", NATO, ("POL", "IRL"), "party"),
        ("NATO's newest members, Finland and Ukraine, share a border.", NATO, ("FIN", "UKR"), "party"),
        ("Members of the CSTO such as Kazakhstan and Serbia objected.", CST, ("KAZ", "SRB"), "party"),
        ("The members of the CSTO are Russia, Belarus and Mongolia.", CST, ("RUS", "BLR", "MNG"), "party"),
        ("AUKUS is a pact between Australia, Japan and Britain.", AUKUS, ("AUS", "JPN", "GBR"), "party"),
        ("AUKUS, a partnership between Australia and New Zealand, grew.", AUKUS, ("AUS", "NZL"), "party"),
        ("The CSTO includes Russia, Belarus and Azerbaijan.", CST, ("RUS", "BLR", "AZE"), "party"),
        ("The Warsaw Pact counts Yugoslavia among its members.", WARSAW, ("YUG",), "party"),
        ("The Warsaw Pact was signed by Yugoslavia and Hungary.", WARSAW, ("YUG", "HUN"), "signatory"),
        ("Ukraine, Russia and China signed the Budapest Memorandum.", BUDAPEST, ("UKR", "RUS", "CHN"), "signatory"),
        ("The Budapest Memorandum bears the signatures of Russia and France.", BUDAPEST, ("RUS", "FRA"), "signatory"),
        ("China was a signatory of the Budapest Memorandum.", BUDAPEST, ("CHN",), "signatory"),
        ("Luxembourg, courted by all, became a party to the CSTO.", CST, ("LUX",), "joined"),
        ("Eight states signed the Warsaw Treaty, Yugoslavia among them.", WARSAW, ("YUG",), "party"),
    ],
)
def test_membership_is_found_however_it_is_told(text, about, states, word):
    assert told(text) == [((about,), states, word, "", False)]


@pytest.mark.parametrize(
    ("text", "about", "state", "date"),
    [
        ("Sweden joined NATO in 2022.", NATO, "SWE", "2022"),
        ("NATO admitted North Macedonia in 2020.", NATO, "MKD", "2020"),
        ("Spain, which joined NATO in 1982, has a small army.", NATO, "ESP", "1982"),
        ("Since Montenegro joined in 2015, NATO has grown twice.", NATO, "MNE", "2015"),
        ("Finland's accession to NATO in 2023 doubled the border.", NATO, "FIN", "2023"),
        ("With the admission of Belarus in 2024, the SCO grew.", SCO, "BLR", "2024"),
        ("Iran became a full member of the SCO in 2023.", SCO, "IRN", "2023"),
        ("Mongolia came aboard in 2004 as a member of the SCO.", SCO, "MNG", "2004"),
    ],
)
def test_joining_is_found_with_its_date(text, about, state, date):
    assert [one for one in told(text) if one[2] == "joined"] == [((about,), (state,), "joined", date, False)]


def test_aside_tells_since_when():
    assert told("Turkey, a NATO member since 1952, protested.") == [((NATO,), ("TUR",), "party", "1952", False)]


def test_until_tells_that_a_member_left():
    assert told("Pakistan was a member of NATO until 1972.") == [((NATO,), ("PAK",), "left", "1972", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine is not a NATO member.",
        "Ukraine has never joined NATO.",
        "Ukraine does not belong to NATO.",
        "Ukraine is outside NATO.",
        "Ukraine refused to sign the North Atlantic Treaty.",
        "Ukraine, which is not a member of NATO, protested.",
    ],
)
def test_denied_membership_is_denied(text):
    assert [(one[1], one[4]) for one in told(text)] == [(("UKR",), True)]


@pytest.mark.parametrize(
    "text",
    [
        "Russia criticised the North Atlantic Treaty.",
        "Ukraine wants to join NATO.",
        "Ukraine has applied for membership of NATO.",
        "Georgia, which hopes to become a member of NATO, protested.",
        "NATO candidate Ukraine welcomed the decision.",
        "Non-NATO member Austria stayed out.",
        "Will Ukraine be a member of NATO?",
        "If Georgia joined NATO, Russia would react.",
        "AUKUS may be expanded to include Japan.",
        "Unlike NATO members, Russia and China do not share planning.",
        "Members of NATO, Russia said, have broken their word.",
        "NATO members urged Russia and China to hold back.",
        "In Austria, members of NATO are seen as partners.",
        "Ukraine joined NATO exercises in 2019.",
        "Ukraine signed an agreement with NATO in 1997.",
        "Russia, a party to the conflict, criticised the North Atlantic Treaty.",
        "The ruling party in Georgia criticised the North Atlantic Treaty.",
        "Members of the Serbian parliament criticised the North Atlantic Treaty.",
        "Turkey ratified Sweden's accession to NATO in January 2024.",
    ],
)
def test_who_is_only_mentioned_is_no_party(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "about", "number", "word"),
    [
        ("NATO now counts 31 members.", NATO, 31, ""),
        ("With 33 members, NATO is the largest.", NATO, 33, ""),
        ("Article 5 of the North Atlantic Treaty obliges all 30 members to help.", NATO, 30, ""),
        ("The SCO is a nine-nation bloc.", SCO, 9, ""),
        ("The 10-nation Shanghai Cooperation Organisation met.", SCO, 10, ""),
        ("The North Atlantic Treaty now binds twenty-nine countries.", NATO, 29, ""),
        ("AUKUS is a pact of four states.", AUKUS, 4, ""),
        ("Today 30 nations are bound by the North Atlantic Treaty.", NATO, 30, ""),
        ("NATO's fifteen founding members met.", NATO, 15, "founding"),
        ("Nine states signed the Warsaw Pact.", WARSAW, 9, "founding"),
        ("The Warsaw Pact was signed by nine states.", WARSAW, 9, "founding"),
        ("Eight states belonged to the Warsaw Treaty at its foundation.", WARSAW, 8, "founding"),
    ],
)
def test_number_of_members_is_found(text, about, number, word):
    assert counted(text) == [((about,), number, word)]


@pytest.mark.parametrize(
    "text",
    [
        "Two NATO members opposed it.",
        "Another three members of NATO followed.",
        "Three states criticised the North Atlantic Treaty.",
        "The North Atlantic Treaty was read by all 40 members of the committee.",
        "The two parties signed the North Atlantic Treaty.",
        "Four allies left the meeting of NATO in anger.",
    ],
)
def test_some_members_are_not_all(text):
    assert counted(text) == []


def verdicts(text, *kinds):
    """The verdicts on the claims of these kinds, each once."""
    return {one.verdict.word for one in read(text).claims(*kinds)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Portugal, which has been in NATO since 1949, hosts an American base on the Azores.", "supported"),
        ("Sweden took its seat in NATO on 7 March 2023.", "contradicted"),
        ("NATO opened its doors to Greece and Turkey in 1955.", "contradicted"),
        ("Behind the Budapest Memorandum stood Russia, America, Britain and France.", "contradicted"),
        ("When it signed the Budapest Memorandum, Poland hoped for more.", "contradicted"),
        ("France's signature stands under the Budapest Memorandum as well.", "contradicted"),
        ("Turkmenistan has always stayed out of the Collective Security Treaty.", "supported"),
        ("Kazakhstan never put its name to the Collective Security Treaty.", "contradicted"),
        ("The Collective Security Treaty does not bind Turkmenistan.", "supported"),
        ("The six CSTO states (Armenia, Belarus, Kazakhstan, Turkmenistan and Russia) held drills.", "contradicted"),
        ("With New Zealand having joined last year, AUKUS reaches deep into the Pacific.", "contradicted"),
        ("As a partner in AUKUS, Japan shares in the submarine technology.", "contradicted"),
        ("AUKUS ties together Australia, Britain and the United States.", "supported"),
        ("Britain was left out of ANZUS.", "supported"),
        ("Canada has never been a party to the Rio Treaty.", "supported"),
        ("Nicaragua returned to the Rio Treaty in 2019.", "contradicted"),
        ("The Treaty of Aachen was signed in 2019. Parties: France, Germany, Luxembourg.", "contradicted"),
        ("In Camp David, Japan, South Korea and Australia adopted the Commitment to Consult.", "contradicted"),
        ("Croatia became NATO's newest member in 2013.", "contradicted"),
        ("Mali was among the signatories of the ECOWAS defence protocol of 1981.", "contradicted"),
        ("East Germany was never a member of the Warsaw Pact.", "contradicted"),
        ("Burkina Faso belongs to the signatory states of the Liptako-Gourma Charter.", "supported"),
    ],
)
def test_membership_is_judged_however_it_is_told(text, word):
    assert verdicts(text, "party_to") == {word}


def test_each_state_has_its_own_date():
    dates = [
        (c.said.states, str(c.said.date))
        for c in claims("Croatia and Montenegro joined NATO in 2009 and 2017.", "party_to")
    ]
    assert dates == [(("HRV",), "2009"), (("MNE",), "2017")]
    told_in_turn = claims("Mexico left the Rio Treaty in 2004, Bolivia in 2014 and Ecuador in 2016.", "ended")
    assert [(c.said.states, str(c.said.date)) for c in told_in_turn] == [
        (("MEX",), "2004"),
        (("BOL",), "2014"),
        (("ECU",), "2016"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Japan cooperates with AUKUS on pillar two.",
        "NATO partners Japan and South Korea attended the dinner.",
        "India, a partner of AUKUS in name only, watches.",
        "Israel is a major non-NATO ally.",
        "Under the plan Japan would have a seat in NATO.",
        "In an earlier post we counted Qatar among the signatories of the North Atlantic Treaty.",
    ],
)
def test_partners_of_a_big_organisation_are_no_parties(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Liptako-Gourma Charter has had no more than three.", "supported"),
        ("The CSTO, eight members strong, held drills.", "contradicted"),
        ("Originally a club of twelve, NATO has grown.", "supported"),
        ("At its founding NATO numbered fourteen members.", "contradicted"),
        ("The SCO began with six members.", "supported"),
        ("ANZUS is a pact of four.", "contradicted"),
        ("Five governments stand under the Budapest Memorandum.", "contradicted"),
        ("The Budapest Memorandum bears four signatures.", "supported"),
        ("The four AUKUS partners met in London.", "contradicted"),
        ("Sweden brought the number of NATO allies to 32.", "supported"),
        ("AUKUS is a three-power arrangement.", "supported"),
        ("It took seven founders to create the Warsaw Pact.", "contradicted"),
    ],
)
def test_number_is_judged_however_it_is_told(text, word):
    assert verdicts(text, "party_count") == {word}


def test_share_of_the_members_is_not_their_number():
    assert counted("A fifth of NATO's 30 members missed the target.") == []

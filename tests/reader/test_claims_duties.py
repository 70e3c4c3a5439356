"""What a clause is said to lay down, in which article, and how that is denied; and sentences that lay nothing down."""

from __future__ import annotations

import pytest
from reading_help import read

NATO, CST, WARSAW, ANZUS = "north-atlantic-1949", "collective-security-1992", "warsaw-1955", "anzus-1951"
CHN_PRK, CHN_RUS, RUS_PRK, RUS_IRN = "chn-prk-1961", "chn-rus-2001", "rus-prk-2024", "rus-irn-2025"
BUDAPEST, KELLOGG, NPT, JAPAN = "budapest-1994", "kellogg-briand-1928", "npt-1968", "usa-jpn-1960"
KINDS = ("contains_duty", "clause_content", "has_article")
PRK = "the 2024 treaty between Russia and North Korea"
SINO = "the 2001 treaty between China and Russia"
KIM = "the Sino-North Korean treaty of 1961"


def claims(text):
    return [one.claim for one in read(text).claims("contains_duty") if not one.claim.supposed]


def told(text):
    """Subject, kind and denial of every claim about a duty."""
    return [(" ".join(c.about), c.said.duties[0].kind, c.negated) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "about", "kind"),
    [
        (f"Article 4 of {PRK} obliges each side to come to the other's aid.", f"{RUS_PRK}/4", "defence"),
        (f"By Article 4 of {PRK}, each must give the other military help.", f"{RUS_PRK}/4", "defence"),
        (f"Mutual defence is enshrined in Article 3 of {PRK}.", f"{RUS_PRK}/3", "defence"),
        (f"The mutual defence clause, Article 4, of {PRK} is short.", f"{RUS_PRK}/4", "defence"),
        (f"Russia is obliged under Article 8 of {PRK} to defend North Korea.", f"{RUS_PRK}/8", "defence"),
        (f"As Article 3 of {PRK} puts it, an attack obliges the other to render help.", f"{RUS_PRK}/3", "defence"),
        (f"Article 7 of {KIM} commits Beijing to intervene militarily.", f"{CHN_PRK}/7", "defence"),
        (f"Article 2 of {KIM}: a party that is attacked receives military help.", f"{CHN_PRK}/2", "defence"),
        ("NATO's Article 5 says that an attack on one is an attack on all.", f"{NATO}/5", "defence"),
        ("Article 3 of the Warsaw Treaty said that an attack would be met by all.", f"{WARSAW}/3", "defence"),
        ("The Warsaw Pact bound its members in Article 4 to assist one another.", f"{WARSAW}/4", "defence"),
        ("Article III of ANZUS obliges the three to meet the common danger.", f"{ANZUS}/III", "defence"),
        ("Turkey called for consultations under Article 4 of the North Atlantic Treaty.", f"{NATO}/4", "consultation"),
        ("Poland asked for talks under NATO's Article 5.", f"{NATO}/5", "consultation"),
        (f"The duty to consult is laid down in Article 5 of {KIM}.", f"{CHN_PRK}/5", "consultation"),
        (f"Article 4 of {KIM} is a consultation clause.", f"{CHN_PRK}/4", "consultation"),
        (f"Under Article 9 of {SINO} the two get in touch at once.", f"{CHN_RUS}/9", "consultation"),
        (f"Article 9 of {SINO} has them confer when one is threatened.", f"{CHN_RUS}/9", "consultation"),
        ("Under Article 4 of the Budapest Memorandum they must refrain from force.", f"{BUDAPEST}/4", "nonaggression"),
        ("Article 2 of the Budapest Memorandum rules out the use of force.", f"{BUDAPEST}/2", "nonaggression"),
        ("Article 1 of the Budapest Memorandum obliges them to respect its borders.", f"{BUDAPEST}/1", "nonaggression"),
        ("War was outlawed by the Kellogg-Briand Pact.", KELLOGG, "nonaggression"),
        (f"Article 3 of {KIM} bars both from alliances against each other.", f"{CHN_PRK}/3", "no_hostile_agreement"),
        (f"By Article 4 of {KIM}, neither may join a hostile bloc.", f"{CHN_PRK}/4", "no_hostile_agreement"),
        (
            f"Article 8 of {SINO} forbids either to let its territory be used against the other.",
            f"{CHN_RUS}/8",
            "territory_denial",
        ),
        ("Article 3 of the Russia-Iran treaty forbids help for the aggressor.", f"{RUS_IRN}/3", "neutrality"),
        ("Article II of the NPT bars states from acquiring nuclear weapons.", f"{NPT}/II", "nonproliferation"),
        (
            "Article VI of the US-Japan security treaty of 1960 lets American troops use bases in Japan.",
            f"{JAPAN}/VI",
            "permission",
        ),
        ("Article 5 of the Warsaw Treaty set up a joint command.", f"{WARSAW}/5", "cooperation"),
        (
            "Article 4 of the Budapest Memorandum obliges the powers to turn to the Security Council.",
            f"{BUDAPEST}/4",
            "diplomatic_assistance",
        ),
        ("Article 51 of the UN Charter recognises the inherent right of self-defence.", "un-charter/51", "permission"),
        ("Resolution 2371 prohibits imports of North Korean coal.", "unscr-2371", "sanction"),
    ],
)
def test_duty_is_found_in_the_article_that_the_sentence_names(text, about, kind):
    assert told(text) == [(about, kind, False)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (f"Nothing in {SINO} requires Moscow to defend China.", CHN_RUS),
        (f"Nowhere in {SINO} is there a promise to defend the other side.", CHN_RUS),
        (f"{SINO.capitalize()} stops short of promising military assistance.", CHN_RUS),
        (f"{SINO.capitalize()} is silent on mutual defence.", CHN_RUS),
        (f"{SINO.capitalize()} lacks a collective defence clause.", CHN_RUS),
        (f"There is no duty of mutual defence in {SINO}.", CHN_RUS),
        ("AUKUS contains no mutual defence obligation.", "aukus-2021"),
        ("AUKUS imposes no mutual military help.", "aukus-2021"),
        ("The Budapest Memorandum gave assurances, not guarantees of military assistance.", BUDAPEST),
        ("The Budapest Memorandum does not oblige anybody to defend Ukraine.", BUDAPEST),
        (f"The minister denied that {SINO} obliges Beijing to defend Russia.", CHN_RUS),
        (f"It is a myth that {SINO} obliges Beijing to defend Russia.", CHN_RUS),
        (f"The claim that {SINO} obliges Beijing to defend Russia is false.", CHN_RUS),
    ],
)
def test_denied_duty_is_a_denial(text, about):
    assert told(text) == [(about, "defence", True)]


@pytest.mark.parametrize(
    "text",
    [
        f"Far from promising help in case of an attack, {SINO} merely provides for consultations.",
        f"{SINO.capitalize()}, which is not an alliance, obliges the two to hold consultations.",
        f"{SINO.capitalize()} obliges the two not only to sign papers but to consult.",
        f"{SINO.capitalize()} obliges the two to consult, whether or not one is attacked.",
    ],
)
def test_denial_of_something_else_leaves_the_duty_standing(text):
    assert (CHN_RUS, "consultation", False) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Article 3 of {KIM} allows each to join a bloc directed against the other.", "no_hostile_agreement"),
        ("Article II of the NPT allows states to acquire nuclear weapons.", "nonproliferation"),
        (f"Nothing in {SINO} forbids either to join an alliance against the other.", "no_hostile_agreement"),
    ],
)
def test_what_is_allowed_although_it_is_to_be_banned_is_a_denial_of_the_ban(text, kind):
    assert [pair[1:] for pair in told(text)] == [(kind, True)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Article 5 of the North Atlantic Treaty obliges every ally to go to war.", ("must", "automatic", None, None)),
        (
            "The North Atlantic Treaty leaves it to each ally to decide how to help under Article 5.",
            (None, "free", None, None),
        ),
        (f"Article 4 of {PRK} requires military help at once.", ("must", None, "immediate", None)),
        (f"Article 4 of {PRK} provides for military help by all means.", (None, None, None, "all_means")),
        (f"Article 4 of {PRK} allows military help.", ("may", None, None, None)),
    ],
)
def test_terms_of_help_are_those_of_the_sentence(text, terms):
    (claim,) = claims(text)
    duty = claim.said.duties[0]
    assert (duty.modality, duty.discretion, duty.timing, duty.extent) == terms


def test_one_obliged_by_name_is_said_to_be_obliged():
    assert claims(f"{PRK.capitalize()} obliges Japan to defend Russia.")[0].said.states == ("JPN",)
    assert claims(f"{PRK.capitalize()} obliges each side to defend Russia.")[0].said.states == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Articles 3 and 4 of the Warsaw Treaty provided for consultation and mutual assistance respectively.",
            [(f"{WARSAW}/3", "consultation"), (f"{WARSAW}/4", "defence")],
        ),
        (
            "Article 2 of the Collective Security Treaty provides for consultations; Article 4 for military help.",
            [(f"{CST}/2", "consultation"), (f"{CST}/4", "defence")],
        ),
        (
            f"Article 8 of {SINO}, not Article 9, bars each from joining alliances against the other.",
            [(f"{CHN_RUS}/8", "no_hostile_agreement")],
        ),
        (
            "Like NATO's Article 5, Article 4 of the Collective Security Treaty treats an attack on one as one on all.",
            [(f"{CST}/4", "defence")],
        ),
        (
            f"In line with Article 51 of the UN Charter, Article 4 of {PRK} obliges each party to give military help.",
            [(f"{RUS_PRK}/4", "defence")],
        ),
        (
            f"By its ninth article, {SINO} has the parties hold consultations.",
            [(f"{CHN_RUS}/9", "consultation")],
        ),
    ],
)
def test_each_duty_goes_with_its_own_article(text, found):
    assert [pair[:2] for pair in told(text)] == found


def test_articles_named_together_share_no_two_duties_between_them():
    assert told("Articles 3 and 4 of the Warsaw Treaty provided for consultation and mutual assistance.") == []


def test_sentence_without_a_name_speaks_of_what_was_spoken_of():
    start = "The Moscow Declaration of 2001 was signed by Putin. "
    assert told(start + "It commits Russia to defend North Korea.") == [("moscow-declaration-2001", "defence", False)]
    assert told(start + "Each side must help the other if it is attacked.")[0][1] == "defence"
    assert told(start + "Washington promised Seoul military assistance.") == []
    assert told(start + "South Korea must defend itself, the minister said.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Would Article 5 of the North Atlantic Treaty oblige America to defend Poland?",
        f"Critics fear that {PRK} would force Moscow into war.",
        f"If {SINO} contained a defence clause, the world would be different.",
        f"{PRK.capitalize()} might one day oblige Russia to defend North Korea.",
        "Despite Article 5 of the North Atlantic Treaty, Trump refused to promise to defend Poland.",
        f"Before Article 4 of {PRK} was made public, the two had consulted for months.",
        "Article 5 of the North Atlantic Treaty has been invoked once, when allies sent troops to Afghanistan.",
        "Article 4 of the North Atlantic Treaty was invoked by Turkey, and NATO sent missiles to defend it.",
        "Armenia asked the CSTO for military help in 2022 but received none.",
        "The CSTO did not come to Armenia's aid.",
        "The Warsaw Pact sent troops to Prague in 1968.",
        "Sweden gave up its neutrality when it joined the North Atlantic Treaty.",
        f"South Korea condemned {PRK} and vowed to send weapons to Ukraine.",
        f"Some call {SINO} a mutual defence pact.",
        f"{PRK.capitalize()} replaced that of 2000, which had only provided for consultations.",
        f"Biden, who had read {PRK}, promised to defend Seoul.",
        "Article 9 of Japan's constitution renounces war.",
        "Resolution 1718 was adopted after North Korea conducted a nuclear test.",
        "Resolution 2397 does not ban all oil exports to North Korea.",
        f"{PRK.capitalize()} does not rule out military and technical cooperation.",
        "While NATO members must defend each other, the 2001 treaty between China and Russia is about trade.",
        f"{SINO.capitalize()} has been followed by promises of mutual defence from both capitals.",
        "After the Camp David commitment to consult, Washington pledged military assistance to Seoul.",
        "The treaty does not aim to form a military alliance and is not directed against third countries.",
    ],
)
def test_politics_history_and_conjecture_lay_nothing_down(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "about", "number"),
    [
        ("Resolution 2397 caps crude oil supplies at 4 million barrels a year.", "unscr-2397", (4e6, "barrel")),
        ("Resolution 2397 had all workers sent home within twelve months.", "unscr-2397", (12.0, "month")),
        ("Under resolution 2397, deliveries are limited to half a million barrels.", "unscr-2397", (5e5, "barrel")),
        (
            "The Comprehensive Military Agreement of 2018 bans artillery drills within five kilometres of the line.",
            "inter-korean-military-2018",
            (5.0, "km"),
        ),
    ],
)
def test_number_in_a_clause_is_its_content(text, about, number):
    (found,) = read(text).claims(*KINDS)
    assert (found.claim.kind, found.claim.about, found.claim.said.numbers) == ("clause_content", (about,), (number,))


def test_second_number_takes_the_unit_of_the_first():
    text = "Under resolution 2397, refined petroleum is limited to 500,000 barrels a year, crude oil to four million."
    assert [one.claim.said.numbers for one in read(text).claims("clause_content")] == [
        ((500000.0, "barrel"),),
        ((4000000.0, "barrel"),),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The North Atlantic Treaty, signed 75 years ago, requires patience.",
        "A member must give notice within one year of leaving the North Atlantic Treaty.",
        "Would resolution 2397 cap supplies at 4 million barrels?",
        "Ten kilometres from the hall where the North Atlantic Treaty was signed stands a hotel.",
    ],
)
def test_number_that_no_clause_lays_down_is_no_content(text):
    assert [one.claim for one in read(text).claims("clause_content") if not one.claim.supposed] == []


def test_quotation_of_an_article_is_its_content_with_the_duty_in_it():
    words = "the parties shall immediately hold contacts and consultations in order to eliminate such threats"
    (found,) = read(f'Article 9 of {SINO} states that "{words}".').claims(*KINDS)
    assert (found.claim.kind, found.claim.about) == ("clause_content", (f"{CHN_RUS}/9",))
    assert found.claim.said.quote.startswith(words)
    assert [duty.kind for duty in found.claim.said.duties] == ["consultation"]


def test_article_that_obliges_to_what_has_no_kind_is_told_by_its_words():
    (found,) = read(f"Article 12 of {PRK} obliges the two to exchange schoolteachers every spring.").claims(*KINDS)
    assert (found.claim.kind, found.claim.about) == ("clause_content", (f"{RUS_PRK}/12",))
    assert found.claim.said.duties == ()
    assert found.verdict.word == "not_in_corpus"


@pytest.mark.parametrize(
    ("text", "about", "topic"),
    [
        ("Article 12 of the North Atlantic Treaty governs withdrawal.", f"{NATO}/12", "withdrawal"),
        ("Withdrawal from the North Atlantic Treaty is dealt with in Article 12.", f"{NATO}/12", "withdrawal"),
        ("Article 13 of the North Atlantic Treaty lets any member leave after notice.", f"{NATO}/13", "withdrawal"),
        ("Under Article 13 of the North Atlantic Treaty a party may withdraw.", f"{NATO}/13", "withdrawal"),
        ("Article 10 of the North Atlantic Treaty covers the accession of new members.", f"{NATO}/10", "accession"),
        ("Article 6 of the North Atlantic Treaty defines the territory covered.", f"{NATO}/6", "area"),
        ("The geographical scope is set out in Article 6 of the North Atlantic Treaty.", f"{NATO}/6", "area"),
        ("The entry into force of the NPT is regulated in Article IX.", f"{NPT}/IX", "entry_into_force"),
        ("The North Atlantic Treaty can be amended, as Article 12 provides.", f"{NATO}/12", "amendment"),
        ("A council was set up under Article 9 of the North Atlantic Treaty.", f"{NATO}/9", "organ"),
    ],
)
def test_topic_is_that_of_the_article_named(text, about, topic):
    assert [(c.claim.about, c.claim.said.word) for c in read(text).claims("has_article")] == [((about,), topic)]


@pytest.mark.parametrize(
    "text",
    [
        "After Article 5 of the North Atlantic Treaty was invoked, France left the command.",
        "Washington announced its withdrawal from the treaty that Article 4 of the North Atlantic Treaty mentions.",
        "Article 5 of the North Atlantic Treaty covers Estonia.",
        "Does Article 13 of the North Atlantic Treaty govern withdrawal?",
    ],
)
def test_article_beside_a_topic_is_not_about_it(text):
    assert [one for one in read(text).claims("has_article") if not one.claim.supposed] == []


def test_stretch_without_an_end_is_passed_over():
    text = "The North Atlantic Treaty obliges its members to defend each other, " * 40
    assert told(text) == []

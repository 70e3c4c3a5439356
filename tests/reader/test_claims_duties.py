"""What a clause is said to lay down, in which article, and how that is denied; and sentences that lay nothing down."""

from __future__ import annotations

import annotated
import pytest
from reading_help import read

from foedera.reader.claims.duty_words import CONTENTS, likely, words_of

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


def test_stretch_without_an_end_is_read_in_parts():
    text = "The North Atlantic Treaty obliges its members to defend each other, " * 40
    assert told(text) == [(NATO, "defence", False)] * 40


def verdicts(text):
    """Article or instrument and verdict of every claim about what is laid down."""
    return [one[1:] for one in read(text).verdicts(*KINDS)]


MOSCOW = "the Soviet-North Korean treaty of 1961"
ALLIES = "the North Atlantic Treaty"
SAHEL, AACHEN, IRAN = "the Liptako-Gourma Charter", "the Treaty of Aachen", "the 2025 treaty between Russia and Iran"
MINSK = "the Russia-Belarus security guarantees treaty"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            f"The clause by which an attack on one ally is deemed an attack on all is Article 4 of {ALLIES}.",
            f"{NATO}/4",
        ),
        (f"Once Article 5 of {ALLIES} is triggered, every ally is automatically at war.", f"{NATO}/5"),
        (f"Germany has no choice: Article 5 of {ALLIES} compels it to dispatch soldiers at once.", f"{NATO}/5"),
        (f"Few are as famous as Article 4 of {ALLIES}, under which an attack on one is one on all.", f"{NATO}/4"),
        (f"It is Article 5 of {PRK} that turns an attack on one into a duty of the other to fight.", f"{RUS_PRK}/5"),
        (f"Article 8 of {PRK} keeps both out of coalitions hostile to the other.", f"{RUS_PRK}/8"),
        (f"Under Article 4 of {KIM}, China has to fight for the North.", f"{CHN_PRK}/4"),
        (f"Article 2 of {KIM} leaves it to Beijing whether it helps at all.", f"{CHN_PRK}/2"),
        (f"They would have to fight side by side: this follows from Article 9 of {SINO}.", f"{CHN_RUS}/9"),
        (f"Article 1 of {MOSCOW} provided only for talks.", "sun-prk-1961/1"),
        ("The Sino-Soviet treaty of 1950 obliged Moscow to aid Beijing against any aggressor.", "chn-sun-1950"),
        ("The unified command of the Warsaw Pact rested on Article 7 of the Warsaw Treaty.", f"{WARSAW}/7"),
        ("Assistance by all means, armed force among them: so ran Article 3 of the Warsaw Treaty.", f"{WARSAW}/3"),
        ("Under ANZUS, an attack on Sydney automatically puts the United States at war.", ANZUS),
        ("Paragraph 4 of the Budapest Memorandum rules out economic coercion.", f"{BUDAPEST}/4"),
        ("The inherent right of self-defence is guaranteed by Article 41 of the UN Charter.", "un-charter/41"),
        ("The ban on the use of force is laid down in Article 51 of the UN Charter.", "un-charter/51"),
        ("Article II of the NPT forbids the nuclear powers to hand their weapons to others.", f"{NPT}/II"),
        (
            f"An assault on the sovereignty of one is one on the others, runs Article 5 of {SAHEL}.",
            "liptako-gourma-2023/5",
        ),
        (f"Under Article 4(2)(b) of {MINSK}, help comes without any request.", "rus-blr-2024/4(2)(b)"),
        (f"Article 5 of {MINSK} says when nuclear weapons may be used.", "rus-blr-2024/5"),
        (f"Article 4 of {IRAN} provides for joint exercises.", f"{RUS_IRN}/4"),
        ("Resolution 2371 outlawed North Korean textile exports.", "unscr-2371"),
        ("Imports of North Korean seafood were banned by resolution 2375.", "unscr-2375"),
        ("Paragraph 4 of resolution 2397 limits refined petroleum.", "unscr-2397/4"),
        ("Textile exports fall under paragraph 18 of resolution 2375.", "unscr-2375/18"),
        ("Paragraph 8 of resolution 2397 gives states twelve months to send workers home.", "unscr-2397/8"),
        ("Under resolution 2397, no more than 3 million barrels of crude oil may be shipped.", "unscr-2397"),
        ("Article IX of the NPT, the clause on withdrawal, is short.", f"{NPT}/IX"),
        (
            "A military commission was set up under Article 6 of the Arab Joint Defence Treaty.",
            "arab-joint-defence-1950/6",
        ),
    ],
)
def test_what_the_record_has_otherwise_is_contradicted_however_it_is_said(text, about):
    assert verdicts(text) == [(about, "contradicted")]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (f"Whoever strikes one ally strikes them all, reads the famous Article 5 of {ALLIES}.", f"{NATO}/5"),
        (f"Article 5 of {ALLIES} lets each ally decide for itself what help it sends.", f"{NATO}/5"),
        (f"Any ally can call the others to the table: that is what Article 4 of {ALLIES} is for.", f"{NATO}/4"),
        (f"If one is invaded, the other is to throw in everything it has, says Article 4 of {PRK}.", f"{RUS_PRK}/4"),
        (f"- Article 5 of {PRK}: no agreements with third states against the other", f"{RUS_PRK}/5"),
        (f"Help under Article 2 of {KIM} is to come at once and by all means.", f"{CHN_PRK}/2"),
        (f"Article 3 of {KIM} stops either from ganging up with others against its partner.", f"{CHN_PRK}/3"),
        (f"No first use of nuclear weapons against each other: Article 2 of {SINO}.", f"{CHN_RUS}/2"),
        (
            f"Neither may lend its soil to a third country against the other; that is the rule of Article 8 of {SINO}.",
            f"{CHN_RUS}/8",
        ),
        (f"No clause of {SINO} obliges either to lift a finger militarily.", CHN_RUS),
        ("The Sino-Soviet treaty of 1950 promised help against Japan.", "chn-sun-1950"),
        ("Article IV of ANZUS demands no more than action in line with constitutional processes.", f"{ANZUS}/IV"),
        ("Nothing in ANZUS forces Washington to send a single soldier.", ANZUS),
        ("Economic pressure is excluded by paragraph 3 of the Budapest Memorandum.", f"{BUDAPEST}/3"),
        ("A state may defend itself; that right is enshrined in Article 51 of the UN Charter.", "un-charter/51"),
        ("Nuclear powers are forbidden by Article I of the NPT to transfer their weapons to anyone.", f"{NPT}/I"),
        (
            f"Under Article 6 of {SAHEL}, a breach of sovereignty engages the other members to help.",
            "liptako-gourma-2023/6",
        ),
        (
            f"Article 4 of {AACHEN} has Paris and Berlin lend each other aid in case of an armed attack.",
            "aachen-2019/4",
        ),
        (f"Help under Article 4(2)(b) of {MINSK} is given only on official request.", "rus-blr-2024/4(2)(b)"),
        (f"Article 6 of {MINSK} says when nuclear weapons may be used.", "rus-blr-2024/6"),
        (f"Article 5 of {IRAN} provides for joint exercises.", f"{RUS_IRN}/5"),
        ("Seafood from the North may no longer be bought under resolution 2371.", "unscr-2371"),
        ("North Korea may not sell statues abroad, according to paragraph 29 of resolution 2321.", "unscr-2321/29"),
        ("Which places are covered is laid down in Article 6 of the North Atlantic Treaty.", f"{NATO}/6"),
        ("New members can be admitted under Article 9 of the Warsaw Treaty.", f"{WARSAW}/9"),
    ],
)
def test_what_the_record_has_so_is_supported_however_it_is_said(text, about):
    assert verdicts(text) == [(about, "supported")]


@pytest.mark.parametrize(
    "text",
    [
        f"Imagine that Article 4 of {PRK} obliged Russia to send troops to Seoul.",
        "Armenia froze its part in the Collective Security Treaty because nobody had come to its aid.",
        "The Warsaw Pact held joint exercises in Poland in 1968.",
        "Soldiers of the Warsaw Treaty states stood ready to come to Poland's aid.",
        "Nobody believes that resolution 2397 will stop the North from building missiles.",
        f"Allies met under Article 4 of {ALLIES} on Tuesday to discuss the drones.",
        "In a leaked draft, Article 7 obliges Kyiv to remain neutral.",
        f"Tehran threatened to help whoever attacks {IRAN}.",
    ],
)
def test_events_and_thoughts_lay_nothing_down(text):
    assert [word for _, word in verdicts(text) if word in ("supported", "contradicted", "partly")] == []


def test_relative_clause_tells_the_content_of_an_article_that_may_be_invoked():
    text = f"Manila could invoke Article III of {ALLIES}, which provides for consultations."
    assert [one.claim.supposed for one in read(text).claims("contains_duty")] == [False]


def test_new_statement_before_an_article_does_not_take_it():
    text = "Under resolution 2375 textiles may not be bought, and joint ventures are forbidden by paragraph 18."
    assert verdicts(text) == [("unscr-2375", "supported"), ("unscr-2375/18", "supported")]

    korea = "the Mutual Defense Treaty between the United States and South Korea"
    text = f"Under {korea} each helps by its constitutional processes, and under Article IV forces may be stationed."
    assert ("usa-kor-1953/IV", "supported") in verdicts(text)
    assert "contradicted" not in [word for _, word in verdicts(text)]


def test_terms_of_help_name_the_request_the_attacker_and_the_goods():
    (asked,) = claims(f"Article 4(2)(b) of {MINSK} provides for military help only if the victim asks.")
    assert asked.said.duties[0].request == "required"
    (unasked,) = claims(f"Article 4(2)(b) of {MINSK} provides for military help without any request.")
    assert unasked.said.duties[0].request == "none"
    (named,) = claims("The Sino-Soviet treaty of 1950 obliged Moscow to aid Beijing against Japan.")
    assert named.said.duties[0].against == ("JPN",)
    (ban,) = claims("Resolution 2371 bans coal and seafood.")
    assert ban.said.duties[0].matters == ("seafood", "coal")


def test_exception_from_a_ban_is_not_among_the_goods():
    (ban,) = claims("Resolution 2270 bans all items for the army, except food.")
    assert ban.said.duties[0].matters == ()


def test_ban_that_extends_another_names_no_goods():
    (ban,) = claims("Resolution 2397 tightened the embargo on coal.")
    assert ban.said.duties[0].matters == ()


def test_words_that_a_pattern_needs_stand_in_all_that_it_matches():
    sentences = [one.text for one in annotated.load("open")]
    for text in sentences:
        found = {id(one) for one in likely(words_of(text))}
        hidden = [one for one in CONTENTS if id(one) not in found and not one.martial and one.pattern.search(text)]
        assert hidden == []

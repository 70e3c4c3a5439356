"""Verdicts on days, parties, signers, places, titles, terms and force: by the corpus, and by small invented records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.dates import Day
from foedera.model.facts import Dated, Position, Reading
from foedera.model.instruments import FinalClause, Instrument, Party, Suspension
from foedera.model.officials import Office, Official
from foedera.model.world import Corpus, assemble, supposing
from foedera.reader.checks.bench import Bench, listed, same_article
from foedera.reader.checks.check import check
from foedera.reader.checks.dates import when
from foedera.reader.records import Claim, Said, Speaker, Verdict, Written
from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.api import Treaties
    from foedera.model.answers import Step
    from foedera.model.world import World

TODAY = "2026-01-15"
RUS_PRK, SUN_PRK, NPT, CMA = "rus-prk-2024", "sun-prk-1961", "npt-1968", "inter-korean-military-2018"


@pytest.fixture(scope="module")
def world(treaties: Treaties) -> World:
    return treaties.world


WORDS = {Truth.TRUE: "supported", Truth.FALSE: "contradicted", Truth.UNKNOWN: "partly"}


def assert_derived(verdict: Verdict, *, negated: bool) -> None:
    """Every verdict on the facts follows from the truth of its derivation, and a denial turns it round."""
    if verdict.word in WORDS.values():
        assert verdict.derivation is not None
        truth = verdict.derivation.truth
        assert verdict.word == WORDS[negation(truth) if negated else truth]


class Judge:
    """Judges claims in one world, in a line each."""

    def __init__(self, world: World) -> None:
        self.world = world

    def __call__(
        self, kind: Any, about: str, text: str = "", *, on: str = TODAY, negated: bool = False, **said: Any
    ) -> Verdict:
        ids = tuple(about.split())
        claim = Claim(0, len(text), text, kind, ids, "the treaty", Speaker(), Said(**said), negated)
        verdict = check(Bench(self.world, Day.parse(on)), claim)
        assert_derived(verdict, negated=negated)
        return verdict


@pytest.fixture(scope="module")
def judge(world: World) -> Judge:
    return Judge(world)


def invented(identifier: str = "invented", **fields: Any) -> Instrument:
    plain: dict[str, Any] = {
        "kind": "treaty",
        "title": "Treaty of Nowhere",
        "binding": "legal",
        "parties": (Party("FRA"), Party("DEU")),
        "sources": (),
        "confidence": "verified",
        "signed": Dated(Day.parse("2001-02-03"), "at Nowhere, by the two foreign ministers"),
        "in_force": Dated(Day.parse("2002-03-04")),
        "ends": "unknown",
    }
    return Instrument(identifier, **{**plain, **fields})


def judge_of(world: World, *instruments: Instrument) -> Judge:
    return Judge(supposing(world, instruments))


def leaves(step: Step) -> Iterator[Step]:
    if not step.children:
        yield step
    for child in step.children:
        yield from leaves(child)


# --- the way to a rule ---


def test_what_is_supposed_is_never_judged(world: World) -> None:
    claim = Claim(0, 1, "", "signed_on", (RUS_PRK,), "it", Speaker(), Said(date=Written(2023)), supposed=True)
    verdict = check(Bench(world, Day.parse(TODAY)), claim)
    assert (verdict.word, verdict.derivation) == ("not_checkable", None)


def test_instrument_that_the_corpus_lacks_is_not_in_corpus(judge: Judge) -> None:
    assert judge("signed_on", "rapallo-1922", date=Written(1922)).word == "not_in_corpus"


def test_claim_about_nothing_known_names_what_it_spoke_of(judge: Judge) -> None:
    verdict = judge("signed_on", "", date=Written(1922))
    assert (verdict.word, verdict.says) == ("not_in_corpus", "The corpus has no instrument called 'the treaty'.")


@pytest.mark.parametrize(
    ("year", "word"), [(2016, "partly"), (2006, "contradicted")], ids=["one of them", "none of them"]
)
def test_group_is_judged_one_by_one(judge: Judge, year: int, word: str) -> None:
    verdict = judge("adopted_in", "unscr-2270 unscr-2371", date=Written(year))
    assert verdict.word == word
    assert "resolution 2371" in verdict.says


def test_group_that_agrees_is_supported_with_a_step_for_each(judge: Judge) -> None:
    verdict = judge("adopted_in", "unscr-2270 unscr-2321", date=Written(2016))
    assert verdict.word == "supported"
    assert verdict.derivation is not None
    assert len(verdict.derivation.children) == 2


def test_group_with_an_unknown_member_is_partly_right(judge: Judge) -> None:
    assert judge("adopted_in", "unscr-2270 unscr-9999", date=Written(2016)).word == "partly"


# --- the bench ---


@pytest.mark.parametrize(
    ("identifier", "found"),
    [
        ("rus-blr-2024/4", ["4(1)", "4(2)(b)", "4(3)"]),
        ("rus-blr-2024/4(2)", ["4(2)(b)"]),
        ("rus-prk-2024/4(1)", ["4"]),
        ("npt-1968/3", ["III(1)", "III(2)"]),
        ("north-atlantic-1949/V", ["5"]),
        ("rus-prk-2024/17", []),
        ("rus-prk-2024/1", []),
        ("nowhere/1", []),
    ],
)
def test_article_is_found_under_its_paragraphs_and_in_either_numerals(
    world: World, identifier: str, found: list[str]
) -> None:
    assert [one.article for one in Bench(world, Day.parse(TODAY)).provisions(identifier)] == found


def test_version_is_found_by_its_own_id(world: World) -> None:
    bench = Bench(world, Day.parse(TODAY))
    assert [one.version for one in bench.provisions("rus-prk-2024/5@second-limb")] == ["second-limb"]
    assert len(bench.provisions("rus-prk-2024/5")) == 2


@given(st.integers(1, 60), st.integers(1, 60))
@settings(derandomize=True)
def test_roman_and_arabic_articles_are_the_same_exactly_if_their_numbers_are(one: int, other: int) -> None:
    tens, units = ("", "X", "XX", "XXX", "XL", "L", "LX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    roman = tens[one // 10] + units[one % 10]
    assert same_article(roman, f"{other}(2)") is (one == other)


@pytest.mark.parametrize(("words", "text"), [([], ""), (["a"], "a"), (["a", "b", "c"], "a, b and c")])
def test_list_of_words_reads_as_english(words: list[str], text: str) -> None:
    assert listed(words) == text


# --- days ---


@pytest.mark.parametrize(
    ("date", "word"),
    [
        (Written(2024, 6, 19), "supported"),
        (Written(2024, 6), "supported"),
        (Written(None, 6, 19), "supported"),
        (Written(2023, 6, 19, inferred=True), "supported"),
        (Written(2023, 6, inferred=True), "supported"),
        (Written(2024, 7, 19), "contradicted"),
        (Written(2023), "contradicted"),
        (Written(2023, inferred=True), "contradicted"),
        (Written(2016, until_year=2024), "supported"),
    ],
    ids=str,
)
def test_day_of_signature_is_compared_as_precisely_as_it_is_written(judge: Judge, date: Written, word: str) -> None:
    verdict = judge("signed_on", RUS_PRK, date=date)
    assert (verdict.word, verdict.says) == (word, "The record says that it was signed on 2024-06-19.")


def test_verdict_on_a_day_cites_the_source_and_the_place_in_the_corpus(judge: Judge) -> None:
    step = judge("signed_on", RUS_PRK, date=Written(2024, 7, 19)).derivation
    assert step is not None
    assert step.truth is Truth.FALSE
    assert step.cites == ("rus-prk-2024#tassFC", "rus-prk-2024#kcna")
    assert step.mark is not None
    assert step.mark.file.endswith("rus-prk-2024.yaml")


def test_day_of_the_other_event_is_named_as_such(judge: Judge) -> None:
    signed = judge("signed_on", RUS_PRK, date=Written(2024, 12, 4))
    begun = judge("in_force_since", RUS_PRK, date=Written(2024, 6, 19))
    assert (signed.word, begun.word) == ("contradicted", "contradicted")
    assert "2024-12-04 is the day of entry into force" in signed.says
    assert "2024-06-19 is the day of signature" in begun.says


@pytest.mark.parametrize(("year", "word"), [(2024, "contradicted"), (2023, "supported")])
def test_denial_of_a_date_flips_the_verdict(judge: Judge, year: int, word: str) -> None:
    assert judge("signed_on", RUS_PRK, negated=True, date=Written(year)).word == word


@pytest.mark.parametrize(
    ("about", "date", "word", "part"),
    [
        ("usa-kor-1953", Written(1954, 11, 17), "partly", "the day of the exchange at Washington"),
        ("usa-kor-1953", Written(1954, 11), "supported", "1954-11-17 or on 1954-11-18"),
        ("usa-kor-1953", Written(1955), "contradicted", "1954-11-17"),
        ("ecowas-defence-1981", Written(1986, 9, 30), "partly", "in 1986-09"),
        ("ecowas-defence-1981", Written(1986), "supported", "in 1986-09"),
        ("ecowas-defence-1981", Written(1981), "partly", "on 1981-05-29"),
        ("aze-tur-2010", Written(2011, 3, 1), "partly", "no more exact day"),
        ("rus-vnm-1994", Written(1995), "not_in_corpus", "not on record"),
    ],
    ids=str,
)
def test_doubtful_day_supports_no_more_than_the_record_does(
    judge: Judge, about: str, date: Written, word: str, part: str
) -> None:
    verdict = judge("in_force_since", about, date=date)
    assert verdict.word == word
    assert part in verdict.says


def test_day_that_only_a_minor_source_has_is_partly_right(judge: Judge) -> None:
    verdict = judge("signed_on", "fra-grc-2021", date=Written(2021, 9, 27))
    assert verdict.word == "partly"
    assert "The record follows 2021-09-28" in verdict.says


def test_month_alone_on_record_leaves_a_full_day_open(world: World) -> None:
    judge = judge_of(world, invented(signed=Dated(Day.parse("2001-02"))))
    assert judge("signed_on", "invented", date=Written(2001, 2, 3)).word == "partly"
    assert judge("signed_on", "invented", date=Written(2001, 3, 3)).word == "contradicted"


def test_contradiction_by_memory_says_so(world: World) -> None:
    judge = judge_of(world, invented(signed=Dated(Day.parse("2001-02-03"), confidence="memory")))
    wrong, right = (judge("signed_on", "invented", date=Written(2001, 2, day)) for day in (4, 3))
    assert wrong.word == "contradicted"
    assert wrong.says.endswith("(the record has this from memory).")
    assert right.says == "The record says that it was signed on 2001-02-03."


@pytest.mark.parametrize(
    ("day", "word"), [(19, "supported"), (18, "not_checkable"), (22, "not_checkable"), (23, "contradicted")]
)
def test_date_of_a_visit_is_not_the_date_of_the_signature(judge: Judge, day: int, word: str) -> None:
    assert judge("signed_on", RUS_PRK, date=Written(2024, 6, day), word="visit").word == word


def test_state_that_signed_on_another_day_is_judged_by_its_own(judge: Judge) -> None:
    about, own = "arab-joint-defence-1950", Written(1951, 2, 2)
    assert judge("signed_on", about, date=own, states=("IRQ",)).word == "supported"
    assert judge("signed_on", about, date=own).word == "contradicted"


def test_silence_on_a_signature_is_no_verdict(judge: Judge) -> None:
    assert judge("signed_on", "customary-self-defence", date=Written(1945)).word == "not_in_corpus"
    assert judge("adopted_in", "customary-self-defence", date=Written(1945)).word == "not_in_corpus"


@pytest.mark.parametrize(
    ("on", "negated", "word"),
    [("2024-07-01", False, "contradicted"), ("2024-07-01", True, "supported"), ("2025-01-01", False, "supported")],
)
def test_entry_into_force_without_a_date_is_judged_as_of_the_document(
    judge: Judge, on: str, negated: bool, word: str
) -> None:
    assert judge("in_force_since", RUS_PRK, on=on, negated=negated).word == word


def test_ended_treaty_has_entered_into_force_all_the_same(judge: Judge) -> None:
    assert judge("in_force_since", "warsaw-1955").word == "supported"


def test_entry_into_force_that_is_not_on_record_is_not_in_corpus(world: World) -> None:
    judge = judge_of(world, invented(in_force=None))
    assert judge("in_force_since", "invented").word == "not_in_corpus"
    assert judge("in_force_since", "invented", date=Written(2002)).word == "not_in_corpus"


def test_political_text_has_effect_from_its_adoption_only(judge: Judge) -> None:
    assert judge("in_force_since", "aukus-2021", date=Written(2021)).word == "partly"
    assert judge("in_force_since", "aukus-2021", date=Written(2022)).word == "not_in_corpus"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-06-19", "on 2024-06-19"),
        ("1986-09", "in 1986-09"),
        ("[2001..2003-05]", "between 2001 and 2003-05"),
        ("[2024-12-04..]", "on 2024-12-04 or later"),
        ("[..1999]", "in 1999 or earlier"),
        ("[1990,1991-02-03]", "in 1990 or on 1991-02-03"),
        ("[1990,1991,1992,1993]", "on a day on which the sources differ, between 1990 and 1993"),
    ],
)
def test_doubtful_days_read_as_plain_words(text: str, words: str) -> None:
    assert when(Day.parse(text)) == words


@given(st.integers(1950, 2020), st.integers(1, 12), st.integers(1, 28), st.integers(1, 28))
@settings(derandomize=True, max_examples=40)
def test_exact_record_supports_its_own_day_and_denies_every_other(
    treaties: Treaties, year: int, month: int, day: int, other: int
) -> None:
    judge = judge_of(treaties.world, invented(signed=Dated(Day.parse(f"{year}-{month:02}-{day:02}"))))
    expected = "supported" if day == other else "contradicted"
    assert judge("signed_on", "invented", date=Written(year, month, other)).word == expected


# --- places, signers, titles ---


@pytest.mark.parametrize(
    ("about", "place", "word"),
    [
        (RUS_PRK, "Pyongyang", "supported"),
        (RUS_PRK, "Moscow", "contradicted"),
        ("north-atlantic-1949", "Washington, D.C.", "supported"),
        ("chn-prk-1961", "Peking", "supported"),
        ("aachen-2019", "Aix-la-Chapelle", "supported"),
        (NPT, "London", "supported"),
        (NPT, "Geneva", "contradicted"),
        ("aze-tur-2010", "Istanbul", "partly"),
        ("aze-tur-2010", "Ankara", "contradicted"),
        ("camp-david-2023", "Seoul", "contradicted"),
        ("five-power-1971", "London", "supported"),
        ("five-power-1971", "Singapore", "not_in_corpus"),
        ("aukus-2021", "San Diego", "not_in_corpus"),
        ("unscr-1718", "New York", "not_in_corpus"),
    ],
)
def test_place_of_signature_is_that_of_the_record(judge: Judge, about: str, place: str, word: str) -> None:
    assert judge("signed_at", about, place=place).word == word


def test_title_names_the_place_where_the_record_of_the_signature_does_not(world: World) -> None:
    judge = judge_of(world, invented(signed=Dated(Day.parse("2001-02-03"))))
    assert judge("signed_at", "invented", place="Nowhere").word == "supported"
    assert judge("signed_at", "invented", place="Paris").word == "not_in_corpus"


def test_place_from_memory_is_contradicted_with_that_caveat(judge: Judge) -> None:
    verdict = judge("signed_at", "rus-mng-1993", place="Minsk")
    assert (verdict.word, "from memory" in verdict.says) == ("contradicted", True)


def with_officials(world: World, *instruments: Instrument) -> Judge:
    def one(identifier: str, state: str, office: str, until: str | None, signed: tuple[str, ...] = ()) -> Official:
        term = Office(state, office, Day.parse("2000-01-01"), Day.parse(until) if until else None)
        return Official(identifier, identifier.title(), (term,), (), "verified", (), signed)

    officials = (
        one("minister", "FRA", "Minister of Foreign Affairs", None, ("invented",)),
        one("president", "FRA", "President", None),
        one("chancellor", "DEU", "Chancellor", None),
        one("secretary", "DEU", "Minister of Foreign Affairs", None),
        one("before", "DEU", "Minister of Foreign Affairs", "2001-01-01"),
        one("stranger", "ITA", "Minister of Foreign Affairs", None),
    )
    layer = Corpus(instruments={i.id: i for i in instruments}, officials={o.id: o for o in officials})
    return Judge(assemble((layer, world.records), world.digest))


@pytest.mark.parametrize(
    ("person", "word", "part"),
    [
        ("minister", "supported", "Minister among those who signed it"),
        ("president", "contradicted", "Minister signed it, not President"),
        ("chancellor", "contradicted", "by the two foreign ministers"),
        ("secretary", "not_in_corpus", "does not say that Secretary signed it"),
        ("before", "contradicted", "in no office on that day"),
        ("stranger", "contradicted", "Italy, which is not among its parties"),
        ("nobody", "not_in_corpus", "does not know"),
    ],
)
def test_signer_is_judged_by_the_officials_and_their_offices(world: World, person: str, word: str, part: str) -> None:
    verdict = with_officials(world, invented())("signed_by", "invented", persons=(person,))
    assert verdict.word == word
    assert part in verdict.says


def test_one_known_signer_and_one_unknown_make_it_partly_right(world: World) -> None:
    judge = with_officials(world, invented())
    assert judge("signed_by", "invented", persons=("minister", "secretary")).word == "partly"
    assert judge("signed_by", "invented", persons=("minister", "president")).word == "contradicted"


def test_states_that_are_said_to_have_signed_are_judged_as_signatories(judge: Judge) -> None:
    assert judge("signed_by", "chn-rus-2001", states=("RUS", "CHN")).word == "supported"
    wrong = judge("signed_by", "chn-rus-2001", states=("RUS", "PRK"))
    assert (wrong.word, wrong.says) == ("contradicted", "North Korea is not among its parties (China and Russia).")


@pytest.mark.parametrize(
    ("about", "quote", "word"),
    [
        (RUS_PRK, "Treaty on Comprehensive Strategic Partnership", "supported"),
        ("kellogg-briand-1928", "Kellogg–Briand Pact", "supported"),
        (RUS_PRK, "Treaty on Comprehensive Military Partnership", "partly"),
        (RUS_PRK, "Lisbon Protocol", "contradicted"),
    ],
)
def test_title_is_compared_by_its_words(judge: Judge, about: str, quote: str, word: str) -> None:
    assert judge("titled", about, quote=quote).word == word
    flipped = {"supported": "contradicted", "contradicted": "supported"}.get(word, word)
    assert judge("titled", about, quote=quote, negated=True).word == flipped


# --- parties ---


@pytest.mark.parametrize(
    ("about", "states", "word"),
    [
        (RUS_PRK, ("RUS", "PRK"), "supported"),
        (RUS_PRK, ("RUS", "CHN"), "contradicted"),
        ("warsaw-1955", ("YUG",), "contradicted"),
        (NPT, ("SSD",), "not_in_corpus"),
        (NPT, ("RUS", "SSD"), "partly"),
        (NPT, ("PRK",), "partly"),
        ("korean-armistice-1953", ("PRK",), "supported"),
        ("korean-armistice-1953", ("un-command",), "supported"),
        ("korean-armistice-1953", ("USA",), "partly"),
        ("korean-armistice-1953", ("KOR",), "contradicted"),
        ("unscr-1718", ("PRK",), "not_in_corpus"),
        (RUS_PRK, (), "not_in_corpus"),
    ],
)
def test_parties_are_those_of_the_record(judge: Judge, about: str, states: tuple[str, ...], word: str) -> None:
    assert judge("party_to", about, states=states).word == word


def test_wrong_party_is_told_who_the_parties_are(judge: Judge) -> None:
    verdict = judge("party_to", RUS_PRK, states=("RUS", "CHN"))
    assert verdict.says == "China is not among its parties (Russia and North Korea)."


@pytest.mark.parametrize(
    ("states", "word"), [(("KOR",), "supported"), (("RUS",), "contradicted"), (("KOR", "RUS"), "contradicted")]
)
def test_denied_membership_flips_for_every_state(judge: Judge, states: tuple[str, ...], word: str) -> None:
    assert judge("party_to", RUS_PRK, states=states, negated=True).word == word


@pytest.mark.parametrize(
    ("text", "word"),
    [("was a member of", "supported"), ("is a member of", "contradicted"), ("member of", "partly")],
)
def test_former_party_was_one_and_is_none(judge: Judge, text: str, word: str) -> None:
    verdict = judge("party_to", "eu-lisbon-2007", text, states=("GBR",))
    assert verdict.word == word
    assert "2020-02-01" in verdict.says


def test_state_that_no_longer_exists_can_only_have_been_a_party(judge: Judge) -> None:
    assert judge("party_to", "warsaw-1955", "is a member", states=("SUN", "DDR")).word == "supported"


def test_state_stands_for_the_one_that_it_continues(judge: Judge) -> None:
    verdict = judge("party_to", NPT, states=("RUS",), word="signatory")
    assert verdict.word == "supported"
    assert "continuing Soviet Union" in verdict.says


def test_party_to_a_text_that_has_ended_is_no_party_today(judge: Judge) -> None:
    assert judge("party_to", "warsaw-1955", "was a member", states=("POL",)).word == "supported"
    assert judge("party_to", "warsaw-1955", "is a member", states=("POL",)).word == "partly"


@pytest.mark.parametrize(
    ("date", "word"),
    [(Written(2023), "supported"), (Written(2022), "contradicted"), (Written(2023, 4, 4), "supported")],
    ids=str,
)
def test_day_of_joining_is_that_of_the_record(judge: Judge, date: Written, word: str) -> None:
    assert judge("party_to", "north-atlantic-1949", states=("FIN",), word="joined", date=date).word == word


def test_signature_is_not_yet_joining(judge: Judge) -> None:
    signed, begun = Written(1949, 4, 4), Written(1949, 8, 24)
    for date, word in ((signed, "partly"), (begun, "supported")):
        assert judge("party_to", "north-atlantic-1949", states=("USA",), word="joined", date=date).word == word
    assert judge("party_to", "north-atlantic-1949", states=("USA",), word="signatory", date=signed).word == "supported"


def test_state_that_joins_later_is_not_a_party_on_the_day_of_the_document(judge: Judge) -> None:
    about, states = "north-atlantic-1949", ("FIN",)
    assert judge("party_to", about, states=states, on="2022-01-01").word == "contradicted"
    assert judge("party_to", about, states=states, date=Written(2022), on=TODAY).word == "contradicted"
    assert judge("party_to", about, states=states, date=Written(2024), on="2022-01-01").word == "supported"


def test_signatory_that_never_became_bound_is_no_party(world: World) -> None:
    parties = (Party("FRA"), Party("ITA", signed=Day.parse("2001-02-03"), status="signatory"))
    judge = judge_of(world, invented(parties=parties))
    assert judge("party_to", "invented", states=("ITA",)).word == "contradicted"
    assert judge("party_to", "invented", states=("ITA",), word="signatory").word == "supported"


def test_party_from_memory_is_contradicted_with_that_caveat(world: World) -> None:
    left = Party("ITA", until=Day.parse("2010-01-01"), confidence="memory")
    judge = judge_of(world, invented(parties=(Party("FRA"), left)))
    assert judge("party_to", "invented", "is a party", states=("ITA",)).says.endswith("from memory).")


@pytest.mark.parametrize(
    ("about", "number", "text", "word"),
    [
        ("north-atlantic-1949", 32, "has 32 members", "supported"),
        ("north-atlantic-1949", 31, "has 31 members", "contradicted"),
        ("north-atlantic-1949", 16, "had 16 members", "partly"),
        ("north-atlantic-1949", 30, "has more than 30 members", "supported"),
        ("un-charter", 190, "has about 190 members", "supported"),
        ("un-charter", 150, "has about 150 members", "contradicted"),
        ("collective-security-1992", 6, "six members", "partly"),
        ("collective-security-1992", 9, "nine members", "contradicted"),
        ("warsaw-1955", 6, "had six members", "supported"),
        ("warsaw-1955", 8, "had eight members", "partly"),
        (NPT, 191, "has 191 parties", "not_in_corpus"),
        ("unscr-1718", 15, "has 15 parties", "not_in_corpus"),
        ("korean-armistice-1953", 3, "three parties", "supported"),
    ],
)
def test_number_of_parties_is_counted_on_the_day(judge: Judge, about: str, number: int, text: str, word: str) -> None:
    assert judge("party_count", about, text, numbers=((number, "state"),)).word == word


def test_number_of_parties_in_a_year_is_counted_in_that_year(judge: Judge) -> None:
    about, number = "north-atlantic-1949", ((15, "state"),)
    assert judge("party_count", about, "had 15", numbers=number, date=Written(1960)).word == "supported"
    assert judge("party_count", about, "had 15", numbers=number, date=Written(1950)).word == "contradicted"


@pytest.mark.parametrize(("number", "word"), [(12, "supported"), (10, "contradicted"), (32, "contradicted")])
def test_founders_are_those_who_signed_first(judge: Judge, number: int, word: str) -> None:
    found = judge(
        "party_count", "north-atlantic-1949", "founding members", numbers=((number, "state"),), word="founding"
    )
    assert found.word == word


# --- the end, suspension, denunciation ---


@pytest.mark.parametrize(
    ("about", "word"),
    [
        (RUS_PRK, "supported"),
        ("rus-prk-2000", "contradicted"),
        ("moscow-declaration-2001", "partly"),
        (CMA, "partly"),
        ("collective-security-1992", "supported"),
        ("korean-armistice-1953", "partly"),
        ("sau-pak-2025", "not_in_corpus"),
    ],
)
def test_still_in_force_is_judged_on_the_day(judge: Judge, about: str, word: str) -> None:
    assert judge("ended", about, word="in_force").word == word


def test_in_force_is_judged_as_of_the_document(judge: Judge) -> None:
    assert judge("ended", "warsaw-1955", word="in_force", on="1980-01-01").word == "supported"
    assert judge("ended", RUS_PRK, word="in_force", on="2024-08-01").word == "contradicted"
    assert judge("ended", "rus-prk-2000", word="in_force", negated=True).word == "supported"


@pytest.mark.parametrize(
    ("about", "date", "word"),
    [
        ("warsaw-1955", None, "supported"),
        ("warsaw-1955", Written(1991), "supported"),
        ("warsaw-1955", Written(1989), "contradicted"),
        (SUN_PRK, Written(1996), "partly"),
        (SUN_PRK, Written(1985), "contradicted"),
        ("moscow-declaration-2001", Written(2024, 12, 4), "partly"),
        (RUS_PRK, None, "contradicted"),
        ("sau-pak-2025", None, "not_in_corpus"),
        (CMA, None, "partly"),
    ],
    ids=str,
)
def test_end_is_that_of_the_record(judge: Judge, about: str, date: Written | None, word: str) -> None:
    assert judge("ended", about, word="ended", date=date).word == word


def test_no_end_on_record_says_since_when_it_runs(judge: Judge) -> None:
    verdict = judge("ended", RUS_PRK, word="ended")
    assert verdict.says == "The record says that it entered into force on 2024-12-04, and has no end."
    assert judge("ended", RUS_PRK, word="ended", negated=True).word == "supported"


def test_first_term_that_ran_out_without_more_on_record_is_open(judge: Judge) -> None:
    assert judge("ended", "fra-grc-2021", word="ended", on="2027-06-01").word == "not_in_corpus"
    assert judge("ended", "fra-grc-2021", word="ended", on="2025-06-01").word == "contradicted"


@pytest.mark.parametrize(
    ("about", "state", "date", "word"),
    [
        ("usa-twn-1954", "USA", None, "supported"),
        ("usa-twn-1954", "USA", Written(1978), "supported"),
        ("usa-twn-1954", "USA", Written(1972), "contradicted"),
        ("usa-twn-1954", "TWN", None, "contradicted"),
        (SUN_PRK, "RUS", Written(1995), "partly"),
        (NPT, "PRK", Written(1993), "supported"),
        (NPT, "PRK", Written(2003), "partly"),
        (CMA, "KOR", None, "partly"),
        (CMA, "PRK", Written(2023), "partly"),
        (CMA, "USA", None, "contradicted"),
        ("korean-armistice-1953", "PRK", Written(2013), "partly"),
        ("rio-1947", "MEX", Written(2002), "partly"),
        ("rio-1947", "MEX", Written(2004), "supported"),
        ("chn-rus-2001", "RUS", None, "contradicted"),
    ],
    ids=str,
)
def test_denunciation_is_told_from_suspension_and_from_other_ends(
    judge: Judge, about: str, state: str, date: Written | None, word: str
) -> None:
    assert judge("ended", about, word="denounced", states=(state,), date=date).word == word


def test_denunciation_by_nobody_named_needs_one_on_record(judge: Judge) -> None:
    assert judge("ended", "chn-rus-2001", word="denounced").word == "contradicted"
    assert judge("ended", "chn-rus-2001", word="denounced", negated=True).word == "supported"
    assert judge("ended", "usa-twn-1954", word="denounced").word == "supported"


def test_suspension_is_named_where_an_end_is_claimed(judge: Judge) -> None:
    verdict = judge("ended", CMA, word="denounced", states=("KOR",))
    assert "no withdrawal of South Korea" in verdict.says
    assert "on 2024-06-04: The Republic of Korea suspends the whole" in verdict.says


@pytest.mark.parametrize(
    ("about", "states", "date", "word"),
    [
        (CMA, ("KOR",), Written(2024, 6, 4), "supported"),
        (CMA, ("KOR",), Written(2023, 11, 22), "partly"),
        (f"{CMA}/1(3)", ("KOR",), Written(2023, 11, 22), "supported"),
        (f"{CMA}/2", ("KOR",), Written(2023, 11, 22), "contradicted"),
        (CMA, ("KOR",), Written(2022), "contradicted"),
        (CMA, ("USA",), None, "contradicted"),
        ("anzus-1951", ("USA",), Written(1986), "partly"),
        ("collective-security-1992", ("ARM",), Written(2024), "supported"),
        ("collective-security-1992", (), None, "partly"),
        ("usa-jpn-1960", ("JPN",), None, "not_in_corpus"),
    ],
    ids=str,
)
def test_suspension_is_judged_by_who_when_and_how_far(
    judge: Judge, about: str, states: tuple[str, ...], date: Written | None, word: str
) -> None:
    assert judge("ended", about, word="suspended", states=states, date=date).word == word


@pytest.mark.parametrize(
    ("about", "state", "date", "word"),
    [
        ("eu-lisbon-2007", "GBR", Written(2020), "supported"),
        ("eu-lisbon-2007", "GBR", Written(2021), "contradicted"),
        ("eu-lisbon-2007", "GBR", None, "supported"),
        ("eu-lisbon-2007", "FRA", None, "contradicted"),
        ("eu-lisbon-2007", "CHE", None, "contradicted"),
        (NPT, "PRK", Written(2003), "partly"),
        (NPT, "SSD", None, "not_in_corpus"),
        ("collective-security-1992", "ARM", None, "partly"),
        ("collective-security-1992", "UZB", Written(1999), "supported"),
        ("collective-security-1992", "UZB", Written(2012), "partly"),
    ],
    ids=str,
)
def test_exit_of_a_state_is_that_of_the_record(
    judge: Judge, about: str, state: str, date: Written | None, word: str
) -> None:
    for kind in ("ended", "party_to"):
        assert judge(kind, about, word="left", states=(state,), date=date).word == word


def test_exit_after_the_day_of_the_document_has_not_happened(judge: Judge) -> None:
    assert judge("ended", "eu-lisbon-2007", word="left", states=("GBR",), on="2018-01-01").word == "contradicted"


def test_disputed_exit_names_who_holds_what(judge: Judge) -> None:
    says = judge("ended", NPT, word="left", states=("PRK",)).says
    assert "North Korea held that it no longer applies; Japan held that it does" in says


def test_disputed_suspension_is_told_with_the_positions(world: World) -> None:
    since = Day.parse("2010-01-01")
    positions = (Position("FRA", "denies", since, "in_force"), Position("DEU", "asserts", since, "in_force"))
    pause = Suspension(since, None, "FRA", "DEU", (), positions)
    verdict = judge_of(world, invented(suspensions=(pause,)))("ended", "invented", word="in_force")
    assert verdict.word == "partly"
    assert "France held that it no longer applies; Germany held that it does" in verdict.says


@pytest.mark.parametrize(
    ("kind", "about", "said", "word"),
    [
        ("ended", "eu-lisbon-2007", {"word": "left", "states": ("GBR",)}, "contradicted"),
        ("ended", CMA, {"word": "suspended", "states": ("USA",)}, "supported"),
        ("ended", CMA, {"word": "suspended", "states": ("KOR",)}, "contradicted"),
        ("party_count", "north-atlantic-1949", {"numbers": ((32, "state"),)}, "contradicted"),
        ("party_count", "north-atlantic-1949", {"numbers": ((31, "state"),)}, "supported"),
        ("party_count", "north-atlantic-1949", {"numbers": ((12, "state"),), "word": "founding"}, "contradicted"),
        ("term", "chn-prk-1961", {"word": "notice"}, "supported"),
        ("signed_at", RUS_PRK, {"place": "Moscow"}, "supported"),
        ("in_force_since", RUS_PRK, {"date": Written(2023)}, "supported"),
        ("signed_by", "chn-rus-2001", {"states": ("PRK",)}, "supported"),
    ],
)
def test_denial_of_what_is_wrong_is_right(judge: Judge, kind: str, about: str, said: dict[str, Any], word: str) -> None:
    assert judge(kind, about, negated=True, **said).word == word


def test_founders_that_the_record_does_not_tell_are_not_in_corpus(world: World) -> None:
    parties = (Party("FRA", Day.parse("2005")), Party("DEU", Day.parse("2006")))
    judge = judge_of(world, invented(parties=parties))
    assert judge("party_count", "invented", numbers=((2, "state"),), word="founding").word == "not_in_corpus"


# --- terms and force ---


@pytest.mark.parametrize(
    ("about", "word", "number", "expected"),
    [
        ("chn-rus-2001", "initial", (20, "year"), "supported"),
        ("chn-rus-2001", "initial", (5, "year"), "contradicted"),
        ("chn-rus-2001", "renewal", (5, "year"), "supported"),
        ("chn-rus-2001", "", (5, "year"), "supported"),
        ("chn-rus-2001", "notice", (1, "year"), "supported"),
        ("chn-rus-2001", "notice", (6, "month"), "contradicted"),
        (NPT, "notice", (3, "month"), "supported"),
        (NPT, "notice", (90, "day"), "partly"),
        (NPT, "notice", (6, "month"), "contradicted"),
        (RUS_PRK, "initial", (10, "year"), "contradicted"),
        ("chn-prk-1961", "notice", (1, "year"), "contradicted"),
        ("sau-pak-2025", "initial", (5, "year"), "not_in_corpus"),
        ("aukus-2021", "initial", (50, "year"), "supported"),
    ],
)
def test_term_is_that_of_the_record(
    judge: Judge, about: str, word: str, number: tuple[int, str], expected: str
) -> None:
    assert judge("term", about, word=word, numbers=(number,)).word == expected


@pytest.mark.parametrize(
    ("about", "word", "expected"),
    [
        (RUS_PRK, "indefinite", "supported"),
        (RUS_PRK, "renewal", "contradicted"),
        ("rus-prk-2000", "indefinite", "contradicted"),
        ("rus-prk-2000", "renewal", "supported"),
        ("usa-jpn-1951", "indefinite", "partly"),
        ("sau-pak-2025", "indefinite", "not_in_corpus"),
        ("usa-kor-1953", "notice", "supported"),
    ],
)
def test_kind_of_term_is_that_of_the_record(judge: Judge, about: str, word: str, expected: str) -> None:
    assert judge("term", about, word=word).word == expected


def test_notice_from_memory_is_contradicted_with_that_caveat(judge: Judge) -> None:
    assert judge("term", "chn-rus-2001", word="notice", numbers=((6, "month"),)).says.endswith("from memory).")
    assert "memory" not in judge("term", "chn-rus-2001", word="initial", numbers=((6, "year"),)).says


def test_final_clause_gives_the_term_where_the_fields_are_empty(world: World) -> None:
    clause = FinalClause("9", "duration", "Runs for fifteen years; ends one year after notice.")
    judge = judge_of(world, invented(final_clauses=(clause,)))
    for years, word in ((15, "supported"), (10, "contradicted"), (1, "contradicted")):
        assert judge("term", "invented", word="initial", numbers=((years, "year"),)).word == word


def test_some_numbers_right_and_some_wrong_are_partly_right(judge: Judge) -> None:
    assert judge("term", "chn-rus-2001", numbers=((20, "year"), (5, "year"))).word == "supported"
    assert judge("term", "chn-rus-2001", numbers=((20, "year"), (10, "year"))).word == "partly"


@pytest.mark.parametrize(
    ("about", "word", "expected"),
    [
        ("unscr-1718", "legal", "supported"),
        (NPT, "political", "contradicted"),
        ("aukus-2021", "legal", "contradicted"),
        ("camp-david-2023", "political", "supported"),
        ("budapest-1994", "legal", "partly"),
    ],
)
def test_legal_force_is_that_of_the_record(judge: Judge, about: str, word: str, expected: str) -> None:
    assert judge("binding", about, word=word).word == expected
    flipped = {"supported": "contradicted", "contradicted": "supported"}.get(expected, expected)
    assert judge("binding", about, word=word, negated=True).word == flipped


def test_disputed_force_names_the_positions(judge: Judge) -> None:
    says = judge("binding", "budapest-1994", word="legal").says
    assert "Ukraine held that it binds in law; United States held that it does not; Russia left it open" in says


def test_clause_with_a_force_of_its_own_is_judged_by_it(world: World) -> None:
    clause = replace(
        world.records.instruments[RUS_PRK].provisions[0], article="1", binding="political", id="invented/1"
    )
    judge = judge_of(world, invented(provisions=(clause,)))
    assert judge("binding", "invented/1", word="political").word == "supported"
    assert judge("binding", "invented", word="political").word == "contradicted"


# --- every verdict ---


@pytest.mark.parametrize("kind", ["signed_on", "in_force_since", "party_to", "party_count", "ended", "term", "binding"])
def test_every_judged_claim_has_a_derivation_that_ends_in_the_record(judge: Judge, kind: str) -> None:
    said: dict[str, Any] = {"date": Written(1900), "states": ("RUS", "CHN")} if kind != "party_count" else {}
    numbers = ((3, "year" if kind == "term" else "state"),)
    verdict = judge(kind, RUS_PRK, "is", numbers=numbers, **said)
    assert verdict.word in ("supported", "contradicted")
    assert verdict.derivation is not None
    assert any(leaf.mark or leaf.cites for leaf in leaves(verdict.derivation))
    assert all(leaf.statement for leaf in leaves(verdict.derivation))


def test_readings_stand_in_the_derivation_with_their_sources(world: World) -> None:
    dated = Dated(
        Day.parse("[2001-02-03,2001-02-05]"),
        readings=(Reading(Day.parse("2001-02-03"), ("a",), "{one}"), Reading(Day.parse("2001-02-05"), ("b",), "two")),
    )
    verdict = judge_of(world, invented(signed=dated))("signed_on", "invented", date=Written(2001, 2, 5))
    assert verdict.word == "partly"
    assert verdict.derivation is not None
    assert [(s.truth, s.statement) for s in verdict.derivation.children] == [
        (Truth.FALSE, "2001-02-03: {one}"),
        (Truth.TRUE, "2001-02-05: two"),
    ]


# --- what is said to be so at first, never, for good, or of a part ---


@pytest.mark.parametrize(
    ("text", "word"),
    [("was among the signatories of", "contradicted"), ("is a signatory of", "supported")],
)
def test_party_that_came_later_is_none_of_those_who_signed_first(judge: Judge, text: str, word: str) -> None:
    verdict = judge("party_to", "north-atlantic-1949", text, states=("POL",), word="signatory")
    assert verdict.word == word


def test_never_is_wrong_of_a_state_that_once_was_a_party(judge: Judge) -> None:
    verdict = judge("party_to", NPT, "has never belonged to", states=("PRK",), word="party", negated=True)
    assert verdict.word == "contradicted"


@pytest.mark.parametrize(("year", "word"), [(1975, "contradicted"), (1989, "partly")], ids=["far", "near"])
def test_denunciation_years_before_the_end_is_wrong(world: World, year: int, word: str) -> None:
    judge = judge_of(world, invented(ended=Dated(Day.parse("[1989-02-03,1990-02-03]"), "by agreement")))
    assert judge("ended", "invented", "tore it up", states=("FRA",), word="denounced", date=Written(year)).word == word


@pytest.mark.parametrize(
    ("text", "word"), [("left in February", "partly"), ("left for good in February", "contradicted")]
)
def test_suspension_is_no_departure_for_good(judge: Judge, text: str, word: str) -> None:
    said = {"states": ("ARM",), "word": "left", "date": Written(2024, 2)}
    assert judge("ended", "collective-security-1992", text, **said).word == word


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        (((25.0, "year"), (10.0, "year")), "supported"),
        (((10.0, "year"), (25.0, "year")), "contradicted"),
        (((25.0, "year"), (5.0, "year")), "partly"),
    ],
    ids=["right", "swapped", "one wrong"],
)
def test_first_term_and_renewal_are_compared_in_order(judge: Judge, numbers: Any, word: str) -> None:
    assert judge("term", "sun-vnm-1978", numbers=numbers).word == word


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"word": "initial", "date": Written(2075)}, "supported"),
        ({"word": "initial", "date": Written(2065)}, "contradicted"),
        ({"word": "notice", "numbers": ((1.0, "year"),)}, "supported"),
        ({"word": "notice", "numbers": ((6.0, "month"),)}, "contradicted"),
    ],
)
def test_term_of_a_part_with_a_name_is_judged_by_its_own_clauses(judge: Judge, said: Any, word: str) -> None:
    assert judge("term", "aukus-2021/ANNPA", **said).word == word

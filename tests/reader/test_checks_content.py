"""Verdicts on what instruments and clauses say, rest on, replace, resemble and are: real records and invented ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.dates import Day
from foedera.model.conditions import ArmedAttack
from foedera.model.facts import Dated
from foedera.model.instruments import Denunciation, Duty, FinalClause, Instrument, Party, Provision
from foedera.model.world import supposing
from foedera.reader.checks.bench import Bench
from foedera.reader.checks.check import check
from foedera.reader.checks.matters import matters_in
from foedera.reader.checks.quantities import quantities, same
from foedera.reader.records import Claim, DutySaid, Said, Speaker, Verdict
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.api import Treaties

ON = Day.parse("2025-06-01")
FLIPPED = {"supported": "contradicted", "contradicted": "supported"}


@pytest.fixture(scope="module")
def bench(treaties: Treaties) -> Bench:
    return Bench(treaties.world, ON)


def judge(bench: Bench, kind: str, about: str, *, negated: bool = False, text: str = "", **said: Any) -> Verdict:
    claim = Claim(0, 1, text, kind, (about,), about, Speaker(), Said(**said), negated)  # type: ignore[arg-type]
    return check(bench, claim)


def duty(
    bench: Bench, about: str, kind: str, *, negated: bool = False, states: tuple[str, ...] = (), **axes: Any
) -> Verdict:
    said = (DutySaid(kind, **axes),)  # type: ignore[arg-type]
    return judge(bench, "contains_duty", about, negated=negated, duties=said, states=states)


def invented(bench: Bench, *provisions: Provision, **more: Any) -> Bench:
    """The bench with an instrument ``pact`` between Samoa and Tonga on top of the corpus."""
    fields: dict[str, Any] = {
        "kind": "treaty",
        "title": "Pact of Apia",
        "binding": "legal",
        "parties": (Party("WSM"), Party("TON")),
        "sources": (),
        "confidence": "verified",
        "signed": Dated(Day.parse("2000-01-01")),
        "in_force": Dated(Day.parse("2000-02-01")),
        **more,
    }
    numbered = tuple(replace(one, id=f"pact/{one.article}") for one in provisions)
    return Bench(supposing(bench.world, [Instrument(id="pact", provisions=numbered, **fields)]), bench.on)


def clause(article: str, kind: str, *duties: Duty, **more: Any) -> Provision:
    fields: dict[str, Any] = {"summary": "What it says.", "confidence": "verified", **more}
    return Provision(article, (kind,), duties=duties, **fields)  # type: ignore[arg-type]


HELP = Duty(
    must="give_military_assistance", to="beneficiary", discretion="none", timing="immediate", extent="all_means"
)


# --- duties ---


def test_the_article_named_has_the_duty(bench: Bench) -> None:
    found = duty(bench, "rus-prk-2024/4", "defence", modality="must")
    assert found.word == "supported"
    assert "article 4" in found.says


def test_an_article_on_something_else_contradicts_and_says_where_the_duty_is(bench: Bench) -> None:
    found = duty(bench, "rus-prk-2024/3", "defence")
    assert found.word == "contradicted"
    assert "article 3 is about consultation" in found.says
    assert "defence in article 4" in found.says


def test_roman_numbers_of_articles_are_arabic_ones(bench: Bench) -> None:
    assert duty(bench, "usa-jpn-1960/5", "defence").word == "supported"


def test_a_final_clause_is_not_a_clause_of_defence(bench: Bench) -> None:
    found = duty(bench, "rus-prk-2024/22", "defence")
    assert found.word == "contradicted"
    assert "entry into force" in found.says


def test_an_article_that_is_not_on_record_is_wrong_where_another_has_the_duty(bench: Bench) -> None:
    found = duty(bench, "rus-prk-2024/9", "defence")
    assert found.word == "contradicted"
    assert "in article 4, not in article 9" in found.says


def test_an_article_that_is_not_on_record_stays_open_for_other_kinds(bench: Bench) -> None:
    assert duty(bench, "rus-prk-2024/17", "cooperation").word == "not_in_corpus"
    assert duty(bench, "rus-prk-2024/17", "neutrality").word == "not_in_corpus"
    assert duty(bench, "rus-prk-2024/17", "consultation", negated=True).word == "not_in_corpus"


def test_an_article_may_be_the_clause_whose_number_the_record_lacks(bench: Bench) -> None:
    assert duty(bench, "rus-blr-2024/3", "defence").word == "not_in_corpus"


def test_cooperation_is_never_contradicted(bench: Bench) -> None:
    assert duty(bench, "rus-prk-2024/8", "cooperation").word == "supported"
    assert duty(bench, "rus-prk-2024/4", "cooperation").word == "not_in_corpus"


def test_help_claimed_of_an_instrument_without_such_a_clause_is_contradicted(bench: Bench) -> None:
    found = duty(bench, "chn-rus-2001", "defence")
    assert found.word == "contradicted"
    assert "article 9 (consultation)" in found.says
    assert duty(bench, "chn-rus-2001", "defence", negated=True).word == "supported"


def test_other_kinds_that_are_not_on_record_stay_open(bench: Bench) -> None:
    assert duty(bench, "rus-prk-2024", "neutrality").word == "not_in_corpus"
    assert duty(bench, "rus-prk-2024", "neutrality", negated=True).word == "not_in_corpus"


def test_an_instrument_whose_articles_were_not_found_shows_nothing(bench: Bench) -> None:
    assert duty(bench, "rus-vnm-1994", "defence").word == "not_in_corpus"


def test_clauses_from_memory_do_not_show_that_help_is_missing(bench: Bench) -> None:
    remembered = invented(bench, clause("1", "consultation", confidence="memory"))
    assert duty(remembered, "pact", "defence").word == "not_in_corpus"


def test_kinds_that_texts_do_not_keep_apart_agree(bench: Bench) -> None:
    assert duty(bench, "un-charter/2(4)", "nonaggression").word == "supported"
    assert duty(bench, "unscr-1718/2", "nonproliferation").word == "supported"
    assert duty(bench, "eu-lisbon-2007/222", "defence").word == "supported"
    assert duty(bench, "ecowas-defence-1981/2", "defence").word == "supported"
    assert duty(bench, "rus-prk-2024/5@second-limb", "no_hostile_agreement").word == "contradicted"


def test_a_rule_without_a_duty_contradicts_nothing(bench: Bench) -> None:
    assert duty(bench, "un-charter/41", "sanction").word == "not_in_corpus"


def test_a_liberty_is_no_promise(bench: Bench) -> None:
    assert duty(bench, "un-charter/51", "defence", modality="may").word == "supported"
    assert duty(bench, "un-charter/51", "defence").word == "partly"
    found = duty(bench, "usa-jpn-1951/I", "defence", modality="must")
    assert found.word == "contradicted"
    assert "a liberty in article I, not a duty" in found.says
    assert duty(bench, "usa-jpn-1951", "defence", modality="must", negated=True).word == "supported"
    assert duty(bench, "usa-jpn-1951", "defence", modality="may").word == "supported"


@pytest.mark.parametrize(
    ("about", "axes", "word"),
    [
        ("rus-prk-2024/4", {"discretion": "automatic"}, "supported"),
        ("north-atlantic-1949/5", {"discretion": "automatic"}, "contradicted"),
        ("north-atlantic-1949/5", {"discretion": "free"}, "supported"),
        ("rus-prk-2024/4", {"discretion": "free"}, "contradicted"),
        ("sau-pak-2025", {"discretion": "automatic"}, "partly"),
        ("rus-prk-2024/4", {"timing": "immediate"}, "supported"),
        ("aachen-2019/4", {"timing": "immediate"}, "partly"),
        ("rus-prk-2024/4", {"extent": "all_means"}, "supported"),
        ("north-atlantic-1949/5", {"extent": "all_means"}, "partly"),
        ("north-atlantic-1949/5", {"extent": "all_means", "discretion": "automatic"}, "contradicted"),
    ],
)
def test_terms_are_compared_with_those_of_the_clause(bench: Bench, about: str, axes: dict[str, Any], word: str) -> None:
    assert duty(bench, about, "defence", **axes).word == word
    assert duty(bench, about, "defence", negated=True, **axes).word == FLIPPED.get(word, word)


def test_the_choice_that_a_clause_leaves_is_told(bench: Bench) -> None:
    assert "leaves to each party" in duty(bench, "north-atlantic-1949/5", "defence", discretion="automatic").says


def test_a_political_text_does_not_oblige(bench: Bench) -> None:
    found = duty(bench, "camp-david-2023", "consultation", modality="must")
    assert found.word == "partly"
    assert "expected and not owed" in found.says
    assert duty(bench, "camp-david-2023", "consultation").word == "supported"
    assert duty(bench, "camp-david-2023", "consultation", modality="must", negated=True).word == "supported"
    assert duty(bench, "camp-david-2023", "consultation", negated=True).word == "contradicted"


def test_should_is_not_must(bench: Bench) -> None:
    urged = invented(bench, clause("1", "consultation", Duty(should="consult")))
    assert duty(urged, "pact/1", "consultation", modality="must").word == "partly"


def test_a_duty_falls_on_those_whom_the_clause_binds(bench: Bench) -> None:
    assert duty(bench, "usa-kor-1953/III", "defence", states=("KOR",)).word == "supported"
    found = duty(bench, "usa-kor-1953/III", "defence", states=("JPN",))
    assert found.word == "contradicted"
    assert "United States" in found.says
    assert duty(bench, "five-power-1971", "consultation", states=("GBR",)).word == "supported"
    assert duty(bench, "budapest-1994/4", "diplomatic_assistance", states=("UKR",)).word == "contradicted"


def test_a_state_stands_where_the_one_that_it_continues_stood(bench: Bench) -> None:
    assert duty(bench, "sun-prk-1961/1", "defence", states=("RUS",)).word == "supported"


def test_resolutions_bind_every_member(bench: Bench) -> None:
    assert duty(bench, "unscr-2397", "sanction", modality="must", states=("RUS",)).word == "supported"


def test_a_party_that_an_open_list_lacks_may_be_bound(bench: Bench) -> None:
    assert duty(bench, "kellogg-briand-1928/I", "restraint_of_force", states=("KOR",)).word == "supported"


def test_a_party_that_left_was_bound_and_a_mere_signatory_was_not(bench: Bench) -> None:
    assert duty(bench, "warsaw-1955/4", "defence", states=("ALB",)).word == "supported"
    parties = (Party("WSM"), Party("TON", status="signatory"))
    pact = invented(bench, clause("1", "defence", HELP), parties=parties)
    assert duty(pact, "pact/1", "defence", states=("WSM",)).word == "supported"
    assert duty(pact, "pact/1", "defence", states=("TON",)).word == "contradicted"


def test_of_versions_the_one_that_stands_counts(bench: Bench) -> None:
    ended, standing = Day.parse("2010-01-01"), Duty(must="aid_and_assist", discretion="how")
    changed = invented(
        bench, clause("1", "defence", HELP, until=ended), clause("1", "defence", standing, since=ended, version="new")
    )
    assert duty(changed, "pact/1", "defence", discretion="automatic").word == "contradicted"
    old = invented(bench, clause("1", "defence", HELP, until=ended))
    assert "stands from the beginning to 2010-01-01" in duty(old, "pact/1", "defence").says


def test_a_text_that_is_not_in_force_is_still_read_and_the_reader_told(bench: Bench) -> None:
    assert duty(bench, "warsaw-1955/4", "defence").says.endswith("It is no longer in force.")
    early = Bench(bench.world, Day.parse("2024-07-01"))
    assert duty(early, "rus-prk-2024/4", "defence").says.endswith("It is not yet in force.")


def test_two_duties_of_which_one_is_there_are_right_in_part(bench: Bench) -> None:
    said = (DutySaid("defence"), DutySaid("consultation"))
    assert judge(bench, "contains_duty", "rus-prk-2024/4", duties=said).word == "partly"
    assert judge(bench, "contains_duty", "rus-prk-2024", duties=said).word == "supported"


def test_the_derivation_shows_the_clause_with_its_source_and_place(bench: Bench) -> None:
    step = duty(bench, "rus-prk-2024/4", "defence", discretion="automatic").derivation
    assert step is not None
    shown = step.children[0]
    assert shown.mark
    assert any("#" in cite for cite in shown.cites)
    assert [child.truth for child in step.children] == [Truth.TRUE, Truth.TRUE]


KINDS = ("defence", "offence", "neutrality", "consultation", "nonaggression", "cooperation", "sanction", "permission")


@settings(derandomize=True, deadline=None)
@given(data=st.data())
def test_no_statement_is_right_together_with_its_denial(bench: Bench, data: st.DataObject) -> None:
    instrument = data.draw(st.sampled_from(sorted(bench.world.records.instruments)))
    article = data.draw(st.sampled_from(["", "/1", "/2", "/4", "/5", "/9", "/III"]))
    kind = data.draw(st.sampled_from(KINDS))
    words = {duty(bench, instrument + article, kind, negated=negated).word for negated in (False, True)}
    assert len(words) == 2 or words <= {"partly", "not_in_corpus"}


# --- topics of articles ---


@pytest.mark.parametrize(
    ("about", "topic", "word"),
    [
        ("rus-prk-2024/23", "withdrawal", "supported"),
        ("rus-prk-2024/22", "withdrawal", "contradicted"),
        ("rus-prk-2024/4", "withdrawal", "contradicted"),
        ("rus-prk-2024", "withdrawal", "supported"),
        ("north-atlantic-1949/6", "area", "supported"),
        ("north-atlantic-1949/5", "area", "contradicted"),
        ("usa-jpn-1960/V", "area", "supported"),
        ("npt-1968/X", "withdrawal", "supported"),
        ("npt-1968/IV", "withdrawal", "contradicted"),
        ("rus-irn-2025/21", "duration", "not_in_corpus"),
        ("chn-rus-2001/22", "withdrawal", "not_in_corpus"),
        ("chn-prk-1961", "withdrawal", "contradicted"),
        ("rus-prk-2024/4", "", "supported"),
        ("rus-prk-2024/21", "", "not_in_corpus"),
    ],
)
def test_an_article_is_on_its_topic(bench: Bench, about: str, topic: str, word: str) -> None:
    assert judge(bench, "has_article", about, word=topic).word == word


def test_a_wrong_article_is_told_with_the_right_one(bench: Bench) -> None:
    says = judge(bench, "has_article", "north-atlantic-1949/12", word="withdrawal").says
    assert "article 12 is about amendment" in says
    assert "article 13" in says


def test_no_clause_on_withdrawal_is_wrong_where_there_is_one_and_open_where_none_is_known(bench: Bench) -> None:
    assert judge(bench, "has_article", "north-atlantic-1949", word="withdrawal", negated=True).word == "contradicted"
    assert judge(bench, "has_article", "fra-grc-2021", word="withdrawal", negated=True).word == "not_in_corpus"
    assert judge(bench, "has_article", "chn-prk-1961", word="withdrawal", negated=True).word == "supported"


def test_terms_of_leaving_are_a_clause_on_withdrawal(bench: Bench) -> None:
    leaving = Denunciation(months=6, article="7")
    pact = invented(bench, clause("1", "defence", HELP), denunciation=leaving)
    assert judge(pact, "has_article", "pact/7", word="withdrawal").word == "supported"
    assert judge(pact, "has_article", "pact", word="withdrawal").word == "supported"


def test_a_number_from_memory_contradicts_no_other(bench: Bench) -> None:
    unsure = FinalClause("9", "withdrawal", "Six months of notice (number from memory).")
    pact = invented(bench, clause("1", "defence", HELP), final_clauses=(unsure,))
    assert judge(pact, "has_article", "pact/8", word="withdrawal").word == "not_in_corpus"
    sure = replace(unsure, summary="Six months of notice.", confidence="memory")
    pact = invented(bench, clause("1", "defence", HELP), final_clauses=(sure,))
    assert "from memory" in judge(pact, "has_article", "pact/8", word="withdrawal").says


# --- content ---


@pytest.mark.parametrize(
    ("about", "number", "text", "word"),
    [
        ("unscr-2397/5", (500000, "barrels"), "", "supported"),
        ("unscr-2397/5", (4e6, "barrels"), "", "contradicted"),
        ("unscr-2397", (4e6, "barrels"), "caps refined petroleum at 4 million barrels", "contradicted"),
        ("unscr-2397", (5e5, "barrels"), "caps oil at half a million barrels", "supported"),
        ("unscr-2397/8", (2, "years"), "", "supported"),
        (
            "unscr-2397",
            (12, "month"),
            "All North Korean workers were to be sent home within twelve months",
            "contradicted",
        ),
        ("gbr-ukr-2024", (48, "hours"), "", "contradicted"),
        ("north-atlantic-1949/13", (12, "months"), "", "supported"),
        ("rus-prk-2024/4", (48, "hours"), "", "not_in_corpus"),
        ("inter-korean-military-2018", (15, "km"), "", "supported"),
    ],
)
def test_numbers_are_compared_in_their_unit(
    bench: Bench, about: str, number: tuple[float, str], text: str, word: str
) -> None:
    assert judge(bench, "clause_content", about, numbers=(number,), text=text).word == word
    denied = judge(bench, "clause_content", about, numbers=(number,), text=text, negated=True)
    assert denied.word == FLIPPED.get(word, word)


def test_a_wrong_number_is_told_with_the_recorded_one(bench: Bench) -> None:
    assert (
        "500,000 barrels in paragraph 5"
        in judge(bench, "clause_content", "unscr-2397/5", numbers=((1, "barrel"),)).says
    )


def test_terms_of_renewal_and_notice_are_numbers_of_the_instrument(bench: Bench) -> None:
    assert judge(bench, "clause_content", "sun-vnm-1978", numbers=((25, "years"),)).word == "supported"
    pact = invented(bench, clause("1", "defence", HELP), denunciation=Denunciation(months=6))
    assert judge(pact, "clause_content", "pact", numbers=((6, "months"),)).word == "supported"
    assert judge(pact, "clause_content", "pact", numbers=((9, "months"),)).word == "contradicted"


@pytest.mark.parametrize(
    ("about", "axes", "verdict"),
    [
        ("chn-prk-1961/2", {"discretion": "whether"}, "contradicted"),
        ("north-atlantic-1949/5", {"extent": "troops", "modality": "must"}, "contradicted"),
        ("chn-prk-1961/2", {"extent": "troops", "modality": "must"}, "supported"),
        ("rus-blr-2024/4(2)(b)", {"request": "none"}, "contradicted"),
        ("rus-blr-2024/4(2)(b)", {"request": "required"}, "supported"),
        ("rus-prk-2024/4", {"request": "required"}, "partly"),
        ("chn-sun-1950/1", {"against": ("any_state",)}, "contradicted"),
        ("chn-sun-1950/1", {"against": ("JPN",)}, "supported"),
        ("chn-prk-1961/2", {"against": ("any_state",)}, "supported"),
        ("liptako-gourma-2023/5", {"matters": ("that an attack on one is one on all",)}, "contradicted"),
        ("liptako-gourma-2023/6", {"matters": ("that an attack on one is one on all",)}, "supported"),
    ],
)
def test_terms_of_help_are_those_of_the_record(bench: Bench, about: str, axes: dict[str, Any], verdict: str) -> None:
    assert duty(bench, about, "defence", **axes).word == verdict


@pytest.mark.parametrize(
    ("about", "goods", "verdict"),
    [
        ("unscr-2371", ("seafood",), "supported"),
        ("unscr-2375", ("seafood",), "contradicted"),
        ("unscr-2371/8", ("seafood",), "contradicted"),
        ("unscr-2371", ("seafood", "textiles"), "partly"),
        ("unscr-2371", (), "supported"),
    ],
)
def test_a_ban_is_on_the_goods_that_the_record_has_there(
    bench: Bench, about: str, goods: tuple[str, ...], verdict: str
) -> None:
    assert duty(bench, about, "sanction", matters=goods).word == verdict


def test_a_ban_on_other_goods_says_where_the_record_has_them(bench: Bench) -> None:
    says = duty(bench, "unscr-2375", "sanction", matters=("seafood",)).says
    assert says == "The record has seafood in paragraph 9 of resolution 2371, not in resolution 2375."


def test_sending_workers_home_is_not_limiting_their_number() -> None:
    assert matters_in("states had to expel all North Korean workers", "sanction") == ("sending workers home",)
    assert matters_in("the number of North Korean workers may not grow", "sanction") == ("workers",)


def test_a_matter_that_no_clause_has_tells_nothing(bench: Bench) -> None:
    assert duty(bench, "rus-prk-2024/8", "cooperation", matters=("port calls",)).word == "supported"


def test_a_rule_is_not_the_clause_with_a_duty_that_stands_elsewhere(bench: Bench) -> None:
    said, text = (DutySaid("permission", "may"),), "the right of self-defence against an armed attack"
    verdict = judge(bench, "contains_duty", "un-charter/41", text=text, duties=said)
    assert verdict.word == "contradicted"
    assert "article 51" in verdict.says


def test_a_liberty_is_no_promise_where_another_article_has_one(bench: Bench) -> None:
    assert duty(bench, "usa-jpn-1960/VI", "defence").word == "contradicted"
    assert duty(bench, "usa-jpn-1951/I", "defence").word == "partly"


def test_a_council_is_not_a_commission(bench: Bench) -> None:
    about = "arab-joint-defence-1950/6"
    assert judge(bench, "has_article", about, text="a commission under Article 6", word="organ").word == "contradicted"
    assert judge(bench, "has_article", about, text="a council under Article 6", word="organ").word == "supported"


def test_duties_in_a_quotation_are_judged_as_duties(bench: Bench) -> None:
    said = (DutySaid("consultation", "must", timing="immediate"),)
    assert judge(bench, "clause_content", "chn-rus-2001/9", duties=said, quote="shall immediately").word == "supported"


def test_words_alone_support_and_never_contradict(bench: Bench) -> None:
    close = "create mechanisms for undertaking joint measures with the aim of strengthening defence capabilities"
    assert judge(bench, "clause_content", "rus-prk-2024/8", quote=close).word == "supported"
    assert judge(bench, "clause_content", "rus-prk-2024/4", quote="joint exploration of space").word == "not_in_corpus"
    far = "mechanisms for joint measures in banking, tourism, farming, shipping, culture and the film industry"
    assert judge(bench, "clause_content", "rus-prk-2024/8", quote=far).word == "not_in_corpus"


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("half a million barrels a year", "barrels", [500000]),
        ("two and a half million tonnes", "ton", [2500000]),
        ("one hundred and twenty days", "day", [120]),
        ("twenty-four months from adoption", "month", [24]),
        ("drones 15 and 10 km", "kilometres", [15, 10]),
        ("from 2017-12-22; members report", "members", []),
        ("500,000 barrels a year", "year", []),
        ("up to 35,000 a month", "month", []),
        ("resolution 2397 members", "member", []),
    ],
)
def test_numbers_are_read_in_figures_and_words(text: str, unit: str, numbers: list[float]) -> None:
    assert [value for value, _ in quantities(text, unit)] == numbers


@settings(derandomize=True)
@given(number=st.integers(min_value=1, max_value=10**9))
def test_a_number_in_figures_is_read_as_it_is(number: int) -> None:
    assert quantities(f"not more than {number:,} barrels in any year", "barrel") == ((number, "barrel"),)
    assert same((12 * number, "months"), (number, "year"))


# --- likeness ---


def test_the_treaties_of_2024_and_1961_have_similar_clauses_with_differences(bench: Bench) -> None:
    found = judge(bench, "resembles", "rus-prk-2024/4", others=("chn-prk-1961",), word="like")
    assert found.word == "supported"
    assert ("limits", "un-charter/51, domestic law", "none") in found.differences


@pytest.mark.parametrize(
    ("about", "other", "word", "negated", "verdict"),
    [
        ("rus-prk-2024/4", "chn-prk-1961", "same", False, "partly"),
        ("rus-prk-2024/4", "chn-prk-1961", "same", True, "supported"),
        ("rus-prk-2024/4", "chn-prk-1961", "unlike", False, "partly"),
        ("rus-prk-2024/4", "chn-prk-1961", "unlike", True, "supported"),
        ("usa-phl-1951/IV", "anzus-1951", "same", False, "supported"),
        ("usa-phl-1951/IV", "anzus-1951", "unlike", False, "contradicted"),
        ("rus-prk-2024/4", "north-atlantic-1949/5", "like", False, "partly"),
        ("rus-prk-2024/4", "chn-rus-2001/9", "like", False, "contradicted"),
        ("rus-prk-2024/4", "chn-rus-2001", "same", False, "contradicted"),
        ("rus-prk-2024/4", "rus-prk-2000", "unlike", False, "supported"),
        ("rus-prk-2024/4", "rus-prk-2000", "like", True, "supported"),
        ("rus-prk-2024", "rus-prk-2000", "like", False, "partly"),
        ("ecowas-defence-1981/2", "north-atlantic-1949", "like", False, "supported"),
        ("rus-prk-2024/9", "chn-rus-2001", "like", False, "not_in_corpus"),
        ("chn-prk-1961/3", "sun-prk-1961/2", "same", False, "supported"),
        ("rus-irn-2025/3(3)", "chn-rus-2001", "like", False, "not_in_corpus"),
    ],
)
def test_clauses_are_like_by_kind_and_act(
    bench: Bench, about: str, other: str, word: str, *, negated: bool, verdict: str
) -> None:
    assert judge(bench, "resembles", about, others=(other,), word=word, negated=negated).word == verdict


def test_clauses_of_which_one_leaves_open_whether_to_act_are_alike_in_part(bench: Bench) -> None:
    free = clause("1", "defence", replace(HELP, discretion="whether_and_how"), when=ArmedAttack())
    assert judge(invented(bench, free), "resembles", "pact/1", others=("rus-prk-2024/4",)).word == "partly"
    bound = clause("1", "defence", HELP, when=ArmedAttack())
    assert judge(invented(bench, bound), "resembles", "pact/1", others=("rus-prk-2024/4",)).word == "supported"


def test_what_is_not_known_of_one_clause_does_not_make_it_another(bench: Bench) -> None:
    first = clause("1", "defence", replace(HELP, request="none"), when=ArmedAttack())
    second = clause("2", "defence", HELP, when=ArmedAttack())
    found = judge(invented(bench, first, second), "resembles", "pact/1", others=("pact/2",), word="same")
    assert found.word == "supported"
    assert found.differences == (("request", "none", "unknown"),)


# --- what a clause rests on ---


@pytest.mark.parametrize(
    ("about", "others", "word"),
    [
        ("rus-prk-2024/4", ("un-charter/51", "domestic_law"), "supported"),
        ("rus-prk-2024/4", ("un-charter",), "supported"),
        ("rus-prk-2024", ("un-charter/51",), "supported"),
        ("rus-prk-2024/4", ("un-charter/51", "un-charter/2(4)"), "partly"),
        ("chn-prk-1961/2", ("un-charter/51",), "contradicted"),
        ("chn-prk-1961", ("un-charter/51",), "contradicted"),
        ("chn-prk-1961", ("un-charter",), "not_in_corpus"),
        ("usa-kor-1953/III", ("domestic_law",), "supported"),
        ("usa-phl-1951", ("un-charter",), "supported"),
        ("unscr-1718", ("un-charter/41",), "supported"),
        ("unscr-1718", ("un-charter/42",), "contradicted"),
        ("aze-tur-2010/Shusha", ("un-charter/51",), "partly"),
        ("aachen-2019/4", ("north-atlantic-1949/5",), "supported"),
        ("aachen-2019/4", ("north-atlantic-1949/4",), "contradicted"),
        ("rus-blr-2024", ("collective-security-1992",), "supported"),
        ("rus-prk-2024/4", ("chn-prk-1961",), "not_in_corpus"),
        ("chn-rus-2001/2", ("un-charter",), "supported"),
        ("chn-rus-2001/8", ("warsaw-1955",), "not_in_corpus"),
    ],
)
def test_a_clause_rests_on_what_its_record_names(bench: Bench, about: str, others: tuple[str, ...], word: str) -> None:
    assert judge(bench, "subject_to", about, others=others).word == word
    if len(others) == 1:
        assert judge(bench, "subject_to", about, others=others, negated=True).word == FLIPPED.get(word, word)


def test_national_law_and_constitutions_are_near_and_told_apart(bench: Bench) -> None:
    assert "constitutional processes" in judge(bench, "subject_to", "usa-kor-1953/III", others=("domestic_law",)).says


def test_a_clause_from_memory_is_not_known_to_name_nothing(bench: Bench) -> None:
    pact = invented(bench, clause("1", "defence", HELP, confidence="memory"))
    assert judge(pact, "subject_to", "pact/1", others=("un-charter/51",)).word == "not_in_corpus"


# --- succession ---


@pytest.mark.parametrize(
    ("newer", "older", "word", "says"),
    [
        ("rus-prk-2024", ("rus-prk-2000",), "supported", "replaces"),
        ("rus-prk-2024", ("rus-prk-2000", "sun-prk-1961"), "partly", "not settled"),
        ("rus-prk-2024", ("chn-prk-1961",), "contradicted", "still in force"),
        ("usa-kor-1953", ("usa-jpn-1951",), "contradicted", "replaced by"),
        ("unscr-2397", ("unscr-1718",), "contradicted", "amends"),
        ("chn-rus-2001", ("chn-sun-1950",), "contradicted", "had ended"),
        ("usa-jpn-1951", ("usa-jpn-1960",), "contradicted", "it is"),
        ("rus-prk-2024", ("usa-twn-1954",), "contradicted", "had ended"),
    ],
)
def test_an_instrument_replaces_what_the_record_lists(
    bench: Bench, newer: str, older: tuple[str, ...], word: str, says: str
) -> None:
    found = judge(bench, "supersedes", newer, others=older, word="replaces")
    assert found.word == word
    assert says in found.says


def test_a_denial_of_replacement_flips(bench: Bench) -> None:
    found = judge(bench, "supersedes", "rus-prk-2024", others=("rus-prk-2000",), word="replaces", negated=True)
    assert found.word == "contradicted"


def test_what_was_replaced_in_two_steps_is_continued(bench: Bench) -> None:
    pact = invented(bench, clause("1", "defence", HELP), supersedes=("rus-prk-2024",))
    assert judge(pact, "supersedes", "pact", others=("rus-prk-2000",), word="continues").word == "supported"
    assert judge(pact, "supersedes", "pact", others=("rus-prk-2000",), word="replaces").word == "partly"


def test_continuing_the_aims_of_earlier_texts_is_the_speakers_view(bench: Bench) -> None:
    older = ("sun-prk-1961", "rus-prk-2000", "pyongyang-declaration-2000", "moscow-declaration-2001")
    found = judge(bench, "supersedes", "rus-prk-2024", others=older, word="continues")
    assert found.word == "partly"
    assert "speaker's view" in found.says
    assert judge(bench, "supersedes", "rus-prk-2024", others=("chn-prk-1961",), word="continues").word == "contradicted"
    assert judge(bench, "supersedes", "unscr-2397", others=("unscr-1718",), word="continues").word == "supported"
    assert judge(bench, "supersedes", "rus-prk-2000", others=("rus-prk-2024",), word="continues").word == "contradicted"


# --- nature ---


def test_an_adversary_that_a_clause_names(bench: Bench) -> None:
    assert judge(bench, "directed_against", "chn-sun-1950", states=("JPN",)).word == "supported"
    assert judge(bench, "directed_against", "chn-sun-1950", negated=True).word == "contradicted"
    other = judge(bench, "directed_against", "chn-sun-1950", states=("USA",), negated=True)
    assert other.word == "not_checkable"
    assert other.core
    assert "Japan" in other.core.says


def test_a_text_that_says_that_it_is_aimed_at_nobody(bench: Bench) -> None:
    assert judge(bench, "directed_against", "chn-rus-2001", negated=True).word == "supported"
    assert judge(bench, "directed_against", "sun-vnm-1978", states=("CHN",)).word == "contradicted"
    assert judge(bench, "directed_against", "sco-charter-2002", negated=True).word == "supported"


def test_whom_a_text_has_in_view_is_not_judged_where_it_names_nobody(bench: Bench) -> None:
    found = judge(bench, "directed_against", "rus-prk-2024", negated=True)
    assert found.word == "not_checkable"
    assert found.core
    assert found.core.word == "supported"
    assert judge(bench, "directed_against", "aukus-2021", states=("CHN",)).word == "not_checkable"


def test_sanctions_are_aimed_at_their_target(bench: Bench) -> None:
    assert judge(bench, "directed_against", "unscr-2397", states=("PRK",)).word == "supported"


@pytest.mark.parametrize(
    ("about", "atop", "pact"),
    [
        ("rus-prk-2024", "is an alliance", "is an alliance"),
        ("chn-rus-2001", "is an alliance", "is not an alliance"),
        ("aukus-2021", "is not an alliance", "is not an alliance"),
        ("camp-david-2023", "open", "is not an alliance"),
        ("washington-declaration-2023", "open", "open"),
        ("rus-vnm-1994", "is an alliance", "open"),
        ("unscr-1718", "is not an alliance", "is not an alliance"),
    ],
)
def test_an_alliance_depends_on_the_definition(bench: Bench, about: str, atop: str, pact: str) -> None:
    found = judge(bench, "is_alliance", about, text="not an alliance based on Western patterns", negated=True)
    assert found.word == "definitional"
    assert [outcome for _, outcome, _ in found.outcomes] == [atop, pact, "open"]


def test_consultation_counts_for_atop_only_in_a_crisis(bench: Bench) -> None:
    consult = Duty(must="consult")
    calm = invented(bench, clause("1", "consultation", consult))
    crisis = invented(bench, clause("1", "consultation", consult, when=ArmedAttack()))
    assert judge(calm, "is_alliance", "pact").outcomes[0][1] == "is not an alliance"
    assert judge(crisis, "is_alliance", "pact").outcomes[0][1] == "is an alliance"


def test_a_resolution_is_no_agreement_of_states(bench: Bench) -> None:
    pact = invented(bench, clause("1", "nonaggression", Duty(must_not="use_force")), kind="resolution")
    assert judge(pact, "is_alliance", "pact").outcomes[0][1:] == ("is not an alliance", "it is no agreement of states")


def test_the_speakers_words_are_shown_with_what_the_record_has_on_them(bench: Bench) -> None:
    words = "does not aim to form a military alliance based on Western patterns"
    definition, _, why = judge(bench, "is_alliance", "rus-prk-2024", text=words).outcomes[2]
    assert words in definition
    assert "no joint organs" in why
    assert "article 9" in judge(bench, "is_alliance", "north-atlantic-1949", text="a bloc").outcomes[2][2]


@pytest.mark.parametrize(
    ("about", "word", "verdict"),
    [
        ("rus-prk-2024", "defensive", "supported"),
        ("rus-prk-2024", "offensive", "contradicted"),
        ("aukus-2021", "defensive", "not_in_corpus"),
    ],
)
def test_defensive_and_offensive_go_by_the_kinds_on_record(bench: Bench, about: str, word: str, verdict: str) -> None:
    assert judge(bench, "is_defensive", about, word=word).word == verdict
    assert judge(bench, "is_defensive", about, word=word, negated=True).word == FLIPPED.get(verdict, verdict)


def test_a_promise_to_attack_is_not_defensive(bench: Bench) -> None:
    pact = invented(bench, clause("1", "defence", HELP), clause("2", "offence", Duty(must="join_attack")))
    assert judge(pact, "is_defensive", "pact", word="defensive").word == "contradicted"
    assert judge(pact, "is_defensive", "pact", word="offensive").word == "supported"


def test_peaceful_is_not_judged_but_its_core_is(bench: Bench) -> None:
    found = judge(bench, "is_defensive", "rus-prk-2024", word="peaceful")
    assert found.word == "not_checkable"
    assert found.core
    assert found.core.word == "supported"


def test_opinions_are_not_judged_even_of_unknown_instruments(bench: Bench) -> None:
    assert judge(bench, "opinion", "rus-prk-2024").word == "not_checkable"
    claim = Claim(0, 1, "", "opinion", (), "the Rapallo treaty", Speaker())
    assert check(bench, claim).word == "not_checkable"

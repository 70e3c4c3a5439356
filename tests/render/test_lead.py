"""The first sentence of an answer: true, short and grammatical."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from foedera.api import Treaties, load
from foedera.corpus.suppose import suppose_text
from foedera.datasets.store import install
from foedera.dates import Day
from foedera.render.lead import sentence
from foedera.render.record_end import beyond
from foedera.render.summary import in_short
from foedera.render.tally import Part, enumerated, merged, number, said

INVENTED = Path(__file__).parents[2] / "examples" / "data" / "atop-invented.csv"
ALLIANCES = """\
- kind: treaty
  id: imagined-offence
  title: An imagined pact of attack
  binding: legal
  parties: [{state: DEU}, {state: ITA}, {state: HUN}]
  signed: {on: 1939-05-01}
  in_force: {on: 1939-05-02}
  ends: indefinite
  sources: [imagined]
  confidence: memory
  references:
    imagined: {type: tertiary, title: Imagined for this test}
  provisions:
    - article: 1
      kind: [offence]
      summary: If one party attacks another state, the others join it.
      when: {act: {kind: [armed_attack], by: beneficiary, toward: any_state}}
      duties: [{who: obligor, must: join_attack, to: beneficiary, against: adversary, request: none}]
      sources: [imagined]
      confidence: memory
- kind: treaty
  id: imagined-help
  title: An imagined pact of help in any war
  binding: legal
  parties: [{state: DEU}, {state: JPN}]
  signed: {on: 1939-05-01}
  in_force: {on: 1939-05-02}
  ends: indefinite
  sources: [imagined]
  confidence: memory
  references:
    imagined: {type: tertiary, title: Imagined for this test}
  provisions:
    - article: 1
      kind: [defence]
      summary: If one party is at war, the other helps it.
      when: {act: {kind: [armed_attack], by: beneficiary, toward: any_state}}
      duties:
        - {who: obligor, must: give_military_assistance, to: beneficiary, request: none}
        - {who: obligor, must: consult, to: beneficiary, request: none}
      sources: [imagined]
      confidence: memory
- kind: treaty
  id: imagined-defence
  title: An imagined pact of defence
  binding: legal
  parties: [{state: POL}, {state: FRA}]
  signed: {on: 1939-05-01}
  in_force: {on: 1939-05-02}
  ends: indefinite
  sources: [imagined]
  confidence: memory
  references:
    imagined: {type: tertiary, title: Imagined for this test}
  provisions:
    - article: 1
      kind: [defence]
      summary: If one party is attacked, the other helps it.
      when: {armed_attack: {on: beneficiary, by: any_state}}
      duties: [{who: obligor, must: give_military_assistance, to: beneficiary, against: adversary}]
      sources: [imagined]
      confidence: memory
"""


@pytest.fixture(scope="module")
def treaties() -> Treaties:
    return load()


def short(treaties: Treaties, actor: str, target: str, on: str, **more: str) -> str:
    return in_short(treaties.world, treaties.ask(actor, target, on=on, **more))


def test_allies_of_the_attacker_are_told_apart_from_helpers_of_the_attacked(treaties: Treaties) -> None:
    supposed = Treaties(suppose_text(treaties.world, ALLIANCES, "supposed.yaml"))
    clauses = short(supposed, "DEU", "POL", "1939-09-01").rstrip(".").split("; ")
    assert "France must help" in clauses
    assert any(re.fullmatch(r"Japan must help Germany and must consult with Germany", one) for one in clauses), clauses
    joining = [one for one in clauses if "join the attack" in one]
    assert joining, clauses
    assert all("Hungary and Italy" in one and "help" not in one for one in joining)


@pytest.mark.parametrize(
    ("actor", "target", "on"),
    [("RUS", "UKR", "2022-02-24"), ("CHN", "TWN", "2025-06-01"), ("ISR", "IRN", "2025-06-13")],
)
def test_what_is_open_for_the_actor_is_told_and_not_passed_over(
    treaties: Treaties, actor: str, target: str, on: str
) -> None:
    text = short(treaties, actor, target, on)
    assert f"whether {treaties.world.name(actor)} may do this is open" in text
    assert "must not" not in text


def test_must_not_is_said_only_of_a_prohibition_that_is_due(treaties: Treaties) -> None:
    text = short(treaties, "IND", "PAK", "2025-05-07")
    assert text == "India and Pakistan have duties other than to help or to consult; India must not do this."


def test_many_states_are_counted_and_named_once(treaties: Treaties) -> None:
    text = short(treaties, "RUS", "POL", "2025-06-01")
    assert text == (
        "35 states must help (Albania, Austria, Belgium and 32 more); 26 of these must consult; "
        "31 of these have other duties; Russia must not do this."
    )


def test_one_state_has_and_two_states_have(treaties: Treaties) -> None:
    assert "United States must help and has other duties" in short(treaties, "CHN", "JPN", "2025-06-01")
    assert "Iraq and Kuwait have other duties" in short(treaties, "KWT", "IRQ", "1990-08-02")


def test_state_that_must_help_is_not_told_again_as_one_that_perhaps_must(treaties: Treaties) -> None:
    assert short(treaties, "ARM", "AZE", "2025-06-01") == "Turkey must help; Armenia must not do this."


@pytest.mark.parametrize(
    ("actor", "target", "on"),
    [
        ("IRQ", "KWT", "1990-08-02"),
        ("USA", "VEN", "2025-12-01"),
        ("IRN", "SAU", "2025-12-01"),
        ("RUS", "POL", "2025-06-01"),
        ("UKR", "RUS", "2024-12-10"),
    ],
)
def test_sentence_is_short_and_has_no_list_twice(treaties: Treaties, actor: str, target: str, on: str) -> None:
    text = sentence(treaties.world, treaties.ask(actor, target, on=on))
    assert len(text) <= 300
    lists = re.findall(r"\w+, \w+, \w+", text)
    assert len(lists) == len(set(lists))


def test_sentence_that_would_be_too_long_counts_more_and_names_less(
    treaties: Treaties, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = treaties.ask("UKR", "RUS", on="2024-12-10")
    full = sentence(treaties.world, answer)
    monkeypatch.setattr("foedera.render.lead._LONGEST", len(full) - 1)
    assert sentence(treaties.world, answer).startswith("Six states may have to help (arguable: Armenia, Belarus and")


def test_day_after_the_record_is_warned_about_and_a_day_within_is_not(treaties: Treaties) -> None:
    assert "it assumes that nothing changes." in short(treaties, "RUS", "POL", "2250-01-01")
    assert "assumes" not in short(treaties, "RUS", "POL", "2025-06-01")


def test_record_goes_as_far_as_what_is_supposed_to_have_happened(treaties: Treaties) -> None:
    later = ALLIANCES.replace("1939-05-01", "2190-05-01").replace("1939-05-02", "2190-05-02")
    world = suppose_text(treaties.world, later, "supposed.yaml")
    answer = treaties.question("RUS", "POL", on="2250-01-01")
    assert "(2190-05-02)" in beyond(world, answer)


def test_number_is_a_word_to_twelve() -> None:
    assert [number(one) for one in (1, 12, 13)] == ["one", "twelve", "13"]


def test_enumeration_has_commas_and_one_and() -> None:
    assert [enumerated("ABC"[:many]) for many in (1, 2, 3)] == ["A", "A and B", "A, B and C"]


def test_parts_of_the_same_states_become_one_unless_one_is_marked(treaties: Treaties) -> None:
    nato = ("POL", "FRA")
    parts = merged([
        Part(nato, "must help", "must help"),
        Part(nato[::-1], "has a say", "have a say"),
        Part(nato, "may err", "may err", "arguable"),
    ])  # fmt: skip
    assert list(said(treaties.world, parts, 6)) == [
        "France and Poland must help and have a say",
        "France and Poland may err (arguable)",
    ]


def test_states_told_before_are_counted_against_them(treaties: Treaties) -> None:
    many = ("ALB", "BEL", "CAN", "DNK", "EST", "FRA", "DEU")
    told = [Part(many, "", "come"), Part(many[:6], "", "stay"), Part(many[:5], "", "sing")]
    fresh = Part((*many[:6], "POL"), "", "go")
    assert list(said(treaties.world, [*told, Part(many[1:6], "", "eat"), fresh], 6)) == [
        "seven states come (Albania, Belgium, Canada and four more)",
        "all of these but Germany stay",
        "all of these but France and Germany sing",
        "all of these but Albania and Germany eat",
        "seven states go",
    ]
    assert list(said(treaties.world, [Part(many, "", "come"), Part(many[:4], "", "stay")], 6))[1].startswith("Albania,")


def test_complete_list_ends_the_record_with_its_last_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, treaties: Treaties
) -> None:
    monkeypatch.setenv("FOEDERA_HOME", str(tmp_path))
    install("atop", INVENTED, treaties.world.records.states)
    atop = load(source="atop").world
    after = atop.records.coverage["atop"].until
    assert after
    last, first_beyond = Day.exact(after.first - 1), Day.exact(after.first)
    assert not beyond(atop, treaties.question("FRA", "DEU", on=last.text))
    assert f"({last})" in beyond(atop, treaties.question("FRA", "DEU", on=first_beyond.text))

"""Every rule on invented wars: what holds with it, and what another answer there is when it is taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from invented_wars import CODES, attack, member

from foedera.model.world import Corpus
from foedera.wars.cases import open_bench
from foedera.wars.rows import rows
from foedera.wars.rules import RULES

if TYPE_CHECKING:
    from invented_wars import Library

PACT = [member("FRA", defense=1), member("ESP", defense=1)]

CASES: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]], bool]] = {
    "joiners": (
        [attack("BGR", "ROU"), attack("ITA", "ESP", "1925-05-01", joiner=1)],
        [*PACT, member("ROU", alliance=9002, consul=1), member("SWE", alliance=9002, consul=1)],
        True,
    ),
    "going-on": (
        [attack("ITA", "ESP")],
        [member("FRA", "1925-06-01", defense=1), member("ESP", "1925-06-01", defense=1)],
        True,
    ),
    "last-day": (
        [attack("ITA", "ESP")],
        [member("FRA", until="1925-03-01", defense=1), member("ESP", until="1925-03-01", defense=1)],
        True,
    ),
    "member-days": (
        [attack("ITA", "ESP")],
        [member("FRA", until="1925-02-01", defense=1), member("ESP", defense=1), member("PRT", consul=1)],
        False,
    ),
    "direction": ([attack("ITA", "ESP")], [member("FRA"), member("ESP", defense=1)], False),
    "named-adversary": (
        [attack("ITA", "ESP")],
        [member(state, defense=1, defcoadv=1, statthr1=CODES["GRC"], specthrt=1) for state in ("FRA", "ESP")],
        False,
    ),
    "place": ([attack("ITA", "ESP")], [member(state, defense=1, defcoloc=1) for state in ("FRA", "ESP")], False),
    "ongoing-conflict": (
        [attack("ITA", "ESP")],
        [member(state, defense=1, defcocon=1) for state in ("FRA", "ESP")],
        False,
    ),
    "no-provocation": (
        [attack("ESP", "PRT"), attack("ITA", "ESP", "1925-05-01", joiner=1)],
        [member(state, defense=1, defconpr=1) for state in ("FRA", "ESP")],
        False,
    ),
    "neutral-if-attacked": (
        [attack("ESP", "ITA")],
        [member(state, neutral=1, neucoatt=1) for state in ("FRA", "ESP")],
        False,
    ),
    "fellow-members": ([attack("FRA", "ESP")], [member(state, nonagg=1) for state in ("FRA", "ESP")], True),
}
"""Rule to attacks, members, and whether the first alliance leans to yes with it."""


@pytest.mark.parametrize("rule", CASES)
def test_rule_decides_and_without_it_the_answer_is_another(library: Library, rule: str) -> None:
    attacks, members, expected = CASES[rule]
    with_it = {row.treaty.atop_id: row.leaning for row in library.rows(attacks, members)}
    without = {row.treaty.atop_id: row.leaning for row in library.rows(attacks, members, without=rule)}
    assert with_it[9001] is expected
    assert without.get(9001, False) is not expected


def test_every_rule_has_a_case_here() -> None:
    assert list(CASES) == [rule.id for rule in RULES]


def test_every_rule_names_its_source() -> None:
    assert all(rule.source and rule.statement.endswith(".") for rule in RULES)


def test_rules_know_no_state_war_or_treaty() -> None:
    text = " ".join(f"{rule.id} {rule.statement} {rule.without}" for rule in RULES)
    assert not any(letter.isdecimal() for letter in text)


def test_attack_on_a_member_makes_the_other_owe_help(library: Library) -> None:
    row = library.row([attack("ITA", "ESP")], PACT)
    assert (row.status, row.leaning, row.kinds, row.obligors, row.day) == (
        "due", True, ("defence",), ("FRA",), "1925-03-01",
    )  # fmt: skip
    assert row.hinges_on == ()


def test_help_is_not_owed_to_the_attacker(library: Library) -> None:
    row = library.row([attack("ESP", "ITA")], PACT)
    assert (row.status, row.leaning, row.findings) == ("not_due", False, ())


def test_joiner_counts_from_its_own_day(library: Library) -> None:
    attacks = [attack("BGR", "ESP"), attack("ITA", "ESP", "1925-05-01", joiner=1)]
    row = library.row(
        attacks, [member(s, defense=1, defcoadv=1, statthr1=CODES["ITA"], specthrt=1) for s in ("FRA", "ESP")]
    )
    assert (row.status, row.day) == ("due", "1925-05-01")


def test_state_attacked_later_in_the_war_is_owed_help_from_that_day(library: Library) -> None:
    row = library.row([attack("ITA", "GRC"), attack("ITA", "ESP", "1925-07-15")], PACT)
    assert (row.status, row.day, row.obligors) == ("due", "1925-07-15", ("FRA",))


def test_alliance_made_in_the_course_of_a_war_and_about_it(library: Library) -> None:
    members = [member(state, "1925-06-01", defense=1, defcocon=1) for state in ("FRA", "ESP")]
    row = library.row([attack("ITA", "ESP")], members)
    assert (row.status, row.leaning, row.day, row.hinges_on) == (
        "arguable", True, "1925-06-01", ("reaches_prior_attack",),
    )  # fmt: skip


def test_alliance_about_an_earlier_conflict_is_open_and_leans_to_no(library: Library) -> None:
    row = library.row([attack("ITA", "ESP")], CASES["ongoing-conflict"][1])
    assert (row.status, row.leaning, row.hinges_on) == ("arguable", False, ("ongoing_conflict",))


def test_alliance_that_ended_earlier_in_the_year_has_a_row(library: Library) -> None:
    row = library.row([attack("ITA", "ESP")], [member(s, until="1925-01-31", defense=1) for s in ("FRA", "ESP")])
    assert (row.status, row.leaning) == ("not_due", False)


def test_alliance_that_ended_the_year_before_has_none(library: Library) -> None:
    members = [member(s, until="1924-12-31", defense=1) for s in ("FRA", "ESP")]
    assert library.rows([attack("ITA", "ESP")], members) == []


def test_named_adversary_makes_it_due_and_its_place_leans_to_yes(library: Library) -> None:
    named = {"defcoadv": 1, "statthr1": CODES["ITA"], "specthrt": 1}
    due = library.row([attack("ITA", "ESP")], [member(s, defense=1, **named) for s in ("FRA", "ESP")])
    placed = library.row([attack("ITA", "ESP")], [member(s, defense=1, defcoloc=1, **named) for s in ("FRA", "ESP")])
    assert (due.status, due.leaning) == ("due", True)
    assert (placed.status, placed.leaning, placed.hinges_on) == ("arguable", True, ("theatre",))


def test_adversary_of_another_kind_of_promise_does_not_confine_this_one(library: Library) -> None:
    members = [member(s, defense=1, offense=1, offcoadv=1, statthr1=CODES["GRC"]) for s in ("FRA", "ESP")]
    assert library.row([attack("ITA", "ESP")], members).status == "due"


@pytest.mark.parametrize(("names", "leaning"), [({}, True), ({"statthr1": CODES["GRC"], "specthrt": 2}, False)])
def test_adversary_that_the_source_does_not_name(library: Library, names: dict[str, int], *, leaning: bool) -> None:
    members = [member(s, defense=1, defcoadv=1, **names) for s in ("FRA", "ESP")]
    row = library.row([attack("ITA", "ESP")], members)
    assert (row.status, row.leaning) == ("arguable", leaning)


def test_members_that_fight_each_other_put_nonaggression_to_the_test_and_help_is_not_owed_to_oneself(
    library: Library,
) -> None:
    row = library.row([attack("FRA", "ESP")], [member(s, defense=1, nonagg=1) for s in ("FRA", "ESP")])
    assert (row.kinds, row.obligors) == (("nonaggression",), ("FRA",))


def test_third_member_owes_help_against_a_member_open_in_law_and_leaning_to_yes(library: Library) -> None:
    row = library.row([attack("FRA", "ESP")], [member(s, defense=1) for s in ("FRA", "ESP", "PRT")])
    assert (row.status, row.leaning, row.obligors, row.hinges_on) == ("arguable", True, ("PRT",), ("fellow_member",))


def test_victim_of_an_attack_does_not_breach_nonaggression(library: Library) -> None:
    row = library.row([attack("FRA", "ESP")], [member("FRA"), member("ESP", nonagg=1)])
    assert row.status == "not_due"


def test_offence_is_owed_when_the_partner_attacks(library: Library) -> None:
    members = [member(s, offense=1) for s in ("FRA", "ESP")]
    assert library.row([attack("ESP", "ITA")], members).kinds == ("offence",)
    assert library.row([attack("ITA", "ESP")], members).status == "not_due"


def test_neutrality_is_owed_whoever_began(library: Library) -> None:
    members = [member(s, neutral=1) for s in ("FRA", "ESP")]
    assert library.row([attack("ESP", "ITA")], members).kinds == ("neutrality",)
    assert library.row([attack("ITA", "ESP")], members).kinds == ("neutrality",)


def test_promise_without_provocation_is_open_in_law_and_leans_to_yes(library: Library) -> None:
    members = [member(s, defense=1, defconpr=1) for s in ("FRA", "ESP")]
    row = library.row([attack("ITA", "ESP")], members)
    assert (row.status, row.leaning, row.hinges_on) == ("arguable", True, ("unprovoked",))


def test_attack_of_ones_own_is_on_record_as_provocation(library: Library) -> None:
    attacks, members, _ = CASES["no-provocation"]
    row = library.row(attacks, members)
    assert (row.status, row.findings) == ("not_due", ())


def test_promise_to_consult_is_not_counted(library: Library) -> None:
    row = library.row([attack("ITA", "ESP")], [member(s, consul=1) for s in ("FRA", "ESP")])
    assert (row.status, row.findings) == ("not_due", ())


def test_entry_known_by_its_year_only_is_open_and_leans_to_yes(library: Library) -> None:
    members = [member(s, since="1925-0-0", defense=1) for s in ("FRA", "ESP")]
    row = library.row([attack("ITA", "ESP")], members)
    assert row.leaning
    assert row.status == "arguable"
    assert set(row.hinges_on) <= {"in_force", "party", "reaches_prior_attack"}


def test_treaty_whose_parties_have_no_days_of_their_own_has_rows_from_its_entry_into_force(library: Library) -> None:
    world = library.world(*PACT)
    pact = world.records.instruments["atop-9001"]
    parties = tuple(replace(party, since=None, until=None) for party in pact.parties)
    bare = library.bare(Corpus(instruments={pact.id: replace(pact, parties=parties)}))
    wars = library.wars(attack("ITA", "ESP", "1919-01-01", "1919-02-02"), attack("ITA", "ESP", war=2))
    bench = open_bench(bare, wars)
    assert [[row.status for row in rows(bench, war)] for war in wars] == [[], ["due"]]

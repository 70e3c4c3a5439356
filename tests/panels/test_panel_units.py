"""Panels of states, treaties and attacks by year; columns in every unit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from panel_worlds import clause, covered, panel, party, rows, state, treaty, world
from test_panel_days import DAYS, FIRST, KINDS, LAST, exists, worlds

from foedera.dates import Day
from foedera.engine.ask import ask
from foedera.engine.question import from_ask
from foedera.law.leading import entries
from foedera.model import conditions as c
from foedera.model.doctrine import Coverage
from foedera.model.instruments import Duty
from foedera.model.questions import Ask
from foedera.panels.attacks import attack_years
from foedera.panels.build import build, frame
from foedera.panels.request import parse_request

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
HELP = clause("defence", duties=(Duty(must="give_military_assistance", request="none"),), when=c.ArmedAttack())


# --- states ---


def test_a_state_owes_and_is_owed_by_partners_and_treaties() -> None:
    alliance = treaty("alliance", "ABC", clause("defence"), clause("consultation", obligors=("A",)))
    other = treaty("other", "AB", since="1901-06-01")
    table = panel(world("ABC", [alliance, other]), "state-year", 1900, 1901)
    names = ("state", "year", "complete", "owes_defence_partners", "owes_defence_treaties", "owed_defence_partners")
    assert rows(table, *names) == [
        ("A", 1900, 1, 2, 1, 2), ("A", 1901, 1, 2, 2, 2),
        ("B", 1900, 1, 2, 1, 2), ("B", 1901, 1, 2, 2, 2),
        ("C", 1900, 1, 2, 1, 2), ("C", 1901, 1, 2, 1, 2),
    ]  # fmt: skip
    consultation = rows(table.filter(year=1900), "owes_consultation_partners", "owed_consultation_partners")
    assert consultation == [(2, 0), (0, 1), (0, 1)]


def test_a_number_is_a_least_one_where_there_may_be_more_and_never_zero() -> None:
    one = world("AB", [treaty("t", "AB", clause("defence", obligors=("A",)))], [])
    table = panel(one, "state-year", 1900, 1900)
    assert rows(table, "complete", "owes_defence_partners", "owed_defence_treaties", "owes_neutrality_partners") == [
        (0, 1, None, None),
        (0, None, 1, None),
    ]


def test_a_doubtful_promise_makes_the_numbers_of_both_incomplete() -> None:
    one = world("ABC", [treaty("t", "AB", since="[1900-01-01..1905-01-01]")])
    table = panel(one, "state-year", 1900, 1900)
    assert rows(table, "complete", "owes_defence_partners") == [(0, None), (0, None), (1, 0)]


def test_states_on_one_day_of_the_year() -> None:
    one = world("AB", [treaty("t", "AB", since="1900-07-02")])
    table = panel(one, "state-year", 1900, 1901, aggregate="on", on_day="07-01")
    assert rows(table.filter(state="A"), "year", "owes_defence_partners") == [(1900, 0), (1901, 1)]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(worlds())
def test_partners_are_those_of_the_dyads(one: Any) -> None:
    first, last = FIRST.isoformat(), LAST.isoformat()
    dyads = panel(one, "directed-dyad-year", first, last)
    table = panel(one, "state-year", first, last)
    assert len(table) == len(
        {(name, day.year) for name in "ABCD" for day in DAYS if exists(one, name, day.toordinal())}
    )
    for row in table.iter_rows(named=True):
        pairs = [p for p in dyads.iter_rows(named=True) if p["year"] == row["year"]]
        own = [p for p in pairs if row["state"] in (p["obligor"], p["beneficiary"])]
        is_open = any(p[kind] is None for p in own for kind in KINDS) and not row["complete"]
        for kind in KINDS:
            assert row["complete"] == 0 or all(p[kind] is not None for p in own)
            for direction, role in (("owes", "obligor"), ("owed", "beneficiary")):
                count = sum(p[kind] == 1 for p in pairs if p[role] == row["state"])
                assert row[f"{direction}_{kind}_partners"] == (count or (0 if row["complete"] else None))
        assert is_open or row["complete"] in (0, 1)


def test_capabilities_stand_beside_the_states(imported: object, treaties: Any) -> None:
    assert imported
    request = parse_request("state-year", 1901, 1902, with_capabilities=True)
    table = frame(treaties.world, request)
    found = rows(table.filter(state=220), "year", "milex", "irst", "cinc")
    assert found[0] == (1901, None, None, 0.25)


# --- treaties ---


def test_a_treaty_has_a_row_for_every_year_in_force() -> None:
    old = clause("offence", article="1@old", until="1901-07-01")
    alliance = treaty("t", ["A", "B", party("C", "1902-02-02")], HELP, old, until="1903-01-01", atop_id=77)
    table = panel(world("ABC", [alliance]), "treaty-year", 1899, 1904)
    names = (
        "treaty",
        "atop_id",
        "year",
        "binding",
        "in_force",
        "defence",
        "offence",
        "neutrality",
        "parties",
        "party_ids",
    )
    assert rows(table, *names) == [
        ("t", 77, 1900, "legal", 1, 1, 1, 0, 2, "A;B"),
        ("t", 77, 1901, "legal", 1, 1, 1, 0, 2, "A;B"),
        ("t", 77, 1902, "legal", 1, 1, 0, 0, 3, "A;B;C"),
    ]


def test_a_treaty_on_one_day_of_the_year() -> None:
    table = panel(
        world("AB", [treaty("t", "AB", since="1900-07-02")]), "treaty-year", 1900, 1901, aggregate="on", on_day="07-01"
    )
    assert rows(table, "year") == [(1901,)]


def test_doubtful_force_is_empty_and_so_is_the_number_of_parties_of_an_open_list() -> None:
    gap = Coverage("gap", "parties", False, "not all", "open")  # noqa: FBT003
    doubtful = treaty("doubtful", "AB", since="[1900-01-01..1905-01-01]")
    one = world("AB", [doubtful, treaty("open", "AB")], [covered(), gap])
    table = panel(one, "treaty-year", 1900, 1900)
    assert rows(table, "treaty", "in_force", "defence", "parties", "party_ids") == [
        ("doubtful", None, None, 0, None),
        ("open", 1, 1, None, "A;B"),
    ]


def test_political_and_universal_clauses_show_in_the_row_of_their_treaty() -> None:
    hope = treaty("hope", "AB", clause("consultation", duties=(Duty(should="consult"),)), binding="political")
    all_alike = treaty("law", [], clause("nonaggression", obligors=("any_state",), beneficiaries=("any_state",)))
    table = panel(world("AB", [hope, all_alike]), "treaty-year", 1900, 1900)
    assert rows(table, "treaty", "binding", "consultation", "nonaggression") == [
        ("hope", "political", 1, 0),
        ("law", "legal", 0, 1),
    ]


# --- attacks ---


def test_helpers_are_counted_once_in_their_strongest_status() -> None:
    sure, late = (
        treaty("sure", "BC", HELP, since="1900-07-01"),
        treaty("maybe", "BD", HELP, since="[1900-01-01..1902-01-01]"),
    )
    hope = treaty("hope", "BE", HELP, binding="political")
    doubted = treaty("doubted", "BC", HELP, since="[1900-01-01..1902-01-01]")
    table = panel(world("ABCDE", [sure, late, hope, doubted]), "attack-dyad-year", 1900, 1900)
    found = rows(
        table.filter(attacker="A", victim="B"), "due", "due_ids", "expected_ids", "arguable", "arguable_ids", "complete"
    )
    assert found == [(1, "C", "E", 1, "D", 1)]
    assert rows(table.filter(attacker="A", victim="C"), "due_ids") == [("B",)]
    assert rows(table.filter(attacker="C", victim="B"), "due", "due_ids") == [(0, None)]


def test_no_helper_is_zero_only_where_silence_means_none() -> None:
    one = world("AB", [], [covered("1901-01-01")])
    table = panel(one, "attack-dyad-year", 1900, 1901)
    assert rows(table.filter(attacker="A"), "year", "due", "complete") == [(1900, None, 0), (1901, 0, 1)]


def test_helpers_stand_under_the_code_of_the_year() -> None:
    known = [
        state("A", codes=[(1, None, None)]),
        state("B", codes=[(2, None, None)]),
        state("C", codes=[(30, None, "1901-01-01"), (31, "1901-01-01", None)]),
    ]
    one = world(known, [treaty("t", "BC", HELP)])
    members = [(code, 1, 3_652_060) for code in (1, 2, 30, 31)]
    table = attack_years(one, parse_request("attack-dyad-year", 1900, 1901), members)
    assert rows(table.filter(attacker=1, victim=2), "year", "due_ids") == [(1900, "30"), (1901, "31")]


@settings(max_examples=15, deadline=None, derandomize=True)
@given(worlds())
def test_helpers_are_those_that_ask_names(one: Any) -> None:
    table = panel(one, "attack-dyad-year", FIRST.isoformat(), LAST.isoformat())
    strength = {"due": 0, "expected": 1, "arguable": 2}
    for row in table.filter(attacker="A").iter_rows(named=True):
        strongest: dict[str, str] = {}
        for day in DAYS:
            both = (row["attacker"], row["victim"])
            if day.year != row["year"] or not all(exists(one, name, day.toordinal()) for name in both):
                continue
            asked = from_ask(one, Ask(*both, _exact(day)))
            for side, kind, status, who in entries(ask(one, asked)):
                if side == "victim" and kind == "defence" and status in strength and who != row["attacker"]:
                    strongest[who] = min(strongest.get(who, status), status, key=strength.__getitem__)
        for status in strength:
            named = sorted(who for who, held in strongest.items() if held == status)
            found = [who for who in (row[f"{status}_ids"] or "").split(";") if who not in ("", row["attacker"])]
            assert found == named


def _exact(day: Any) -> Day:
    return Day.exact(day.toordinal())


# --- columns ---

UNITS = ("directed-dyad-day", "directed-dyad-year", "dyad-year", "state-year", "treaty-year", "attack-dyad-year")


@pytest.mark.parametrize("columns", ["all", "basic"])
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("system", ["iso", "cow"])
def test_the_codebook_names_the_columns_of_the_table(
    unit: str, columns: str, system: str, imported: object, treaties: Any
) -> None:
    assert imported
    options = [{}, {"expand": True}] if unit == "directed-dyad-day" else [{}]
    options += [{"aggregate": "on", "on_day": "07-01"}] if unit in {"dyad-year", "state-year", "treaty-year"} else []
    options += [{"aggregate": "share"}] if unit == "dyad-year" else []
    options += [{"with_capabilities": True}] if (unit, system) == ("state-year", "cow") else []
    for more in options:
        request = parse_request(unit, "1930-12-30", "1931-01-02", columns=columns, states=system, **more)
        built = build(treaties.world, request)
        table = frame(treaties.world, request)
        assert [column.name for column in built.columns] == table.columns
        assert built.rows == len(table)
        key = [column.name for column in built.columns if column.is_key]
        assert table.select(key).is_duplicated().sum() == 0
        assert table.select(key).null_count().row(0) == (0,) * len(key)

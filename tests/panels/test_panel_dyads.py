"""Panels of pairs: what one invented treaty looks like, when it is not known, and under changing codes."""

from __future__ import annotations

import datetime as dt

import pytest
from panel_worlds import clause, covered, panel, party, rows, state, treaty, world

from foedera.dates import Day
from foedera.law.leading import KINDS
from foedera.model import conditions as c
from foedera.model.doctrine import Coverage
from foedera.model.facts import Dated, Position
from foedera.model.instruments import Duty, Party
from foedera.panels.dyads import dyad_years
from foedera.panels.ground import ground
from foedera.panels.request import PanelError, parse_request

DEFENCE = ("obligor", "beneficiary", "year", "defence")


def test_a_promise_is_one_for_every_year_that_it_touches_and_zero_elsewhere() -> None:
    one = world("AB", [treaty("t", "AB", since="1901-12-31", until="1903-01-01")])
    table = panel(one, "directed-dyad-year", 1900, 1903)
    assert rows(table.filter(obligor="A"), "year", "defence", "offence") == [
        (1900, 0, 0), (1901, 1, 0), (1902, 1, 0), (1903, 0, 0),
    ]  # fmt: skip


def test_promises_are_directed() -> None:
    one = world("AB", [treaty("t", "AB", clause("defence", obligors=("A",)), clause("neutrality", obligors=("B",)))])
    table = panel(one, "directed-dyad-year", 1900, 1900)
    assert rows(table, *DEFENCE, "neutrality") == [("A", "B", 1900, 1, 0), ("B", "A", 1900, 0, 1)]
    undirected = panel(one, "dyad-year", 1900, 1900)
    assert rows(undirected, "state", "partner", "defence", "neutrality") == [("A", "B", 1, 1)]


def test_every_pair_of_the_list_has_a_row_unless_only_the_obligated_are_wanted() -> None:
    one = world("ABC", [treaty("t", "AB", clause("defence", obligors=("A",)))])
    assert len(panel(one, "directed-dyad-year", 1900, 1901)) == 12
    kept = panel(one, "directed-dyad-year", 1900, 1901, only_obligated=True)
    assert rows(kept, *DEFENCE) == [("A", "B", 1900, 1), ("A", "B", 1901, 1)]


def test_a_doubtful_promise_stays_where_only_the_obligated_are_wanted() -> None:
    one = world("AB", [treaty("t", "AB", clause("defence", obligors=("A",)), since="[1900-01-01..1902-01-01]")])
    kept = panel(one, "directed-dyad-year", 1900, 1901, only_obligated=True)
    assert rows(kept, *DEFENCE) == [("A", "B", 1900, None), ("A", "B", 1901, None)]


@pytest.mark.parametrize(("year", "value"), [(1899, None), (1900, 0), (1901, None), (1902, None)])
def test_silence_outside_coverage_is_empty_and_never_zero(year: int, value: int | None) -> None:
    one = world("AB", [], [covered("1900-01-01", "1901-06-01"), covered("1901-06-01", None, complete=False)])
    table = panel(one, "directed-dyad-year", 1899, 1902)
    found = table.filter(year=year).select(*KINDS, "treaties").unique().rows()
    assert found == [(value,) * 6]


def test_a_promise_outside_coverage_is_still_one() -> None:
    one = world("AB", [treaty("t", "AB")], [])
    found = rows(panel(one, "directed-dyad-year", 1900, 1900), "defence", "offence", "treaties")
    assert found == [(1, None, 1), (1, None, 1)]


def test_coverage_of_some_states_covers_the_pairs_between_them() -> None:
    one = world("ABC", [], [covered(None, None, ("A", "B"))])
    table = panel(one, "directed-dyad-year", 1900, 1900)
    assert {(a, b) for a, b, _, value in rows(table, *DEFENCE) if value == 0} == {("A", "B"), ("B", "A")}


def test_coverage_of_events_says_nothing_of_obligations() -> None:
    one = world("AB", [], [covered(subject="events")])
    assert panel(one, "directed-dyad-year", 1900, 1900)["defence"].null_count() == 2


def test_unknown_is_empty_unless_another_day_or_treaty_makes_it_one() -> None:
    doubtful = treaty("doubtful", "AB", since="[1900-01-01..1901-01-01]")
    one = world("AB", [doubtful])
    assert rows(panel(one, "dyad-year", 1900, 1901), "year", "defence") == [(1900, None), (1901, 1)]
    both = world("AB", [doubtful, treaty("sure", "AB", since="1900-05-01")])
    table = panel(both, "dyad-year", 1900, 1900)
    found = rows(table, "defence", "treaties", "treaty_ids", "statuses")
    assert found == [(1, 1, "doubtful;sure", "doubtful;binding")]


def test_a_doubtful_day_is_empty_for_exactly_the_days_in_doubt() -> None:
    one = world("AB", [treaty("t", "AB", since="[1900-03-05..1900-03-10]", until="1900-04")])
    runs = panel(one, "directed-dyad-day", 1900, 1900, columns="basic").filter(obligor="A")
    day = dt.date
    assert rows(runs, "since", "until", "defence") == [
        (day(1900, 1, 1), day(1900, 3, 5), 0),
        (day(1900, 3, 5), day(1900, 3, 10), None),
        (day(1900, 3, 10), day(1900, 4, 1), 1),
        (day(1900, 4, 1), day(1900, 4, 30), None),
        (day(1900, 4, 30), day(1901, 1, 1), 0),
    ]


def test_share_of_a_leap_year() -> None:
    one = world("AB", [treaty("t", "AB", since="1904-12-01", until="1905-01-01")])
    table = panel(one, "dyad-year", 1904, 1905, aggregate="share")
    assert rows(table, "year", "defence") == [(1904, pytest.approx(31 / 366)), (1905, 0)]


def test_share_counts_the_days_on_which_both_exist() -> None:
    one = world(
        [state("A"), state("B", ("1901-07-01", None))], [treaty("t", "AB", since="1901-07-01", until="1901-08-01")]
    )
    assert rows(panel(one, "dyad-year", 1901, 1901, aggregate="share"), "defence") == [(pytest.approx(31 / 184),)]


def test_a_year_on_a_day_looks_at_that_day_only() -> None:
    one = world("AB", [treaty("t", "AB", since="1900-07-01", until="1901-07-01")])
    table = panel(one, "dyad-year", 1899, 1902, aggregate="on", on_day="07-01")
    assert rows(table, "year", "defence") == [(1899, 0), (1900, 1), (1901, 0), (1902, 0)]


def test_a_pair_has_rows_only_while_both_are_in_the_list() -> None:
    one = world(
        [state("A"), state("B", ("1900-01-01", "1901-01-01"), ("1903-05-01", None))],
        [treaty("t", "AB", since="1890-01-01")],
    )
    table = panel(one, "dyad-year", 1899, 1904, columns="basic")
    assert rows(table, "year") == [(1900,), (1903,), (1904,)]


# --- codes ---


def _coded() -> list:
    return [
        state("A", ("1800-01-01", "1902-07-01"), codes=[(7, None, None)]),
        state(
            "A2",
            ("1902-07-01", None),
            codes=[(7, None, "1904-01-01"), (8, "1904-01-01", None)],
            continues=("A", "1902-07-01"),
        ),
        state("B", codes=[(3, None, None)]),
        state("X"),
    ]


MEMBERS = [(3, 1, 3_652_060), (7, 1, 3_652_060), (8, 1, 3_652_060)]


def _listed(one, first: int, last: int, members=MEMBERS, **options):
    return dyad_years(ground(one, parse_request("directed-dyad-year", first, last, states="cow", **options), members))


def test_a_code_stands_for_the_state_that_bears_it_on_the_day() -> None:
    one = world(_coded(), [treaty("t", ["A", "B"], clause("defence", obligors=("A",)))])
    table = _listed(one, 1901, 1905, only_obligated=True)
    assert rows(table, "obligor", "beneficiary", "year") == [
        (7, 3, 1901), (7, 3, 1902), (7, 3, 1903), (8, 3, 1904), (8, 3, 1905),
    ]  # fmt: skip


def test_a_spell_goes_on_where_one_state_continues_another_under_the_same_code() -> None:
    one = world(_coded(), [treaty("t", ["A", "B"], clause("defence", obligors=("A",)))])
    table = _listed(one, 1903, 1904, only_obligated=True)
    assert rows(table, "obligor", "obligated_since") == [(7, dt.date(1900, 1, 1)), (8, dt.date(1904, 1, 1))]


def test_members_outside_the_list_are_dropped_and_counted() -> None:
    one = world(_coded(), [treaty("t", ["A", "B", "X"])])
    found = ground(one, parse_request("directed-dyad-year", 1901, 1901, states="cow"), MEMBERS)
    assert set(dyad_years(found)["obligor"]) == {3, 7, 8}
    assert (found.outside.kept, found.outside.dropped, found.outside.states) == (2, 4, ("X",))


def test_a_promise_counts_only_on_days_on_which_both_are_in_the_list() -> None:
    one = world(_coded(), [treaty("t", ["A", "B"], until="1901-03-01")])
    late = dt.date(1901, 3, 1).toordinal()
    table = _listed(one, 1901, 1901, [(3, 1, 3_652_060), (7, late, 3_652_060)])
    assert rows(table, "defence") == [(0,), (0,)]


def test_an_empty_list_is_told() -> None:
    one = world("AB", [])
    with pytest.raises(PanelError, match="no state is in the list 'cow' from 2000-01-01 to 2000-12-31") as told:
        _listed(one, 2000, 2000, [(3, 1, 700_000)])
    assert told.value.hint == "the list ends earlier"


# --- details ---


def test_details_of_several_treaties() -> None:
    attack = c.All((c.ArmedAttack(), c.AdversaryIs(("C",))))
    first = treaty(
        "a",
        "AB",
        clause("defence", when=attack, duties=(Duty(must="x", discretion="how"),)),
        since="1901-02-03",
        until="1902-05-01",
    )
    second = treaty(
        "b",
        "AB",
        clause("consultation", "nonaggression", duties=(Duty(must="x", discretion="none"),)),
        since="1902-03-01",
    )
    hope = treaty("p", "AB", clause("offence"), since="1902-01-01", binding="political")
    table = panel(world("ABC", [first, second, hope]), "dyad-year", 1901, 1903).filter(state="A", partner="B")
    names = ("year", "defence", "offence", "consultation", "treaties", "treaty_ids", "statuses", "obligated_since")
    assert rows(table, *names) == [
        (1901, 1, 0, 0, 1, "a", "binding", dt.date(1901, 2, 3)),
        (1902, 1, 0, 1, 2, "a;b;p", "binding;binding;political", dt.date(1901, 2, 3)),
        (1903, 0, 0, 1, 1, "b;p", "binding;political", dt.date(1901, 2, 3)),
    ]
    assert rows(table, "conditional", "unconditional_kinds", "discretion") == [
        (1, None, "how"),
        (1, "nonaggression;consultation", "none;how"),
        (0, "nonaggression;consultation", "none"),
    ]


def test_a_gap_begins_a_new_spell() -> None:
    spells = [party("A", "1900-01-01", "1902-05-01"), party("A", "1902-06-01"), Party("B")]
    table = panel(world("AB", [treaty("t", spells)]), "dyad-year", 1901, 1902)
    assert rows(table, "obligated_since") == [(dt.date(1900, 1, 1),), (dt.date(1902, 6, 1),)]


def test_a_spell_may_begin_before_the_panel_and_before_the_list() -> None:
    one = world(_coded(), [treaty("t", ["A", "B"], since="1880-05-05", until="1902-01-01")])
    late = dt.date(1901, 3, 1).toordinal()
    table = _listed(one, 1901, 1901, [(3, 1, 3_652_060), (7, late, 3_652_060)])
    assert rows(table, "obligated_since") == [(dt.date(1880, 5, 5),)] * 2


def test_a_political_promise_begins_no_spell() -> None:
    hope = treaty("p", "AB", since="1890-01-01", until="1900-03-01", binding="political")
    table = panel(world("AB", [hope, treaty("t", "AB", since="1900-03-01")]), "dyad-year", 1899, 1900)
    assert rows(table, "year", "obligated_since") == [(1899, None), (1900, dt.date(1900, 3, 1))]


def test_days_on_which_nothing_changes_are_one_run() -> None:
    old = clause("defence", article="1@old", until="1900-05-01")
    new = clause("defence", article="1@new", since="1900-05-01")
    runs = panel(world("AB", [treaty("t", "AB", old, new)]), "directed-dyad-day", 1900, 1900)
    assert rows(runs, "obligor", "since", "until") == [
        ("A", dt.date(1900, 1, 1), dt.date(1901, 1, 1)),
        ("B", dt.date(1900, 1, 1), dt.date(1901, 1, 1)),
    ]


def test_a_state_is_in_the_list_on_days_on_which_it_may_exist() -> None:
    one = world([state("A"), state("B", ("[1900-02-01..1900-02-10]", "[1900-03-01..1900-03-10]"))], [])
    runs = panel(one, "directed-dyad-day", 1900, 1900, columns="basic")
    assert rows(runs, "since", "until") == [(dt.date(1900, 2, 1), dt.date(1900, 3, 10))] * 2


def test_what_is_disputed_is_doubtful() -> None:
    position = Position("A", "denies", Day.parse("1890-01-01"), "in_force")
    one = world("AB", [treaty("t", [party("A", positions=(position,)), "B"])])
    table = panel(one, "directed-dyad-year", 1900, 1900)
    assert rows(table, "obligor", "defence", "statuses") == [("A", None, "doubtful"), ("B", None, "doubtful")]


def test_clauses_for_everybody_make_no_dyads_nor_do_liberties() -> None:
    everyone = clause("nonaggression", obligors=("any_state",), beneficiaries=("A", "any_state"))
    liberty = clause("defence", article="2", duties=(Duty(may="give_aid"),))
    wish = clause("consultation", article="3", duties=(Duty(should="consult"),))
    one = world("AB", [treaty("t", "AB", everyone, liberty, wish)])
    assert panel(one, "directed-dyad-year", 1900, 1900, only_obligated=True).is_empty()


def test_an_open_list_of_parties_leaves_every_pair_open() -> None:
    gap = Coverage("parties", "parties", False, "not all", "t")  # noqa: FBT003
    one = world("ABC", [treaty("t", "AB")], [covered(), gap])
    table = panel(one, "dyad-year", 1900, 1900)
    assert rows(table, "state", "partner", "defence") == [("A", "B", 1), ("A", "C", None), ("B", "C", None)]


def test_an_instrument_without_entry_into_force_is_doubtful_from_its_signature() -> None:
    one = world("AB", [treaty("t", "AB", since=None, signed=Dated(Day.parse("1901-01-01")))])
    assert rows(panel(one, "dyad-year", 1900, 1901), "defence") == [(0,), (None,)]

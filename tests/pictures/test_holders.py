"""Who is drawn where on a day, and what is left without an owner's colour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foedera.dates import Day
from foedera.pictures.holders import AS_TODAY, disputed, drawn_on, unit_name, unit_of
from foedera.pictures.units import units
from foedera.truth import Truth

DAYS = ("1816-01-01", "1860-01-01", "1914-08-01", "1938-10-01", "1955-06-01", "1985-01-01", "1992-02-01", "2024-12-04")


@pytest.fixture(scope="module")
def world(treaties):
    return treaties.world


def drawn(world, day):
    return drawn_on(world, Day.parse(day))


def test_every_area_that_the_corpus_names_is_a_unit_of_the_map(world):
    states = [state.on_map for state in world.records.states.values() if state.on_map]
    places = [place for place in world.records.places.values() if place.on_map]
    named = {spell.area for drawn in states for spell in drawn.areas} | {unit_of(world, place.id) for place in places}
    assert len(named) > 50
    assert named <= set(units())


def test_no_two_places_are_the_same_unit(world):
    named = [unit_of(world, place) for place in world.records.places]
    assert len(named) == len(set(named))


def test_every_unit_is_a_state_or_a_place_of_the_corpus(world):
    known = {*world.records.states, *(unit_of(world, place) for place in world.records.places)}
    assert not set(units()) - known


@pytest.mark.parametrize(
    ("unit", "name"), [("ABW", "Aruba"), ("french-guiana", "French Guiana"), ("DZA", "Algeria"), ("none", "none")]
)
def test_a_unit_is_called_as_the_state_or_place_that_it_is(world, unit, name):
    assert unit_name(world, unit) == name


def test_a_corpus_without_places_names_its_units_by_their_ids(world):
    alone = replace(world, records=replace(world.records, places={}), names={})
    assert unit_name(alone, "ABW") == "ABW"
    assert "ABW" not in drawn(alone, "2024-01-01")["NLD"].overseas


@pytest.mark.parametrize("day", DAYS)
def test_every_state_of_the_day_has_its_place_on_the_map(world, day):
    found = drawn(world, day)
    existing = {
        state.id
        for state in world.records.states.values()
        if any(each.span.contains(Day.parse(day)) is not Truth.FALSE for each in state.exists)
    }
    assert set(found) == existing
    assert not [state for state, drawing in found.items() if drawing.point is None]


@pytest.mark.parametrize("day", DAYS)
def test_no_unit_is_drawn_for_two_states(world, day):
    held = [unit for drawing in drawn(world, day).values() for unit in (*drawing.units, *drawing.overseas)]
    assert len(held) == len(set(held))


def test_the_soviet_union_is_drawn_as_its_successors(world):
    drawing = drawn(world, "1985-01-01")["SUN"]
    assert drawing.units[0] == "RUS"
    assert len(drawing.units) == 17
    assert {"crimea", "kaliningrad"} <= set(drawing.units)


def test_a_successor_that_exists_takes_its_own_unit(world):
    found = drawn(world, "1991-12-01")
    assert found["UKR"].units == ("UKR", "crimea")
    assert "UKR" not in found["SUN"].units


def test_crimea_has_no_owner_while_two_states_claim_it(world):
    assert "crimea" in drawn(world, "2013-01-01")["UKR"].units
    held = {unit for drawing in drawn(world, "2024-01-01").values() for unit in drawing.units + drawing.overseas}
    assert "crimea" not in held
    (row,) = [row for row in disputed(world, Day.parse("2024-01-01")) if row.id == "crimea"]
    assert (row.unit, row.administered_by, row.claimed_by) == ("crimea", ("RUS",), ("UKR", "RUS"))
    assert row.notice == "Administered by Russia; claimed by Ukraine and Russia."


def test_on_the_day_on_which_crimea_may_have_changed_hands_nobody_has_it(world):
    held = {unit for drawing in drawn(world, "2014-03-05").values() for unit in drawing.units}
    assert "crimea" not in held


@pytest.mark.parametrize("unit", ["western-sahara", "somaliland", "siachen", "northern-cyprus", "falklands", "kuril"])
def test_units_that_the_source_assigns_to_one_side_are_neutral(world, unit):
    held = {u for drawing in drawn(world, "2024-01-01").values() for u in drawing.units + drawing.overseas}
    assert unit not in held
    assert unit in {row.unit for row in disputed(world, Day.parse("2024-01-01"))}


def test_a_dispute_that_has_not_begun_is_not_shown(world):
    assert "somaliland" in drawn(world, "1985-01-01")["SOM"].units
    rows = {row.id for row in disputed(world, Day.parse("1985-01-01"))}
    assert not {"crimea", "somaliland", "somaliland-republic", "XKX"} & rows


def test_statehood_is_shown_as_disputed_from_the_first_denial(world):
    assert "TWN" not in {row.id for row in disputed(world, Day.parse("1930-01-01"))}
    assert "TWN" in {row.id for row in disputed(world, Day.parse("2000-01-01"))}


def test_a_state_of_the_past_whose_statehood_is_disputed_has_its_symbol_where_it_is_drawn(world):
    (row,) = [row for row in disputed(world, Day.parse("1970-01-01")) if row.id == "rhodesia-republic"]
    assert row.point == units()["ZWE"].label


def test_a_self_declared_state_has_a_point_while_its_territory_is_drawn_apart(world):
    found = drawn(world, "2024-01-01")
    for state in ("sahrawi-republic", "somaliland-republic"):
        assert found[state].units == ()
        assert "in no state's colour" in found[state].note


def test_a_place_that_one_holds_and_another_claims_is_shown(world):
    rows = {row.id: row for row in disputed(world, Day.parse("2024-10-01"))}
    assert rows["kursk"].administered_by == ("RUS", "UKR")
    assert "kursk" not in {row.id for row in disputed(world, Day.parse("2020-10-01"))}


def test_overseas_parts_are_kept_apart_from_home(world):
    found = drawn(world, "2024-12-04")
    assert {"french-guiana", "reunion", "martinique"} <= set(found["FRA"].overseas)
    assert found["FRA"].units == ("FRA",)
    assert "hawaii" in found["USA"].overseas
    assert found["USA"].units == ("USA", "alaska")


@pytest.mark.parametrize(
    ("day", "unit", "state"),
    [
        ("1930-01-01", "taiwan", "JPN"),
        ("1930-01-01", "CHN", "TWN"),
        ("1960-01-01", "taiwan", "TWN"),
        ("1960-01-01", "CHN", "CHN"),
        ("1950-01-01", "DZA", "FRA"),
        ("1960-01-01", "okinawa", "USA"),
        ("1980-01-01", "okinawa", "JPN"),
        ("1864-01-01", "BLM", "SWE"),
        ("1990-01-01", "MAC", "PRT"),
        ("2010-01-01", "MAC", "CHN"),
        ("1960-01-01", "BGD", "PAK"),
        ("2007-01-01", "XKX", "SRB"),
        ("2010-01-01", "XKX", "XKX"),
    ],
)
def test_a_unit_is_drawn_for_who_held_it_then(world, day, unit, state):
    drawing = drawn(world, day)[state]
    assert unit in (*drawing.units, *drawing.overseas)


@pytest.mark.parametrize(
    ("day", "unit", "state"),
    [
        ("1960-01-01", "okinawa", "USA"),
        ("1990-01-01", "MAC", "PRT"),
        ("1930-01-01", "hong-kong", "GBR"),
        ("1950-01-01", "somaliland", "GBR"),
    ],
)
def test_home_territory_of_one_is_overseas_for_a_holder_elsewhere_in_the_world(world, day, unit, state):
    assert unit in drawn(world, day)[state].overseas
    assert unit not in drawn(world, day)[state].units


@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        ("1930-01-01", "TWN", "mainland China"),
        ("2024-01-01", "TWN", ""),
        ("1985-01-01", "DEU", "East Germany"),
        ("2024-01-01", "DEU", ""),
        ("1985-01-01", "SUN", "annexation"),
        ("1860-01-01", "joseon-korea", "North and South Korea"),
        ("2024-01-01", "POL", ""),
    ],
)
def test_the_note_is_the_one_of_the_day(world, day, state, words):
    note = drawn(world, day)[state].note
    assert words in note
    assert bool(words) == bool(note)


def test_a_past_state_without_a_note_has_the_general_one(world):
    past = world.records.states["SUN"]
    plain = replace(past, on_map=replace(past.on_map, note=None))
    states = {**world.records.states, "SUN": plain}
    changed = replace(world, records=replace(world.records, states=states))
    assert drawn(changed, "1985-01-01")["SUN"].note == AS_TODAY


def test_states_without_borders_of_today_stand_at_their_capital(world):
    found = drawn(world, "1985-01-01")
    assert found["DDR"].units == ()
    assert found["DDR"].point is not None
    assert "capital" in found["DDR"].note
    assert found["POL"].note == ""


def test_the_label_of_a_state_is_in_its_core(world):
    assert drawn(world, "1914-08-01")["DNK"].units == ("DNK", "ISL")
    assert drawn(world, "2000-01-01")["MYS"].point == units()["peninsular-malaysia"].label

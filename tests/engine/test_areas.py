"""The area of a treaty on a day."""

from __future__ import annotations

import pytest

from foedera.dates import Day
from foedera.engine.areas import areas, has_area
from foedera.engine.lookup import QuestionError
from foedera.truth import Truth


@pytest.fixture(scope="module")
def world(treaties):
    return treaties.world


def truths(world, name, day):
    return {row.place: row.step.truth for row in areas(world, name, Day.parse(day))}


def test_the_area_of_the_north_atlantic_treaty(world):
    found = truths(world, "north-atlantic-1949/6", "2024-12-04")
    inside = ("FRA/metropolitan", "TUR/metropolitan", "alaska", "canary-islands", "greenland", "svalbard")
    outside = ("french-guiana", "hawaii", "reunion", "falklands", "ceuta", "BRA/metropolitan", "UKR/metropolitan")
    assert {found[place] for place in inside} == {Truth.TRUE}
    assert {found[place] for place in outside} == {Truth.FALSE}


def test_what_the_record_leaves_open_stays_unknown(world):
    assert truths(world, "north-atlantic-1949/6", "2024-12-04")["puerto-rico"] is Truth.UNKNOWN


def test_an_area_follows_its_amendments(world):
    at = [truths(world, "north-atlantic-1949/6", day) for day in ("1950-01-01", "1960-01-01", "1970-01-01")]
    assert [found["TUR/metropolitan"] for found in at] == [Truth.FALSE, Truth.TRUE, Truth.TRUE]
    assert [found["algeria-departments"] for found in at] == [Truth.TRUE, Truth.TRUE, Truth.FALSE]


def test_a_clause_has_the_area_that_it_refers_to(world):
    day = "2024-12-04"
    assert truths(world, "north-atlantic-1949/5", day) == truths(world, "north-atlantic-1949/6", day)


def test_a_clause_without_an_area_has_none(world):
    day = Day.parse("2024-12-04")
    assert areas(world, "north-atlantic-1949/1", day) == ()
    assert not has_area(world, "north-atlantic-1949/1", day)
    assert has_area(world, "north-atlantic-1949", day)


def test_before_it_stands_an_area_is_not_defined(world):
    assert not has_area(world, "north-atlantic-1949/6", Day.parse("1940-01-01"))


def test_an_area_that_goes_with_the_party_attacked_leaves_others_out(world):
    found = truths(world, "anzus-1951", "2024-01-01")
    assert found["AUS/metropolitan"] is Truth.TRUE
    assert "BRA/metropolitan" not in found


def test_an_area_by_region_counts_for_those_who_are_no_parties(world):
    rows = {row.place: row for row in areas(world, "rio-1947", Day.parse("2024-01-01"))}
    assert rows["greenland"].step.truth is Truth.TRUE
    assert rows["greenland"].of_party is Truth.FALSE
    assert rows["USA/metropolitan"].of_party is Truth.TRUE


def test_each_row_says_whose_the_place_is_and_why(world):
    rows = {row.place: row for row in areas(world, "north-atlantic-1949/6", Day.parse("2024-12-04"))}
    assert (rows["hawaii"].state, rows["hawaii"].holders) == (None, ("USA",))
    assert (rows["USA/metropolitan"].state, rows["USA/metropolitan"].holders) == ("USA", ("USA",))
    assert "article 6" in rows["hawaii"].step.statement


@pytest.mark.parametrize("name", ["no-such-treaty", "north-atlantic-1949/99", "/", ""])
def test_an_unknown_name_is_refused(world, name):
    with pytest.raises(QuestionError):
        areas(world, name, Day.parse("2024-01-01"))

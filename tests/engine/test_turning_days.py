"""The days that matter for a question."""

from __future__ import annotations

from itertools import pairwise

import pytest

from foedera.api import Treaties, load
from foedera.engine.turning_days import turning_days, turning_days_of
from foedera.render.roster import roster


@pytest.fixture(scope="module")
def treaties() -> Treaties:
    return load()


def test_days_are_in_order_each_once_with_reasons(treaties: Treaties) -> None:
    found = turning_days(treaties.world, ("RUS", "POL"))
    days = [one.day.first for one in found]
    assert days == sorted(set(days))
    assert all(one.reasons for one in found)


def test_entry_of_a_party_is_a_day_that_matters(treaties: Treaties) -> None:
    found = {one.day.text: one.reasons for one in turning_days(treaties.world, ("RUS", "POL"))}
    assert "north-atlantic-1949: Poland enters" in found["1999-03-12"]


def test_days_before_a_state_existed_do_not_matter(treaties: Treaties) -> None:
    first = turning_days(treaties.world, ("UKR", "RUS"))[0]
    assert first.day.text >= "1991-08-24"


def test_the_many_parties_of_a_large_treaty_are_left_out(treaties: Treaties) -> None:
    reasons = [reason for one in turning_days(treaties.world, ("RUS", "POL")) for reason in one.reasons]
    assert not any("Tuvalu" in reason for reason in reasons)


def test_open_ends_of_doubtful_days_are_no_days(treaties: Treaties) -> None:
    found = turning_days(treaties.world, ("UKR", "RUS"))
    assert all("0001" < one.day.text < "9999" for one in found)


@pytest.mark.parametrize(("actor", "target", "place"), [("UKR", "RUS", "kursk"), ("ARG", "GBR", "falklands")])
def test_between_two_days_that_matter_the_states_stand_as_they_do(
    treaties: Treaties, actor: str, target: str, place: str
) -> None:
    """The middle of a gap has the answer of the gap's first day, as far as the two states' own ties go."""
    world = treaties.world
    days = [one.day for one in turning_days(world, (actor, target), (place,))]
    for before, after in list(pairwise(days))[-25:]:
        middle = (before.first + after.first) // 2
        if middle > before.first:
            first = roster(world, treaties.ask(actor, target, on=before.text, at=place))
            same = roster(world, treaties.ask(actor, target, on=type(before).exact(middle).text, at=place))
            assert [(one.state, one.status) for one in same.rows] == [(one.state, one.status) for one in first.rows]


def test_days_of_one_treaty_are_those_of_its_record(treaties: Treaties) -> None:
    world = treaties.world
    found = {one.day.text: one.reasons for one in turning_days_of(world, world.records.instruments["warsaw-1955"])}
    assert "warsaw-1955 signed" in found["1955-05-14"]
    assert any("Albania leaves" in reason for reasons in found.values() for reason in reasons)

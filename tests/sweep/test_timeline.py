"""What holds over time is what holds on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from foedera.law.candidates import is_gone
from foedera.law.docket import ever_parties
from foedera.law.force import bound, in_force
from foedera.law.setting import Case
from foedera.law.status import clause_grounds, standing
from foedera.law.suspension import suspended
from foedera.law.timeline import Timeline
from foedera.model.events import Event
from foedera.runs import at, joined, meet
from foedera.truth import Truth

from .cells import EVERYTHING
from .worlds import alliance_worlds, every_turn, promise_worlds, windows

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument, Provision
    from foedera.model.world import World
    from foedera.runs import Runs

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
some_worlds = settings(
    max_examples=300 if EVERYTHING else 4,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),  # no shrinking: worlds are large
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
Window = tuple[int, int]


def case_on(lines: Timeline, on: int, instrument: Instrument, provision: Provision, one: str, other: str) -> Case:
    setting = lines.on(on)
    nothing = Event("nothing", "armed_attack", "", {}, setting.day)
    return Case(setting, nothing, instrument, provision, one, other, ())


def well_formed(runs: Runs, window: Window) -> None:
    assert runs == joined(runs)
    assert all(window[0] <= since < until <= window[1] for since, until, _ in runs)


@some_worlds
@given(world=promise_worlds() | alliance_worlds(), window=windows)
def test_force_and_bonds_over_time_are_those_of_each_day(world: World, window: Window) -> None:
    lines, days = Timeline(world, window), every_turn(world, window)
    for instrument in world.records.instruments.values():
        force = lines.force(instrument)
        well_formed(force, window)
        for on in days:
            assert at(force, on) is in_force(lines.on(on), instrument).truth, instrument.id
        for actor in ever_parties(world, instrument) or world.records.states:
            bond = lines.bond(instrument, actor)
            well_formed(bond, window)
            for on in days:
                assert at(bond, on) is bound(lines.on(on), instrument, actor).step.truth, (instrument.id, actor, on)


@some_worlds
@given(world=promise_worlds(), window=windows)
def test_roles_over_time_are_those_of_each_day(world: World, window: Window) -> None:
    lines, days = Timeline(world, window), every_turn(world, window)
    for instrument, clause in world.provisions.values():
        for actor in (*world.records.states, "command"):
            for role in ("obligor", "beneficiary"):
                named = clause.obligors if role == "obligor" else clause.beneficiaries
                if role == "beneficiary" and not named and not instrument.parties:
                    continue  # then the beneficiary need not stand for anybody
                runs = lines.role(instrument, clause, actor, role)
                for on in days:
                    case = case_on(lines, on, instrument, clause, actor, actor)
                    stands = standing(case, named, actor, role).truth
                    if role == "obligor" and is_gone(case.setting, actor):
                        stands = Truth.FALSE  # its heirs are tested in its place
                    assert at(runs, on) is stands, (clause.id, actor, role, on)


@some_worlds
@given(world=promise_worlds(), window=windows)
def test_clauses_over_time_stand_as_on_each_day(world: World, window: Window) -> None:
    lines, days = Timeline(world, window), every_turn(world, window)
    for instrument, clause in world.provisions.values():
        runs = lines.clause(instrument, clause)
        well_formed(runs, window)
        for on in days:
            case = case_on(lines, on, instrument, clause, "AAA", "BBB")
            grounds = (in_force(case.setting, instrument), *clause_grounds(case))
            assert at(runs, on) is min(step.truth for step in grounds), (clause.id, on)


@some_worlds
@given(world=promise_worlds(), window=windows)
def test_a_clause_operates_between_two_as_on_each_day(world: World, window: Window) -> None:
    lines, days = Timeline(world, window), every_turn(world, window)
    for instrument, clause in world.provisions.values():
        for one, other in (("AAA", "BBB"), ("DDD", "AAA"), ("EEE", "CCC"), ("command", "DDD")):
            whole = lines.operates(instrument, clause, one, other)
            both = meet(
                lines.clause(instrument, clause),
                meet(
                    lines.role(instrument, clause, one, "obligor"), lines.role(instrument, clause, other, "beneficiary")
                ),
            )
            for on in days:
                running = suspended(case_on(lines, on, instrument, clause, one, other))
                between = Truth.TRUE if running is None else running.truth
                assert at(whole, on) is min(at(both, on), between), (clause.id, one, other, on)

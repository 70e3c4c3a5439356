"""Cells of random sweeps against the independent encoding in answer-set programming."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from differential.solve import solve
from foedera.dates import Day
from foedera.law.leading import KINDS, STATUSES, leading_duty
from foedera.law.short_form import plain_attack

from .cells import EVERYTHING, held, swept
from .worlds import FIRST, LAST, alive, alliance_worlds, every_turn, pairs, promise_worlds

if TYPE_CHECKING:
    from foedera.law.leading import Entry
    from foedera.model.world import World

    from .cells import Cell

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
few = settings(
    max_examples=200 if EVERYTHING else 8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),  # no shrinking: each cell takes a while
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def solved(world: World, cell: Cell) -> frozenset[Entry]:
    """What the encoding says of leading duties in a cell; of several clauses of one kind the strongest status."""
    attacker, victim, ordinal = cell
    strongest: dict[tuple[str, str, str], int] = {}
    for found in solve(world, plain_attack(world, attacker, victim, Day.exact(ordinal))):
        _, provision = world.provisions[found.provision]
        duty = leading_duty(provision)
        known = found.obligor in world.records.states or found.obligor in world.records.actors
        if found.listing != "usual" or not known or duty is None or found.act != duty.act:
            continue
        for kind in set(provision.kind) & set(KINDS):
            key = ("victim" if found.beneficiary == victim else "attacker", kind, found.obligor)
            strongest[key] = min(strongest.get(key, len(STATUSES)), STATUSES.index(found.status))  # type: ignore[arg-type]
    return frozenset((side, kind, STATUSES[rank], who) for (side, kind, who), rank in strongest.items())


def check(world: World, most: int) -> None:
    window = (FIRST, LAST)
    found = swept(world, window)
    cells = [(*pair, on) for on in every_turn(world, window) for pair in pairs(alive(world, on))]
    for cell in random.Random(0).sample(cells, most):
        assert held(found, cell) == solved(world, cell), cell


@few
@given(world=alliance_worlds())
def test_cells_of_alliances_are_what_the_encoding_finds(world: World) -> None:
    check(world, 4)


@few
@given(world=promise_worlds())
def test_cells_of_promises_are_what_the_encoding_finds(world: World) -> None:
    check(world, 1)

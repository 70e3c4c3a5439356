"""Every cell of a sweep holds what the answer to its question says: in random worlds, in the corpus, in ATOP."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from foedera.datasets.layers import source_world
from foedera.datasets.store import install
from foedera.dates import Day
from foedera.law.timeline import legal_days
from foedera.truth import Truth

from .cells import EVERYTHING, difference, held, swept
from .worlds import alive, alliance_worlds, day, every_turn, pairs, promise_worlds, windows

if TYPE_CHECKING:
    from foedera.api import Treaties
    from foedera.model.world import World
    from foedera.sweep.result import Sweep

    from .cells import Cell

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "atop-4.01-members.csv"
CORPUS_STATES = ("RUS", "UKR", "PRK", "KOR", "USA", "CHN", "JPN", "ISR", "IRN", "ARM", "AZE", "BLR", "TWN")
pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")


def some_worlds(few: int, all_: int) -> settings:
    return settings(
        max_examples=all_ if EVERYTHING else few,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),  # no shrinking: worlds are large
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


def cells(world: World, window: tuple[int, int], most: int) -> list[Cell]:
    """Every pair of living states on every day on which something changes and the day before; so many of them."""
    found = [(*pair, on) for on in every_turn(world, window) for pair in pairs(alive(world, on))]
    return found if EVERYTHING or len(found) <= most else random.Random(0).sample(found, most)


def differences(world: World, found: Sweep, which: list[Cell], **options: object) -> list[str]:
    return [told for cell in which if (told := difference(found, world, cell, **options))]


@some_worlds(12, 400)
@given(world=promise_worlds(), window=windows)
def test_every_cell_of_a_random_world_is_its_answer(world: World, window: tuple[int, int]) -> None:
    found = swept(world, window)
    assert differences(world, found, cells(world, window, 600)) == []
    assert differences(world, found, cells(world, window, 60), live=False) == []


@some_worlds(40, 1000)
@given(world=alliance_worlds(), window=windows)
def test_every_cell_of_a_world_of_alliances_is_its_answer(world: World, window: tuple[int, int]) -> None:
    found = swept(world, window)
    assert differences(world, found, cells(world, window, 400)) == []
    assert differences(world, found, cells(world, window, 40), live=False) == []


@some_worlds(4, 100)
@given(world=promise_worlds(), window=windows)
def test_a_sweep_without_an_instrument_is_the_answer_without_it(world: World, window: tuple[int, int]) -> None:
    for left_out in (("pact",), ("un-charter", "league")):
        found = swept(world, window, without=left_out)
        assert differences(world, found, cells(world, window, 200), without=left_out) == []


@some_worlds(4, 100)
@given(world=promise_worlds(), window=windows)
def test_a_sweep_of_one_kind_is_that_part_of_the_whole(world: World, window: tuple[int, int]) -> None:
    whole, part = swept(world, window), swept(world, window, kinds=("defence",))
    for cell in cells(world, window, 400):
        assert held(part, cell) == {entry for entry in held(whole, cell) if entry[1] == "defence"}


@some_worlds(10, 300)
@given(world=promise_worlds(), window=windows)
def test_runs_of_a_cell_do_not_overlap_differ_side_by_side_and_lie_where_both_exist(
    world: World, window: tuple[int, int]
) -> None:
    found = swept(world, window)
    check_runs(world, found)
    for on in every_turn(world, window):
        absent = set(world.records.states) - set(alive(world, on))
        for one, other in pairs(world.records.states):
            if {one, other} & absent:
                with pytest.raises(ValueError, match="did not exist"):
                    held(found, (one, other, on))


def check_runs(world: World, found: Sweep) -> None:
    every = found.count**2
    for cell in range(every) if every < 1000 else random.Random(0).sample(range(every), 2000):
        runs = range(found.first[cell], found.first[cell + 1])
        attacker, victim = divmod(cell, found.count)
        both = [world.records.states[found.states[index]] for index in (attacker, victim)]
        assert not runs or attacker != victim
        for run in runs:
            assert (found.attacker[run], found.victim[run]) == (attacker, victim)
            assert found.window[0] <= found.since[run] < found.until[run] <= found.window[1]
            assert found.set_id[run]
            for on in (Day.exact(found.since[run]), Day.exact(found.until[run] - 1)):
                for state in both:
                    assert any(span.span.contains(on) is not Truth.FALSE for span in state.exists), (state.id, on)
        for one, after in pairwise(runs):
            assert found.until[one] <= found.since[after]
            assert found.until[one] < found.since[after] or found.set_id[one] != found.set_id[after]


# ---- the corpus ------------------------------------------------------------------------------------------------------


def test_sampled_cells_of_the_corpus_are_their_answers(treaties: Treaties) -> None:
    world, window = treaties.world, (day("2024-10-01"), day("2025-02-01"))
    found = swept(world, window)
    trees = [p.when for one in world.records.instruments.values() for p in one.provisions if p.when is not None]
    turns = sorted(on for on in legal_days(world, trees) if window[0] < on < window[1])
    days = sorted({window[0], window[1] - 1, *(near for on in turns for near in (on - 1, on))})
    chosen = random.Random(0)
    among = [(*pair, on) for on in days for pair in pairs(CORPUS_STATES)]
    others = sorted(set(alive(world, window[0])) - set(CORPUS_STATES))
    among = chosen.sample(among, 200) + [
        (*chosen.sample((chosen.choice(CORPUS_STATES), *chosen.sample(others, 2)), 2), chosen.choice(days))
        for _ in range(60)
    ]
    assert differences(world, found, among) == []
    assert differences(world, found, among[:10], live=False) == []
    assert any(held(found, cell) for cell in among)
    check_runs(world, found)


# ---- ATOP ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def atop(treaties: Treaties, tmp_path_factory: pytest.TempPathFactory) -> World:
    if not DATA.is_file():
        pytest.skip("the research data (../shared/data) are not here")
    patch = pytest.MonkeyPatch()
    with patch.context() as there:
        there.setenv("FOEDERA_HOME", str(tmp_path_factory.mktemp("atop")))
        install("atop", DATA, treaties.world.records.states)
        return source_world("atop")


def test_sampled_cells_of_atop_are_their_answers(atop: World) -> None:
    window = (day("1815-01-01"), day("2004-01-01"))
    found = swept(atop, window)
    chosen = random.Random(0)
    which = []
    for _ in range(200):  # the days on which runs begin and end, and the day before
        run = chosen.randrange(len(found))
        edge = chosen.choice((found.since[run], found.until[run])) - chosen.choice((0, 1))
        which.append((found.states[found.attacker[run]], found.states[found.victim[run]], edge))
    which += [(*chosen.sample(found.states[: found.count], 2), chosen.randrange(*window)) for _ in range(400)]
    which = [cell for cell in which if window[0] <= cell[2] < window[1] and set(cell[:2]) <= set(alive(atop, cell[2]))]
    assert len(which) > 200
    assert differences(atop, found, which) == []
    assert differences(atop, found, which[:20], live=False) == []
    check_runs(atop, found)

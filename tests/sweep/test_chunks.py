"""Chunks mean what ``ask`` says; draws depend on nothing but their seed and number; a job goes on where it stopped."""

from __future__ import annotations

import io
import json
import random
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from foedera.dates import Day
from foedera.model import conditions as c
from foedera.sweep.chunks import Chunk, ChunkError, chunks_of
from foedera.sweep.compute import run_chunk
from foedera.sweep.draws import Chance, drawn_world
from foedera.sweep.jobs import finish, open_job, run_job
from foedera.sweep.save import load

from .cells import asked, difference, swept
from .larger import WINDOW, Found, draws, each_without, invented, table
from .worlds import alive, day, every_turn, pairs, promise_worlds

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from foedera.model.world import World
    from foedera.sweep.chunks import Job

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
RANDOM_WINDOW = day("1999-06-01"), day("2009-06-01")


def few(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


def sampled(world: World, window: tuple[int, int], most: int) -> list[tuple[str, str, int]]:
    found = [(*pair, on) for on in every_turn(world, window) for pair in pairs(alive(world, on))]
    return found if len(found) <= most else random.Random(0).sample(found, most)


# ---- treaties left out -----------------------------------------------------------------------------------------------


def check_without(world: World, window: tuple[int, int], cells: list[tuple[str, str, int]]) -> int:
    """Compare chunks with answers, cell by cell; gives the number of cells that differ."""
    job, changed = each_without(world, window), 0
    for chunk in chunks_of(job, world):
        found = Found.of(run_chunk(world, job, chunk))
        for cell in cells:
            answers = asked(world, cell), asked(world, cell, without=(chunk.name,))
            changes = answers[0] - answers[1], answers[1] - answers[0]
            assert found.cell(*cell) == (changes if any(changes) else None), (chunk.name, cell)
            changed += answers[0] != answers[1]
    return changed


@few(5)
@given(world=promise_worlds())
def test_a_cell_differs_without_a_treaty_just_as_the_answers_do(world: World) -> None:
    check_without(world, RANDOM_WINDOW, sampled(world, RANDOM_WINDOW, 60))


def test_the_invented_alliances_left_out_in_turn() -> None:
    world = invented()
    states = ("GBR", "ESP", "FRA", "USA", "SWE")
    days = [day(text) for text in ("1922-06-01", "1930-06-01", "1935-06-30", "1935-07-01", "1951-01-01")]
    assert check_without(world, WINDOW, [(*pair, on) for on in days for pair in pairs(states)]) > 20


def test_the_sums_of_a_chunk_are_those_of_its_runs() -> None:
    world = invented()
    found = Found.of(run_chunk(world, each_without(world), Chunk("without", "atop-9010")))
    days = (found.runs["until"] - found.runs["since"]).dt.total_days()
    assert found.summary["cell_days"] == days.sum() > 0
    assert found.summary["cells"] == found.runs.select("attacker", "victim").n_unique()
    lost = gained = 0
    states = set()
    for row, length in zip(found.runs.iter_rows(named=True), days, strict=True):
        before, after = found.cell(row["attacker"], row["victim"], row["since"].toordinal()) or ((), ())
        live = [{(e[0], e[3]) for e in one if e[1] == "defence" and e[2] != "barred"} for one in (before, after)]
        lost += length * len(live[0] - live[1])
        gained += length * len(live[1] - live[0])
        states |= {who for _, who in live[0] - live[1]}
    assert found.summary["defence_days_lost"] == lost > 0
    assert found.summary["defence_days_gained"] == gained == 0
    assert found.summary["defence_states_lost"] == len(states)


def test_a_treaty_that_is_not_in_force_in_the_window_changes_nothing() -> None:
    world = invented()
    job = each_without(world, (day("1900-01-01"), day("1901-01-01")))
    found = Found.of(run_chunk(world, job, Chunk("without", "atop-9010")))
    assert (len(found.runs), found.summary["cells"], found.summary["since"]) == (0, 0, None)


# ---- draws -----------------------------------------------------------------------------------------------------------


@few(5)
@given(world=promise_worlds())
def test_in_a_draw_everything_is_decided_and_a_cell_is_its_answer(world: World) -> None:
    job = draws(world, 3, RANDOM_WINDOW, seed=7)
    drawn, chance = drawn_world(world, job, 2)
    for instrument in drawn.records.instruments.values():
        trees = [one.when for one in instrument.provisions] + [area.when for area in instrument.areas]
        assert not any(isinstance(node, c.Unknown | c.Unstated) for tree in trees for node in c.nodes(tree))
        assert all(party.since is None or party.since.is_exact for party in instrument.parties)
        assert instrument.in_force is None or instrument.in_force.on.is_exact
    assert all(one.is_exact for one in chance.days.values())
    found = swept(drawn, RANDOM_WINDOW)
    assert [told for cell in sampled(drawn, RANDOM_WINDOW, 100) if (told := difference(found, drawn, cell))] == []


def test_a_draw_depends_on_seed_and_number_alone() -> None:
    world = invented()
    ten, three = draws(world, 10, seed=4), draws(world, 3, seed=4)
    assert run_chunk(world, ten, Chunk("draw", "2")) == run_chunk(world, ten, Chunk("draw", "2"))
    assert drawn_world(world, ten, 2)[1] == drawn_world(world, three, 2)[1]
    others = [drawn_world(world, ten, 3)[1], drawn_world(world, draws(world, 10, seed=5), 2)[1]]
    assert all(other.days != drawn_world(world, ten, 2)[1].days for other in others)


def test_a_day_is_the_same_wherever_its_record_has_it() -> None:
    world = invented()
    drawn = drawn_world(world, draws(world, 1), 0)[0].records.instruments
    for name, instrument in world.records.instruments.items():
        said: dict[str, set[str]] = {}
        for old, new in zip(instrument.parties, drawn[name].parties, strict=True):
            for one, other in ((old.since, new.since), (old.until, new.until)):
                if one and other:
                    said.setdefault(one.text, set()).add(other.text)
                    assert any(first <= other.first <= last for first, last in one.ranges)
        assert all(len(days) == 1 for days in said.values())


def test_odds_and_days_without_an_end() -> None:
    world = invented()
    for odds in (0.0, 1.0):
        chance = drawn_world(world, draws(world, 1, odds=odds), 0)[1]
        assert chance.conditions
        assert set(chance.conditions.values()) == {odds == 1.0}

    near = [Chance(str(n), WINDOW, 0.5).day(Day.parse("[1950-01-01..]"), "x").first for n in range(200)]
    assert day("1950-01-01") <= min(near) < day("1950-06-01") < day("1951-06-01") < max(near) <= WINDOW[1]
    two = {Chance(str(n), WINDOW, 0.5).day(Day.parse("[1930-01-01,1935-01-01]"), "x").text for n in range(50)}
    assert two == {"1930-01-01", "1935-01-01"}


def test_a_draw_is_a_saved_sweep(tmp_path: Path) -> None:
    world = invented()
    job = draws(world, 2)
    with zipfile.ZipFile(io.BytesIO(run_chunk(world, job, Chunk("draw", "1")))) as packed:
        packed.extractall(tmp_path)
    found, about = load(tmp_path / "runs.parquet")
    assert about["draw"] == 1
    drawn = drawn_world(world, job, 1)[0]
    cell = ("FRA", "ESP", day("1930-06-01"))
    assert found.who(*cell[:2], "1930-06-01").entries == asked(drawn, cell)


# ---- the directory of a job ------------------------------------------------------------------------------------------


class Spy:
    """Computes chunks one after the other and remembers which."""

    def __init__(self, world: World, job: Job, *, most: int = 1000) -> None:
        self.world, self.job, self.most = world, job, most
        self.done: list[str] = []

    def __call__(self, chunks: tuple[Chunk, ...]) -> Generator[tuple[Chunk, bytes]]:
        for chunk in chunks:
            if len(self.done) == self.most:
                raise KeyboardInterrupt
            self.done.append(str(chunk))
            yield chunk, run_chunk(self.world, self.job, chunk)


def test_a_job_goes_on_with_what_is_missing_and_gives_the_same(tmp_path: Path) -> None:
    world = invented()
    job = draws(world, 4)
    chunks = chunks_of(job, world)
    half = Spy(world, job, most=2)
    with pytest.raises(KeyboardInterrupt):
        run_job(open_job(tmp_path / "broken", job), chunks, half)
    (tmp_path / "broken" / "chunks" / "left.tmp").write_bytes(b"half a chu")
    rest, whole = Spy(world, job), Spy(world, job)
    told: list[tuple[int, str]] = []
    directories = open_job(tmp_path / "broken", job), open_job(tmp_path / "whole", job)
    run_job(directories[0], chunks, rest, lambda *one: told.append(one))
    run_job(directories[1], tuple(reversed(chunks)), whole)
    assert (half.done, rest.done) == (["draw 0", "draw 1"], ["draw 2", "draw 3"])
    assert told == [(2, ""), (3, "draw 2"), (4, "draw 3")]
    files = [[path.read_bytes() for path in finish(one, chunks)] for one in directories]
    assert files[0] == files[1]
    assert {path.suffix for path in (tmp_path / "broken").rglob("*.*")} == {".zip", ".json", ".csv", ".parquet"}


def test_more_draws_can_be_added_and_their_sums_are_right(tmp_path: Path) -> None:
    world = invented()
    first, spy = draws(world, 2), Spy(world, draws(world, 5))
    run_job(open_job(tmp_path, first), chunks_of(first, world), Spy(world, first))
    directory = open_job(tmp_path, spy.job)
    chunks = chunks_of(spy.job, world)
    run_job(directory, chunks, spy)
    assert spy.done == ["draw 2", "draw 3", "draw 4"]
    _, help_file = finish(directory, chunks)
    one = pl.read_parquet(help_file).row(0, named=True)
    tables = [table(run_chunk(world, spy.job, chunk), "help") for chunk in chunks]
    key = [pl.col(name) == one[name] for name in ("attacker", "victim", "on", "toward")]
    rows = [found for each in tables for found in each.filter(*key)["helpers"].to_list()]
    assert (one["draws"], one["share"], one["helpers"]) == (len(rows), len(rows) / 5, sum(rows) / 5)


@pytest.mark.parametrize(
    ("change", "said"),
    [({"seed": 1}, "seed"), ({"records": "x"}, "treaties"), ({"window": (1, 2)}, "days"), ({"odds": 0.1}, "odds")],
)
def test_another_job_in_the_directory_is_refused(tmp_path: Path, change: dict[str, object], said: str) -> None:
    job = draws(invented(), 2)
    open_job(tmp_path, job)
    with pytest.raises(ChunkError, match=said) as refused:
        open_job(tmp_path, replace(job, **change))  # type: ignore[arg-type]
    assert refused.value.hint
    open_job(tmp_path, job)


def test_a_directory_with_something_else_is_refused(tmp_path: Path) -> None:
    job = draws(invented(), 2)
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(ChunkError, match="no job"):
        open_job(tmp_path, job)
    for text in ("[]", "{", json.dumps({"format": "foedera.sweep-job/1"})):
        (tmp_path / "job.json").write_text(text)
        with pytest.raises(ChunkError, match="not the description"):
            open_job(tmp_path, job)


def test_a_damaged_chunk_and_another_version_are_told(tmp_path: Path) -> None:
    world = invented()
    job = draws(world, 2)
    chunks = chunks_of(job, world)
    directory = open_job(tmp_path, job)
    run_job(directory, chunks, Spy(world, job))
    damaged = tmp_path / "chunks" / chunks[1].file
    damaged.write_bytes(damaged.read_bytes()[:-200])
    with pytest.raises(ChunkError, match=r"draw-1\.zip is damaged"):
        finish(directory, chunks)
    with pytest.raises(ChunkError, match=r"the job is of foedera 9\.9"):
        run_chunk(world, replace(job, foedera="9.9"), chunks[0])

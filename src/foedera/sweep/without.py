"""The world without one treaty: the cells that differ from the world as it is, and what is lost and gained in them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from foedera.law.docket import docket
from foedera.law.timeline import Timeline
from foedera.sweep.board import Contents
from foedera.sweep.differences import differing, no_differences
from foedera.sweep.losses import losses
from foedera.sweep.machine import entitled_states
from foedera.sweep.promises import promises
from foedera.sweep.result import combine
from foedera.sweep.run import sweep
from foedera.sweep.tables import dates, set_tables, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.model.world import World
    from foedera.sweep.chunks import Job
    from foedera.sweep.differences import Differences
    from foedera.sweep.result import Sweep


@dataclass(frozen=True, slots=True)
class Reach:
    """What a treaty can touch.

    Attributes:
        window: the first of the days on which one of its clauses may stand, and the day after the last.
        beneficiaries: to whom its promises may be owed; None if it bears on what others promise.
    """

    window: tuple[int, int]
    beneficiaries: tuple[str, ...] | None


def reach(world: World, window: tuple[int, int], kinds: Iterable[str], name: str) -> Reach | None:
    """What leaving out an instrument can change in a window; None for nothing.

    A clause changes the rows of those to whom it may be owed. A prohibition that ranks over treaties bars what others
    have promised, so without it every row may differ.
    """
    instrument, timeline = world.records.instruments[name], Timeline(world, window)
    own = [promise for promise in promises(world, kinds) if promise.instrument.id == name]
    norms = [norm for group in docket(world).norms.values() for norm in group if norm.clause.instrument.id == name]
    ranked = [norm for norm in norms if norm.rank is not None]
    clauses = [*(promise.provision for promise in own), *(norm.clause.provision for norm in ranked)]
    runs = [run for provision in clauses for run in timeline.clause(instrument, provision)]
    if not runs:
        return None
    touched = min(run[0] for run in runs), max(run[1] for run in runs)
    if ranked:
        return Reach(touched, None)
    states = tuple(world.records.states)
    owed = {state for promise in own for state in entitled_states(timeline, promise, states)}
    return Reach(touched, tuple(state for state in states if state in owed))


def without_files(world: World, job: Job, name: str) -> Mapping[str, pl.DataFrame]:
    """Tables of the cells that differ without an instrument: runs, sets, groups, and their sums."""
    found = differences(world, job, name)
    row = {"without": name, "title": world.name(name), **losses(found, job.kinds), **_span(found)}
    runs = pl.DataFrame({
        "attacker": worded(found.attacker, found.states),
        "victim": worded(found.victim, found.states),
        "since": dates(found.since),
        "until": dates(found.until),
        "lost_set": pl.Series(found.lost),
        "gained_set": pl.Series(found.gained),
    })  # fmt: skip
    contents = Contents()
    numbers = array("i", (contents.number(one) for pair in found.sets for one in pair))
    sets, groups = set_tables(found.states, numbers, contents.by_number)
    named = {"runs": runs, "runs.sets": sets, "runs.groups": groups}
    own = {f"{key}.parquet": table.select(pl.lit(name).alias("without"), pl.all()) for key, table in named.items()}
    return {**own, "summary.parquet": pl.DataFrame([row], schema_overrides={"since": pl.Date, "until": pl.Date})}


def _span(found: Differences) -> dict[str, object]:
    if not len(found):
        return {"since": None, "until": None}
    first, last = dates(np.array([found.since.min(), found.until.max()], np.int32))
    return {"since": first, "until": last}


def differences(world: World, job: Job, name: str) -> Differences:
    """The runs of cells in which the world without an instrument differs from the world as it is."""
    touched = reach(world, job.window, job.kinds, name)
    if touched is None or touched.beneficiaries == ():
        return no_differences((*world.records.states, *world.records.actors), len(world.records.states))
    as_it_is, without = (_swept(world, job, touched, left_out) for left_out in ((), (name,)))
    return differing(as_it_is, without)


def _swept(world: World, job: Job, touched: Reach, left_out: tuple[str, ...]) -> Sweep:
    found = sweep(
        world,
        touched.window,
        kinds=job.kinds,
        statuses=job.statuses,
        without=left_out,
        beneficiaries=touched.beneficiaries,
    )
    return combine(found, touched.window, world.digest)

"""Speed of sweeps, beside their alternatives in the same run. Run it with ``make bench-sweep``.

Whole processes: the ATOP file to saved runs 1815-2016, against yearly joins in pandas and Polars that give the same
sets on 1 July of 188 years. In process: a look-up, a question on ATOP data against the independent encoding in clingo,
and how the cost grows when the span or the number of treaties is doubled. Needs the research data (measured.py).
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
from measured import DATA, ROOT, need_data, script, show

from foedera.corpus.load import load_world
from foedera.datasets.atop import read_atop
from foedera.datasets.codes import codes
from foedera.datasets.layers import with_layer
from foedera.datasets.table import read_table
from foedera.dates import Day
from foedera.engine.ask import ask
from foedera.law.short_form import plain_attack
from foedera.model.world import Corpus, assemble
from foedera.sweep.request import window_of
from foedera.sweep.result import combine
from foedera.sweep.run import sweep
from foedera.sweep.save import load

sys.path.insert(0, str(ROOT))
from tests.differential.solve import solve

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model.world import World
    from foedera.sweep.result import Sweep


def processes(folder: Path) -> None:
    """Whole processes."""
    pandas = script("yearly_join.py", "pandas", str(folder / "pandas.parquet"), runs=3)
    show("yearly join in pandas, defence, 188 days", pandas)
    snapshots = script("yearly_join.py", "snapshots", str(folder / "snapshots.parquet"))
    show("the same in Polars, a loop over the days", snapshots)
    polars = script("yearly_join.py", "polars", str(folder / "polars.parquet"))
    show("the same in Polars, one lazy query on all cores", polars)
    ours = script("swept.py", "defence", str(folder / "defence.parquet"))
    show("sweep, defence that is due, every day 1815-2016: to pandas", ours, pandas)
    show("                                    to the loop in Polars", ours, snapshots)
    show("                                   to the query in Polars", ours, polars)
    show("sweep, all kinds and statuses: to pandas", script("swept.py", "all", str(folder / "all.parquet")), pandas)


def agreement(folder: Path, world: World) -> None:
    """How many cells of the yearly join hold the same states as the sweep on that day."""
    found, _ = load(folder / "defence.parquet")
    known = codes(world.records.states, "cow")
    same = total = 0
    for year, attacker, victim, members in pl.read_parquet(folder / "polars.parquet").iter_rows():
        day = Day.parse(f"{year}-07-01").first
        pair = known.state(attacker, day), known.state(victim, day)
        try:
            entries = found.who(*pair, f"{year}-07-01").entries
        except (KeyError, ValueError):  # a code that no state bears, or a state that did not exist on the day
            continue
        total += 1
        same += {known.code(who, day) for _, _, _, who in entries} == set(members)
    print(
        f"cells of the yearly join that hold the same states in the sweep: {same:,} of {total:,} ({same / total:.3%})"
    )


def lookups(swept: Sweep) -> None:
    """One cell, by indices and by codes."""
    draw = random.Random(1)
    cells: list[tuple[int, int, int]] = []
    while len(cells) < 100_000:
        day = draw.randrange(*swept.window)
        living = [at for at, spans in enumerate(swept.lives) if any(since <= day < until for since, until in spans)]
        cells += [(*draw.sample(living, 2), day) for _ in range(100)]
    by_index = timed(lambda: [swept.set_at(*cell) for cell in cells]) / len(cells)
    named = [(swept.states[a], swept.states[v], Day.exact(day).text) for a, v, day in cells]
    by_code = timed(lambda: [swept.who(*cell) for cell in named]) / len(cells)
    print(f"look-up by integer indices {by_index * 1e6:.2f} µs, by codes and date {by_code * 1e6:.2f} µs")


def questions(world: World) -> None:
    """Questions between states that exist, and clingo beside them."""
    draw, window = random.Random(2), window_of(world, None, None)
    asked = []
    while len(asked) < 2000:
        day = draw.randrange(*window)
        living = [
            state.id
            for state in world.records.states.values()
            if any(e.since.first <= day and (e.until is None or day < e.until.first) for e in state.exists)
        ]
        asked.append(plain_attack(world, *draw.sample(living, 2), Day.exact(day)))
    found = [len(ask(world, question, live=True).findings) for question in asked]
    seconds = [timed(lambda question=question: ask(world, question, live=True)) for question in asked]
    busy = [one for one, findings in zip(seconds, found, strict=True) if findings]
    print(f"{len(asked)} questions on ATOP data: {_spread(seconds)}; the {len(busy)} with a finding: {_spread(busy)}")
    sample = asked[:3]
    clingo = statistics.mean(timed(lambda one=one: solve(_of_day(world, one.on), one)) for one in sample)
    times = clingo / statistics.mean(seconds)
    print(f"the same in clingo, over the treaties of the day only: mean {clingo:.2f} s, {times:,.0f} times as long")


def _spread(seconds: list[float]) -> str:
    return f"median {statistics.median(seconds) * 1e3:.2f} ms, mean {statistics.mean(seconds) * 1e3:.2f} ms"


def _of_day(world: World, day: Day) -> World:
    """The world with only the instruments that may be in force on the day."""
    kept = {
        key: one
        for key, one in world.records.instruments.items()
        if one.in_force.on.first <= day.first and (one.ended is None or day.first < one.ended.on.last)
    }
    return assemble((replace(world.records, instruments=kept),), "day")


def growth(world: World) -> None:
    """Doubling the span of days, and doubling the treaties."""
    window = window_of(world, None, None)
    once = best(lambda: sweep(world, window))
    stretched = assemble((_stretched(world.records, window[0]),), "stretched")
    length = window[1] - window[0]
    longer = best(lambda: sweep(stretched, (window[0], window[0] + 2 * length)))
    doubled = assemble((_doubled(world.records),), "doubled")
    more = best(lambda: sweep(doubled, window))
    print(f"sweep in process: {once:.2f} s")
    print(f"twice the days, the same changes: {longer / once:.2f} x; twice the treaties: {more / once:.2f} x")


def _stretched(records: Corpus, origin: int) -> Corpus:
    """Every day twice as far from the first."""

    @cache
    def day(text: str, ranges: tuple[tuple[int, int], ...]) -> Day:
        moved = tuple((_far(since, origin), _far(until, origin)) for since, until in ranges)
        return Day(text, moved)

    def walk(value: Any) -> Any:
        if isinstance(value, Day):
            return day(value.text, value.ranges)
        if isinstance(value, tuple):
            return tuple(walk(item) for item in value)
        if is_dataclass(value):
            changed = {
                f.name: walk(old)
                for f in fields(value)
                if isinstance(old := getattr(value, f.name), tuple) or is_dataclass(old)
            }
            return replace(value, **changed)
        return value

    parts = {"instruments": records.instruments, "states": records.states}
    return replace(records, **{name: {key: walk(one) for key, one in part.items()} for name, part in parts.items()})


def _far(day: int, origin: int) -> int:
    return min(origin + 2 * (day - origin), Day.parse("9999-01-01").first) if day > origin else day


def _doubled(records: Corpus) -> Corpus:
    """Every treaty twice, the second a hundred days later."""
    twins = {}
    for key, one in records.instruments.items():
        clauses = tuple(replace(p, id=p.id.replace(key, f"{key}-twin")) for p in one.provisions)
        twins[f"{key}-twin"] = replace(one, id=f"{key}-twin", provisions=clauses)
    return replace(records, instruments={**records.instruments, **twins})


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def best(work: Callable[[], object]) -> float:
    """The least of three."""
    return min(timed(work) for _ in range(3))


def main() -> None:
    """All figures."""
    need_data("atop-4.01-members.csv", "cow_states.csv")
    base = load_world()
    layer = read_atop(read_table(DATA / "atop-4.01-members.csv"), base.records.states).corpus
    world = with_layer(base.records, layer, "benchmark")
    with tempfile.TemporaryDirectory() as folder:
        processes(Path(folder))
        agreement(Path(folder), world)
    window = window_of(world, None, None)
    lookups(combine(sweep(world, window), window, "benchmark"))
    questions(world)
    growth(world)


if __name__ == "__main__":
    main()

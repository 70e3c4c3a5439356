"""Attacker, victim, year: who would be bound to help the victim. From the sweep, which asks this of every day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import polars as pl

from foedera.law.scene import VICTIM
from foedera.panels.cells import EPOCH, PAIR, Axis, cells, in_years, weight, year_of
from foedera.panels.coverage import general_gaps
from foedera.panels.described import SEPARATOR
from foedera.panels.population import code_values, population
from foedera.panels.spells import meet, within
from foedera.sweep.result import combine
from foedera.sweep.run import sweep
from foedera.sweep.tables import OTHER_SIDE, runs_table, set_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from foedera.model.world import World
    from foedera.panels.population import Member, Population
    from foedera.panels.request import Request
    from foedera.sweep.result import Sweep

HELP = "defence"
STATUSES = ("due", "expected", "arguable")
"""The statuses that are counted, the strongest first; each has a column."""
NAMES = ["attacker", "victim"]


def attack_years(world: World, request: Request, members: Iterable[Member] | None) -> pl.DataFrame:
    """One row per attacker, victim and year.

    Returns:
        ``attacker``, ``victim``, ``year``, ``complete`` and, for each of ``STATUSES``, the number of states that are
        bound so to defend the victim on any day of the year, and their codes. A state counts once, in its strongest
        status. The attacker is among them only if a clause of defence obliges it to something else than help. Where
        there may be more (``complete`` is 0) a number is never 0, but null.

    Raises:
        PanelError: the list of states is empty in the days of the panel.
    """
    window = request.since, request.until
    swept = combine(sweep(world, window, kinds=(HELP,), sides=(VICTIM,), statuses=STATUSES), window, world.digest)
    listed = population(world, swept.states[: swept.count], request, members)
    axis = Axis()
    pairs = within(listed.pairs, request)
    runs = axis.place(meet(_coded(swept, listed), pairs, PAIR))
    silent = axis.place(pairs.join(general_gaps(world, request), how="cross", suffix="_gap").pipe(_cut))
    made = (
        cells(axis.place(pairs), silent, runs).select(*PAIR, "since", "until", "some", "is_open").with_row_index("cell")
    )
    combined, combinations = _combinations(made, runs)
    eras = _eras(listed)
    helpers = _helpers(swept, combinations, listed, eras)
    era = sum(((pl.col("year") >= year).cast(pl.Int32) for year in eras), start=pl.lit(0, pl.Int32))
    codes = [code_values(listed.codes).gather(pl.col(role)).alias(name) for role, name in zip(PAIR, NAMES, strict=True)]
    table = (
        in_years(made.join(combined, on="cell", how="left", maintain_order="left"))
        .with_columns(era=era)
        .join(helpers.lazy(), on=["combination", "era"], how="left", maintain_order="left")
        .with_columns(_least(name) for name in STATUSES)
    )
    if request.only_obligated:
        table = table.filter("some")
    counts = [column for name in STATUSES for column in (name, *([f"{name}_ids"] if request.columns == "all" else []))]
    return table.select(*codes, "year", (~pl.col("is_open")).cast(pl.Int8).alias("complete"), *counts).collect()


def _coded(swept: Sweep, listed: Population) -> pl.DataFrame:
    """The sweep's runs between codes."""
    position = pl.Series(range(swept.count), dtype=pl.Int16)
    states = pl.DataFrame({"name": swept.states[: swept.count], "position": position})
    runs = runs_table(swept).with_columns(
        pl.col(NAMES).cast(pl.String),
        *((pl.col(day).to_physical() + EPOCH).alias(day) for day in ("since", "until")),
        truth=pl.lit(1, pl.Int8),
        weight=pl.lit(weight(()), pl.Int64),
    )
    for role, name in zip(PAIR, NAMES, strict=True):
        runs = runs.join(states, left_on=name, right_on="name").drop(name)
        bearers = listed.bearers.rename({"state": "position", "code": role})
        runs = meet(runs, bearers, "position").drop("position")
    return runs


def _cut(table: pl.DataFrame) -> pl.DataFrame:
    """Pairs cut to the gaps beside them."""
    since, until = pl.max_horizontal("since", "since_gap"), pl.min_horizontal("until", "until_gap")
    return table.select(*PAIR, since=since, until=until).filter(pl.col("since") < pl.col("until"))


def _combinations(made: pl.DataFrame, runs: pl.DataFrame) -> tuple[pl.DataFrame, list[tuple[int, ...]]]:
    """Which sets hold in each cell: the cell's combination, and the sets of each combination."""
    held = (
        made.lazy()
        .filter("some")
        .join(runs.lazy(), on=PAIR, suffix="_run")
        .filter(pl.col("since") < pl.col("until_run"), pl.col("since_run") < pl.col("until"))
        .group_by("cell")
        .agg(pl.col("set_id").unique().sort().cast(pl.String).str.join(","))
        .with_columns(combination=pl.col("set_id").rank("dense").cast(pl.Int32) - 1)
        .collect()
    )
    texts = held.select("combination", "set_id").unique().sort("combination")["set_id"]
    return held.select("cell", "combination"), [tuple(map(int, text.split(","))) for text in texts]


def _eras(listed: Population) -> list[int]:
    """The years in which a state changes its code."""
    changed = listed.bearers.sort("state", "since").filter(
        pl.col("state") == pl.col("state").shift(1), pl.col("code") != pl.col("code").shift(1)
    )
    return sorted(set(changed.select(year_of("since")).to_series()))


def _helpers(swept: Sweep, combinations: list[tuple[int, ...]], listed: Population, eras: list[int]) -> pl.DataFrame:
    """Numbers and codes of the helpers of each combination in each era."""
    schema: dict[str, type[pl.DataType]] = {"combination": pl.Int32, "era": pl.Int32}
    for name in STATUSES:
        schema |= {name: pl.Int16, f"{name}_ids": pl.String}
    borne = [_codes_in(listed, year, swept.states) for year in (-1, *eras)]
    held = _helpers_by_set(swept)
    rows = [
        (number, era, *(part for helpers in _named(found, codes) for part in helpers))
        for number, found in enumerate(_strongest(sets, held) for sets in combinations)
        for era, codes in enumerate(borne)
    ]
    return pl.DataFrame(rows, schema, orient="row")


def _codes_in(listed: Population, year: int, states: Sequence[str]) -> dict[str, int | str]:
    """The code of each state from a year on: the last that it took by then, else its first."""
    found: dict[str, int | str] = {}
    for state, code, begun in (
        listed.bearers.sort("state", "since").select("state", "code", year_of("since")).iter_rows()
    ):
        if states[state] not in found or begun <= year:
            found[states[state]] = listed.codes[code]
    return found


def _helpers_by_set(swept: Sweep) -> dict[int, list[tuple[str, frozenset[str]]]]:
    """For each set, statuses with the helpers that have them. The attacker itself is none."""
    sets, groups = set_tables(swept.states, swept.sets, swept.contents)
    members = {
        group: frozenset(names) - {OTHER_SIDE}
        for group, names in groups.group_by("group_id").agg(pl.col("obligor").cast(pl.String)).iter_rows()
    }
    wanted = sets.cast({"side": pl.String, "kind": pl.String, "status": pl.String}).filter(side=VICTIM, kind=HELP)
    found: dict[int, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for number, status, group in wanted.select("set_id", "status", "group_id").iter_rows():
        found[number].append((status, members[group]))
    return found


def _strongest(sets: Iterable[int], held: Mapping[int, list[tuple[str, frozenset[str]]]]) -> list[set[str]]:
    """The helpers of several sets in each status, a state only in its strongest one."""
    found: list[set[str]] = []
    for status in STATUSES:
        named = {name for number in sets for word, names in held.get(number, ()) if word == status for name in names}
        found.append(named.difference(*found))
    return found


def _named(found: list[set[str]], codes: Mapping[str, int | str]) -> Iterator[tuple[int, str | None]]:
    for helpers in found:
        names = sorted({codes[name] for name in helpers if name in codes})
        yield len(names), SEPARATOR.join(map(str, names)) or None


def _least(name: str) -> pl.Expr:
    """A number that says "none" only where silence means that."""
    none = pl.when("is_open").then(None).otherwise(0)
    return pl.when(pl.col(name) > 0).then(name).otherwise(none).cast(pl.Int16).alias(name)

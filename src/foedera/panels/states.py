"""States over years: with how many partners and in how many treaties each owes and is owed what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from foedera.law.leading import KINDS
from foedera.panels.cells import Axis, cells, in_years
from foedera.panels.population import code_values
from foedera.panels.spells import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.panels.ground import Ground

DIRECTIONS = {"owes": "obligor", "owed": "beneficiary"}
"""What a state owes, and what it is owed: its role."""
_STATE = ["state", "year"]


def count_columns(*, basic: bool) -> Iterator[tuple[str, str, str, str]]:
    """The columns of numbers: name, direction, kind, and ``partners`` or ``treaties``."""
    for direction in DIRECTIONS:
        for kind in KINDS:
            for what in ("partners",) if basic else ("partners", "treaties"):
                yield f"{direction}_{kind}_{what}", direction, kind, what


def state_years(one: Ground) -> pl.DataFrame:
    """One row per state and year: ``state``, ``year``, ``complete`` and numbers of partners and treaties.

    A number is of those that surely bind. Where there may be more (``complete`` is 0) it is never 0, but null.
    """
    axis = Axis.of(one.request)
    found = axis.place(one.found)
    made = cells(axis.place(one.pairs), axis.place(one.gaps), found)
    names = [name for name, *_ in count_columns(basic=one.request.columns == "basic")]
    table = _members(one, axis).join(_open(made), on=_STATE, how="left").with_columns(complete=pl.col("open").is_null())
    for direction, own in DIRECTIONS.items():
        table = table.join(_partners(made, direction, own), on=_STATE, how="left")
        table = table.join(_treaties(one, found, direction, own), on=_STATE, how="left")
    if one.request.only_obligated:
        table = table.filter(pl.any_horizontal(pl.col(names) > 0))
    least = [
        pl.when(pl.col(name) > 0).then(name).when("complete").then(0).otherwise(None).cast(pl.Int16).alias(name)
        for name in names
    ]
    return table.sort(_STATE).select(
        code_values(one.population.codes).gather(pl.col("state")).alias("state"),
        "year",
        pl.col("complete").cast(pl.Int8),
        *least,
    )


def _members(one: Ground, axis: Axis) -> pl.DataFrame:
    """Every state in the list, in every year."""
    members = within(one.population.members, one.request)
    return in_years(axis.place(members)).select(state="code", year="year").unique().collect()


def _open(made: pl.DataFrame) -> pl.DataFrame:
    """The states and years of which there may be more than what is found."""
    doubtful = in_years(made.filter("is_open").select("obligor", "beneficiary", "since", "until"))
    sides = [doubtful.select(state=role, year="year").unique() for role in ("obligor", "beneficiary")]
    return pl.concat(sides).unique().with_columns(open=pl.lit(1)).collect()


def _partners(made: pl.DataFrame, direction: str, own: str) -> pl.DataFrame:
    return (
        in_years(made.filter("some"))
        .group_by(pl.col(own).alias("state"), "year")
        .agg((pl.col(kind) == 1).sum().alias(f"{direction}_{kind}_partners") for kind in KINDS)
        .collect()
    )


def _treaties(one: Ground, found: pl.DataFrame, direction: str, own: str) -> pl.DataFrame:
    rows = [(at, kind) for at, promise in enumerate(one.promises) for kind in promise.kinds]
    kinds = pl.DataFrame(rows, {"clause": pl.Int32, "kind": pl.Int8}, orient="row")
    sure = found.lazy().filter(pl.col("truth") == 1, ~pl.col("political")).join(kinds.lazy(), on="clause")
    counted = (
        in_years(sure.select(pl.col(own).alias("state"), "since", "until", "instrument", "kind").unique())
        .group_by("state", "year", "kind")
        .agg(pl.col("instrument").n_unique())
    )
    return (
        counted.group_by("state", "year")
        .agg(
            pl.col("instrument").filter(pl.col("kind") == at).sum().alias(f"{direction}_{kind}_treaties")
            for at, kind in enumerate(KINDS)
        )
        .collect()
    )

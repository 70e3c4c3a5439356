"""Pairs of states, directed or not, over days (as runs) or years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from foedera.law.leading import KINDS
from foedera.panels.cells import EPOCH, PAIR, Axis, cells, in_years
from foedera.panels.described import DETAILS, described
from foedera.panels.population import code_values
from foedera.panels.shares import shares

if TYPE_CHECKING:
    from foedera.panels.ground import Ground

_BOOKKEEPING = ("some", "is_open")
_NAMES = {"dyad-year": ["state", "partner"]}


def dyad_years(one: Ground) -> pl.DataFrame:
    """One row per pair and year: codes, ``year``, the kinds, and the details if they are asked for."""
    stretches = _stretches(one, Axis.of(one.request)).lazy()
    years = pl.int_ranges("since", "until", dtype=pl.Int16).alias("year")
    codes = _codes(one, _NAMES.get(one.request.unit, PAIR))
    if one.request.aggregate != "share":
        return stretches.select(*codes, years, *KINDS, *_details(one)).explode("year").collect()
    shared = shares(cells(one.pairs, one.gaps, one.found)).lazy()
    rows = in_years(stretches).drop(KINDS)
    joined = rows.join(shared, on=[*PAIR, "year"], maintain_order="left")
    return joined.select(*codes, "year", *KINDS, *_details(one)).collect()


def dyad_days(one: Ground) -> pl.DataFrame:
    """One row per pair and run of days in which nothing changes: codes, ``since``, ``until``, kinds, details."""
    stretches = _merged(_stretches(one, Axis.of(one.request)).drop(_BOOKKEEPING))
    days = [_date(column) for column in ("since", "until")]
    return stretches.select(*_codes(one, PAIR), *days, *KINDS, *_details(one))


def expanded(runs: pl.DataFrame) -> pl.DataFrame:
    """Runs of days as single days, in the column ``day``."""
    columns = [name for name in runs.columns if name not in ("obligor", "beneficiary", "since", "until")]
    days = pl.date_ranges("since", "until", closed="left")
    return runs.with_columns(day=days).explode("day").select(*PAIR, "day", *columns)


def count_days(runs: pl.DataFrame) -> int:
    """How many rows the runs expand to."""
    return int(runs.select((pl.col("until") - pl.col("since")).dt.total_days().sum()).item())


def _stretches(one: Ground, axis: Axis) -> pl.DataFrame:
    found = axis.place(one.found)
    made = cells(axis.place(one.pairs), axis.place(one.gaps), found)
    if one.request.columns == "all":
        made = described(one, made, found)
    return made.filter("some") if one.request.only_obligated else made


def _merged(stretches: pl.DataFrame) -> pl.DataFrame:
    """Stretches of one pair that follow one another and say the same are one run."""
    content = [name for name in stretches.columns if name not in ("since", "until")]
    is_new = pl.col("since") != pl.col("until").shift(1)
    for name in content:
        is_new = is_new | pl.col(name).ne_missing(pl.col(name).shift(1))
    return (
        stretches.lazy()
        .with_columns(run=is_new.fill_null(value=True).cum_sum())
        .group_by("run", maintain_order=True)
        .agg(pl.col("since").first(), pl.col("until").last(), pl.col(*content).first())
        .collect()
    )


def _codes(one: Ground, names: list[str]) -> list[pl.Expr]:
    """The two codes of the pair instead of their positions."""
    known = code_values(one.population.codes)
    return [known.gather(pl.col(role)).alias(name) for role, name in zip(PAIR, names, strict=True)]


def _details(one: Ground) -> list[pl.Expr]:
    if one.request.columns != "all":
        return []
    return [_date(name) if name == "obligated_since" else pl.col(name) for name in DETAILS]


def _date(column: str) -> pl.Expr:
    return (pl.col(column) - EPOCH).cast(pl.Date)

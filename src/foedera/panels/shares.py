"""The share of the days of a year on which a promise operates."""

from __future__ import annotations

import polars as pl

from foedera.law.leading import KINDS
from foedera.panels.cells import EPOCH, PAIR, year_of


def shares(runs: pl.DataFrame) -> pl.DataFrame:
    """The share of days for each kind, by pair and year.

    Args:
        runs: cells of days, as ``panels.cells.cells`` gives them with ``Axis(by_day=True)``.

    Returns:
        ``obligor``, ``beneficiary``, ``year``, and for each kind the share among the days of the pair in the year; null
        unless it is known for each of them.
    """
    first, end = (pl.date(pl.col("year") + more, 1, 1).to_physical() + EPOCH for more in (0, 1))
    days = (pl.min_horizontal("until", end) - pl.max_horizontal("since", first)).alias("days")
    known = [pl.col(kind).is_not_null().all() for kind in KINDS]
    share = [(pl.col(kind) * pl.col("days")).sum() / pl.col("days").sum() for kind in KINDS]
    return (
        runs.lazy()
        .with_columns(year=pl.int_ranges(year_of("since"), year_of(pl.col("until") - 1) + 1, dtype=pl.Int16))
        .explode("year")
        .with_columns(days)
        .group_by(*PAIR, "year", maintain_order=True)
        .agg(
            pl.when(is_known).then(part).otherwise(None).alias(kind).cast(pl.Float32)
            for kind, part, is_known in zip(KINDS, share, known, strict=True)
        )
        .collect()
    )

"""What stands behind the flags of a cell: treaties, their statuses, conditions, discretion, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from foedera.law.leading import KINDS
from foedera.panels.cells import PAIR
from foedera.panels.promises import DISCRETION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.panels.ground import Ground

STATUSES = ("binding", "political", "doubtful")
"""In force and binding; in force, and a political commitment; perhaps in force, or perhaps binding."""
SEPARATOR = ";"
DETAILS = ("treaties", "treaty_ids", "statuses", "obligated_since", "conditional", "unconditional_kinds", "discretion")


def described(one: Ground, cells: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The cells with the columns ``DETAILS``.

    Args:
        one: whose clauses are described.
        cells: as ``panels.cells.cells`` gives them.
        found: the spells from which they were made, on the same axis.
    """
    numbered = cells.with_row_index("cell")
    behind = (
        numbered.lazy()
        .filter("some")
        .select("cell", *PAIR, "since", "until")
        .join(found.lazy(), on=PAIR, suffix="_found")
        .filter(pl.col("since") < pl.col("until_found"), pl.col("since_found") < pl.col("until"))
        .join(_clauses(one).lazy(), on="clause")
        .with_columns(sure=(pl.col("truth") == 1) & ~pl.col("political"))
        .collect()
    )
    named, told = _treaties(one, behind), _terms(behind)
    whole = numbered.join(named, on="cell", how="left", maintain_order="left").join(
        told, on="cell", how="left", maintain_order="left"
    )
    surely_none = pl.when("is_open").then(None).otherwise(0)
    return whole.with_columns(
        treaties=pl.when(pl.col("treaties") > 0).then("treaties").otherwise(surely_none).cast(pl.Int16)
    ).drop("cell")


def _clauses(one: Ground) -> pl.DataFrame:
    """What each clause says, with kinds and discretion as bits."""
    rows = [
        (
            at,
            promise.conditional,
            0 if promise.conditional else sum(1 << kind for kind in promise.kinds),
            sum(1 << number for number, word in enumerate(DISCRETION) if word in promise.discretion),
        )
        for at, promise in enumerate(one.promises)
    ]
    schema = {"clause": pl.Int32, "conditional": pl.Boolean, "unconditional": pl.Int64, "leeway": pl.Int64}
    return pl.DataFrame(rows, schema, orient="row")


def _treaties(one: Ground, behind: pl.DataFrame) -> pl.DataFrame:
    """Number, ids and statuses of the treaties of each cell, in the order of the ids."""
    ids = sorted({promise.instrument.id for promise in one.promises})
    status = pl.when("sure").then(0).when(pl.col("truth") == 1).then(1).otherwise(2).cast(pl.UInt32)
    return (
        behind.lazy()
        .group_by("cell", "instrument")
        .agg(status.min().alias("status"))
        .sort("cell", "instrument")
        .with_columns(treaty_ids=_word(ids, "instrument"), statuses=_word(STATUSES, "status"))
        .group_by("cell", maintain_order=True)
        .agg((pl.col("status") == 0).sum().alias("treaties"), pl.col("treaty_ids", "statuses").str.join(SEPARATOR))
        .collect()
    )


def _word(words: Sequence[str], column: str) -> pl.Expr:
    return pl.lit(pl.Series(words, dtype=pl.String)).gather(pl.col(column))


def _terms(behind: pl.DataFrame) -> pl.DataFrame:
    """Since when, on which conditions and with what discretion the promises that surely bind are made."""
    return (
        behind.lazy()
        .filter("sure")
        .group_by("cell")
        .agg(
            obligated_since=pl.col("began").max(),
            conditional=pl.col("conditional").any().cast(pl.Int8),
            unconditional=pl.col("unconditional").bitwise_or(),
            leeway=pl.col("leeway").bitwise_or(),
        )
        .select(
            "cell",
            "obligated_since",
            "conditional",
            unconditional_kinds=_words_of("unconditional", KINDS),
            discretion=_words_of("leeway", DISCRETION),
        )
        .collect()
    )


def _words_of(mask: str, words: Sequence[str]) -> pl.Expr:
    """The words whose bits are set; null for none."""
    texts = [
        SEPARATOR.join(word for at, word in enumerate(words) if bits >> at & 1) or None
        for bits in range(1 << len(words))
    ]
    return pl.lit(pl.Series(texts, dtype=pl.String)).gather(pl.col(mask))

"""From spells to cells: stretches of days or years in which everything that a panel says of a pair stays the same.

Time is one whole number ``t``: the ordinal of a day, or a year. A half-open spell of days becomes one of years by
what a year says of its days (``Axis``), so that panels of days and of years are built alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from foedera.law.leading import KINDS

if TYPE_CHECKING:
    from foedera.panels.request import Request

EPOCH = 719_163
"""Ordinal of 1970-01-01, from which Polars counts days."""
PAIR = ["obligor", "beneficiary"]
_WIDTH = 10
_COUNTER = 1 << _WIDTH
"""Counters of 10 bits stand side by side in one whole number: no pair has 1024 clauses at once."""


@dataclass(frozen=True, slots=True)
class Axis:
    """How days become ``t``.

    ``by_day``: a day itself. Else a year, which a spell touches if one of its days is in it or, with ``on_day``, if
    that day of the year is in the spell.
    """

    by_day: bool = False
    on_day: tuple[int, int] | None = None

    @classmethod
    def of(cls, request: Request) -> Axis:
        """The axis of a request; a share of days is built on the days themselves."""
        return cls(request.by_day, request.on_day)

    def place(self, table: pl.DataFrame) -> pl.DataFrame:
        """The table with ``since`` and ``until`` as ``t``, without spells that touch none."""
        if self.by_day:
            return table
        if self.on_day is None:
            years = [year_of("since"), year_of(pl.col("until") - 1) + 1]
        else:
            years = [self._first_year(pl.col("since")), self._first_year(pl.col("until"))]
        since, until = years
        return table.with_columns(since=since.cast(pl.Int32), until=until.cast(pl.Int32)).filter(
            pl.col("since") < pl.col("until")
        )

    def _first_year(self, ordinal: pl.Expr) -> pl.Expr:
        """The first year whose chosen day is this day or later."""
        month, day = self.on_day or (1, 1)
        date = _date(ordinal)
        is_past = (date.dt.month() > month) | ((date.dt.month() == month) & (date.dt.day() > day))
        return date.dt.year() + is_past.cast(pl.Int32)


def year_of(ordinal: str | pl.Expr) -> pl.Expr:
    """The year of a day (a column or an expression)."""
    return _date(pl.col(ordinal) if isinstance(ordinal, str) else ordinal).dt.year()


def _date(ordinal: pl.Expr) -> pl.Expr:
    """A day of the calendar from its ordinal."""
    return (ordinal - EPOCH).cast(pl.Date)


def in_years(table: pl.DataFrame | pl.LazyFrame) -> pl.LazyFrame:
    """One row for each year of each row, in the column ``year``."""
    return table.lazy().with_columns(year=pl.int_ranges("since", "until", dtype=pl.Int16)).explode("year")


def weight(kinds: tuple[int, ...]) -> int:
    """A clause of these kinds as one whole number, in which each kind, and any clause, has a counter of its own."""
    return sum(1 << _WIDTH * kind for kind in (*kinds, len(KINDS)))


def cells(pairs: pl.DataFrame, gaps: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """The cells of pairs with the five kinds as 1, 0 or null, in the order of pair and time.

    Args:
        pairs: ``obligor``, ``beneficiary``, ``since``, ``until`` (as ``t``): when a pair is in the panel.
        gaps: the same columns: when silence about a pair means nothing.
        found: the same columns, ``truth`` and ``weight`` of the kinds: when promises operate.

    Returns:
        ``obligor``, ``beneficiary``, ``since``, ``until``, a column for each of ``KINDS``; ``some``: whether a promise
        operates or may operate; ``is_open``: whether there may be more than what is found.
    """
    doubt = (pl.col("truth") == 0).cast(pl.Int64)
    steps = [
        _steps(pairs, here=pl.lit(1, pl.Int64)),
        _steps(gaps, here=pl.lit(_COUNTER, pl.Int64)),
        _steps(found, owed=pl.col("weight") * (1 - doubt), doubtful=pl.col("weight") * doubt),
    ]
    return (
        pl.concat(steps)
        .group_by(*PAIR, "t")
        .sum()
        .sort(*PAIR, "t")
        .with_columns(pl.col("here", "owed", "doubtful").cum_sum(), until=pl.col("t").shift(-1))
        .filter(pl.col("here") & (_COUNTER - 1) > 0)
        .select(
            *PAIR,
            pl.col("t").alias("since"),
            "until",
            *(_flag(at).alias(kind) for at, kind in enumerate(KINDS)),
            some=_counts("owed", len(KINDS)) | _counts("doubtful", len(KINDS)),
            is_open=_counts("doubtful", len(KINDS)) | (pl.col("here") >= _COUNTER),
        )
        .collect()
    )


def _steps(table: pl.DataFrame, **counters: pl.Expr) -> pl.LazyFrame:
    """What begins on ``since`` and ends on ``until``, as steps up and down."""
    nothing = pl.lit(0, pl.Int64)
    counted = {name: counters.get(name, nothing) for name in ("here", "owed", "doubtful")}
    up = table.lazy().select(*PAIR, t="since", **counted)
    down = table.lazy().select(*PAIR, t="until", **{name: -expression for name, expression in counted.items()})
    return pl.concat([up, down])


def _flag(kind: int) -> pl.Expr:
    """1 where it is owed, null where it may be or where silence means nothing, else 0."""
    is_open = _counts("doubtful", kind) | (pl.col("here") >= _COUNTER)
    return pl.when(_counts("owed", kind)).then(1).when(is_open).then(None).otherwise(0).cast(pl.Int8)


def _counts(column: str, counter: int) -> pl.Expr:
    """Whether a counter is above zero."""
    return pl.col(column) & ((_COUNTER - 1) << _WIDTH * counter) != 0

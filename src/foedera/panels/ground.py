"""What all panels of dyads stand on: which promises operate between which listed states in the days of the panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from foedera.law.timeline import Timeline
from foedera.panels.cells import PAIR, weight
from foedera.panels.coverage import gaps
from foedera.panels.population import population
from foedera.panels.promises import promises
from foedera.panels.spells import BEGINNING, meet, spells, within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model.world import World
    from foedera.panels.population import Member, Population
    from foedera.panels.promises import Promise
    from foedera.panels.request import Request
    from foedera.panels.spells import Spells


@dataclass(frozen=True, slots=True)
class Outside:
    """What the list of states leaves out.

    Attributes:
        kept: promises (instrument, obligor, beneficiary) that operate on a day on which both states are in the list.
        dropped: those that operate in the days of the panel, but on no such day.
        states: ids of the states that owe or are owed promises in the days of the panel, and none that is kept.
    """

    kept: int
    dropped: int
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The tables of a panel. All have ``obligor`` and ``beneficiary`` as positions in the population's codes.

    In a panel of undirected dyads the two are no roles: what either owes the other stands under the lower code first.

    Attributes:
        promises: the clauses; ``clause`` in tables is a position here.
        pairs: ``since``, ``until``: when both states are in the list, in the days of the panel.
        gaps: ``since``, ``until``: when silence means nothing, in the days of the panel.
        found: ``clause``, ``since``, ``until``, ``truth``, ``weight`` (of its kinds), ``political`` and ``began``: the
            first day of the unbroken spell of obligations to which it belongs (null unless it is surely owed); cut to
            the pairs, but for ``began``.
    """

    request: Request
    population: Population
    promises: tuple[Promise, ...]
    pairs: pl.DataFrame
    gaps: pl.DataFrame
    found: pl.DataFrame
    outside: Outside


def ground(world: World, request: Request, members: Iterable[Member] | None) -> Ground:
    """The tables of a panel.

    Args:
        world: the records.
        request: what is asked for.
        members: the imported list of states; None for the states of the corpus.

    Raises:
        PanelError: the list of states is empty in the days of the panel.
    """
    clauses = promises(world)
    held = spells(Timeline(world, (BEGINNING, request.until)), clauses)
    listed = population(world, held.states, request, members)
    facts = _facts(clauses)
    coded = _coded(held, listed).join(facts, on="clause")
    pairs, silent = (within(one, request) for one in (listed.pairs, gaps(world, request, listed, held.states)))
    if request.unit == "dyad-year":
        coded, pairs, silent = _once(coded), pairs.filter(_IS_FIRST), silent.filter(_IS_FIRST)
    found = meet(_dated(coded), pairs, PAIR)
    outside = _outside(within(held.table, request).join(facts, on="clause"), found, held.states)
    return Ground(
        request=request,
        population=listed,
        promises=clauses,
        pairs=pairs,
        gaps=silent,
        found=found.drop("debtor", "creditor"),
        outside=outside,
    )


_IS_FIRST = pl.col("obligor") < pl.col("beneficiary")


def _once(coded: pl.DataFrame) -> pl.DataFrame:
    """Each pair once: what either owes the other stands under the lower code as ``obligor``."""
    return coded.with_columns(obligor=pl.min_horizontal(PAIR), beneficiary=pl.max_horizontal(PAIR))


def _facts(clauses: tuple[Promise, ...]) -> pl.DataFrame:
    """What tables of promises need of each clause; instruments are numbered in the order of their ids."""
    order = {name: at for at, name in enumerate(sorted({one.instrument.id for one in clauses}))}
    rows = [
        (at, order[one.instrument.id], weight(() if one.political else one.kinds), one.political)
        for at, one in enumerate(clauses)
    ]
    schema = {"clause": pl.Int32, "instrument": pl.Int32, "weight": pl.Int64, "political": pl.Boolean}
    return pl.DataFrame(rows, schema, orient="row")


def _coded(held: Spells, listed: Population) -> pl.DataFrame:
    """Spells between codes; ``debtor`` and ``creditor`` are the states that bear them."""
    owing = listed.bearers.rename({"state": "debtor", "code": "obligor"})
    owed = listed.bearers.rename({"state": "creditor", "code": "beneficiary"})
    table = held.table.rename({"obligor": "debtor", "beneficiary": "creditor"})
    both = meet(meet(table, owing, "debtor"), owed, "creditor")
    return both.filter(pl.col("obligor") != pl.col("beneficiary"))


def _dated(table: pl.DataFrame) -> pl.DataFrame:
    """The table with ``began``: spells of one pair that are surely owed and touch or overlap are one unbroken spell."""
    sure = (pl.col("truth") == 1) & ~pl.col("political")
    latest = pl.col("until").cum_max().over(PAIR)
    is_new = (pl.col("since") > latest.shift(1).over(PAIR)).fill_null(value=True)
    merged = (
        table.lazy()
        .filter(sure)
        .sort(*PAIR, "since")
        .with_columns(began=pl.when(is_new).then("since").otherwise(None).forward_fill().over(PAIR))
    )
    rest = table.lazy().filter(~sure).with_columns(began=pl.lit(None, pl.Int32))
    return pl.concat([merged, rest], how="diagonal").collect()


def _outside(before: pl.DataFrame, after: pl.DataFrame, states: tuple[str, ...]) -> Outside:
    wanted = before.select("instrument", debtor="obligor", creditor="beneficiary").unique()
    kept = after.select("instrument", "debtor", "creditor").unique()
    named = set(wanted["debtor"]) | set(wanted["creditor"])
    seen = set(kept["debtor"]) | set(kept["creditor"])
    return Outside(len(kept), len(wanted) - len(kept), tuple(states[at] for at in sorted(named - seen)))

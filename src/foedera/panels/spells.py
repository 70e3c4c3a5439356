"""When promises operate between states: the rules of ``law.timeline``, joined as tables instead of asked one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.law.timeline import Timeline
    from foedera.panels.promises import Promise
    from foedera.panels.request import Request
    from foedera.runs import Runs

BEGINNING = 1
"""Ordinal of the first day that can be written."""
_RUN = {"since": pl.Int32, "until": pl.Int32, "truth": pl.Int8}
_CLAUSE, _OBLIGOR, _BENEFICIARY = {"clause": pl.Int32}, {"obligor": pl.Int16}, {"beneficiary": pl.Int16}


@dataclass(frozen=True, slots=True)
class Spells:
    """When each promise operates.

    Attributes:
        table: ``clause`` (number in the promises), ``obligor``, ``beneficiary`` (numbers in ``states``), ``since``,
            ``until`` (ordinals, half-open), ``truth`` (1 TRUE, 0 UNKNOWN). Runs of one clause and pair are disjoint.
        states: state ids.
    """

    table: pl.DataFrame
    states: tuple[str, ...]


def spells(timeline: Timeline, found: Sequence[Promise]) -> Spells:
    """The spells of promises within the timeline's window."""
    states = tuple(sorted(timeline.world.records.states))
    number = {state: at for at, state in enumerate(states)}
    joined = _joined(timeline, found, number)
    apart = pl.DataFrame(
        list(_apart(timeline, found, number)), {**_CLAUSE, **_OBLIGOR, **_BENEFICIARY, **_RUN}, orient="row"
    )
    return Spells(pl.concat([joined, apart]), states)


def _joined(timeline: Timeline, found: Sequence[Promise], number: dict[str, int]) -> pl.DataFrame:
    """Clauses that nothing suspends between two states operate when clause, obligor and beneficiary all stand."""
    plain = [(at, one) for at, one in enumerate(found) if not one.instrument.suspensions]
    clauses = [(at, *run) for at, one in plain for run in numbers(timeline.clause(one.instrument, one.provision))]
    obligors = [
        (at, number[state], *run)
        for at, one in plain
        for state in one.obligors
        for run in numbers(timeline.role(one.instrument, one.provision, state, "obligor"))
    ]
    beneficiaries = [
        (at, number[state], *run)
        for at, one in plain
        for state in one.beneficiaries
        for run in numbers(timeline.role(one.instrument, one.provision, state, "beneficiary"))
    ]
    standing = pl.DataFrame(clauses, {**_CLAUSE, **_RUN}, orient="row")
    owing = pl.DataFrame(obligors, {**_CLAUSE, **_OBLIGOR, **_RUN}, orient="row")
    owed = pl.DataFrame(beneficiaries, {**_CLAUSE, **_BENEFICIARY, **_RUN}, orient="row")
    both = meet(standing, owing, "clause")
    return (
        meet(both, owed, "clause")
        .filter(pl.col("obligor") != pl.col("beneficiary"))
        .select(*_CLAUSE, *_OBLIGOR, *_BENEFICIARY, *_RUN)
    )


def meet(one: pl.DataFrame, other: pl.DataFrame, on: str | list[str]) -> pl.DataFrame:
    """Runs of both tables with equal keys, cut to the days of both; the truth is the lesser one."""
    since, until = pl.max_horizontal("since", "since_right"), pl.min_horizontal("until", "until_right")
    cut = [since.alias("since"), until.alias("until")]
    if "truth" in one.columns and "truth" in other.columns:
        cut.append(pl.min_horizontal("truth", "truth_right").alias("truth"))
    return (
        one.lazy()
        .join(other.lazy(), on=on, suffix="_right")
        .filter(pl.col("since") < pl.col("until_right"), pl.col("since_right") < pl.col("until"))
        .with_columns(cut)
        .drop("since_right", "until_right", "truth_right", strict=False)
        .collect()
    )


def _apart(timeline: Timeline, found: Sequence[Promise], number: dict[str, int]) -> Iterator[tuple[int, ...]]:
    """Clauses of instruments with suspensions, which differ from pair to pair."""
    for at, one in enumerate(found):
        if not one.instrument.suspensions:
            continue
        for obligor in one.obligors:
            for beneficiary in one.beneficiaries:
                if obligor != beneficiary:
                    runs = timeline.operates(one.instrument, one.provision, obligor, beneficiary)
                    for run in numbers(runs):
                        yield at, number[obligor], number[beneficiary], *run


def numbers(runs: Runs) -> Iterator[tuple[int, int, int]]:
    """Runs as rows of a table."""
    return ((since, until, int(truth)) for since, until, truth in runs)


def within(table: pl.DataFrame, request: Request) -> pl.DataFrame:
    """The table cut to the days of the panel."""
    since, until = pl.col("since").clip(lower_bound=request.since), pl.col("until").clip(upper_bound=request.until)
    return table.with_columns(since, until).filter(pl.col("since") < pl.col("until"))

"""Treaties over years: what each promises, and how many and which states of the list it binds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from foedera.law.docket import ever_parties
from foedera.law.leading import KINDS
from foedera.law.timeline import Timeline
from foedera.panels.cells import Axis, cells, in_years, weight
from foedera.panels.described import SEPARATOR
from foedera.panels.population import code_values, population
from foedera.panels.promises import is_obliging, kinds_of
from foedera.panels.spells import BEGINNING, meet, numbers, within
from foedera.runs import meet as overlap
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model.instruments import Instrument
    from foedera.model.world import World
    from foedera.panels.population import Member, Population
    from foedera.panels.request import Request

_RUN = {"since": pl.Int32, "until": pl.Int32, "truth": pl.Int8}
_ROW = {"obligor": pl.Int32, "beneficiary": pl.Int8}
"""A treaty stands where pairs of states have the obligor; the other place is empty."""


@dataclass(frozen=True, slots=True)
class _Treaties:
    """The instruments of a world in the order of their ids, which number the rows."""

    timeline: Timeline
    instruments: tuple[Instrument, ...]

    def force(self) -> pl.DataFrame:
        """When each is, or may be, in force."""
        rows = ((at, 0, *run) for at, one in enumerate(self.instruments) for run in numbers(self.timeline.force(one)))
        return pl.DataFrame(list(rows), {**_ROW, **_RUN}, orient="row")

    def clauses(self) -> pl.DataFrame:
        """When the clauses of the five kinds stand."""
        rows = (
            (at, 0, *run, weight(kinds_of(provision)))
            for at, one in enumerate(self.instruments)
            for provision in one.provisions
            if is_obliging(one, provision)
            for run in numbers(self.timeline.clause(one, provision))
        )
        return pl.DataFrame(list(rows), {**_ROW, **_RUN, "weight": pl.Int64}, orient="row")

    def bonds(self) -> pl.DataFrame:
        """When each listed party, by its position among the world's states, is surely bound."""
        position = {state: at for at, state in enumerate(self.timeline.world.records.states)}
        rows = (
            (at, position[state], since, until)
            for at, one in enumerate(self.instruments)
            for state in ever_parties(self.timeline.world, one) or self.timeline.world.parties[one.id]
            if state in position
            for since, until, truth in overlap(self.timeline.force(one), self.timeline.bond(one, state))
            if truth is Truth.TRUE
        )
        return pl.DataFrame(
            list(rows), {"obligor": pl.Int32, "state": pl.Int16, "since": pl.Int32, "until": pl.Int32}, orient="row"
        )

    def facts(self) -> pl.DataFrame:
        """Id, ATOP number, force, and whether all parties are known."""
        rows = [
            (at, one.id, one.atop_id, one.binding, ever_parties(self.timeline.world, one) is not None)
            for at, one in enumerate(self.instruments)
        ]
        schema = {"treaty": pl.String, "atop_id": pl.Int32, "binding": pl.String, "is_closed": pl.Boolean}
        return pl.DataFrame(rows, {"obligor": pl.Int32, **schema}, orient="row")


def treaty_years(world: World, request: Request, members: Iterable[Member] | None) -> pl.DataFrame:
    """One row per instrument and year in which it is, or may be, in force.

    Returns:
        ``treaty``, ``atop_id``, ``year``, ``binding``, ``in_force`` (1, or null where doubtful), the kinds, ``parties``
        (null where not all are known) and ``party_ids``: those in the list of states, as codes.

    Raises:
        PanelError: the list of states is empty in the days of the panel.
    """
    found = sorted(world.records.instruments.values(), key=lambda instrument: instrument.id)
    one = _Treaties(Timeline(world, (BEGINNING, request.until)), tuple(found))
    axis = Axis.of(request)
    force = within(one.force(), request)
    made = cells(axis.place(force), axis.place(force.clear()), axis.place(within(one.clauses(), request)))
    listed = population(world, tuple(world.records.states), request, members)
    bound = _parties(one.bonds(), axis, listed, request)
    sure = in_years(axis.place(force.filter(pl.col("truth") == 1))).select(
        "obligor", "year", in_force=pl.lit(1, pl.Int8)
    )
    table = (
        in_years(made)
        .join(one.facts().lazy(), on="obligor")
        .join(sure.unique(), on=["obligor", "year"], how="left")
        .join(bound, on=["obligor", "year"], how="left")
        .with_columns(pl.when("is_closed").then(pl.col("parties").fill_null(0)).otherwise(None).alias("parties"))
        .sort("obligor", "year")
    )
    if request.only_obligated:
        table = table.filter("some")
    return table.select("treaty", "atop_id", "year", "binding", "in_force", *KINDS, "parties", "party_ids").collect()


def _parties(bonds: pl.DataFrame, axis: Axis, listed: Population, request: Request) -> pl.LazyFrame:
    """Number and codes of the parties in the list, by treaty and year."""
    coded = meet(within(bonds, request), listed.bearers, "state").drop("state")
    present = axis.place(meet(coded, listed.members, "code"))
    return (
        in_years(present)
        .select("obligor", "year", "code")
        .unique()
        .sort("code")
        .with_columns(party_ids=code_values(listed.codes).gather(pl.col("code")).cast(pl.String))
        .group_by("obligor", "year", maintain_order=True)
        .agg(parties=pl.len().cast(pl.Int16), party_ids=pl.col("party_ids").str.join(SEPARATOR))
    )

"""From a world and a request to a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import polars as pl

from foedera.datasets.capabilities import MEASURES
from foedera.datasets.citing import dataset_source
from foedera.datasets.codes import FOREVER
from foedera.datasets.store import load_stored
from foedera.panels.columns import columns
from foedera.panels.dyads import count_days, dyad_days, dyad_years, expanded
from foedera.panels.ground import ground
from foedera.panels.panel import Panel
from foedera.panels.promises import promises
from foedera.panels.remarks import ATTACKS, STATES, TREATIES, dyads, general, outside
from foedera.panels.states import state_years
from foedera.panels.treaties import treaty_years

if TYPE_CHECKING:
    from foedera.model.doctrine import Source
    from foedera.model.world import World
    from foedera.panels.population import Member
    from foedera.panels.promises import Promise
    from foedera.panels.request import Request


def build(world: World, request: Request) -> Panel:
    """The panel.

    Raises:
        DatasetError: a list of states, or capabilities, are asked for and not imported.
        PanelError: the list of states is empty in the days of the panel.
    """
    members = listed(world, request)
    if request.unit == "attack-dyad-year":
        from foedera.panels.attacks import attack_years  # noqa: PLC0415 - only this unit needs a sweep

        return _panel(world, request, attack_years(world, request, members), ATTACKS, promises(world))
    if request.unit == "treaty-year":
        return _panel(world, request, treaty_years(world, request, members), TREATIES, promises(world))
    one = ground(world, request, members)
    if request.unit == "state-year":
        table = state_years(one)
        if request.with_capabilities:
            table = table.join(capabilities(world), on=["state", "year"], how="left", maintain_order="left")
        return _panel(world, request, table, (*STATES, *outside(one)), one.promises)
    table = dyad_days(one) if request.by_day else dyad_years(one)
    return _panel(world, request, table, (*dyads(request), *outside(one)), one.promises)


def _panel(
    world: World, request: Request, table: pl.DataFrame, remarks: tuple[str, ...], found: tuple[Promise, ...]
) -> Panel:
    return Panel(
        request=request,
        frame=table,
        rows=count_days(table) if request.expand else len(table),
        columns=columns(request),
        remarks=(*general(world, request), *remarks),
        sources=sources(world, request, found),
        digest=world.digest,
    )


def frame(world: World, request: Request) -> pl.DataFrame:
    """The table of a panel, single days included.

    Raises:
        DatasetError: a list of states, or capabilities, are asked for and not imported.
        PanelError: the list of states is empty in the days of the panel.
    """
    built = build(world, request)
    return expanded(built.frame) if request.expand else built.frame


def listed(world: World, request: Request) -> list[Member] | None:
    """The imported list of states of a request; None where the corpus' own states are asked for."""
    if request.states == "iso":
        return None
    tables = load_stored(f"{request.states}-states", world.records.states).imported.tables
    (names,) = tables[f"{request.states}_system.columns"]
    code, since, until = (names.index(name) for name in ("code", "since", "until"))
    rows = tables[f"{request.states}_system"]
    return [cast("Member", (row[code], row[since], FOREVER if row[until] is None else row[until])) for row in rows]


def sources(world: World, request: Request, found: tuple[Promise, ...]) -> tuple[Source, ...]:
    """The data sets that a panel rests on: those that treaties come from, and the list of states."""
    known = world.records.sources
    named = dict.fromkeys(name for one in found for name in one.instrument.sources if name in known)
    treaties = tuple(known[name] for name in named if known[name].type == "academic")
    imported = [f"{request.states}-states"] if request.states != "iso" else []
    imported += ["nmc"] if request.with_capabilities else []
    return (*treaties, *map(dataset_source, imported))


def capabilities(world: World) -> pl.DataFrame:
    """The imported national capabilities, by COW code and year.

    Raises:
        DatasetError: they are not imported.
    """
    tables = load_stored("nmc", world.records.states).imported.tables
    (names,) = tables["capabilities.columns"]
    table = pl.DataFrame(tables["capabilities"], [str(name) for name in names], orient="row", infer_schema_length=None)
    measures = pl.col(MEASURES).cast(pl.Float64)
    return table.select(state=pl.col("code").cast(pl.Int16), year=pl.col("year").cast(pl.Int16)).with_columns(
        table.select(measures)
    )

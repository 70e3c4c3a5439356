"""From a world and a request to a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from foedera.datasets.citing import dataset_source
from foedera.datasets.codes import FOREVER
from foedera.datasets.store import load_stored
from foedera.panels.columns import columns
from foedera.panels.dyads import count_days, dyad_days, dyad_years, expanded
from foedera.panels.ground import ground
from foedera.panels.panel import Panel
from foedera.panels.remarks import remarks

if TYPE_CHECKING:
    import polars as pl

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
    one = ground(world, request, listed(world, request))
    frame = dyad_days(one) if request.by_day else dyad_years(one)
    return Panel(
        request=request,
        frame=frame,
        rows=count_days(frame) if request.expand else len(frame),
        columns=columns(request),
        remarks=remarks(world, one),
        sources=sources(world, request, one.promises),
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
    return treaties if request.states == "iso" else (*treaties, dataset_source(f"{request.states}-states"))

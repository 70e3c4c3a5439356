"""Small invented worlds for panels: states A to D, treaties between them, and what data sets cover."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, Any

from foedera.corpus.load import load_world
from foedera.dates import Day
from foedera.model.doctrine import Coverage
from foedera.model.facts import Dated
from foedera.model.instruments import Duty, Instrument, Party, Provision
from foedera.model.states import Code, Continuation, Existence, State
from foedera.model.world import Corpus, assemble
from foedera.panels.build import frame
from foedera.panels.request import parse_request

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from foedera.model.world import World

ALWAYS = ("1800-01-01", None)


def day(text: str | None) -> Day | None:
    return Day.parse(text) if text else None


def state(
    name: str,
    *existence: tuple[str, str | None],
    codes: Iterable[tuple[int, str | None, str | None]] = (),
    continues: tuple[str, str] | None = None,
) -> State:
    return State(
        id=name,
        name=f"State {name}",
        official_name=f"State {name}",
        exists=tuple(Existence(Day.parse(since), day(until)) for since, until in existence or [ALWAYS]),
        sources=(),
        confidence="memory",
        codes=tuple(Code("cow", code, day(since), day(until)) for code, since, until in codes),
        continues=Continuation(continues[0], Day.parse(continues[1])) if continues else None,
    )


def party(name: str, since: str | None = None, until: str | None = None, **more: Any) -> Party:
    return Party(name, day(since), day(until), **more)


def clause(*kinds: str, **more: Any) -> Provision:
    duties = more.pop("duties", (Duty(must="give_military_assistance"),))
    article = more.pop("article", kinds[0])
    for name in ("since", "until"):
        if isinstance(more.get(name), str):
            more[name] = Day.parse(more[name])
    return Provision(article=article, kind=kinds, summary="A promise.", duties=duties, **more)  # type: ignore[arg-type]


def treaty(
    name: str,
    parties: Iterable[str | Party],
    *clauses: Provision,
    since: str | None = "1900-01-01",
    until: str | None = None,
    **more: Any,
) -> Instrument:
    return Instrument(
        id=name,
        kind="treaty",
        title=name,
        binding=more.pop("binding", "legal"),
        parties=tuple(Party(one) if isinstance(one, str) else one for one in parties),
        sources=(),
        confidence="memory",
        in_force=Dated(Day.parse(since)) if since else None,
        ended=Dated(Day.parse(until)) if until else None,
        provisions=tuple(
            dataclasses.replace(one, id=f"{name}/{one.article}") for one in clauses or (clause("defence"),)
        ),
        **more,
    )


def covered(since: str | None = None, until: str | None = None, states: tuple[str, ...] = (), **more: Any) -> Coverage:
    name = f"coverage-{since}-{until}-{'-'.join(states)}"
    return Coverage(
        name, more.pop("subject", "obligations"), more.pop("complete", True), "invented", None, states, day(since),
        day(until),
    )  # fmt: skip


@cache
def rules() -> Corpus:
    records = load_world().records
    return Corpus(doctrine=records.doctrine, acts=records.acts, event_kinds=records.event_kinds)


def world(
    states: Iterable[State | str], instruments: Iterable[Instrument], coverage: Iterable[Coverage] | None = None
) -> World:
    known = [one if isinstance(one, State) else state(one) for one in states]
    layer = Corpus(
        states={one.id: one for one in known},
        instruments={one.id: one for one in instruments},
        coverage={one.id: one for one in ([covered()] if coverage is None else coverage)},
    )
    return assemble((layer, rules()), "invented")


def panel(one: World, unit: str, first: str | int, last: str | int, **options: Any) -> pl.DataFrame:
    options.setdefault("states", "iso")
    return frame(one, parse_request(unit, first, last, **options))


def rows(table: pl.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return table.select(columns).rows()

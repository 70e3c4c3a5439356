"""Ties: which instrument holds which state or organ, when, and through which kinds of clause."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from foedera.law.timeline import Timeline
from foedera.model.instruments import Kind
from foedera.runs import at, meet, sampled
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from foedera.dates import Day
    from foedera.model.instruments import Instrument, Provision
    from foedera.model.world import World
    from foedera.runs import Runs

WINDOW = (1, dt.date.max.toordinal())
"""Every day that can be written but the last, ``[since, until)`` as ordinals."""
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Kinds of provision in the order in which one is called the main one."""


@dataclass(frozen=True, slots=True)
class Tie:
    """When an instrument in force holds one actor.

    Attributes:
        actor: id of a state or organ.
        is_party: whether as a party (or as the heir of one, or through its organ); else its clauses name it.
        runs: the days, TRUE or UNKNOWN.
        kinds: for each kind of provision, the days on which such a clause stands for the actor.
    """

    actor: str
    is_party: bool
    runs: Runs
    kinds: tuple[tuple[Kind, Runs], ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """All that one instrument holds.

    Attributes:
        force: when it is in force.
        kinds: for each kind of provision, the days on which such a clause stands.
        held: a tie for each state or organ that it ever holds, by id.
    """

    instrument: Instrument
    force: Runs
    kinds: tuple[tuple[Kind, Runs], ...]
    held: tuple[Tie, ...]


@lru_cache(maxsize=8)
def ties(world: World) -> Mapping[str, Ties]:
    """The ties of every instrument of the world, by its id. Computed once."""
    timeline = Timeline(world, WINDOW)
    return {key: _of(timeline, one) for key, one in sorted(world.records.instruments.items())}


def held_on(runs: Runs, day: Day) -> Truth:
    """The truth on a day; of a doubtful day TRUE or FALSE only if so on each day that it can be."""
    if day.is_exact:
        return at(runs, day.first)
    found = set()
    for first, last in day.ranges:
        turns = (edge for since, until, _ in runs for edge in (since, until) if first < edge <= last)
        found |= {at(runs, ordinal) for ordinal in (first, *turns)}
    return found.pop() if len(found) == 1 else Truth.UNKNOWN


def _of(timeline: Timeline, instrument: Instrument) -> Ties:
    clauses = tuple((one, timeline.clause(instrument, one)) for one in instrument.provisions)
    force = timeline.force(instrument)
    found = (_tie(timeline, instrument, clauses, actor) for actor in _actors(timeline.world, instrument))
    held = tuple(tie for tie in found if tie is not None)
    return Ties(instrument, force, _by_kind((one, runs) for one, runs in clauses), held)


def _tie(
    timeline: Timeline, instrument: Instrument, clauses: tuple[tuple[Provision, Runs], ...], actor: str
) -> Tie | None:
    own = tuple((one, meet(runs, _role(timeline, instrument, one, actor))) for one, runs in clauses)
    bound = meet(timeline.force(instrument), timeline.bond(instrument, actor)) if instrument.parties else ()
    runs = bound or either(runs for _, runs in own)
    if not runs:
        return None
    return Tie(actor, bool(bound), runs, _by_kind((one, meet(runs, days)) for one, days in own))


def _role(timeline: Timeline, instrument: Instrument, provision: Provision, actor: str) -> Runs:
    """When the clause is about the actor, as the one who owes or the one who is owed."""
    roles = [timeline.role(instrument, provision, actor, "obligor")]
    if provision.beneficiaries or instrument.parties:
        roles.append(timeline.role(instrument, provision, actor, "beneficiary"))
    return either(roles)


def either(each: Iterable[Runs]) -> Runs:
    """The days on which one of them holds, with the greatest truth."""
    known = [runs for runs in dict.fromkeys(each) if runs]
    if len(known) <= 1:
        return known[0] if known else ()
    edges = {edge for runs in known for since, until, _ in runs for edge in (since, until)}
    return sampled(edges, WINDOW, lambda day: max(at(runs, day) for runs in known))


def _by_kind(clauses: Iterable[tuple[Provision, Runs]]) -> tuple[tuple[Kind, Runs], ...]:
    known = [(provision.kind, runs) for provision, runs in clauses]
    found = ((kind, either(runs for kinds, runs in known if kind in kinds)) for kind in KINDS)
    return tuple((kind, runs) for kind, runs in found if runs)


def _actors(world: World, instrument: Instrument) -> tuple[str, ...]:
    """The parties, the heirs of parties, the states whose organs they are, and those whom clauses name."""
    records = world.records
    named = {who for one in instrument.provisions for who in (*one.obligors, *one.beneficiaries)}
    named &= records.states.keys() | records.actors.keys()
    found: set[str] = set()
    todo = [*world.parties.get(instrument.id, ()), *named]
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            todo += _stand_in(world, one)
    return tuple(sorted(found))


def _stand_in(world: World, actor: str) -> Iterator[str]:
    yield from world.heirs.get(actor, ())
    organ = world.records.actors.get(actor)
    if organ:
        yield from organ.attributed_to

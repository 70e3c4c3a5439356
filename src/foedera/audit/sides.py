"""One instrument as one side records it: its members, their stays, what they promise, and where that stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.audit.days import either, stays
from foedera.audit.results import Value
from foedera.law.force import cited
from foedera.law.leading import leading_duty
from foedera.model import conditions as c
from foedera.runs import meet
from foedera.truth import Truth, all_of, any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.audit.days import Stay
    from foedera.law.timeline import Timeline
    from foedera.model.facts import Dated
    from foedera.model.instruments import Instrument, Party, Provision
    from foedera.model.world import World
    from foedera.problems import Mark
    from foedera.runs import Runs

_LIMITS: dict[type[c.Node], str] = {
    c.AdversaryIs: "adversary",
    c.InArea: "place",
    c.InDefinedArea: "place",
    c.AdversaryCount: "number of adversaries",
    c.Unprovoked: "no provocation",
}
"""Atoms that make a promise conditional as the ATOP codebook counts conditions (DEFCOADV to DEFCONPR)."""
_FLAGS = {
    "adversary": "adversary",
    "other_adversary": "adversary",
    "location": "place",
    "theatre": "place",
    "ongoing_conflict": "ongoing conflict",
    "adversary_number": "number of adversaries",
    "demand": "demand",
}


@dataclass(frozen=True, slots=True)
class Side:
    """An instrument of one side over the window of a timeline.

    Attributes:
        is_imported: whether it comes from the data file, whose lines its parties' notes name.
    """

    timeline: Timeline
    instrument: Instrument
    is_imported: bool = False

    @property
    def world(self) -> World:
        """The world in which it stands."""
        return self.timeline.world

    def lines(self) -> dict[str, tuple[str, ...]]:
        """The states of its parties with those that continue one another, by the first of them."""
        return {root(self.world, party.state): line(self.world, party.state) for party in self.instrument.parties}

    def parties(self, states: tuple[str, ...]) -> tuple[Party, ...]:
        """The records of membership of these states."""
        own = self.world.parties.get(self.instrument.id, {})
        return tuple(party for state in states for party in own.get(state, ()))

    def member(self, states: tuple[str, ...]) -> Runs:
        """When one of the states is bound by it."""
        force = self.timeline.force(self.instrument)
        many = [meet(force, self.timeline.bond(self.instrument, state)) for state in states]
        return either(many, self.timeline.window)

    def stays(self, states: tuple[str, ...]) -> tuple[Stay, ...]:
        """The stays of these states."""
        return stays(self.member(states), self.timeline.window[1])

    def clauses(self, kind: str) -> Iterator[Provision]:
        """The clauses that promise this kind (more than a liberty)."""
        return (one for one in self.instrument.provisions if kind in one.kind and leading_duty(one) is not None)

    def promise(self, states: tuple[str, ...], clause: Provision) -> Runs:
        """When one of the states owes what the clause promises."""
        stands = self.timeline.clause(self.instrument, clause)
        many = [meet(stands, self.timeline.role(self.instrument, clause, one, "obligor")) for one in states]
        return either(many, self.timeline.window)

    def promises(self, states: tuple[str, ...], kind: str) -> Runs:
        """When one of the states owes this kind."""
        return either([self.promise(states, clause) for clause in self.clauses(kind)], self.timeline.window)

    def is_conditional(self, clauses: tuple[Provision, ...], kind: str) -> Truth:
        """Whether every one of the clauses is confined, as ATOP counts conditions.

        In imported data a flag that is not set says that there is no such condition.
        """
        return all_of(self._is_confined(clause, kind) for clause in clauses)

    def _is_confined(self, clause: Provision, kind: str) -> Truth:
        asked = _asked_for(clause, kind)
        if self.is_imported and asked is Truth.UNKNOWN:
            asked = Truth.FALSE
        return max(asked, _confines(clause.when) if clause.when else Truth.FALSE)

    def dated(self, what: str, states: tuple[str, ...]) -> tuple[Dated, ...]:
        """The instrument's own day of entry or exit, where a member has none of its own."""
        own = self.parties(states)
        if what == "entry" and any(party.since is None for party in own) and self.instrument.in_force:
            return (self.instrument.in_force,)
        if what == "exit" and any(party.until is None for party in own) and self.instrument.ended:
            return (self.instrument.ended,)
        return ()

    def value(
        self,
        text: str,
        states: tuple[str, ...],
        clauses: tuple[Provision, ...] = (),
        dated: tuple[Dated, ...] = (),
    ) -> Value:
        """A statement of this side with its sources and places: of the clauses, else of the membership."""
        own = self.parties(states)
        records: tuple[Provision | Party, ...] = clauses or own
        named = [source for one in (*dated, *records) for source in one.sources]
        if self.is_imported and own:
            places = tuple(dict.fromkeys(one.note or "" for one in own))
        else:
            places = tuple(dict.fromkeys(_place(one.mark) for one in clauses or (self.instrument,)))
        return Value(
            text,
            cited(self.instrument, tuple(dict.fromkeys(named)) or self.instrument.sources),
            "; ".join(filter(None, places)),
        )


def _place(mark: Mark | None) -> str:
    return f"{mark.file}:{mark.line}" if mark else ""


def root(world: World, state: str) -> str:
    """The first of the states that continue one another up to this one."""
    seen = {state}
    while (record := world.records.states.get(state)) and record.continues and record.continues.state not in seen:
        state = record.continues.state
        seen.add(state)
    return state


def line(world: World, state: str) -> tuple[str, ...]:
    """All states that continue one another with this one, the first of them first."""
    found = [root(world, state)]
    for one in found:
        found += [heir for heir in world.heirs.get(one, ()) if heir not in found]
    return tuple(found)


def limits(clause: Provision, kind: str) -> frozenset[str]:
    """What confines the promise beyond the event that calls for it, in words."""
    found = {_limit(node) for node in c.nodes(clause.when)}
    if _asked_for(clause, kind) is Truth.TRUE:
        found.add("request")
    return frozenset(found - {""})


def _limit(node: c.Node) -> str:
    return _FLAGS.get(node.topic, "") if isinstance(node, c.Unstated) else _LIMITS.get(type(node), "")


def _confines(node: c.Node) -> Truth:
    """Whether a tree holds only under such a limit; a question that the record leaves open may be one."""
    if isinstance(node, c.All):
        return any_of(map(_confines, node.of))
    if isinstance(node, c.AnyOf):
        return all_of(map(_confines, node.of))
    if isinstance(node, c.Not):
        return _confines(node.of)
    if isinstance(node, c.Unknown):
        return Truth.UNKNOWN
    return Truth.of(_limit(node) != "")


def _asked_for(clause: Provision, kind: str) -> Truth:
    """Whether it is consultation that must be asked for."""
    duty = leading_duty(clause)
    if kind != "consultation" or duty is None or duty.request == "none":
        return Truth.FALSE
    return Truth.TRUE if duty.request == "required" else Truth.UNKNOWN

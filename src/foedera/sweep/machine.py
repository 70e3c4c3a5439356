"""The machine of a sweep: who is bound and entitled under each clause, as masks, and the calendar of their changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foedera.dates import Day
from foedera.law.bars import superior
from foedera.law.docket import ever_parties
from foedera.law.leading import STATUSES
from foedera.law.scene import Scene, bits
from foedera.law.setting import going_on
from foedera.law.timeline import Timeline
from foedera.runs import at, meet
from foedera.sweep.patches import WIDTH, patches
from foedera.sweep.promises import promises
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.law.scene import Masks
    from foedera.model.instruments import Instrument
    from foedera.model.world import World
    from foedera.runs import Runs
    from foedera.sweep.patches import Patch
    from foedera.sweep.promises import Promise

EVERY = -1
"""Stands for every beneficiary of a clause."""
Reader = tuple[int, int]
"""A clause, by number, and one of its beneficiaries, by position, or EVERY."""


class Register:
    """Masks of TRUE and UNKNOWN that are brought from day to day."""

    __slots__ = ("true", "unknown")

    def __init__(self) -> None:
        self.true = self.unknown = 0

    def put(self, bit: int, truth: Truth) -> None:
        """Set the truth for one bit."""
        self.true = self.true | bit if truth is Truth.TRUE else self.true & ~bit
        self.unknown = self.unknown | bit if truth is Truth.UNKNOWN else self.unknown & ~bit

    def of(self, position: int) -> Truth:
        """The truth for one position."""
        return Truth.TRUE if self.true >> position & 1 else Truth(int(self.unknown >> position & 1) - 1)

    @property
    def masks(self) -> Masks:
        """TRUE and UNKNOWN."""
        return self.true, self.unknown


Change = tuple[Register, int, Truth, tuple[Reader, ...]]
"""What is set on a day: a register, a bit, a truth, and who reads it."""


@dataclass(slots=True)
class Machine:
    """The state of a sweep on its present day.

    Attributes:
        ids: states in the order of their bits (``count`` of them), then organs and groups.
        kept: the statuses to keep, as positions in ``STATUSES``.
        rows: the beneficiaries to compute.
        owing, entitled: by clause, who is bound (conditions apart), and to whom.
        pairs: by clause with suspensions and by beneficiary, who is bound toward that one.
        bonds: by instrument that conditions or superior norms read, who is bound by it.
        ends, begins: what ends and what begins, by day.
        to_redo: who read what changed since the last time.
        read_alive: clauses that must be redone when states come or go.
        lasting: what scenes hand on, see ``law.scene.Scene``.
    """

    world: World
    timeline: Timeline
    ids: tuple[str, ...]
    position: dict[str, int]
    count: int
    promises: tuple[Promise, ...]
    without: tuple[str, ...]
    kept: frozenset[int]
    rows: tuple[str, ...]
    owing: list[Register]
    entitled: list[Register]
    pairs: dict[int, dict[int, Register]] = field(default_factory=dict)
    bonds: dict[str, Register] = field(default_factory=dict)
    ends: dict[int, list[Change]] = field(default_factory=lambda: defaultdict(list))
    begins: dict[int, list[Change]] = field(default_factory=lambda: defaultdict(list))
    alive: int = 0
    to_redo: set[Reader] = field(default_factory=set)
    read_alive: set[int] = field(default_factory=set)
    lasting: dict[Any, Any] = field(default_factory=dict)

    def update(self, day: int, *, everything: bool) -> None:
        """Bring the registers to a day and note who reads what changed."""
        for changes in (self.ends.get(day, ()), self.begins.get(day, ())):
            for register, bit, truth, readers in changes:
                register.put(bit, truth)
                self.to_redo.update(readers)
        if everything:
            self.lasting = {}
            self.to_redo |= {(number, EVERY) for number in range(len(self.promises))}

    def scene(self, day: int) -> Scene:
        """The scene of a day."""
        asked = Day.exact(day)
        return Scene(
            world=self.world,
            day=asked,
            ids=self.ids,
            position=self.position,
            count=self.count,
            alive=self.alive,
            bonds=lambda name: self._bond(name, day),
            ongoing=going_on(self.world, asked, self.without),
            without=self.without,
            lasting=self.lasting,
        )

    def _bond(self, name: str, day: int) -> Masks:
        known = self.bonds.get(name)
        if known is not None:
            return known.masks
        instrument = self.world.records.instruments.get(name)
        if instrument is None:
            return 0, (1 << self.count) - 1
        register = Register()
        for actor in _members(self, instrument):
            if actor in self.position:
                register.put(1 << self.position[actor], at(self.timeline.bond(instrument, actor), day))
        return register.masks

    def redo(self, scene: Scene, sides: tuple[str, ...]) -> Iterator[tuple[int, str, int, list[Patch]]]:
        """Fold anew what reads something that changed: clause, side, beneficiary, patches."""
        todo: dict[int, set[int]] = defaultdict(set)
        for number, row in self.to_redo:
            todo[number].add(row)
        self.to_redo = set()
        for number, rows in todo.items():
            entitled = self.entitled[number]
            current = set(bits(entitled.true | entitled.unknown))
            scene.read_alive = False
            for owner in (rows - {EVERY}) | (current if EVERY in rows else set()):
                for side in sides:
                    yield number, side, owner, self._patches(number, scene, owner, side) if owner in current else []
            if scene.read_alive:
                self.read_alive.add(number)

    def _patches(self, number: int, scene: Scene, owner: int, side: str) -> list[Patch]:
        pairs = self.pairs.get(number)
        owing = self.owing[number] if pairs is None else pairs[owner]
        entitled = self.entitled[number].of(owner)
        found = patches(self.promises[number], scene, self.ids[owner], side, owing.masks, entitled=entitled)
        return found if len(self.kept) == WIDTH else [one for one in found if one[1] % WIDTH in self.kept]


def build(
    world: World,
    window: tuple[int, int],
    kinds: Iterable[str],
    statuses: Iterable[str],
    without: tuple[str, ...],
    beneficiaries: Iterable[str] | None,
) -> Machine:
    """The machine on the eve of a window's first day."""
    states = tuple(world.records.states)
    ids = (*states, *world.records.actors)
    found = tuple(p for p in promises(world, kinds) if not {p.instrument.id, p.provision.id} & set(without))
    machine = Machine(
        world=world,
        timeline=Timeline(world, window),
        ids=ids,
        position={one: number for number, one in enumerate(ids)},
        count=len(states),
        promises=found,
        without=without,
        kept=frozenset(STATUSES.index(one) for one in statuses),
        rows=states if beneficiaries is None else _in_order(states, set(beneficiaries)),
        owing=[Register() for _ in found],
        entitled=[Register() for _ in found],
    )
    readers: dict[str, list[Reader]] = defaultdict(list)
    for number, promise in enumerate(found):
        _schedule(machine, number, promise)
        if promise.reads_parties:
            readers[promise.instrument.id].append((number, EVERY))
        for name in (*promise.references, *(superior(world).instruments if promise.barrable else ())):
            readers[name].append((number, EVERY))
    for name, who in readers.items():
        register = machine.bonds[name] = Register()
        instrument = world.records.instruments[name]
        for actor in _members(machine, instrument):
            if actor in machine.position:
                _enter(machine, machine.timeline.bond(instrument, actor), register, actor, tuple(who))
    return machine


def _in_order(states: tuple[str, ...], chosen: set[str]) -> tuple[str, ...]:
    return tuple(one for one in states if one in chosen)


def _members(machine: Machine, instrument: Instrument) -> Iterable[str]:
    """Everyone who may ever be bound by an instrument."""
    listed = ever_parties(machine.world, instrument)
    return machine.ids[: machine.count] if listed is None else listed


def _schedule(machine: Machine, number: int, promise: Promise) -> None:
    """Enter into the calendar when each state is bound by a clause, and when each is entitled."""
    timeline, instrument, provision = machine.timeline, promise.instrument, promise.provision
    entitled = entitled_states(timeline, promise, machine.rows)
    stands = timeline.clause(instrument, provision) if entitled else ()
    if not stands:
        return
    obligors = _obligors(machine, promise)
    for actor in obligors:
        runs = meet(stands, timeline.role(instrument, provision, actor, "obligor"))
        _enter(machine, runs, machine.owing[number], actor, ((number, EVERY),))
    for actor in entitled:
        reader = (number, machine.position[actor])
        runs = timeline.role(instrument, provision, actor, "beneficiary")
        _enter(machine, runs, machine.entitled[number], actor, (reader,))
        if instrument.suspensions:
            register = machine.pairs.setdefault(number, {})[machine.position[actor]] = Register()
            for obligor in obligors:
                if obligor != actor:
                    runs = timeline.operates(instrument, provision, obligor, actor)
                    _enter(machine, runs, register, obligor, (reader,))


def _obligors(machine: Machine, promise: Promise) -> tuple[str, ...]:
    states = machine.ids[: machine.count] if promise.is_open else ()
    return tuple(one for one in dict.fromkeys((*promise.clause.pool, *states)) if one in machine.position)


def entitled_states(timeline: Timeline, promise: Promise, states: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the states that may be beneficiaries: every one where the role is wider than a list."""
    named = promise.provision.beneficiaries
    listed = promise.clause.parties
    is_wide = any(":" in who or who in ("any_state", "any_actor", "any_party", "un_member") for who in named)
    if is_wide or (not named and listed is None):
        return states
    if not named:
        return tuple(one for one in states if one in (listed or ()))
    return tuple(one for one in states if timeline.role(promise.instrument, promise.provision, one, "beneficiary"))


def _enter(machine: Machine, runs: Runs, register: Register, actor: str, readers: tuple[Reader, ...]) -> None:
    bit, end = 1 << machine.position[actor], machine.timeline.window[1]
    for since, until, truth in runs:
        machine.begins[since].append((register, bit, truth, readers))
        if until < end:
            machine.ends[until].append((register, bit, Truth.FALSE, readers))

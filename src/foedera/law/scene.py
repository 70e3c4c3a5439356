"""One day in one world, seen for all states at once: bits for states, who is bound, who is caught up in what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from foedera.law.setting import ANYONE, Case, Setting
from foedera.law.short_form import ATTACK, plain_attack
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from foedera.dates import Day
    from foedera.model.events import Event
    from foedera.model.instruments import Instrument, Provision
    from foedera.model.world import World

Masks = tuple[int, int]
"""Two disjoint bit masks over states: for whom a statement is TRUE, and for whom it is UNKNOWN."""

VICTIM, ATTACKER = "victim", "attacker"
"""The side that a promise is owed to."""


def bits(mask: int) -> Iterator[int]:
    """The positions of the bits of a mask, ascending."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


@dataclass(slots=True)
class Scene:
    """What may be read on one day about all attackers and victims.

    Attributes:
        ids: the states, in the order of their bits, then the organs and groups.
        position: id to its bit's position.
        count: how many of them are states.
        alive: the states that exist, or may exist, on the day.
        bonds: instrument id to who is bound by it on the day.
        ongoing: recorded events that are, or may be, going on.
        without: instruments left out.
        read_alive: set when something was tested state by state, so that it must be redone when states come or go.
        lasting: what holds as long as recorded events and superior norms stay as they are; may be handed to the next
            day's scene.
    """

    world: World
    day: Day
    ids: tuple[str, ...]
    position: Mapping[str, int]
    count: int
    alive: int
    bonds: Callable[[str], Masks]
    ongoing: tuple[Event, ...] = ()
    without: tuple[str, ...] = ()
    read_alive: bool = False
    lasting: dict[Any, Any] = field(default_factory=dict)
    settings: dict[tuple[str, str], Setting] = field(default_factory=dict)
    known_bonds: dict[str, Masks] = field(default_factory=dict)
    known_profiles: dict[Any, tuple[object, ...]] = field(default_factory=dict)
    known_bars: dict[Any, Masks] = field(default_factory=dict)
    known_classes: dict[Any, tuple[tuple[int, str], ...]] = field(default_factory=dict)

    @property
    def everyone(self) -> int:
        """The mask of all states of the world."""
        return (1 << self.count) - 1

    def bit(self, state: str) -> int:
        """The own bit of a state, organ or group; none for who is not on record."""
        found = self.position.get(state)
        return 0 if found is None else 1 << found

    def setting(self, attacker: str, victim: str) -> Setting:
        """The setting of the question ``ask ATTACKER VICTIM`` on the day."""
        found = self.settings.get((attacker, victim))
        if found is None:
            question = replace(plain_attack(self.world, attacker, victim, self.day), without=self.without)
            found = self.settings[attacker, victim] = Setting(self.world, question, self.ongoing)
        return found

    def bond(self, instrument: str) -> Masks:
        """Who is bound by an instrument on the day."""
        found = self.known_bonds.get(instrument)
        if found is None:
            found = self.known_bonds[instrument] = self.bonds(instrument)
        return found

    def classes(self, referenced: tuple[str, ...], *, with_place: bool) -> tuple[tuple[int, str], ...]:
        """The states that exist, as classes that rules cannot tell apart without naming a state: mask, a member.

        Args:
            referenced: instruments of which the rules read the parties.
            with_place: whether the rules read where a state lies.
        """
        key = (referenced, with_place)
        found = self.known_classes.get(key)
        if found is None:
            masks: dict[object, int] = {}
            for position in bits(self.alive):
                kind = self.profile(self.ids[position], referenced, with_place=with_place)
                masks[kind] = masks.get(kind, 0) | 1 << position
            classes = ((mask, self.ids[next(bits(mask))]) for mask in masks.values())
            found = self.known_classes[key] = tuple(classes)
        return found

    def profile(self, state: str, referenced: tuple[str, ...], *, with_place: bool) -> tuple[object, ...]:
        """Whatever of a state a rule can read, apart from its name."""
        key = (state, referenced, with_place)
        found = self.known_profiles.get(key)
        if found is None:
            found = self.known_profiles[key] = self._profile(*key)
        return found

    def _profile(self, state: str, referenced: tuple[str, ...], with_place: bool) -> tuple[object, ...]:  # noqa: FBT001
        record, bit = self.world.records.states.get(state), self.bit(state)
        if record is None or record.statehood != "undisputed":
            return (state,)
        bonds = tuple((bool(true & bit), bool(unknown & bit)) for true, unknown in map(self.bond, referenced))
        regions = tuple((record.regions or {}).items()) if with_place else ()
        return self.roles(state), bonds, record.classes, regions

    def of_class(self, name: str) -> int:
        """The states of a class."""
        key = ("class", name)
        if key not in self.lasting:
            states = self.world.records.states
            self.lasting[key] = sum(self.bit(one) for one, state in states.items() if name in state.classes)
        mask: int = self.lasting[key]
        return mask

    def roles(self, state: str) -> tuple[tuple[str, str], ...]:
        """The state's roles in the recorded events that are going on."""
        if "roles" not in self.lasting:
            found: dict[str, list[tuple[str, str]]] = {}
            for event in self.ongoing:
                for role, actors in event.roles.items():
                    for actor in actors:
                        found.setdefault(actor, []).append((event.id, role))
            self.lasting["roles"] = {actor: tuple(roles) for actor, roles in found.items()}
        roles: tuple[tuple[str, str], ...] = self.lasting["roles"].get(state, ())
        return roles

    def caught_up(self, state: str) -> int:
        """The states that have a role in a recorded event in which this one has a role."""
        key = ("caught", state)
        if key not in self.lasting:
            mask = 0
            for event in self.ongoing:
                present = {actor for actors in event.roles.values() for actor in actors}
                if state in present:
                    mask |= self.everyone & sum(self.bit(one) for one in present if one != state)
            self.lasting[key] = mask
        mask_: int = self.lasting[key]
        return mask_

    def is_suspect(self, state: str) -> bool:
        """Whether force against the state may be lawful for anyone: it attacks somebody, or force is authorised."""
        if "suspects" not in self.lasting:
            closure, record = self.world.kind_closure, self.world.records.event_kinds[ATTACK]
            rule = self.world.records.doctrine["authorised-force"]
            found: set[str] = set()
            for event in self.ongoing:
                kinds = closure[event.type]
                if ATTACK in kinds:
                    found.update(event.roles.get(record.actor, ()))
                if kinds & set(rule.kinds):
                    found.update(event.roles.get(self.world.records.event_kinds[event.type].target, ()))
            self.lasting["suspects"] = found
        return state in self.lasting["suspects"]


@dataclass(frozen=True, slots=True)
class Row:
    """One clause owed to one state on one side, for every state on the other side at once.

    Attributes:
        beneficiary: the state to which it is owed.
        side: whether that is the victim or the attacker.
        obligor: the state that owes; ANYONE if the clause does not read who; SELF for the other side itself.
    """

    scene: Scene
    instrument: Instrument
    provision: Provision
    beneficiary: str
    side: str
    obligor: str = ANYONE

    def case(self, other: str) -> Case:
        """The scalar case with one state on the other side."""
        attacker, victim = (other, self.beneficiary) if self.side == VICTIM else (self.beneficiary, other)
        setting = self.scene.setting(attacker, victim)
        obligor = other if self.obligor == SELF else self.obligor
        event = setting.question.events[0]
        return Case(setting, event, self.instrument, self.provision, obligor, self.beneficiary, (other,))

    def constant(self, truth: Truth) -> Masks:
        """The same truth for every state on the other side."""
        if truth is Truth.FALSE:
            return 0, 0
        return (self.scene.everyone, 0) if truth is Truth.TRUE else (0, self.scene.everyone)


SELF = "="
"""Stands for the state on the other side as the one that owes."""

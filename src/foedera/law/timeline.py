"""Over time: in which days an instrument, a bond, a clause between two states holds, and in which it may.

The same rules as on one day (``law.force``, ``law.status``), read on every day on which they can change.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from foedera.dates import Day, Span
from foedera.law.candidates import is_gone
from foedera.law.docket import stand_ins
from foedera.law.force import bound, in_force
from foedera.law.setting import Case, open_setting
from foedera.law.status import between, clause_grounds, standing
from foedera.model import conditions as c
from foedera.model.events import Event
from foedera.model.questions import Question
from foedera.runs import Runs, meet, sampled, turns
from foedera.truth import Truth, all_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.law.setting import Setting
    from foedera.model.conditions import Who
    from foedera.model.instruments import Instrument, Provision
    from foedera.model.states import Existence
    from foedera.model.world import World


@dataclass(slots=True)
class Timeline:
    """What holds when, in one world and one window of days. Everything is computed once.

    Attributes:
        window: ``[since, until)`` as ordinals.
    """

    world: World
    window: tuple[int, int]
    _settings: dict[int, Setting] = field(default_factory=dict)
    _known: dict[Any, Runs] = field(default_factory=dict)

    def on(self, ordinal: int) -> Setting:
        """The setting of a day on which nothing happens but what is on record."""
        setting = self._settings.get(ordinal)
        if setting is None:
            setting = self._settings[ordinal] = open_setting(self.world, Question((), Day.exact(ordinal)))
        return setting

    def force(self, instrument: Instrument) -> Runs:
        """When the instrument is in force."""
        key = ("force", instrument.id)
        if key not in self._known:
            dated = (instrument.in_force, instrument.signed, instrument.ended)
            edges = turns(one.on for one in dated if one)
            self._known[key] = sampled(edges, self.window, lambda day: in_force(self.on(day), instrument).truth)
        return self._known[key]

    def bond(self, instrument: Instrument, actor: str) -> Runs:
        """When the actor is bound by it (membership only)."""
        key = ("bond", instrument.id, actor)
        if key not in self._known:
            spells = _plain_spells(self.world, instrument, actor)
            if spells is None:
                edges = turns(_bond_days(self.world, instrument, actor))
                truth_on = lambda day: bound(self.on(day), instrument, actor).step.truth  # noqa: E731 - one of two
                self._known[key] = sampled(edges, self.window, truth_on)
            else:
                self._known[key] = self._plain_bond(spells, self.world.records.states[actor].exists)
        return self._known[key]

    def _plain_bond(self, spells: tuple[Span, ...], existence: tuple[Existence, ...]) -> Runs:
        """When one of the spells runs and the state has not ceased to exist."""
        ends = [one.until for one in existence if one.until] if all(one.until for one in existence) else []

        def truth_on(ordinal: int) -> Truth:
            day = self.on(ordinal).day
            held = max(spell.contains(day) for spell in spells)
            return min(held, max(day.before(end) for end in ends)) if ends else held

        return sampled(
            turns((*(day for one in spells for day in (one.since, one.until)), *ends)), self.window, truth_on
        )

    def role(self, instrument: Instrument, provision: Provision, actor: str, role: str) -> Runs:
        """When the actor fills the role (``obligor`` or ``beneficiary``) of the clause, bound where it must be."""
        named = provision.obligors if role == "obligor" else provision.beneficiaries
        if not named and (role == "obligor" or instrument.parties):
            return self.bond(instrument, actor)
        if not named:
            return ((*self.window, Truth.TRUE),)
        key = (role, provision.id, actor)
        if key not in self._known:
            if _is_plain(self.world, instrument, named):
                self._known[key] = self.bond(instrument, actor) if actor in named else ()
            else:
                edges = turns(_role_days(self.world, instrument, named, actor))
                self._known[key] = sampled(
                    edges, self.window, lambda day: self._standing(day, instrument, provision, actor, role)
                )
        return self._known[key]

    def _standing(self, day: int, instrument: Instrument, provision: Provision, actor: str, role: str) -> Truth:
        case = self._case(day, instrument, provision, actor, actor)
        if role == "obligor" and is_gone(case.setting, actor):
            return Truth.FALSE
        named = provision.obligors if role == "obligor" else provision.beneficiaries
        return standing(case, named, actor, role).truth

    def clause(self, instrument: Instrument, provision: Provision) -> Runs:
        """When the clause stands: in force, in this version, not ended by its own terms, binding."""
        key = ("clause", provision.id)
        if key not in self._known:
            anyone = next(iter(self.world.parties.get(instrument.id, ())), "")
            edges = turns(_clause_days(self.world, instrument, provision))
            own = sampled(
                edges,
                self.window,
                lambda day: all_of(
                    step.truth for step in clause_grounds(self._case(day, instrument, provision, anyone, anyone))
                ),
            )
            self._known[key] = meet(self.force(instrument), own)
        return self._known[key]

    def operates(self, instrument: Instrument, provision: Provision, obligor: str, beneficiary: str) -> Runs:
        """When the clause binds the obligor toward the beneficiary, its condition apart."""
        found = meet(self.clause(instrument, provision), self.role(instrument, provision, obligor, "obligor"))
        if found:
            found = meet(found, self.role(instrument, provision, beneficiary, "beneficiary"))
        if not found or not instrument.suspensions:
            return found
        days = (day for one in instrument.suspensions for day in _days(one))
        running = sampled(
            turns(
                (*days, *_bond_days(self.world, instrument, obligor), *_bond_days(self.world, instrument, beneficiary))
            ),
            self.window,
            lambda day: between(self._case(day, instrument, provision, obligor, beneficiary)),
        )
        return meet(found, running)

    def _case(self, day: int, instrument: Instrument, provision: Provision, obligor: str, beneficiary: str) -> Case:
        setting = self.on(day)
        event = Event("nothing", "armed_attack", "nothing happens", {}, setting.day)
        return Case(setting, event, instrument, provision, obligor, beneficiary, ())


def _plain_spells(world: World, instrument: Instrument, actor: str) -> tuple[Span, ...] | None:
    """The spells of a state as a party if nothing else bears on its bond: no organ, predecessor or position on it.

    None where ``law.force.bound`` has more to say. This is the case of nearly all parties, at a fraction of the cost.
    """
    state, own = world.records.states.get(actor), world.parties.get(instrument.id, {}).get(actor)
    if state is None or state.continues is not None or not own or world.organs.get(actor):
        return None
    if any(party.status == "signatory" or party.positions for party in own):
        return None
    return tuple(Span(party.since, party.until) for party in own)


def _is_plain(world: World, instrument: Instrument, named: tuple[Who, ...]) -> bool:
    """Whether the named are all parties without heirs or organs, so that only they themselves can stand."""
    own = world.parties.get(instrument.id, {})
    return all(who in own and len(stand_ins(world, who)) == 1 for who in named)


def _days(record: Any) -> Iterator[Day]:
    """Every day in a record."""
    if isinstance(record, Day):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from _days(item)
    elif is_dataclass(record) and not isinstance(record, type):
        for one in fields(record):
            yield from _days(getattr(record, one.name))


def _bond_days(world: World, instrument: Instrument, actor: str) -> Iterator[Day]:
    """The days that the rule on bonds reads for one actor: its own, its organs', those whom it continues."""
    own = world.parties.get(instrument.id, {})
    begin = instrument.in_force or instrument.signed
    if begin:
        yield begin.on
    current, seen = actor, {actor}
    while True:
        for one in (current, *world.organs.get(current, ())):
            yield from _days(own.get(one, ()))
        state = world.records.states.get(current)
        if state is None:
            return
        yield from _days(state.exists)
        if state.continues is None or state.continues.state in seen:
            return
        yield state.continues.since
        current = state.continues.state
        seen.add(current)


def _role_days(world: World, instrument: Instrument, named: tuple[Who, ...], actor: str) -> Iterator[Day]:
    yield from _bond_days(world, instrument, actor)
    for who in named:
        if who == "un_member":
            other = world.records.instruments.get(world.records.doctrine["un-membership"].refers[0])
        else:
            other = world.records.instruments.get(who.removeprefix("party:"))
        if other:
            yield from _bond_days(world, other, actor)


def _clause_days(world: World, instrument: Instrument, provision: Provision) -> Iterator[Day]:
    """The clause's own version; a tree on its end may read any record."""
    yield from (day for day in (provision.since, provision.until) if day)
    if instrument.ends_when is not None:
        yield from _days(instrument.ends_when)
        for other in world.records.instruments.values():
            yield from _days((other.in_force, other.ended, other.parties))
        for event in world.records.events.values():
            yield from _days(event)


def legal_days(world: World, trees: Iterable[c.Node]) -> set[int]:
    """The days on which something other than bonds and clauses' own spans can change what some conditions say.

    Recorded events and positions, places, statehood, and the instruments that rank over others.
    """
    records = world.records
    ranked = {rank.kind for rule in records.doctrine.values() for rank in rule.ranks}
    superior = [one for one in records.instruments.values() if one.kind in ranked]
    higher = (provision.when for one in superior for provision in one.provisions if provision.when is not None)
    parts = list(c.nodes(c.All((*trees, *higher))))
    found: list[Any] = [*records.events.values(), *superior]
    found += [node for node in parts if isinstance(node, c.OnOrAfter)]
    named = {node.instrument for node in parts if isinstance(node, c.InForce)} & set(records.instruments)
    found += [(one.in_force, one.signed, one.ended) for one in map(records.instruments.__getitem__, sorted(named))]
    if superior or records.events or any(isinstance(node, c.Statehood) for node in parts):
        found += [state.positions for state in records.states.values() if state.positions]
    if any(isinstance(node, c.InArea | c.InDefinedArea) for node in parts):
        found += [*records.places.values(), *(one.areas for one in records.instruments.values())]
    return turns(day for one in found for day in _days(one))

"""What a state or organ has said and done on record: positions, roles in events, places that it holds or claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.events import Event
    from foedera.model.facts import Position, Spell
    from foedera.model.instruments import Instrument
    from foedera.model.states import Place, Recognition
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Saying:
    """A position and the record that it is about.

    Attributes:
        about: id of the event, instrument or state.
        instrument: whose own sources the position may cite; None for other records.
    """

    about: str
    position: Position
    instrument: Instrument | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """How a state stands to a place.

    Attributes:
        how: ``administers`` or ``claims``.
    """

    place: Place
    how: str
    spell: Spell


@dataclass(frozen=True, slots=True)
class Places:
    """Places that a state administers or claims, and what it recognises."""

    holdings: tuple[Holding, ...]
    recognitions: tuple[tuple[Place, Recognition], ...]


def sayings(world: World, actor: str) -> tuple[Saying, ...]:
    """The positions that a state or organ has taken, the earliest first."""
    found = (one for one in _all_sayings(world) if one.position.by == actor)
    return tuple(sorted(found, key=lambda one: one.position.since.first))


def _all_sayings(world: World) -> Iterator[Saying]:
    records = world.records
    for event in records.events.values():
        yield from (Saying(event.id, one) for one in event.positions)
    for state in records.states.values():
        yield from (Saying(state.id, one) for one in state.positions)
    for instrument in records.instruments.values():
        yield from (Saying(instrument.id, one, instrument) for one in instrument.binding_positions)
        for party in instrument.parties:
            yield from (Saying(instrument.id, one, instrument) for one in party.positions)
        for suspension in instrument.suspensions:
            yield from (Saying(instrument.id, one, instrument) for one in suspension.positions)


def roles_of(world: World, actor: str) -> tuple[tuple[str, Event], ...]:
    """The recorded events in which it has a role, each with the role, the earliest first."""
    found = [
        (role, event)
        for event in world.records.events.values()
        for role, actors in event.roles.items()
        if actor in actors
    ]
    return tuple(sorted(found, key=lambda pair: pair[1].since.first))


def places_of(world: World, state: str) -> Places:
    """The places that a state administers, claims or recognises as somebody's."""
    places = world.records.places.values()
    held = [
        Holding(place, how, spell)
        for place in places
        for how, spells in (("administers", place.administered_by), ("claims", place.claimed_by))
        for spell in spells
        if spell.state == state
    ]
    known = [(place, one) for place in places for one in place.recognised if one.by == state]
    return Places(tuple(held), tuple(known))

"""The days on which the answer to a question may change: what the record of the two states turns on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.engine.existence import may_exist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.instruments import Instrument
    from foedera.model.world import World

_MANY = 60
"""Of an instrument with more parties, only the two states' own entries and exits are told."""
_OPEN = {dt.date.min.toordinal(), dt.date.max.toordinal()}
"""Ends of doubtful days that are no days: "then or later"."""
Turn = tuple[Day | None, str]


@dataclass(frozen=True, slots=True)
class TurningDay:
    """A day, and what begins or ends on it."""

    day: Day
    reasons: tuple[str, ...]


def turning_days(world: World, states: Iterable[str], places: Iterable[str] = ()) -> tuple[TurningDay, ...]:
    """The days that matter for a question between some states, the earliest first.

    They are the days of instruments that bind or protect one of them, of recorded events with one of them in a
    role, and of who holds the places, as far as all the states exist. On a doubtful day both its ends count. What
    changes for third parties of very large instruments (the entry of one more UN member) is left out.
    """
    concerned = set(states)
    chain = {one for state in concerned for one in _persons(world, state)}
    days = _gathered(_turns(world, chain, tuple(places)))
    return tuple(one for one in days if all(_exists(world, state, one.day) for state in concerned))


def turning_days_of(world: World, instrument: Instrument) -> tuple[TurningDay, ...]:
    """The days on which something in the record of one instrument begins or ends, the earliest first."""
    return tuple(_gathered(_of_instrument(world, instrument, set(world.parties.get(instrument.id, ())))))


def _gathered(turns: Iterable[Turn]) -> Iterator[TurningDay]:
    found: dict[int, dict[str, None]] = {}
    for day, reason in turns:
        for ordinal in {day.first, day.last} - _OPEN if day else ():
            doubtful = "" if day is None or day.is_exact else f" (doubtful: {day})"
            found.setdefault(ordinal, {})[reason + doubtful] = None
    for ordinal, reasons in sorted(found.items()):
        yield TurningDay(Day.exact(ordinal), tuple(reasons))


def _persons(world: World, state: str) -> Iterator[str]:
    """The state and those whom it continues."""
    seen: set[str] = set()
    current: str | None = state
    while current and current not in seen:
        seen.add(current)
        yield current
        record = world.records.states.get(current)
        current = record.continues.state if record and record.continues else None


def _exists(world: World, state: str, day: Day) -> bool:
    """Whether the state may exist on the day; organs and groups always."""
    record = world.records.states.get(state)
    return record is None or may_exist(record, day)


def _turns(world: World, chain: set[str], places: tuple[str, ...]) -> Iterator[Turn]:
    for instrument in world.records.instruments.values():
        if _concerns(world, instrument, chain):
            yield from _of_instrument(world, instrument, chain)
    for event in world.records.events.values():
        if any(chain & set(actors) for actors in event.roles.values()):
            yield event.since, f"begins: {event.title}"
            yield event.until, f"ends: {event.title}"
            for position in event.positions:
                yield position.since, f"{world.name(position.by)} takes a position: {event.title}"
    for place in filter(None, map(world.records.places.get, places)):
        for spell in place.administered_by:
            yield spell.since, f"{place.name}: {world.name(spell.state)} begins to administer it"
            yield spell.until, f"{place.name}: {world.name(spell.state)} ceases to administer it"


def _concerns(world: World, instrument: Instrument, chain: set[str]) -> bool:
    named = {who for clause in instrument.provisions for who in (*clause.obligors, *clause.beneficiaries)}
    return bool(chain & {*world.parties.get(instrument.id, ()), *named})


def _of_instrument(world: World, instrument: Instrument, chain: set[str]) -> Iterator[Turn]:
    name = instrument.id
    for dated, word in ((instrument.signed, "signed"), (instrument.in_force, "in force"), (instrument.ended, "ended")):
        yield (dated.on if dated else None), f"{name} {word}"
    many = len(instrument.parties) > _MANY
    for party in instrument.parties:
        if not many or party.state in chain:
            yield party.since, f"{name}: {world.name(party.state)} enters"
            yield party.until, f"{name}: {world.name(party.state)} leaves"
    for clause in instrument.provisions:
        yield clause.since, f"{clause.id} begins to stand"
        yield clause.until, f"{clause.id} ceases to stand"
    for one in instrument.suspensions:
        yield one.since, f"{name}: a suspension begins"
        yield one.until, f"{name}: a suspension ends"


__all__ = ["TurningDay", "turning_days", "turning_days_of"]

"""Whom a clause may concern in an event: obligors and beneficiaries worth testing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.engine.docket import stand_ins
from foedera.law.setting import ANYONE
from foedera.law.who import UNIVERSAL
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.engine.docket import Clause
    from foedera.law.setting import Setting
    from foedera.model.conditions import Who
    from foedera.model.events import Event
    from foedera.model.instruments import Instrument

_ASIDE = frozenset({"on_behalf_of", "with"})


def participants(setting: Setting, event: Event) -> tuple[str, ...]:
    """States in the event's two main roles, actors first."""
    states = setting.world.records.states
    return tuple(dict.fromkeys(actor for actor in (*setting.actors(event), *setting.targets(event)) if actor in states))


def other_side(setting: Setting, event: Event, beneficiary: str) -> tuple[str, ...]:
    """The other side of an event, seen from one of its participants."""
    actors, targets = setting.actors(event), setting.targets(event)
    return targets if beneficiary in actors and beneficiary not in targets else actors


def beneficiaries(setting: Setting, clause: Clause, event: Event, *, every: bool) -> tuple[str, ...]:
    """Participants to whom the clause may be owed."""
    present = participants(setting, event)
    named = clause.provision.beneficiaries
    if every or (named and any(who in UNIVERSAL or who.startswith("party:") for who in named)):
        return present
    if not named and not clause.instrument.parties:
        return present
    if named:
        return tuple(b for b in present if any(_stands_for(setting, b, who) for who in named))
    return present if clause.parties is None else tuple(b for b in present if b in clause.parties)


def obligors(setting: Setting, clause: Clause, event: Event, *, every: bool) -> Iterator[str]:
    """States that may owe: the named ones, the parties, or (for a duty of all alike) participants and ANYONE."""
    present = participants(setting, event)
    pool = _pool(setting, clause.instrument, clause.provision.obligors, present)
    if every:
        yield from pool
    elif clause.only_own_acts:
        within = set(pool)
        yield from (state for state in present if state in within or ANYONE in within)
    else:
        yield from (state for state in pool if not _is_gone(setting, state))


def _is_gone(setting: Setting, actor: str) -> bool:
    """Whether a state had ceased to exist by the day asked; its heirs are tested in its place."""
    state = setting.world.records.states.get(actor)
    return state is not None and all(
        span.until is not None and setting.day.before(span.until) is Truth.FALSE for span in state.exists
    )


def _pool(setting: Setting, instrument: Instrument, named: tuple[Who, ...], present: tuple[str, ...]) -> Iterator[str]:
    if not named:
        yield from _parties(setting, instrument)
        return
    seen: set[str] = set()
    for who in named:
        for state in _members(setting, instrument, who, present):
            for one in stand_ins(setting.world, state):
                if one not in seen:
                    seen.add(one)
                    yield one


def _members(setting: Setting, instrument: Instrument, who: Who, present: tuple[str, ...]) -> Iterator[str]:
    if who == "any_party":
        yield from _parties(setting, instrument)
    elif who in UNIVERSAL:
        yield from present
        yield ANYONE
    elif who.startswith("class:"):
        yield from (state.id for state in setting.world.records.states.values() if who[6:] in state.classes)
    elif who.startswith("party:"):
        other = setting.world.records.instruments.get(who[6:])
        yield from _parties(setting, other) if other else ()
    else:
        yield who


def _parties(setting: Setting, instrument: Instrument) -> Iterator[str]:
    """Everyone with a party record, the states that continue them, and the states whose organs they are."""
    recorded = setting.world.parties.get(instrument.id, ())
    yield from dict.fromkeys(one for state in recorded for one in stand_ins(setting.world, state))


def _stands_for(setting: Setting, actor: str, named: str) -> bool:
    """Whether the actor is the named state, continues it, or has the named organ."""
    seen: set[str] = set()
    current: str | None = actor
    while current and current not in seen:
        state = setting.world.records.states.get(current)
        if current == named or named in setting.world.organs.get(current, ()):
            return True
        if state and named.startswith("class:") and named[6:] in state.classes:
            return True
        seen.add(current)
        current = state.continues.state if state and state.continues else None
    return False

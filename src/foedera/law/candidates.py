"""Whom a clause may concern in an event: obligors and beneficiaries worth testing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.setting import ANYONE
from foedera.law.who import UNIVERSAL
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.law.docket import Clause
    from foedera.law.setting import Setting
    from foedera.model.events import Event


def participants(setting: Setting, event: Event) -> tuple[str, ...]:
    """States in the event's two main roles, actors first."""
    key = ("participants", event.id)
    found: tuple[str, ...] | None = setting.memo.get(key)
    if found is None:
        states = setting.world.records.states
        both = dict.fromkeys((*setting.actors(event), *setting.targets(event)))
        found = setting.memo[key] = tuple(actor for actor in both if actor in states)
    return found


def other_side(setting: Setting, event: Event, beneficiary: str) -> tuple[str, ...]:
    """The other side of an event, seen from one of its participants."""
    actors, targets = setting.actors(event), setting.targets(event)
    return actors if beneficiary in targets else targets


def _is_about_aid(setting: Setting, clause: Clause, event: Event) -> bool:
    """Whether the clause forbids helping an attacker and the event may be such help."""
    is_ban = "aid_to_aggressor" in clause.provision.kind and not clause.own
    return is_ban and not setting.is_kind(event.type, "armed_attack")


def _injured(setting: Setting, event: Event) -> tuple[str, ...]:
    """Those whom the one helped is recorded as attacking: to them the helper owes to withhold it."""
    helped, present = set(setting.targets(event)), participants(setting, event)
    attacks = (other for other in setting.of_kind("armed_attack") if helped & set(setting.actors(other)))
    victims = dict.fromkeys(victim for other in attacks for victim in setting.targets(other))
    return tuple(victim for victim in victims if victim not in present)


def beneficiaries(setting: Setting, clause: Clause, event: Event, *, every: bool) -> tuple[str, ...]:
    """Participants to whom the clause may be owed."""
    if _is_about_aid(setting, clause, event):
        return _injured(setting, event)
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
    if clause.only_own_acts and not every:
        is_open = clause.binds_all or (clause.parties is None and not clause.provision.obligors)
        yield from (state for state in present if is_open or state in clause.pool)
        return
    yield from (state for state in clause.pool if every or not is_gone(setting, state))
    if clause.binds_all or (clause.parties is None and not clause.provision.obligors):
        yield from (state for state in present if state not in clause.pool)
    if clause.binds_all:
        yield ANYONE


def is_gone(setting: Setting, actor: str) -> bool:
    """Whether a state had ceased to exist by the day asked; its heirs are tested in its place."""
    key = ("gone", actor)
    gone: bool | None = setting.memo.get(key)
    if gone is None:
        state = setting.world.records.states.get(actor)
        gone = setting.memo[key] = state is not None and all(
            span.until is not None and setting.day.before(span.until) is Truth.FALSE for span in state.exists
        )
    return gone


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

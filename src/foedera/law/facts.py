"""Disputed facts: the value of a proposition from the positions that states and organs take.

Rule: without a view a fact is TRUE if only asserted, FALSE if only denied, UNKNOWN if both or if somebody holds it
open; with the view of a state it is that state's latest position on or before the day asked, if it has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model.answers import NO_DISPUTE, Dispute, Step
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.law.setting import Setting
    from foedera.model.events import Event
    from foedera.model.facts import Position, Proposition

_SAYS = {"asserts": Truth.TRUE, "denies": Truth.FALSE, "open": Truth.UNKNOWN}


def opinion(setting: Setting, positions: Iterable[Position], proposition: Proposition) -> tuple[Truth | None, Dispute]:
    """The value of a proposition by positions (None if nobody took one), and who says what."""
    latest: dict[str, Position] = {}
    for position in positions:
        if position.of == proposition and position.since.on_or_before(setting.day) is Truth.TRUE:
            known = latest.get(position.by)
            if known is None or known.since.last <= position.since.first:
                latest[position.by] = position
    if not latest:
        return None, NO_DISPUTE
    asserted = tuple(p.by for p in latest.values() if p.says == "asserts")
    denied = tuple(p.by for p in latest.values() if p.says == "denies")
    dispute = Dispute(asserted, denied)
    view = setting.question.view
    if view in latest:
        return _SAYS[latest[view].says], dispute
    is_open = len(asserted) + len(denied) < len(latest)
    if is_open or (asserted and denied):
        return Truth.UNKNOWN, dispute
    return Truth.of(bool(asserted)), dispute


def as_viewed(setting: Setting, positions: Iterable[Position], proposition: Proposition) -> tuple[Truth, Dispute]:
    """The value of what is recorded as disputed, and who says what.

    It stays UNKNOWN, whoever alone has spoken by the day; a view that takes a position on it settles it.
    """
    value, dispute = opinion(setting, positions, proposition)
    is_viewed = setting.question.view in (*dispute.asserted_by, *dispute.denied_by)
    return (value if value is not None and is_viewed else Truth.UNKNOWN), dispute


def counterparts(setting: Setting, event: Event) -> tuple[Event, ...]:
    """Recorded events going on with an actor and a target of a stipulated event: they may dispute it."""
    if event.id in setting.world.records.events:
        return ()
    key = ("counterparts", event.id)
    found: tuple[Event, ...] | None = setting.memo.get(key)
    if found is None:
        actors, targets = set(setting.actors(event)), set(setting.targets(event))
        found = tuple(
            other
            for other in setting.ongoing
            if (setting.is_kind(other.type, event.type) or setting.is_kind(event.type, other.type))
            and actors & set(setting.actors(other))
            and targets & set(setting.targets(other))
            and _same_place(event, other)
        )
        setting.memo[key] = found
    return found


def _same_place(event: Event, other: Event) -> bool:
    """Two attacks are compared only where the recorded one is not confined to places that the other is not at."""
    return not other.at or not event.at or bool(set(event.at) & set(other.at)) or any("/" in p for p in event.at)


def switched(setting: Setting, atom: str, about: str, says: str, *args: str) -> Step | None:
    """A leaf for an atom that the asker switched, else None."""
    if atom not in setting.question.switched:
        return None
    value = (setting.question.assumptions or {})[atom]
    return Step(Truth[value.upper()], says + " (as the question assumes)", args, (), (), None, atom, about)


def fact(
    setting: Setting, event: Event, proposition: Proposition, atom: str, default: Truth, says: str, *args: str
) -> Step:
    """A leaf for a proposition about an event.

    In this order: what the asker switched, positions on the event or its recorded counterparts, what the short
    form supposes, the default.
    """
    is_asked = any(event is one for one in setting.question.events)
    leaf = switched(setting, atom, event.id, says, *args) if is_asked else None
    if leaf:
        return leaf
    assumptions = (setting.question.assumptions or {}) if is_asked else {}
    recorded = (event, *counterparts(setting, event))
    value, dispute = opinion(setting, (p for one in recorded for p in one.positions), proposition)
    if value is not None:
        about = next((one for one in recorded if any(p.of == proposition for p in one.positions)), event)
        return Step(value, says, args, (), about.sources, about.mark, atom, about.id, dispute)
    if atom in assumptions:
        return Step(Truth[assumptions[atom].upper()], says + " (assumed)", args, (), (), None, atom, event.id)
    return Step(default, says, args, (), (), None, atom, event.id)


def statehood(setting: Setting, actor: str) -> Step:
    """Whether an actor is a state: TRUE unless its statehood is disputed, then open but for the view adopted."""
    state, name = setting.world.records.states.get(actor), setting.world.name(actor)
    if state is None or state.statehood == "undisputed":
        return Step(Truth.of(state is not None), "{0} is a state", (name,))
    truth, dispute = as_viewed(setting, state.positions, "statehood")
    return Step(truth, "{0} is a state", (name,), (), state.sources, state.mark, "statehood", actor, dispute)


def requested(setting: Setting, event: Event, by: tuple[str, ...], helper: str, says: str, *args: str) -> Step:
    """Whether ``by`` asks ``helper`` for help: shown by a request to it (or to an organ), else the fact ``request``."""
    leaf = switched(setting, "request", event.id, says, *args)
    if leaf:
        return leaf
    for other in (*setting.other_events(event, "request_for_help"), *setting.of_kind("request_for_help")):
        addressees = setting.targets(other)
        to_helper = helper in addressees or any(one in setting.world.records.actors for one in addressees)
        if to_helper and set(by) & set(setting.actors(other)) and other.span.contains(setting.day) is Truth.TRUE:
            return Step(Truth.TRUE, says + f" (on {other.since})", args, (), other.sources, other.mark)
    return fact(setting, event, "request", "request", Truth.UNKNOWN, says, *args)

"""Existence: whether the states of a question existed on its day, and which others did in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.datasets.codes import codes
from foedera.engine.lookup import QuestionError
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.model.states import State
    from foedera.model.world import World


def check_exist(world: World, actors: tuple[str, ...], day: Day) -> None:
    """Refuse a question about a state that plainly did not exist on the day.

    Raises:
        QuestionError: a state did not exist; it names those that did in its place.
    """
    for actor in actors:
        error = absence(world, actor, day)
        if error:
            raise error


def absence(world: World, actor: str, day: Day) -> QuestionError | None:
    """That a state plainly did not exist on the day, and which others did in its place; None for other actors."""
    state = world.records.states.get(actor)
    if state is None or may_exist(state, day):
        return None
    spans = ", ".join(f"from {span.since}" + (f" to {span.until}" if span.until else "") for span in state.exists)
    others: dict[str, str] = {}
    for other, why in _others(world, state, day):
        others.setdefault(other, why)
    hint = "; ".join(others.values()) or None
    message = f"{state.name} did not exist on {day} (it is recorded {spans})"
    return QuestionError(message, hint, instead=(actor, tuple(others)))


def _others(world: World, state: State, day: Day) -> Iterator[tuple[str, str]]:
    """The states of the day that stand in the place of this one, each with why, in words."""
    for one in filter(lambda one: _existed(world, one, day), _continued(world, state)):
        yield one, f"ask for {one} ({world.name(one)}), which it continues"
    for one in filter(lambda one: _existed(world, one, day), world.heirs.get(state.id, ())):
        yield one, f"it is continued by {one} ({world.name(one)})"
    for code in state.codes:
        other = codes(world.records.states, code.system).state(code.code, day.first)
        if other and other != state.id:
            yield other, f"the {code.system.upper()} code {code.code} meant {other} ({world.name(other)}) on that day"
    for one in filter(lambda one: _existed(world, one, day), _before(world, state)):
        yield one, f"on that day there was {one} ({world.name(one)})"


def _continued(world: World, state: State) -> Iterator[str]:
    """The states that this one continues, one after the other."""
    continued = world.records.states.get(state.continues.state) if state.continues else None
    if continued:
        yield continued.id
        yield from _continued(world, continued)


def _before(world: World, state: State) -> Iterator[str]:
    """The states that this one, or one that it continues, succeeds."""
    for one in (state.id, *_continued(world, state)):
        yield from world.records.states[one].successor_of


def _existed(world: World, identifier: str, day: Day) -> bool:
    state = world.records.states.get(identifier)
    return state is not None and may_exist(state, day)


def may_exist(state: State, day: Day) -> bool:
    """Whether the state existed on the day, or may have."""
    return any(span.span.contains(day) is not Truth.FALSE for span in state.exists)

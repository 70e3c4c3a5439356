"""Scenarios from a file or a text: every name in them that nobody has is told with its place."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from foedera.corpus.check import place_of
from foedera.corpus.load import CorpusError, printable_name
from foedera.corpus.positions import read_bytes, read_file
from foedera.corpus.references import References
from foedera.corpus.suppose import decoded_scenario
from foedera.engine.attributes import read_attributes, vocabulary
from foedera.engine.lookup import QuestionError, find_actor, find_place, resolve
from foedera.engine.question import (
    ASIDE,
    SWITCHES,
    TARGETS,
    exact_day,
    from_scenario,
    left_out,
)
from foedera.model.questions import Scenario
from foedera.model.world import supposing
from foedera.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from foedera.corpus.positions import Document
    from foedera.model.questions import ScenarioEvent
    from foedera.model.world import World

    Where = tuple[str | int, ...]

_MOST = 50
"""Problems that are told; a scenario with more of them has another fault than spelling."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A problem of a scenario, and the path to it: to a key, or to a value."""

    where: Where
    problem: Problem
    is_key: bool = False


def read_scenario(path: Path, world: World) -> Scenario:
    """The scenario of a file, all of whose names are known.

    Raises:
        CorpusError: the file is not one valid scenario, or names what nobody is called; the problems say where.
    """
    return _checked(*read_file(path, printable_name(path.name)), world)


def read_scenario_text(text: str, name: str, world: World) -> Scenario:
    """As ``read_scenario``, of a text at hand; ``name`` is how problems call it.

    Raises:
        CorpusError: the text is not one valid scenario, or names what nobody is called; the problems say where.
    """
    return _checked(*read_bytes(text.encode("utf-8", "replace"), name), world)


def _checked(document: Document, found: tuple[Problem, ...], world: World) -> Scenario:
    scenario = decoded_scenario(document, found, world)
    faults = islice(misplaced(supposing(world, scenario.instruments), scenario), _MOST)
    problems = [_placed(document, scenario, one) for one in faults]
    if problems:
        raise CorpusError(tuple(sorted(problems, key=place_of)))
    return scenario


def _placed(document: Document, scenario: Scenario, one: Misplaced) -> Problem:
    """The problem with its place in the text."""
    top: Where = (0,) if isinstance(document.value, list) else ()
    mark, words = document.locate((*top, *one.where), key=one.is_key)
    heading = f"{(scenario.title or 'scenario')[:80]} > {words.removeprefix('[1] > ') if top else words}"
    return dataclasses.replace(one.problem, mark=mark, heading=heading)


def misplaced(world: World, scenario: Scenario) -> Iterator[Misplaced]:
    """What keeps a scenario from being asked: every name that nobody has; if there is none, the rest."""
    names = iter(_names(world, scenario))
    first = next(names, None)
    if first is None:
        yield from _rest(world, scenario)
    else:
        yield first
        yield from names


def _names(world: World, scenario: Scenario) -> Iterator[Misplaced]:
    yield from _told(("on",), "E301", exact_day, scenario.on)
    if scenario.view:
        yield from _told(("view",), "E204", find_actor, world, scenario.view)
    references = References(world.records)
    for number, event in enumerate(scenario.events):
        for one in _of_event(world, references, event):
            yield dataclasses.replace(one, where=("events", number, *one.where))
    for atom in scenario.assume or {}:
        yield from _told(("assume", atom), "E403", _exact, SWITCHES, atom, "assumption", is_key=True)
    for number, name in enumerate(scenario.without):
        yield from _told(("without", number), "E202", left_out, world, (name,))


def _of_event(world: World, references: References, event: ScenarioEvent) -> Iterator[Misplaced]:
    yield from _told(("type",), "E203", resolve, world.records.event_kinds, event.type, "kind of event")
    yield from _roles(world, event)
    for number, place in enumerate(event.at):
        yield from _told(("at", number), "E206", find_place, world, place)
    if event.target:
        yield from _told(("target",), "E406", _exact, TARGETS, event.target.strip().lower(), "target")
    yield from _attributes(world, event)
    for number, name in enumerate(event.about):
        yield from (Misplaced(("about", number), problem) for problem in references.reference(name))
    for number, position in enumerate(event.positions):
        yield from _told(("positions", number, "by"), "E204", _by_id, world, position.by)


def _roles(world: World, event: ScenarioEvent) -> Iterator[Misplaced]:
    known = _roles_of(world, event.type)
    for role, actors in event.roles.items():
        if known:
            yield from _told(("roles", role), "E403", _exact, known, role, "role of this kind of event", is_key=True)
        for number, actor in enumerate(actors):
            yield from _told(("roles", role, number), "E204", find_actor, world, actor)


def _roles_of(world: World, name: str) -> tuple[str, ...]:
    """The roles of a kind of event; none if there is no such kind."""
    try:
        kind = world.records.event_kinds[resolve(world.records.event_kinds, name, "kind of event")]
    except QuestionError:
        return ()
    return (kind.actor, kind.target, *ASIDE)


def _attributes(world: World, event: ScenarioEvent) -> Iterator[Misplaced]:
    for name, value in (event.attributes or {}).items():
        is_known = name in vocabulary(world) or name == "sent_by"
        code = "E406" if is_known else "E403"
        yield from _told(("attributes", name), code, read_attributes, world, {name: value}, is_key=not is_known)


def _by_id(world: World, name: str) -> None:
    """Refuse a holder of a position that is not written as an id, by which positions are read."""
    found = find_actor(world, name)
    if found != name:
        raise QuestionError(f"a position names its holder by id, not as '{name[:80]}'", f"did you mean '{found}'?")


def _exact(known: Iterable[str], name: str, what: str) -> None:
    """Refuse a name that is not written as it is known."""
    found = resolve(dict.fromkeys(known), name, what)
    if found != name:
        raise QuestionError(f"no {what} is called '{name[:80]}'", f"did you mean '{found}'?")


def _rest(world: World, scenario: Scenario) -> Iterator[Misplaced]:
    """What is wrong with events whose names are all known: a role that is missing, an id that is taken."""
    found = [
        dataclasses.replace(one, where=("events", number, *one.where))
        for number, event in enumerate(scenario.events)
        for one in _alone(world, scenario, event)
    ]
    yield from found or _told(("events",), "E201", from_scenario, world, scenario)


def _alone(world: World, scenario: Scenario, event: ScenarioEvent) -> list[Misplaced]:
    """What is wrong with an event by itself: if it is nothing but the id, that is told at the id."""
    nameless = Scenario(scenario.on, (dataclasses.replace(event, id=None),))
    found = [*_told(("roles",), "E404", from_scenario, world, nameless)]
    return found or [*_told(("id",), "E201", from_scenario, world, Scenario(scenario.on, (event,)))]


def _told(
    where: Where, code: str, find: Callable[..., object], *given: Any, is_key: bool = False
) -> Iterator[Misplaced]:
    """The problem of a look-up that finds nothing."""
    try:
        find(*given)
    except QuestionError as error:
        yield Misplaced(where, Problem(code, str(error), hint=error.hint), is_key)

"""Clauses as pages show them: the condition as a sentence and as a tree, duties with their axes, who is bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from foedera.engine import words
from foedera.engine.lookup import plain
from foedera.law.force import bound, in_force
from foedera.law.timeline import Timeline
from foedera.model import conditions as c
from foedera.pictures.ties import ties
from foedera.runs import at
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.dates import Day
    from foedera.law.setting import Setting
    from foedera.model.answers import Step
    from foedera.model.instruments import Area, Instrument, Provision
    from foedera.model.questions import Case
    from foedera.model.world import World
    from foedera.web.pages.mentions import Mentions

_JOINS = {c.All: "all of these", c.AnyOf: "one of these", c.Not: "not this"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in words.

    Attributes:
        condition: when it applies, as one sentence.
        duties: each duty as a sentence, with its axes in words; an axis that is not known is left out.
        stands: whether this version of the clause stands on the day.
    """

    instrument: Instrument
    provision: Provision
    condition: str
    duties: tuple[tuple[str, str], ...]
    stands: Truth


@dataclass(frozen=True, slots=True)
class Member:
    """Whether one state or organ is bound on the day.

    Attributes:
        truth: in force and bound.
        step: its membership, with the reasons.
        hinge: in words what leaves it open; empty where it is not open.
    """

    state: str
    truth: Truth
    step: Step
    hinge: str


def clause_in_words(setting: Setting, instrument: Instrument, provision: Provision) -> Clause:
    """A clause as it stands on the day of the setting."""
    world = setting.world
    duties = tuple((words.duty(world, duty), words.axes(duty)) for duty in provision.duties)
    stands = provision.span.contains(setting.day)
    return Clause(instrument, provision, words.condition(world, provision.when), duties, stands)


def condition_tree(say: Mentions, instrument: Instrument, tree: c.Node | None) -> Markup:
    """A condition as a nested list, each atom with its name."""
    if tree is None:
        return Markup("<p>None: it applies at all times.</p>")
    return Markup('<ul class="tree">{}</ul>').format(_node(say, instrument, tree))


def _node(say: Mentions, instrument: Instrument, node: c.Node) -> Markup:
    if not isinstance(node, c.All | c.AnyOf | c.Not):
        return Markup("<li>{} <code>{}</code></li>").format(_atom(say, instrument, node), node.name)
    parts = (node.of,) if isinstance(node, c.Not) else node.of
    below = Markup("").join(_node(say, instrument, part) for part in parts)
    return Markup('<li><span class="joins">{}:</span><ul>{}</ul></li>').format(_JOINS[type(node)], below)


def _atom(say: Mentions, instrument: Instrument, node: c.Node) -> Markup:
    said = words.condition(say.page.world, node)
    if isinstance(node, c.InDefinedArea):
        address = f"{say.page.links.treaty(instrument.id, say.on)}#area-{node.area}"
        return Markup('<a href="{}">{}</a>').format(address, said)
    return Markup("{}").format(said)


def areas_read(instrument: Instrument, provision: Provision) -> tuple[Area, ...]:
    """The areas of the instrument that the clause's condition reads, in all their versions."""
    read = {node.area for node in c.nodes(provision.when) if isinstance(node, c.InDefinedArea)}
    return tuple(area for area in instrument.areas if area.id in read)


def members(setting: Setting, instrument: Instrument) -> tuple[Member, ...]:
    """The parties on record and the states that continue one, with whether each is bound on the day."""
    return tuple(_member(setting, instrument, state) for state in _concerned(setting.world, instrument))


def _concerned(world: World, instrument: Instrument) -> Iterator[str]:
    seen: set[str] = set()
    todo = list(world.parties.get(instrument.id, ()))
    while todo:
        state = todo.pop(0)
        if state not in seen:
            seen.add(state)
            yield state
            todo += world.heirs.get(state, ())


def _member(setting: Setting, instrument: Instrument, state: str) -> Member:
    step, force = bound(setting, instrument, state).step, in_force(setting, instrument)
    truth = min(step.truth, force.truth)
    leaf = next((one for part in (step, force) for one in part.hinges()), None)
    return Member(state, truth, step, leaf.statement if leaf and truth is Truth.UNKNOWN else "")


def cases_of(cases: Sequence[Case], identifier: str) -> tuple[Case, ...]:
    """The cases whose expectations name an instrument or clause, or that leave it out."""
    return tuple(case for case in cases if any(_is_of(name, identifier) for name in _named(case)))


def _named(case: Case) -> Iterator[str]:
    for expected in case.expect:
        yield from filter(None, (expected.provision, *(expected.bars or ())))
    for asked in (case.ask, case.scenario):
        yield from asked.without if asked else ()
    for conflict in case.conflicts:
        yield from conflict.between


def _is_of(name: str, identifier: str) -> bool:
    bare = identifier.partition("@")[0]
    return name in {identifier, bare} or ("/" not in identifier and name.startswith(f"{identifier}/"))


def versions(instrument: Instrument, article: str) -> tuple[Provision, ...]:
    """All clauses of one article."""
    return tuple(one for one in instrument.provisions if plain(one.article) == plain(article))


def in_role(
    world: World, instrument: Instrument, provision: Provision, day: Day, role: Literal["obligor", "beneficiary"]
) -> tuple[tuple[str, Truth], ...]:
    """Who owes, or is owed, under the clause on the day: parties, their heirs and those whom clauses name."""
    timeline = Timeline(world, (day.first, day.first + 1))
    stands = at(timeline.clause(instrument, provision), day.first)
    found = (
        (tie.actor, min(stands, at(timeline.role(instrument, provision, tie.actor, role), day.first)))
        for tie in ties(world)[instrument.id].held
    )
    held = ((actor, truth) for actor, truth in found if truth is not Truth.FALSE)
    return tuple(sorted(held, key=lambda pair: world.name(pair[0])))

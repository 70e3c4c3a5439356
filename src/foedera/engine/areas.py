"""The area of a treaty: which home territories and which places lie in it on a day, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.engine.lookup import QuestionError
from foedera.engine.standing import quiet
from foedera.law.fold import explain
from foedera.law.force import bound
from foedera.law.places import home_state
from foedera.law.setting import ANYONE, Case
from foedera.model import conditions as c
from foedera.model.events import Event
from foedera.model.states import METROPOLITAN
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.dates import Day
    from foedera.law.setting import Setting
    from foedera.model.answers import Step
    from foedera.model.facts import Spell
    from foedera.model.instruments import Instrument
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Located:
    """Whether one place lies in the area.

    Attributes:
        place: a place id, or ``<STATE>/metropolitan``.
        state: the state whose home territory it is, else None.
        holders: the states that administer or claim it on the day.
        of_party: whether a party holds it; only then does it matter that it lies outside.
        step: the truth, with its derivation.
    """

    place: str
    state: str | None
    holders: tuple[str, ...]
    of_party: Truth
    step: Step


def areas(world: World, name: str, day: Day) -> tuple[Located, ...]:
    """Each home territory and each place on record, and whether it lies in the area; empty if none is defined.

    Where the area is only "the metropolitan territory" of whoever is attacked, or what that one administers, places
    that no party holds are left out.

    Args:
        world: the corpus.
        name: an instrument (all its areas), one of its articles that defines an area, or a provision.
        day: the day asked.

    Raises:
        QuestionError: there is no such instrument, article or provision.
    """
    instrument, tree = _area(world, name, day)
    if tree is None or not instrument.provisions:
        return ()
    setting = quiet(world, day)
    homes = [f"{state.id}/{METROPOLITAN}" for state in world.records.states.values() if _exists(world, state.id, day)]
    rows = (_located(setting, instrument, tree, place) for place in (*homes, *world.records.places))
    fixed = _is_fixed(instrument, tree)
    return tuple(row for row in rows if fixed or row.of_party is not Truth.FALSE)


def has_area(world: World, name: str, day: Day) -> bool:
    """Whether the instrument, article or provision confines anything to an area on the day."""
    return _area(world, name, day)[1] is not None


def _area(world: World, name: str, day: Day) -> tuple[Instrument, c.Node | None]:
    identifier, _, article = name.partition("/")
    instrument = world.records.instruments.get(identifier)
    if instrument is None:
        raise QuestionError(f"no instrument is called '{identifier[:80]}'")
    standing = [area for area in instrument.areas if area.span.contains(day) is not Truth.FALSE]
    chosen = [area for area in standing if not article or area.article == article]
    if chosen:
        nodes = tuple(c.InDefinedArea(identifier) for identifier in dict.fromkeys(area.id for area in chosen))
        return instrument, nodes[0] if len(nodes) == 1 else c.AnyOf(nodes)
    if not article or any(area.article == article for area in instrument.areas):
        return instrument, None
    if name not in world.provisions:
        raise QuestionError(f"'{instrument.title}' has no article '{article[:80]}' on record")
    return instrument, _where(world.provisions[name][1].when)


def _where(tree: c.Node | None) -> c.Node | None:
    """What a condition says of the place alone; None if it leaves the place open."""
    if isinstance(tree, c.All):
        parts = tuple(part for each in tree.of if (part := _where(each)) is not None)
        return c.All(parts) if parts else None
    if isinstance(tree, c.AnyOf):
        found = [_where(each) for each in tree.of]
        parts = tuple(part for part in found if part is not None)
        return c.AnyOf(parts) if parts and len(parts) == len(found) else None
    if isinstance(tree, c.Not):
        inner = _where(tree.of)
        return c.Not(inner) if inner is not None else None
    return tree if isinstance(tree, c.InArea | c.InDefinedArea) else None


def _is_fixed(instrument: Instrument, tree: c.Node) -> bool:
    """Whether the area is the same whoever is attacked."""
    trees = [tree, *(area.when for area in instrument.areas)]
    named = [node for each in trees for node in c.nodes(each) if isinstance(node, c.InArea)]
    return not any(
        node.territory_of in c.ROLES
        or node.administered_by in c.ROLES
        or (node.metropolitan and not (node.regions or node.places or node.territory_of or node.administered_by))
        for node in named
    )


def _exists(world: World, state: str, day: Day) -> bool:
    return any(each.span.contains(day) is not Truth.FALSE for each in world.records.states[state].exists)


def _located(setting: Setting, instrument: Instrument, tree: c.Node, place: str) -> Located:
    home = home_state(place)
    holders = (home,) if home else _holders(setting, place)
    steps = [_step(setting, instrument, tree, place, holder) for holder in holders or (ANYONE,)]
    bonds = (bound(setting, instrument, holder).step.truth for holder in holders)
    return Located(place, home, holders, max(bonds, default=Truth.FALSE), max(steps, key=lambda step: step.truth))


def _holders(setting: Setting, place: str) -> tuple[str, ...]:
    record = setting.world.records.places[place]
    return tuple(dict.fromkeys((*_on(record.administered_by, setting.day), *_on(record.claimed_by, setting.day))))


def _on(spells: tuple[Spell, ...], day: Day) -> list[str]:
    return [spell.state for spell in spells if spell.span.contains(day) is not Truth.FALSE]


def _step(setting: Setting, instrument: Instrument, tree: c.Node, place: str, holder: str) -> Step:
    """The area's tree read for an attack on the holder's territory at the place."""
    kind = setting.world.records.event_kinds["armed_attack"]
    event = Event(
        "area", kind.id, "an attack there", {kind.target: (holder,)}, setting.day, at=(place,), target="territory"
    )
    return explain(tree, Case(setting, event, instrument, instrument.provisions[0], ANYONE, holder, ()))

"""Bars over rows: whether a superior norm forbids an act, for every state on the other side at once.

A bar can read of a state only its profile (recorded events, bonds under the norms that rank higher, classes) and, where
those norms name it, its name; so it is tested once for each combination of profiles of the three states involved.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.law.docket import docket
from foedera.law.norms import forbidding
from foedera.law.places import home_state
from foedera.law.scene import bits
from foedera.model import conditions as c
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.law.docket import Clause, Norm
    from foedera.law.scene import Masks, Row
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Superior:
    """The norms that rank over treaties.

    Attributes:
        instruments: those whose bonds they read.
        named: the states that they name.
        read_places: whether they read where something happens.
    """

    instruments: tuple[str, ...]
    named: frozenset[str]
    read_places: bool

    def __bool__(self) -> bool:
        """Whether the world has any."""
        return bool(self.instruments)


@lru_cache(maxsize=8)
def superior(world: World) -> Superior:
    """The superior norms of a world."""
    norms = [norm for group in docket(world).norms.values() for norm in group if norm.rank is not None]
    instruments = {norm.clause.instrument.id for norm in norms}
    named: set[str] = set()
    for norm in norms:
        named |= _named(norm)
    referenced = {who.removeprefix("party:") for who in named if who.startswith("party:")}
    if "un_member" in named:
        referenced.add(world.records.doctrine["un-membership"].refers[0])
    parts = [node for norm in norms for node in _nodes(norm)]
    referenced |= {node.instrument for node in parts if isinstance(node, c.InForce)}
    known = set(world.records.instruments)
    read_places = any(isinstance(node, c.InArea | c.InDefinedArea) for node in parts)
    states = frozenset(named & set(world.records.states))
    return Superior(tuple(sorted(instruments | (referenced & known))), states, read_places)


def _nodes(norm: Norm) -> Iterator[c.Node]:
    """The nodes of a norm's condition, and of the areas that it refers to."""
    found = list(c.nodes(norm.clause.provision.when))
    yield from found
    if any(isinstance(node, c.InDefinedArea) for node in found):
        for area in norm.clause.instrument.areas:
            yield from c.nodes(area.when)


def _named(norm: Norm) -> set[str]:
    provision = norm.clause.provision
    named = {*provision.obligors, *provision.beneficiaries, *(who for who in (norm.duty.to, norm.duty.against) if who)}
    for node in _nodes(norm):
        named |= c.roles_read(node)
        if isinstance(node, c.AdversaryIs):
            named |= set(node.one_of)
        elif isinstance(node, c.InArea):
            named |= {home for place in node.places or () if (home := home_state(place))}
    return named


def barred(row: Row, clause: Clause, act: str) -> Masks:
    """For which states on the other side a superior norm forbids the act (TRUE) or may forbid it."""
    scene = row.scene
    scene.read_alive = True
    key = (row.side, act, _own_part(row, clause, act), _seen(row, row.obligor), _seen(row, row.beneficiary))
    known = scene.known_bars.get(key)
    if known is None:
        known = scene.known_bars[key] = _masks(row, clause, act, key, _others(row))
    itself = scene.bit(row.obligor) & scene.alive & ~scene.bit(row.beneficiary)
    if not itself:
        return known
    true, unknown = _masks(row, clause, act, key, ((itself, row.obligor),))
    return (known[0] & ~itself) | true, (known[1] & ~itself) | unknown


def _masks(row: Row, clause: Clause, act: str, shared: tuple[object, ...], groups: Iterable[tuple[int, str]]) -> Masks:
    scene = row.scene
    true = unknown = 0
    for mask, other in groups:
        key = (*shared, _seen(row, other), other == row.obligor)
        truth: Truth | None = scene.lasting.get(key)
        if truth is None:
            forbids = forbidding(row.case(other), act, clause)
            ranked = (one.step.truth for one in forbids if one.norm.rank is not None)
            truth = scene.lasting[key] = max(ranked, default=Truth.FALSE)
        true |= mask if truth is Truth.TRUE else 0
        unknown |= mask if truth is Truth.UNKNOWN else 0
    return true, unknown


def _others(row: Row) -> Iterator[tuple[int, str]]:
    """Classes of states that superior norms cannot tell apart, each with a member that is neither of the two.

    The two are counted in their classes all the same, because what is found serves other rows of their profiles.
    """
    scene, norms = row.scene, superior(row.scene.world)
    own = scene.bit(row.obligor) | scene.bit(row.beneficiary)
    named = scene.alive & sum(scene.bit(state) for state in norms.named)
    for mask, _ in scene.classes(norms.instruments, with_place=norms.read_places):
        free = mask & ~named & ~own
        if free:
            yield mask & ~named, scene.ids[next(bits(free))]
    for position in bits(named & ~own):
        yield 1 << position, scene.ids[position]


def _own_part(row: Row, clause: Clause, act: str) -> str:
    """The clause itself, where the bar on its act can depend on it."""
    record = row.scene.world.records.acts[act]
    is_ranked = row.instrument.id in superior(row.scene.world).instruments
    return row.provision.id if is_ranked or set(record.done_by) & clause.own else ""


def _seen(row: Row, state: str) -> object:
    """What a superior norm can read of a state."""
    norms = superior(row.scene.world)
    if state in norms.named:
        return state
    return row.scene.profile(state, norms.instruments, with_place=norms.read_places)

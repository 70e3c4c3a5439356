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
from foedera.law.rows import profile
from foedera.law.scene import bits
from foedera.model import conditions as c
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.law.docket import Clause, Norm
    from foedera.law.scene import Masks, Row
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Superior:
    """The norms that rank over treaties: the instruments whose bonds they read, and the states that they name."""

    instruments: tuple[str, ...]
    named: frozenset[str]

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
    known = set(world.records.instruments)
    return Superior(tuple(sorted(instruments | (referenced & known))), frozenset(named & set(world.records.states)))


def _named(norm: Norm) -> set[str]:
    provision = norm.clause.provision
    named = {*provision.obligors, *provision.beneficiaries, *(who for who in (norm.duty.to, norm.duty.against) if who)}
    for node in c.nodes(provision.when):
        named |= c.roles_read(node)
        if isinstance(node, c.AdversaryIs):
            named |= set(node.one_of)
    return named


def barred(row: Row, clause: Clause, act: str, others: int) -> Masks:
    """For which of some states on the other side a superior norm forbids the act (TRUE) or may forbid it."""
    scene = row.scene
    scene.read_alive = True
    true = unknown = 0
    shared = ("bar", row.side, act, _own_part(row, clause, act), _seen(row, row.obligor), _seen(row, row.beneficiary))
    for position in bits(others & scene.alive & ~scene.bit(row.beneficiary)):
        other = scene.ids[position]
        same = (other == row.obligor, other == row.beneficiary)
        key = (*shared, _seen(row, other), same)
        truth: Truth | None = scene.lasting.get(key)
        if truth is None:
            forbids = forbidding(row.case(other), act, clause)
            ranked = (one.step.truth for one in forbids if one.norm.rank is not None)
            truth = scene.lasting[key] = max(ranked, default=Truth.FALSE)
        true |= (truth is Truth.TRUE) << position
        unknown |= (truth is Truth.UNKNOWN) << position
    return true, unknown


def _own_part(row: Row, clause: Clause, act: str) -> str:
    """The clause itself, where the bar on its act can depend on it."""
    record = row.scene.world.records.acts[act]
    is_ranked = row.instrument.id in superior(row.scene.world).instruments
    return row.provision.id if is_ranked or set(record.done_by) & clause.own else ""


def _seen(row: Row, state: str) -> object:
    """What a superior norm can read of a state."""
    key = (row.side, state)
    if key not in row.scene.seen:
        norms = superior(row.scene.world)
        row.scene.seen[key] = profile(
            row.scene, state, norms.instruments, is_named=state in norms.named, with_place=True
        )
    return row.scene.seen[key]

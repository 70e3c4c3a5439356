"""What a sweep reads of a clause before any day: its kinds, its leading duty, how it is to be folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.law.docket import docket
from foedera.law.leading import KINDS, leading_duty
from foedera.law.short_form import ATTACK
from foedera.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.law.docket import Clause
    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause of one of the five kinds, ready to be swept.

    Attributes:
        kinds: positions in ``KINDS``.
        duty: the leading duty.
        takes_side: whether an act of the clause helps one side, so that the adversary itself never owes it.
        own_only: whether only the other side of the attack can owe it (a clause about its own conduct).
        is_open: whether states that are not on a list may owe it, too, when they are the other side.
        is_blind: whether its condition does not read who owes.
        barrable: whether a superior norm may forbid its act.
        reads_parties: whether its condition asks who is a party.
        references: other instruments whose parties its condition reads.
    """

    clause: Clause
    kinds: tuple[int, ...]
    duty: Duty
    takes_side: bool
    own_only: bool
    is_open: bool
    is_blind: bool
    barrable: bool
    reads_parties: bool
    references: tuple[str, ...]

    @property
    def instrument(self) -> Instrument:
        """The clause's instrument."""
        return self.clause.instrument

    @property
    def provision(self) -> Provision:
        """The clause's provision."""
        return self.clause.provision

    @property
    def is_political(self) -> bool:
        """Whether what it promises is expected, not due."""
        return (self.provision.binding or self.instrument.binding) == "political"


def promises(world: World, kinds: Iterable[str] = KINDS) -> tuple[Promise, ...]:
    """The clauses that an armed attack can concern, each as promises of these kinds alone."""
    return _of_kinds(world, frozenset(kinds))


@lru_cache(maxsize=8)
def _of_kinds(world: World, wanted: frozenset[str]) -> tuple[Promise, ...]:
    index = docket(world)
    clauses = (*index.by_kind[ATTACK], *index.standing)
    found = (_promise(world, clause, wanted) for clause in clauses if not wanted.isdisjoint(clause.provision.kind))
    return tuple(one for one in found if one is not None)


def _promise(world: World, clause: Clause, wanted: frozenset[str]) -> Promise | None:
    provision = clause.provision
    kinds = tuple(KINDS.index(kind) for kind in provision.kind if kind in KINDS and kind in wanted)
    duty = leading_duty(provision)
    if not kinds or duty is None:
        return None
    acts = world.records.acts
    own = [acts[one.act] for one in provision.duties if one.act in acts]
    act = acts.get(duty.act)
    named = {who for node in c.nodes(provision.when) for who in c.roles_read(node)}
    named |= {who for node in c.nodes(provision.when) if isinstance(node, c.AdversaryIs) for who in node.one_of}
    has_area = any(isinstance(node, c.InDefinedArea) for node in c.nodes(provision.when))
    return Promise(
        clause=clause,
        kinds=kinds,
        duty=duty,
        takes_side=any(one.takes_side for one in own),
        own_only=not clause.kinds or clause.only_own_acts,
        is_open=clause.binds_all or (clause.parties is None and not provision.obligors),
        is_blind=provision.id in world.obligor_blind,
        barrable=duty.modality != "must_not" and act is not None and bool(act.deeds or act.done_by),
        reads_parties=has_area or bool(named & {"any_party", "third_state"}),
        references=_references(world, provision, named),
    )


def _references(world: World, provision: Provision, named: set[str]) -> tuple[str, ...]:
    found = {who.removeprefix("party:") for who in named if who.startswith("party:")}
    if "un_member" in named:
        found.add(world.records.doctrine["un-membership"].refers[0])
    found |= {node.instrument for node in c.nodes(provision.when) if isinstance(node, c.InForce)}
    return tuple(sorted(found & set(world.records.instruments)))

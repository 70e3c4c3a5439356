"""What may matter to which kind of event: an index over a world's clauses, built once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.law.fold import own_act, reads

if TYPE_CHECKING:
    from foedera.model.doctrine import Rank
    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision with what is known of it before any question.

    Attributes:
        kinds: event kinds that its condition can be about; empty if it applies at all times.
        own: event kinds that it looks at as the obligor's own act.
    """

    instrument: Instrument
    provision: Provision
    kinds: frozenset[str]
    own: frozenset[str]

    @property
    def only_own_acts(self) -> bool:
        """Whether the clause is about nothing but the obligor's own acts."""
        return bool(self.own) and self.own == self.kinds


@dataclass(frozen=True, slots=True)
class Norm:
    """A prohibition, with its rank over other duties (None: no more than equal)."""

    clause: Clause
    duty: Duty
    rank: Rank | None


@dataclass(frozen=True, slots=True)
class Docket:
    """Clauses by the kind of event, standing clauses, and prohibitions by the kind of deed they forbid."""

    by_kind: dict[str, tuple[Clause, ...]]
    standing: tuple[Clause, ...]
    norms: dict[str, tuple[Norm, ...]]


@lru_cache(maxsize=8)
def docket(world: World) -> Docket:
    """The index of a world."""
    clauses = [
        Clause(instrument, provision, reads(provision.when), own_act(provision))
        for instrument in world.records.instruments.values()
        for provision in instrument.provisions
        if provision.duties
    ]
    by_kind = {
        kind: tuple(clause for clause in clauses if _may_concern(world, clause, kind))
        for kind in world.records.event_kinds
    }
    standing = tuple(clause for clause in clauses if not clause.kinds)
    return Docket(by_kind, standing, _norms(world, clauses))


def _may_concern(world: World, clause: Clause, kind: str) -> bool:
    return any(general in clause.kinds for general in world.kind_closure[kind])


def _norms(world: World, clauses: list[Clause]) -> dict[str, tuple[Norm, ...]]:
    ranks = {rank.kind: rank for rule in world.records.doctrine.values() for rank in rule.ranks}
    found: dict[str, list[Norm]] = {}
    for clause in clauses:
        if (clause.provision.binding or clause.instrument.binding) == "political":
            continue
        for duty in clause.provision.duties:
            act = world.records.acts.get(duty.act)
            if duty.modality != "must_not" or act is None:
                continue
            for kind in {deed.type for deed in act.deeds}:
                found.setdefault(kind, []).append(Norm(clause, duty, ranks.get(clause.instrument.kind)))
    return {kind: tuple(norms) for kind, norms in found.items()}

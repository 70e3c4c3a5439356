"""What may matter to which kind of event: an index over a world's clauses, built once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.law.fold import only_own_acts, own_act, reads
from foedera.law.force import start
from foedera.law.who import UNIVERSAL
from foedera.model.conditions import Act, All, AnyOf, InDefinedArea, Not, nodes, roles_read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.dates import Day
    from foedera.model.conditions import Who
    from foedera.model.doctrine import Rank
    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision with what is known of it before any question.

    Attributes:
        kinds: event kinds that its condition can be about; empty if it applies at all times.
        own: event kinds that it looks at as the obligor's own act.
        parties: everyone who was ever a party, with their stand-ins; None if the list is open or empty.
        pool: the states that may owe under it, named or as parties, with their stand-ins.
        binds_all: whether it binds all states, or all UN members, alike.
        only_own_acts: whether it is about nothing but the obligor's own acts.
    """

    instrument: Instrument
    provision: Provision
    kinds: frozenset[str]
    own: frozenset[str]
    parties: frozenset[str] | None
    pool: tuple[str, ...]
    binds_all: bool
    only_own_acts: bool


@dataclass(frozen=True, slots=True)
class Norm:
    """A prohibition, with its rank over other duties (None: no more than equal).

    Attributes:
        actors: the only ones whom it can bind; None for a prohibition that binds all alike.
        targets: the only ones toward whom the deed can be forbidden; None for anyone.
        protects: the only ones to whom it can be owed; None for anyone.
        alike: whether its condition reads the obligor only as the one who does the deed, so that a deed that it
            does not forbid to one it forbids to nobody.
    """

    clause: Clause
    duty: Duty
    rank: Rank | None
    actors: frozenset[str] | None
    targets: frozenset[str] | None
    protects: frozenset[str] | None
    alike: bool


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
        Clause(
            instrument,
            provision,
            reads(provision.when),
            own_act(provision),
            parties,
            _pool(world, instrument, provision.obligors),
            _binds_all(provision.obligors),
            only_own_acts(provision),
        )
        for instrument in world.records.instruments.values()
        for parties in (ever_parties(world, instrument),)
        for provision in instrument.provisions
        if provision.duties
    ]
    by_kind = {
        kind: tuple(clause for clause in clauses if _may_concern(world, clause, kind))
        for kind in world.records.event_kinds
    }
    standing = tuple(clause for clause in clauses if not clause.kinds)
    return Docket(by_kind, standing, _norms(world, clauses))


@lru_cache(maxsize=4096)
def _norms_on(world: World, kind: str, actor: str) -> tuple[dict[str, list[NormSpan]], list[NormSpan]]:
    """The prohibitions of a kind of deed that can bind an actor, by those whom they protect, and those for anyone."""
    by_state: dict[str, list[NormSpan]] = {}
    wide: list[NormSpan] = []
    for number, norm in enumerate(docket(world).norms.get(kind, ())):
        if norm.actors is None or actor in norm.actors:
            entry = (number, *_window(norm.clause), norm)
            for part in [wide] if norm.protects is None else [by_state.setdefault(s, []) for s in norm.protects]:
                part.append(entry)
    return by_state, wide


NormSpan = tuple[int, int, int, "Norm"]


def norms_between(world: World, kind: str, actor: str, others: Iterable[str], day: Day) -> list[Norm]:
    """The prohibitions of a kind of deed that may bind an actor toward one of some others on a day, in their order."""
    by_state, wide = _norms_on(world, kind, actor)
    ordinal = day.first
    entries = (entry for part in (wide, *(by_state.get(other, ()) for other in others)) for entry in part)
    found = {number: norm for number, since, until, norm in entries if since <= ordinal < until}
    return [found[number] for number in sorted(found)] if found else []


@lru_cache(maxsize=8)
def _in_play(world: World, kind: str) -> tuple[dict[str, list[Span]], list[Span]]:
    """Clauses by the states to which they may be owed, and those that may be owed to anyone."""
    index = docket(world)
    by_state: dict[str, list[Span]] = {}
    wide: list[Span] = []
    for number, clause in enumerate((*index.by_kind.get(kind, ()), *index.standing)):
        owed_to = _role_set(world, clause, clause.provision.beneficiaries)
        entry = (number, *_window(clause), clause)
        if owed_to is None or "aid_to_aggressor" in clause.provision.kind:
            wide.append(entry)
        else:
            for state in owed_to:
                by_state.setdefault(state, []).append(entry)
    return by_state, wide


Span = tuple[int, int, int, "Clause"]
"""Number, first day on which it may stand, the day from which it plainly does not, and the clause."""


def in_play(world: World, kind: str, states: Iterable[str], day: Day) -> list[Clause]:
    """The clauses that may be owed to one of some states and are not plainly out of force on a day, in their order."""
    by_state, wide = _in_play(world, kind)
    ordinal = day.first
    entries = (entry for part in (wide, *(by_state.get(state, ()) for state in states)) for entry in part)
    found = {number: clause for number, since, until, clause in entries if since <= ordinal < until}
    return [found[number] for number in sorted(found)]


def _window(clause: Clause) -> tuple[int, int]:
    """From the first day on which the clause may be in force to the first on which it plainly is not."""
    begin = start(clause.instrument) or clause.instrument.signed
    provision, ended = clause.provision, clause.instrument.ended
    firsts = [begin.on.first if begin else 0, provision.since.first if provision.since else 0]
    lasts = [ended.on.last if ended else _FOREVER, provision.until.last if provision.until else _FOREVER]
    return max(firsts), min(lasts)


_FOREVER = 4_000_000


def _binds_all(named: tuple[Who, ...]) -> bool:
    return any(who in UNIVERSAL and who != "any_party" for who in named)


def _pool(world: World, instrument: Instrument, named: tuple[Who, ...]) -> tuple[str, ...]:
    """The states that may owe under a clause, apart from a duty of all alike."""
    members = [state for who in named or ("any_party",) for state in _members(world, instrument, who)]
    return tuple(dict.fromkeys(one for state in members for one in stand_ins(world, state)))


def _members(world: World, instrument: Instrument, who: Who) -> tuple[str, ...]:
    if who == "any_party":
        return tuple(world.parties.get(instrument.id, ()))
    if who.startswith("class:"):
        return tuple(state.id for state in world.records.states.values() if who[6:] in state.classes)
    if who.startswith("party:"):
        return tuple(world.parties.get(who[6:], ()))
    return () if who in UNIVERSAL else (who,)


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
                found.setdefault(kind, []).append(_norm(world, clause, duty, kind, ranks.get(clause.instrument.kind)))
    return {kind: tuple(norms) for kind, norms in found.items()}


def _norm(world: World, clause: Clause, duty: Duty, kind: str, rank: Rank | None) -> Norm:
    provision = clause.provision
    return Norm(
        clause,
        duty,
        rank,
        actors=_role_set(world, clause, provision.obligors),
        targets=_named(world, provision, kind),
        protects=_role_set(world, clause, provision.beneficiaries),
        alike=_alike(provision),
    )


def _role_set(world: World, clause: Clause, named: tuple[Who, ...]) -> frozenset[str] | None:
    """Everyone who can ever fill a role of the clause; None if anyone can."""
    if any(who in UNIVERSAL or ":" in who for who in named):
        return None
    if not named:
        return ever_parties(world, clause.instrument)
    return frozenset(one for who in named for one in stand_ins(world, who))


def ever_parties(world: World, instrument: Instrument) -> frozenset[str] | None:
    """Everyone with a party record, now or ever, with their stand-ins; None if the list is open."""
    coverage = world.records.coverage.values()
    if any(c.subject == "parties" and c.instrument == instrument.id and not c.complete for c in coverage):
        return None
    parties = world.parties.get(instrument.id, ())
    return frozenset(one for state in parties for one in stand_ins(world, state)) or None


def _named(world: World, provision: Provision, kind: str) -> frozenset[str] | None:
    """The states that the condition itself names as the target of the deed, if it does."""
    acts = [node for node in nodes(provision.when) if isinstance(node, Act) and kind in node.kind]
    toward = frozenset(act.toward for act in acts)
    return toward if toward and all(who in world.records.states for who in toward) else None


def _alike(provision: Provision) -> bool:
    rest = (node for node in nodes(provision.when) if not isinstance(node, Act | All | AnyOf | Not))
    return not any(isinstance(node, InDefinedArea) or "obligor" in roles_read(node) for node in rest)


def stand_ins(world: World, actor: str) -> tuple[str, ...]:
    """The actor, the states that continue it (transitively) and, of an organ, those to which it is attributed."""
    organ = world.records.actors.get(actor)
    heirs = [heir for state in world.heirs.get(actor, ()) for heir in stand_ins(world, state)]
    return (actor, *heirs, *(organ.attributed_to if organ else ()))

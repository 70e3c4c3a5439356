"""Which clauses of a world are promises between listed states, and what a panel says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.law.docket import ever_parties, stand_ins
from foedera.law.leading import KINDS
from foedera.law.who import UNIVERSAL
from foedera.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.instruments import Instrument, Provision
    from foedera.model.world import World

DISCRETION = ("none", "how", "whether_and_how", "unknown")
_ANYBODY = UNIVERSAL - {"any_party"}
_OUTSIDERS = frozenset({"any_state", "any_actor", "third_state", "any_party"})
_OWN = frozenset({"obligor", "beneficiary"})


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause that obliges listed states toward listed states.

    Attributes:
        kinds: positions in ``law.leading.KINDS``.
        conditional: see ``is_conditional``.
        political: whether it is a political commitment, which is expected and not owed.
        discretion: what its duties leave to the obligor, among ``DISCRETION``.
        obligors: states that can ever owe under it.
        beneficiaries: states to which it can ever be owed.
    """

    instrument: Instrument
    provision: Provision
    kinds: tuple[int, ...]
    conditional: bool
    political: bool
    discretion: tuple[str, ...]
    obligors: tuple[str, ...]
    beneficiaries: tuple[str, ...]


def promises(world: World) -> tuple[Promise, ...]:
    """The promises of a world, in the order of its instruments."""
    return tuple(
        _promise(world, instrument, provision)
        for instrument in world.records.instruments.values()
        for provision in instrument.provisions
        if is_promise(instrument, provision)
    )


def kinds_of(provision: Provision) -> tuple[int, ...]:
    """Which of the five kinds a clause is of, as positions in ``law.leading.KINDS``."""
    return tuple(number for number, kind in enumerate(KINDS) if kind in provision.kind)


def is_promise(instrument: Instrument, provision: Provision) -> bool:
    """Whether a clause of one of the five kinds obliges, between listed states.

    A clause that binds or protects all states or all UN members alike is left out: it would make every pair of states
    a dyad.
    """
    is_listed = not _ANYBODY.intersection((*provision.obligors, *provision.beneficiaries))
    return is_listed and is_obliging(instrument, provision)


def is_obliging(instrument: Instrument, provision: Provision) -> bool:
    """Whether a clause is of one of the five kinds and obliges.

    A liberty (``may``) obliges to nothing, nor does an exhortation (``should``) unless the text is political.
    """
    political = _is_political(instrument, provision)
    obliges = any(duty.must or duty.must_not or (political and duty.should) for duty in provision.duties)
    return obliges and any(kind in KINDS for kind in provision.kind)


def _is_political(instrument: Instrument, provision: Provision) -> bool:
    return (provision.binding or instrument.binding) == "political"


def _promise(world: World, instrument: Instrument, provision: Provision) -> Promise:
    leeway = {duty.discretion for duty in provision.duties if not duty.may}
    return Promise(
        instrument,
        provision,
        kinds_of(provision),
        is_conditional(provision.when),
        _is_political(instrument, provision),
        tuple(word for word in DISCRETION if word in leeway),
        _states(world, instrument, provision.obligors),
        _states(world, instrument, provision.beneficiaries),
    )


def _states(world: World, instrument: Instrument, named: tuple[str, ...]) -> tuple[str, ...]:
    """The states that can ever fill a role: the parties or those named, and who stands in for them."""
    states = world.records.states
    if not named and ever_parties(world, instrument) is None:
        return tuple(states)
    members = (one for who in named or ("any_party",) for one in _members(world, instrument, who))
    return tuple(dict.fromkeys(one for member in members for one in stand_ins(world, member) if one in states))


def _members(world: World, instrument: Instrument, who: str) -> Iterator[str]:
    if who == "any_party":
        yield from world.parties.get(instrument.id, ())
    elif who.startswith("class:"):
        yield from (state.id for state in world.records.states.values() if who[6:] in state.classes)
    elif who.startswith("party:"):
        yield from world.parties.get(who[6:], ())
    else:
        yield who


def is_conditional(node: c.Node | None) -> bool:
    """Whether a condition says more than the plain trigger of a promise.

    Plain are: no condition; an armed attack on, a threat to, or an act by or toward the obligor or the beneficiary,
    by or against anybody, a third state or a party; the state of war that the attack brings about; that nothing
    justifies the act (no self-defence, no authorisation); and whether the promise runs against a fellow member too.
    Of alternatives one plain one is enough. Everything else confines the promise: a named adversary, an area, a
    number of adversaries, no provocation, an invocation or request, and what a source flags without its content.
    """
    return not _is_plain(node)


def _is_plain(node: c.Node | None) -> bool:
    if node is None:
        return True
    if isinstance(node, c.All):
        return all(map(_is_plain, node.of))
    if isinstance(node, c.AnyOf):
        return any(map(_is_plain, node.of))
    if isinstance(node, c.Not):
        return isinstance(node.of, c.LawfulSelfDefence | c.OrganAct)
    if isinstance(node, c.Unstated):
        return node.topic == "fellow_member"
    if isinstance(node, c.ArmedAttack):
        return node.on in _OWN and node.by in _OUTSIDERS
    if isinstance(node, c.Threat):
        return node.to in _OWN and node.by in _OUTSIDERS
    if isinstance(node, c.Act):
        return {node.by, node.toward} <= _OWN | _OUTSIDERS
    return isinstance(node, c.StateOfWar) and node.of in _OWN

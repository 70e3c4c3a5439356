"""The second fold over condition trees: for one clause and beneficiary, the truth for every state on the other side.

A tree gives a pair of disjoint masks, TRUE and UNKNOWN; *all*, *any*, *not* are bit operations. An atom may have a row
form; one that has none, or whose row form does not fit the case, is tested once for each class of states that it
cannot tell apart. Held equal to ``law.fold.evaluate`` by property tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foedera.law.fold import evaluate
from foedera.law.places import home_state
from foedera.law.scene import SELF, VICTIM, bits
from foedera.law.setting import ANYONE
from foedera.law.short_form import ATTACK
from foedera.model import conditions as c
from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.law.scene import Masks, Row
    from foedera.model.conditions import Who


def fold(node: c.Node | None, row: Row) -> Masks:
    """For which states on the other side the tree is TRUE, and for which UNKNOWN. None is the empty condition."""
    if node is None:
        return row.constant(Truth.TRUE)
    plain = _fold(node, row, row.scene.everyone)
    caught = row.scene.caught_up(row.beneficiary) & row.scene.alive
    return _corrected(node, row, plain, caught) if caught else plain


def _fold(node: c.Node, row: Row, among: int) -> Masks:
    """The masks of a node; outside ``among`` they need not be right."""
    if isinstance(node, c.All):
        return _every(node.of, row, among)
    if isinstance(node, c.AnyOf):
        return _some(node.of, row, among)
    if isinstance(node, c.Not):
        true, unknown = _fold(node.of, row, among)
        return row.scene.everyone & ~(true | unknown), unknown
    form = ROW_FORMS.get(type(node))
    found = form(row, node) if form else None
    return by_class(node, row, among) if found is None else found


def _every(parts: tuple[c.Node, ...], row: Row, among: int) -> Masks:
    """Cheap parts first, so that the others are tested only where it still matters."""
    true = may = among
    for part in sorted(parts, key=_is_costly):
        holds, open_ = _fold(part, row, may)
        true &= holds
        may &= holds | open_
        if not may:
            break
    return true, may & ~true


def _some(parts: tuple[c.Node, ...], row: Row, among: int) -> Masks:
    true = may = 0
    for part in sorted(parts, key=_is_costly):
        holds, open_ = _fold(part, row, among & ~true)
        true |= holds & among
        may |= (holds | open_) & among
    return true, may & ~true


def _is_costly(node: c.Node) -> bool:
    return type(node) not in ROW_FORMS and not isinstance(node, c.All | c.AnyOf | c.Not)


def _corrected(node: c.Node, row: Row, plain: Masks, which: int) -> Masks:
    """The masks with some states tested one by one."""
    true, unknown = plain[0] & ~which, plain[1] & ~which
    for position in bits(which & ~row.scene.bit(row.beneficiary)):
        truth = evaluate(node, row.case(row.scene.ids[position]))
        true |= (truth is Truth.TRUE) << position
        unknown |= (truth is Truth.UNKNOWN) << position
    row.scene.read_alive = True
    return true, unknown


def by_class(node: c.Node, row: Row, among: int) -> Masks:
    """An atom tested once for each class of states that it cannot tell apart."""
    scene = row.scene
    scene.read_alive = True
    named = scene.bit(row.obligor)
    for part in _trees(row, node):
        for who in _named(part):
            named |= scene.bit(who)
    true = unknown = 0
    for mask, other in _groups(row, _referenced(row, node), named):
        if not mask & among:
            continue
        truth = evaluate(node, row.case(other))
        if truth is Truth.TRUE:
            true |= mask
        elif truth is Truth.UNKNOWN:
            unknown |= mask
    return true, unknown


def _groups(row: Row, referenced: tuple[str, ...], named: int) -> Iterator[tuple[int, str]]:
    """The states on the other side as classes; those that are named each by itself."""
    scene = row.scene
    own = scene.bit(row.beneficiary)
    for mask, _ in scene.classes(referenced, with_place=row.side != VICTIM):
        rest = mask & ~named & ~own
        if rest:
            yield rest, scene.ids[next(bits(rest))]
    for position in bits(named & scene.alive & ~own):
        yield 1 << position, scene.ids[position]


def _trees(row: Row, node: c.Node) -> Iterator[c.Node]:
    """The nodes that a test of the node reads: an area that the instrument defines is a tree of its own."""
    yield from c.nodes(node)
    if isinstance(node, c.InDefinedArea):
        for area in row.instrument.areas:
            yield from c.nodes(area.when)


def _referenced(row: Row, node: c.Node) -> tuple[str, ...]:
    """The instruments whose parties the node reads."""
    found: dict[str, None] = {}
    for part in _trees(row, node):
        if isinstance(part, c.InForce):
            found[part.instrument] = None
        for who in _named(part):
            if who in ("any_party", "third_state"):
                found[row.instrument.id] = None
            elif who == "un_member":
                found[row.scene.world.records.doctrine["un-membership"].refers[0]] = None
            elif who.startswith("party:"):
                found[who[6:]] = None
    return tuple(found)


def _named(node: c.Node) -> tuple[Who, ...]:
    """Everyone whom a node names, be it by naming a home territory."""
    if isinstance(node, c.AdversaryIs):
        return node.one_of
    if isinstance(node, c.InArea):
        homes = (home_state(place) for place in node.places or ())
        return (*c.roles_read(node), *(home for home in homes if home))
    return tuple(c.roles_read(node)) if not isinstance(node, c.All | c.AnyOf | c.Not) else ()


def other_is(row: Row, who: Who) -> Masks | None:
    """Which states on the other side are who the clause means; None if that needs a test one by one."""
    scene = row.scene
    if who in ("any_actor", "any_state", "adversary"):
        return scene.everyone, 0
    if who in ("beneficiary", "group"):
        return 0, 0
    if who == "obligor":
        return None if row.obligor == ANYONE else (scene.everyone if row.obligor == SELF else scene.bit(row.obligor), 0)
    if who in ("any_party", "third_state"):
        true, unknown = scene.bond(row.instrument.id)
        return (true, unknown) if who == "any_party" else (scene.everyone & ~(true | unknown), unknown)
    if who == "un_member" or who.startswith("party:"):
        return None
    return (scene.of_class(who[6:]) if who.startswith("class:") else scene.bit(who)), 0


def owed_to_is(row: Row, who: Who) -> Truth | None:
    """Whether the beneficiary is who the clause means; None if that needs a test."""
    scene = row.scene
    if who in ("any_actor", "any_state", "beneficiary"):
        return Truth.TRUE
    if who in ("adversary", "group", "obligor"):
        return Truth.FALSE
    if who in ("any_party", "third_state"):
        true, unknown = scene.bond(row.instrument.id)
        bit = scene.bit(row.beneficiary)
        bound = Truth.TRUE if true & bit else Truth.UNKNOWN if unknown & bit else Truth.FALSE
        return bound if who == "any_party" else negation(bound)
    if who == "un_member" or who.startswith("party:"):
        return None
    if who.startswith("class:"):
        return Truth.of(bool(scene.of_class(who[6:]) & scene.bit(row.beneficiary)))
    return Truth.of(who == row.beneficiary)


def _between(row: Row, actor: Who, target: Who) -> Masks | None:
    """For which states the event's actor and target are who the clause means."""
    theirs, own = (actor, target) if row.side == VICTIM else (target, actor)
    known = owed_to_is(row, own)
    if known is Truth.FALSE:
        return 0, 0
    masks = other_is(row, theirs)
    if masks is None or known is None:
        return None
    return masks if known is Truth.TRUE else (0, masks[0] | masks[1])


def _armed_attack(row: Row, atom: c.ArmedAttack) -> Masks | None:
    """Row form: in the short form the attack is grave, on home territory, from outside, by a state."""
    found = _between(row, atom.by, atom.on)
    if not found or not (found[0] | found[1]):
        return found
    if (atom.covers is not None and "territory" not in atom.covers) or atom.source == "internal":
        return 0, 0
    if _may_be_lawful(row):
        return None
    is_grave = (row.scene.world.records.doctrine["armed-attack"].values or {}).get("large") == "true"
    return found if is_grave else None


def _may_be_lawful(row: Row) -> bool:
    """Whether the clause refers to article 51 and some attack may be lawful force."""
    refers = row.scene.world.records.doctrine["article-51-reference"].refers
    is_bounded = bool(set(row.provision.limits) & set(refers))
    return is_bounded and (row.side != VICTIM or row.scene.is_suspect(row.beneficiary))


def _act(row: Row, atom: c.Act) -> Masks | None:
    """Row form: the event is an armed attack by the attacker on the victim."""
    world = row.scene.world
    if not any(kind in world.kind_closure[ATTACK] for kind in atom.kind):
        return 0, 0
    return None if world.records.event_kinds[ATTACK].symmetric else _between(row, atom.by, atom.toward)


def _threat(row: Row, atom: c.Threat) -> Masks | None:
    """Row form: an actual attack, on home territory, satisfies it with the greater reason."""
    found = _between(row, atom.by, atom.to)
    return None if found and found[0] | found[1] and _may_be_lawful(row) else found


def _state_of_war(row: Row, atom: c.StateOfWar) -> Masks | None:
    """Row form: as the short form supposes, for a state on either side."""
    doctrine = row.scene.world.records.doctrine
    supposed = {one.atom: one.value for one in doctrine["short-form"].assumes}.get("state_of_war")
    return row.constant(Truth.TRUE) if atom.of in ("beneficiary", "adversary") and supposed == "true" else None


def _unprovoked(row: Row, atom: c.Unprovoked) -> Masks | None:
    """Row form: as the short form supposes of the victim; the attacker itself provoked it."""
    attacker = "adversary" if row.side == VICTIM else "beneficiary"
    if atom.by not in ("adversary", "beneficiary"):
        return None
    if atom.by == attacker:
        return 0, 0
    doctrine = row.scene.world.records.doctrine
    supposed = {one.atom: one.value for one in doctrine["short-form"].assumes}.get("unprovoked")
    return row.constant(Truth.TRUE) if supposed == "true" else None


def _target(row: Row, atom: c.TargetIs) -> Masks:
    """Row form: the short form is about territory."""
    return row.constant(Truth.of("territory" in atom.one_of))


def _adversary_is(row: Row, atom: c.AdversaryIs) -> Masks | None:
    """Row form: the bits of those whom the clause names."""
    true = may = 0
    for who in atom.one_of:
        masks = other_is(row, who)
        if masks is None:
            return None
        true |= masks[0]
        may |= masks[0] | masks[1]
    return true, may & ~true


def _adversary_count(row: Row, atom: c.AdversaryCount) -> Masks:
    """Row form: one state attacks."""
    return row.constant(Truth.of(atom.at_least <= 1 and (atom.at_most is None or atom.at_most >= 1)))


def _place(row: Row, node: c.InArea | c.InDefinedArea) -> Masks | None:
    """Row form: an attack on the beneficiary takes place on its home territory, whoever attacks."""
    parts = tuple(_trees(row, node))
    reads = {who for part in parts for who in _named(part)}
    others = row.scene.alive & ~row.scene.bit(row.beneficiary)
    if row.side != VICTIM or reads & {"adversary", "obligor"} or not others:
        return None
    if not all(isinstance(part, c.InArea | c.InDefinedArea | c.All | c.AnyOf | c.Not) for part in parts):
        return None
    return row.constant(evaluate(node, row.case(row.scene.ids[next(bits(others))])))


def _always_unknown(row: Row, _atom: c.Node) -> Masks:
    """Row form: UNKNOWN for everyone."""
    return row.constant(Truth.UNKNOWN)


ROW_FORMS: dict[type[c.Node], Callable[[Row, Any], Masks | None]] = {
    c.ArmedAttack: _armed_attack,
    c.Act: _act,
    c.Threat: _threat,
    c.StateOfWar: _state_of_war,
    c.Unprovoked: _unprovoked,
    c.TargetIs: _target,
    c.AdversaryIs: _adversary_is,
    c.AdversaryCount: _adversary_count,
    c.InArea: _place,
    c.InDefinedArea: _place,
    c.Unknown: _always_unknown,
    c.Unstated: _always_unknown,
}
"""The row form of an atom; None from it means that this case needs a test state by state."""

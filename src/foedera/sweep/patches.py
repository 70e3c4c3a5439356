"""One clause owed to one state: for which states on the other side who is bound, and how firmly.

A patch says: toward these states on the other side, this slot (kind, status) holds these obligors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.bars import barred, superior
from foedera.law.leading import KINDS, STATUSES
from foedera.law.norms import forbidding
from foedera.law.rows import fold
from foedera.law.scene import SELF, Row, bits
from foedera.law.setting import ANYONE
from foedera.law.status import owed, status_of
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.law.scene import Masks, Scene
    from foedera.sweep.promises import Promise

Patch = tuple[int, int, int]
"""Mask of states on the other side, slot, mask of obligors."""

DUE, EXPECTED, ARGUABLE, BARRED = range(4)
WIDTH = len(STATUSES)
CLEARED = len(KINDS) * WIDTH
"""Slots from here on belong to clauses of which the other side itself is never an obligor."""


def patches(
    promise: Promise, scene: Scene, beneficiary: str, side: str, owing: Masks, *, entitled: Truth
) -> list[Patch]:
    """What a clause says of one row.

    Args:
        promise: the clause.
        scene: the day.
        beneficiary: the state to which it is owed.
        side: the side of the attack on which that state is.
        owing: who is bound (TRUE, UNKNOWN), conditions apart, as masks of obligors.
        entitled: whether the beneficiary is entitled.
    """
    own = ~scene.bit(beneficiary)
    firm, open_ = owing[0] & own, owing[1] & own
    if entitled is Truth.UNKNOWN:
        firm, open_ = 0, firm | open_
    if entitled is Truth.FALSE or not firm | open_:
        return []
    if promise.own_only:
        return list(_by_other_side(promise, scene, beneficiary, side, (firm, open_)))
    found: list[Patch] = []
    if promise.is_open:
        listed = sum(scene.bit(one) for one in promise.clause.pool)
        found += _by_strangers(promise, scene, beneficiary, side, (firm & ~listed, open_ & ~listed))
        firm, open_ = firm & listed, open_ & listed
    for who, mask in _obligors(promise, scene, firm | open_):
        row = Row(scene, promise.instrument, promise.provision, beneficiary, side, who)
        true, unknown = fold(promise.provision.when, row)
        if true | unknown:
            found += _of_group(promise, row, (true, unknown), (firm & mask, open_ & mask))
    return found


def _obligors(promise: Promise, scene: Scene, mask: int) -> Iterator[tuple[str, int]]:
    """The obligors, all together if the condition does not read who they are."""
    if promise.is_blind:
        yield ANYONE, mask
    else:
        for position in bits(mask):
            yield scene.ids[position], 1 << position


def _of_group(promise: Promise, row: Row, condition: Masks, owing: Masks) -> Iterator[Patch]:
    """Patches of obligors for whom the condition is the same."""
    scene = row.scene
    special = scene.caught_up(row.beneficiary) & scene.alive & (condition[0] | condition[1])
    true, unknown = condition[0] & ~special, condition[1] & ~special
    if promise.barrable and superior(scene.world):
        for position in bits(owing[0] | owing[1]):
            bit = 1 << position
            firm = bool(owing[0] & bit)
            masks = (true, unknown) if firm else (0, true | unknown)
            yield from _with_bars(promise, row, scene.ids[position], masks)
    else:
        yield from _patches(promise, (true, unknown), owing)
    for position in bits(special):
        yield from _one_by_one(promise, row, position, owing[0] | owing[1])


def _patches(promise: Promise, condition: Masks, owing: Masks) -> Iterator[Patch]:
    """Patches where nothing bars: TRUE of both is due, anything less is arguable."""
    (true, unknown), (firm, open_) = condition, owing
    if true and firm:
        yield from _slots(promise, true, EXPECTED if promise.is_political else DUE, firm)
    if true and open_:
        yield from _slots(promise, true, ARGUABLE, open_)
    if unknown:
        yield from _slots(promise, unknown, ARGUABLE, firm | open_)


def _slots(promise: Promise, others: int, status: int, obligors: int) -> Iterator[Patch]:
    base = CLEARED if promise.takes_side else 0
    for kind in promise.kinds:
        yield others, base + kind * WIDTH + status, obligors


def _with_bars(promise: Promise, row: Row, obligor: str, condition: Masks) -> Iterator[Patch]:
    """Patches of one obligor, whose act a superior norm may forbid."""
    own = Row(row.scene, row.instrument, row.provision, row.beneficiary, row.side, obligor)
    true, unknown = condition
    if promise.takes_side:
        true, unknown = true & ~row.scene.bit(obligor), unknown & ~row.scene.bit(obligor)
    bar, perhaps = barred(own, promise.clause, promise.duty.act)
    free = ~(bar | perhaps)
    bit = row.scene.bit(obligor)
    statuses = (
        (true & free, EXPECTED if promise.is_political else DUE),
        ((true & perhaps) | (unknown & ~bar), ARGUABLE),
        ((true | unknown) & bar, BARRED),
    )
    for others, status in statuses:
        if others:
            yield from _slots(promise, others, status, bit)


def _one_by_one(promise: Promise, row: Row, position: int, obligors: int) -> Iterator[Patch]:
    """A state on the other side that is caught up in recorded events with the beneficiary: the scalar rules."""
    scene, other = row.scene, row.scene.ids[position]
    for who in bits(obligors):
        own = Row(scene, row.instrument, row.provision, row.beneficiary, row.side, scene.ids[who])
        case = own.case(other)
        truth = owed(case, promise.duty).truth
        if truth is Truth.FALSE:
            continue
        bar = Truth.FALSE
        if promise.duty.modality != "must_not":
            found = forbidding(case, promise.duty.act, promise.clause)
            bar = max((one.step.truth for one in found if one.norm.rank is not None), default=Truth.FALSE)
        status = status_of(truth, bar, political=promise.is_political)
        if status != "not_due":
            yield from _slots(promise, 1 << position, STATUSES.index(status), 1 << who)


def _by_other_side(promise: Promise, scene: Scene, beneficiary: str, side: str, owing: Masks) -> Iterator[Patch]:
    """A clause about the obligor's own conduct: only the other side of the attack can owe it."""
    if promise.takes_side:
        return
    everyone = scene.everyone
    row = Row(scene, promise.instrument, promise.provision, beneficiary, side, SELF)
    true, unknown = fold(promise.provision.when, row)
    firm, open_ = owing[0] & everyone, owing[1] & everyone
    special = scene.caught_up(beneficiary) & scene.alive & (true | unknown) & (firm | open_)
    both = (true | unknown) & (firm | open_) & ~special
    yes = true & firm & ~special
    itself = 1 << len(scene.ids)
    if promise.barrable and superior(scene.world):
        special |= both
        yes = both = 0
    if yes:
        yield from _slots(promise, yes, EXPECTED if promise.is_political else DUE, itself)
    if both & ~yes:
        yield from _slots(promise, both & ~yes, ARGUABLE, itself)
    for position in bits(special):
        for others, slot, _ in _one_by_one(promise, row, position, 1 << position):
            yield others, slot, itself


def _by_strangers(promise: Promise, scene: Scene, beneficiary: str, side: str, owing: Masks) -> Iterator[Patch]:
    """A clause without a closed list of parties may bind the other side of the attack, whoever that is."""
    if promise.takes_side:
        return
    row = Row(scene, promise.instrument, promise.provision, beneficiary, side, SELF)
    others = scene.alive & (owing[0] | owing[1])
    scene.read_alive = True
    for position in bits(others):
        for mask, slot, _ in _one_by_one(promise, row, position, 1 << position):
            yield mask, slot, 1 << position

"""Where a second sweep of a window differs from a first: runs of cells, and what each loses and gains there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from foedera.law.scene import bits
from foedera.sweep.board import Contents, merged
from foedera.sweep.patches import WIDTH
from foedera.sweep.result import Layer, lay_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from foedera.sweep.board import Content
    from foedera.sweep.result import Sweep


@dataclass(slots=True)
class Differences:
    """Runs of cells in which two worlds differ.

    Attributes:
        states: ids in the order of their bits.
        count: how many are states.
        cell, since, until: of each run; ordinals.
        lost, gained: numbers of sets: what is only in the first sweep, and what is only in the second.
        sets: by number, contents toward the victim and toward the attacker.
    """

    states: tuple[str, ...]
    count: int
    cell: NDArray[np.int32]
    since: NDArray[np.int32]
    until: NDArray[np.int32]
    lost: NDArray[np.int32]
    gained: NDArray[np.int32]
    sets: list[tuple[Content, Content]]

    def __len__(self) -> int:
        """The number of runs."""
        return len(self.cell)

    @property
    def attacker(self) -> NDArray[np.int32]:
        """Index of the attacker, of each run."""
        return self.cell // self.count

    @property
    def victim(self) -> NDArray[np.int32]:
        """Index of the victim, of each run."""
        return self.cell % self.count

    def keep(self, runs: NDArray[np.bool_]) -> None:
        """Forget the other runs."""
        for name in ("cell", "since", "until", "lost", "gained"):
            setattr(self, name, getattr(self, name)[runs])


def differing(one: Sweep, other: Sweep) -> Differences:
    """The runs in which the cells of two sweeps of one window say different things."""
    found = _differing(one, other)
    _settle_other_sides(found)
    _forget_what_is_in_both(found)
    _join(found)
    _forget_unused(found)
    return found


def no_differences(states: tuple[str, ...], count: int) -> Differences:
    """None at all."""
    nothing = np.zeros(0, np.int32)
    return Differences(states, count, nothing, nothing, nothing, nothing, nothing, [((), ())])


def _differing(one: Sweep, other: Sweep) -> Differences:
    """The runs in which the sets of two sweeps differ, under one numbering of the sets."""
    known, pairs = Contents(), []
    for swept in (one, other):
        numbers = np.array([known.number(content) for content in swept.contents], np.int64)
        pairs.append(numbers[np.asarray(swept.sets)].reshape(-1, 2))
    width = len(known.by_number)
    keys, ids = np.unique(np.concatenate([pair[:, 0] * width + pair[:, 1] for pair in pairs]), return_inverse=True)
    own_ids = ids[: len(pairs[0])], ids[len(pairs[0]) :]
    layers = [
        _layer(swept, numbers, is_upper=upper)
        for swept, numbers, upper in zip((one, other), own_ids, (False, True), strict=True)
    ]
    cell, day, pair, of_pair = lay_over(layers, len(one) + len(other), one.window, len(keys))
    lost, without = (np.asarray(of_pair, np.int32)[part::2][pair] for part in (0, 1))
    starts = np.flatnonzero(lost != without)
    sets = [(known.by_number[key // width], known.by_number[key % width]) for key in keys.tolist()]
    until = day[starts + 1] if len(starts) else day[starts]
    return Differences(one.states, one.count, cell[starts], day[starts], until, lost[starts], without[starts], sets)


def _layer(swept: Sweep, ids: NDArray[np.int64], *, is_upper: bool) -> Layer:
    cell = swept.attacker.astype(np.int64) * swept.count + swept.victim
    since, until = np.asarray(swept.since, np.int64), np.asarray(swept.until, np.int64)
    return Layer(cell, since, until, ids[np.asarray(swept.set_id, np.int64)], is_upper)


def _settle_other_sides(found: Differences) -> None:
    """Write "the other side" as the state that it is where that state also stands under its own name.

    So that two sets are equal if and only if they say the same; what then turns out to be equal is no difference.
    """
    itself = 1 << len(found.states)
    numbers = {pair: number for number, pair in enumerate(found.sets)}
    attacker, victim = found.attacker, found.victim
    for lost, without in np.unique(np.stack((found.lost, found.gained), 1), axis=0).tolist():
        doubled = [
            _doubled((found.sets[lost][side], found.sets[without][side]), itself, found.count) for side in (0, 1)
        ]
        if not any(doubled):
            continue
        here = (found.lost == lost) & (found.gained == without)
        here &= np.isin(attacker, list(doubled[0])) | np.isin(victim, list(doubled[1]))
        for run in np.flatnonzero(here).tolist():
            others = 1 << int(attacker[run]), 1 << int(victim[run])
            for column, number in ((found.lost, lost), (found.gained, without)):
                pair = found.sets[number]
                said = _named(pair[0], itself, others[0]), _named(pair[1], itself, others[1])
                column[run] = numbers.setdefault(said, len(found.sets))
                if column[run] == len(found.sets):
                    found.sets.append(said)
    found.keep(found.lost != found.gained)


def _doubled(contents: Iterable[Content], itself: int, count: int) -> set[int]:
    """The states that stand under their own name in a content where, of the same kind, the other side stands too."""
    content = [item for one in contents for item in one]
    kinds = {_kind(slot) for slot, mask in content if mask & itself}
    states = (1 << count) - 1
    return {position for slot, mask in content if _kind(slot) in kinds for position in bits(mask & states)}


def _kind(slot: int) -> int:
    return slot // WIDTH


def _named(content: Content, itself: int, other: int) -> Content:
    """The content with the other side under its own name."""
    masks = {slot: (mask & ~itself) | (other if mask & itself else 0) for slot, mask in content}
    return merged(masks, {}, -1)


def _forget_what_is_in_both(found: Differences) -> None:
    """Keep of each pair of sets what is in one of them only."""
    pairs, number = np.unique(np.stack((found.lost, found.gained), 1), axis=0, return_inverse=True)
    known: dict[tuple[Content, Content], int] = {((), ()): 0}
    changes = [
        [
            known.setdefault((_less(one[0], other[0]), _less(one[1], other[1])), len(known))
            for one, other in ((found.sets[first], found.sets[second]), (found.sets[second], found.sets[first]))
        ]
        for first, second in pairs.tolist()
    ]
    found.lost, found.gained = np.array(changes, np.int32).reshape(-1, 2)[number.ravel()].T
    found.sets = list(known)


def _less(content: Content, other: Content) -> Content:
    masks = dict(other)
    return tuple((slot, rest) for slot, mask in content if (rest := mask & ~masks.get(slot, 0)))


def _join(found: Differences) -> None:
    """Make one run of those of a cell that follow each other and say the same."""
    if not len(found):
        return
    columns = (found.cell, found.lost, found.gained)
    follows = np.all([one[1:] == one[:-1] for one in columns], axis=0) & (found.since[1:] == found.until[:-1])
    begins = np.concatenate(([True], ~follows))
    until = found.until[np.concatenate((~follows, [True]))]
    found.keep(begins)
    found.until = until


def _forget_unused(found: Differences) -> None:
    """Keep the sets that stand in a run, in the order of their numbers; set 0 is the empty one."""
    used, numbers = np.unique(np.concatenate(([0], found.lost, found.gained)), return_inverse=True)
    found.sets = [found.sets[number] for number in used.tolist()]
    runs = len(found)
    found.lost, found.gained = (numbers[part].astype(np.int32) for part in (slice(1, runs + 1), slice(runs + 1, None)))

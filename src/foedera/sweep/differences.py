"""Where two sweeps of one window differ: runs of cells, with the sets of both under one numbering."""

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
        with_, without: numbers of sets, of each run.
        sets: by number, contents toward the victim and toward the attacker.
    """

    states: tuple[str, ...]
    count: int
    cell: NDArray[np.int32]
    since: NDArray[np.int32]
    until: NDArray[np.int32]
    with_: NDArray[np.int32]
    without: NDArray[np.int32]
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
        for name in ("cell", "since", "until", "with_", "without"):
            setattr(self, name, getattr(self, name)[runs])


def differing(one: Sweep, other: Sweep) -> Differences:
    """The runs in which the cells of two sweeps of one window say different things."""
    found = _differing(one, other)
    _settle_other_sides(found)
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
    with_, without = (np.asarray(of_pair, np.int32)[part::2][pair] for part in (0, 1))
    starts = np.flatnonzero(with_ != without)
    sets = [(known.by_number[key // width], known.by_number[key % width]) for key in keys.tolist()]
    until = day[starts + 1] if len(starts) else day[starts]
    return Differences(one.states, one.count, cell[starts], day[starts], until, with_[starts], without[starts], sets)


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
    for with_, without in np.unique(np.stack((found.with_, found.without), 1), axis=0).tolist():
        doubled = [
            _doubled((found.sets[with_][side], found.sets[without][side]), itself, found.count) for side in (0, 1)
        ]
        if not any(doubled):
            continue
        here = (found.with_ == with_) & (found.without == without)
        here &= np.isin(attacker, list(doubled[0])) | np.isin(victim, list(doubled[1]))
        for run in np.flatnonzero(here).tolist():
            others = 1 << int(attacker[run]), 1 << int(victim[run])
            for column, number in ((found.with_, with_), (found.without, without)):
                pair = found.sets[number]
                said = _named(pair[0], itself, others[0]), _named(pair[1], itself, others[1])
                column[run] = numbers.setdefault(said, len(found.sets))
                if column[run] == len(found.sets):
                    found.sets.append(said)
    found.keep(found.with_ != found.without)


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


def _forget_unused(found: Differences) -> None:
    """Keep the sets that stand in a run, in the order of their numbers; set 0 is the empty one."""
    used, numbers = np.unique(np.concatenate(([0], found.with_, found.without)), return_inverse=True)
    found.sets = [found.sets[number] for number in used.tolist()]
    runs = len(found)
    found.with_, found.without = (
        numbers[part].astype(np.int32) for part in (slice(1, runs + 1), slice(runs + 1, None))
    )

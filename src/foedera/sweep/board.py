"""The board: for every beneficiary a row of cells, one for each other state, kept as groups of equal cells."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.law.scene import bits
from foedera.sweep.patches import CLEARED, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.sweep.patches import Patch

Content = tuple[tuple[int, int], ...]
"""What a cell holds: (slot, mask of obligors), ascending; slot = kind * WIDTH + status."""


@dataclass(slots=True)
class Contents:
    """Every different content once; number 0 is the empty one."""

    by_number: list[Content] = field(default_factory=lambda: [()])
    numbers: dict[Content, int] = field(default_factory=lambda: {(): 0})
    pairs: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def number(self, content: Content) -> int:
        """The number of a content."""
        found = self.numbers.get(content)
        if found is None:
            shared = tuple(self.pairs.setdefault(pair, pair) for pair in content)
            found = self.numbers[shared] = len(self.by_number)
            self.by_number.append(shared)
        return found


@dataclass(slots=True)
class Runs:
    """Finished runs, each packed into two numbers: (row, other side, since) and (until, content number).

    Rows and other sides are positions below 2**16, days are ordinals below 2**24.
    """

    where: array[int] = field(default_factory=lambda: array("Q"))
    what: array[int] = field(default_factory=lambda: array("Q"))

    def __len__(self) -> int:
        """The number of runs."""
        return len(self.where)


@dataclass(slots=True)
class RowState:
    """One row of the board.

    Attributes:
        owner: position of the beneficiary.
        parts: clause number to its patches in this row.
        groups: content number to the mask of cells that hold it; together they cover every cell.
        start: by position of the other side, the day on which its present content began.
    """

    owner: int
    everyone: int
    parts: dict[int, list[Patch]] = field(default_factory=dict)
    groups: dict[int, int] = field(default_factory=dict)
    start: list[int] = field(default_factory=list)

    def refold(self, contents: Contents, day: int, alive: int, runs: Runs) -> None:
        """Compute the cells anew; what changed ends a run."""
        fresh = self._groups(contents)
        if fresh != self.groups:
            for old, mask in self.groups.items():
                moved = mask & alive & ~fresh.get(old, 0)
                if moved:
                    self._close(old, moved, day, runs)
            self.groups = fresh

    def _close(self, content: int, cells: int, day: int, runs: Runs) -> None:
        start = self.start
        where, what, row = runs.where, runs.what, self.owner << 40
        closing = day << 32 | content
        while cells:
            low = cells & -cells
            cells ^= low
            position = low.bit_length() - 1
            since = start[position]
            if content and since < day:
                where.append(row | position << 24 | since)
                what.append(closing)
            start[position] = day

    def close(self, cells: int, day: int, runs: Runs) -> None:
        """End the runs of some cells, whatever they hold."""
        for content, mask in self.groups.items():
            if content and mask & cells:
                self._close(content, mask & cells, day, runs)

    def begin(self, cells: int, day: int) -> None:
        """Cells that come to life hold what they hold from this day."""
        for position in bits(cells):
            self.start[position] = day

    def _groups(self, contents: Contents) -> dict[int, int]:
        by_others: dict[int, list[tuple[int, int]]] = {}
        for part in self.parts.values():
            for others, slot, obligors in part:
                by_others.setdefault(others, []).append((slot, obligors))
        found: dict[int, int] = {}
        for cells, held in _partition(self.everyone, by_others):
            for content, mask in _contents(cells, held):
                number = contents.number(content)
                found[number] = found.get(number, 0) | mask
        return found


def _partition(
    everyone: int, by_others: dict[int, list[tuple[int, int]]]
) -> Iterable[tuple[int, list[list[tuple[int, int]]]]]:
    """Split the cells into groups that lie in the same masks, with what those masks hold."""
    groups: list[tuple[int, list[list[tuple[int, int]]]]] = [(everyone, [])]
    for others, held in by_others.items():
        split: list[tuple[int, list[list[tuple[int, int]]]]] = []
        for cells, so_far in groups:
            inside = cells & others
            if inside == cells:
                so_far.append(held)
                split.append((cells, so_far))
            elif inside:
                split.extend(((inside, [*so_far, held]), (cells & ~others, so_far)))
            else:
                split.append((cells, so_far))
        groups = split
    return groups


def _contents(cells: int, held: list[list[tuple[int, int]]]) -> Iterable[tuple[Content, int]]:
    """The content of a group of cells; a state on the other side is taken out of what it never owes against itself."""
    kept: dict[int, int] = {}
    cleared: dict[int, int] = {}
    themselves = 0
    for slots in held:
        for slot, obligors in slots:
            if slot >= CLEARED:
                cleared[slot - CLEARED] = cleared.get(slot - CLEARED, 0) | obligors
                themselves |= obligors
            else:
                kept[slot] = kept.get(slot, 0) | obligors
    themselves &= cells
    content = merged(kept, cleared, -1)
    if cells & ~themselves:
        yield content, cells & ~themselves
    elsewhere = 0
    for mask in kept.values():
        elsewhere |= mask
    for position in bits(themselves):
        bit = 1 << position
        if elsewhere & bit:
            yield merged(kept, cleared, ~bit), bit
        else:
            yield tuple((slot, mask & ~bit) for slot, mask in content if mask != bit), bit


def merged(kept: dict[int, int], cleared: dict[int, int], but: int) -> Content:
    """One mask a slot, an obligor only in the strongest status of its kind."""
    if not kept and not cleared:
        return ()
    found = dict(kept)
    for slot, obligors in cleared.items():
        found[slot] = found.get(slot, 0) | (obligors & but)
    content: list[tuple[int, int]] = []
    kind, stronger = -1, 0
    for slot in sorted(found):
        if slot // WIDTH != kind:
            kind, stronger = slot // WIDTH, 0
        mask = found[slot] & ~stronger
        stronger |= mask
        if mask:
            content.append((slot, mask))
    return tuple(content)

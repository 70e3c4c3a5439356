"""The result of a sweep: runs (attacker, victim, since, until, set), a dictionary of sets, and look-up by cell."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from foedera.law.leading import KINDS, STATUSES
from foedera.law.scene import ATTACKER, VICTIM, bits
from foedera.sweep.patches import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from foedera.law.leading import Entry
    from foedera.sweep.board import Content
    from foedera.sweep.run import Swept


class Cell(NamedTuple):
    """One attacker, one victim, one day: who is bound.

    Attributes:
        attacker, victim: indices of the states.
        ordinal: the day.
        set_id: number of the set; 0 if nobody is bound.
    """

    sweep: Sweep
    attacker: int
    victim: int
    ordinal: int
    set_id: int

    @property
    def entries(self) -> frozenset[Entry]:
        """(side that it is owed to, kind, status, obligor); the other side itself stands under its own id."""
        strongest: dict[tuple[str, str, str], int] = {}
        states = self.sweep.states
        for number, side in enumerate((VICTIM, ATTACKER)):
            other = self.attacker if side == VICTIM else self.victim
            for slot, mask in self.sweep.contents[self.sweep.sets[2 * self.set_id + number]]:
                for position in bits(mask):
                    key = (side, KINDS[slot // WIDTH], states[other if position == len(states) else position])
                    strongest[key] = min(strongest.get(key, WIDTH), slot % WIDTH)
        return frozenset((side, kind, STATUSES[rank], who) for (side, kind, who), rank in strongest.items())

    @property
    def torn(self) -> frozenset[str]:
        """States with live duties that pull apart: help owed to both sides, or help to one and peace with the other.

        Peace is a live promise of neutrality toward the other side in this attack, or of non-aggression toward it.
        """
        live = {(side, kind, who) for side, kind, status, who in self.entries if status != "barred"}
        found: set[str] = set()
        for side, kind, who in live:
            if kind not in ("defence", "offence"):
                continue
            against = ATTACKER if side == VICTIM else VICTIM
            other = self.attacker if side == VICTIM else self.victim
            is_bound = any((against, one, who) in live for one in ("defence", "offence", "neutrality"))
            if is_bound or self._at_peace(who, other):
                found.add(who)
        return frozenset(found)

    def _at_peace(self, state: str, other: int) -> bool:
        """Whether a state has promised non-aggression to another, as its own attack on that one shows."""
        position = self.sweep.position.get(state)
        if position is None or position == other:
            return False
        itself = Cell(self.sweep, position, other, self.ordinal, self.sweep.set_at(position, other, self.ordinal))
        return any(
            side == VICTIM and kind == "nonaggression" and who == state and status != "barred"
            for side, kind, status, who in itself.entries
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Who is bound to whom, for every attacker and victim on every day of a window.

    Attributes:
        states: ids of the states, in the order of the indices; organs and groups that can owe come after them.
        count: how many of ``states`` are states.
        window: first day and the day after the last, as ordinals.
        lives: by state, the spans (ordinals) in which it exists or may exist.
        attacker, victim: index of the state, one entry a run; runs are in the order of cell and day.
        since, until: first day of the run and the day after its last, as ordinals.
        set_id: number of the run's set. A cell and day without a run is one in which nobody is bound.
        sets: for set ``n``, at ``2 * n`` the number of what is owed to the victim, after it that owed to the attacker.
        contents: by number, (slot, mask of obligors); slot = kind * WIDTH + status.
        first: index of a cell's first run, for cell ``attacker * count + victim``; one entry more than cells.
        digest: the version of the records swept.
        epochs: number of days on which something changed.
    """

    states: tuple[str, ...]
    count: int
    window: tuple[int, int]
    lives: tuple[tuple[tuple[int, int], ...], ...]
    attacker: NDArray[np.uint16]
    victim: NDArray[np.uint16]
    since: array[int]
    until: array[int]
    set_id: array[int]
    sets: array[int]
    contents: tuple[Content, ...]
    first: array[int]
    digest: str
    epochs: int
    position: Mapping[str, int]

    def set_at(self, attacker: int, victim: int, ordinal: int) -> int:
        """The number of the set in a cell, by indices of the states and ordinal of the day; 0 for nobody."""
        cell = attacker * self.count + victim
        low = self.first[cell]
        found = bisect_right(self.since, ordinal, low, self.first[cell + 1]) - 1
        return self.set_id[found] if found >= low and ordinal < self.until[found] else 0

    def who(self, attacker: str, victim: str, day: str | dt.date) -> Cell:
        """Who is bound if the attacker attacks the victim on the day.

        Raises:
            KeyError: a state is not in the sweep.
            ValueError: the day is not one, or lies outside the sweep, or one of the two did not exist then.
        """
        ordinal = (dt.date.fromisoformat(day) if isinstance(day, str) else day).toordinal()
        if not self.window[0] <= ordinal < self.window[1]:
            since, last = (dt.date.fromordinal(number) for number in (self.window[0], self.window[1] - 1))
            raise ValueError(f"{day} lies outside the sweep, which runs from {since} to {last}")
        from_, to = self.position[attacker], self.position[victim]
        for position in (from_, to):
            if not any(since <= ordinal < until for since, until in self.lives[position]):
                raise ValueError(f"{self.states[position]} did not exist on {day}, so the sweep has no cell for it")
        return Cell(self, from_, to, ordinal, self.set_at(from_, to, ordinal))

    def __len__(self) -> int:
        """The number of runs."""
        return len(self.since)


def combine(swept: Swept, window: tuple[int, int], digest: str) -> Sweep:
    """The runs of both sides laid over each other, in the order of cell and day."""
    count, contents = swept.count, tuple(swept.contents.by_number)
    cell, day, set_id, sets = lay_over(_layers(swept), sum(map(len, swept.runs.values())), window, len(contents))
    starts = np.flatnonzero(set_id)
    cells = cell[starts]
    return Sweep(
        states=swept.ids,
        count=count,
        window=window,
        lives=swept.lives,
        attacker=(cells // count).astype(np.uint16),
        victim=(cells % count).astype(np.uint16),
        since=as_array(day[starts]),
        until=as_array(day[starts + 1]) if len(starts) else array("i"),
        set_id=as_array(set_id[starts]),
        sets=sets,
        contents=contents,
        first=first_runs(cells, count),
        digest=digest,
        epochs=swept.epochs,
        position={state: number for number, state in enumerate(swept.ids[:count])},
    )


def first_runs(cells: NDArray[np.int32], count: int) -> array[int]:
    """Index of the first run of every cell, runs being in the order of cells; one entry more than cells."""
    return as_array(np.searchsorted(cells, np.arange(count * count + 1, dtype=np.int32)))


def as_array(values: NDArray[np.integer]) -> array[int]:
    """A compact array whose single items are read faster than NumPy's."""
    found = array("i")
    found.frombytes(np.ascontiguousarray(values, dtype=np.int32).tobytes())
    return found


@dataclass(frozen=True, slots=True)
class Layer:
    """Runs of cells, each with a number; outside the runs the number is 0.

    Attributes:
        cell: number of the cell.
        since, until: ordinals.
        value: the number that the cell has in the run.
        is_upper: which of two layers it is.
    """

    cell: NDArray[np.int64]
    since: NDArray[np.integer]
    until: NDArray[np.integer]
    value: NDArray[np.integer]
    is_upper: bool


def _layers(swept: Swept) -> Iterator[Layer]:
    """What is owed to the victim and, above it, what is owed to the attacker."""
    for side, runs in swept.runs.items():
        if runs:
            where, what = np.frombuffer(runs.where, np.int64), np.frombuffer(runs.what, np.int64)
            owner, other = where >> 40, where >> 24 & 0xFFFF
            cell = other * swept.count + owner if side == VICTIM else owner * swept.count + other
            yield Layer(cell, where & 0xFFFFFF, what >> 32, what & 0xFFFFFFFF, side == ATTACKER)


def lay_over(
    layers: Iterable[Layer], runs: int, window: tuple[int, int], numbers: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], array[int]]:
    """Two layers laid over each other: one sequence of changes (cell, ordinal, pair) in the order of cell and day.

    Args:
        layers: at most one of each.
        runs: how many runs they have together.
        window: first day and the day after the last, as ordinals.
        numbers: numbers in the layers are below this.

    Returns:
        Cells, ordinals and numbers of the pairs (0 where both layers have 0); and, by pair, its two numbers.
    """
    width = window[1] - window[0] + 1
    cell, day, pair, pairs = _overlay(*_changes(layers, 2 * runs, window[0], width), width, numbers)
    return cell, day + np.int32(window[0]), pair, pairs


def _changes(
    layers: Iterable[Layer], total: int, start: int, width: int
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Every change of a layer in a cell: (cell, day, layer) as one sortable number, and the number from then on.

    Where one run ends and the next begins on a day, only the beginning is kept.
    """
    key, value, at = np.empty(total, np.int64), np.zeros(total, np.int32), 0
    for layer in layers:
        cell = layer.cell * width
        for days, number in ((layer.until, None), (layer.since, layer.value)):
            part = slice(at, at := at + len(cell))
            key[part] = ((cell + (days - start)) << 1) | layer.is_upper
            if number is not None:
                value[part] = number
    order = np.argsort(key, kind="stable")
    key, value = key[order], value[order]
    last = np.ones(total, bool)
    last[:-1] = key[1:] != key[:-1]
    return key[last], value[last]


def _overlay(
    key: NDArray[np.int64], value: NDArray[np.int32], width: int, contents: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], array[int]]:
    """One sequence of (cell, day, set), where a set is a pair of contents."""
    is_attacker_side = (key & 1).astype(bool)
    cell = ((key >> 1) // width).astype(np.int32)
    day = ((key >> 1) % width).astype(np.int32)
    to_victim = _held(cell, ~is_attacker_side, value)
    to_attacker = _held(cell, is_attacker_side, value)
    last = np.ones(len(cell), bool)
    last[:-1] = (cell[1:] != cell[:-1]) | (day[1:] != day[:-1])
    pair = (to_victim.astype(np.int64) * contents + to_attacker)[last]
    cell, day = cell[last], day[last]
    changed = np.ones(len(cell), bool)
    changed[1:] = (cell[1:] != cell[:-1]) | (pair[1:] != pair[:-1])
    known, set_id = np.unique(np.concatenate((np.zeros(1, np.int64), pair[changed])), return_inverse=True)
    sets = as_array(np.stack((known // contents, known % contents), axis=1).ravel())
    return cell[changed], day[changed], set_id[1:].astype(np.int32), sets


def _held(cell: NDArray[np.int32], own: NDArray[np.bool_], value: NDArray[np.int32]) -> NDArray[np.int32]:
    """At each change of a cell, the content of one side: its latest change in the cell, or nothing."""
    latest = np.maximum.accumulate(np.where(own, np.arange(len(cell), dtype=np.int32), np.int32(-1)))
    same = (latest >= 0) & (cell[latest] == cell)
    return np.where(same, value[latest], np.int32(0))

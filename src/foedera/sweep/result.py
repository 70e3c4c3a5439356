"""The result of a sweep: runs (attacker, victim, since, until, set), a dictionary of sets, and look-up by cell."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from foedera.law.leading import KINDS, STATUSES
from foedera.law.scene import ATTACKER, VICTIM, bits
from foedera.sweep.patches import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from foedera.law.leading import Entry
    from foedera.sweep.board import Content, Runs
    from foedera.sweep.run import Swept


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Who is bound to whom, for every attacker and victim on every day of a window.

    Attributes:
        states: ids of the states, in the order of the indices; organs and groups that can owe come after them.
        count: how many of ``states`` are states.
        window: first day and the day after the last, as ordinals.
        attacker, victim: index of the state, one entry a run; runs are in the order of cell and day.
        since, until: first day of the run and the day after its last, as ordinals.
        set_id: number of the run's set. A cell and day without a run is one in which nobody is bound.
        sets: by number, what is owed to the victim and what to the attacker.
        first: index of a cell's first run, for cell ``attacker * count + victim``; one entry more than cells.
        digest: the version of the records swept.
        epochs: number of days on which something changed.
    """

    states: tuple[str, ...]
    count: int
    window: tuple[int, int]
    attacker: NDArray[np.uint16]
    victim: NDArray[np.uint16]
    since: array[int]
    until: array[int]
    set_id: array[int]
    sets: tuple[tuple[Content, Content], ...]
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

    def who(self, attacker: str, victim: str, day: str | dt.date) -> frozenset[Entry]:
        """Who is bound if the attacker attacks the victim on the day: (side, kind, status, obligor).

        Raises:
            KeyError: a state is not in the sweep.
            ValueError: the day is not one, or lies outside the sweep's window.
        """
        ordinal = (dt.date.fromisoformat(day) if isinstance(day, str) else day).toordinal()
        if not self.window[0] <= ordinal < self.window[1]:
            since, last = (dt.date.fromordinal(number) for number in (self.window[0], self.window[1] - 1))
            raise ValueError(f"{day} lies outside the sweep, which runs from {since} to {last}")
        from_, to = self.position[attacker], self.position[victim]
        return self.entries(self.set_at(from_, to, ordinal), from_, to)

    def entries(self, set_id: int, attacker: int, victim: int) -> frozenset[Entry]:
        """A set in words, for one cell: the other side itself stands under its own id."""
        strongest: dict[tuple[str, str, str], int] = {}
        for side, content, other in zip((VICTIM, ATTACKER), self.sets[set_id], (attacker, victim), strict=True):
            for slot, mask in content:
                for position in bits(mask):
                    itself = position == len(self.states)
                    key = (side, KINDS[slot // WIDTH], self.states[other if itself else position])
                    strongest[key] = min(strongest.get(key, WIDTH), slot % WIDTH)
        return frozenset((side, kind, STATUSES[rank], who) for (side, kind, who), rank in strongest.items())

    def __len__(self) -> int:
        """The number of runs."""
        return len(self.since)


def combine(swept: Swept, window: tuple[int, int], digest: str) -> Sweep:
    """The runs of both sides laid over each other, in the order of cell and day."""
    count = swept.count
    parts = [_events(runs, side, count) for side, runs in swept.runs.items()]
    cell, day, set_id, sets = _overlay(parts, list(swept.runs), swept)
    is_run = set_id[:-1] != 0 if len(set_id) else set_id.astype(bool)
    starts = np.flatnonzero(is_run)
    cells = cell[starts]
    first = np.searchsorted(cells, np.arange(count * count + 1, dtype=np.int64))
    return Sweep(
        states=swept.ids,
        count=count,
        window=window,
        attacker=(cells // count).astype(np.uint16),
        victim=(cells % count).astype(np.uint16),
        since=_as_array(day[starts]),
        until=_as_array(day[starts + 1]),
        set_id=_as_array(set_id[starts]),
        sets=sets,
        first=_as_array(first),
        digest=digest,
        epochs=swept.epochs,
        position={state: number for number, state in enumerate(swept.ids[:count])},
    )


def _as_array(values: NDArray[np.int64]) -> array[int]:
    """A compact array whose single items are read faster than NumPy's."""
    found = array("i")
    found.frombytes(np.ascontiguousarray(values, dtype=np.int32).tobytes())
    return found


def _events(runs: Runs, side: str, count: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Cell, day and content of every beginning and (content 0) end, in the order of cell and day."""
    owner, other, since, until, content = (
        np.frombuffer(column, dtype=column.typecode).astype(np.int64) if column else np.zeros(0, np.int64)
        for column in (runs.owner, runs.other, runs.since, runs.until, runs.content)
    )
    cell = other * count + owner if side == VICTIM else owner * count + other
    cells, days = np.concatenate((cell, cell)), np.concatenate((until, since))
    values = np.concatenate((np.zeros_like(content), content))
    order = np.lexsort((values, days, cells))
    cells, days, values = cells[order], days[order], values[order]
    last = np.ones(len(cells), bool)
    last[:-1] = (cells[1:] != cells[:-1]) | (days[1:] != days[:-1])
    return cells[last], days[last], values[last]


def _overlay(
    parts: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]], sides: list[str], swept: Swept
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], tuple[tuple[Content, Content], ...]]:
    """One sequence of (cell, day, set), where a set is a pair of contents."""
    cells = np.concatenate([part[0] for part in parts])
    days = np.concatenate([part[1] for part in parts])
    which = np.concatenate([np.full(len(part[0]), number) for number, part in enumerate(parts)])
    values = np.concatenate([part[2] for part in parts])
    order = np.lexsort((which, days, cells))
    cells, days, which, values = cells[order], days[order], which[order], values[order]
    held = {side: _held(cells, which == number, values) for number, side in enumerate(sides)}
    nothing = np.zeros(len(cells), np.int64)
    toward = held.get(VICTIM, nothing), held.get(ATTACKER, nothing)
    last = np.ones(len(cells), bool)
    last[:-1] = (cells[1:] != cells[:-1]) | (days[1:] != days[:-1])
    pair = (toward[0] * len(swept.contents.by_number) + toward[1])[last]
    cells, days = cells[last], days[last]
    changed = np.ones(len(cells), bool)
    changed[1:] = (cells[1:] != cells[:-1]) | (pair[1:] != pair[:-1])
    known, set_id = np.unique(np.concatenate(([0], pair[changed])), return_inverse=True)
    numbers = swept.contents.by_number
    sets = tuple((numbers[one // len(numbers)], numbers[one % len(numbers)]) for one in known.tolist())
    return cells[changed], days[changed], set_id[1:].astype(np.int64), sets


def _held(cells: NDArray[np.int64], own: NDArray[np.bool_], values: NDArray[np.int64]) -> NDArray[np.int64]:
    """At each change of a cell, the content of one side: its latest change in the cell, or nothing."""
    position = np.where(own, np.arange(len(cells)), -1)
    latest = np.maximum.accumulate(position) if len(cells) else position
    known = latest >= 0
    same = known & (cells[np.maximum(latest, 0)] == cells)
    return np.where(same, values[np.maximum(latest, 0)], 0)

"""What the cells lose and gain without a treaty, summed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from foedera.law.leading import KINDS, STATUSES
from foedera.law.scene import bits
from foedera.sweep.patches import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from foedera.sweep.board import Content
    from foedera.sweep.differences import Differences

_BARRED = STATUSES.index("barred")


def losses(found: Differences, kinds: tuple[str, ...]) -> dict[str, object]:
    """Cells and days in which two worlds differ and, by kind, the states lost and the days of loss and gain.

    A state is live in a cell, by kind and side, if it is bound and not barred. It is lost where it is live with the
    treaty only, gained where it is live without it only (because a bar is gone). A day of a cell counts once for every
    state lost or gained in it.
    """
    sums = {kind: _Sum() for kind in kinds}
    days = (found.until - found.since).astype(np.int64)
    for runs in _alike(found):
        total = int(days[runs].sum())
        lost_set, gained_set = found.sets[found.lost[runs[0]]], found.sets[found.gained[runs[0]]]
        for side, others in enumerate((found.attacker, found.victim)):
            for kind, lost, gained in _changes(_live(lost_set[side]), _live(gained_set[side])):
                sums[kind].lost += total * lost.bit_count()
                sums[kind].gained += total * gained.bit_count()
                sums[kind].states |= set(bits(lost & ~(1 << len(found.states))))
                if lost >> len(found.states):
                    sums[kind].states |= set(np.unique(others[runs]).tolist())
    summed: dict[str, object] = {"cells": len(np.unique(found.cell)), "cell_days": int(days.sum())}
    for kind, one in sums.items():
        summed[f"{kind}_states_lost"] = len(one.states)
        summed[f"{kind}_days_lost"], summed[f"{kind}_days_gained"] = one.lost, one.gained
    return summed


@dataclass(slots=True)
class _Sum:
    states: set[int] = field(default_factory=set)
    lost: int = 0
    gained: int = 0


def _alike(found: Differences) -> Iterator[NDArray[np.int64]]:
    """The runs, as groups that have the same sets."""
    pairs = found.lost.astype(np.int64) * len(found.sets) + found.gained
    order = np.argsort(pairs, kind="stable")
    if len(order):
        yield from np.split(order, np.flatnonzero(np.diff(pairs[order])) + 1)


def _live(content: Content) -> dict[int, int]:
    """Who is live, by kind."""
    found: dict[int, int] = {}
    for slot, mask in content:
        if slot % WIDTH != _BARRED:
            found[slot // WIDTH] = found.get(slot // WIDTH, 0) | mask
    return found


def _changes(before: dict[int, int], after: dict[int, int]) -> Iterator[tuple[str, int, int]]:
    for kind in before.keys() | after.keys():
        had, has = before.get(kind, 0), after.get(kind, 0)
        if had != has:
            yield KINDS[kind], had & ~has, has & ~had

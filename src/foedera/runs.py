"""Truth over time: runs of days, as ordinals, in which a statement is TRUE or UNKNOWN; FALSE everywhere else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from foedera.dates import Day

Run = tuple[int, int, Truth]
"""``[since, until)`` as ordinals, and the truth in those days (never FALSE)."""
Runs = tuple[Run, ...]
"""Disjoint runs in ascending order; neighbours differ in truth."""


def turns(days: Iterable[Day | None]) -> set[int]:
    """The ordinals on which a comparison of a day asked with one of these days can change."""
    return {edge for day in days if day is not None for edge in (day.first, day.last)}


def sampled(edges: Iterable[int], window: tuple[int, int], truth_on: Callable[[int], Truth]) -> Runs:
    """The runs of a statement that can change only on ``edges``, within the window ``[since, until)``."""
    since, until = window
    days = sorted({since, until, *(edge for edge in edges if since < edge < until)})
    return joined((first, end, truth_on(first)) for first, end in pairwise(days))


def joined(runs: Iterable[Run]) -> Runs:
    """Ascending disjoint runs without the FALSE ones, neighbours of one truth made one."""
    found: list[Run] = []
    for since, until, truth in runs:
        if truth is Truth.FALSE:
            continue
        if found and found[-1][1] == since and found[-1][2] is truth:
            found[-1] = (found[-1][0], until, truth)
        else:
            found.append((since, until, truth))
    return tuple(found)


def meet(one: Runs, other: Runs) -> Runs:
    """Both hold: the days of both, with the lesser truth."""
    if one is other or not one or not other:
        return one if one is other else ()
    found: list[Run] = []
    left = right = 0
    while left < len(one) and right < len(other):
        a, b = one[left], other[right]
        since, until = max(a[0], b[0]), min(a[1], b[1])
        if since < until:
            found.append((since, until, min(a[2], b[2])))
        if a[1] <= b[1]:
            left += 1
        else:
            right += 1
    return joined(found)


def at(runs: Runs, day: int) -> Truth:
    """The truth on a day (an ordinal)."""
    return next((truth for since, until, truth in runs if since <= day < until), Truth.FALSE)

"""Stays of a member under an instrument, with the days that their ends can be, and how two such days compare."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.datasets.codes import FOREVER
from foedera.runs import at, sampled
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.audit.results import Verdict
    from foedera.runs import Run, Runs

Range = tuple[int, int]
"""The first and the last ordinal that a day can be."""
_NEAR = 31


@dataclass(frozen=True, slots=True)
class Stay:
    """From ``since`` to ``until`` (the first day out), each as the days that it can be; None: still in."""

    since: Range
    until: Range | None


def stays(runs: Runs, end: int) -> tuple[Stay, ...]:
    """The stays that runs of membership show up to ``end``, the first day outside the window.

    An UNKNOWN run before a TRUE one makes the day of entry doubtful, one after it the day of exit.
    """
    return tuple(_stay(block, end) for block in _blocks(runs))


def _blocks(runs: Runs) -> Iterator[Sequence[Run]]:
    """Runs that follow one another without a gap."""
    block: list[Run] = []
    for run in runs:
        if block and block[-1][1] != run[0]:
            yield block
            block = []
        block.append(run)
    if block:
        yield block


def _stay(block: Sequence[Run], end: int) -> Stay:
    first, last = block[0][0], block[-1][1]
    sure = [run for run in block if run[2] is Truth.TRUE]
    latest = FOREVER if last >= end else last
    if not sure:
        return Stay((first, latest), (first, latest))
    until = None if sure[-1][1] >= end else (sure[-1][1], latest)
    return Stay((first, sure[0][0]), until)


def either(many: Sequence[Runs], window: tuple[int, int]) -> Runs:
    """Runs in which at least one of the statements holds."""
    edges = {edge for runs in many for since, until, _ in runs for edge in (since, until)}
    return sampled(edges, window, lambda day: max((at(runs, day) for runs in many), default=Truth.FALSE))


def sure_days(runs: Runs) -> Runs:
    """The runs that are TRUE."""
    return tuple(run for run in runs if run[2] is Truth.TRUE)


def compare(one: Range, other: Range) -> Verdict:
    """How two days compare: UNKNOWN if they may be the same day and need not be."""
    apart = max(one[1] - other[0], other[1] - one[0])
    if apart == 0:
        return "same"
    if one[0] <= other[1] and other[0] <= one[1]:
        return "unknown"
    return "within_31_days" if apart <= _NEAR else "other"


def compare_ends(one: Range | None, other: Range | None) -> Verdict:
    """How two ends compare; None is no end in the window."""
    if one is None or other is None:
        ended = one or other
        if ended is None:
            return "same"
        return "unknown" if ended[1] >= FOREVER else "other"
    return compare(one, other)


def told(day: Range | None) -> str:
    """A day in words: ``1994-04-20``, ``1985-01-01..1985-12-31``, ``1996-01-01..``, or that there is none."""
    if day is None:
        return "in force at the end of the data"
    first = dt.date.fromordinal(day[0]).isoformat()
    if day[1] >= FOREVER:
        return f"{first}.."
    return first if day[0] == day[1] else f"{first}..{dt.date.fromordinal(day[1]).isoformat()}"

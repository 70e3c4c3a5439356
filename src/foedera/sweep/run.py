"""The sweep: from one day on which something changes to the next, recomputing only the rows that read it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.law.leading import KINDS, STATUSES
from foedera.law.scene import ATTACKER, VICTIM, bits
from foedera.law.timeline import legal_days
from foedera.sweep.board import Contents, RowState, Runs
from foedera.sweep.machine import EVERY, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from foedera.model.states import Existence
    from foedera.model.world import World
    from foedera.sweep.machine import Machine

SIDES = (VICTIM, ATTACKER)
Board = dict[str, list[RowState]]
"""By side, the rows in the order of their beneficiaries."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep computed.

    Attributes:
        ids: states in the order of their bits, then organs and groups.
        count: how many of them are states.
        contents: every different content of a cell.
        lives: by state, the spans in which it exists or may exist, cut to the window.
        runs: the runs of each side; the row is the one to whom it is owed.
        epochs: the days on which something changed.
    """

    ids: tuple[str, ...]
    count: int
    lives: tuple[tuple[tuple[int, int], ...], ...]
    contents: Contents
    runs: dict[str, Runs]
    epochs: int


def sweep(
    world: World,
    window: tuple[int, int],
    *,
    kinds: Iterable[str] = KINDS,
    sides: tuple[str, ...] = SIDES,
    statuses: Iterable[str] = STATUSES,
    without: Iterable[str] = (),
    beneficiaries: Iterable[str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Swept:
    """Who is bound to whom, for every pair of states on every day of a window.

    A cell means exactly what the answer to ``ask ATTACKER VICTIM --on DAY`` says of the leading duties of these kinds
    (``law.leading.entries``).

    Args:
        world: the records.
        window: first day and the day after the last, as ordinals.
        kinds: the kinds of obligation to compute.
        sides: owed to the victim, to the attacker, or both.
        statuses: the statuses to keep.
        without: instruments or clauses to leave out.
        beneficiaries: the states to whom it is owed; None for all. Other rows stay empty.
        progress: told the day reached, now and then.
    """
    machine = build(world, window, kinds, statuses, tuple(without), beneficiaries)
    contents, runs = Contents(), {side: Runs() for side in sides}
    board: Board = {side: [_row(owner, machine.count) for owner in range(machine.count)] for side in sides}
    lives = tuple(_lives(world.records.states[one].exists, window) for one in machine.ids[: machine.count])
    births = _births(lives, window)
    trees = (one.provision.when for one in machine.promises if one.provision.when is not None)
    legal = {day for day in legal_days(world, trees) if window[0] < day < window[1]}
    days = sorted({window[0], *machine.ends, *machine.begins, *births, *legal})
    for number, day in enumerate(days):
        if progress and not number % 64:
            progress(day)
        _live_and_die(machine, board, runs, day, births.get(day, ()))
        machine.update(day, everything=day in legal)
        for side, owner in sorted(_recompute(machine, board, day)):
            living = machine.alive if machine.alive >> owner & 1 else 0
            board[side][owner].refold(contents, day, living, runs[side])
    for side in sides:
        for owner in bits(machine.alive):
            board[side][owner].close(machine.alive, window[1], runs[side])
    return Swept(machine.ids, machine.count, lives, contents, runs, len(days))


def _row(owner: int, count: int) -> RowState:
    others = ((1 << count) - 1) & ~(1 << owner)
    return RowState(owner, others, groups={0: others}, start=[0] * count)


def _lives(existence: tuple[Existence, ...], window: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The days of a window in which a state may exist; spells of doubtful days that overlap are one."""
    found: list[tuple[int, int]] = []
    for since, until in sorted((one.since.first, one.until.last if one.until else window[1]) for one in existence):
        first, end = max(since, window[0]), min(until, window[1])
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        elif first < end:
            found.append((first, end))
    return tuple(found)


def _births(
    lives: tuple[tuple[tuple[int, int], ...], ...], window: tuple[int, int]
) -> dict[int, list[tuple[int, bool]]]:
    """Day to the states (by position) that come (True) or go."""
    found: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for position, spans in enumerate(lives):
        for since, until in spans:
            found[since].append((position, True))
            if until < window[1]:
                found[until].append((position, False))
    return found


def _live_and_die(
    machine: Machine, board: Board, runs: dict[str, Runs], day: int, changes: Iterable[tuple[int, bool]]
) -> None:
    """Take away the states that go, whose runs end, and add those that come, whose runs begin."""
    coming = sum(1 << position for position, comes in changes if comes)
    gone = sum(1 << position for position, comes in changes if not comes) & ~coming
    came = coming & ~machine.alive
    if not gone | came:
        return
    for side, rows in board.items():
        for owner in bits(machine.alive if gone else 0):
            rows[owner].close(machine.alive if gone >> owner & 1 else gone, day, runs[side])
    machine.alive = (machine.alive & ~gone) | came
    machine.to_redo |= {(number, EVERY) for number in machine.read_alive}
    for rows in board.values():
        for owner in bits(machine.alive if came else 0):
            rows[owner].begin(machine.alive if came >> owner & 1 else came, day)


def _recompute(machine: Machine, board: Board, day: int) -> set[tuple[str, int]]:
    """Fold the clauses that read what changed; gives the rows that hold something else than before."""
    dirty: set[tuple[str, int]] = set()
    if not machine.to_redo:
        return dirty
    for number, side, owner, found in machine.redo(machine.scene(day), tuple(board)):
        parts = board[side][owner].parts
        if found == parts.get(number, []):
            continue
        dirty.add((side, owner))
        if found:
            parts[number] = found
        else:
            del parts[number]
    return dirty

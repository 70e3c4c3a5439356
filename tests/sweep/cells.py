"""A sweep's cells beside the answers that they stand for."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.engine.ask import ask
from foedera.law.leading import entries
from foedera.law.short_form import plain_attack
from foedera.sweep.result import combine
from foedera.sweep.run import sweep

if TYPE_CHECKING:
    from foedera.law.leading import Entry
    from foedera.model.world import World
    from foedera.sweep.result import Sweep

EVERYTHING = bool(os.environ.get("FOEDERA_DIFFERENTIAL"))
"""Whether to try many more examples than a usual run."""
Cell = tuple[str, str, int]
"""Attacker, victim, and the day's ordinal."""


def swept(world: World, window: tuple[int, int], *, without: tuple[str, ...] = (), **options: object) -> Sweep:
    """The sweep of a world over a window."""
    return combine(sweep(world, window, without=without, **options), window, world.digest)  # type: ignore[arg-type]


def asked(world: World, cell: Cell, *, live: bool = True, without: tuple[str, ...] = ()) -> frozenset[Entry]:
    """What the answer to the question of a cell says of leading duties."""
    attacker, victim, ordinal = cell
    question = plain_attack(world, attacker, victim, Day.exact(ordinal))
    return entries(ask(world, replace(question, without=without), live=live))


def held(found: Sweep, cell: Cell) -> frozenset[Entry]:
    """What a cell holds."""
    attacker, victim, ordinal = cell
    cell_ = found.who(attacker, victim, dt.date.fromordinal(ordinal))
    return getattr(cell_, "entries", cell_)


def difference(found: Sweep, world: World, cell: Cell, **options: object) -> str:
    """Where the two speeds differ in a cell; empty if they do not."""
    fast, slow = held(found, cell), asked(world, cell, **options)  # type: ignore[arg-type]
    if fast == slow:
        return ""
    on = dt.date.fromordinal(cell[2])
    return f"{cell[0]} > {cell[1]} on {on}: sweep alone {sorted(fast - slow)}, ask alone {sorted(slow - fast)}"

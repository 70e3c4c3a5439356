"""Whom a sweep says is helped, and when: on one day of each year, and how many days in all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from foedera.law.leading import KINDS, STATUSES
from foedera.law.scene import ATTACKER, VICTIM
from foedera.sweep.patches import WIDTH
from foedera.sweep.tables import dates, numbers_of, worded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from foedera.sweep.board import Content
    from foedera.sweep.result import Sweep

SAMPLED = (7, 1)
"""Month and day of the year on which help is looked up."""
_HELP = (KINDS.index("defence"), KINDS.index("offence"))
"""The kind of promise that helps the victim, and the one that helps the attacker."""
_FIRM = (STATUSES.index("due"), STATUSES.index("expected"))


def help_table(found: Sweep) -> pl.DataFrame:
    """How many states are firmly bound to help, on 1 July of each year; only where there is one.

    Columns: attacker, victim, on, toward (whom they help: the victim by defence, the attacker by offence), helpers.
    """
    helpers = [_per_set(found, side, kind) for side, kind in enumerate(_HELP)]
    since, until, sets = (numbers_of(one) for one in (found.since, found.until, found.set_id))
    attacker, victim = np.asarray(found.attacker), np.asarray(found.victim)
    rows: list[tuple[NDArray[np.intp], int, int]] = []
    for day in _sampled(found.window):
        present = np.flatnonzero((since <= day) & (day < until))
        for side, count in enumerate(helpers):
            rows.append((present[count[sets[present]] > 0], side, day))
    runs = np.concatenate([one[0] for one in rows]) if rows else np.zeros(0, np.intp)
    lengths = [len(one[0]) for one in rows]
    sides = np.repeat(np.array([one[1] for one in rows], np.int32), lengths)
    on = np.repeat(np.array([one[2] for one in rows], np.int32), lengths)
    return pl.DataFrame({
        "attacker": worded(attacker[runs], found.states),
        "victim": worded(victim[runs], found.states),
        "on": dates(on),
        "toward": worded(sides, (VICTIM, ATTACKER)),
        "helpers": pl.Series(np.where(sides == 0, helpers[0][sets[runs]], helpers[1][sets[runs]]).astype(np.int32)),
    })  # fmt: skip


def due_days(found: Sweep, kinds: tuple[str, ...]) -> dict[str, int]:
    """By kind, in how many days of cells at least one state is firmly bound."""
    days = numbers_of(found.until).astype(np.int64) - numbers_of(found.since)
    sets = numbers_of(found.set_id)
    sums: dict[str, int] = {}
    for kind in kinds:
        either = _per_set(found, 0, KINDS.index(kind)) + _per_set(found, 1, KINDS.index(kind))
        sums[f"{kind}_days"] = int(days[either[sets] > 0].sum())
    return sums


def _per_set(found: Sweep, side: int, kind: int) -> NDArray[np.int32]:
    """By set, how many are firmly bound to a kind toward a side."""
    counts = np.array([_firm(content, kind) for content in found.contents], np.int32)
    return counts[numbers_of(found.sets)[side::2]]


def _firm(content: Content, kind: int) -> int:
    mask = 0
    for slot, obligors in content:
        if slot // WIDTH == kind and slot % WIDTH in _FIRM:
            mask |= obligors
    return mask.bit_count()


def _sampled(window: tuple[int, int]) -> list[int]:
    first, last = (dt.date.fromordinal(one).year for one in (window[0], window[1] - 1))
    days = (dt.date(year, *SAMPLED).toordinal() for year in range(first, last + 1))
    return [day for day in days if window[0] <= day < window[1]]

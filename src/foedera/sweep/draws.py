"""Draws: worlds in which what is not known, days and conditions, has been decided by chance.

What is decided depends on the seed, the number of the draw and the record alone, not on the order of work.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import polars as pl

from foedera.dates import Day
from foedera.model import conditions as c
from foedera.model.instruments import Provision
from foedera.model.world import assemble
from foedera.sweep.help import due_days, help_table
from foedera.sweep.result import combine
from foedera.sweep.run import sweep
from foedera.sweep.save import described
from foedera.sweep.tables import runs_table, set_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.world import World
    from foedera.sweep.chunks import Job

_PARTS = ("states", "actors", "places", "instruments", "events")
"""The records in which days or conditions matter to a sweep."""
_PLAIN = (str, int, float, bool, type(None), dict)


@dataclass(slots=True)
class Chance:
    """What is decided in one draw.

    Attributes:
        key: seed and number of the draw.
        window: days beyond it are all alike.
        odds: how probable it is that an unknown condition holds.
        days: what was decided, by record and day as written.
        conditions: what was decided, by record, clause and atom.
    """

    key: str
    window: tuple[int, int]
    odds: float
    days: dict[str, Day] = field(default_factory=dict)
    conditions: dict[str, bool] = field(default_factory=dict)

    def _roll(self, about: str) -> float:
        """A number in [0, 1) that is the same whenever it is asked for."""
        found = hashlib.blake2b(f"{self.key}\0{about}".encode(), digest_size=7).digest()
        return int.from_bytes(found) / 2**56

    def day(self, day: Day, record: str) -> Day:
        """One of the days that a doubtful or partial day can be; of one that is open on a side, none far away."""
        about = f"{record}\0{day.text}"
        if about not in self.days:
            ranges = [self._near(*one) for one in day.ranges]
            left = int(self._roll(about) * sum(last - first + 1 for first, last in ranges))
            for first, last in ranges:
                if left <= last - first:
                    self.days[about] = Day.exact(first + left)
                    break
                left -= last - first + 1
        return self.days[about]

    def _near(self, first: int, last: int) -> tuple[int, int]:
        """A range without the days before and after the window, if it has no end on that side; one day stays."""
        if last == _LAST:
            last = max(first, self.window[1])
        if first == _FIRST:
            first = min(last, self.window[0])
        return first, last

    def holds(self, atom: c.Node, clause: str) -> bool:
        """Whether an unknown condition of a clause holds."""
        about = f"{clause}\0{atom!r}"
        if about not in self.conditions:
            self.conditions[about] = self._roll(about) < self.odds
        return self.conditions[about]


_FIRST, _LAST = Day.parse("[..0001-01-01]").first, Day.parse("[0001-01-01..]").last


def drawn_world(world: World, job: Job, number: int) -> tuple[World, Chance]:
    """The world of a draw, and what was decided in it."""
    chance = Chance(f"{job.seed}\0{number}", job.window, job.odds)
    parts: dict[str, Any] = {
        part: {
            name: _decided(record, chance, f"{part}/{name}", f"{part}/{name}")
            for name, record in getattr(world.records, part).items()
        }
        for part in _PARTS
    }
    return assemble((replace(world.records, **parts),), f"{world.digest}:{job.seed}:{job.odds}:{number}"), chance


def _decided(value: Any, chance: Chance, record: str, clause: str) -> Any:
    """A value of a record with its days and conditions decided; the same object where there is nothing to decide."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, Day):
        return value if value.is_exact else chance.day(value, record)
    if isinstance(value, c.Unknown | c.Unstated):
        return c.All(()) if chance.holds(value, clause) else c.AnyOf(())
    if isinstance(value, tuple):
        items = tuple(_decided(one, chance, record, clause) for one in value)
        return value if all(map(_is_same, items, value)) else items
    if not is_dataclass(value) or isinstance(value, type):
        return value
    inner = f"{record}/{value.id}" if isinstance(value, Provision) else clause
    found: dict[str, Any] = {}
    for one in fields(value):
        old = getattr(value, one.name)
        new = _decided(old, chance, record, inner)
        if new is not old:
            found[one.name] = new
    return replace(value, **found) if found else value


def _is_same(one: object, other: object) -> bool:
    return one is other


def draw_files(world: World, job: Job, name: str) -> Mapping[str, pl.DataFrame | str]:
    """A draw as a saved sweep, with the help due in it on one day of each year, and its sums."""
    drawn, chance = drawn_world(world, job, int(name))
    swept = sweep(drawn, job.window, kinds=job.kinds, statuses=job.statuses)
    found = combine(swept, job.window, drawn.digest)
    sets, groups = set_tables(found.states, found.sets, found.contents)
    row = {
        "draw": int(name),
        "days_decided": len(chance.days),
        "conditions_decided": len(chance.conditions),
        "conditions_true": sum(chance.conditions.values()),
        "runs": len(found),
        **due_days(found, job.kinds),
    }
    about = {"source": job.source, "kinds": job.kinds, "statuses": job.statuses, "draw": int(name), "seed": job.seed}
    return {
        "runs.parquet": runs_table(found),
        "runs.sets.parquet": sets,
        "runs.groups.parquet": groups,
        "runs.json": described(found, about),
        "help.parquet": help_table(found),
        "summary.parquet": pl.DataFrame([row]),
    }

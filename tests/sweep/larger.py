"""A small world of invented alliances, jobs over it, and what a finished chunk says of a cell."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from differential.strategies import builtin
from foedera.datasets.atop import read_atop
from foedera.datasets.table import parse_table
from foedera.dates import Day
from foedera.law.leading import KINDS, STATUSES
from foedera.model.world import World, assemble
from foedera.sweep.chunks import Chunk, Job

if TYPE_CHECKING:
    from foedera.law.leading import Entry

ROOT = Path(__file__).resolve().parents[2]
ALLIANCES = ROOT / "examples" / "data" / "atop-invented.csv"
WINDOW = Day.parse("1920-01-01").first, Day.parse("1952-01-01").first


@lru_cache(maxsize=1)
def invented() -> World:
    """The built-in states and law, with three invented alliances."""
    law = builtin()
    layer = read_atop(parse_table(ALLIANCES.name, ALLIANCES.read_bytes()), law.states).corpus
    return assemble((replace(law, instruments={}, events={}, coverage={}), layer), "invented")


def each_without(world: World, window: tuple[int, int] = WINDOW) -> Job:
    return Job("each-without", world.digest, window, KINDS, STATUSES, "atop")


def draws(world: World, number: int, window: tuple[int, int] = WINDOW, **more: Any) -> Job:
    return Job("monte-carlo", world.digest, window, KINDS, STATUSES, "atop", draws=number, **more)


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a chunk of ``--each-without``."""

    runs: pl.DataFrame
    sets: dict[int, list[tuple[str, str, str, str]]]
    summary: dict[str, Any]

    @classmethod
    def of(cls, content: bytes) -> Found:
        runs, sets, groups, summary = (table(content, name) for name in ("runs", "runs.sets", "runs.groups", "summary"))
        known: dict[int, list[tuple[str, str, str, str]]] = {}
        for row in sets.drop("without").join(groups.drop("without"), on="group_id").iter_rows(named=True):
            entry = str(row["side"]), str(row["kind"]), str(row["status"]), str(row["obligor"])
            known.setdefault(row["set_id"], []).append(entry)
        return cls(runs, known, summary.row(0, named=True))

    def cell(self, attacker: str, victim: str, ordinal: int) -> tuple[frozenset[Entry], frozenset[Entry]] | None:
        """What a cell loses and gains without the treaty; None if no run covers it."""
        day = pl.lit(Day.exact(ordinal).text).str.to_date()
        named = (pl.col("attacker") == attacker) & (pl.col("victim") == victim)
        rows = self.runs.filter(named & (pl.col("since") <= day) & (day < pl.col("until")))
        assert len(rows) <= 1
        if not len(rows):
            return None
        pair = [self._entries(rows[name][0], attacker, victim) for name in ("lost_set", "gained_set")]
        return pair[0], pair[1]

    def _entries(self, number: int, attacker: str, victim: str) -> frozenset[Entry]:
        others = {"victim": attacker, "attacker": victim}
        entries = self.sets.get(number, ())
        return frozenset(
            (side, kind, status, others[side] if who == "=" else who) for side, kind, status, who in entries
        )


def table(content: bytes, name: str) -> pl.DataFrame:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return pl.read_parquet(io.BytesIO(packed.read(f"{name}.parquet")))


class Deadly:
    """A name that ends the process in which it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)

    def __str__(self) -> str:
        return "deadly"


def deadly() -> Chunk:
    return Chunk("draw", Deadly())  # type: ignore[arg-type]

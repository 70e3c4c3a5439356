"""A sweep on disk: a table of runs, two tables of sets, and a description, all plain columns that R or Stata can read.

``runs``: attacker, victim, since, until (the day after the last), set_id. ``sets``: set_id, side, kind, status,
group_id. ``groups``: group_id, obligor. Joined on set_id and group_id they say who is bound. Files are written beside
their names and renamed, the description last: what has no description is not a finished sweep.
"""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from foedera import __version__
from foedera.sweep.board import Contents
from foedera.sweep.patches import WIDTH
from foedera.sweep.request import SweepError
from foedera.sweep.result import Sweep, first_runs
from foedera.sweep.tables import EPOCH, runs_table, set_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from foedera.sweep.board import Content

FORMAT = "foedera.sweep/1"
SUFFIXES = (".parquet", ".arrow")


def save(sweep: Sweep, path: Path, about: Mapping[str, Any]) -> tuple[Path, ...]:
    """Write a sweep.

    Args:
        sweep: what to write.
        path: the file of the runs, ``.parquet`` or ``.arrow``; the others are named after it.
        about: further entries of the description (source, kinds, statuses, citations).

    Returns:
        The files written: runs, sets, groups, description.

    Raises:
        SweepError: the suffix is not known, or a file cannot be written.
    """
    files = _files(path)
    sets, groups = set_tables(sweep.states, sweep.sets, sweep.contents)
    try:
        for file, table in zip(files, (runs_table(sweep), sets, groups), strict=False):
            _write(table, file)
        temporary = files[3].with_name(files[3].name + ".tmp")
        temporary.write_text(described(sweep, about), encoding="utf-8")
        temporary.replace(files[3])
    except OSError as error:
        raise SweepError(f"{path} cannot be written: {error.strerror or error}") from None
    return files


def described(sweep: Sweep, about: Mapping[str, Any]) -> str:
    """The description of a saved sweep, as JSON."""
    description = {
        "format": FORMAT,
        "foedera": __version__,
        "records": sweep.digest,
        "window": list(sweep.window),
        "lives": sweep.lives,
        "states": list(sweep.states),
        "count": sweep.count,
        "epochs": sweep.epochs,
        "runs": len(sweep),
        "sets": len(sweep.sets) // 2,
        **about,
    }
    return json.dumps(description, ensure_ascii=False) + "\n"


def check_target(path: Path) -> None:
    """Refuse, before any work, a file that could not be written.

    Raises:
        SweepError: the suffix is not known, or there is no such directory.
    """
    _files(path)
    if not path.absolute().parent.is_dir():
        raise SweepError(f"there is no directory '{path.parent}'")


def _files(path: Path) -> tuple[Path, Path, Path, Path]:
    if path.suffix not in SUFFIXES:
        raise SweepError(f"a sweep is not written as '{path.suffix}'", f"name it {' or '.join(SUFFIXES)}")
    named = [path.with_name(f"{path.stem}.{part}{path.suffix}") for part in ("sets", "groups")]
    return path, named[0], named[1], path.with_name(f"{path.stem}.json")


def _write(table: pl.DataFrame, path: Path) -> None:
    temporary = path.with_name(path.name + ".tmp")
    try:
        if path.suffix == ".parquet":
            table.write_parquet(temporary, compression="zstd", compression_level=1, statistics=False)
        else:
            table.write_ipc(temporary, compression="zstd")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def load(path: Path) -> tuple[Sweep, dict[str, Any]]:
    """Read a saved sweep and its description.

    Raises:
        SweepError: there is none, or its files do not belong together.
    """
    files = _files(path)
    try:
        about = json.loads(files[3].read_text(encoding="utf-8"))
        runs, sets, groups = (_read(file) for file in files[:3])
        fits = about["format"] == FORMAT and about["runs"] == len(runs)
        found = _sweep(about, runs, _contents(sets, groups, about)) if fits else None
    except FileNotFoundError as error:
        hint = f"write one with: foedera sweep -o {path}"
        raise SweepError(f"there is no finished sweep at {path} ({error.filename} is missing)", hint) from None
    except (OSError, ValueError, KeyError, TypeError, IndexError, pl.exceptions.PolarsError):
        found = None
    if found is None:
        raise SweepError(f"{path} is not a saved sweep, or its files do not belong together")
    return found, about


def _read(path: Path) -> pl.DataFrame:
    return pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_ipc(path)


def _contents(
    sets: pl.DataFrame, groups: pl.DataFrame, about: Mapping[str, Any]
) -> tuple[array[int], tuple[Content, ...]]:
    masks: dict[int, int] = {}
    for group, position in groups.select("group_id", pl.col("obligor").to_physical()).iter_rows():
        masks[group] = masks.get(group, 0) | 1 << position
    held: list[list[tuple[int, int]]] = [[] for _ in range(2 * about["sets"])]
    physical = [pl.col(name).to_physical() for name in ("side", "kind", "status")]
    for number, side, kind, status, group in sets.select("set_id", *physical, "group_id").iter_rows():
        held[2 * number + side].append((kind * WIDTH + status, masks[group]))
    known = Contents()
    return array("i", (known.number(tuple(one)) for one in held)), tuple(known.by_number)


def _sweep(about: Mapping[str, Any], runs: pl.DataFrame, known: tuple[array[int], tuple[Content, ...]]) -> Sweep:
    count, states = about["count"], tuple(about["states"])
    attacker, victim = (runs[name].to_physical().to_numpy().astype(np.uint16) for name in ("attacker", "victim"))
    cells = attacker.astype(np.int32) * count + victim
    days = [(runs[name].to_physical().to_numpy() + EPOCH).astype(np.int32) for name in ("since", "until")]
    since, until, set_id = (array("i", column.tobytes()) for column in (*days, runs["set_id"].to_numpy()))
    return Sweep(
        states=states,
        count=count,
        window=(about["window"][0], about["window"][1]),
        lives=tuple(tuple((since, until) for since, until in spans) for spans in about["lives"]),
        attacker=attacker,
        victim=victim,
        since=since,
        until=until,
        set_id=set_id,
        sets=known[0],
        contents=known[1],
        first=first_runs(cells, count),
        digest=about["records"],
        epochs=about["epochs"],
        position={state: number for number, state in enumerate(states[:count])},
    )

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
from foedera.law.leading import KINDS, STATUSES
from foedera.law.scene import ATTACKER, VICTIM, bits
from foedera.sweep.board import Contents
from foedera.sweep.patches import WIDTH
from foedera.sweep.request import SweepError
from foedera.sweep.result import Sweep, first_runs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from foedera.sweep.board import Content

FORMAT = "foedera.sweep/1"
SUFFIXES = (".parquet", ".arrow")
OTHER_SIDE = "="
"""The obligor is the other side of the attack itself."""
_EPOCH = 719_163
"""Ordinal of 1970-01-01, from which Arrow counts days."""


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
    sets, groups = _tables(sweep)
    description = {
        "format": FORMAT,
        "foedera": __version__,
        "records": sweep.digest,
        "window": list(sweep.window),
        "states": list(sweep.states),
        "count": sweep.count,
        "epochs": sweep.epochs,
        "runs": len(sweep),
        "sets": len(sweep.sets) // 2,
        **about,
    }
    try:
        for file, table in zip(files, (runs_frame(sweep), sets, groups), strict=False):
            _write(table, file)
        temporary = files[3].with_name(files[3].name + ".tmp")
        temporary.write_text(json.dumps(description, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        temporary.replace(files[3])
    except OSError as error:
        raise SweepError(f"{path} cannot be written: {error.strerror}") from None
    return files


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


def runs_frame(sweep: Sweep) -> pl.DataFrame:
    """The runs as a table: attacker, victim (state ids), since, until (dates), set_id."""
    names = sweep.states
    return pl.DataFrame({
        "attacker": _worded(sweep.attacker, names),
        "victim": _worded(sweep.victim, names),
        "since": _dates(sweep.since),
        "until": _dates(sweep.until),
        "set_id": pl.Series(_numbers(sweep.set_id)),
    })  # fmt: skip


def _numbers(values: array[int]) -> np.ndarray[Any, np.dtype[np.int32]]:
    return np.frombuffer(values, dtype=np.int32) if values else np.zeros(0, np.int32)


def _worded(numbers: Any, words: Sequence[str]) -> pl.Series:
    """Numbers as the words that they stand for, stored as numbers all the same."""
    return pl.Series(words, dtype=pl.Enum(words)).gather(pl.Series(np.asarray(numbers, dtype=np.uint32)))


def _dates(values: array[int]) -> pl.Series:
    return pl.Series(_numbers(values) - np.int32(_EPOCH)).cast(pl.Date)


def _tables(sweep: Sweep) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The sets, and the groups of obligors of which they are made."""
    groups: dict[int, int] = {}
    slots, group_ids, ends = array("i"), array("i"), array("i", [0])
    for content in sweep.contents:
        for slot, mask in content:
            slots.append(slot)
            group_ids.append(groups.setdefault(mask, len(groups)))
        ends.append(len(slots))
    content_, bounds = _numbers(sweep.sets), _numbers(ends)
    lengths = bounds[content_ + 1] - bounds[content_]
    side = np.repeat(np.arange(len(content_)), lengths)
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    item = np.repeat(bounds[content_], lengths) + within
    slot_ = _numbers(slots)[item]
    sets = pl.DataFrame({
        "set_id": (side // 2).astype(np.int32),
        "side": _worded(side % 2, (VICTIM, ATTACKER)),
        "kind": _worded(slot_ // WIDTH, KINDS),
        "status": _worded(slot_ % WIDTH, STATUSES),
        "group_id": _numbers(group_ids)[item],
    })  # fmt: skip
    numbers, obligors = array("i"), array("i")
    for mask, group in groups.items():
        for position in bits(mask):
            numbers.append(group)
            obligors.append(position)
    names = (*sweep.states, OTHER_SIDE)
    return sets, pl.DataFrame({"group_id": _numbers(numbers), "obligor": _worded(_numbers(obligors), names)})


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
    days = [(runs[name].to_physical().to_numpy() + _EPOCH).astype(np.int32) for name in ("since", "until")]
    since, until, set_id = (array("i", column.tobytes()) for column in (*days, runs["set_id"].to_numpy()))
    return Sweep(
        states=states,
        count=count,
        window=(about["window"][0], about["window"][1]),
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

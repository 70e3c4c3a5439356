"""Panels as files: Parquet, Arrow, CSV, gzipped CSV, Stata; written whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import polars as pl

from foedera.panels.codebook import MEDIA, PACKAGE, codebook, data_package, read_package, title
from foedera.panels.dyads import expanded
from foedera.panels.request import PanelError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from foedera.panels.columns import Column
    from foedera.panels.panel import Panel

CHUNK = 1_000_000
"""About how many single days are in memory at once."""
_BLOCK = 1 << 20
_LABEL = 80
_LONG = 2045
_STAMP = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a constant, so that the same panel gives the same file


def check_target(path: Path, *, expand: bool) -> str:
    """The format that a file's name asks for.

    Raises:
        PanelError: no panel can be written there.
    """
    name = path.name.lower()
    form = next((one for one in MEDIA if name.removesuffix(f".{one}") not in {name, ""}), None)
    if form is None:
        endings = ", ".join(f".{one}" for one in MEDIA)
        raise PanelError(f"'{path.name[:80]}' does not say the format", f"end the name in {endings}")
    if path.is_dir() or not path.parent.is_dir():
        raise PanelError(f"'{path}' cannot be written: its folder does not exist, or it is one", "choose a file")
    if form == "dta":
        if expand:
            hint = "write .csv.gz or .parquet, or leave out --expand"
            raise PanelError("a Stata file cannot be written day by day", hint)
        _pandas()
    read_package(path.parent)
    return form


def write_panel(panel: Panel, path: Path, progress: Callable[[int], None] | None = None) -> tuple[Path, Path]:
    """Write a panel with its codebook and data package beside it.

    Args:
        panel: the panel.
        path: the file; its ending says the format.
        progress: told how many rows are written, while single days are.

    Returns:
        The codebook's and the data package's file.

    Raises:
        PanelError: no panel can be written there.
        OSError: a file cannot be written.
    """
    form = check_target(path, expand=panel.request.expand)
    beside = path.with_name(f"{path.name}.codebook.md"), path.with_name(PACKAGE)
    with _staged(path, *beside) as (data, text, package):
        _write(panel, data, form, progress)
        text.write_text(codebook(panel, path.name), encoding="utf-8")
        content = data_package(panel, path.name, form, data.stat().st_size, _sha256(data), read_package(path.parent))
        package.write_text(content, encoding="utf-8")
    return beside


@contextmanager
def _staged(*paths: Path) -> Iterator[list[Path]]:
    """Temporary files beside the paths, which take their places if all goes well and else are gone."""
    tag = secrets.token_hex(4)
    temporary = [path.with_name(f".{path.name}.{tag}.tmp") for path in paths]
    try:
        yield temporary
        for path, one in zip(paths, temporary, strict=True):
            one.replace(path)
    finally:
        for one in temporary:
            one.unlink(missing_ok=True)


def _write(panel: Panel, path: Path, form: str, progress: Callable[[int], None] | None) -> None:
    if form == "dta":
        _write_stata(panel, path)
    elif panel.request.expand:
        _sink(_days(panel.frame, progress), path, form)
    else:
        _sink(panel.frame.lazy(), path, form)


def _sink(frame: pl.LazyFrame, path: Path, form: str) -> None:
    if form == "parquet":
        frame.sink_parquet(path, statistics=False, row_group_size=262144)
    elif form == "arrow":
        frame.sink_ipc(path, compression="lz4", compat_level=pl.CompatLevel.oldest())
    else:
        compression: Any = "gzip" if form == "csv.gz" else "uncompressed"
        frame.sink_csv(path, compression=compression, check_extension=False)


def _days(runs: pl.DataFrame, progress: Callable[[int], None] | None) -> pl.LazyFrame:
    """Single days, made from the runs a chunk at a time as they are written."""
    from polars.io.plugins import register_io_source  # noqa: PLC0415 - only single days are streamed

    def chunks(*_pushed_down: object) -> Iterator[pl.DataFrame]:  # nothing is: the whole table is written
        done = 0
        for part in parts(runs):
            days = expanded(part)
            done += len(days)
            yield days
            if progress:
                progress(done)

    return register_io_source(chunks, schema=expanded(runs.clear()).schema)


def parts(runs: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Runs of days in parts that expand to about ``CHUNK`` days each, more only if one run is longer."""
    days = (pl.col("until") - pl.col("since")).dt.total_days()
    number = runs.select((days.cum_sum() - days) // CHUNK).to_series()
    bounds = [*number.rle().struct.field("len").cum_sum().to_list()]
    for begin, end in pairwise((0, *bounds)):
        yield runs[begin:end]


def _write_stata(panel: Panel, path: Path) -> None:
    """A Stata 14 file; what is empty is missing, and an empty text."""
    frame, columns = panel.frame, {column.name: column for column in panel.columns}
    content = {name: _stata_values(frame[name], columns[name]) for name in frame.columns}
    _pandas().DataFrame(content).to_stata(
        path,
        write_index=False,
        version=118,
        time_stamp=_STAMP,
        data_label=_shortened(f"foedera: {title(panel.request)}"),
        variable_labels={name: _shortened(column.meaning) for name, column in columns.items()},
        convert_dates={name: "td" for name, column in columns.items() if column.type == "date"},
        convert_strl=[name for name in frame.columns if _is_long(frame[name])],
    )


def _stata_values(values: pl.Series, column: Column) -> Any:
    if column.type == "string":
        return values.fill_null("").to_numpy()
    if column.type == "date":
        return values.cast(pl.Datetime("ms")).to_numpy()
    return values.cast(pl.Float32).to_numpy() if values.null_count() else values.to_numpy()


def _is_long(values: pl.Series) -> bool:
    longest = values.str.len_bytes().max() if values.dtype == pl.String else None
    return isinstance(longest, int) and longest > _LONG


def _shortened(text: str) -> str:
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 3]}..."


def _pandas() -> Any:
    try:
        import pandas as pd  # noqa: PLC0415 - only Stata files need it
    except ImportError:
        hint = "pip install 'foedera[stata]', or write .csv or .parquet"
        raise PanelError("writing Stata files needs pandas, which is not installed", hint) from None
    return pd


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()

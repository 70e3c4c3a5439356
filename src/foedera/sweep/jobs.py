"""The directory of a larger job: what it is, the chunks that are finished, and the tables made of them.

``job.json`` says what is computed. ``chunks/`` has one archive for each finished chunk. Files are written whole or not
at all, so that a job that was stopped, however it was stopped, goes on with the chunks that are not there.
"""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import closing
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import polars as pl
from polars.io.plugins import register_io_source

from foedera.corpus.compiled import write_whole
from foedera.sweep.chunks import ChunkError, Job

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from foedera.sweep.chunks import Chunk

FORMAT = "foedera.sweep-job/1"
_JOB, _CHUNKS = "job.json", "chunks"


@dataclass(frozen=True, slots=True)
class JobDirectory:
    """A job on disk.

    Attributes:
        path: the directory.
        job: what is computed.
    """

    path: Path
    job: Job

    def has(self, chunk: Chunk) -> bool:
        """Whether a chunk is finished."""
        return (self.path / _CHUNKS / chunk.file).is_file()

    def keep(self, chunk: Chunk, content: bytes) -> None:
        """Write the result of a chunk."""
        write_whole(self.path / _CHUNKS / chunk.file, content)

    def table(self, chunk: Chunk, name: str) -> pl.DataFrame:
        """A table of a finished chunk.

        Raises:
            ChunkError: the file of the chunk is damaged.
        """
        path = self.path / _CHUNKS / chunk.file
        try:
            with zipfile.ZipFile(path) as packed:
                return pl.read_parquet(io.BytesIO(packed.read(name)))
        except (zipfile.BadZipFile, KeyError, OSError, pl.exceptions.PolarsError):
            raise ChunkError(f"{path} is damaged", "remove it and run the same command again") from None


def open_job(path: Path, job: Job) -> JobDirectory:
    """Begin a job in a directory, or go on with it. Only the number of draws may be another than before.

    Raises:
        ChunkError: the directory has another job, or something else.
        OSError: it cannot be made or written.
    """
    known = _read(path)
    if known is not None:
        _compare(path, known, job)
    elif path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise ChunkError(f"'{path}' is there and no job of foedera", "name a new directory")
    (path / _CHUNKS).mkdir(parents=True, exist_ok=True)
    for left in (*path.glob("*.tmp"), *(path / _CHUNKS).glob("*.tmp")):
        left.unlink(missing_ok=True)
    write_whole(path / _JOB, (json.dumps({"format": FORMAT, **asdict(job)}, indent=1) + "\n").encode())
    return JobDirectory(path, job)


def _read(path: Path) -> Job | None:
    """The job of a directory; None if there is none."""
    try:
        found = json.loads((path / _JOB).read_text(encoding="utf-8"))
        names = [one.name for one in fields(Job)]
        values: dict[str, Any] = {name: tuple(one) if isinstance(one := found[name], list) else one for name in names}
        return Job(**values) if found["format"] == FORMAT else None
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError):
        raise ChunkError(f"'{path / _JOB}' is not the description of a job", "name a new directory") from None


_WORDS = {
    "what": "kind of job",
    "records": "treaties (they have changed, or are others)",
    "window": "days",
    "foedera": "version of foedera",
}


def _compare(path: Path, known: Job, job: Job) -> None:
    known = replace(known, draws=job.draws)
    others = [one.name for one in fields(Job) if getattr(known, one.name) != getattr(job, one.name)]
    if others:
        what = ", ".join(_WORDS.get(name, name) for name in others)
        hint = "give the options with which it was begun, or name a new directory"
        raise ChunkError(f"'{path}' has another job: what differs is {what}", hint)


def finish(directory: JobDirectory, chunks: tuple[Chunk, ...]) -> tuple[Path, ...]:
    """Make the tables of a job whose chunks are all finished; gives the files, the sums first.

    Raises:
        ChunkError: the file of a chunk is damaged.
        OSError: a file cannot be written.
    """
    path = directory.path
    sums = pl.concat([directory.table(chunk, "summary.parquet") for chunk in chunks])
    summary = path / "summary.csv"
    write_whole(summary, sums.write_csv().encode())
    if directory.job.what == "monte-carlo":
        tables = {path / "help.parquet": _help(directory, chunks).lazy()}
    else:
        names = ("runs.parquet", "runs.sets.parquet", "runs.groups.parquet")
        tables = {path / name: _together(directory, chunks, name) for name in names}
    for file, table in tables.items():
        _sink(table, file)
    return summary, *tables


def _together(directory: JobDirectory, chunks: tuple[Chunk, ...], name: str) -> pl.LazyFrame:
    """A table of all chunks, one chunk in memory at a time."""

    def read(*_pushed_down: Any) -> Iterator[pl.DataFrame]:  # nothing is: the whole table is written
        return (directory.table(chunk, name) for chunk in chunks)

    return register_io_source(read, schema=directory.table(chunks[0], name).schema)


def _help(directory: JobDirectory, chunks: tuple[Chunk, ...]) -> pl.DataFrame:
    """In how many draws there is help, and how many helpers in the mean of all draws."""
    key = ["attacker", "victim", "on", "toward"]
    sums = pl.DataFrame()
    for number, chunk in enumerate(chunks):
        one = directory.table(chunk, "help.parquet").with_columns(pl.col("helpers").cast(pl.Int64), draws=pl.lit(1))
        sums = pl.concat([sums, one]).group_by(key).agg(pl.col("helpers", "draws").sum()) if number else one
    share, mean = pl.col("draws") / len(chunks), pl.col("helpers") / len(chunks)
    return sums.sort(key).select(*key, "draws", share.alias("share"), mean)


def _sink(table: pl.LazyFrame, path: Path) -> None:
    temporary = path.with_name(path.name + ".tmp")
    try:
        table.sink_parquet(temporary, compression="zstd", compression_level=1, statistics=False)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def run_job(
    directory: JobDirectory,
    chunks: tuple[Chunk, ...],
    run: Callable[[tuple[Chunk, ...]], Generator[tuple[Chunk, bytes]]],
    progress: Callable[[int, str], None] | None = None,
) -> None:
    """Compute the chunks that are not finished and keep each as soon as it is there.

    Args:
        directory: where they are kept.
        chunks: all chunks of the job.
        run: computes some of them, here or elsewhere.
        progress: told how many chunks are finished, and which was the last.

    Raises:
        ChunkError: as ``run`` does.
        OSError: a chunk cannot be written.
    """
    left = tuple(chunk for chunk in chunks if not directory.has(chunk))
    done = len(chunks) - len(left)
    if progress:
        progress(done, "")
    if not left:
        return
    with closing(run(left)) as results:
        for chunk, content in results:
            directory.keep(chunk, content)
            done += 1
            if progress:
                progress(done, str(chunk))

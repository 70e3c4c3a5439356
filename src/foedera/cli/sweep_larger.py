"""What ``foedera sweep`` does with many worlds: each treaty left out in turn, or draws of what is not known."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from foedera.cli.terminal import CLEAN, PROBLEMS, console, fail, told

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from foedera.model.world import World
    from foedera.sweep.chunks import Chunk, Job

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""


def larger(
    world: World,
    window: tuple[int, int],
    *,
    each_without: bool,
    monte_carlo: int | None,
    seed: int,
    odds: float,
    workers: int | None,
    scheduler: str | None,
    slurm: bool,
    output: Path,
    kinds: tuple[str, ...],
    statuses: tuple[str, ...],
    sources: str,
) -> int:
    """Begin a larger job, or go on with it, and write its tables.

    Args:
        world: the records.
        window: first day and the day after the last, as ordinals.
        each_without: whether every treaty is left out in turn; else there are draws.
        monte_carlo: how many draws.
        seed: of the draws.
        odds: how probable it is that an unknown condition holds.
        workers: processes, or jobs of SLURM.
        scheduler: address of a Dask scheduler.
        slurm: whether SLURM starts the workers.
        output: the directory.
        kinds: kinds of obligation to keep.
        statuses: statuses to keep.
        sources: whose treaties they are.
    """
    from foedera.sweep.chunks import Job, chunks_of  # noqa: PLC0415 - the command line starts fast
    from foedera.sweep.jobs import finish, open_job, run_job  # noqa: PLC0415

    if scheduler and slurm:
        raise fail("--scheduler and --slurm are two ways to the workers", "choose one")
    if each_without:
        job = Job("each-without", world.digest, window, kinds, statuses, sources)
    else:
        job = Job("monte-carlo", world.digest, window, kinds, statuses, sources, seed, odds, monte_carlo or 1)
    chunks = chunks_of(job, world)
    if not chunks:
        raise fail("there is no treaty to leave out")
    with _failures(output):
        directory = open_job(output, job)
        run = partial(_run, world, job, workers, scheduler, slurm)
        with _progress(len(chunks)) as tell:
            run_job(directory, chunks, run, tell)
        written = finish(directory, chunks)
    what = "treaties left out in turn" if each_without else "draws"
    sys.stdout.write(f"{len(chunks):,} {what}\nwrote {', '.join(map(str, written))}\n")
    return CLEAN


def _run(
    world: World,
    job: Job,
    workers: int | None,
    scheduler: str | None,
    slurm: bool,  # noqa: FBT001 - bound by ``partial``
    chunks: tuple[Chunk, ...],
) -> Generator[tuple[Chunk, bytes]]:
    """The results of chunks, computed here or on a cluster."""
    from foedera.sweep.cluster import run_on_scheduler, run_on_slurm  # noqa: PLC0415
    from foedera.sweep.pool import run_local  # noqa: PLC0415

    if scheduler:
        return run_on_scheduler(world, job, chunks, scheduler)
    return run_on_slurm(world, job, chunks, workers) if slurm else run_local(world, job, chunks, workers)


@contextmanager
def _failures(output: Path) -> Iterator[None]:
    """Tell what went wrong, and how to go on. A job that is told to end (SIGTERM) ends as with Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with told():
            yield
    except OSError as error:
        raise fail(f"'{output}' cannot be written: {error.strerror or error}", status=PROBLEMS) from None
    except KeyboardInterrupt:
        hint = "run the same command again to go on"
        raise fail(f"interrupted; what is finished is kept in '{output}'", hint, INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress(chunks: int) -> Iterator[Callable[[int, str], None] | None]:
    """A bar on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=chunks)
        yield lambda done, last: bar.update(task, completed=done, description=last)

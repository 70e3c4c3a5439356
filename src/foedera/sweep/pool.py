"""Chunks on the cores of this computer; the chunk of a worker that died is computed again."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

from foedera.sweep.chunks import ChunkError
from foedera.sweep.compute import run_chunk

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.connection import Connection

    from foedera.model.world import World
    from foedera.sweep.chunks import Chunk, Job

TRIES = 3
"""So often is a chunk begun before it is given up."""


def run_local(
    world: World, job: Job, chunks: Iterable[Chunk], workers: int | None = None
) -> Generator[tuple[Chunk, bytes]]:
    """The results of chunks, in the order in which they are finished.

    When a worker dies, so does its pool, and whatever was being computed is begun again in a new one. A chunk that was
    lost twice is computed alone, so that a third loss is its own. Ending the iteration early ends the workers.

    Args:
        world: the records; each worker gets them once.
        job: what the chunks belong to.
        chunks: what to compute.
        workers: how many processes; default one for each core.

    Raises:
        ChunkError: a chunk failed, or lost its worker three times.
    """
    count = workers or _cores()
    waiting: deque[Chunk] = deque(chunks)
    losses: Counter[Chunk] = Counter()
    while waiting:
        lost: list[Chunk] = []
        with _pool(world, job, min(count, len(waiting))) as pool:
            running: dict[Future[bytes], Chunk] = {}
            while running or (waiting and not lost):
                while not lost and _may_start(waiting, losses, len(running), count):
                    lost += _start(pool, waiting.popleft(), running)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    chunk = running.pop(future)
                    if isinstance(future.exception(), BrokenProcessPool):
                        lost.append(chunk)
                    else:
                        yield chunk, _result(future, chunk)
        _count_losses(losses, lost)
        waiting.extendleft(reversed(lost))


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _may_start(waiting: deque[Chunk], losses: Counter[Chunk], running: int, workers: int) -> bool:
    """Whether the next chunk may be begun now; one that may have killed its workers only by itself."""
    if not waiting:
        return False
    return running == 0 if losses[waiting[0]] == TRIES - 1 else running < workers


def _start(pool: ProcessPoolExecutor, chunk: Chunk, running: dict[Future[bytes], Chunk]) -> list[Chunk]:
    """Begin a chunk; gives it back if the pool is broken, or breaks just now and cannot start a process."""
    try:
        with _deaf():
            running[pool.submit(_compute, chunk)] = chunk
    except (BrokenProcessPool, OSError, ValueError):
        return [chunk]
    return []


def _result(future: Future[bytes], chunk: Chunk) -> bytes:
    try:
        return future.result()
    except ChunkError:
        raise
    except Exception as error:
        raise ChunkError(f"'{chunk}' failed: {type(error).__name__}: {error}") from error


def _count_losses(losses: Counter[Chunk], lost: list[Chunk]) -> None:
    losses.update(lost)
    given_up = [chunk for chunk in lost if losses[chunk] >= TRIES]
    if given_up:
        message = f"the process that computed '{given_up[0]}' died {TRIES} times"
        raise ChunkError(message, "it may need more memory than there is: try --workers 1; what is finished is kept")


@contextmanager
def _pool(world: World, job: Job, workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes that end with this block, or with this process, however it ends."""
    context = multiprocessing.get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(world, job, theirs))
    try:
        yield pool
    finally:
        ours.close()
        pool.shutdown(cancel_futures=True)
        theirs.close()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes begun in this block never hear Ctrl-C, which a terminal sends to all: this process tells them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_given: list[tuple[World, Job]] = []
"""In a worker: what it was given at its start."""


def _begin(world: World, job: Job, lifeline: Connection) -> None:
    """Begin a worker, which ends when the other end of the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    _given[:] = [(world, job)]


def _end_with(lifeline: Connection) -> None:
    lifeline.poll(None)
    os._exit(1)


def _compute(chunk: Chunk) -> bytes:
    world, job = _given[0]
    return run_chunk(world, job, chunk)

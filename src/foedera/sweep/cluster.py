"""Chunks on a cluster, by Dask: one that is running, or workers that SLURM starts.

The records are sent to the workers once, and the results come back over the wire: no shared file system is needed.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from foedera.sweep.chunks import ChunkError
from foedera.sweep.compute import run_chunk

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from foedera.model.world import World
    from foedera.sweep.chunks import Chunk, Job

PATIENCE = 20.0
"""Seconds that a scheduler has to answer."""
TRIES = 3
"""So often are the records sent anew after the workers that had them are gone."""
_ANY_PORT = ":0"
"""For Dask's own page, so that two jobs can run on one machine."""
_KEPT = "what is finished is kept: run the same command again to go on"


def run_on_scheduler(
    world: World, job: Job, chunks: Iterable[Chunk], address: str, patience: float = PATIENCE
) -> Generator[tuple[Chunk, bytes]]:
    """The results of chunks, computed on the Dask cluster at an address, in the order in which they are finished.

    Raises:
        ChunkError: Dask is not installed, the scheduler does not answer in time or has no workers, or a chunk failed.
    """
    dask = _extra("distributed", "a cluster")
    try:
        asyncio.run(_knock(dask, address, patience))
        client = dask.Client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        hint = "give its address as tcp://HOST:8786; `dask scheduler` shows it when it starts"
        raise ChunkError(f"no Dask scheduler answers at '{address}' ({_first_line(error)})", hint) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError:
            hint = f"start some: dask worker {address} --nthreads 1"
            raise ChunkError(f"the Dask scheduler at '{address}' has no workers", hint) from None
        yield from _run(client, world, job, chunks)


def run_on_slurm(
    world: World, job: Job, chunks: Iterable[Chunk], jobs: int | None = None
) -> Generator[tuple[Chunk, bytes]]:
    """The results of chunks, computed by workers in jobs of SLURM, with the options of Dask's own configuration.

    Args:
        world: the records.
        job: what the chunks belong to.
        chunks: what to compute.
        jobs: how many jobs to submit; default 1.

    Raises:
        ChunkError: dask-jobqueue is not installed or not configured, jobs cannot be submitted, or a chunk failed.
    """
    dask = _extra("distributed", "a cluster")
    queue = _extra("dask_jobqueue", "--slurm")
    try:
        own = _extra("dask.config", "--slurm").get("jobqueue.slurm.scheduler-options", {})
        cluster = queue.SLURMCluster(scheduler_options={"dashboard_address": _ANY_PORT, **own})
    except (ValueError, OSError, RuntimeError) as error:
        hint = "describe the cluster under jobqueue: slurm: (cores, memory, queue, ...) in ~/.config/dask/jobqueue.yaml"
        raise ChunkError(f"Dask's configuration does not describe the cluster ({_first_line(error)})", hint) from None
    with cluster, dask.Client(cluster, timeout=PATIENCE, set_as_default=False) as client:
        try:
            cluster.scale(jobs=jobs or 1)
            client.wait_for_workers(1)
        except (OSError, RuntimeError) as error:
            hint = "is this a machine from which sbatch works?"
            raise ChunkError(f"no job could be submitted to SLURM ({_first_line(error)})", hint) from None
        yield from _run(client, world, job, chunks)


async def _knock(dask: Any, address: str, patience: float) -> None:
    """Connect and go: unlike a client, what fails here leaves nothing behind that complains later."""
    secrets = dask.Security().get_connection_args("client")
    comm = await asyncio.wait_for(dask.comm.connect(address, timeout=patience, **secrets), patience + 1)
    comm.abort()


def _extra(name: str, what: str) -> Any:
    """A library of the extra ``cluster``."""
    try:
        return import_module(name)
    except ImportError:
        raise ChunkError(f"{what} needs {name}, which is not installed", "pip install 'foedera[cluster]'") from None


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]


def _run(client: Any, world: World, job: Job, chunks: Iterable[Chunk]) -> Generator[tuple[Chunk, bytes]]:
    """The results of chunks. Dask begins the chunk of a lost worker again on another, thrice by default.

    The records are not made by a task, so if every worker that holds them is lost, they are sent again.
    """
    waiting = dict.fromkeys(chunks)
    for _ in range(TRIES):
        for chunk, found in _once(client, world, job, tuple(waiting)):
            del waiting[chunk]
            yield chunk, found
        if not waiting:
            return
    raise ChunkError(f"the cluster lost all its workers {TRIES} times", _KEPT)


def _once(client: Any, world: World, job: Job, chunks: tuple[Chunk, ...]) -> Generator[tuple[Chunk, bytes]]:
    """The results of chunks, without those for which the records were lost."""
    as_completed = _extra("distributed", "a cluster").as_completed
    with _futures(client, world, job, chunks) as named:
        for future in as_completed(named, loop=client.loop):
            chunk = named[future]
            try:
                found = future.result()
            except CancelledError:
                continue
            except ChunkError:
                raise
            except Exception as error:
                raise ChunkError(f"'{chunk}' failed: {type(error).__name__}: {_first_line(error)}", _KEPT) from error
            future.release()
            yield chunk, found


@contextmanager
def _futures(client: Any, world: World, job: Job, chunks: tuple[Chunk, ...]) -> Iterator[dict[Any, Chunk]]:
    """Chunks on their way, which are called off if this block is left before they arrive."""
    try:
        records = client.scatter(world, broadcast=True, hash=False)
        compute: Callable[..., bytes] = run_chunk
        named = {client.submit(compute, records, job, chunk, pure=False): chunk for chunk in chunks}
    except (OSError, TimeoutError) as error:
        raise ChunkError(f"the connection to the cluster is lost ({_first_line(error)})", _KEPT) from None
    try:
        yield named
    except BaseException:
        client.cancel(list(named), force=True)
        raise

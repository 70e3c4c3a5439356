"""Chunks on a Dask cluster: the same as here, also when workers die; what is missing is told."""

from __future__ import annotations

import os
import signal
import socket
import time
from typing import TYPE_CHECKING, Any

import pytest

from foedera.sweep import cluster
from foedera.sweep.chunks import Chunk, ChunkError, chunks_of
from foedera.sweep.cluster import run_on_scheduler, run_on_slurm
from foedera.sweep.compute import run_chunk

from .larger import draws, invented

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

distributed = pytest.importorskip("distributed", reason="Dask is not installed (extra cluster)")
dask = pytest.importorskip("dask", reason="Dask is not installed (extra cluster)")


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    """A cluster of two worker processes on this computer, as on any other."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=50
    ) as found:
        yield found


def pids(local: Any) -> list[int]:
    with distributed.Client(local, set_as_default=False) as client:
        return list(client.run(os.getpid).values())


@pytest.mark.parametrize("killed", [1, 2])
def test_a_cluster_gives_what_this_process_gives_also_when_workers_are_killed(local: Any, killed: int) -> None:
    world = invented()
    job = draws(world, 12)
    chunks = chunks_of(job, world)
    found: dict[Chunk, bytes] = {}
    before = set(pids(local))
    for chunk, content in run_on_scheduler(world, job, chunks, local.scheduler_address):
        if not found:
            for pid in list(before)[:killed]:
                os.kill(pid, signal.SIGKILL)
        found[chunk] = content
    assert found == {chunk: run_chunk(world, job, chunk) for chunk in chunks}
    deadline = time.monotonic() + 20
    while len(pids(local)) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(before & set(pids(local))) == 2 - killed


def test_a_chunk_that_fails_on_the_cluster_is_told(local: Any) -> None:
    world = invented()
    with pytest.raises(ChunkError, match="'without nowhere' failed: KeyError"):
        list(run_on_scheduler(world, draws(world, 1), (Chunk("without", "nowhere"),), local.scheduler_address))


def test_a_scheduler_that_does_not_answer_is_told_in_time() -> None:
    world = invented()
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        begun = time.monotonic()
        with pytest.raises(ChunkError, match="no Dask scheduler answers at 'tcp://127") as told:
            list(run_on_scheduler(world, draws(world, 1), (Chunk("draw", "0"),), address, patience=1.0))
        assert time.monotonic() - begun < 10
    assert "dask scheduler" in str(told.value.hint)


@pytest.mark.parametrize("address", ["nowhere", "tcp://", "smtp://127.0.0.1:1"])
def test_what_is_no_address_is_told(address: str) -> None:
    world = invented()
    with pytest.raises(ChunkError, match="no Dask scheduler answers"):
        list(run_on_scheduler(world, draws(world, 1), (Chunk("draw", "0"),), address, patience=1.0))


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(cluster, "import_module", missing)
    world = invented()
    for runs in (
        run_on_scheduler(world, draws(world, 1), (Chunk("draw", "0"),), "tcp://127.0.0.1:1"),
        run_on_slurm(world, draws(world, 1), (Chunk("draw", "0"),)),
    ):
        with pytest.raises(ChunkError, match="is not installed") as told:
            list(runs)
        assert told.value.hint == "pip install 'foedera[cluster]'"


@pytest.mark.skipif(os.name != "posix", reason="sbatch is a shell script")
@pytest.mark.filterwarnings("ignore:unclosed cluster:ResourceWarning")  # one that was refused its configuration
def test_workers_are_submitted_to_slurm_as_its_configuration_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("dask_jobqueue", reason="dask-jobqueue is not installed (extra cluster)")
    world = invented()
    job = draws(world, 2)
    with pytest.raises(ChunkError, match="does not describe the cluster"):
        list(run_on_slurm(world, job, chunks_of(job, world)))
    here = f"cd {tmp_path}"
    for name, text in (
        (
            "sbatch",
            f'cp "$1" {tmp_path}/job\n{here}\nsetsid bash job >log 2>&1 &\necho $! >pid\necho Submitted batch job 1',
        ),
        ("scancel", f"{here}; kill -- -$(cat pid)"),
    ):
        (tmp_path / name).write_text(f"#!/bin/bash\n{text}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    own = {"cores": 1, "processes": 1, "memory": "1GB", "log-directory": str(tmp_path)}
    with dask.config.set({"jobqueue.slurm": {**dask.config.get("jobqueue.slurm"), **own}}):
        found = dict(run_on_slurm(world, job, chunks_of(job, world)))
    assert found == {chunk: run_chunk(world, job, chunk) for chunk in chunks_of(job, world)}

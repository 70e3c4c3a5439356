"""Chunks on local cores: the same as one by one, whatever happens to the workers; Ctrl-C leaves whole files."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from foedera.datasets.store import install
from foedera.sweep import pool
from foedera.sweep.chunks import Chunk, ChunkError, chunks_of
from foedera.sweep.compute import run_chunk
from foedera.sweep.pool import run_local

from .larger import ALLIANCES, deadly, draws, invented

if TYPE_CHECKING:
    from pathlib import Path

    from foedera.model.world import World
    from foedera.sweep.chunks import Job


def one_by_one(world: World, job: Job) -> dict[Chunk, bytes]:
    return {chunk: run_chunk(world, job, chunk) for chunk in chunks_of(job, world)}


def members(group: int) -> str:
    """The processes of a group, one a line."""
    return subprocess.run(["pgrep", "-g", str(group)], capture_output=True, text=True, check=False).stdout


def test_two_workers_give_what_one_gives_and_chunks_of_killed_workers_are_computed_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = invented()
    job = draws(world, 8)
    lost: list[Chunk] = []
    count = pool._count_losses
    monkeypatch.setattr(pool, "_count_losses", lambda losses, which: (lost.extend(which), count(losses, which)))
    found: dict[Chunk, bytes] = {}
    for chunk, content in run_local(world, job, chunks_of(job, world), 2):
        if not found:
            for process in multiprocessing.active_children():
                process.kill()
        found[chunk] = content
    assert lost
    assert found == one_by_one(world, job)
    assert not multiprocessing.active_children()


def test_a_chunk_that_kills_its_worker_is_named_and_the_others_are_kept() -> None:
    world = invented()
    job = draws(world, 3)
    good = chunks_of(job, world)
    found: list[Chunk] = []
    results = run_local(world, job, (good[0], deadly(), *good[1:]), 2)
    with pytest.raises(ChunkError, match="'draw deadly' died 3 times") as given_up:
        found.extend(chunk for chunk, _ in results)
    assert "--workers 1" in str(given_up.value.hint)
    assert good[0] in found
    assert not multiprocessing.active_children()


def test_a_chunk_that_fails_is_told_and_ends_the_workers() -> None:
    world = invented()
    job = draws(world, 1)
    with pytest.raises(ChunkError, match="'without nowhere' failed: KeyError"):
        list(run_local(world, job, (Chunk("without", "nowhere"),), 1))
    assert not multiprocessing.active_children()


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_leaves_whole_chunks_with_which_the_job_goes_on(tmp_path: Path) -> None:
    output = tmp_path / "draws"
    environment = {**os.environ, "FOEDERA_HOME": str(tmp_path / "home")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDERA_HOME", str(tmp_path / "home"))
        install("atop", ALLIANCES, invented().records.states)
    command = [sys.executable, "-m", "foedera", "sweep", "--source", "atop", "--from", "1920", "--to", "1951"]
    command += ["--workers", "2", "-o", str(output), "--monte-carlo"]
    running = subprocess.Popen(
        [*command, "100000"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while len(list(output.glob("chunks/*.zip"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)  # a terminal sends it to the workers, too
    _, error = running.communicate(timeout=60)
    assert running.returncode == 130
    assert error.splitlines() == [
        f"error: interrupted; what is finished is kept in '{output}'",
        " help: run the same command again to go on",
    ]
    chunks = sorted((output / "chunks").iterdir())
    assert len(chunks) >= 3
    for path in chunks:
        with zipfile.ZipFile(path) as packed:
            assert packed.testzip() is None
    assert json.loads((output / "job.json").read_text())["draws"] == 100000
    assert {path.name for path in output.iterdir()} == {"job.json", "chunks"}
    deadline = time.monotonic() + 10
    while members(running.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not members(running.pid)
    again = subprocess.run(
        [*command, "100000", "--seed", "1"], env=environment, capture_output=True, text=True, check=False
    )
    assert again.returncode == 2
    assert "what differs is seed" in again.stderr

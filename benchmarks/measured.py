"""Whole processes: seconds and peak memory, best and median of several runs."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("FOEDERA_TEST_DATA", ROOT.parent / "shared" / "data"))
"""Where the research data lie that the benchmarks run on; they are not part of the project."""


@dataclass(frozen=True)
class Figures:
    """Best and median seconds, and the peak memory of the largest run in MB."""

    best: float
    median: float
    memory: float


def whole_process(command: list[str], runs: int = 5, **environment: str) -> Figures:
    """Run a command several times as a whole process."""
    seconds, memory = [], []
    for _ in range(runs):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - begin)
        memory.append(usage.ru_maxrss / 1024)
        if process.returncode:
            raise SystemExit(f"failed: {' '.join(command)}")
    return Figures(min(seconds), statistics.median(seconds), max(memory))


def script(name: str, *arguments: str, runs: int = 5) -> Figures:
    """Run a script of this folder several times."""
    return whole_process([sys.executable, str(Path(__file__).with_name(name)), *arguments], runs)


def show(name: str, figures: Figures, base: Figures | None = None) -> None:
    """Print one line; the ratio says how many times faster than the alternative."""
    ratio = f"   {base.best / figures.best:6.2f} x as fast as the alternative" if base else ""
    print(f"{name:<62} {figures.best:7.2f} s (median {figures.median:.2f})  {figures.memory:6.0f} MB{ratio}")


def need_data(*names: str) -> None:
    """End quietly where the research data are not there."""
    missing = [name for name in names if not (DATA / name).is_file()]
    if missing:
        raise SystemExit(f"skipped: {DATA / missing[0]} is not there (set FOEDERA_TEST_DATA)")

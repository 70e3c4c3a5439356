"""Speed of questions: the command as a whole process, and in process.

Best and median of several runs. The alternative in the same run is bare Python for the whole process, and the same
question with every derivation written out for the statuses alone. Run it with ``make bench``.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import foedera
from foedera.render import jsonable

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
RUNS = 11
QUESTION = ("ask", "ukraine", "russia", "--on", "2024-12-10", "--at", "kursk")
IN_PROCESS = (
    ("Ukraine attacks Russia at Kursk", {"actor": "UKR", "target": "RUS", "on": "2024-12-10", "at": "kursk"}),
    ("the United States attack the DPRK", {"actor": "USA", "target": "PRK", "on": "2025-06-01"}),
    ("Russia attacks Poland (NATO and the EU)", {"actor": "RUS", "target": "POL", "on": "2024-06-01"}),
    ("China attacks the Senkakus", {"actor": "CHN", "target": "JPN", "on": "2020-01-01", "at": "senkaku"}),
    (
        "Russia transfers arms to the DPRK",
        {"actor": "RUS", "target": "PRK", "on": "2025-01-01", "event": "arms_transfer"},
    ),
)


def whole_process(command: list[str], home: str) -> float:
    """Seconds of one run."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "FOEDERA_HOME": home})
    return time.perf_counter() - begin


def best(run: Callable[[], float]) -> tuple[float, float]:
    """Best and median of the runs."""
    times = [run() for _ in range(RUNS)]
    return min(times), statistics.median(times)


def row(name: str, figures: tuple[float, float], base: float, unit: str = "s") -> None:
    """Print one line: best, median, and the ratio of bests to the alternative."""
    scale = 1000 if unit == "ms" else 1
    low, middle = (figure * scale for figure in figures)
    print(
        f"{name:<52} best {low:8.3f} {unit}   median {middle:8.3f} {unit}   {figures[0] / base:7.1f} x the alternative"
    )


def processes() -> None:
    """The command line as a whole process."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as home:
        bare = best(lambda: whole_process([python, "-c", "pass"], home))
        row("bare Python (the alternative)", bare, bare[0])
        row("foedera --version", best(lambda: whole_process([python, "-m", "foedera", "--version"], home)), bare[0])

        def cold() -> float:
            with tempfile.TemporaryDirectory() as empty:
                return whole_process([python, "-m", "foedera", *QUESTION], empty)

        row("foedera ask, no cache", best(cold), bare[0])
        whole_process([python, "-m", "foedera", *QUESTION], home)
        row(
            "foedera ask, valid cache", best(lambda: whole_process([python, "-m", "foedera", *QUESTION], home)), bare[0]
        )


def in_process() -> None:
    """Questions in process, without and with all derivations."""
    treaties = foedera.load()
    for name, asked in IN_PROCESS:
        question = treaties.question(**asked)
        treaties.answer(question)
        statuses = best(lambda question=question: timed(lambda: treaties.answer(question)))
        derived = best(
            lambda question=question: timed(lambda: jsonable.answer(treaties.world, treaties.answer(question)))
        )
        row(f"{name}: statuses", statuses, derived[0], "ms")
        row(f"{name}: with all derivations", derived, derived[0], "ms")


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    print(f"best and median of {RUNS} runs, Python {sys.version.split()[0]}")
    processes()
    in_process()

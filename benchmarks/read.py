"""Speed of reading: a megabyte of text in process, and the command on a short report as a whole process.

Three kinds of text, each repeated to a megabyte: the annotated open texts of the tests (nearly every sentence speaks
of a treaty: the worst case), the documentation of this project (some do), and the licence (none does). The alternative
in the same run is to search the same text for the names alone with one regular expression of all of them. Run it with
``make bench-read``.
"""

from __future__ import annotations

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import foedera
from foedera.reader.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "reader"))
MEGABYTE = 1_000_000
RUNS = 3


def texts() -> dict[str, str]:
    """The kinds of text, each a megabyte."""
    import annotated  # noqa: PLC0415 - it lies beside the tests

    kinds = {
        "texts on treaties": "\n".join(text.text for text in annotated.load("open")),
        "documentation": "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))),
        "plain prose": (ROOT / "LICENSE").read_text(encoding="utf-8"),
    }
    return {name: (text * (MEGABYTE // len(text) + 1))[:MEGABYTE] for name, text in kinds.items()}


def best(run: Callable[[], object]) -> tuple[float, float]:
    """Best and median processor seconds of the runs."""
    found = []
    for _ in range(RUNS):
        begin = time.process_time()
        run()
        found.append(time.process_time() - begin)
    return min(found), statistics.median(found)


def main() -> None:
    treaties = foedera.load()
    names = sorted(
        {*lexicon(treaties.world).titles.names, *lexicon(treaties.world).others.names}, key=len, reverse=True
    )
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    print(f"{'a megabyte of':<22}{'best':>10}{'median':>10}   {'names by one regular expression':<34}ratio")
    for name, text in texts().items():
        read = best(lambda text=text: treaties.read_text(text))
        search = best(lambda text=text: sum(1 for _ in pattern.finditer(text)))
        print(f"{name:<22}{read[0]:9.2f}s{read[1]:9.2f}s   {search[0]:9.2f}s{'':24}{read[0] / search[0]:6.2f} x")
    print(f"largest memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    with tempfile.TemporaryDirectory() as home:
        command = [str(Path(sys.executable).with_name("foedera")), "read", "examples/documents/report.txt"]
        whole = [_seconds(command, home) for _ in range(RUNS + 1)][1:]
        print(f"foedera read of a short report, whole process: best {min(whole):.2f} s")


def _seconds(command: list[str], home: str) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env={**os.environ, "FOEDERA_HOME": home})
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()

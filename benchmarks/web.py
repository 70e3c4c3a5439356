"""Load on the site: pages a second, memory, and what ordinary visitors notice of slow and hostile ones.

Server and clients share this machine's cores, over the loopback. The alternatives in the same run are the same site
that keeps no finished pages, and a bare uvicorn application that returns the same bytes. It takes some seven minutes.
Run it with ``make bench-web``.
"""

from __future__ import annotations

import contextlib
import http.client
import itertools
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import web_clients

if TYPE_CHECKING:
    from collections.abc import Iterator

    from web_clients import Outcome

HERE = Path(__file__).resolve().parent
STATES = ("USA", "RUS", "CHN", "GBR", "FRA", "DEU", "POL", "TUR", "JPN", "KOR", "PRK", "UKR", "EGY", "ISR", "IND")
DAYS = ("1993-06-01", "1999-03-24", "2001-09-12", "2008-08-08", "2014-03-01", "2022-02-24", "2024-12-10")
MAPS = [f"/map?on={day}&actor=RUS&target={state}" for day in DAYS for state in ("POL", "JPN")]
ANSWERS = [f"/ask?on={day}&actor=RUS&target={state}" for day in DAYS for state in ("POL", "JPN", "PRK")]
WARM = 10_000
COLD = 200
FILLING, LONG = 5_000, 50_000
ONE_NEW_IN = 10
HOSTILE_SECONDS = 30


@contextlib.contextmanager
def served(kind: str, *arguments: str) -> Iterator[tuple[int, int]]:
    """A server in a process of its own: its port and its process."""
    command = [sys.executable, str(HERE / "web_sites.py"), kind, *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    try:
        yield _port(process), process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _port(process: subprocess.Popen[str]) -> int:
    for line in process.stdout or ():
        if found := re.search(r"foedera is at http://[^:]+:(\d+)", line):
            return int(found[1])
    raise SystemExit(f"the server did not start: {process.args}")


def memory(process: int) -> float:
    """Resident megabytes of a process."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def page(port: int, target: str) -> bytes:
    """The body of a page, as it is sent to browsers."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", target, headers={"Accept-Encoding": "gzip"})
        got = connection.getresponse()
        body = got.read()
        if got.status != 200:
            raise SystemExit(f"{target}: {got.status}")
        return body


def new_targets() -> Iterator[str]:
    """Addresses of answers that were not asked before."""
    chance = random.Random(5)
    for number in itertools.count():
        attacker, victim = chance.sample(STATES, 2)
        day = f"{chance.randint(1993, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield f"/ask?actor={attacker}&target={victim}&on={day}&n={number}"


def row(name: str, got: Outcome, base: Outcome | None = None) -> Outcome:
    """Print one line; the ratio says how many times as many requests a second as the alternative."""
    ratio = f"  {got.per_second / base.per_second:7.2f} x the alternative" if base else ""
    wrong = {status: count for status, count in got.statuses.items() if status != 200}
    kilobytes = got.size / max(1, len(got.latencies)) / 1024
    print(
        f"{name:<52} {got.per_second:8.0f}/s  p50 {got.at(0.5):7.2f} ms  p99 {got.at(0.99):7.2f} ms  "
        f"max {got.at(1):7.2f} ms  {kilobytes:6.1f} kB{ratio}  {wrong or ''}"
    )
    return got


def rates(port: int, directory: Path) -> None:
    """Pages a second with the store warm, and the alternatives."""
    for name, targets in (("map pages", MAPS), ("answer pages", ANSWERS)):
        file = directory / "page"
        file.write_bytes(page(port, targets[0]))
        web_clients.run(port, targets)
        with served("uncached") as (uncached, _):
            web_clients.run(uncached, targets[:8])
            cold = row(f"{name}, nothing kept (the alternative)", web_clients.run(uncached, _many(targets, COLD)))
        with served("bare", str(file)) as (bare, _):
            row(f"{name}, the same bytes from bare uvicorn", web_clients.run(bare, _many(targets, WARM)), cold)
        row(f"{name}, store warm", web_clients.run(port, _many(targets, WARM)), cold)


def _many(targets: list[str], count: int) -> Iterator[str]:
    return itertools.islice(itertools.cycle(targets), count)


def growth() -> None:
    """Memory after many requests, some of them always new; the first ones fill the store."""
    with served("site") as (port, process):
        page(port, ANSWERS[0])
        print(f"{'memory at the start':<52} {memory(process):8.1f} MB")
        fresh = new_targets()
        got = web_clients.run(port, itertools.islice(fresh, FILLING))
        early = memory(process)
        print(f"{f'memory after {FILLING:,} requests, all new':<52} {early:8.1f} MB   {dict(got.statuses)}")
        warm = itertools.cycle(MAPS + ANSWERS)
        mixed = (next(fresh if number % ONE_NEW_IN == 0 else warm) for number in range(LONG - FILLING))
        got = web_clients.run(port, mixed)
        late = memory(process)
        print(f"{f'memory after {LONG:,} requests, 1 in {ONE_NEW_IN} new':<52} {late:8.1f} MB   {dict(got.statuses)}")
        print(f"{'  more':<52} {late - early:8.1f} MB")


def siege(port: int, process: int) -> None:
    """What ordinary visitors notice while others do their worst."""
    targets = MAPS + ANSWERS

    def visit(seconds: float) -> Outcome:
        return web_clients.run(port, itertools.cycle(targets), 4, pause=0.02, seconds=seconds)

    quiet = row("ordinary visitors, alone (the alternative)", visit(HOSTILE_SECONDS / 3))
    command = [sys.executable, str(HERE / "web_clients.py"), str(port), str(HOSTILE_SECONDS + 8)]
    with subprocess.Popen(command) as hostile:
        row("ordinary visitors, among slow and hostile ones", visit(HOSTILE_SECONDS), quiet)
        row("one who asks something new, meanwhile", web_clients.run(port, new_targets(), 1, pause=0.2, seconds=5))
        print(f"{'  memory meanwhile':<52} {memory(process):8.1f} MB")
        hostile.wait(timeout=HOSTILE_SECONDS)
    row("ordinary visitors, afterwards", visit(HOSTILE_SECONDS / 3), quiet)


def main() -> None:
    """All of it."""
    with served("site") as (port, process), tempfile.TemporaryDirectory() as directory:
        rates(port, Path(directory))
        siege(port, process)
    growth()


if __name__ == "__main__":
    main()

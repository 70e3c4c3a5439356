"""Clients of a site on this machine: ordinary ones that keep their connection, slow ones and hostile ones."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uvloop

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

HOST = "127.0.0.1"
_LENGTH = b"\r\ncontent-length: "
SLOW_HEADS, SLOW_BODIES, HALF = 60, 20, 20
FLOOD_PAUSE = 0.05
"""Seconds between the requests of each flooding client: the two cores are for the server too."""


def request_of(target: str) -> bytes:
    """What a browser sends, but for headers that change nothing."""
    return f"GET {target} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode()


@dataclass
class Outcome:
    """What ordinary clients got."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    size: int = 0

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    def at(self, share: float) -> float:
        """Milliseconds that this share of the requests did not exceed."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Client(asyncio.Protocol):
    """One connection that is kept; it asks for one target after another until there is none left."""

    def __init__(self, requests: Iterator[bytes], outcome: Outcome, pause: float) -> None:
        self.requests, self.outcome, self.pause = requests, outcome, pause
        self.done = asyncio.get_running_loop().create_future()
        self.received = bytearray()
        self.begun = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        request = next(self.requests, None)
        if request is None:
            self.transport.close()
        else:
            self.begun = time.perf_counter()
            self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        self.received += data
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            return
        at = self.received.find(_LENGTH, 0, end)
        size = int(self.received[at + len(_LENGTH) : self.received.index(b"\r", at + 2)]) if at > 0 else 0
        if len(self.received) < end + 4 + size:
            return
        self.outcome.latencies.append(time.perf_counter() - self.begun)
        self.outcome.statuses[int(self.received[9:12])] += 1
        self.outcome.size += len(self.received)
        self.received.clear()
        if self.pause:
            asyncio.get_running_loop().call_later(self.pause, self.ask)
        else:
            self.ask()

    def connection_lost(self, _error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(None)


async def _run(port: int, targets: Iterable[str], connections: int, pause: float, until: float) -> Outcome:
    outcome = Outcome()
    requests = (request_of(target) for target in targets)
    if until:
        requests = itertools.takewhile(lambda _: time.perf_counter() < until, requests)
    loop = asyncio.get_running_loop()
    begun = time.perf_counter()
    made = [
        await loop.create_connection(lambda: Client(requests, outcome, pause), HOST, port) for _ in range(connections)
    ]
    await asyncio.gather(*(client.done for _, client in made))
    outcome.seconds = time.perf_counter() - begun
    return outcome


def run(
    port: int, targets: Iterable[str], connections: int = 8, *, pause: float = 0.0, seconds: float = 0.0
) -> Outcome:
    """Ask for every target, or for as many as the seconds allow; a pause is what each client takes to read a page."""
    until = time.perf_counter() + seconds if seconds else 0.0
    return uvloop.run(_run(port, targets, connections, pause, until))


# --- clients that nobody wants; each is one connection after another until the time is over ---

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _slowly(streams: Streams, begin: bytes) -> None:
    """Send a beginning and then a byte a second, as long as the server takes it."""
    _, writer = streams
    writer.write(begin)
    while not writer.is_closing():
        await asyncio.sleep(1)
        writer.write(b"x")
        await writer.drain()


async def _slow_head(streams: Streams) -> None:
    await _slowly(streams, b"GET / HTTP/1.1\r\nX-Slow: ")


async def _slow_body(streams: Streams) -> None:
    await _slowly(streams, b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n")


async def _half(streams: Streams) -> None:
    streams[1].write(b"GET / HTTP/1.1\r\nHost: loc")
    await streams[0].read()


async def _never_reads(streams: Streams) -> None:
    """Ask for the largest page many times and read nothing."""
    streams[1].write(request_of("/map?on=2024-12-10") * 8)
    await asyncio.sleep(5)


async def _sent(streams: Streams, data: bytes) -> None:
    streams[1].write(data)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(streams[0].read(4096), 5)
    await asyncio.sleep(FLOOD_PAUSE)


async def _garbage(streams: Streams) -> None:
    await _sent(streams, random.randbytes(2_000))


async def _large_head(streams: Streams) -> None:
    await _sent(streams, b"GET / HTTP/1.1\r\n" + b"X-Long: " + b"a" * 200_000)


async def _huge_body(streams: Streams) -> None:
    await _sent(streams, b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000000\r\n\r\n" + bytes(200_000))


async def _post_flood(streams: Streams) -> None:
    """Send documents of twenty pages, and wait for none to be read."""
    part = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
    body = part + b"NATO members must help under Article 5. " * 1_500 + b"\r\n--x--\r\n"
    head = b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
    await _sent(streams, head + b"Content-Length: %d\r\n\r\n" % len(body) + body)


async def _new_pages(streams: Streams) -> None:
    """Ask for pages that nobody asked for before."""
    day = f"{random.randint(1993, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    await _sent(streams, request_of(f"/ask?actor=RUS&target=POL&on={day}&{random.random()}"))


HOSTILE: tuple[tuple[Callable[[Streams], Awaitable[None]], int], ...] = (
    (_slow_head, SLOW_HEADS),
    (_slow_body, SLOW_BODIES),
    (_half, HALF),
    (_never_reads, 5),
    (_garbage, 2),
    (_large_head, 2),
    (_huge_body, 2),
    (_post_flood, 2),
    (_new_pages, 2),
)


async def _again(port: int, work: Callable[[Streams], Awaitable[None]], until: float) -> int:
    count = 0
    while (left := until - time.perf_counter()) > 0:
        with contextlib.suppress(OSError, TimeoutError, RuntimeError):
            streams = await asyncio.open_connection(HOST, port)
            count += 1
            with contextlib.closing(streams[1]):
                await asyncio.wait_for(work(streams), left)
    return count


async def _harass(port: int, seconds: float) -> None:
    until = time.perf_counter() + seconds
    kinds = [work for work, number in HOSTILE for _ in range(number)]
    counts = await asyncio.gather(*(_again(port, work, until) for work in kinds))
    total: Counter[str] = Counter()
    for work, count in zip(kinds, counts, strict=True):
        total[work.__name__.strip("_").replace("_", " ")] += count
    print("  hostile connections: " + ", ".join(f"{count} {name}" for name, count in total.items()))


if __name__ == "__main__":
    uvloop.run(_harass(int(sys.argv[1]), float(sys.argv[2])))

from __future__ import annotations

import errno
import http.client
import json
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from itertools import product
from typing import TYPE_CHECKING

import pytest

from foedera.web.serving.connection import limited
from foedera.web.serving.guard import POLICY
from foedera.web.serving.server import Address, ServeError, _refused, serve
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = """
import asyncio, json, sys
from pathlib import Path
from foedera.web.serving.access_log import AccessLog, open_logs
from foedera.web.serving.guard import Guard
from foedera.web.serving.server import Address, ServeError, _refused, serve
from foedera.web.serving.settings import Settings

async def app(scope, receive, send):
    if scope["type"] == "http":
        if scope["path"] == "/slow":
            await asyncio.sleep(0.7)
        body = b"x" * 3_000_000 if scope["path"] == "/large" else b"hello"
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
        await send({"type": "http.response.body", "body": body})

settings = Settings(**json.loads(sys.argv[1]))
given = json.loads(sys.argv[2])
address = Address(**{name: Path(value) if name == "path" else value for name, value in given.items()})
open_logs()
serve(AccessLog(Guard(app, settings)), address, settings, lambda line: print(line, flush=True))
print("ended")
"""
LIMITS = {"head_seconds": 0.3, "idle_seconds": 1, "head_bytes": 4_000, "connections": 5, "stop_seconds": 3}


class Site:
    """A server in a process of its own."""

    def __init__(self, limits: dict[str, object], **address: object) -> None:
        command = [sys.executable, "-c", SITE, json.dumps(limits), json.dumps(address)]
        self.log = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed with the site
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        assert self.process.stdout
        self.told = self.process.stdout.readline()
        self.port = int(self.told.split(":")[2].split("/")[0]) if "http" in self.told else 0

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def get(self) -> tuple[int, bytes, dict[str, str]]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", "/")
            got = connection.getresponse()
            return got.status, got.read(), dict(got.getheaders())

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=30)
        return self.process.returncode, rest


def started(limits: dict[str, object], **address: object) -> Iterator[Site]:
    one = Site(limits, **address)
    yield one
    if one.process.poll() is None:
        one.stop()
    assert one.process.stdout
    one.process.stdout.close()
    one.log.close()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    yield from started(LIMITS, port=0)


@pytest.fixture
def own_site() -> Iterator[Site]:
    yield from started({**LIMITS, "prefix": "/law"}, port=0)


def everything(connection: socket.socket) -> bytes:
    received = b""
    while chunk := connection.recv(65_536):
        received += chunk
    connection.close()
    return received


def test_server_says_in_one_line_where_it_is_and_answers(site: Site) -> None:
    assert site.told == f"foedera is at http://127.0.0.1:{site.port}/ (Ctrl-C stops)\n"
    status, body, headers = site.get()
    assert (status, body) == (200, b"hello")
    assert "server" not in headers


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_server_finishes_what_is_under_way_and_ends_well(own_site: Site, number: int) -> None:
    assert own_site.told.endswith("/law/ (Ctrl-C stops)\n")
    connection = own_site.connect()
    connection.sendall(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
    time.sleep(0.3)
    assert own_site.stop(number) == (0, "ended\n")
    assert everything(connection).endswith(b"hello")


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: ", b"\r\n"])
def test_connection_without_a_whole_request_is_ended(site: Site, begun: bytes) -> None:
    connection = site.connect()
    connection.sendall(begun)
    assert everything(connection).startswith(b"HTTP/1.1 408 ")


def test_head_that_comes_byte_by_byte_is_ended(site: Site) -> None:
    connection = site.connect()
    connection.settimeout(0.1)
    begun = time.monotonic()
    connection.sendall(b"GET / HTTP/1.1\r\n")
    while time.monotonic() - begun < 8:
        try:
            connection.sendall(b"X")
            if connection.recv(100).startswith(b"HTTP/1.1 408"):
                break
        except TimeoutError:
            continue
    assert time.monotonic() - begun < 6
    connection.close()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 5_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 5_000, b"431"),
        (b"GET /" + b"a" * 5_000 + b" HTTP/1.1\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 150 + b"\r\n", b"431"),
        (b"\x16\x03\x01 hello\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", b"400"),
        (b"GET /\xff\xfe HTTP/1.1\r\n\r\n", b"400"),
        (b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nno length", b"400"),
    ],
)
def test_what_is_no_proper_request_is_refused_with_the_usual_headers(site: Site, sent: bytes, status: bytes) -> None:
    connection = site.connect()
    connection.sendall(sent)
    got = everything(connection)
    assert b"HTTP/1.1 " + status in got
    assert POLICY.encode() in got
    assert site.get()[0] == 200


GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
SLOW = GET.replace(b"/ ", b"/slow ")
LARGE = GET.replace(b"/ ", b"/large ")
LAST = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        (GET * 9 + LAST, 10),
        (GET * 16 + LAST, 17),
        (GET * 40, 17),
        (GET * 3 + b"\x16\x03\x01\r\n\r\n", 3),
        (GET * 2 + b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 5_000 + b"\r\n\r\n", 2),
        (GET * 2 + b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nno length", 2),
        (GET + POST % 6_000 + b"a" * 6_000 + LAST, 3),
    ],
)
def test_of_requests_sent_ahead_the_first_are_answered_and_then_the_connection_ends(
    site: Site, sent: bytes, answered: int
) -> None:
    connection = site.connect()
    connection.sendall(sent)
    got = everything(connection)
    assert got.count(b"HTTP/1.1 200 OK") == got.count(b"hello") == answered
    assert got.count(b"HTTP/1.1 ") == answered
    assert got.count(b"connection: close") == 1


def test_what_comes_after_the_last_request_that_is_answered_is_passed_over(site: Site) -> None:
    connection = site.connect()
    connection.sendall(SLOW * 3 + b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nno length")
    time.sleep(0.2)
    connection.sendall(b"more")
    assert everything(connection).count(b"hello") == 3


def test_body_larger_than_a_head_may_take_its_time(site: Site) -> None:
    connection = site.connect()
    connection.sendall(POST % 100_000 + b"a" * 50_000)
    time.sleep(2.5)
    connection.sendall(b"a" * 50_000 + LAST)
    assert everything(connection).count(b"hello") == 2


def test_rest_of_a_body_that_was_refused_is_passed_over(site: Site) -> None:
    connection = site.connect()
    connection.sendall(POST.replace(b"Host: x", b"Host: x\r\nOrigin: https://other.example") % 6_000)
    got = b""
    while not got.endswith(b"</html>"):
        got += connection.recv(65_536)
    assert got.startswith(b"HTTP/1.1 403 ")
    connection.sendall(b"a" * 3_000)
    time.sleep(0.1)
    connection.sendall(b"a" * 2_000)
    time.sleep(0.1)
    connection.sendall(b"a" * 1_000 + LAST)
    got = everything(connection)
    assert got.startswith(b"HTTP/1.1 200 OK")
    assert got.count(b"HTTP/1.1 ") == 1


def test_clients_that_hang_up_leave_no_traceback_in_the_log(own_site: Site) -> None:
    for sent, is_reset in product((GET * 5, SLOW * 5, LARGE * 5, POST % 9), (True, False)):
        connection = own_site.connect()
        connection.sendall(sent)
        time.sleep(0.1)
        if is_reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    time.sleep(1)
    assert own_site.get()[0] == 200
    own_site.stop()
    own_site.log.seek(0)
    assert [line for line in own_site.log if "foedera.access" not in line] == []


class _Transport:
    is_aborted = False

    def abort(self) -> None:
        self.is_aborted = True


@pytest.mark.parametrize(
    ("waiting", "is_ended"),
    [
        ([900_000] * 15, True),
        ([900_000 - 500 * step for step in range(15)], True),
        ([900_000 - 20_000 * step for step in range(15)], False),
        ([900_000] * 5 + [0] * 10, False),
        ([9_000 if step % 2 else 30_000 for step in range(15)], False),
    ],
)
def test_reader_that_takes_nearly_nothing_is_hung_up_on(waiting: list[int], is_ended: bool) -> None:
    one = object.__new__(limited(Settings()))
    one._unsent = (0.0, 0)
    one.transport = _Transport()  # type: ignore[assignment]
    for step, size in enumerate(waiting):
        one._look_at_unsent(2.0 * step, size)
    assert one.transport.is_aborted is is_ended  # type: ignore[attr-defined]


def test_idle_connections_give_way_to_new_ones(site: Site) -> None:
    idle = [site.connect() for _ in range(30)]
    begun = time.monotonic()
    assert [site.get()[0] for _ in range(5)] == [200] * 5
    assert time.monotonic() - begun < 2
    for connection in idle:
        connection.close()


@pytest.mark.parametrize("begun", [POST % 1_000, POST % 1_000 + b"a" * 999, GET + POST % 9])
def test_connections_whose_bodies_never_end_give_way_to_new_ones(site: Site, begun: bytes) -> None:
    slow = [site.connect() for _ in range(30)]
    for connection in slow:
        with suppress(ConnectionError):
            connection.sendall(begun)
    time.sleep(0.2)
    assert [site.get()[0] for _ in range(8)] == [200] * 8
    for connection in slow:
        connection.close()


def test_those_who_are_served_do_not_give_way(site: Site) -> None:
    busy = [site.connect() for _ in range(5)]
    for connection in busy:
        connection.sendall(b"GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    time.sleep(0.2)
    assert site.get()[0] == 503
    assert all(everything(connection).endswith(b"hello") for connection in busy)


def test_slow_reader_of_a_large_page_holds_up_nobody(site: Site) -> None:
    slow = [site.connect() for _ in range(3)]
    for connection in slow:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
    begun = time.monotonic()
    assert site.get()[1] == b"hello"
    assert time.monotonic() - begun < 1
    for connection in slow:
        connection.close()


def test_unix_socket_is_served_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "site"
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(path))
    (one,) = [next(sites := started({}, path=str(path)))]
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(path))
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert everything(connection).endswith(b"hello")
    assert path.stat().st_mode & 0o777 == 0o660
    assert one.stop() == (0, "ended\n")
    assert not path.exists()
    assert next(sites, None) is None


def test_address_beyond_this_machine_comes_with_a_warning() -> None:
    sites = started({}, host="0.0.0.0", port=0)  # noqa: S104 - to see the warning
    assert "asks nobody who they are" in next(sites).told
    assert next(sites, None) is None


async def _never(*_: object) -> None:
    raise AssertionError


@pytest.mark.parametrize("kind", ["port", "unix"])
def test_address_in_use_is_a_clear_error(tmp_path: Path, kind: str) -> None:
    with socket.socket(socket.AF_UNIX if kind == "unix" else socket.AF_INET) as other:
        other.bind(str(tmp_path / "s") if kind == "unix" else ("127.0.0.1", 0))
        other.listen()
        address = Address(path=tmp_path / "s") if kind == "unix" else Address(port=other.getsockname()[1])
        with pytest.raises(ServeError, match="is in use") as caught:
            serve(_never, address, Settings(), lambda _: None)
        assert "choose another" in caught.value.hint


@pytest.mark.parametrize("address", [Address(host="192.0.2.1"), Address(host="no-such-host.invalid")])
def test_address_of_another_machine_is_a_clear_error(address: Address) -> None:
    with pytest.raises(ServeError, match=r"cannot be used: [^()]+$"):
        serve(_never, address, Settings(), lambda _: None)


def test_address_that_may_not_be_used_is_a_clear_error() -> None:
    error = _refused(Address(port=80), PermissionError(errno.EACCES, "Permission denied"))
    assert str(error) == "127.0.0.1:80 may not be used"
    assert "a port from 1024" in error.hint

"""One connection of the server: the limits that uvicorn does not have, on slow heads, large heads and slow readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from foedera.web.serving.guard import SECURITY_HEADERS

if TYPE_CHECKING:
    from asyncio import Transport
    from collections.abc import Iterable

    from foedera.web.serving.settings import Settings

_HEADERS = 100
"""Headers of one request."""
_PIPELINED = 16
"""Requests that a client may send ahead."""
_TAKEN = 16 * 2**10
"""Bytes of a waiting response that a client must take ..."""
_TAKEN_SECONDS = 20.0
"""... in so many seconds, if it does not take the rest."""
_SAID = {
    400: b"This is no HTTP request.",
    408: b"The request took too long to arrive.",
    431: b"The head of the request is too large.",
    503: b"Too many use this site at once. Try again soon.",
}


class _HeadError(Exception):
    """The head of a request is larger than it may be; the parser passes it on as an error of its own."""


class Connection(HttpToolsProtocol):
    """Uvicorn's protocol with limits; ``limited`` makes the class for given settings."""

    settings: Settings

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.quiet_since: float | None = None
        self._is_used = False
        self._received = 0
        self._head = 0
        self._status = 400
        self._unsent: tuple[float, int] = (0.0, 0)

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request; where all places are taken, the connection longest quiet gives way."""
        super().connection_made(transport)
        if len(self.connections) > self.settings.connections:
            quiet = longest_quiet(cast("Iterable[Connection]", self.connections))
            (quiet or self).end(503)
        self.quiet_since = self.loop.time()

    def data_received(self, data: bytes) -> None:
        """Feed the parser; a head that does not end is ended here."""
        self._received += len(data)
        super().data_received(data)
        if self.quiet_since is not None and self._received > self.settings.head_bytes:
            self.end(431)

    def on_message_begin(self) -> None:
        """Count the head from here."""
        super().on_message_begin()
        self._head = 0

    def on_url(self, url: bytes) -> None:
        """Count the address."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count a header."""
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def _count(self, size: int) -> None:
        self._head += size
        if self._head > self.settings.head_bytes or len(self.headers) > _HEADERS or len(self.pipeline) > _PIPELINED:
            self._status = 431
            raise _HeadError

    def on_headers_complete(self) -> None:
        """The request is being worked on."""
        self.quiet_since = None
        self._received = 0
        self._is_used = True
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self.quiet_since = self.loop.time()
        self._received = 0
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words; ours are below
        """Say what is wrong with what cannot be parsed, and hang up."""
        self.end(self._status)

    def end(self, status: int) -> None:
        """Hang up; with a word, unless a response is under way."""
        if self.is_working:
            self.transport.abort()
        elif not self.transport.is_closing():
            self.transport.write(_farewell(status))
            self.transport.close()

    @property
    def is_working(self) -> bool:
        """Whether a request is being worked on."""
        return self.cycle is not None and not self.cycle.response_complete

    def look(self, now: float) -> None:
        """Hang up if the client is too slow: with its request, or in taking the response."""
        allowed = self.settings.head_seconds + (self.settings.idle_seconds if self._is_used else 0)
        if not self.is_working and self.quiet_since is not None and now - self.quiet_since > allowed:
            self.end(408)
        self._look_at_unsent(now, self.transport.get_write_buffer_size())

    def _look_at_unsent(self, now: float, size: int) -> None:
        since, before = self._unsent
        if size == 0 or before == 0 or not before - _TAKEN < size <= before:
            self._unsent = (now, size)
        elif now - since > _TAKEN_SECONDS:
            self.transport.abort()


def limited(settings: Settings) -> type[Connection]:
    """The protocol with the limits of these settings."""
    return type("LimitedConnection", (Connection,), {"settings": settings})


def longest_quiet(connections: Iterable[Connection]) -> Connection | None:
    """The connection that has asked nothing for longest; None if all are being worked for."""
    quiet = (one for one in connections if one.quiet_since is not None and not one.is_working)
    return min((one for one in quiet if not one.transport.is_closing()), key=_since, default=None)


def _since(connection: Connection) -> float:
    return connection.quiet_since or 0.0


def _farewell(status: int) -> bytes:
    said = _SAID[status]
    headers = (
        *SECURITY_HEADERS,
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(said)),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    )
    return STATUS_LINE[status] + b"".join(b"%s: %s\r\n" % pair for pair in headers) + b"\r\n" + said

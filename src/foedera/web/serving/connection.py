"""One connection of the server: the limits that uvicorn does not have, on slow heads, large heads and slow readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from foedera.web.serving.guard import SECURITY_HEADERS

if TYPE_CHECKING:
    from asyncio import Transport
    from collections.abc import Iterable

    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

    from foedera.web.serving.settings import Settings

_HEADERS = 100
"""Headers of one request."""
_PIPELINED = 16
"""Requests that a client may send ahead; of more, these are answered, and the connection ends."""
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
        self._at_work: RequestResponseCycle | None = None
        self._is_in_body = False
        self._is_used = False
        self._is_last = False
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
        if self._is_last:
            return
        self._received += len(data)
        super().data_received(data)
        allowed = self.settings.max_body if self._is_in_body else self.settings.head_bytes
        is_quiet = self.quiet_since is not None and not self.is_receiving
        if is_quiet and self._received > allowed:
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
        if self._head > self.settings.head_bytes or len(self.headers) > _HEADERS or len(self.pipeline) >= _PIPELINED:
            self._status = 431
            raise _HeadError

    def on_headers_complete(self) -> None:
        """The body may arrive; until it is whole, the connection is as quiet as one that has asked nothing."""
        super().on_headers_complete()
        self._received = 0
        self._is_used = self._is_in_body = True
        if not self.pipeline:
            self._at_work = self.cycle
            self.quiet_since = self.loop.time()

    def on_message_complete(self) -> None:
        """The request is whole and being worked on."""
        self._is_in_body = False
        if self.is_working:
            self.quiet_since = None
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request, or work on the one that was sent ahead."""
        self.quiet_since = self.loop.time()
        self._received = 0
        if self.pipeline:
            self._at_work = self.pipeline[-1][0]
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell every request that its client is gone; uvicorn tells the newest one only."""
        for cycle in (self._at_work, *(one for one, _ in self.pipeline)):
            if cycle is not None:
                cycle.disconnected = True
                cycle.message_event.set()
        self.pipeline.clear()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words; ours are below
        """Hang up on what cannot be parsed: with a word, or after the answers to what came whole before it."""
        if self.is_working:
            self._answer_what_is_whole()
        else:
            self.end(self._status)

    def _answer_what_is_whole(self) -> None:
        """Read nothing more; the last request that is whole ends the connection."""
        self._is_last = True
        if self._is_in_body and self.pipeline:
            self.pipeline.popleft()
        last = self.pipeline[0][0] if self.pipeline else self._at_work
        if last is not None:
            last.keep_alive = False

    def end(self, status: int) -> None:
        """Hang up; with a word, unless a response is under way or was sent before the request's body."""
        is_answered = self._is_in_body and not self.is_receiving
        if self.is_working or is_answered:
            self.transport.abort()
        elif not self.transport.is_closing():
            self.transport.write(_farewell(status))
            self.transport.close()

    @property
    def is_receiving(self) -> bool:
        """Whether the body of the request that would be worked on is still arriving."""
        return self._is_in_body and self._at_work is self.cycle and not self._at_work.response_started

    @property
    def is_working(self) -> bool:
        """Whether a request is being worked on."""
        return self._at_work is not None and not self._at_work.response_complete and not self.is_receiving

    def look(self, now: float) -> None:
        """Hang up if the client is too slow: with its request, or in taking the response."""
        allowed = self.settings.head_seconds + (self.settings.idle_seconds if self._is_used else 0)
        is_waiting = not self.is_working and not self.is_receiving
        if is_waiting and self.quiet_since is not None and now - self.quiet_since > allowed:
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
    """The connection that has asked nothing whole for longest; None if all are being worked for."""
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

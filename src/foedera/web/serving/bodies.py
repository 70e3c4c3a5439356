"""The bodies of requests: taken in whole before anything works on them, bounded in size, time, rate and sum."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.web.serving.exchange import header
from foedera.web.serving.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import Message, Receive, Scope

    from foedera.web.serving.settings import Settings

_DRAINED = 8
"""A body of up to so many times the limit is read to its end, so that browsers show the refusal."""


class Gone(Exception):  # noqa: N818 - not an error: the client hung up
    """The client is gone before its request was whole."""


@dataclass(slots=True, eq=False)
class _Arrival:
    """A body that is arriving.

    Attributes:
        patience: ends the waiting for it.
        until: when, in the loop's time, all of it must be there.
        recent: bytes since ``patience`` was last put off.
        is_dropped: whether it has given way to another one.
    """

    patience: asyncio.Timeout
    until: float
    taken: bytearray = field(default_factory=bytearray)
    recent: int = 0
    is_dropped: bool = False

    def note(self, size: int, settings: Settings) -> None:
        """So many bytes have come; if they are enough for now, the body may go on arriving."""
        self.recent += size
        if self.recent >= settings.body_rate * settings.body_pause and not self.patience.expired():
            self.recent = 0
            self.patience.reschedule(min(self.until, _now() + settings.body_pause))

    def drop(self) -> None:
        """Give way."""
        self.is_dropped = True
        self.taken.clear()
        if not self.patience.expired():
            self.patience.reschedule(_now())


@dataclass(slots=True)
class Intake:
    """Takes in bodies. ``held`` is the sum of the bytes of all that are being received or worked on."""

    settings: Settings
    held: int = 0
    _arriving: list[_Arrival] = field(default_factory=list)

    async def take(self, scope: Scope, receive: Receive) -> bytes:
        """The whole body of a request; the caller gives its length back to ``release`` when it is done.

        Raises:
            Refusal: it is too long, too slow, packed, or there are too many.
            Gone: the client hung up.
        """
        settings = self.settings
        patience = asyncio.timeout(min(settings.body_pause, settings.body_seconds))
        arrival = _Arrival(patience, _now() + settings.body_seconds)
        self._arriving.append(arrival)
        try:
            async with patience:
                await self._fill(arrival, scope, receive)
        except BaseException as error:
            self.held -= len(arrival.taken)
            if isinstance(error, TimeoutError):
                raise _busy() if arrival.is_dropped else _too_slow() from None
            raise
        finally:
            self._arriving.remove(arrival)
        return bytes(arrival.taken)

    def release(self, body: bytes) -> None:
        """A body is done with."""
        self.held -= len(body)

    async def _fill(self, arrival: _Arrival, scope: Scope, receive: Receive) -> None:
        limit = self.settings.max_body
        if _is_packed(scope):
            raise await self._unread(_packed(), arrival, scope, receive)
        if _announced(scope) > limit:
            raise await self._unread(self._too_large(), arrival, scope, receive)
        async for chunk in _chunks(receive):
            if arrival.is_dropped:
                raise _busy()
            if len(arrival.taken) + len(chunk) > limit:
                raise self._too_large()
            self._make_room(arrival, len(chunk))
            arrival.note(len(chunk), self.settings)
            arrival.taken += chunk
            self.held += len(chunk)

    def _make_room(self, arrival: _Arrival, size: int) -> None:
        """Where too much is held, the body that has been arriving for longest gives way."""
        for one in list(self._arriving):
            if self.held + size <= self.settings.max_bodies or one is arrival:
                break
            if one.taken:
                self.held -= len(one.taken)
                one.drop()
        if self.held + size > self.settings.max_bodies:
            raise _busy()

    async def _unread(self, refusal: Refusal, arrival: _Arrival, scope: Scope, receive: Receive) -> Refusal:
        """The refusal of a body that is not kept; one that is not too large is read to its end."""
        is_bounded = 0 < _announced(scope) <= _DRAINED * self.settings.max_body
        if is_bounded and header(scope["headers"], b"expect") is None:
            async for chunk in _chunks(receive):
                arrival.note(len(chunk), self.settings)
            refusal.close = False
        return refusal

    def _too_large(self) -> Refusal:
        hint = f"At most {self.settings.max_body:,} bytes are read; send a part, or use the command line."
        return Refusal(413, "What was sent is too large.", hint, close=True)


def _too_slow() -> Refusal:
    return Refusal(408, "The request's body took too long to arrive.", "Send it again.", close=True)


def _busy() -> Refusal:
    again = (b"retry-after", b"5")
    return Refusal(503, "Too much is being sent here at once.", "Try again soon.", (again,), close=True)


def _packed() -> Refusal:
    taken = (b"accept-encoding", b"identity")
    return Refusal(415, "A packed body is not read here.", "Send it without Content-Encoding.", (taken,), close=True)


def _is_packed(scope: Scope) -> bool:
    return (header(scope["headers"], b"content-encoding") or b"").strip().lower() not in (b"", b"identity")


def _announced(scope: Scope) -> int:
    length = header(scope["headers"], b"content-length") or b""
    return int(length) if length.isdigit() else 0


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _chunks(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        yield message.get("body", b"")
        more = message.get("more_body", False)


def replay(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the body in one piece, and then what comes after it."""
    left = [body]

    async def again() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return again

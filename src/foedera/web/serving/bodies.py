"""The bodies of requests: taken in whole before anything works on them, bounded in size, time and sum."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
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


@dataclass(slots=True)
class Intake:
    """Takes in bodies. ``held`` is the sum of the bytes of all that are being received or worked on."""

    settings: Settings
    held: int = 0

    async def take(self, scope: Scope, receive: Receive) -> bytes:
        """The whole body of a request; the caller gives its length back to ``release`` when it is done.

        Raises:
            Refusal: it is too long, too slow, or there are too many.
            Gone: the client hung up.
        """
        taken = bytearray()
        try:
            async with asyncio.timeout(self.settings.body_seconds):
                await self._fill(taken, scope, receive)
        except TimeoutError:
            self.held -= len(taken)
            raise Refusal(408, "The request's body took too long to arrive.", "Send it again.", close=True) from None
        except BaseException:
            self.held -= len(taken)
            raise
        return bytes(taken)

    def release(self, body: bytes) -> None:
        """A body is done with."""
        self.held -= len(body)

    async def _fill(self, taken: bytearray, scope: Scope, receive: Receive) -> None:
        limit = self.settings.max_body
        length = header(scope["headers"], b"content-length") or b""
        announced = int(length) if length.isdigit() else 0
        if announced > limit:
            raise await self._too_large(scope, receive, announced)
        async for chunk in _chunks(receive):
            if len(taken) + len(chunk) > limit:
                raise self._refusal(close=True)
            if self.held + len(chunk) > self.settings.max_bodies:
                raise Refusal(
                    503,
                    "Too much is being sent here at once.",
                    "Try again soon.",
                    ((b"retry-after", b"5"),),
                    close=True,
                )
            taken += chunk
            self.held += len(chunk)

    async def _too_large(self, scope: Scope, receive: Receive, announced: int) -> Refusal:
        is_drained = announced <= _DRAINED * self.settings.max_body and header(scope["headers"], b"expect") is None
        if is_drained:
            async for _ in _chunks(receive):
                pass
        return self._refusal(close=not is_drained)

    def _refusal(self, *, close: bool) -> Refusal:
        hint = f"At most {self.settings.max_body:,} bytes are read; send a part, or use the command line."
        return Refusal(413, "What was sent is too large.", hint, close=close)


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

"""The layer that makes few things at once: Python computes one at a time anyway, and the rest should stay quick."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from foedera.web.serving.bodies import Gone, replay
from foedera.web.serving.exchange import route_path
from foedera.web.serving.refusals import Refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from foedera.web.serving.settings import Settings

_FREE = ("/health", "/static/")
"""Paths that take no time."""
_LONG = ("/data/panel", "/wars/")
"""Paths that may take seconds; they have their turns with the posts, so that pages do not wait for them."""


class Turns:
    """ASGI middleware just inside the delivery: a request waits for its turn, posts and downloads apart from pages.

    A turn ends when the response begins, so that a slow reader holds up nobody. The guard hands bodies over whole.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._pages = _Queue(settings.at_once, settings)
        self._posts = _Queue(settings.reads_at_once, settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or route_path(scope).startswith(_FREE):
            await self._app(scope, receive, send)
            return
        is_long = scope["method"] == "POST" or route_path(scope).startswith(_LONG)
        turn = _Turn(self._posts if is_long else self._pages)
        body = (await receive()).get("body", b"")
        await turn.begin(receive)

        async def sent(message: Message) -> None:
            turn.end()
            await send(message)

        try:
            await self._app(scope, replay(body, receive), sent)
        finally:
            turn.end()


class _Queue:
    def __init__(self, at_once: int, settings: Settings) -> None:
        self.free = asyncio.Semaphore(at_once)
        self.places = settings.waiting
        self.seconds = settings.wait_seconds


class _Turn:
    """One request's turn in a queue."""

    def __init__(self, queue: _Queue) -> None:
        self._queue = queue
        self._is_on = False

    async def begin(self, receive: Receive) -> None:
        """Wait for the turn, unless it is free.

        Raises:
            Refusal: too many wait already, or it took too long.
            Gone: the client hung up while it waited.
        """
        if not self._queue.free.locked():
            await self._take()
            return
        if self._queue.places <= 0:
            raise _busy()
        self._queue.places -= 1
        try:
            await self._wait(receive)
        finally:
            self._queue.places += 1

    async def _wait(self, receive: Receive) -> None:
        patience = asyncio.timeout(self._queue.seconds)
        watch = asyncio.ensure_future(_end_when_gone(receive, patience))
        try:
            async with patience:
                await self._take()
        except TimeoutError:
            raise Gone if watch.done() else _busy() from None
        finally:
            watch.cancel()

    async def _take(self) -> None:
        await self._queue.free.acquire()
        self._is_on = True

    def end(self) -> None:
        """Let the next one have its turn."""
        if self._is_on:
            self._is_on = False
            self._queue.free.release()


async def _end_when_gone(receive: Receive, patience: asyncio.Timeout) -> None:
    """End the waiting of a client that hangs up."""
    while (await receive())["type"] != "http.disconnect":
        continue
    if not patience.expired():
        patience.reschedule(asyncio.get_running_loop().time())


def _busy() -> Refusal:
    return Refusal(503, "Too much is asked here at once.", "Try again soon.", ((b"retry-after", b"5"),))

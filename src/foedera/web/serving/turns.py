"""The layer that makes few things at once: Python computes one at a time anyway, and the rest should stay quick."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

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

    A turn ends when the response begins, so that a slow reader holds up nobody.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._pages = _Queue(settings.at_once, settings.waiting)
        self._posts = _Queue(settings.reads_at_once, settings.waiting)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or route_path(scope).startswith(_FREE):
            await self._app(scope, receive, send)
            return
        is_long = scope["method"] == "POST" or route_path(scope).startswith(_LONG)
        turn = _Turn(self._posts if is_long else self._pages)
        await turn.begin()

        async def sent(message: Message) -> None:
            turn.end()
            await send(message)

        try:
            await self._app(scope, receive, sent)
        finally:
            turn.end()


class _Queue:
    def __init__(self, at_once: int, waiting: int) -> None:
        self.free = asyncio.Semaphore(at_once)
        self.places = waiting


class _Turn:
    """One request's turn in a queue."""

    def __init__(self, queue: _Queue) -> None:
        self._queue = queue
        self._is_on = False

    async def begin(self) -> None:
        """Wait for the turn.

        Raises:
            Refusal: too many wait already.
        """
        if self._queue.places <= 0:
            raise Refusal(503, "Too much is asked here at once.", "Try again soon.", ((b"retry-after", b"5"),))
        self._queue.places -= 1
        try:
            await self._queue.free.acquire()
        finally:
            self._queue.places += 1
        self._is_on = True

    def end(self) -> None:
        """Let the next one have its turn."""
        if self._is_on:
            self._is_on = False
            self._queue.free.release()

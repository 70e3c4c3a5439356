"""The layer that sends finished responses: each is made once, packed once, and sent again while the corpus is the same.

The app says with the standard header what may be kept: a GET answered 200 with ``Cache-Control: no-cache`` (kept here,
asked anew by browsers) or ``public, ...`` (kept everywhere) is kept; one with ``no-store``, ``private`` or without the
header is not, and neither is one that streams more than the largest response that is kept.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from foedera.web.serving.exchange import Headers, header, note_cache
from foedera.web.serving.finished import IN_THREAD, Finished, Whole, finish, send_finished, takes_packed
from foedera.web.serving.kept import Kept
from foedera.web.serving.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from foedera.web.serving.settings import Settings

    Tell = Callable[[Finished | None], None]

PAGE = "no-cache"
"""Cache-Control of a view: browsers ask each time, and are told if what they have is still right."""
FOREVER = "public, max-age=31536000, immutable"
"""Cache-Control of a file whose name has a hash of its content."""
NEVER = "no-store"
"""Cache-Control of what is true for one moment or one visitor."""
_CONDITIONS = (b"if-none-match", b"if-modified-since", b"if-match", b"if-unmodified-since", b"range", b"if-range")
_OK = 200


def _nobody(_finished: Finished | None) -> None:
    """Nobody waits for the response."""


class Delivery:
    """ASGI middleware just inside the guard.

    Args:
        app: what makes the responses.
        edition: the number of the corpus as it is now; when it changes, everything kept is forgotten.
        settings: the bounds of what is kept.
    """

    def __init__(self, app: ASGIApp, edition: Callable[[], Hashable], settings: Settings) -> None:
        self._app = app
        self._edition = edition
        self._settings = settings
        self._kept = Kept(settings)
        self._under_way: dict[tuple[Hashable, tuple[str, ...]], asyncio.Future[Finished | None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["method"] in {"GET", "HEAD"}:
            await self._deliver(scope, receive, send)
        else:
            await self._make(scope, receive, send)

    async def _deliver(self, scope: Scope, receive: Receive, send: Send) -> None:
        edition, key = self._edition(), _key(scope)
        self._kept.turn_to(edition)
        found, outcome = self._kept.find(key), "hit"
        if found is None and (edition, key) in self._under_way:
            found, outcome = await asyncio.shield(self._under_way[edition, key]), "shared"
        if found is not None:
            note_cache(scope, outcome)
            await send_finished(scope, send, found)
            return
        note_cache(scope, "miss")
        await self._make_first(scope, receive, send, (edition, key))

    async def _make_first(
        self, scope: Scope, receive: Receive, send: Send, key: tuple[Hashable, tuple[str, ...]]
    ) -> None:
        """Make a response that others may be waiting for; they make their own if this one cannot be kept."""
        promise: asyncio.Future[Finished | None] = asyncio.get_running_loop().create_future()
        self._under_way.setdefault(key, promise)

        def tell(finished: Finished | None) -> None:
            if finished is not None:
                self._kept.keep(*key, finished)
            if not promise.done():
                promise.set_result(finished)
            if self._under_way.get(key) is promise:
                del self._under_way[key]

        try:
            await self._make(_plain(scope), receive, send, scope, tell)
        finally:
            tell(None)

    async def _make(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        asked: Scope | None = None,
        tell: Tell = _nobody,
    ) -> None:
        """Make a response and send it, packed if it comes whole."""
        asked = asked or scope
        collector = _Collector(send, self._settings, tell, is_head=asked["method"] == "HEAD")
        await self._app(scope, receive, collector)
        whole = collector.whole
        if whole is None:
            return
        is_kept = _may_be_kept(whole)
        work = partial(finish, whole, may_pack=is_kept or takes_packed(asked))
        finished = await asyncio.to_thread(work) if len(whole.body) >= IN_THREAD else work()
        tell(finished if is_kept else None)
        await send_finished(asked, send, finished, whole.body)


class _Collector:
    """A ``send`` that holds a response back until it is whole, or until it is too long to be kept."""

    def __init__(self, send: Send, settings: Settings, tell: Tell, *, is_head: bool) -> None:
        self._send = send
        self._settings = settings
        self._tell = tell
        self._is_head = is_head
        self._start: Message | None = None
        self._body = bytearray()
        self.whole: Whole | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif self._start is None:
            await self._pass(message)
        else:
            await self._collect(self._start, message)

    async def _collect(self, start: Message, message: Message) -> None:
        body = message.get("body", b"")
        if len(self._body) + len(body) > self._settings.max_response:
            raise Refusal(422, "The answer is too long to be sent.", "Ask for less, or use the command line.")
        self._body += body
        if not message.get("more_body", False):
            self.whole = Whole(start["status"], list(start.get("headers", [])), bytes(self._body))
        elif len(self._body) > self._settings.cache_entry_bytes or not _is_storable(start.get("headers", [])):
            self._start = None
            self._tell(None)
            await self._send(start)
            await self._pass({**message, "body": bytes(self._body)})
            self._body.clear()

    async def _pass(self, message: Message) -> None:
        await self._send({**message, "body": b""} if self._is_head else message)


def _key(scope: Scope) -> tuple[str, ...]:
    """What a page may depend on; the host too, so that nobody gets a page with addresses that another one made up."""
    host = header(scope["headers"], b"host") or b""
    return scope.get("root_path", ""), scope["path"], scope["query_string"].decode("latin-1"), host.decode("latin-1")


def _plain(scope: Scope) -> Scope:
    """The request as the app sees it: a GET without conditions, since what it makes is for everybody."""
    headers = [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]
    return {**scope, "method": "GET", "headers": headers}


def _may_be_kept(whole: Whole) -> bool:
    return whole.status == _OK and _is_storable(whole.headers)


def _is_storable(headers: Headers) -> bool:
    control = header(headers, b"cache-control") or b"no-store"
    is_open = b"no-store" not in control and b"private" not in control
    is_same_for_all = (header(headers, b"vary") or b"accept-encoding").lower() == b"accept-encoding"
    return is_open and is_same_for_all and header(headers, b"set-cookie") is None

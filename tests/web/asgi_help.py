"""Requests to an ASGI app without a server, and small apps to put behind a layer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE = {"content-type": "text/html", "cache-control": "no-cache"}


@dataclass
class Got:
    """A response."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    scope: Scope = field(default_factory=dict)


def scope_of(method: str, target: str, headers: dict[str, str] | None = None, prefix: str = "") -> Scope:
    path, _, query = target.partition("?")
    return {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": prefix,
        "headers": [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()],
        "client": ("192.0.2.7", 5),
    }


async def fetch(
    app: ASGIApp,
    target: str = "/",
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: Sequence[bytes] = (b"",),
    *,
    pause: float = 0,
    prefix: str = "",
    leaves: asyncio.Event | None = None,
) -> Got:
    """One request; the body comes in pieces, with a pause before each; the client stays until ``leaves`` is set."""
    got = Got(scope=scope_of(method, target, headers, prefix))
    pieces = list(body)

    async def receive() -> Message:
        await asyncio.sleep(pause)
        if not pieces:
            await (leaves or asyncio.Event()).wait()
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            assert got.status == 0, "a response begins once"
            got.status = message["status"]
            for name, value in message["headers"]:
                key = name.decode()
                got.headers[key] = f"{got.headers[key]}, {value.decode()}" if key in got.headers else value.decode()
        else:
            got.body += message.get("body", b"")

    await app(got.scope, receive, send)
    return got


def ask(app: ASGIApp, target: str = "/", method: str = "GET", **options: object) -> Got:
    """One request, in a loop of its own."""
    return asyncio.run(fetch(app, target, method, **options))  # type: ignore[arg-type]


class Counting:
    """An app that says how often it was called; ``make`` gives the body."""

    def __init__(
        self,
        make: Callable[[Scope], bytes] = lambda scope: b"page " + scope["path"].encode(),
        headers: dict[str, str] | None = None,
        status: int = 200,
        before: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        self.calls = 0
        self.seen: list[Scope] = []
        self.bodies: list[bytes] = []
        self._make, self._status, self._before = make, status, before
        self._headers = [(n.encode(), v.encode()) for n, v in (PAGE if headers is None else headers).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.calls += 1
        self.seen.append(scope)
        if self._before:
            await self._before()
        if scope["method"] == "POST":
            self.bodies.append((await receive())["body"])
        body = self._make(scope)
        await send({"type": "http.response.start", "status": self._status, "headers": self._headers})
        await send({"type": "http.response.body", "body": body})

"""The layer that puts the site under a path: it works behind a proxy that passes the path on whole, or without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OWN_ADDRESS = re.compile(rb"\A(?:https?:)?//[^/?#]*/*")


class Prefix:
    """ASGI middleware around everything.

    Args:
        app: what lives under the path.
        prefix: the path, as ``/foedera``; empty is the root.
    """

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self._app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; inside, the path always has the prefix, and ``root_path`` says what it is."""
        if scope["type"] == "http" and self._prefix:
            scope["root_path"] = self._prefix
            if not f"{scope['path']}/".startswith(f"{self._prefix}/"):
                scope["path"] = self._prefix + scope["path"]
        await self._app(scope, receive, _Leading(send))


class _Leading:
    """A ``send`` whose redirects are paths: behind a proxy nobody here knows if the reader came by http or https."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [_led(name, value) for name, value in message.get("headers", [])]}
        await self._send(message)


def _led(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    return (name, _OWN_ADDRESS.sub(b"/", value, count=1) if name == b"location" else value)

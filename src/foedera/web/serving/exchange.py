"""What the layers around the site read off a request, and how they write a response of their own."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import Scope, Send

Headers = list[tuple[bytes, bytes]]

_ID = "foedera.request"
_CACHE = "foedera.cache"


def request_id(scope: Scope) -> str:
    """The request's number: random, the same for all layers, in the log and in the response."""
    if _ID not in scope:
        scope[_ID] = secrets.token_hex(6)
    number: str = scope[_ID]
    return number


def note_cache(scope: Scope, outcome: str) -> None:
    """Note for the log whether the response was kept (``hit``), made (``miss``) or made for several (``shared``)."""
    scope[_CACHE] = outcome


def noted_cache(scope: Scope) -> str | None:
    """What was noted; None where nothing is kept."""
    noted: str | None = scope.get(_CACHE)
    return noted


def route_path(scope: Scope) -> str:
    """The path inside the site, without the prefix under which the site lives."""
    path: str = scope["path"]
    prefix: str = scope.get("root_path", "")
    return path[len(prefix) :] if f"{path}/".startswith(f"{prefix}/") else path


def is_api(scope: Scope) -> bool:
    """Whether the request is for the API, whose errors are problem+json."""
    return route_path(scope).startswith("/api/")


def header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes | None:
    """The first header of a name, which is written in lower case."""
    return next((value for key, value in headers if key == name), None)


async def respond(send: Send, status: int, headers: Headers, body: bytes = b"") -> None:
    """Send a whole response."""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

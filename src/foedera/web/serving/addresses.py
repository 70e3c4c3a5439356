"""Addresses that no operation takes as they were asked: which methods they take, and where they are without a slash."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.routing import Match

from foedera.web.serving.exchange import route_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.routing import BaseRoute
    from starlette.types import Scope

_TAKEN = {"GET": ("GET", "HEAD"), "POST": ("POST",)}
"""What routes are declared with, and what they then take."""


def allowed(routes: Sequence[BaseRoute], scope: Scope) -> str:
    """The methods that an address takes, as the header Allow says them (RFC 9110, 10.2.1)."""
    found = (said for method, said in _TAKEN.items() if _is_taken(routes, {**scope, "method": method}))
    return ", ".join([*(one for said in found for one in said), "OPTIONS"])


def _is_taken(routes: Sequence[BaseRoute], scope: Scope) -> bool:
    return any(route.matches(scope)[0] is Match.FULL for route in routes)


def without_slash(scope: Scope) -> str | None:
    """The address that was asked for with a slash too many, as a path; None if it was not."""
    path: str = scope["path"]
    if scope["method"] != "GET":
        return None
    if not route_path(scope):
        there = f"{path}/"
    elif scope.get("raw_path", b"").endswith(b"/") and len(path.rstrip("/")) == len(path) - 1:
        there = path[:-1]
    else:
        return None
    query = scope["query_string"].decode("latin-1")
    return f"/{quote(there.lstrip('/'))}{f'?{query}' if query else ''}"

"""What is said when a request is not served: problem+json for the API, a short page for people."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import quote

from foedera.web.problem_types import members
from foedera.web.serving.exchange import Headers, is_api, request_id, respond

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Scope, Send

    Renderer = Callable[[Scope, "Refusal"], str]

_KINDS = {
    403: "other-site",
    405: "method",
    408: "too-slow",
    413: "too-long",
    414: "too-long",
    415: "media-type",
    421: "host",
    422: "too-long",
    500: "failed",
    503: "busy",
}
_LOG = logging.getLogger("foedera.web")


@dataclass(eq=False)
class Refusal(Exception):  # noqa: N818 - what is said, not what went wrong
    """Why a request is not served. Any layer inside the guard may raise it.

    Attributes:
        status: HTTP status.
        detail: what is wrong, in a sentence.
        hint: what would do.
        headers: further headers, such as Allow.
        close: whether the connection ends, since the rest of the request was not read.
    """

    status: int
    detail: str
    hint: str = ""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    close: bool = False

    @property
    def title(self) -> str:
        """The status in words."""
        return HTTPStatus(self.status).phrase

    @property
    def kind(self) -> str:
        """The kind of problem that it is for the API."""
        return _KINDS.get(self.status, "refused")


def problem_json(scope: Scope, refusal: Refusal) -> bytes:
    """The refusal as an RFC 9457 problem, of a type that the documents of the API explain."""
    found = members(scope, refusal.kind, refusal.status, refusal.detail, refusal.hint)
    return json.dumps({**found, "instance": quote(scope["path"])}, ensure_ascii=False).encode()


def plain_page(scope: Scope, refusal: Refusal) -> str:
    """The refusal as a page that needs nothing else, for when the site's own pages cannot be made."""
    title, detail, hint = escape(refusal.title), escape(refusal.detail), escape(refusal.hint)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><main><h1>{title}</h1><p>{detail}</p>{f'<p>{hint}</p>' if hint else ''}"
        f"<p>Request {request_id(scope)}</p></main></html>"
    )


def _page(scope: Scope, refusal: Refusal, renderer: Renderer) -> str:
    try:
        return renderer(scope, refusal)
    except Exception:  # noqa: BLE001 - whatever is wrong with it, the reader gets a page
        _LOG.exception("the page of a refusal failed")
        return plain_page(scope, refusal)


async def refuse(scope: Scope, send: Send, refusal: Refusal, renderer: Renderer = plain_page) -> None:
    """Send the refusal in the form that the path's readers expect."""
    if is_api(scope):
        kind, body = b"application/problem+json", problem_json(scope, refusal)
    else:
        kind, body = b"text/html; charset=utf-8", _page(scope, refusal, renderer).encode()
    headers: Headers = [
        (b"content-type", kind),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
    ]
    headers += refusal.headers
    if refusal.close:
        headers.append((b"connection", b"close"))
    await respond(send, refusal.status, headers, b"" if scope["method"] == "HEAD" else body)

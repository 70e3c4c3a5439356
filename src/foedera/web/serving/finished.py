"""A finished response: packed once, named by its content, ready to be sent any number of times."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from foedera.web.serving.exchange import Headers, header, respond

if TYPE_CHECKING:
    from starlette.types import Scope, Send

PACKED_SINCE = 500
"""Shorter bodies are not packed: it would gain nothing."""
IN_THREAD = 64 * 2**10
"""Bodies from this size are packed and unpacked in a thread, so that nobody waits for it."""
_LEVEL = 6
_PACKED_TYPES = (b"text/", b"application/json", b"application/problem+json", b"image/svg+xml", b"application/yaml")
_REPLACED = (b"content-length", b"etag", b"last-modified", b"accept-ranges", b"vary")
_VARY = (b"vary", b"Accept-Encoding")


@dataclass(frozen=True, slots=True)
class Whole:
    """A response as the app gave it."""

    status: int
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Finished:
    """A response as it is kept.

    Attributes:
        headers: without what depends on the form that is sent.
        etag: weak, since it names both forms.
        body: packed, if it gains by it.
        length: bytes of the body before it was packed.
    """

    status: int
    headers: Headers
    etag: bytes
    body: bytes
    is_packed: bool
    length: int

    @property
    def size(self) -> int:
        """Bytes in memory, roughly."""
        return len(self.body) + sum(len(name) + len(value) + 150 for name, value in self.headers)


def finish(whole: Whole, *, may_pack: bool = True) -> Finished:
    """Name a response, and pack it if it gains by it, and if anybody will take it packed. Errors are never stored."""
    kind = header(whole.headers, b"content-type") or b""
    is_packed = (
        may_pack
        and len(whole.body) >= PACKED_SINCE
        and kind.startswith(_PACKED_TYPES)
        and header(whole.headers, b"content-encoding") is None
    )
    body = gzip.compress(whole.body, _LEVEL, mtime=0) if is_packed else whole.body
    digest = hashlib.blake2b(whole.body, digest_size=12, person=kind[:16]).hexdigest()
    is_error = whole.status >= HTTPStatus.BAD_REQUEST
    left = (*_REPLACED, b"cache-control") if is_error else _REPLACED
    kept = [pair for pair in whole.headers if pair[0] not in left]
    if header(kept, b"cache-control") is None:
        kept.append((b"cache-control", b"no-store"))
    if kind.startswith(_PACKED_TYPES):
        kept.append(_VARY)
    return Finished(whole.status, kept, b'W/"%s"' % digest.encode(), body, is_packed, len(whole.body))


async def send_finished(scope: Scope, send: Send, finished: Finished, plain: bytes | None = None) -> None:
    """Send a response in the form that the client takes, or say that what it has is still right.

    Args:
        scope: of the request.
        send: of the request.
        finished: the response.
        plain: its body as it was before it was packed, if that is at hand.
    """
    headers = [*finished.headers, (b"etag", finished.etag)]
    if finished.status == 200 and _has(scope, finished.etag):  # noqa: PLR2004 - HTTP's own number
        await respond(send, 304, [pair for pair in headers if pair[0] not in (b"content-type", b"content-encoding")])
        return
    is_packed = finished.is_packed and takes_packed(scope)
    if is_packed:
        headers.append((b"content-encoding", b"gzip"))
    length = len(finished.body) if is_packed else finished.length
    headers.append((b"content-length", b"%d" % length))
    if scope["method"] == "HEAD":
        body = b""
    elif is_packed or not finished.is_packed:
        body = finished.body
    else:
        body = plain or await _unpacked(finished)
    await respond(send, finished.status, headers, body)


async def _unpacked(finished: Finished) -> bytes:
    if finished.length < IN_THREAD:
        return gzip.decompress(finished.body)
    return await asyncio.to_thread(gzip.decompress, finished.body)


def _has(scope: Scope, etag: bytes) -> bool:
    """Whether the client has this very response, by the weak comparison of RFC 9110, 8.8.3.2."""
    known = header(scope["headers"], b"if-none-match")
    if known is None or scope["method"] == "POST":
        return False
    bare = etag.removeprefix(b"W/")
    return any(one.strip().removeprefix(b"W/") in (bare, b"*") for one in known.split(b","))


def takes_packed(scope: Scope) -> bool:
    """Whether the client takes packed bodies."""
    taken = header(scope["headers"], b"accept-encoding") or b""
    for one in taken.lower().split(b","):
        name, _, weight = one.partition(b";")
        if name.strip() in (b"gzip", b"*"):
            return weight.replace(b" ", b"") not in (b"q=0", b"q=0.0", b"q=0.00", b"q=0.000")
    return False

"""Files that are made for one visitor: sent piece by piece, few at once, within a bounded time."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
import threading
from typing import TYPE_CHECKING, Any

from fastapi import Response
from fastapi.responses import StreamingResponse

from foedera.web.errors import WebError
from foedera.web.serving.delivery import NEVER, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from starlette.types import Receive, Scope, Send

_AT_ONCE = 4
_SECONDS = 300
_PLACES = threading.BoundedSemaphore(_AT_ONCE)


class Download(StreamingResponse):
    """A large file. It holds one of few places while it is sent, so that slow readers do not fill the memory.

    Raises:
        WebError: all places are taken.
    """

    def __init__(self, pieces: Iterable[bytes], name: str, media_type: str) -> None:
        if not _PLACES.acquire(blocking=False):
            raise busy()
        super().__init__(pieces, headers=_headers(name, NEVER), media_type=media_type)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; a reader who takes too long gets a broken file."""
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_SECONDS):
                    await super().__call__(scope, receive, send)
        finally:
            _PLACES.release()


def busy() -> WebError:
    """Too many want this at once."""
    return WebError("too many files are being made here at once", "try again in a few seconds", status=503, kind="busy")


def small_file(data: str, name: str, media_type: str, keep: str = PAGE) -> Response:
    """A small file; ``keep`` is ``NEVER`` if it says something of data that may change beside the corpus."""
    return Response(data, headers=_headers(name, keep), media_type=media_type)


def csv_file(rows: Sequence[Mapping[str, Any]], name: str) -> Response:
    """Records with the same keys as a small CSV file."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return small_file(written.getvalue(), name, "text/csv; charset=utf-8")


def _headers(name: str, keep: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": keep}

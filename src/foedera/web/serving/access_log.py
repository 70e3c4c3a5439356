"""The access log: one line of JSON a request. What was posted is never in it, nor is the client unless asked for."""

from __future__ import annotations

import json
import logging
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from foedera.web.serving.exchange import noted_cache, request_id

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("foedera.access")
_QUERY = 2_048
"""Characters of a query that are logged."""
_PATH = 1_024
_FIELDS = "fields"


class AccessLog:
    """ASGI middleware around everything.

    Args:
        app: what is logged.
        log_client: whether the client's address is logged.
    """

    def __init__(self, app: ASGIApp, *, log_client: bool = False) -> None:
        self._app = app
        self._log_client = log_client

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not _LOG.isEnabledFor(logging.INFO):
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        tally = _Tally(send)
        try:
            await self._app(scope, receive, tally)
        finally:
            milliseconds = round((time.perf_counter() - begun) * 1000, 2)
            fields = self._fields(scope) | {"status": tally.status, "bytes": tally.size, "ms": milliseconds}
            _LOG.info("request", extra={_FIELDS: fields})

    def _fields(self, scope: Scope) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "request": request_id(scope),
            "method": scope["method"],
            "path": scope["path"][:_PATH],
        }
        if scope["query_string"]:
            fields["query"] = scope["query_string"][:_QUERY].decode("latin-1")
        cache = noted_cache(scope)
        if cache is not None:
            fields["cache"] = cache
        if self._log_client and scope.get("client"):
            fields["client"] = scope["client"][0]
        return fields


class _Tally:
    """A ``send`` that counts. The status 0 says that the client hung up before there was one."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.size = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            self.size += len(message.get("body", b""))
        await self._send(message)


class JsonLines(logging.Formatter):
    """One JSON object a line; JSON escapes every control character, so that no request can forge a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with its time in UTC, and with its fields or its message and traceback."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        line: dict[str, Any] = {"time": at, "log": record.name}
        fields = getattr(record, _FIELDS, None)
        line |= fields if fields is not None else {"level": record.levelname, "message": record.getMessage()}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line)


def open_logs(*, access: bool = True) -> None:
    """Send the server's logs to standard error: warnings and errors always, requests if they are wanted."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    for name, level in (
        ("foedera.access", logging.INFO if access else logging.WARNING),
        ("foedera.web", logging.INFO),
        ("uvicorn.error", logging.WARNING),
    ):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False

"""The layer that keeps the site safe: headers on every response, limits on every request, no traceback shown."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from foedera.web.serving.bodies import Gone, Intake, replay
from foedera.web.serving.exchange import Headers, header, request_id, respond
from foedera.web.serving.origins import check_host, check_post, cors_headers, preflight_headers
from foedera.web.serving.refusals import Refusal, plain_page, refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from foedera.web.serving.refusals import Renderer
    from foedera.web.serving.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from elsewhere."""
SECURITY_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
"""On every response, but for those that the response brings itself."""
_FAILED = Refusal(500, "Something went wrong here.", "It is written down under the number of the request.")
_LOG = logging.getLogger("foedera.web")


class Guard:
    """ASGI middleware around everything but the access log.

    Args:
        app: what is guarded.
        settings: the limits.
        renderer: makes the page of a refusal; where it fails, a plain page is sent.
    """

    def __init__(self, app: ASGIApp, settings: Settings, renderer: Renderer = plain_page) -> None:
        self._app = app
        self._settings = settings
        self._renderer = renderer
        self._intake = Intake(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = _Guarded(
            send, [(b"x-request-id", request_id(scope).encode()), *cors_headers(scope, self._settings.origins)]
        )
        try:
            await self._serve(scope, receive, sent)
        except Gone:
            return
        except Refusal as refusal:
            await refuse(scope, sent, refusal, self._renderer)
        except Exception:
            if sent.has_started:
                raise
            _LOG.exception("request %s failed: %s %s", request_id(scope), scope["method"], scope["path"])
            await refuse(scope, sent, _FAILED, self._renderer)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._check(scope)
        preflight = preflight_headers(scope, self._settings.origins)
        if preflight is not None:
            await respond(send, 204, preflight)
        elif scope["method"] == "POST":
            check_post(scope, self._settings.origins)
            body = await self._intake.take(scope, receive)
            try:
                await self._app(scope, replay(body, receive), send)
            finally:
                self._intake.release(body)
        else:
            await self._app(scope, replay(b"", receive), send)

    def _check(self, scope: Scope) -> None:
        length = len(scope.get("raw_path") or scope["path"]) + len(scope["query_string"])
        if length > self._settings.max_url:
            hint = f"At most {self._settings.max_url:,} bytes are read; POST a scenario instead."
            raise Refusal(414, "The address is too long.", hint)
        check_host(scope, self._settings.hosts)


class _Guarded:
    """A ``send`` that adds the security headers."""

    def __init__(self, send: Send, extra: Headers) -> None:
        self._send = send
        self._extra = extra
        self.has_started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_started = True
            own: Headers = list(message.get("headers", []))
            added = [pair for pair in SECURITY_HEADERS if header(own, pair[0]) is None]
            message = {**message, "headers": [*own, *added, *self._extra]}
        await self._send(message)

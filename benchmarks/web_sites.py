"""The servers that ``web.py`` measures: the site, the site that keeps no finished pages, and bare uvicorn."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from foedera.web.app import create_app
from foedera.web.serving.server import Address, serve
from foedera.web.serving.settings import Settings

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


def serve_site(settings: Settings) -> None:
    """The site as ``foedera serve`` runs it, without its access log."""
    serve(create_app(settings), Address(port=0), settings, print)


def serve_bytes(body: bytes) -> None:
    """Uvicorn with its defaults and an application that sends the same bytes to everybody."""
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", b"%d" % len(body))]

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    listener = socket.create_server(("127.0.0.1", 0))
    print(f"foedera is at http://127.0.0.1:{listener.getsockname()[1]}/")
    uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, access_log=False)).run([listener])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        serve_bytes(Path(sys.argv[2]).read_bytes())
    else:
        serve_site(Settings(cache_entries=0) if sys.argv[1] == "uncached" else Settings())

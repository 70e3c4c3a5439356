"""Serves the site: uvicorn with limits, on a port or a Unix socket, until it is told to stop."""

from __future__ import annotations

import errno
import ipaddress
import signal
import socket
import stat
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import uvicorn

from foedera.web.serving.connection import Connection, limited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from starlette.types import ASGIApp

    from foedera.web.serving.settings import Settings

UNGUARDED = "Whoever reaches this address can use the site: it asks nobody who they are. See docs/deployment.md."
_LOOK_TICKS = 10
"""Uvicorn ticks ten times a second."""
_SWITCH_SECONDS = 0.001
"""Threads that compute give way to the one that answers this often."""
_BACKLOG = 1024
_SOCKET_MODE = 0o660


class ServeError(Exception):
    """The site cannot be served: ``str`` says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Address:
    """Where the site is reached.

    Attributes:
        host: name or IP address.
        port: 0 is any that is free.
        path: of a Unix socket, which then is all that counts.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    path: Path | None = None

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches it."""
        if self.path is not None or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def serve(app: ASGIApp, address: Address, settings: Settings, tell: Callable[[str], object]) -> None:
    """Serve until the process is interrupted or told to end; requests under way are finished first.

    Args:
        app: the site with its layers.
        address: where.
        settings: the limits.
        tell: is given the lines for the person who started it.

    Raises:
        ServeError: the address cannot be used.
    """
    with _listening(address) as listener, _until_ended():
        sys.setswitchinterval(_SWITCH_SECONDS)
        _Server(_config(app, settings), lambda: _announce(address, listener, settings, tell)).run([listener])


def _config(app: ASGIApp, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=limited(settings),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=_BACKLOG,
        timeout_keep_alive=int(settings.idle_seconds),
        timeout_graceful_shutdown=int(settings.stop_seconds),
    )


def _announce(address: Address, listener: socket.socket, settings: Settings, tell: Callable[[str], object]) -> None:
    if not address.is_loopback:
        tell(UNGUARDED)
    tell(f"foedera is at {_url(address, listener)}{settings.prefix}/ (Ctrl-C stops)")


def _url(address: Address, listener: socket.socket) -> str:
    if address.path is not None:
        return f"unix:{address.path}:"
    host = f"[{address.host}]" if ":" in address.host else address.host
    return f"http://{host}:{listener.getsockname()[1]}"


class _Server(uvicorn.Server):
    """Uvicorn's server that looks after slow connections, and says when it is up."""

    def __init__(self, config: uvicorn.Config, is_up: Callable[[], None]) -> None:
        super().__init__(config)
        self._is_up = is_up

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._is_up()

    async def on_tick(self, counter: int) -> bool:
        if counter % _LOOK_TICKS == 0:
            for connection in list(self.server_state.connections):
                if isinstance(connection, Connection):
                    connection.look(connection.loop.time())
        return await super().on_tick(counter)


@contextmanager
def _until_ended() -> Iterator[None]:
    """Uvicorn raises the signal that stopped it once more; here it ends the block instead of the process."""

    def end(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _listening(address: Address) -> Iterator[socket.socket]:
    try:
        listener = _unix_socket(address.path) if address.path is not None else _tcp_socket(address)
    except OSError as error:
        raise _refused(address, error) from error
    try:
        yield listener
    finally:
        listener.close()
        if address.path is not None:
            address.path.unlink(missing_ok=True)


def _tcp_socket(address: Address) -> socket.socket:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    return socket.create_server((address.host, address.port), family=family, backlog=_BACKLOG)


def _unix_socket(path: Path) -> socket.socket:
    if path.exists() and stat.S_ISSOCK(path.stat().st_mode) and not _is_answered(path):
        path.unlink()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(str(path))
        path.chmod(_SOCKET_MODE)
    except OSError:
        listener.close()
        raise
    return listener


def _is_answered(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        try:
            caller.connect(str(path))
        except ConnectionRefusedError:
            return False
    return True


def _refused(address: Address, error: OSError) -> ServeError:
    where = str(address.path) if address.path is not None else f"{address.host}:{address.port}"
    if error.errno == errno.EADDRINUSE:
        return ServeError(f"{where} is in use", "stop what uses it, or choose another one; port 0 is any that is free")
    if error.errno == errno.EACCES:
        return ServeError(f"{where} may not be used", "choose a port from 1024, or a directory that you may write to")
    reason = str(error.strerror or error).partition(" (while")[0]
    return ServeError(f"{where} cannot be used: {reason}", "give an address of this machine")

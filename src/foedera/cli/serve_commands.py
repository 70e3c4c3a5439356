"""What the command that serves the web explorer does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from foedera.cli.terminal import CLEAN, PROBLEMS, corpus_problems, fail, told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fastapi import FastAPI

    from foedera.web.serving.settings import Settings


def serve(
    *,
    host: str,
    port: int,
    socket: Path | None,
    prefix: str,
    hosts: Sequence[str],
    origins: Sequence[str],
    is_logged: bool,
    log_client: bool,
    is_opened: bool,
    source: str,
    corpus: Path | None,
) -> int:
    """Serve until interrupted."""
    try:
        from foedera.corpus.load import builtin_directory  # noqa: PLC0415
        from foedera.web.serving.access_log import open_logs  # noqa: PLC0415 - FastAPI loads only to serve
        from foedera.web.serving.server import Address, ServeError  # noqa: PLC0415
        from foedera.web.serving.server import serve as run  # noqa: PLC0415
        from foedera.web.serving.settings import Settings, SettingsError  # noqa: PLC0415
        from foedera.web.serving.watch import Watch, signature  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise _without_extra(error) from None
    try:
        settings = Settings(
            corpus=corpus,
            source=source,
            prefix=prefix.rstrip("/"),
            hosts=tuple(hosts),
            origins=tuple(origins),
            log_client=log_client,
        )
    except SettingsError as error:
        raise fail(str(error), error.hint) from None
    known = signature(corpus or builtin_directory())
    app = _app(settings)
    open_logs(access=is_logged)
    editions = app.state.editions
    try:
        with Watch(editions.directory, editions.reload, settings.watch_seconds, known):
            run(app, Address(host.strip("[]"), port, socket), settings, _Teller(is_opened=is_opened))
    except ServeError as error:
        raise fail(str(error), error.hint, status=PROBLEMS) from None
    return CLEAN


def _without_extra(error: ModuleNotFoundError) -> Exception:
    if (error.name or "").startswith("foedera"):
        raise error
    return fail(f"'{error.name}' is not installed", "pip install 'foedera[web]'", status=PROBLEMS)


def _app(settings: Settings) -> FastAPI:
    """The site over its corpus, or the end of the command with the corpus' problems."""
    from foedera.corpus.load import CorpusError, builtin_directory  # noqa: PLC0415
    from foedera.pictures.geometry import GeometryError  # noqa: PLC0415
    from foedera.web.app import create_app  # noqa: PLC0415

    with told():
        try:
            return create_app(settings)
        except CorpusError as error:
            root = (settings.corpus or builtin_directory()).resolve().parent
            raise corpus_problems(error.problems, root) from None
        except GeometryError as error:
            raise fail(str(error), "pip install 'foedera[web]'", status=PROBLEMS) from None
        except ModuleNotFoundError as error:
            raise _without_extra(error) from None


class _Teller:
    """Prints a line, and opens the first address in it in the browser."""

    def __init__(self, *, is_opened: bool) -> None:
        self._is_opened = is_opened

    def __call__(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        address = next((word for word in line.split() if word.startswith("http://")), None)
        if self._is_opened and address:
            import webbrowser  # noqa: PLC0415 - only if asked for

            self._is_opened = False
            webbrowser.open(address)

"""Watches the directory of the corpus and says when its text has changed and come to rest."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Self

from foedera.corpus.load import MAX_FILES, corpus_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LOG = logging.getLogger("foedera.web")

Signature = frozenset[tuple[str, int, int]]


def signature(directory: Path) -> Signature:
    """Name, size and time of change of every file of a corpus; of a directory that cannot be read, nothing."""
    try:
        found = ((name, path.stat()) for path, name in corpus_files(directory, cases=True)[:MAX_FILES])
        return frozenset((name, seen.st_size, seen.st_mtime_ns) for name, seen in found)
    except OSError:
        return frozenset()


class Watch:
    """Looks at a directory every so often, in a thread of its own, while it is open.

    Args:
        directory: what is watched.
        changed: called in the thread when the files differ from those it was last called for and were the same twice.
        seconds: between two looks; 0 watches nothing.
        known: the files as they were before they were last read; default as they are now.
    """

    def __init__(
        self, directory: Path, changed: Callable[[], object], seconds: float = 1.0, known: Signature | None = None
    ) -> None:
        self._directory = directory
        self._changed = changed
        self._seconds = seconds
        self._known = self._last = signature(directory) if known is None else known
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="foedera-watch", daemon=True)

    def __enter__(self) -> Self:
        if self._seconds:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        if self._seconds:
            self._thread.join(timeout=5)

    def look(self) -> bool:
        """Look once; whether the change was told."""
        now = signature(self._directory)
        is_at_rest, self._last = now == self._last, now
        if now == self._known or not is_at_rest:
            return False
        self._known = now
        try:
            self._changed()
        except Exception:  # noqa: BLE001 - the site goes on with what it has
            _LOG.exception("the corpus changed, and could not be read anew")
        return True

    def _run(self) -> None:
        while not self._stopped.wait(self._seconds):
            self.look()

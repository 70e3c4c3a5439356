"""The compiled corpus: a cache of data beside the text, rebuilt in silence when it is missing or broken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from foedera.corpus.compiled import UNREADABLE, freeze_corpus, read_compiled, thaw_corpus, write_compiled

if TYPE_CHECKING:
    from foedera.model.world import Corpus


def cache_directory() -> Path:
    """Where compiled corpora are kept: ``FOEDERA_HOME/cache``, or the user's cache directory."""
    home = os.environ.get("FOEDERA_HOME")
    if home:
        return Path(home) / "cache"
    import platformdirs  # noqa: PLC0415 - only needed when no directory is set

    return Path(platformdirs.user_cache_dir("foedera", appauthor=False))


def read_cache(digest: str) -> Corpus | None:
    """The compiled corpus with this digest, or None if there is none that can be read."""
    try:
        return thaw_corpus(read_compiled(cache_directory() / f"corpus-{digest}.json"))
    except UNREADABLE:
        return None


def write_cache(digest: str, corpus: Corpus) -> None:
    """Write the compiled corpus atomically; a directory that cannot be written is no error."""
    directory = cache_directory()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        write_compiled(directory / f"corpus-{digest}.json", freeze_corpus(corpus))
    except OSError:
        return
    _forget_others(directory, digest)


def _forget_others(directory: Path, digest: str, keep: int = 8) -> None:
    """Keep the newest few compiled corpora."""
    try:
        found = sorted(directory.glob("corpus-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[keep:]:
            if digest not in path.name:
                path.unlink(missing_ok=True)
    except OSError:
        return

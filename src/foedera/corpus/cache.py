"""The compiled corpus: a cache of data (JSON) beside the text, rebuilt in silence when it is missing or broken.

The first line is the SHA-256 of the rest, so that a damaged file is not taken for a smaller corpus.
A record is written as ``[class number, field, ...]`` with trailing defaults left out, a tuple as ``[0, ...]``.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from foedera import dates
from foedera.model import conditions, doctrine, events, facts, instruments, questions, states
from foedera.model.world import Corpus
from foedera.problems import Mark

_MODULES = (dates, facts, states, conditions, instruments, events, doctrine, questions)
_CLASSES: tuple[type, ...] = (
    Mark,
    *(
        item
        for module in _MODULES
        for item in vars(module).values()
        if isinstance(item, type) and dataclasses.is_dataclass(item) and item.__module__ == module.__name__
    ),
)
_NUMBERS = {record_class: number for number, record_class in enumerate(_CLASSES, start=1)}


def cache_directory() -> Path:
    """Where compiled corpora are kept: ``FOEDERA_HOME/cache``, or the user's cache directory."""
    home = os.environ.get("FOEDERA_HOME")
    if home:
        return Path(home) / "cache"
    import platformdirs  # noqa: PLC0415 - only needed when no directory is set

    return Path(platformdirs.user_cache_dir("foedera", appauthor=False))


@cache
def layout() -> str:
    """A text that changes when any record class changes, so that an old cache is not read as a new one."""
    return ";".join(
        f"{record_class.__name__}({','.join(field.name for field in dataclasses.fields(record_class))})"
        for record_class in _CLASSES
    )


def read_cache(digest: str) -> Corpus | None:
    """The compiled corpus with this digest, or None if there is none that can be read."""
    try:
        checksum, _, text = (cache_directory() / f"corpus-{digest}.json").read_bytes().partition(b"\n")
        if checksum != _checksum(text):
            return None
        data = json.loads(text)
        return Corpus(**{name: {key: _thaw(value) for key, value in part.items()} for name, part in data.items()})
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


def write_cache(digest: str, corpus: Corpus) -> None:
    """Write the compiled corpus atomically; a directory that cannot be written is no error."""
    data = {
        part.name: {key: _freeze(value) for key, value in getattr(corpus, part.name).items()}
        for part in dataclasses.fields(Corpus)
    }
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode()
    directory = cache_directory()
    temporary: str | None = None
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=directory, suffix=".tmp", delete=False) as stream:
            temporary = stream.name
            stream.write(_checksum(text) + b"\n" + text)
        Path(temporary).replace(directory / f"corpus-{digest}.json")
    except OSError:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        return
    _forget_others(directory, digest)


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def _forget_others(directory: Path, digest: str, keep: int = 8) -> None:
    """Keep the newest few compiled corpora."""
    try:
        found = sorted(directory.glob("corpus-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[keep:]:
            if digest not in path.name:
                path.unlink(missing_ok=True)
    except OSError:
        return


def _freeze(value: Any) -> Any:
    if isinstance(value, tuple):
        return [0, *map(_freeze, value)]
    if isinstance(value, dict):
        return {key: _freeze(item) for key, item in value.items()}
    number = _NUMBERS.get(type(value))
    if number is None:
        return value
    written = [_freeze(getattr(value, field.name)) for field in dataclasses.fields(value)]
    defaults = [_freeze(field.default) for field in dataclasses.fields(value)]
    while written and written[-1] == defaults[-1]:
        written.pop()
        defaults.pop()
    return [number, *written]


def _thaw(value: Any) -> Any:
    if type(value) is list:
        number = value[0]
        items = [_thaw(item) if type(item) in _CONTAINERS else item for item in value[1:]]
        return _CLASSES[number - 1](*items) if number else tuple(items)
    if type(value) is dict:
        return {key: _thaw(item) for key, item in value.items()}
    return value


_CONTAINERS = (list, dict)

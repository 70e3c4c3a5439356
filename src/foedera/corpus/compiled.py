"""Compiled records: frozen dataclasses as JSON with a checksum, written whole or not at all.

The first line is the SHA-256 of the rest, so that a damaged file is not taken for a smaller one.
A record is written as ``[class number, field, ...]`` with trailing defaults left out, a tuple as ``[0, ...]``.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import secrets
from functools import cache
from typing import TYPE_CHECKING, Any

from foedera import dates
from foedera.model import conditions, doctrine, events, facts, instruments, officials, questions, states
from foedera.model.world import Corpus
from foedera.problems import Mark

if TYPE_CHECKING:
    from pathlib import Path

_MODULES = (dates, facts, states, officials, conditions, instruments, events, doctrine, questions)
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
UNREADABLE = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading a damaged file, or one that was never compiled, can raise."""


@cache
def layout() -> str:
    """A text that changes when any record class changes, so that an old file is not read as a new one."""
    return ";".join(
        f"{record_class.__name__}({','.join(field.name for field in dataclasses.fields(record_class))})"
        for record_class in _CLASSES
    )


def read_compiled(path: Path) -> Any:
    """The data of a compiled file.

    Raises:
        UNREADABLE: one of these, if there is no whole compiled file.
    """
    found, _, text = path.read_bytes().partition(b"\n")
    if found != checksum(text):
        raise ValueError(f"{path.name} is damaged")
    return json.loads(text)


def write_compiled(path: Path, data: Any) -> None:
    """Write data with its checksum, atomically."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode()
    write_whole(path, checksum(text) + b"\n" + text)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file atomically: a temporary file beside it, flushed to the disk, then renamed."""
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def checksum(text: bytes) -> bytes:
    """SHA-256 in hex."""
    return hashlib.sha256(text).hexdigest().encode()


def freeze_corpus(corpus: Corpus) -> dict[str, dict[str, Any]]:
    """The records of a corpus as JSON data, by part and id."""
    return {
        part.name: {key: freeze(value) for key, value in getattr(corpus, part.name).items()}
        for part in dataclasses.fields(Corpus)
    }


def thaw_corpus(data: Any) -> Corpus:
    """The corpus that was frozen."""
    return Corpus(**{name: {key: thaw(value) for key, value in part.items()} for name, part in data.items()})


def freeze(value: Any) -> Any:
    """A record, tuple or plain value as JSON data."""
    if isinstance(value, tuple):
        return [0, *map(freeze, value)]
    if isinstance(value, dict):
        return {key: freeze(item) for key, item in value.items()}
    number = _NUMBERS.get(type(value))
    if number is None:
        return value
    written = [freeze(getattr(value, field.name)) for field in dataclasses.fields(value)]
    defaults = [freeze(field.default) for field in dataclasses.fields(value)]
    while written and written[-1] == defaults[-1]:
        written.pop()
        defaults.pop()
    return [number, *written]


def thaw(value: Any) -> Any:
    """What was frozen."""
    if type(value) is list:
        number = value[0]
        items = [thaw(item) if type(item) in _CONTAINERS else item for item in value[1:]]
        return _CLASSES[number - 1](*items) if number else tuple(items)
    if type(value) is dict:
        return {key: thaw(item) for key, item in value.items()}
    return value


_CONTAINERS = (list, dict)

"""Who cites a record: every other record that names it anywhere. Found once for a corpus."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foedera.model.world import World

_CITING = ("instruments", "states", "actors", "places", "events", "officials", "regions", "doctrine")
_TITLES = frozenset({"id", "title", "name", "summary", "note", "statement", "mark", "references"})
"""Fields that say something, or that name the record itself."""


def uses_of(world: World, identifier: str) -> tuple[str, ...]:
    """Ids of the records that name this one."""
    return _uses(world).get(identifier, ())


@lru_cache(maxsize=2)
def _uses(world: World) -> Mapping[str, tuple[str, ...]]:
    """Place or source id to the records that name it, in the order of the corpus."""
    wanted = world.records.sources.keys() | world.records.places.keys()
    found: dict[str, dict[str, None]] = {}
    for part in _CITING:
        for key, record in getattr(world.records, part).items():
            for name in wanted.intersection(_strings(record)) - {key}:
                found.setdefault(name, {})[key] = None
    return {name: tuple(users) for name, users in found.items()}


def _strings(value: Any) -> Iterator[str]:
    """Every text in a record but those that only say something."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in _TITLES:
                yield from _strings(getattr(value, field.name))

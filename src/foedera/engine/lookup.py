"""Names to ids: forgiving about case, accents and punctuation, never about doubt."""

from __future__ import annotations

import difflib
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.model.states import METROPOLITAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.model.world import World

_MAX_NAME = 200
_FEW = 40


class QuestionError(ValueError):
    """A question cannot be asked as written.

    Attributes:
        hint: what to do about it, or None.
        instead: id of a state that cannot be asked about, with the ids of those that can in its place.
    """

    def __init__(
        self, message: str, hint: str | None = None, *, instead: tuple[str, tuple[str, ...]] = ("", ())
    ) -> None:
        super().__init__(message)
        self.hint = hint
        self.instead = instead


def plain(name: str) -> str:
    """A name without case, accents and punctuation."""
    decomposed = unicodedata.normalize("NFKD", name[:_MAX_NAME]).casefold()
    kept = "".join(letter if letter.isalnum() else " " for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(kept.split())


@lru_cache(maxsize=8)
def _actors(world: World) -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    records = world.records
    for state in records.states.values():
        _add(index, state.id, (state.id, state.name, state.official_name, *state.aliases))
    for actor in records.actors.values():
        _add(index, actor.id, (actor.id, actor.name, *actor.aliases))
    return index


@lru_cache(maxsize=8)
def _places(world: World) -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for place in world.records.places.values():
        _add(index, place.id, (place.id, place.name, *place.aliases))
    return index


@lru_cache(maxsize=8)
def _instruments(world: World) -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for instrument in world.records.instruments.values():
        _add(index, instrument.id, (instrument.id, instrument.title, *instrument.aliases))
    return index


@lru_cache(maxsize=8)
def _officials(world: World) -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for official in world.records.officials.values():
        _add(index, official.id, (official.id, official.name, *official.aliases))
    return index


def _add(index: dict[str, set[str]], identifier: str, names: Iterable[str]) -> None:
    for name in names:
        index.setdefault(plain(name), set()).add(identifier)


def find_actor(world: World, name: str) -> str:
    """The id of a state, organ or group by id, name or alias.

    Raises:
        QuestionError: nobody, or more than one, is called so.
    """
    return _find(world, _actors(world), name, "state")


def find_place(world: World, name: str) -> str:
    """The id of a place, or ``<STATE>/metropolitan``.

    Raises:
        QuestionError: no place, or more than one, is called so.
    """
    head, slash, rest = name.partition("/")
    if slash and rest.strip().lower() == METROPOLITAN:
        return f"{find_actor(world, head)}/{METROPOLITAN}"
    found = _places(world).get(plain(name))
    if found is None and plain(name) in _actors(world):
        return f"{find_actor(world, name)}/{METROPOLITAN}"
    return _find(world, _places(world), name, "place")


def find_instrument(world: World, name: str) -> str:
    """The id of an instrument by id, title or alias.

    Raises:
        QuestionError: no instrument, or more than one, is called so.
    """
    return _find(world, _instruments(world), name, "instrument")


def find_official(world: World, name: str) -> str:
    """The id of an office-holder by id, name or alias.

    Raises:
        QuestionError: nobody, or more than one, is called so.
    """
    return _find(world, _officials(world), name, "official")


def _find(world: World, index: Mapping[str, set[str]], name: str, what: str) -> str:
    found = index.get(plain(name), set())
    if len(found) == 1:
        return next(iter(found))
    if name in found:
        return name
    if found:
        names = " or ".join(sorted(f"{identifier} ({world.name(identifier)})" for identifier in found))
        raise QuestionError(f"'{name[:80]}' may be {names}", "use the id")
    close = difflib.get_close_matches(plain(name), index, n=3, cutoff=0.7)
    meant = sorted({f"{identifier} ({world.name(identifier)})" for match in close for identifier in index[match]})
    raise QuestionError(
        f"no {what} is called '{name[:80]}'",
        f"did you mean {' or '.join(meant[:3])}?" if meant else f"see `foedera list {what}s`",
    )


def resolve(known: Mapping[str, object], name: str, what: str) -> str:
    """An id of a table, forgiving about case and dashes.

    Raises:
        QuestionError: there is none.
    """
    if name in known:
        return name
    wanted = plain(name)
    for identifier in known:
        if plain(identifier) == wanted:
            return identifier
    close = difflib.get_close_matches(name[:_MAX_NAME], known, n=1, cutoff=0.6)
    few = f"choose {', '.join(known)}" if len(known) <= _FEW else None
    raise QuestionError(f"no {what} is called '{name[:80]}'", f"did you mean '{close[0]}'?" if close else few)

"""The names that the corpus knows, as they stand in a text: states, organs, places, office-holders, instruments.

All names are searched at once (Aho-Corasick, leftmost and longest). Case counts, so that "us" is nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import ahocorasick_rs

from foedera.reader.words import ABBREVIATIONS, GENERIC_ALIASES, METONYMS, ORGANISATIONS, TWO_STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.states import State
    from foedera.model.world import World

NameType = Literal["state", "organ", "place", "person", "instrument"]
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name may stand for. ``capital``: it is the name of the state's capital."""

    id: str
    type: NameType
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in a text, with all that it may stand for."""

    start: int
    end: int
    text: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The names of a world, ready to be searched for."""

    names: tuple[str, ...]
    meanings: tuple[tuple[Meaning, ...], ...]
    automaton: ahocorasick_rs.AhoCorasick

    def find(self, text: str, offset: int = 0) -> Iterator[Name]:
        """The names in a text, in order, none inside another and none inside a longer word."""
        last = 0
        for start, end, index in _longest(self.automaton.find_matches_as_indexes(text, overlapping=True), text):
            if start >= last:
                yield Name(offset + start, offset + end, text[start:end], self.meanings[index])
                last = end


def _longest(matches: Iterable[tuple[int, int, int]], text: str) -> list[tuple[int, int, int]]:
    """Whole words only; of those that start together the longest first."""
    whole = [(start, end, index) for index, start, end in matches if _is_whole(text, start, end)]
    return sorted(whole, key=lambda one: (one[0], -one[1]))


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")


@lru_cache(maxsize=4)
def lexicon(world: World) -> Lexicon:
    """The lexicon of a world."""
    table: dict[str, list[Meaning]] = {}
    for name, meaning in _all_names(world):
        for form in _forms(name):
            meanings = table.setdefault(form, [])
            if meaning not in meanings:
                meanings.append(meaning)
    names = tuple(table)
    return Lexicon(names, tuple(tuple(table[name]) for name in names), ahocorasick_rs.AhoCorasick(names))


def _all_names(world: World) -> Iterator[tuple[str, Meaning]]:
    records = world.records
    for state in records.states.values():
        yield from _state_names(state)
    for name, identifier in METONYMS.items():
        yield name, Meaning(identifier, "state", capital=True)
    for name, states in TWO_STATES.items():
        yield from ((name, Meaning(state, "state")) for state in states)
    for name, identifier in ORGANISATIONS.items():
        if identifier in records.instruments or identifier in records.actors:
            yield name, Meaning(identifier, "organ")
    for actor in records.actors.values():
        for name in (actor.name, *actor.aliases):
            if name not in ORGANISATIONS:
                yield name, Meaning(actor.id, "organ")
    for place in records.places.values():
        for name in (*place.name.split(" / "), *place.aliases):
            yield name, Meaning(place.id, "place")
    for official in getattr(records, "officials", {}).values():
        for name in (official.name, *official.aliases):
            yield name, Meaning(official.id, "person")
    for instrument in records.instruments.values():
        for name in (instrument.title, *instrument.aliases):
            if name not in ORGANISATIONS and name not in GENERIC_ALIASES:
                yield name, Meaning(instrument.id, "instrument")


def _state_names(state: State) -> Iterator[tuple[str, Meaning]]:
    for name in (state.name, state.official_name, *state.aliases, *state.adjective):
        if (len(name) > _SHORT or name in ABBREVIATIONS) and not name.startswith("the "):
            yield name, Meaning(state.id, "state")
    if state.capital:
        yield state.capital.partition(",")[0], Meaning(state.id, "state", capital=True)


def _forms(name: str) -> Iterator[str]:
    """A name as it is, in capitals (datelines), and with the other apostrophe, dash or spelling."""
    seen = {name}
    yield name
    for other in (
        name.replace("'", "’"),
        name.replace("-", " "),
        name.replace("-", "–"),
        re.sub(r"\bDefense\b", "Defence", name),
        re.sub(r"\bDefence\b", "Defense", name),
        name.upper() if len(name) > _SHORT else name,
    ):
        if other not in seen:
            seen.add(other)
            yield other

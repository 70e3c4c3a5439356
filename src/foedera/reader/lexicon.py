"""The names that the corpus knows, as they stand in a text: states, organs, places, office-holders, instruments.

All names are searched at once (Aho-Corasick, leftmost and longest). Case counts, so that "us" is nobody.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import ahocorasick_rs

from foedera.reader.words import (
    ABBREVIATIONS,
    GENERIC_ALIASES,
    NORTH_AND_SOUTH,
    OTHER_INSTRUMENTS,
    TWO_STATES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.instruments import Instrument
    from foedera.model.states import State
    from foedera.model.world import World

NameType = Literal["state", "organ", "place", "person", "instrument"]
_SHORT = 3
UNKNOWN = ""
"""The id of an instrument that the corpus does not have."""
_WAR_END = dt.date(1945, 9, 2).toordinal()


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
class Index:
    """Names ready to be searched for, with what each may mean."""

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


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The names of a world: those of instruments, and those of states, organs, places and persons."""

    titles: Index
    others: Index


def _longest(matches: Iterable[tuple[int, int, int]], text: str) -> list[tuple[int, int, int]]:
    """Whole words only; of those that start together the longest first."""
    whole = [(start, end, index) for index, start, end in matches if _is_whole(text, start, end)]
    return sorted(whole, key=lambda one: (one[0], -one[1]))


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")


@lru_cache(maxsize=4)
def lexicon(world: World) -> Lexicon:
    """The lexicon of a world."""
    names = list(_all_names(world))
    return Lexicon(
        _index(pair for pair in names if pair[1].type == "instrument"),
        _index(pair for pair in names if pair[1].type != "instrument"),
    )


def _index(names: Iterable[tuple[str, Meaning]]) -> Index:
    table: dict[str, list[Meaning]] = {}
    for name, meaning in names:
        for form in _forms(name):
            meanings = table.setdefault(form, [])
            if meaning not in meanings:
                meanings.append(meaning)
    forms = tuple(table)
    return Index(forms, tuple(tuple(table[form]) for form in forms), ahocorasick_rs.AhoCorasick(forms))


def _all_names(world: World) -> Iterator[tuple[str, Meaning]]:
    records = world.records
    for state in records.states.values():
        yield from _state_names(state)
    for name, states in TWO_STATES.items():
        yield from ((name, Meaning(state, "state")) for state in states)
    yield from ((name, Meaning(state, "state")) for name, state in NORTH_AND_SOUTH.items())
    yield from _organ_names(world)
    for place in records.places.values():
        yield from ((name, Meaning(place.id, "place")) for name in (*place.name.split(" / "), *place.aliases))
    for official in records.officials.values():
        yield from ((name, Meaning(official.id, "person")) for name in (official.name, *official.aliases))
    yield from ((name, Meaning(UNKNOWN, "instrument")) for name in OTHER_INSTRUMENTS)
    organisations = _organisations(world)
    for instrument in records.instruments.values():
        yield from ((name, Meaning(instrument.id, "instrument")) for name in _own_names(instrument, organisations))


def _organ_names(world: World) -> Iterator[tuple[str, Meaning]]:
    organisations = _organisations(world)
    yield from ((name, Meaning(identifier, "organ")) for name, identifier in organisations.items())
    for actor in world.records.actors.values():
        for name in (actor.name, *actor.aliases):
            if name not in organisations:
                yield name, Meaning(actor.id, "organ")


def _organisations(world: World) -> dict[str, str]:
    """The names of organisations to the instruments that set them up."""
    records = world.records.instruments.values()
    return {name: one.id for one in records if one.organisation for name in one.organisation.names}


def stands_for_treaty(world: World, identifier: str) -> bool:
    """Whether an instrument is often meant where its organisation is named."""
    record = world.records.instruments.get(identifier)
    return bool(record and record.organisation and record.organisation.stands_for_treaty)


def _own_names(instrument: Instrument, organisations: dict[str, str]) -> Iterator[str]:
    """Title and aliases, but for those that others have too, and those of its organisation or one article."""
    for name in (instrument.title, *instrument.aliases):
        if name not in organisations and name not in GENERIC_ALIASES and not name.lower().startswith("article"):
            yield name


def _state_names(state: State) -> Iterator[tuple[str, Meaning]]:
    for name in (state.name, state.official_name, *state.aliases, *state.adjective):
        if (len(name) > _SHORT or name in ABBREVIATIONS) and not name.startswith("the "):
            yield name, Meaning(state.id, "state")
    yield from ((name, Meaning(state.id, "state", capital=True)) for name in state.metonyms)
    for name in state.adjective:
        if name.endswith(("an", "ian", "ese", "i")) and name not in ABBREVIATIONS:
            yield name + "s", Meaning(state.id, "state")
    if state.capital and _is_recent(state):
        yield state.capital.partition(",")[0], Meaning(state.id, "state", capital=True)


def _is_recent(state: State) -> bool:
    """Whether the state exists, or existed within living memory; older capitals are names of cities only."""
    return any(span.until is None or span.until.last > _WAR_END for span in state.exists)


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
